import Cypher
import Testing

/// Hostile and machine-made texts: an answer or an error, never an overflowing stack.
@Suite struct NestingTests {
  static let hostile: [String] = [
    String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
    String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
    String(repeating: "{a: ", count: 10_000) + "1" + String(repeating: "}", count: 10_000),
    String(repeating: "({a: ", count: 10_000) + "1" + String(repeating: "})", count: 10_000),
    String(repeating: "NOT ", count: 10_000) + "true",
    String(repeating: "-", count: 10_000) + "x",
    "x" + String(repeating: ".y", count: 10_000),
    "x" + String(repeating: "[0]", count: 10_000),
    "x" + String(repeating: " IS NULL", count: 10_000),
    "x" + String(repeating: " IS TRUE", count: 10_000),
    "x IS :: " + String(repeating: "LIST<", count: 10_000) + "INTEGER" + String(repeating: ">", count: 10_000),
    "x IS :: INTEGER" + String(repeating: " LIST", count: 10_000),
    "x:" + String(repeating: "!", count: 10_000) + "A",
    "x:" + String(repeating: "(", count: 10_000) + "A" + String(repeating: ")", count: 10_000),
    String(repeating: "x:$(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
    String(repeating: "CAST(", count: 10_000) + "1" + String(repeating: " AS INTEGER)", count: 10_000),
    "1" + String(repeating: " IN [1]", count: 10_000),
    String(repeating: "CASE WHEN ", count: 10_000),
    String(repeating: "EXISTS { (n) WHERE ", count: 10_000) + "true" + String(repeating: "}", count: 10_000),
    String(repeating: "COLLECT { RETURN ", count: 10_000) + "1" + String(repeating: " }", count: 10_000),
    "1 AS x NEXT " + String(repeating: "CALL { ", count: 10_000) + "RETURN 1 AS x"
      + String(repeating: "} RETURN x", count: 10_000),
    "1 AS x NEXT " + String(repeating: "FOREACH (x IN [] | ", count: 10_000) + "CREATE ()"
      + String(repeating: ")", count: 10_000),
    String(repeating: "f(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
    String(repeating: "[x IN ", count: 10_000),
    String(repeating: "1 = (", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
    String(repeating: "(", count: 10_000),
  ]

  @Test(arguments: hostile.indices) func `ten thousand levels are refused with a place`(index: Int) {
    do {
      let statement = try CypherParser.parse("RETURN " + Self.hostile[index])
      Issue.record("was read: \(CypherPrinter.text(of: statement).prefix(60))")
    } catch {
      #expect(error.kind == .syntaxError)
      #expect(error.position?.line == 1)
    }
  }

  @Test func `a pattern in ten thousand parentheses is refused`() {
    let text = "MATCH " + String(repeating: "(", count: 10_000) + "n" + String(repeating: ")", count: 10_000) + " RETURN n"
    #expect(throws: CypherError.self) { try CypherParser.parse(text) }
  }

  /// What every stage must be able to walk by recursion.
  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("{a: ", "}"), ("NOT (", ")"), ("1 + (", ")"), ("true AND (1 = (", "))"), ("coalesce(", ")"),
    ("CASE WHEN true THEN ", " END"), ("[x IN [1] | ", "]"), ("-(", ")"),
  ])
  func `what is not too deep is read, checked and printed`(open: String, close: String) throws {
    let levels = 45
    let text = "RETURN " + String(repeating: open, count: levels) + "null" + String(repeating: close, count: levels) + " AS x"
    let statement = try CypherParser.parse(text)
    try SemanticAnalyzer.check(statement)
    #expect(try CypherParser.parse(CypherPrinter.text(of: statement)) == statement)
  }

  @Test(arguments: [
    String(repeating: "WITH 1 AS x ", count: 2_000) + "RETURN x", String(repeating: "MERGE (:A) ", count: 2_000),
    "MATCH (a)" + String(repeating: "-[:T]->()", count: 2_000) + " RETURN a",
    "RETURN COUNT { " + String(repeating: "MATCH () ", count: 2_000) + "}",
  ])
  func `a plan that would be too deep is refused`(text: String) throws {
    let statement = try CypherParser.parse(text)
    #expect(throws: CypherError.self) { try SemanticAnalyzer.check(statement) }
  }

  @Test(arguments: [" + 1", " - 1", " || 1", " * 1", " % 1", " ^ 1", " AND 1", " OR 1", " XOR 1", " = 1", " <= 1"])
  func `a long chain is read and printed`(link: String) throws {
    for count in [1, 63, 64, 65, 10_000] {
      let statement = try CypherParser.parse("RETURN 1" + String(repeating: link, count: count) + " AS x")
      #expect(try CypherParser.parse(CypherPrinter.text(of: statement)) == statement)
    }
  }

  @Test func `long flat texts are no problem`() throws {
    let list = "RETURN [" + (0..<100_000).map(String.init).joined(separator: ", ") + "] AS list"
    try SemanticAnalyzer.check(try CypherParser.parse(list))
    let disjunction = "MATCH (n) WHERE " + (0..<50_000).map { "n.x = \($0)" }.joined(separator: " OR ") + " RETURN n"
    try SemanticAnalyzer.check(try CypherParser.parse(disjunction))
    let path = "CREATE (a)" + String(repeating: "-[:T]->()", count: 20_000) + " RETURN a"
    try SemanticAnalyzer.check(try CypherParser.parse(path))
    let map = "RETURN {" + (0..<50_000).map { "k\($0): \($0)" }.joined(separator: ", ") + "} AS map"
    try SemanticAnalyzer.check(try CypherParser.parse(map))
    let properties = "MATCH (n) SET " + (0..<5_000).map { "n.p\($0) = n.q[\($0)].x" }.joined(separator: ", ")
    try SemanticAnalyzer.check(try CypherParser.parse(properties))
    let clauses = (0..<10_000).map { "CREATE (n\($0):Person {name: 'x'})" }.joined(separator: "\n")
    try SemanticAnalyzer.check(try CypherParser.parse(clauses))
  }
}
