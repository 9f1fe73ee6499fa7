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
    try schema.createIndex(schema.labelID(creating: "Person"), schema.propertyKeyID(creating: "id"))
    try schema.createIndex(schema.labelID(creating: "Event"), schema.propertyKeyID(creating: "mixed"))
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

  @Test("a second writer in this process is refused with the remedy, a reader is served")
  func secondWriter() throws {
    let path = folder.file("graph.dossier")
    let store = try indexed(path)
    let error = #expect(throws: StorageError.self) { try GraphStore.open(path, mode: .readWrite) }
    #expect(error?.code == .locked)
    #expect(error?.remedy?.contains("read-only") == true)
    let reader = try GraphStore.open(path, mode: .readOnly)
    #expect(reader.snapshot.indexDescriptions.count == 2)
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
