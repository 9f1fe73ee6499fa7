import Cypher
import Graph
import GraphAlgorithms
import Query
import Testing

@Suite struct AlgorithmProceduresTests {
  /// A triangle of persons, a fourth that hangs on it, a fifth who points at himself, and a city.
  ///
  ///     a ─1→ b ─1→ c ─2→ d ─→ f (City)     a ─9→ c     c ─→ a     e ─→ e     b ─1→ c again, without a weight
  private static let graph = """
    CREATE (a:Person {name: 'a'}), (b:Person {name: 'b'}), (c:Person {name: 'c'}), (d:Person {name: 'd'}), (e:Person {name: 'e'}),
      (f:City {name: 'f', size: 'big'}),
      (a)-[:KNOWS {weight: 1, note: 'x'}]->(b), (b)-[:KNOWS {weight: 1}]->(c), (b)-[:KNOWS]->(c),
      (c)-[:KNOWS {weight: 2}]->(d), (a)-[:OWES {weight: 9}]->(c), (e)-[:LIKES {weight: -1}]->(e), (d)-[:LIVES_IN]->(f)
    """

  /// A call and its records, as the texts of its columns joined by blanks.
  struct Example: Sendable, CustomTestStringConvertible {
    let call: String
    let records: [String]

    init(_ call: String, _ records: [String]) {
      self.call = call
      self.records = records
    }

    var testDescription: String { call }
  }

  private static let ends = "MATCH (s {name: 'a'}), (t {name: 'd'}) "
  private static let names = "[n IN nodes(path) | n.name]"

