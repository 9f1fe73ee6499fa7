import Cypher
import Testing

/// Reserved words as names of variables, wherever they cannot be meant as what they are reserved for.
@Suite struct ReservedWordTests {
  @Test(arguments: [
    ("MATCH (start)-[r]->(end) WHERE end.x > 1 RETURN start, end", ["end"]),
    (
      "MATCH (order:Order {id: 1})-[in:IN]->(by) RETURN order.total, in.since, by ORDER BY order.total LIMIT 3",
      ["order", "in", "by"]
    ),
    ("MATCH (n) WITH n AS limit, 1 AS skip RETURN limit, skip SKIP 1 LIMIT 2", ["limit", "skip"]),
    ("UNWIND [1] AS all RETURN all + 1, all(x IN [all] WHERE x > 0)", ["all"]),
    ("WITH 1 AS contains, 'x' AS starts RETURN contains CONTAINS starts, starts STARTS WITH contains", ["contains", "starts"]),
    ("RETURN [in IN [1, 2] WHERE in > 1 | in]", ["in"]), ("RETURN reduce(and = 0, or IN [1] | and + or)", ["and", "or"]),
    ("MATCH where = (is)-[on IS T WHERE on.x]->(is2 WHERE is2.x) RETURN where, is, on", ["where", "is", "on"]),
    ("MATCH (with WHERE with.x) RETURN with", ["with"]), ("MATCH (where) RETURN where", ["where"]),
    ("MATCH (set) SET set.x = 1, set:A, set += {} REMOVE set.y, set:B DELETE set", ["set"]),
    ("MATCH ()-[distinct*1..2]->() RETURN size([distinct])", ["distinct"]), ("MATCH (a)-[match]->(b) RETURN match", ["match"]),
    ("UNWIND [1] AS as RETURN as", ["as"]), ("CREATE (create {k: 1}) RETURN create", ["create"]),
    ("MATCH (when) RETURN CASE WHEN when.x THEN when END AS then", ["when", "then"]),
    ("WITH [true] AS xor RETURN xor[0] XOR xor[0]", ["xor"]), ("MATCH (desc) RETURN desc ORDER BY desc DESC", ["desc"]),
    ("MATCH (return)-->() WHERE (return)-->() AND EXISTS { (return)--() } RETURN return {.a, x: return}", ["return"]),
  ])
  func `a reserved word means what it means in backticks`(text: String, words: [String]) throws {
    let statement = try CypherParser.parse(text)
    try SemanticAnalyzer.check(statement)
    let printed = CypherPrinter.text(of: statement)
    #expect(CypherPrinter.text(of: try CypherParser.parse(printed)) == printed)
    for word in words { #expect(printed.contains("`\(word)`"), "\(printed)") }
  }

  @Test(arguments: [
    "MATCH (n) RETURN n ORDER BY n.x LIMIT 5", "MATCH (n) WHERE (n)-->() AND n.x IN [1] RETURN n", "MATCH (IS A) RETURN 1",
    "MATCH (WHERE true) RETURN 1", "MATCH ()-[IS R]->(WHERE true) RETURN 1", "RETURN CASE WHEN true THEN 1 END",
    "RETURN [null IN [1]], [true IN [true]]", "RETURN EXISTS { (n) }, all(x IN [1] WHERE x = 1)",
  ])
  func `what is meant as the word stays so`(text: String) throws {
    #expect(!CypherPrinter.text(of: try CypherParser.parse(text)).contains("`"))
  }

  @Test func `labels, types, keys and functions need no backticks`() throws {
    let text = "MATCH (n:Order:Limit {end: 1})-[:IN|CONTAINS]->(m:All&!By) RETURN n.order, {limit: 1}, m.`end`"
    let statement = try CypherParser.parse(text)
    #expect(CypherPrinter.text(of: statement).replacing("\n", with: " ") == text.replacing("`", with: "") + " AS `m.``end```")
  }
}
