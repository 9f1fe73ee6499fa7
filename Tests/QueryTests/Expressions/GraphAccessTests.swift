import Cypher
import Graph
import GraphStorage
import Query
import Testing

/// What expressions read from the graph: properties, labels, types, and the functions on elements.
@Suite struct GraphAccessTests {
  /// (0:Person {name, age}) -[0:KNOWS {since}]-> (1:Person:Admin {name}), (2 {name: 7})
  private static func store() throws -> GraphStore {
    let store = GraphStore()
    let transaction = try store.begin()
    _ = try transaction.apply([
      .createNode(labels: ["Person"], properties: ["name": .string("Ada"), "age": .integer(36)]),
      .createNode(labels: ["Person", "Admin"], properties: ["name": .string("Bob")]),
      .createNode(labels: [], properties: ["name": .integer(7)]),
      .createRelationship(type: "KNOWS", source: .created(0), target: .created(1), properties: ["since": .integer(2013)]),
    ])
    try transaction.commit()
    return store
  }

  /// Rows 0 to 2 hold the three nodes and row 3 null in `n`, the relationship in `r`; `m` holds the same nodes as values.
  private func harness() throws -> ExpressionHarness {
    var nulls = NullMask(count: 4)
    nulls[3] = true
    let nodes = Vector(.nodes([NodeID(0), NodeID(1), NodeID(2), NodeID(.max)]), nulls: nulls)
    let relationships = Vector(.relationships([RelationshipID](repeating: RelationshipID(0), count: 4)))
    var harness = ExpressionHarness(["n": nodes, "m": Vector(.values((0..<4).map { nodes[$0] })), "r": relationships])
    harness.context = EvaluationContext(snapshot: try Self.store().snapshot)
    return harness
  }

  @Test(
    "Properties and labels of nodes, the same from a column of ids and from values",
    arguments: [
      (".name", ["'Ada'", "'Bob'", "7", "null"]), (".age", ["36", "null", "null", "null"]),
      (".unknown", ["null", "null", "null", "null"]), ("['name']", ["'Ada'", "'Bob'", "7", "null"]),
      (":Person", ["true", "true", "false", "null"]), (":Person:Admin", ["false", "true", "false", "null"]),
      (":Unknown", ["false", "false", "false", "null"]),
      (
        " {.name, k: 1}",
        [
          "{name: 'Ada', k: 1}", "{name: 'Bob', k: 1}", "{name: 7, k: 1}", "null",
        ]
      ),
    ])
  func access(suffix: String, expected: [String]) throws {
    var harness = try harness()
    #expect(try harness.literals("n" + suffix) == expected)
    #expect(try harness.literals("m" + suffix) == expected)
    for row in 0..<4 {
      harness.selection = [UInt32(row)]
      #expect(try harness.literals("n" + suffix) == [expected[row]])
    }
  }

  @Test(
    "Functions on elements",
    arguments: [
      ("id(n)", "1"), ("labels(n)", "['Person', 'Admin']"), ("keys(n)", "['name']"), ("properties(n)", "{name: 'Bob'}"),
      ("type(r)", "'KNOWS'"), ("r.since", "2013"), ("id(startNode(r))", "0"), ("id(endNode(r))", "1"), ("degree(n)", "1"),
      ("outDegree(n)", "0"), ("inDegree(n, 'KNOWS')", "1"), ("degree(n, 'UNKNOWN')", "0"), ("exists(n.name)", "true"),
      ("exists(n.age)", "false"), ("r:KNOWS", "true"), ("r:OTHER", "false"), ("n = endNode(r)", "true"), ("id(null)", "null"),
      ("n.name STARTS WITH 'B'", "true"), ("properties({a: 1})", "{a: 1}"),
    ])
  func functions(text: String, expected: String) throws {
    var harness = try harness()
    harness.selection = [1]
    #expect(try harness.literals(text) == [expected])
  }

  @Test("A deleted element keeps its identity and type, and nothing else can be asked of it")
  func deleted() throws {
    let harness = try harness()
    harness.context.deletedNodes = [NodeID(1)]
    harness.context.deletedRelationships = [RelationshipID(0): "KNOWS"]
    let refused = ["n.name", "m.name", "labels(n)", "properties(n)", "keys(m)", "n:Person", "r.since", "keys(r)", "degree(n)"]
    for text in refused {
      #expect(harness.failure(text) == "EntityNotFound DeletedEntityAccess", "\(text)")
    }
    #expect(try harness.literals("type(r)")[0] == "'KNOWS'")
    #expect(try harness.literals("id(n)")[1] == "1")
    var others = harness
    others.selection = [0, 2, 3]
    #expect(try others.literals("n.name") == ["'Ada'", "7", "null"])
  }

  @Test("Labels of many nodes at once are those of each, over several segments and ids that do not exist")
  func labelsOfBatches() throws {
    let store = GraphStore()
    let transaction = try store.begin()
    let (odd, third) = (transaction.labelID(creating: "Odd"), transaction.labelID(creating: "Third"))
    for number in 0..<40_000 {
      _ = try transaction.createNode(labels: (number % 2 == 1 ? [odd] : []) + (number % 3 == 0 ? [third] : []))
    }
    try transaction.commit()
    let nodes = stride(from: 0, to: 50_000, by: 7).map { NodeID($0) }
    var harness = ExpressionHarness(["n": Vector(.nodes(nodes))])
    harness.context = EvaluationContext(snapshot: store.snapshot)
    let selected = try harness.select("n:Odd:Third")
    #expect(selected == nodes.indices.filter { nodes[$0].rawValue < 40_000 && nodes[$0].rawValue % 6 == 3 }.map { UInt32($0) })
    #expect(try harness.select("n:Third AND NOT n:Odd").count + selected.count == (try harness.select("n:Third").count))
    #expect(try harness.select("n:Never").isEmpty)
  }
}
