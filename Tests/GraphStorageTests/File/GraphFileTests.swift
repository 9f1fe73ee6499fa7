import Foundation
import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct GraphFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func indexed(_ path: String) throws -> GraphStore {
    let store = try GraphStore.open(path, mode: .create)
    let schema = try store.begin()
    try schema.createIndex(IndexDefinition(name: "index_Person_id", owners: ["Person"], keys: ["id"]))
    try schema.createIndex(IndexDefinition(name: "index_Event_mixed", owners: ["Event"], keys: ["mixed"]))
    try schema.commit()
    return store
  }

  @Test("a file holds what was committed, whether it was closed, checkpointed or neither", arguments: seeds(4))
  func roundTrip(seed: UInt64) throws {
    let path = folder.file("graph.dossier")
    var store: GraphStore? = try indexed(path)
    var writer = RandomWriter(seed: seed)
    for round in 0..<12 {
      let transaction = try store!.begin()
      try writer.write(60, to: transaction)
      if round % 3 == 1 {
        // A statement that fails in the middle of a transaction must not reach the journal.
        let model = writer.model
        let savepoint = transaction.savepoint()
        try writer.write(20, to: transaction)
        transaction.rollback(to: savepoint)
        writer = RandomWriter(seed: writer.generator.next(), model: model)
      }
      try transaction.commit()
      switch round % 4 {
      case 0: try store!.checkpoint()
      case 1:
        try store!.close()
        store = try GraphStore.open(path, mode: .readWrite)
      case 2:
        // What a reader sees meanwhile comes from the journal alone.
        let reader = try GraphStore.open(path, mode: .readOnly)
        #expect(reader.snapshot.lines() == writer.model.lines(), "seed \(seed), round \(round)")
        #expect(reader.snapshot.disagreements(with: writer.model).isEmpty, "seed \(seed), round \(round)")
      default: break
      }
      #expect(store!.snapshot.lines() == writer.model.lines(), "seed \(seed), round \(round)")
      #expect(store!.snapshot.disagreements(with: writer.model).isEmpty, "seed \(seed), round \(round)")
    }
    try store!.close()
    let report = try GraphStore.check(path)
    #expect(report.findings == [])
    #expect(report.unusedSegmentCount == 0)
    #expect(report.nodeCount == writer.model.nodes.count)
  }

  @Test("a snapshot taken before a checkpoint can still read what it had not read then")
  func oldSnapshots() throws {
    let path = folder.file("graph.dossier")
    var writer = RandomWriter(seed: 11)
    var store: GraphStore? = try indexed(path)
    let first = try store!.begin()
    try writer.write(300, to: first)
    try first.commit()
    try store!.close()
    store = try GraphStore.open(path, mode: .readWrite)
    let before = store!.snapshot
    let lines = writer.model.lines()
    for _ in 0..<4 {
      let transaction = try store!.begin()
      try writer.write(80, to: transaction)
      try transaction.commit()
      try store!.checkpoint()
    }
    #expect(before.lines() == lines)
    try before.checkIntact()
    #expect(store!.snapshot.lines() == writer.model.lines())
  }

  @Test("a graph in memory is saved whole, and so is one of another file")
  func save() throws {
    let memory = GraphStore()
    var writer = RandomWriter(seed: 5)
    let transaction = try memory.begin()
    try writer.write(400, to: transaction)
    try transaction.commit()
    let (first, second) = (folder.file("first.dossier"), folder.file("second.dossier"))
    try memory.save(to: first)
    #expect(throws: StorageError.self) { try memory.save(to: first) }
    let opened = try GraphStore.open(first, mode: .readOnly)
    try opened.save(to: second)
    try opened.save(to: second, replacing: true)
    for path in [first, second] {
      #expect(try GraphStore.open(path, mode: .readWrite).snapshot.lines() == writer.model.lines())
      #expect(try GraphStore.check(path).isSound)
    }
  }

  @Test("long journals and very large commits go into segments by themselves")
  func automaticCheckpoints() throws {
    let path = folder.file("graph.dossier")
    var store: GraphStore? = try GraphStore.open(path, mode: .create)
    var lengths: [Int] = []
    for length in [Int](repeating: 1 << 20, count: 10) + [17 << 20, 5] {
      let transaction = try store!.begin()
      let key = transaction.propertyKeyID(creating: "text")
      let text = String(repeating: UnicodeScalar(UInt8(97 + lengths.count)).description, count: length)
      try transaction.createNode(labels: [], properties: [(key, .string(text))])
      try transaction.commit()
      lengths.append(length)
      let reader = try GraphStore.open(path, mode: .readOnly).snapshot
      #expect(reader.nodeCount == lengths.count)
    }
    // Ten commits of a megabyte were folded on the way, and so was the one of seventeen: one commit is left.
    #expect(try GraphStore.check(path).journalRecordCount == 1)
    store = nil
    let snapshot = try GraphStore.open(path, mode: .readOnly).snapshot
    let texts = snapshot.gather(snapshot.propertyKeyID("text")!, of: (0..<UInt32(lengths.count)).map { NodeID($0) })
    for (row, length) in lengths.enumerated() {
      guard case .string(let text) = texts[row] else { return #expect(Bool(false), "row \(row)") }
      #expect(text.utf8.count == length && text.utf8.first == UInt8(97 + row))
    }
  }

  @Test("a write-ahead log left by a deleted file does not get into a new one of its name")
  func staleLog() throws {
    let path = folder.file("graph.dossier")
    let other = folder.file("other.dossier")
    let store = try indexed(other)
    try FileManager.default.copyItem(atPath: other + "-wal", toPath: path + "-wal")
    let fresh = try GraphStore.open(path, mode: .create)
    #expect(fresh.snapshot.indexDefinitions.isEmpty)
    try fresh.close()
    #expect(try GraphStore.check(path).findings == [])
    // A file that is open for writing is not replaced under its writer.
    #expect(throws: StorageError.self) { try fresh.save(to: other, replacing: true) }
    #expect(store.snapshot.indexDefinitions.count == 2)
  }

  @Test("readers on other threads see whole commits only, while segments are loaded, written and checkpointed")
  func threads() async throws {
    let path = folder.file("graph.dossier")
    do {
      let store = try indexed(path)
      let transaction = try store.begin()
      var writer = RandomWriter(seed: 21)
      try writer.write(400, to: transaction)
      try transaction.commit()
      try store.close()
    }
    let store = try GraphStore.open(path, mode: .readWrite)
    let start = store.snapshot.nodeCount
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<3 {
        group.addTask {
          var rounds = 0
          while store.snapshot.nodeCount < start + 300 {
            let snapshot = store.snapshot
            let added = snapshot.nodeCount - start
            let label = snapshot.labelID("Added")
            #expect(added % 3 == 0 && (label.map { snapshot.nodeCount($0) } ?? 0) == added)
            let nodes = (0..<UInt32(snapshot.nodeCapacity)).map { NodeID($0) }
            #expect(snapshot.expand(nodes, .outgoing).count == snapshot.relationshipCount)
            _ = snapshot.gather(snapshot.propertyKeyID("mixed")!, of: nodes)
            try snapshot.checkIntact()
            rounds += 1
            await Task.yield()
          }
          return rounds
        }
      }
      for round in 0..<100 {
        let transaction = try store.begin()
        let label = transaction.labelID(creating: "Added")
        let type = try transaction.relationshipTypeID(creating: "KNOWS")
        let nodes = try (0..<3).map { _ in try transaction.createNode(labels: [label]) }
        try transaction.createRelationship(type, from: nodes[0], to: nodes[1])
        try transaction.commit()
        if round % 20 == 0 { try store.checkpoint() }
      }
      for try await rounds in group { #expect(rounds >= 0) }
    }
    #expect(store.snapshot.nodeCount == start + 300)
  }

  @Test("a second writer in this process is refused with the remedy, a reader is served")
  func secondWriter() throws {
    let path = folder.file("graph.dossier")
    let store = try indexed(path)
    let error = #expect(throws: StorageError.self) { try GraphStore.open(path, mode: .readWrite) }
    #expect(error?.code == .locked)
    #expect(error?.remedy?.contains("read-only") == true)
    let reader = try GraphStore.open(path, mode: .readOnly)
    #expect(reader.snapshot.indexDefinitions.count == 2)
    #expect(throws: StorageError.self) { try reader.begin() }
    try store.close()
    #expect(throws: Never.self) { try GraphStore.open(path, mode: .readWrite).close() }
  }

  @Test("a reader keeps seeing the state as of opening while a writer commits and checkpoints")
  func readerIsolation() throws {
    let path = folder.file("graph.dossier")
    let store = try indexed(path)
    var writer = RandomWriter(seed: 3)
    let first = try store.begin()
    try writer.write(200, to: first)
    try first.commit()
    try store.checkpoint()
    let lines = writer.model.lines()
    let reader = try GraphStore.open(path, mode: .readOnly)
    for _ in 0..<5 {
      let transaction = try store.begin()
      try writer.write(100, to: transaction)
      try transaction.commit()
      try store.checkpoint()
    }
    #expect(reader.snapshot.lines() == lines)
    try reader.snapshot.checkIntact()
  }

  @Test("every kind of value comes back as it was")
  func values() throws {
    let path = folder.file("graph.dossier")
    let time = LocalTime(nanosecondOfDay: 86_399_999_999_999)
    let day = CalendarDate(daysSinceEpoch: -365_243_219_162)
    let local = LocalDateTime(date: day, time: time)
    let values: [Value] = [
      .boolean(true), .integer(.min), .integer(.max), .float(-0.0), .float(.infinity), .float(0.1), .string(""), .string("🙂\0ü"),
      .list([]), .list([.null, .list([.float(1)]), .string("x")]), .date(day), .localTime(time),
      .time(ZonedTime(localTime: time, offsetSeconds: -64_800)), .localDateTime(local),
      .dateTime(ZonedDateTime(local: local, offsetSeconds: 3600)),
      .dateTime(ZonedDateTime(local: local, offsetSeconds: 3600, zoneName: "Europe/Stockholm")),
      .duration(CalendarDuration(months: -1, days: .max, seconds: .min, nanoseconds: 999_999_999)),
    ]
    let store = try GraphStore.open(path, mode: .create)
    let transaction = try store.begin()
    let same = transaction.propertyKeyID(creating: "same")
    var nodes: [NodeID] = []
    for (index, value) in values.enumerated() {
      let own = transaction.propertyKeyID(creating: "own\(index)")
      nodes.append(try transaction.createNode(labels: [], properties: [(same, value), (own, value)]))
    }
    try transaction.commit()
    // Once from the journal, once from segments.
    for round in 0..<2 {
      let reader = try GraphStore.open(path, mode: .readOnly).snapshot
      for (index, value) in values.enumerated() {
        for key in ["same", "own\(index)"] {
          #expect("\(reader.property(reader.propertyKeyID(key)!, of: nodes[index]))" == "\(value)", "round \(round)")
        }
      }
      try store.checkpoint()
    }
  }

  @Test("a map, an element or a list with one inside cannot be a property")
  func unstorable() throws {
    let transaction = try GraphStore().begin()
    let key = transaction.propertyKeyID(creating: "k")
    for value in [Value.map(["a": .integer(1)]), .node(Node(id: NodeID(0))), .list([.list([.map([:])])])] {
      let error = #expect(throws: StorageError.self) { try transaction.createNode(labels: [], properties: [(key, value)]) }
      #expect(error?.code == .unstorableValue)
    }
    #expect(transaction.state.nodeCount == 0)
  }
}
