import Graph
import TestSupport
import Testing

@testable import GraphStorage

/// What is read of a file's adjacency, and what of it stays in memory.
@Suite struct AdjacencyReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A file of nodes in several segments, half of them labelled, with relationships from labelled to labelled nodes (`R`) and any
  /// others (`S`); opened again, so that nothing is in memory.
  private func reopened() throws -> GraphStore {
    let path = folder.file("graph.dossier")
    let store = try GraphStore.open(path, mode: .create)
    var generator = SeededGenerator(seed: 7)
    let transaction = try store.begin()
    let label = transaction.labelID(creating: "A")
    let (r, s) = (try transaction.relationshipTypeID(creating: "R"), try transaction.relationshipTypeID(creating: "S"))
    var nodes: [NodeID] = []
    for index in 0..<40_000 { nodes.append(try transaction.createNode(labels: index % 2 == 0 ? [label] : [])) }
    for _ in 0..<6000 {
      _ = try transaction.createRelationship(
        r, from: nodes[2 * Int.random(in: 0..<20_000, using: &generator)],
        to: nodes[2 * Int.random(in: 0..<40, using: &generator)])
      _ = try transaction.createRelationship(
        s, from: nodes.randomElement(using: &generator)!, to: nodes.randomElement(using: &generator)!)
    }
    try transaction.commit()
    try store.checkpoint()
    try store.close()
    return try GraphStore.open(path, mode: .readWrite)
  }

  private func segmentsInMemory(_ snapshot: GraphSnapshot) -> Int {
    (snapshot.relationships.outgoing + snapshot.relationships.incoming).reduce(0) { sum, table in
      sum + (0..<table.segments.count).count { table.segments.isPresent($0) && table.segments.isInMemory($0) }
    }
  }

  @Test("rows of a subgraph read from a file are those of one in memory, and what was read stays only if asked for")
  func subgraph() throws {
    let store = try reopened()
    let snapshot = store.snapshot
    let label = try #require(snapshot.labelID("A"))
    let r = try #require(snapshot.relationshipTypeID("R"))
    for labels in [nil, [label]] as [[LabelID]?] {
      for types in [nil, [r]] as [[RelationshipTypeID]?] {
        let subgraph = Subgraph(of: snapshot, labels: labels, types: types)
        for (direction, isNumbered) in [(Direction.outgoing, true), (.outgoing, false), (.incoming, true), (.incoming, false)] {
          let rows = subgraph.rows(direction, isNumbered: isNumbered) { () throws(Never) in }
          #expect(segmentsInMemory(snapshot) == 0)
          let other = try GraphStore.open(folder.file("graph.dossier"), mode: .readOnly).snapshot
          let kept = Subgraph(of: other, labels: labels, types: types)
            .rows(direction, isNumbered: isNumbered, keepsSegments: true) { () throws(Never) in }
          #expect(segmentsInMemory(other) > 0)
          #expect(rows.offsets == kept.offsets && rows.targets == kept.targets && rows.numbers == kept.numbers)
        }
      }
    }
    try store.close()
  }

  @Test("rows for joins leave nothing else in memory until they are made a second time")
  func neighbourRows() throws {
    let store = try reopened()
    let first = store.snapshot.neighbourRows(types: [], .both)
    #expect(segmentsInMemory(store.snapshot) == 0)
    #expect(store.snapshot.neighbourRows(types: [], .both) === first)
    let transaction = try store.begin()
    let s = try #require(transaction.state.relationshipTypeID("S"))
    _ = try transaction.createRelationship(s, from: NodeID(0), to: NodeID(39_999))
    try transaction.commit()
    let second = store.snapshot.neighbourRows(types: [], .both)
    #expect(second !== first && second.relationshipCount == first.relationshipCount + 2)
    #expect(segmentsInMemory(store.snapshot) > 0)
    // Reading segments does not make the rows others.
    #expect(store.snapshot.neighbourRows(types: [], .both) === second)
    for node in [0, 17, 16_384, 39_999] {
      let expected = store.snapshot.expand([NodeID(UInt32(node))], types: [], .both).neighbours.map(\.rawValue)
      let found = second.row(of: node).flatMap { place in
        Array(repeating: second.neighbours[place], count: Int(second.multiplicities?[place] ?? 1))
      }
      #expect(found == expected.sorted())
    }
    try store.close()
  }
}
