import Foundation
import Graph
import GraphStorage
import Testing

@Suite struct GraphCreationTests {
  private struct Refusal: Error {}

  /// Loads 40,000 nodes and as many relationships, in parts that end inside segments.
  private static func load(_ loader: BulkLoader) throws {
    let count = 40_000
    let pool = StringPool()
    for start in stride(from: 0, to: count, by: 9000) {
      let ids = (start..<min(start + 9000, count)).map { Int64($0) }
      let names = Vector(.strings(ids.map { pool.intern("name \($0 % 3000)") }, pool))
      try loader.add(
        NodeColumns(
          labels: start < 20_000 ? ["A"] : ["A", "B"], externalIDs: Vector(.integers(ids)),
          properties: [("id", Vector(.integers(ids))), ("name", names)]))
    }
    for (type, factor) in [("R", Int64(31)), ("S", 7), ("R", 13)] {
      let ids = (0..<Int64(count / 2)).map { $0 }
      try loader.add(
        RelationshipColumns(
          type: type, sourceIDs: Vector(.integers(ids.map { $0 * factor % Int64(count) })), targetIDs: Vector(.integers(ids)),
          properties: [("weight", Vector(.floats(ids.map { Double($0 % 10) / 10 })))]))
    }
    try loader.createUniqueConstraints([(label: "A", key: "id"), (label: "B", key: "id")])
  }

  @Test("a file that is made of a load holds what a store in memory holds after the same load")
  func creation() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    let counts = try GraphStore.create(path) { loader in
      try Self.load(loader)
      return (loader.nodeCount, loader.relationshipCount)
    }
    #expect(counts.0 == 40_000 && counts.1 == 30_000 * 2)
    let memory = GraphStore()
    let loader = try BulkLoader(memory)
    try Self.load(loader)
    try loader.finish()
    #expect(try GraphStore.check(path).findings == [])
    let store = try GraphStore.open(path, mode: .readWrite)
    #expect(store.snapshot.lines() == memory.snapshot.lines())
    #expect(store.snapshot.constraintDefinitions.map(\.name) == memory.snapshot.constraintDefinitions.map(\.name))
    try store.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["graph.dossier"])
  }

  @Test("a file made of a load goes on with a log, as other graph files do")
  func writing() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    try GraphStore.create(path) { try Self.load($0) }
    let store = try GraphStore.open(path, mode: .readWrite)
    let transaction = try store.begin()
    try transaction.createNode(labels: [transaction.labelID(creating: "C")], properties: [])
    try transaction.commit()
    let log = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    #expect(log ?? 0 > 0)
    try store.close()
    #expect(try GraphStore.check(path).findings == [])
  }

  @Test("a load that is given up, or that breaks a constraint, leaves no file")
  func refusal() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    #expect(throws: Refusal.self) {
      try GraphStore.create(path) { loader in
        try Self.load(loader)
        throw Refusal()
      }
    }
    let error = #expect(throws: StorageError.self) {
      try GraphStore.create(path) { loader in
        let ids = Vector(.integers((0..<20_000).map { $0 }))
        let values = Vector(.integers((0..<20_000).map { $0 % 19_999 }))
        try loader.add(NodeColumns(labels: ["A"], externalIDs: ids, properties: [("id", values)]))
        try loader.createUniqueConstraints([(label: "A", key: "id")])
      }
    }
    #expect(error?.code == .constraintUnsatisfied)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test("what a process that was killed has left of a file is cleared away, what another one is making is not")
  func abandonedDrafts() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    let others = ["graph.dossier.new-\(getppid())", "graph.dossier.new-x", "other.dossier.new-1999999999"]
    for name in others + ["graph.dossier.new-1999999999", "graph.dossier.new-1999999999-journal"] {
      try Data().write(to: URL(filePath: folder.file(name)))
    }
    try GraphStore.create(path) { try Self.load($0) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["graph.dossier"] + others.sorted())
  }

  @Test("a file that is there is not replaced")
  func present() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    try GraphStore.open(path, mode: .create).close()
    let error = #expect(throws: StorageError.self) { try GraphStore.create(path) { try Self.load($0) } }
    #expect(error?.code == .unavailable)
  }
}
