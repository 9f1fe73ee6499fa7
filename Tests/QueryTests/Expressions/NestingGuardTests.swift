import Cypher
import Graph
import GraphStorage
import Query
import Testing

/// Values that a loop nests deeper with every step.
struct NestingGuardTests {
  private func failure(_ text: String) throws -> CypherError? {
    do throws(CypherError) {
      _ = try QueryEngine(store: GraphStore()).run(text, parameters: [:]).allRecords()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "RETURN reduce(a = [], x IN range(1, 100000) | [a]) AS x", "RETURN reduce(a = [], x IN range(1, 100000) | [[a], 1]) AS x",
    "RETURN reduce(a = {}, x IN range(1, 100000) | {k: a}) AS x",
    "UNWIND [1, 2] AS y RETURN reduce(a = y, x IN range(1, 100000) | [z IN [a] | z]) AS x",
    "RETURN reduce(a = [], x IN range(1, 100000) | COLLECT { RETURN a }) AS x",
  ])
  func `a value nested too deep is refused at the list that is walked`(text: String) throws {
    let error = try #require(try failure(text))
    #expect(error.kind == .executionError && error.detail == "NestingLimitExceeded" && error.phase == .runtime)
    #expect(
      error.span.map { String(text.utf8.dropFirst($0.lowerBound).prefix($0.upperBound - $0.lowerBound))! } == "range(1, 100000)")
  }

  @Test func `what grows without being nested may grow on`() throws {
    let engine = QueryEngine(store: GraphStore())
    #expect(try engine.column("RETURN size(reduce(a = [], x IN range(1, 20000) | a + x)) AS x") == ["20000"])
    #expect(try engine.column("RETURN size(reduce(a = [], x IN range(1, 900) | [a])) AS x") == ["1"])
  }
}
