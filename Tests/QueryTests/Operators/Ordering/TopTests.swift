import Cypher
import Graph
import GraphStorage
import Testing

@testable import Query

struct TopTests {
  /// As the naive plan does, which pulls nothing for LIMIT 0.
  @Test func `rows that nobody asks for are not computed`() throws {
    let engine = try QueryEngine.over("CREATE (:A {x: 0})")
    #expect(try engine.literals("MATCH (n) RETURN 1 / n.x AS y ORDER BY y LIMIT 0").isEmpty)
    #expect(engine.failure("MATCH (n) RETURN 1 / n.x AS y ORDER BY y LIMIT 1") == "DivisionByZero")
  }

  @Test func `what is to be skipped counts among the rows kept`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 9000) AS i CREATE (:A {x: (i * 7919) % 9001})")
    let query = "MATCH (a:A) RETURN a.x AS x ORDER BY x DESC"
    for (skip, limit) in [(0, 3), (3, 2), (2047, 3), (4000, 2500), (8998, 5), (9000, 1), (9001, 1), (5, 0)] {
      let expected = (skip..<skip + limit).filter { $0 < 9000 }.map { "\(9000 - $0)" }
      #expect(try engine.column("\(query) SKIP \(skip) LIMIT \(limit)") == expected)
    }
    #expect(try engine.column("\(query) SKIP 8998 LIMIT \(Int64.max)") == ["2", "1"])
    #expect(try engine.column("\(query) SKIP \(Int64.max) LIMIT \(Int64.max)").isEmpty)
    #expect(try engine.column("\(query) LIMIT \(Int64.max)").count == 9000)
    #expect(engine.failure("\(query) SKIP -1 LIMIT 5") == "NegativeIntegerArgument")
    #expect(engine.failure("\(query) SKIP 1 LIMIT -5") == "NegativeIntegerArgument")
  }

  @Test func `rows with the first key of the last one kept are left out by their second`() throws {
    let keys = (0..<2).map {
      CompiledSortKey(expression: ColumnExpression(column: $0), isDescending: false, placesNullsFirst: false)
    }
    var rows = KeyedRows(keys: keys, columnCount: 2)
    let context = ExecutionContext(evaluation: EvaluationContext(snapshot: GraphStore().snapshot), transaction: nil)
    func append(_ second: Range<Int64>) throws {
      let first = [Int64](repeating: 7, count: second.count)
      try rows.append(
        Batch(columns: [Vector(.integers(first)), Vector(.integers(Array(second)))], rowCount: second.count), context)
    }
    try append(100..<1100)
    rows.keepFirst(5)
    #expect(rows.rowCount == 5)
    try append(105..<1100)
    #expect(rows.rowCount == 5)
    try append(0..<200)
    #expect(rows.rowCount == 110)
  }

  @Test(arguments: [
    "n.a, n.b", "n.a DESC, n.b", "n.a, n.b DESC", "n.a DESC, n.b DESC", "n.a, n.s", "n.a DESC, n.s DESC", "n.s, n.b",
    "n.s DESC, n.a", "n.f, n.s", "n.f DESC, n.m", "n.m, n.b", "n.a, n.b NULLS FIRST", "n.a NULLS FIRST, n.s DESC NULLS LAST",
  ])
  func `the first rows are those that all rows in order begin with`(order: String) throws {
    let engine = try QueryEngine.over(
      """
      UNWIND range(0, 8999) AS i CREATE (:A {i: i, a: CASE WHEN i % 5 = 4 THEN null ELSE i % 3 END,
        b: CASE WHEN i % 7 = 6 THEN null ELSE (i * 7919) % 9001 END, s: 'a common beginning ' + (i * 31) % 997,
        f: CASE WHEN i % 11 = 3 THEN 0.0 / 0.0 ELSE (i % 4) / 2.0 END,
        m: CASE WHEN i % 2 = 0 THEN i % 10 ELSE 'text' + i % 10 END})
      """)
    let query = "MATCH (n:A) RETURN n.i ORDER BY \(order), n.i"
    let all = try engine.column(query)
    for count in [1, 10, 1500] { #expect(try engine.column("\(query) LIMIT \(count)") == Array(all.prefix(count))) }
  }

  @Test func `the graph is changed even if nobody asks for the rows`() throws {
    let engine = try QueryEngine.over()
    #expect(try engine.literals("UNWIND [2, 1] AS x CREATE (n {x: x}) RETURN n.x AS y ORDER BY y LIMIT 0").isEmpty)
    #expect(try engine.column("MATCH (n) RETURN count(n)") == ["2"])
  }
}
