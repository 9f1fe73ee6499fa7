import CSQLite
import Dispatch
import Foundation
import Graph
import GraphStorage
import TestSupport
import Testing

/// Checkpoints in the background of commits. `CrashTests` ends a process at each of their steps.
@Suite struct CheckpointerTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("graph.dossier")
  }

  /// A journal and a log of a few commits are long enough.
  private static func eager(_ observer: (@Sendable (CheckpointStep) -> Void)? = nil) -> CheckpointPolicy {
    var policy = CheckpointPolicy()
    policy.journalByteCount = 2000
    policy.logPageCount = 6
    policy.unloggedCommitCount = 3
    policy.observer = observer
    return policy
  }

  /// Holds the thread of the checkpoint at the first step of a kind, until it is let go.
  private final class Barrier: Sendable {
    private let arrived = DispatchSemaphore(value: 0)
    private let leave = DispatchSemaphore(value: 0)
    private let step: CheckpointStep

    init(_ step: CheckpointStep) { self.step = step }

    func pass(_ step: CheckpointStep) {
      guard step == self.step else { return }
      arrived.signal()
      leave.wait()
    }

    func isReached(withinSeconds seconds: Double) -> Bool { arrived.wait(timeout: .now() + seconds) == .success }

    /// For all steps to come as well.
    func open() { for _ in 0..<100_000 { leave.signal() } }
  }

  private func commit(_ count: Int, _ writer: inout RandomWriter, to store: GraphStore) throws {
    let transaction = try store.begin()
    try writer.write(count, to: transaction)
    try transaction.commit()
  }

  private func define(_ store: GraphStore) throws {
    let schema = try store.begin()
    try schema.createIndex(IndexDefinition(name: "ids", owners: ["Person"], keys: ["id"]))
    try schema.createIndex(IndexDefinition(name: "words", kind: .fullText, owners: ["Event"], keys: ["name"]))
    try schema.commit()
  }

  @Test(
    "commits and readers go on while a checkpoint stands still at each of its steps", arguments: CheckpointStep.allCases)
  func commitsGoOn(step: CheckpointStep) throws {
    let barrier = Barrier(step)
    var store: GraphStore? = try GraphStore.open(path, mode: .create, policy: Self.eager { barrier.pass($0) })
    var writer = RandomWriter(seed: 31)
    var commits = 0
    while !barrier.isReached(withinSeconds: commits < 60 ? 0.01 : 10) {
      try #require(commits < 70, "the step is not reached")
      try commit(40, &writer, to: store!)
      commits += 1
    }
    for _ in 0..<10 { try commit(40, &writer, to: store!) }
    let held = store!.snapshot
    let lines = writer.model.lines()
    #expect(held.lines() == lines)
    #expect(held.disagreements(with: writer.model).isEmpty)
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.lines() == lines)
    #expect(try GraphStore.check(path).findings == [])
    // As after a crash at this moment.
    let crashed = folder.file("crashed.dossier")
    try GraphFiles.copy(path, to: crashed)
    let recovered = try GraphStore.open(crashed, mode: .readWrite)
    #expect(recovered.snapshot.lines() == lines)
    try recovered.close()
    #expect(try GraphStore.check(crashed).findings == [])
    barrier.open()
    for _ in 0..<40 { try commit(20, &writer, to: store!) }
    #expect(held.lines() == lines)
    try held.checkIntact()
    try store!.close()
    store = nil
    let report = try GraphStore.check(path)
    #expect(report.findings == [] && report.unusedSegmentCount == 0)
    let snapshot = try GraphStore.open(path, mode: .readOnly).snapshot
    #expect(snapshot.lines() == writer.model.lines())
    #expect(snapshot.disagreements(with: writer.model).isEmpty)
  }

  @Test("a graph is right after each commit, whatever has been folded meanwhile, and so are old states", arguments: seeds(3))
  func roundTrip(seed: UInt64) throws {
    var store: GraphStore? = try GraphStore.open(path, mode: .create, policy: Self.eager())
    try define(store!)
    var writer = RandomWriter(seed: seed)
    var old: [(GraphSnapshot, [String])] = []
    for round in 0..<60 {
      try commit(30, &writer, to: store!)
      let lines = writer.model.lines()
      #expect(store!.snapshot.lines() == lines, "seed \(seed), round \(round)")
      if round % 6 == 0 {
        #expect(store!.snapshot.disagreements(with: writer.model).isEmpty, "seed \(seed), round \(round)")
        old.append((store!.snapshot, lines))
        #expect(try GraphStore.open(path, mode: .readOnly).snapshot.lines() == lines, "seed \(seed), round \(round)")
      }
      guard round % 20 == 13 else { continue }
      // The last reference goes while work may be under way.
      old = []
      store = nil
      #expect(try GraphStore.check(path).findings == [], "seed \(seed), round \(round)")
      store = try GraphStore.open(path, mode: .readWrite, policy: Self.eager())
    }
    for (snapshot, lines) in old { #expect(snapshot.lines() == lines, "seed \(seed)") }
    try store!.close()
    let report = try GraphStore.check(path)
    #expect(report.findings == [] && report.unusedSegmentCount == 0 && report.journalRecordCount == 0)
  }

  @Test("one transaction that commits again and again is folded on the way")
  func continuedTransaction() throws {
    let store = try GraphStore.open(path, mode: .create, policy: Self.eager())
    let transaction = try store.begin()
    let key = transaction.propertyKeyID(creating: "number")
    for number in 0..<400 {
      try transaction.createNode(labels: [], properties: [(key, .integer(Int64(number)))])
      if number % 4 == 0 {
        let node = try transaction.createNode(labels: [transaction.labelID(creating: "Person")])
        try transaction.createRelationship(try transaction.relationshipTypeID(creating: "KNOWS"), from: NodeID(0), to: node)
      }
      try transaction.commitAndContinue()
    }
    let report = try GraphStore.check(path)
    #expect(report.findings == [] && report.segmentCount > 0 && report.journalRecordCount < 400)
    try transaction.commit()
    #expect(store.snapshot.relationshipCount == 100)
    try store.close()
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.nodeCount == 500)
  }

  @Test("the log begins anew while commits go on")
  func boundedLog() throws {
    let store = try GraphStore.open(path, mode: .create, policy: Self.eager())
    var writer = RandomWriter(seed: 8)
    for _ in 0..<300 { try commit(20, &writer, to: store) }
    let byteCount = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as! Int
    // Three hundred commits write at least a page of 32 KiB each, and checkpoints as many again.
    #expect(byteCount < 300 * 32 * 1024)
    try store.close()
  }

  @Test("damage that a checkpoint meets in the background stops the next transaction, with the place; the commits stay")
  func damage() throws {
    let sound = folder.file("sound.dossier")
    var store: GraphStore? = try GraphStore.open(sound, mode: .create)
    var writer = RandomWriter(seed: 12)
    try commit(400, &writer, to: store!)
    try store!.close()
    store = nil
    var stopped = 0
    let segmentCount = try GraphStore.check(sound).segmentCount
    for blob in 1...segmentCount {
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(atPath: sound, toPath: path)
      var handle: OpaquePointer?
      sqlite3_open(path, &handle)
      sqlite3_exec(handle, "UPDATE segment SET content = zeroblob(length(content)) WHERE id = \(blob)", nil, nil, nil)
      sqlite3_close(handle)
      let store = try GraphStore.open(path, mode: .readWrite, policy: Self.eager())
      do throws(StorageError) {
        for number in 0..<50 {
          let transaction = try store.begin()
          let type = try transaction.relationshipTypeID(creating: "KNOWS")
          let key = transaction.propertyKeyID(creating: "note")
          let node = try transaction.createNode(
            labels: [], properties: [(key, .string(String(repeating: "\(number)", count: 90)))])
          try transaction.createRelationship(type, from: node, to: node)
          try transaction.commit()
          if number == 45 { usleep(100_000) }
        }
      } catch {
        #expect(error.code == .damaged && error.place?.contains("segment \(blob)") == true)
        stopped += 1
      }
      try? store.close()
    }
    #expect(stopped > 4)
  }
}
