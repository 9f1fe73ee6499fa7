import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct GraphStoreTests {
  @Test("the store agrees with a graph of dictionaries after random writes", arguments: seeds(4))
  func model(seed: UInt64) throws {
    let store = GraphStore()
    var writer = RandomWriter(seed: seed)
    let schema = try store.begin()
    try schema.createIndex(IndexDefinition(name: "index_Person_id", owners: ["Person"], keys: ["id"]))
    try schema.createIndex(IndexDefinition(name: "index_Event_mixed", owners: ["Event"], keys: ["mixed"]))
    try schema.commit()
    for round in 0..<6 {
      let transaction = try store.begin()
      try writer.write(120, to: transaction)
      try transaction.commit()
      #expect(store.snapshot.lines() == writer.model.lines(), "seed \(seed), round \(round)")
      #expect(store.snapshot.disagreements(with: writer.model).isEmpty, "seed \(seed), round \(round)")
    }
  }

  @Test("rolling back to a savepoint, and a whole transaction, undoes exactly what was written since", arguments: seeds(3))
  func savepoints(seed: UInt64) throws {
    let store = GraphStore()
    var writer = RandomWriter(seed: seed)
    for _ in 0..<8 {
      let before = writer
      let transaction = try store.begin()
      try writer.write(40, to: transaction)
      let kept = writer
      let savepoint = transaction.savepoint()
      try writer.write(40, to: transaction)
      #expect(transaction.state.lines() == writer.model.lines())
      transaction.rollback(to: savepoint)
      #expect(transaction.state.lines() == kept.model.lines(), "seed \(seed)")
      if Bool.random(using: &writer.generator) {
        try transaction.commit()
        writer = RandomWriter(seed: writer.generator.next(), model: kept.model)
      } else {
        transaction.rollback()
        writer = RandomWriter(seed: writer.generator.next(), model: before.model)
      }
      #expect(store.snapshot.lines() == writer.model.lines(), "seed \(seed)")
      #expect(store.snapshot.disagreements(with: writer.model).isEmpty, "seed \(seed)")
    }
  }

  @Test("a snapshot stays as it was however the graph changes afterwards")
  func isolation() throws {
    let store = GraphStore()
    var writer = RandomWriter(seed: 7)
    var kept: [(GraphSnapshot, [String])] = []
    for _ in 0..<10 {
      let transaction = try store.begin()
      try writer.write(60, to: transaction)
      #expect(store.snapshot.lines() == (kept.last?.1 ?? []))
      try transaction.commit()
      kept.append((store.snapshot, writer.model.lines()))
    }
    for (snapshot, lines) in kept { #expect(snapshot.lines() == lines) }
  }

  @Test("thousands of relationships at one node survive the merging of adjacency changes")
  func hub() throws {
    let store = GraphStore()
    let transaction = try store.begin()
    let type = try transaction.relationshipTypeID(creating: "KNOWS")
    let nodes = try (0..<300).map { _ in try transaction.createNode(labels: []) }
    var made: [RelationshipID] = []
    for index in 0..<9000 {
      made.append(try transaction.createRelationship(type, from: nodes[0], to: nodes[index * 7 % 300]))
    }
    for index in stride(from: 0, to: 9000, by: 3) { transaction.delete(made[index]) }
    try transaction.commit()
    let snapshot = store.snapshot
    let expansion = snapshot.expand([nodes[0]], types: [type], .outgoing)
    #expect(Set(expansion.relationships) == Set(made.indices.filter { $0 % 3 != 0 }.map { made[$0] }))
    #expect(expansion.neighbours == expansion.neighbours.sorted())
    #expect(snapshot.degree(of: nodes[0], .outgoing) == 6000)
    #expect(snapshot.degree(of: nodes[7], .incoming) == snapshot.expand([nodes[7]], .incoming).count)
  }

  @Test("expanding a batch gives what expanding its nodes one by one gives, merged or not", arguments: seeds(2))
  func expander(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(folder.file("graph.dossier"), mode: .create)
    var writer = RandomWriter(seed: seed)
    for _ in 0..<2 {
      let transaction = try store.begin()
      try writer.write(300, to: transaction)
      try transaction.commit()
      let snapshot = store.snapshot
      // Deleted nodes and ids that never were expand to nothing.
      let batch = (0..<400).map { _ in NodeID(UInt32.random(in: 0..<UInt32(snapshot.nodeCapacity + 9), using: &writer.generator))
      }
      for direction in [Direction.outgoing, .incoming, .both] {
        for types in [[], [RelationshipTypeID(1)], [RelationshipTypeID(1), RelationshipTypeID(0)]] {
          let expander = snapshot.expander(types: types, direction)
          let expansion = expander.expand(batch)
          var neighbours: [NodeID] = []
          var relationships: [RelationshipID] = []
          var rows: [UInt32] = []
          for (row, node) in batch.enumerated() {
            let before = neighbours.count
            snapshot.expand(node, types: types, direction, into: &neighbours, relationships: &relationships)
            rows += [UInt32](repeating: UInt32(row), count: neighbours.count - before)
            #expect(expander.degree(of: node) == neighbours.count - before, "seed \(seed)")
          }
          #expect(
            expansion.neighbours == neighbours && expansion.relationships == relationships && expansion.rows == rows,
            "seed \(seed)")
        }
      }
      try store.checkpoint()
    }
  }

  @Test("a loop is reported once in both directions")
  func loops() throws {
    let transaction = try GraphStore().begin()
    let type = try transaction.relationshipTypeID(creating: "KNOWS")
    let node = try transaction.createNode(labels: [])
    let loop = try transaction.createRelationship(type, from: node, to: node)
    #expect(transaction.state.expand([node], .both).relationships == [loop])
    #expect(transaction.state.degree(of: node, .both) == 1)
    var found: [RelationshipID] = []
    transaction.state.relationships(from: node, to: node, .both, into: &found)
    #expect(found == [loop])
  }

  @Test("a node that still has relationships cannot be deleted")
  func connected() throws {
    let transaction = try GraphStore().begin()
    let type = try transaction.relationshipTypeID(creating: "KNOWS")
    let nodes = try (0..<2).map { _ in try transaction.createNode(labels: []) }
    let relationship = try transaction.createRelationship(type, from: nodes[0], to: nodes[1])
    let error = #expect(throws: StorageError.self) { try transaction.delete(nodes[1]) }
    #expect(error?.code == .connected)
    #expect(transaction.delete(relationship))
    #expect(try transaction.delete(nodes[1]))
    #expect(try !transaction.delete(nodes[1]))
  }

  @Test("a gathered column is typed where the values agree and boxed where they do not")
  func gather() throws {
    let transaction = try GraphStore().begin()
    let number = transaction.propertyKeyID(creating: "number")
    let mixed = transaction.propertyKeyID(creating: "mixed")
    var nodes: [NodeID] = []
    for index in 0..<100 {
      let other: Value = index % 2 == 0 ? .boolean(true) : .string("x")
      let properties: [(PropertyKeyID, Value)] = [(number, .integer(Int64(index))), (mixed, other)]
      nodes.append(try transaction.createNode(labels: [], properties: index % 3 == 0 ? [] : properties))
    }
    let numbers = transaction.state.gather(number, of: nodes.reversed())
    guard case .integers(let rows) = numbers.storage else { return #expect(Bool(false), "not typed") }
    #expect(rows[0] == 0 && numbers.isNull(0) && rows[1] == 98 && !numbers.isNull(1))
    guard case .values(let boxed) = transaction.state.gather(mixed, of: nodes).storage else {
      return #expect(Bool(false), "not boxed")
    }
    #expect(boxed.count == 100)
  }

  @Test("a list of changes that fails in the middle leaves nothing behind")
  func changes() throws {
    let store = GraphStore()
    let transaction = try store.begin()
    let created = try transaction.apply([
      .createNode(labels: ["Person"], properties: ["name": .string("Ana")]),
      .createNode(labels: ["Event"], properties: [:]),
      .createRelationship(type: "SAW", source: .created(0), target: .created(1), properties: ["at": .integer(3)]),
      .addLabel(to: .created(0), label: "Witness"),
    ])
    #expect(created.count == 2)
    let before = transaction.state.lines()
    #expect(throws: StorageError.self) {
      try transaction.apply([
        .createNode(labels: ["Person"], properties: [:]), .setProperty(of: .created(4), key: "x", value: .integer(1)),
      ])
    }
    #expect(transaction.state.lines() == before)
    try transaction.commit()
    #expect(store.snapshot.lines() == before)
  }

  @Test("the elements that come in batches are those of the graph", arguments: seeds(3))
  func batches(seed: UInt64) throws {
    let store = GraphStore()
    var writer = RandomWriter(seed: seed)
    for _ in 0..<10 {
      let transaction = try store.begin()
      try writer.write(400, to: transaction)
      try transaction.commit()
    }
    let snapshot = store.snapshot
    var cursor = ScanCursor()
    var expected = snapshot.scanNodes(from: &cursor, limit: 1_000_000).map { GraphElement.node(snapshot.node($0)).text }
    cursor = ScanCursor()
    expected += snapshot.scanRelationships(from: &cursor, limit: 1_000_000).map {
      GraphElement.relationship(snapshot.relationship($0)).text
    }
    #expect(snapshot.elements().all.map(\.text) == expected, "seed \(seed)")
  }
}
