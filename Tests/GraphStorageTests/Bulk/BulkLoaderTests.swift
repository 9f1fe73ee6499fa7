import Foundation
import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct BulkLoaderTests {
  enum IDKind: CaseIterable, Sendable {
    case consecutive, scattered, texts
  }

  /// A random graph as columns and as a model.
  private struct RandomColumns {
    var nodes: [NodeColumns] = []
    var relationships: [RelationshipColumns] = []
    var model: ModelGraph

    init(_ kind: IDKind, model: ModelGraph, nodeCapacity: Int, relationshipCapacity: Int, generator: inout SeededGenerator) {
      self.model = model
      let pool = StringPool()
      var count = 0
      var names: [Int64] = []
      for labels in [["Person"], ["Event", "Place"], []] {
        let size = Int.random(in: 1..<400, using: &generator)
        let numbers = (0..<size).map { kind == .scattered ? Int64(count + $0) &* 7_919_000_001 : Int64(count + $0) + 5000 }
        let ids = kind == .texts ? Vector(.strings(numbers.map { pool.intern("id\($0)") }, pool)) : Vector(.integers(numbers))
        var nulls = NullMask(count: size)
        for row in 0..<size where Int.random(in: 0..<3, using: &generator) == 0 { nulls[row] = true }
        let scores = (0..<size).map { Double($0) / 8 + 0.5 }
        let texts = (0..<size).map { pool.intern("name\($0 % 30)") }
        nodes.append(
          NodeColumns(
            labels: labels, externalIDs: ids,
            properties: [
              ("id", Vector(.integers(numbers))), ("score", Vector(.floats(scores), nulls: nulls)),
              ("name", Vector(.strings(texts, pool))),
            ]))
        for row in 0..<size {
          var properties: [String: Value] = ["id": .integer(numbers[row]), "name": .string("name\(row % 30)")]
          if !nulls[row] { properties["score"] = .float(scores[row]) }
          self.model.nodes[UInt32(nodeCapacity + count + row)] = .init(labels: Set(labels), properties: properties)
        }
        names += numbers
        count += size
      }
      addRelationships(names, kind, pool, nodeCapacity, relationshipCapacity, &generator)
    }

    private mutating func addRelationships(
      _ names: [Int64], _ kind: IDKind, _ pool: StringPool, _ nodeCapacity: Int, _ relationshipCapacity: Int,
      _ generator: inout SeededGenerator
    ) {
      var next = relationshipCapacity
      for type in ["KNOWS", "SAYS", "KNOWS"] {
        let ends = (0..<1500).map { _ in
          (Int.random(in: 0..<names.count, using: &generator), Int.random(in: 0..<names.count / 3 + 1, using: &generator))
        }
        func ids(_ rows: [Int]) -> Vector {
          kind == .texts
            ? Vector(.strings(rows.map { pool.intern("id\(names[$0])") }, pool)) : Vector(.integers(rows.map { names[$0] }))
        }
        let weights = (0..<ends.count).map { Int64($0 % 9) }
        relationships.append(
          RelationshipColumns(
            type: type, sourceIDs: ids(ends.map(\.0)), targetIDs: ids(ends.map(\.1)),
            properties: [("id", Vector(.integers(weights)))]))
        for (row, end) in ends.enumerated() {
          model.relationships[UInt32(next)] = .init(
            type: type, source: UInt32(nodeCapacity + end.0), target: UInt32(nodeCapacity + end.1),
            properties: ["id": .integer(weights[row])])
          next += 1
        }
      }
    }
  }

  @Test("columns are loaded into an empty and into a filled file, and read back", arguments: IDKind.allCases)
  func load(kind: IDKind) throws {
    var generator = SeededGenerator(seed: 42)
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    var store = try GraphStore.open(path, mode: .create)
    var model = ModelGraph()
    for round in 0..<3 {
      let columns = RandomColumns(
        kind, model: model, nodeCapacity: store.snapshot.nodeCapacity, relationshipCapacity: store.snapshot.relationshipCapacity,
        generator: &generator)
      let loader = try BulkLoader(store)
      for part in columns.nodes { try loader.add(part) }
      for part in columns.relationships { try loader.add(part) }
      try loader.createIndex(IndexDefinition(name: "ids", owners: ["Person"], keys: ["id"]))
      #expect(store.snapshot.nodeCount == model.nodes.count)
      try loader.finish()
      model = columns.model
      #expect(store.snapshot.lines() == model.lines(), "round \(round)")
      var writer = RandomWriter(seed: generator.next(), model: model)
      let transaction = try store.begin()
      try writer.write(100, to: transaction)
      try transaction.commit()
      model = writer.model
      if round == 1 {
        try store.close()
        store = try GraphStore.open(path, mode: .readWrite)
      }
    }
    #expect(store.snapshot.lines() == model.lines())
    #expect(store.snapshot.disagreements(with: ModelGraph()).count > 0)
    try store.close()
    #expect(try GraphStore.check(path).findings == [])
  }

  /// Adds 20,000 nodes with numbers from `first` on, and as many relationships, in parts that end inside segments.
  private static func loadMany(_ loader: BulkLoader, from first: Int64) throws {
    let pool = StringPool()
    for start in stride(from: Int64(0), to: 20_000, by: 6000) {
      let ids = Array(first + start..<first + min(start + 6000, 20_000))
      let names = Vector(.strings(ids.map { pool.intern("name \($0 % 3000)") }, pool))
      try loader.add(
        NodeColumns(
          labels: start < 10_000 ? ["A"] : ["A", "B"], externalIDs: Vector(.integers(ids)),
          properties: [("id", Vector(.integers(ids))), ("name", names)]))
    }
    for (type, factor) in [("R", Int64(31)), ("S", 7)] {
      let offsets = Array(Int64(0)..<10_000)
      try loader.add(
        RelationshipColumns(
          type: type, sourceIDs: Vector(.integers(offsets.map { first + $0 * factor % 20_000 })),
          targetIDs: Vector(.integers(offsets.map { first + $0 })),
          properties: [("weight", Vector(.floats(offsets.map { Double($0 % 10) / 10 })))]))
    }
    try loader.createUniqueConstraints([(label: "A", key: "id")])
  }

  @Test("what is loaded into a filled file stands beside what is there, and is there after it was opened again")
  func filledFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    let (store, memory) = (try GraphStore.open(path, mode: .create), GraphStore())
    for target in [store, memory] {
      for first in [Int64(0), 100_000, 200_000] {
        let transaction = try target.begin()
        let label = transaction.labelID(creating: "A")
        let id = transaction.propertyKeyID(creating: "id")
        for number in 0..<100 {
          try transaction.createNode(labels: [label], properties: [(id, .integer(first - Int64(number) - 1))])
        }
        try transaction.commit()
        let loader = try BulkLoader(target)
        try Self.loadMany(loader, from: first)
        try loader.finish()
      }
    }
    #expect(store.snapshot.lines() == memory.snapshot.lines())
    try store.close()
    let report = try GraphStore.check(path)
    #expect(report.findings == [] && report.unusedSegmentCount == 0)
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.lines() == memory.snapshot.lines())
  }

  @Test("a load into a file that is given up leaves the graph and, once the file is closed, no segments")
  func givenUp() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    do {
      let store = try GraphStore.open(path, mode: .create)
      do {
        let loader = try BulkLoader(store)
        try Self.loadMany(loader, from: 0)
        try loader.finish()
      }
      do {
        let loader = try BulkLoader(store)
        try Self.loadMany(loader, from: 500_000)
      }
      do {
        let loader = try BulkLoader(store)
        try Self.loadMany(loader, from: 19_999)
        let error = #expect(throws: StorageError.self) { try loader.finish() }
        #expect(error?.code == .constraintViolated)
      }
      #expect(store.snapshot.nodeCount == 20_000)
      let transaction = try store.begin()
      try transaction.createNode(labels: [], properties: [])
      try transaction.commit()
      try store.close()
    }
    let report = try GraphStore.check(path)
    #expect(report.findings == [] && report.unusedSegmentCount == 0)
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.nodeCount == 20_001)
  }

  @Test("elements of a stream are loaded with their own ids, in any order of ids")
  func elements() throws {
    let source = GraphStore()
    var writer = RandomWriter(seed: 8)
    let transaction = try source.begin()
    try writer.write(500, to: transaction)
    try transaction.commit()
    let copy = GraphStore()
    let loader = try BulkLoader(copy)
    for element in source.snapshot.elements().all { try loader.add(element) }
    try loader.finish()
    func content(_ snapshot: GraphSnapshot) -> [String] {
      // Ids are made dense by loading; everything else stays.
      var order: [UInt32: Int] = [:]
      return snapshot.elements().all.map { element in
        switch element {
        case .node(let node):
          order[node.id.rawValue] = order.count
          return "\(order.count) \(node.labels) \(node.properties.entries.map { "\($0)" }.sorted())"
        case .relationship(let relationship):
          let content = relationship.content!
          let ends = "\(order[content.source.rawValue]!) \(order[content.target.rawValue]!)"
          return "\(content.type) \(ends) \(content.properties.entries.map { "\($0)" }.sorted())"
        }
      }
    }
    #expect(content(copy.snapshot) == content(source.snapshot))
  }

  @Test("ids that are missing or given twice end the load and leave the graph as it was")
  func badIDs() throws {
    let store = GraphStore()
    let nodes = NodeColumns(labels: ["A"], externalIDs: Vector(.integers([1, 2, 3])), properties: [])
    let scattered = NodeColumns(labels: ["A"], externalIDs: Vector(.integers([70, 9, 2])), properties: [])
    let dangling = RelationshipColumns(
      type: "R", sourceIDs: Vector(.integers([1])), targetIDs: Vector(.integers([4])), properties: [])
    for steps in [[nodes, nodes], [nodes, scattered], [scattered, nodes]] {
      let loader = try BulkLoader(store)
      try loader.add(steps[0])
      let error = #expect(throws: StorageError.self) { try loader.add(steps[1]) }
      #expect(error?.message.contains("twice") == true)
    }
    do {
      let loader = try BulkLoader(store)
      try loader.add(nodes)
      let error = #expect(throws: StorageError.self) { try loader.add(dangling) }
      #expect(error?.message == "no node has the id 4" && error?.row == 0)
    }
    #expect(store.snapshot.nodeCount == 0)
  }

  @Test("a unique constraint that the data breaks ends the load")
  func uniqueness() throws {
    let store = GraphStore()
    let loader = try BulkLoader(store)
    let column = Vector(.integers([7, 8, 7]))
    try loader.add(NodeColumns(labels: ["A"], externalIDs: Vector(.integers([1, 2, 3])), properties: [("id", column)]))
    let error = #expect(throws: StorageError.self) { try loader.createUniqueConstraints([(label: "A", key: "id")]) }
    #expect(error?.code == .constraintUnsatisfied)
  }

  @Test("rows beyond one segment keep their neighbours and values")
  func manySegments() throws {
    let count = 40_000
    let store = GraphStore()
    let loader = try BulkLoader(store)
    let ids = (0..<count).map { Int64($0) }
    try loader.add(NodeColumns(labels: ["A"], externalIDs: Vector(.integers(ids)), properties: [("id", Vector(.integers(ids)))]))
    let targets = ids.map { ($0 * 31 + 7) % Int64(count) }
    try loader.add(
      RelationshipColumns(type: "R", sourceIDs: Vector(.integers(ids)), targetIDs: Vector(.integers(targets)), properties: []))
    try loader.createUniqueConstraints([(label: "A", key: "id")])
    try loader.finish()
    let snapshot = store.snapshot
    let nodes = ids.map { NodeID(UInt32($0)) }
    let expansion = snapshot.expand(nodes, .outgoing)
    #expect(expansion.neighbours.map { Int64($0.rawValue) } == targets)
    #expect(expansion.rows == ids.map { UInt32($0) })
    #expect(snapshot.expand(nodes, .incoming).count == count)
    #expect(snapshot.averageDegree(LabelID(0), .both) == 2)
    guard case .integers(ids) = snapshot.gather(snapshot.propertyKeyID("id")!, of: nodes).storage else {
      return #expect(Bool(false), "ids differ")
    }
    let found = snapshot.lookup(LabelID(0), [snapshot.propertyKeyID("id")!], [.integer(39_999)])
    #expect(found == [NodeID(39_999)])
  }
}
