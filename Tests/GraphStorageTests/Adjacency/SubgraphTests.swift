import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct SubgraphTests {
  /// A graph with loops, parallel relationships, gaps among its nodes and changes that are merged in part.
  private func graph(_ generator: inout SeededGenerator, relationshipCount: Int) throws -> GraphSnapshot {
    let store = GraphStore()
    var nodes: [NodeID] = []
    var relationships: [RelationshipID] = []
    for _ in 0..<3 {
      let transaction = try store.begin()
      let labels = ["A", "B", "C"].map { transaction.labelID(creating: $0) }
      var types: [RelationshipTypeID] = []
      for name in ["R", "S", "T"] { types.append(try transaction.relationshipTypeID(creating: name)) }
      for _ in 0..<200 {
        nodes.append(try transaction.createNode(labels: labels.filter { _ in Bool.random(using: &generator) }))
      }
      for _ in 0..<relationshipCount {
        relationships.append(
          try transaction.createRelationship(
            types.randomElement(using: &generator)!, from: nodes[Int.random(in: 0..<20, using: &generator)],
            to: nodes.randomElement(using: &generator)!))
      }
      for _ in 0..<relationshipCount / 4 {
        let place = relationships.indices.randomElement(using: &generator)!
        _ = transaction.delete(relationships.remove(at: place))
      }
      let lonely = try transaction.createNode(labels: labels)
      _ = try transaction.delete(lonely)
      try transaction.commit()
    }
    return store.snapshot
  }

  /// The same by following every relationship of every node.
  private func expected(
    _ snapshot: GraphSnapshot, _ nodes: [NodeID], _ types: [RelationshipTypeID]?, _ direction: Direction
  ) -> Adjacency {
    let vertices = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, UInt32($0)) })
    var (sources, targets, numbers): ([UInt32], [UInt32], [UInt32]) = ([], [], [])
    for (vertex, node) in nodes.enumerated() {
      let expansion = types?.isEmpty == true ? Expansion() : snapshot.expand([node], types: types ?? [], direction)
      for (neighbour, relationship) in zip(expansion.neighbours, expansion.relationships) {
        guard let target = vertices[neighbour] else { continue }
        sources.append(UInt32(vertex))
        targets.append(target)
        numbers.append(relationship.rawValue)
      }
    }
    return Adjacency(vertexCount: nodes.count, sources: sources, targets: targets, numbers: numbers)
  }

  @Test("The rows are those that following every relationship gives", arguments: [40, 900, 4000])
  func rows(relationshipCount: Int) throws {
    var generator = SeededGenerator(seed: UInt64(relationshipCount))
    let snapshot = try graph(&generator, relationshipCount: relationshipCount)
    let a = try #require(snapshot.labelID("A"))
    let b = try #require(snapshot.labelID("B"))
    let r = try #require(snapshot.relationshipTypeID("R"))
    let t = try #require(snapshot.relationshipTypeID("T"))
    for labels in [nil, [a], [a, b], []] as [[LabelID]?] {
      for types in [nil, [r], [t, r], []] as [[RelationshipTypeID]?] {
        let subgraph = Subgraph(of: snapshot, labels: labels, types: types)
        let nodes = (0..<UInt32(snapshot.nodeCapacity)).map { NodeID($0) }.filter { node in
          snapshot.contains(node) && labels.map { $0.contains { snapshot.has($0, node) } } ?? true
        }
        #expect(subgraph.nodes == nodes)
        for direction in [Direction.outgoing, .incoming] {
          let rows = subgraph.rows(direction) { () throws(Never) in }
          let expected = expected(snapshot, nodes, types, direction)
          #expect(rows.offsets == expected.offsets)
          #expect(rows.targets == expected.targets)
          #expect(rows.numbers == expected.numbers)
        }
      }
    }
  }

  @Test("Rows without numbers have the same targets", arguments: [40, 900, 4000])
  func unnumbered(relationshipCount: Int) throws {
    var generator = SeededGenerator(seed: UInt64(relationshipCount))
    let snapshot = try graph(&generator, relationshipCount: relationshipCount)
    let a = try #require(snapshot.labelID("A"))
    let b = try #require(snapshot.labelID("B"))
    let r = try #require(snapshot.relationshipTypeID("R"))
    for labels in [nil, [a], [b, a], []] as [[LabelID]?] {
      for types in [nil, [r], []] as [[RelationshipTypeID]?] {
        let subgraph = Subgraph(of: snapshot, labels: labels, types: types)
        for direction in [Direction.outgoing, .incoming] {
          let numbered = subgraph.rows(direction) { () throws(Never) in }
          let rows = subgraph.rows(direction, isNumbered: false) { () throws(Never) in }
          #expect(rows.numbers == nil && rows.weights == nil)
          #expect(rows.offsets == numbered.offsets)
          #expect(rows.targets == numbered.targets)
        }
      }
    }
  }

  @Test("A type given twice counts once")
  func repeatedType() throws {
    var generator = SeededGenerator(seed: 1)
    let snapshot = try graph(&generator, relationshipCount: 40)
    let r = try #require(snapshot.relationshipTypeID("R"))
    let once = Subgraph(of: snapshot, labels: nil, types: [r]).rows(.outgoing) { () throws(Never) in }
    let twice = Subgraph(of: snapshot, labels: nil, types: [r, r]).rows(.outgoing) { () throws(Never) in }
    #expect(once.numbers == twice.numbers)
  }

  @Test("A poll that throws ends the reading")
  func interruption() throws {
    struct Stop: Error {}
    var generator = SeededGenerator(seed: 2)
    let subgraph = Subgraph(of: try graph(&generator, relationshipCount: 40), labels: nil, types: nil)
    #expect(throws: Stop.self) { try subgraph.rows(.outgoing) { () throws(Stop) in throw Stop() } }
  }

  @Test("Runs of a node are what expanding it gives, loops once")
  func runs() throws {
    var generator = SeededGenerator(seed: 3)
    let snapshot = try graph(&generator, relationshipCount: 900)
    for direction in [Direction.outgoing, .incoming, .both] {
      let expander = snapshot.expander(direction)
      for node in (0..<UInt32(snapshot.nodeCapacity)).map({ NodeID($0) }) where snapshot.contains(node) {
        var (neighbours, relationships): ([NodeID], [RelationshipID]) = ([], [])
        snapshot.expand(node, direction, into: &neighbours, relationships: &relationships)
        let runs = expander.runs(of: node)
        #expect(runs.flatMap { Array($0.nodeIDs) } == neighbours)
        #expect(runs.flatMap { Array($0.relationshipIDs) } == relationships)
        #expect(expander.degree(of: node) == snapshot.degree(of: node, direction))
      }
    }
  }
}