  static let examples = [
    // Which nodes matter
    Example("CALL dossier.degree() YIELD node, degree RETURN node.name, degree", ["a 2", "b 2", "c 1", "d 1", "e 1", "f 0"]),
    Example(
      "CALL dossier.degree({direction: 'both', types: ['KNOWS', 'LIKES']}) YIELD node, degree RETURN node.name, degree",
      ["a 1", "b 3", "c 3", "d 1", "e 2", "f 0"]),
    Example(
      "CALL dossier.degree({labels: 'Person', direction: 'incoming', weight: 'weight', defaultWeight: 4}) YIELD node, degree "
        + "RETURN node.name, degree", ["a 0.0", "b 1.0", "c 14.0", "d 2.0", "e -1.0"]),
    Example("CALL dossier.pagerank({iterations: 50}) YIELD score RETURN round(sum(score), 9)", ["1.0"]),
    Example(
      "MATCH (a {name: 'a'}) CALL dossier.pagerank({origins: a, types: 'KNOWS', damping: 0.5}) YIELD node, score WHERE score > 0 "
        + "RETURN node.name", ["a", "b", "c", "d"]),
    Example(
      "CALL dossier.betweenness({labels: 'Person'}) YIELD node, score WHERE score > 0 RETURN node.name, score", ["c 2.0"]),
    Example(
      "CALL dossier.betweenness({types: ['KNOWS', 'OWES'], weight: 'weight'}) YIELD node, score WHERE score > 0 "
        + "RETURN node.name, score", ["b 2.0", "c 2.0"]),
    Example(
      "CALL dossier.betweenness({labels: 'Person', samples: 6, seed: 3}) YIELD node, score WHERE score > 0 "
        + "RETURN node.name, score", ["c 2.0"]),
    Example(
      "CALL dossier.closeness({types: 'KNOWS', labels: 'Person', direction: 'outgoing'}) YIELD node, score "
        + "RETURN node.name, round(score, 3)", ["a 0.375", "b 0.333", "c 0.25", "d 0.0", "e 0.0"]),
    Example(
      "CALL dossier.harmonic({types: 'KNOWS', direction: 'outgoing'}) YIELD node, score WHERE score > 0 "
        + "RETURN node.name, round(score, 3)", ["a 1.833", "b 1.5", "c 1.0"]),
    Example(
      "CALL dossier.eigenvector({labels: 'Person', types: ['KNOWS', 'OWES']}) YIELD node, score "
        + "RETURN node.name ORDER BY score DESC LIMIT 2", ["b", "c"]),
    // Which nodes belong together
    Example(
      "CALL dossier.components() YIELD node, component RETURN node.name, component", ["a 0", "b 0", "c 0", "d 0", "e 4", "f 0"]),
    Example(
      "CALL dossier.components({types: 'LIVES_IN'}) YIELD node, component WITH component, count(*) AS n RETURN component, n",
      ["0 1", "1 1", "2 1", "3 2", "4 1"]),
    Example("CALL dossier.strongComponents() YIELD component RETURN count(DISTINCT component)", ["6"]),
    Example(
      "CALL dossier.communities({types: 'KNOWS'}) YIELD node, community RETURN community, count(*) AS n", ["0 4", "4 1", "5 1"]),
    Example(
      "CALL dossier.leiden({types: 'KNOWS'}) YIELD node, community RETURN community, count(*) AS n", ["0 4", "4 1", "5 1"]),
    Example(
      "CALL dossier.labelPropagation({types: 'KNOWS'}) YIELD node, community RETURN count(DISTINCT community)", ["3"]),
    // How the graph is knit
    Example(
      "CALL dossier.triangles({labels: 'Person'}) YIELD node, triangles RETURN node.name, triangles",
      ["a 1", "b 1", "c 1", "d 0", "e 0"]),
    Example(
      "CALL dossier.clustering() YIELD node, coefficient WHERE coefficient > 0 RETURN node.name, round(coefficient, 2)",
      ["a 1.0", "b 1.0", "c 0.33"]),
    Example("CALL dossier.kCore() YIELD node, core RETURN node.name, core", ["a 2", "b 2", "c 2", "d 1", "e 0", "f 1"]),
    Example(
      "CALL dossier.bridges() YIELD relationship, source, target RETURN type(relationship), source.name, target.name",
      ["KNOWS c d", "LIVES_IN d f"]),
    Example("CALL dossier.articulationPoints() YIELD node RETURN node.name", ["c", "d"]),
    Example(
      "CALL dossier.spanningTree({weight: 'weight', labels: 'Person'}) YIELD source, target, weight "
        + "RETURN source.name, target.name, weight", ["a b 1.0", "b c 1.0", "c d 2.0"]),
    // How to get from node to node
    Example(
      ends + "CALL dossier.shortestPath({source: s, target: t}) YIELD path, distance RETURN \(names), distance",
      ["['a', 'c', 'd'] 2.0"]),
    Example(
      ends + "CALL dossier.shortestPath({source: s, target: t, weight: 'weight', labels: 'Person', types: ['KNOWS', 'OWES']}) "
        + "YIELD path, distance RETURN \(names), distance, [r IN relationships(path) | type(r)]",
      ["['a', 'b', 'c', 'd'] 4.0 ['KNOWS', 'KNOWS', 'KNOWS']"]),
    Example(ends + "CALL dossier.shortestPath({source: t, target: s}) YIELD path RETURN count(path)", ["0"]),
    Example(
      ends + "CALL dossier.shortestPath({source: t, target: s, direction: 'incoming'}) YIELD path RETURN \(names)",
      ["['d', 'c', 'a']"]),
    Example(
      ends + "CALL dossier.shortestPath({source: s, target: s}) YIELD path, distance RETURN length(path), distance", ["0 0.0"]),
    Example(
      ends + "CALL dossier.shortestPaths({source: s, types: 'KNOWS', weight: 'weight', limit: 3}) YIELD target, distance, path "
        + "RETURN target.name, distance, length(path)", ["b 1.0 1", "c 2.0 2"]),
    Example(
      "CALL dossier.allPairs({types: 'KNOWS', limit: 2}) YIELD source, target, distance "
        + "RETURN source.name, target.name, distance", ["a b 1.0", "a c 2.0", "b c 1.0", "b d 2.0", "c d 1.0"]),
    Example(
      ends + "CALL dossier.kShortestPaths({source: s, target: t, types: ['KNOWS', 'OWES'], weight: 'weight', k: 5}) "
        + "YIELD rank, path, distance RETURN rank, \(names), distance",
      ["1 ['a', 'b', 'c', 'd'] 4.0", "2 ['a', 'c', 'd'] 11.0"]),
    // How much fits through
    Example(
      ends + "CALL dossier.maxFlow({source: s, target: t, types: ['KNOWS', 'OWES'], weight: 'weight'}) YIELD flow, cut "
        + "RETURN flow, [r IN cut | startNode(r).name]", ["2.0 ['c']"]),
    Example(
      "MATCH (s {name: 'a'}), (t {name: 'c'}) CALL dossier.maxFlow({source: s, target: t}) YIELD flow RETURN flow", ["2.0"]),
    Example(
      "MATCH (s {name: 'c'}), (t {name: 'b'}) CALL dossier.flows({source: s, target: t, direction: 'both'}) "
        + "YIELD source, target, flow, capacity RETURN source.name, target.name, flow, capacity",
      ["a b 1.0 1.0", "c a 1.0 1.0", "c b 1.0 1.0", "c b 1.0 1.0"]),
    // Who is like whom
    Example(
      "CALL dossier.similarity({types: ['KNOWS', 'OWES']}) YIELD source, target, score RETURN source.name, target.name, score",
      ["a b 0.3333333333333333", "a c 0.25", "a d 0.5", "b c 0.25", "b d 0.5"]),
    Example(
      "CALL dossier.similarity({types: ['KNOWS', 'OWES'], metric: 'overlap', cutoff: 0.6}) YIELD source, target "
        + "RETURN source.name, target.name", ["a d", "b d"]),
    Example(
      "CALL dossier.commonNeighbours({labels: 'Person'}) YIELD source, target, score RETURN source.name, target.name, score",
      ["a d 1.0", "b d 1.0"]),
    Example(
      ends + "CALL dossier.adamicAdar({source: t, labels: 'Person'}) YIELD target, score RETURN target.name, round(score, 3)",
      ["a 0.91", "b 0.91"]),
    Example(
      ends + "CALL dossier.resourceAllocation({source: s, target: t, labels: 'Person'}) YIELD score RETURN round(score, 3)",
      ["0.333"]),
    Example(
      ends + "CALL dossier.preferentialAttachment({source: s, target: t, labels: 'Person'}) YIELD score RETURN score", ["2.0"]),
  ]

