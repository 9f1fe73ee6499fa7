import Cypher
import Graph
import GraphStorage
import Query
import TestSupport
import Testing

/// Random paths over random graphs, against what trying everything finds; with all optimiser rules and with none.
struct RandomPathTests {
  private static let graphCount = 12
  private static let patternsPerGraph = 6

  /// Calls `body` with random cases and the two engines, and a text that says how to repeat a failure.
  private func forEachCase(
    isBounded: Bool, _ body: (KnownGraph, KnownPattern, [QueryEngine], inout SeededGenerator, String) throws -> Void
  ) throws {
    let seed = SeededGenerator.freshSeed()
    print("random paths from seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<Self.graphCount {
      let graph = KnownGraph(using: &generator)
      let engine = try QueryEngine.over(graph.script)
      let naive = QueryEngine(store: engine.store)
      naive.disabledRules = QueryEngine.ruleNames
      for _ in 0..<Self.patternsPerGraph {
        let pattern = KnownPattern(isBounded: isBounded, using: &generator)
        try body(graph, pattern, [engine, naive], &generator, "seed \(seed)\n\(graph.script)")
      }
    }
  }

  /// How the ends of a path are bound before it is looked for.
  private static func bindings(using generator: inout SeededGenerator) -> String {
    ["", "MATCH (a) ", "MATCH (b) ", "MATCH (b), (a) "].randomElement(using: &generator)!
  }

  private static func rows(_ engine: QueryEngine, _ query: String) throws -> [String] {
    try engine.literals(query).map { $0.joined(separator: " | ") }
  }

  @Test func everyMatchOfAPatternIsFound() throws {
    var matchCount = 0
    try forEachCase(isBounded: false) { graph, pattern, engines, generator, place in
      let expected = PathOracle(graph, pattern, repeatsRelationships: false).matches.map(\.row).sorted()
      let query = "\(Self.bindings(using: &generator))MATCH \(pattern.text) RETURN a.id, b.id, \(pattern.columns)"
      for engine in engines {
        let found = try Self.rows(engine, query)
        #expect(found.sorted() == expected, "\(place)\n\(query)")
      }
      matchCount += expected.count
    }
    #expect(matchCount > Self.graphCount * Self.patternsPerGraph)
  }

  @Test func elementsMayBeRepeatedWhereThePatternSaysSo() throws {
    try forEachCase(isBounded: true) { graph, pattern, engines, generator, place in
      let oracle = PathOracle(graph, pattern, repeatsRelationships: true)
      if oracle.hasTooManyMatches { return }
      let expected = oracle.matches.map(\.row).sorted()
      let query =
        "\(Self.bindings(using: &generator))MATCH REPEATABLE ELEMENTS \(pattern.text) RETURN a.id, b.id, \(pattern.columns)"
      for engine in engines {
        let found = try Self.rows(engine, query)
        #expect(found.sorted() == expected, "\(place)\n\(query)")
      }
    }
  }

  @Test func modesSayWhatAPathMayMeetTwice() throws {
    try forEachCase(isBounded: false) { graph, pattern, engines, generator, place in
      let mode = PathMode.allCases.randomElement(using: &generator)!
      let expected = PathOracle(graph, pattern, repeatsRelationships: false).matches.filter { match in
        switch mode {
        case .walk, .trail: true
        case .acyclic: Set(match.nodes).count == match.nodes.count
        case .simple:
          Set(match.nodes.dropFirst()).count == match.nodes.count - 1
            && !match.nodes.dropFirst().dropLast().contains(match.nodes[0])
        }
      }.map(\.row).sorted()
      let query =
        "\(Self.bindings(using: &generator))MATCH \(mode.rawValue) \(pattern.text) RETURN a.id, b.id, \(pattern.columns)"
      for engine in engines {
        let found = try Self.rows(engine, query)
        #expect(found.sorted() == expected, "\(place)\n\(query)")
      }
    }
  }

  @Test func selectorsTakeTheShortestPathsBetweenEachPairOfEnds() throws {
    try forEachCase(isBounded: false) { graph, pattern, engines, generator, place in
      let count = Int.random(in: 1...3, using: &generator)
      let countsLengths = Bool.random(using: &generator)
      let selector = Self.selector(count, countsLengths, using: &generator)
      let all = PathOracle(graph, pattern, repeatsRelationships: false).matches
      let query = "\(Self.bindings(using: &generator))MATCH \(selector) \(pattern.text) RETURN a.id, b.id, \(pattern.columns)"
      for engine in engines {
        Self.check(try Self.rows(engine, query), all, count, countsLengths, "\(place)\n\(query)")
      }
    }
  }

  @Test func conditionsInParenthesesArePartOfTheSearch() throws {
    try forEachCase(isBounded: false) { graph, pattern, engines, generator, place in
      let conditions: [(String, (PathOracle.Match) -> Bool)] = [
        ("all(n IN nodes(p) WHERE n.x > 0)", { $0.nodes.allSatisfy { graph.nodes[$0] > 0 } }),
        ("none(r IN relationships(p) WHERE r.w = 0)", { $0.links.allSatisfy { graph.links[$0].weight != 0 } }),
        ("length(p) > 2", { $0.length > 2 }), ("a.x <= b.x", { graph.nodes[$0.ends[0]] <= graph.nodes[$0.ends[1]] }),
        (
          "any(n IN nodes(p) WHERE n.x > a.x)", { match in match.nodes.contains { graph.nodes[$0] > graph.nodes[match.ends[0]] } }
        ),
      ]
      let (text, isMet) = conditions.randomElement(using: &generator)!
      let all = PathOracle(graph, pattern, repeatsRelationships: false).matches.filter(isMet)
      let path = "SHORTEST 2 (p = \(pattern.text) WHERE \(text))"
      let query = "\(Self.bindings(using: &generator))MATCH \(path) RETURN a.id, b.id, \(pattern.columns)"
      for engine in engines { Self.check(try Self.rows(engine, query), all, 2, false, "\(place)\n\(query)") }
    }
  }

  private static func selector(_ count: Int, _ countsLengths: Bool, using generator: inout SeededGenerator) -> String {
    var texts = countsLengths ? ["SHORTEST \(count) GROUPS", "SHORTEST \(count) PATH GROUP"] : ["SHORTEST \(count)"]
    if count == 1 {
      texts += countsLengths ? ["ALL SHORTEST PATHS", "SHORTEST GROUP"] : ["ANY SHORTEST", "ANY SHORTEST TRAIL PATHS"]
    }
    return texts.randomElement(using: &generator)!
  }

  /// Checks that `rows` are what a selector may choose from `all` matches.
  private static func check(
    _ rows: [String], _ all: [PathOracle.Match], _ count: Int, _ countsLengths: Bool, _ place: String
  ) {
    var left = rows
    for group in Dictionary(grouping: all, by: \.ends).values {
      let lengths = group.map(\.length).sorted()
      let chosen = Set(group.map(\.row))
      let found = left.filter { chosen.contains($0) }
      left.removeAll { chosen.contains($0) }
      if countsLengths {
        let smallest = Set(Array(Set(lengths)).sorted().prefix(count))
        #expect(found.sorted() == group.filter { smallest.contains($0.length) }.map(\.row).sorted(), "\(place)")
      } else {
        let foundLengths = found.compactMap { row in group.first { $0.row == row }?.length }.sorted()
        #expect(foundLengths == Array(lengths.prefix(count)), "\(place)")
        #expect(Set(found).count == found.count || Set(group.map(\.row)).count < group.count, "\(place)")
      }
    }
    #expect(left.isEmpty, "no match of the pattern: \(left)\n\(place)")
  }
}
