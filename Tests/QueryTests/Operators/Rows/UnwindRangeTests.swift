import Cypher
import Graph
import GraphStorage
import Testing

@testable import Query

@Suite struct UnwindRangeTests {
  @Test(
    "a range is unwound as its list would be",
    arguments: ["1, 5", "5, 1", "5, 1, -2", "1, 6, 2", "3, 3", "-3, 3, 3", "9223372036854775806, 9223372036854775807", "null, 3"])
  func sameAsList(arguments: String) throws {
    let engine = QueryEngine(store: GraphStore())
    func numbers(_ query: String) throws -> [String] {
      try engine.run(query, parameters: [:]).allRecords().map { $0[0].literal }
    }
    let streamed = try numbers("UNWIND range(\(arguments)) AS x RETURN x")
    #expect(streamed == (try numbers("WITH range(\(arguments)) AS list UNWIND list AS x RETURN x")))
  }

  @Test func `a range of many numbers starts anew for each row, across batches`() throws {
    let engine = QueryEngine(store: GraphStore())
    let query = "UNWIND [3, 5000, 0] AS n UNWIND range(1, n) AS x RETURN n, count(x) AS count, sum(x) AS sum ORDER BY n"
    let records = try engine.run(query, parameters: [:]).allRecords().map { $0.map(\.literal) }
    #expect(records == [["3", "3", "6"], ["5000", "5000", "12502500"]])
  }

  @Test("what is no range is refused", arguments: ["1, 2, 0", "'a', 2", "1, 2.5"])
  func refused(arguments: String) {
    let engine = QueryEngine(store: GraphStore())
    #expect(throws: CypherError.self) {
      try engine.run("UNWIND range(\(arguments)) AS x RETURN x", parameters: [:]).allRecords()
    }
  }
}
