import Query
import TestSupport
import Testing

/// Laws that every expression obeys, whatever the plan: what the comparison of plans cannot see, because all plans compute
/// expressions alike.
struct LogicTests {
  private static let graphCount = 15
  private static let expressionsPerGraph = 12

  /// Every row makes a predicate true, false or unknown – and just one of them.
  @Test func `a predicate, its negation and its being unknown part the rows`() throws {
    try forEachGraph { engine, generator, place in
      var builder = QueryGenerator(using: &generator)
      let match = builder.match(isOptional: false)
      let predicate = builder.predicate(3)
      let rows = Answer(engine, GeneratedQuery(text: "\(match) RETURN count(*) AS c"))
      let parts = Answer(
        engine,
        GeneratedQuery(
          text: """
            \(match) WITH count(*) AS total
            \(match) WITH total, \(predicate) AS p
            RETURN sum(CASE WHEN p THEN 1 WHEN NOT p THEN 1 WHEN p IS NULL THEN 1 ELSE 0 END) AS c
            """))
      let filtered = ["\(predicate)", "NOT \(predicate)", "(\(predicate)) IS NULL"].map { condition in
        Answer(engine, GeneratedQuery(text: "\(match) WITH * WHERE \(condition) RETURN count(*) AS c"))
      }
      guard let total = Self.count(rows), total > 0, filtered.allSatisfy({ $0.failure == nil }) else { return false }
      #expect(filtered.compactMap(Self.count).reduce(0, +) == total, "\(place)\n\(match)\n\(predicate)\n\(filtered)")
      if parts.failure == nil { #expect(Self.count(parts) == total, "\(place)\n\(match)\n\(predicate)") }
      return true
    }
  }

  /// Columns of numbers and texts are computed by kernels of their own; the values of a map, one at a time.
  @Test func `an expression over nodes has the value that it has over their property maps`() throws {
    try forEachGraph { engine, generator, place in
      var builder = QueryGenerator(using: &generator)
      builder.hopsLeft = 0
      builder.scope = [QueryGenerator.Variable(name: "n", kind: .record)]
      let expression = builder.expression(builder.pick(QueryGenerator.plainKinds + [.list(.string), .any, .map]), 4)
      let answers = ["", "WITH properties(n) AS n ", "WITH n {.*} AS n WITH [n, 1] AS pair UNWIND pair[0..1] AS n "].map {
        middle in
        Answer(engine, GeneratedQuery(text: "MATCH (n) \(middle)RETURN n.id AS id, \(expression) AS value"))
      }
      #expect(answers[1] == answers[0], "\(place)\n\(expression)\nof nodes: \(answers[0])\nof maps: \(answers[1])")
      #expect(answers[2] == answers[0], "\(place)\n\(expression)\nof nodes: \(answers[0])\nof elements: \(answers[2])")
      return answers[0].failure == nil
    }
  }

  // MARK: - Helpers

  /// Runs `check` many times; it says whether it could check anything.
  private func forEachGraph(_ check: (QueryEngine, inout SeededGenerator, String) throws -> Bool) throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    var checked = 0
    for _ in 0..<Self.graphCount {
      let script = RandomGraph(using: &generator).script
      let engine = try QueryEngine.over(script)
      engine.limits.timeoutSeconds = 2
      // Many an expression raises an error, of which there is nothing to check.
      for _ in 0..<(2 * Self.expressionsPerGraph) where try check(engine, &generator, "seed \(seed)\n\(script)") { checked += 1 }
    }
    #expect(checked > Self.graphCount * Self.expressionsPerGraph / 3)
  }

  private static func count(_ answer: Answer) -> Int? {
    answer.records.first.flatMap { Int($0) }
  }
}
