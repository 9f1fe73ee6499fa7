import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct NeighbourRowsTests {
  @Test("the rows of every direction hold what expanding each node finds, whatever was written", arguments: seeds(4))
  func rows(seed: UInt64) throws {
    let store = GraphStore()
    var writer = RandomWriter(seed: seed)
    for round in 0..<5 {
      let transaction = try store.begin()
      try writer.write(150, to: transaction)
      // Twice, so that the second time they are those kept from the first.
      for _ in 0..<2 { expectAgreement(transaction.state, "seed \(seed), round \(round)") }
      try transaction.commit()
      expectAgreement(store.snapshot, "seed \(seed), round \(round)")
    }
  }

  private func expectAgreement(_ snapshot: GraphSnapshot, _ comment: Comment) {
    let types = snapshot.relationshipTypes.indices.map { RelationshipTypeID(UInt32($0)) }
    for chosen in [[]] + types.map({ [$0] }) + [Array(types.prefix(2))] {
      for direction in [Direction.outgoing, .incoming, .both] {
        let rows = snapshot.neighbourRows(types: chosen, direction)
        var entryCount = 0
        var hasLoops = false
        for node in 0..<snapshot.nodeCapacity {
          var neighbours: [NodeID] = []
          var relationships: [RelationshipID] = []
          snapshot.expand(NodeID(UInt32(node)), types: chosen, direction, into: &neighbours, relationships: &relationships)
          let row = rows.row(of: node)
          let found = row.flatMap { place in
            Array(repeating: rows.neighbours[place], count: Int(rows.multiplicities?[place] ?? 1))
          }
          #expect(found == neighbours.map(\.rawValue).sorted(), comment)
          entryCount += row.count
          hasLoops = hasLoops || neighbours.contains { $0.rawValue == UInt32(node) }
        }
        #expect(rows.entryCount == entryCount, comment)
        #expect(rows.hasLoops == hasLoops, comment)
      }
    }
  }

  @Test("rows of pairs are sorted and their parallels counted")
  func pairs() {
    let rows = NeighbourRows(sources: [4, 4, 4, 6], neighbours: [9, 2, 9, 6])
    #expect(rows.row(of: 4).map { rows.neighbours[$0] } == [2, 9])
    #expect(rows.row(of: 4).map { rows.multiplicities?[$0] } == [1, 2])
    #expect(rows.row(of: 5).isEmpty && rows.row(of: 3).isEmpty && rows.row(of: 7).isEmpty)
    #expect(rows.hasLoops && rows.relationshipCount == 4)
  }

  @Test("rows are a function of those nodes that have at most one neighbour")
  func functions() {
    let rows = NeighbourRows(sources: [4, 6, 6, 8, 9], neighbours: [2, 1, 3, 3, 3])
    #expect(rows.isFunction(of: 0..<6) && rows.isFunction(of: 7..<20) && rows.isFunction(of: 30..<40))
    #expect(!rows.isFunction(of: 4..<7) && !rows.isFunction(of: 0..<20))
  }
}
