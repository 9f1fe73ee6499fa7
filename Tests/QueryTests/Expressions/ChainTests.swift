import Cypher
import Graph
import Query
import Testing

/// Chains of thousands of operands, as programs write them.
struct ChainTests {
  private static let count = 5_000
  private let harness = ExpressionHarness([
    "i": Vector(.integers([1, 2, 3]), nulls: nil), "f": Vector(.floats([0.5, 1.5, 2.5]), nulls: nil),
    "s": Vector(packing: [.string("a"), .null, .string("b")] as [Value]),
    "l": Vector(packing: [.list([.integer(1)]), .list([]), .null] as [Value]),
  ])

  private static func chain(_ first: String, _ link: String) -> String { first + String(repeating: link, count: count) }

  private static let cases: [(text: String, expected: [String])] = [
    (chain("i", " + i"), ["5001", "10002", "15003"]), (chain("i", " - 1"), ["-4999", "-4998", "-4997"]),
    (chain("f", " + i"), ["5000.5", "10001.5", "15002.5"]), (chain("1", " + 1"), ["5001", "5001", "5001"]),
    (chain("i", " * 1"), ["1", "2", "3"]), (chain("i", " % 2"), ["1", "0", "1"]), (chain("i", " ^ 1"), ["1.0", "2.0", "3.0"]),
    (chain("i", " + 2 * 3 - 6"), ["1", "2", "3"]), (chain("i", " + null"), ["null", "null", "null"]),
    ("size(" + chain("s", " + s") + ")", ["5001", "null", "5001"]),
    ("size(" + chain("s", " || 'é'") + ")", ["5001", "null", "5001"]),
    ("size(" + chain("s", " + i") + ")", ["5001", "null", "5001"]),
    ("size(" + chain("i", " + s") + ")", ["5001", "null", "5001"]),
    ("size(" + chain("l", " + l") + ")", ["5001", "0", "null"]), ("size(" + chain("l", " + i") + ")", ["5001", "5000", "null"]),
    ("size(" + chain("[]", " || [1, 2]") + ")", ["10000", "10000", "10000"]),
    (chain("i = 7", " OR i = 2"), ["false", "true", "false"]), (chain("i > 0", " AND i < 3"), ["true", "true", "false"]),
    (chain("i = 1", " XOR i = 2"), ["true", "false", "false"]), (chain("i", " <= i"), ["true", "true", "true"]),
    (chain("date('2013-01-11')", " + duration('P1D')"), ["'2026-09-20'", "'2026-09-20'", "'2026-09-20'"]),
  ]

  @Test(arguments: cases.indices) func `a long chain is computed from left to right`(index: Int) throws {
    #expect(try harness.literals(Self.cases[index].text) == Self.cases[index].expected)
  }

  @Test(arguments: ["+", "-", "||", "*", "/", "%", "^"]) func `a long chain does what pairs in parentheses do`(symbol: String) {
    let values = ["1", "2.5", "'a'", "[1, 'b']", "null", "true", "duration('P1D')", "date('2013-01-11')", "9223372036854775807"]
    let count = 66
    let chain = "x" + String(repeating: " \(symbol) y", count: count)
    let nested = String(repeating: "(", count: count) + "x" + String(repeating: " \(symbol) y)", count: count)
    for first in values {
      for operand in values {
        let prefix = "UNWIND [\(first)] AS x UNWIND [\(operand), \(operand)] AS y RETURN "
        #expect(
          Self.outcome(prefix + chain + " AS z") == Self.outcome(prefix + nested + " AS z"), "\(first) \(symbol) \(operand)")
      }
    }
  }

  private static func outcome(_ text: String) -> String {
    do {
      return try QueryEngine.over().column(text).joined(separator: ", ")
    } catch {
      return (error as? CypherError)?.message ?? "\(error)"
    }
  }

  @Test func `an error in a chain shows the part that failed`() throws {
    let text = "UNWIND [1] AS x RETURN 9223372036854775807" + String(repeating: " + x", count: 100)
    let error = try #require(throws: CypherError.self) { try QueryEngine.over().run(text, parameters: [:]).allRecords() }
    #expect(error.span == SourceSpan(23, 46))
  }

  @Test func `a wrong operand of a chain is told before it runs`() throws {
    let text = "RETURN 1" + String(repeating: " - 1", count: 100) + " - 'a' AS x"
    #expect(try QueryEngine.over().failure(text) == "InvalidArgumentType")
  }
}
