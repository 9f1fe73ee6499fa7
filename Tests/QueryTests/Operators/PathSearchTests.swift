import Cypher
import Query
import TestSupport
import Testing

/// Searches over graphs large enough for many steps, with every rule and with none.
struct PathSearchTests {
  /// Relationships of two types among 60 nodes, loops and parallel ones among them.
  private func engines(_ generator: inout SeededGenerator) throws -> [QueryEngine] {
    var script = ["UNWIND range(0, 59) AS i CREATE (:N {id: i})"]
    for _ in 0..<75 {
      let (a, b) = (Int.random(in: 0..<60, using: &generator), Int.random(in: 0..<60, using: &generator))
      let type = Bool.random(using: &generator) ? "R" : "S"
      script.append("MATCH (a:N {id: \(a)}), (b:N {id: \(b)}) CREATE (a)-[:\(type)]->(b)")
    }
    let engine = try QueryEngine.over("CREATE ()")
    for statement in script { _ = try engine.column(statement) }
    let naive = QueryEngine(store: engine.store)
    naive.disabledRules = QueryEngine.ruleNames
    return [engine, naive]
  }

  private static let ends = "UNWIND $pairs AS pair MATCH (a:N {id: pair[0]}), (b:N {id: pair[1]}) "

  static let queries: [String] = ["", ":R", ":S|R"].flatMap { types in
    [("-[", "]->"), ("<-[", "]-"), ("-[", "]-")].flatMap { open, close in
      func chain(_ bounds: String) -> String { "(a)\(open)\(types)\(bounds)\(close)(b)" }
      return [
        ends + "MATCH p = shortestPath(\(chain("*..30"))) RETURN pair, length(p) ORDER BY pair",
        ends + "MATCH p = shortestPath(\(chain("*..3"))) RETURN pair, length(p) ORDER BY pair",
        ends + "MATCH p = allShortestPaths(\(chain("*..30"))) RETURN pair, length(p), count(*) ORDER BY pair",
        ends + "MATCH \(chain("*1..4")) RETURN pair, count(*) ORDER BY pair",
        ends + "MATCH \(chain("*0..3")) RETURN pair, count(*) ORDER BY pair",
        ends + "MATCH \(chain("*2..2")) RETURN pair, count(*) ORDER BY pair",
        ends + "MATCH (a)\(open)\(types)*1..3\(close)(c) RETURN pair, count(DISTINCT c) ORDER BY pair",
        ends + "MATCH (a)\(open)\(types)*..5\(close)(c:N) WHERE c.id <> pair[0] RETURN pair, count(DISTINCT c) ORDER BY pair",
        ends + "MATCH (a)\(open)\(types)*0..2\(close)(c) RETURN DISTINCT pair, c.id ORDER BY pair, c.id",
      ]
    }
  }

  private static let starts = "UNWIND $pairs AS pair MATCH (a:N {id: pair[0]}) "

  /// Of the ends of chains from several starts nothing is asked but which they are.
  private static func mergedQueries(_ bounds: [String]) -> [String] {
    [("-[", "]->"), ("<-[", "]-"), ("-[", "]-")].flatMap { open, close in
      bounds.flatMap { bounds in
        func chain(_ types: String) -> String { "(a)\(open)\(types)\(bounds)\(close)(c)" }
        return [
          starts + "MATCH \(chain("")) RETURN DISTINCT c.id ORDER BY c.id",
          starts + "MATCH \(chain(":R")) RETURN DISTINCT c.id ORDER BY c.id",
          starts + "MATCH \(chain(":R"))-[:S]->(d) RETURN count(DISTINCT d), min(d.id)",
          "MATCH (a:N) WHERE a.id % 10 = 3 MATCH \(chain("")) WHERE c.id > 5 RETURN count(DISTINCT c.id), max(c.id)",
        ]
      }
    }
  }

  @Test("with every rule and with none the answers are the same", arguments: [1, 2])
  func sameAnswers(seed: UInt64) throws { try compare(Self.queries, seed: seed) }

  @Test("ends found from all starts at once are those found from each", arguments: 1...6)
  func sameMergedAnswers(seed: UInt64) throws {
    try compare(Self.mergedQueries(["*1..1", "*..2", "*..3", "*0..0", "*0..2"]), seed: seed)
    // Without any rule every chain of these would be walked.
    try compare(Self.mergedQueries(["*", "*0..", "*..5", "*..7"]), seed: seed, without: ["MergeSearches"])
  }

  private func compare(_ queries: [String], seed: UInt64, without rules: Set<String> = QueryEngine.ruleNames) throws {
    var generator = SeededGenerator(seed: seed)
    let engines = try engines(&generator)
    engines[1].disabledRules = rules
    let pairs = (0..<12).map { _ in
      "[\(Int.random(in: 0..<60, using: &generator)), \(Int.random(in: 0..<60, using: &generator))]"
    }
    for query in queries {
      let text = query.replacing("$pairs", with: "[\((pairs + ["[7, 7]"]).joined(separator: ", "))]")
      let answers = try engines.map { try $0.literals(text) }
      #expect(answers[0] == answers[1], "\(text)")
    }
  }

  @Test func `the path found is a path, and a shortest one`() throws {
    var generator = SeededGenerator(seed: 3)
    let engine = try engines(&generator)[0]
    let wrong = try engine.column(
      """
      MATCH (a:N), (b:N) WHERE a.id < 20 AND b.id >= 40
      MATCH p = shortestPath((a)-[*..30]-(b)) WITH a, b, p, nodes(p) AS ns, relationships(p) AS rs
      WHERE ns[0] <> a OR ns[-1] <> b OR size(ns) <> size(rs) + 1
        OR any(i IN range(0, size(rs) - 1) WHERE NOT (
          (startNode(rs[i]) = ns[i] AND endNode(rs[i]) = ns[i + 1]) OR (endNode(rs[i]) = ns[i] AND startNode(rs[i]) = ns[i + 1])))
      RETURN count(*)
      """)
    #expect(wrong == ["0"])
  }
}