  @Test("every algorithm answers what the small graph says", arguments: examples)
  func example(_ example: Example) throws {
    let engine = try QueryEngine.over(Self.graph)
    let records = try engine.literals(example.call).map { record in
      record.map { $0.hasPrefix("'") ? String($0.dropFirst().dropLast()) : $0 }.joined(separator: " ")
    }
    #expect(records.sorted() == example.records.sorted())
  }

  /// A call that is wrong, and what the message and the hint have to say.
  static let mistakes: [(call: String, message: String, hint: String)] = [
    ("dossier.pagerank({lables: 'Person'})", "has no option `lables`", "did you mean `labels`?"),
    ("dossier.pagerank({label: 'Person', labels: 'City'})", "options `labels` and `label`", "give one of them"),
    ("dossier.triangles({weight: 'weight'})", "has no option `weight`", "its options are labels, types"),
    ("dossier.pagerank({labels: 'Persn'})", "no label `Persn`", "did you mean `Person`?"),
    ("dossier.pagerank({labels: 'Spaceship'})", "no label `Spaceship`", "CALL db.labels() lists"),
    ("dossier.pagerank({types: ['KNOWS', 'LIVES']})", "no relationship type `LIVES`", "did you mean `LIKES`?"),
    ("dossier.pagerank({weight: 'wieght'})", "no property `wieght`", "did you mean `weight`?"),
    ("dossier.pagerank({labels: 1})", "`labels` of dossier.pagerank() is a String or a List of Strings, found 1", ""),
    ("dossier.pagerank({damping: 2})", "`damping` of dossier.pagerank() is a number from 0.0 to 1.0, found 2", ""),
    ("dossier.pagerank({iterations: 0})", "is an Integer from 1 to 100000, found 0", ""),
    ("dossier.pagerank({iterations: 1.5})", "is an Integer from 1 to 100000, found 1.5", ""),
    ("dossier.pagerank({direction: 'up'})", "is 'outgoing', 'incoming' or 'both', found 'up'", ""),
    ("dossier.similarity({metric: 'cosine'})", "is 'jaccard' or 'overlap', found 'cosine'", ""),
    ("dossier.pagerank({defaultWeight: 2})", "has nothing to stand in for", "in `weight`"),
    ("dossier.pagerank({weight: 'weight', defaultWeight: -2})", "0 or more, found -2.0", ""),
    (
      "dossier.pagerank({weight: 'weight'})",
      "the weight `weight` of relationship 5, a `LIKES`, must be a number that is 0 or more",
      "choose relationships with `types`"
    ),
    (
      "dossier.leiden({weight: 'note'})", "the weight `note` of relationship 0, a `KNOWS`, must be a number, found 'x'",
      "another property with `weight`"
    ),
    ("dossier.betweenness({types: 'KNOWS', weight: 'weight', defaultWeight: 0})", "greater than 0", ""),
    (
      "dossier.shortestPaths({types: 'KNOWS'})", "needs the option `source`, a Node",
      "CALL dossier.shortestPaths({source: s}) YIELD"
    ),
    ("dossier.shortestPath({source: n})", "needs the option `target`, a Node", "{source: s, target: t}"),
    ("dossier.shortestPath({source: 'a', target: n})", "`source` of dossier.shortestPath() is a Node, found 'a'", ""),
    (
      "dossier.shortestPath({source: n, target: n, labels: 'City'})",
      "node 0 (:Person), given as `source`, has none of the labels in `labels`", "add a label of the node to `labels`"
    ),
    ("dossier.pagerank({origins: [n], labels: 'City'})", "given as `origins`, has none", "leave `labels` out"),
    ("dossier.maxFlow({source: n, target: n})", "`source` and `target` of dossier.maxFlow() are the same node", "two nodes"),
    ("dossier.commonNeighbours({target: n})", "needs the option `source`", ""),
  ]

  @Test("a call that makes no sense says where, what and what to do", arguments: mistakes.indices)
  func mistake(index: Int) throws {
    let (call, message, hint) = Self.mistakes[index]
    let engine = try QueryEngine.over(Self.graph)
    let query = "MATCH (n {name: 'a'}) CALL \(call) YIELD * RETURN count(*)"
      .replacing("YIELD *", with: "YIELD \(call.hasPrefix("dossier.maxFlow") ? "flow" : Self.field(of: call)) AS x")
    let error = #expect(throws: CypherError.self) { try engine.column(query) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(hint.isEmpty || error?.hint?.contains(hint) == true, "\(error?.hint ?? "no hint")")
    #expect(error?.position?.line == 1 && error?.position?.column == place(query))
  }

  /// The column of the map that is the procedure's argument.
  private func place(_ query: String) -> Int {
    query.distance(from: query.startIndex, to: query.firstRange(of: "({")!.upperBound)
  }

  private static func field(of call: String) -> String {
    if call.hasPrefix("dossier.shortest") { return "distance" }
    if call.hasPrefix("dossier.leiden") { return "community" }
    return call.hasPrefix("dossier.triangles") ? "triangles" : "score"
  }

  @Test func `a node that the statement has deleted is no place to begin`() throws {
    let engine = try QueryEngine.over(Self.graph)
    let error = #expect(throws: CypherError.self) {
      try engine.column(
        "MATCH (n {name: 'f'}) DETACH DELETE n WITH n CALL dossier.shortestPaths({source: n}) YIELD path RETURN path")
    }
    #expect(error?.message == "node 5, given as `source`, has been deleted")
  }

  @Test func `a call for each row sees what the statement has changed before`() throws {
    let engine = try QueryEngine.over(Self.graph)
    let distances = """
      MATCH (s {name: 'a'}), (t:Person) WHERE t.name IN ['b', 'd']
      CALL dossier.shortestPath({source: s, target: t}) YIELD distance RETURN distance ORDER BY distance
      """
    #expect(try engine.column(distances) == ["1.0", "2.0"])
    let changed = """
      MATCH (s {name: 'a'}), (t {name: 'd'})
      CALL dossier.shortestPath({source: s, target: t}) YIELD distance AS before
      CREATE (s)-[:KNOWS]->(t) WITH s, t, before
      CALL dossier.shortestPath({source: s, target: t}) YIELD distance RETURN before, distance
      """
    #expect(try engine.literals(changed) == [["2.0", "1.0"]])
  }

  @Test func `labels and types may be given by their singulars, one or a list`() throws {
    let engine = try QueryEngine.over(Self.graph)
    for (one, other) in [
      ("{label: 'Person', type: 'KNOWS'}", "{labels: 'Person', types: 'KNOWS'}"),
      ("{label: ['Person', 'City'], type: ['KNOWS', 'LIVES_IN']}", "{labels: ['Person', 'City'], types: ['KNOWS', 'LIVES_IN']}"),
    ] {
      let call = "YIELD node, degree RETURN node.name, degree ORDER BY node.name"
      #expect(
        try engine.literals("CALL dossier.degree(\(one)) \(call)") == engine.literals("CALL dossier.degree(\(other)) \(call)"))
    }
  }

  @Test func `a call sees what statements before have changed, and what its transaction has`() throws {
    let engine = try QueryEngine.over(Self.graph)
    let count = "CALL dossier.components({label: 'Person'}) YIELD component RETURN count(DISTINCT component)"
    #expect(try engine.column(count) == ["2"])
    _ = try engine.column("CREATE (:Person)")
    #expect(try engine.column(count) == ["3"])
    _ = try engine.run("BEGIN", parameters: [:])
    _ = try engine.column("CREATE (:Person)")
    #expect(try engine.column(count) == ["4"])
    _ = try engine.run("ROLLBACK", parameters: [:])
    #expect(try engine.column(count) == ["3"])
    // Another engine writes to the same graph.
    _ = try QueryEngine(store: engine.store).column("CREATE (:Person)")
    #expect(try engine.column(count) == ["4"])
  }

  @Test func `an answer of too many records ends with the memory limit`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 400) AS i CREATE (:N)")
    _ = try engine.column("MATCH (a:N), (b:N) WHERE id(b) = id(a) + 1 CREATE (a)-[:R]->(b)")
    engine.limits.memoryByteCount = 1 << 20
    let error = #expect(throws: CypherError.self) {
      try engine.column("CALL dossier.allPairs() YIELD distance RETURN count(distance)")
    }
    #expect(error?.detail.rawValue == "MemoryLimitExceeded")
    #expect(try engine.column("CALL dossier.allPairs({limit: 2}) YIELD distance RETURN count(distance)") == ["797"])
  }

  @Test func `options may be left out, parentheses too in a call that stands alone`() throws {
    let engine = try QueryEngine.over(Self.graph)
    #expect(try engine.literals("CALL dossier.degree").count == 6)
    #expect(try engine.literals("CALL dossier.degree()").count == 6)
    #expect(try engine.literals("CALL dossier.degree(null)").count == 6)
    #expect(throws: CypherError.self) { try engine.column("CALL dossier.degree({}, {})") }
  }

  @Test("every option that an algorithm lists is read", arguments: AlgorithmCatalog.all.map(\.name))
  func listedOption(name: String) throws {
    let algorithm = try #require(AlgorithmCatalog.algorithm(named: name))
    let engine = try QueryEngine.over(Self.graph)
    let nodes = algorithm.parameters.filter { $0.kind == .node }.map { "\($0.name): \($0.name.first!)" }
    for parameter in algorithm.parameters {
      let others = nodes.filter { !$0.hasPrefix(parameter.name) }
      let options = (others + ["\(parameter.name): {}"]).joined(separator: ", ")
      let error = #expect(throws: CypherError.self) {
        try engine.column(
          Self.ends + "CALL dossier.\(name)({\(options)}) YIELD \(algorithm.results[0].name) AS x RETURN count(x)")
      }
      #expect(error?.message.hasPrefix("option `\(parameter.name)` of dossier.\(name)() is ") == true, "\(error?.message ?? "")")
    }
  }

  @Test func `an algorithm ends when the statement's time is up`() throws {
    let engine = try QueryEngine.over(Self.graph)
    engine.limits.timeoutSeconds = 0.05
    let error = #expect(throws: CypherError.self) {
      try engine.column(
        "CALL dossier.pagerank({types: ['KNOWS', 'OWES'], iterations: 100000, tolerance: 0}) YIELD score RETURN score")
    }
    #expect(error?.kind == .executionError)
  }
}
