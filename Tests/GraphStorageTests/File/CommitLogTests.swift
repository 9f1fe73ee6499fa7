import Foundation
import Graph
import GraphStorage
import Synchronization
import TestSupport
import Testing

/// Commits that stand in a log beside the file. `CrashTests` kills processes that write one.
@Suite struct CommitLogTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("graph.dossier")
  }

  /// Every commit goes into the log.
  private static func logging(journalByteCount: Int = 8 << 20) -> CheckpointPolicy {
    var policy = CheckpointPolicy()
    policy.unloggedCommitCount = 0
    policy.journalByteCount = journalByteCount
    return policy
  }

  private func bytes(_ suffix: String, of path: String? = nil) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: (path ?? self.path) + suffix)))
  }

  private func commit(_ count: Int, _ writer: inout RandomWriter, to store: GraphStore) throws {
    let transaction = try store.begin()
    try writer.write(count, to: transaction)
    try transaction.commit()
  }

  /// A store whose commits stand in its log, and the states that it went through.
  private func filled(_ commitCount: Int) throws -> (store: GraphStore, states: [[String]], writer: RandomWriter) {
    let store = try GraphStore.open(path, mode: .create, policy: Self.logging())
    var writer = RandomWriter(seed: 4)
    var states = [store.snapshot.lines()]
    for _ in 0..<commitCount {
      try commit(20, &writer, to: store)
      states.append(writer.model.lines())
    }
    return (store, states, writer)
  }

  @Test("commits stand in the log alone, in space written ahead; readers and the next writer find them, and closing folds them")
  func roundTrip() throws {
    var (store, states, writer): (GraphStore?, [[String]], RandomWriter) = try filled(1)
    let before = try (log: bytes("-log").count, tables: bytes("-wal").count)
    for _ in 0..<20 { try commit(20, &writer, to: store!) }
    states.append(writer.model.lines())
    #expect(try bytes("-log").count == before.log && bytes("-wal").count == before.tables)
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.lines() == states.last)
    let report = try GraphStore.check(path)
    #expect(report.findings == [] && report.journalRecordCount == 21)
    // A crash, a writer that goes on in the same log, and another crash.
    let (first, second) = (folder.file("first.dossier"), folder.file("second.dossier"))
    try GraphFiles.copy(path, to: first)
    do {
      let recovered = try GraphStore.open(first, mode: .readWrite, policy: Self.logging())
      #expect(recovered.snapshot.lines() == states.last)
      var other = RandomWriter(seed: 77, model: writer.model)
      for _ in 0..<5 { try commit(20, &other, to: recovered) }
      try GraphFiles.copy(first, to: second)
      let again = try GraphStore.open(second, mode: .readWrite)
      #expect(again.snapshot.lines() == other.model.lines())
      #expect(again.snapshot.disagreements(with: other.model).isEmpty)
    }
    try store!.close()
    store = nil
    for suffix in ["-log", "-wal"] { #expect(!FileManager.default.fileExists(atPath: path + suffix)) }
    #expect(try GraphStore.check(path).findings == [])
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.lines() == states.last)
  }

  @Test("the log grows by zeros in steps, and begins anew after a checkpoint")
  func growth() throws {
    let (store, _, _) = try filled(0)
    var sizes: [Int] = []
    let text = String(repeating: "text ", count: 4000)
    for number in 0..<60 {
      let transaction = try store.begin()
      let key = transaction.propertyKeyID(creating: "text")
      try transaction.createNode(labels: [], properties: [(key, .string("\(number)" + text))])
      try transaction.commit()
      sizes.append(try bytes("-log").count)
    }
    #expect(Set(sizes).count < 8 && sizes.allSatisfy { $0 % 65_536 == 0 })
    #expect(try bytes("-log").last == 0)
    let size = sizes.last!
    try store.checkpoint()
    for number in 0..<60 {
      let transaction = try store.begin()
      let key = transaction.propertyKeyID(creating: "text")
      try transaction.createNode(labels: [], properties: [(key, .string("\(number)" + text))])
      try transaction.commit()
    }
    #expect(try bytes("-log").count == size)
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.nodeCount == 120)
  }

  @Test("zeros, rubbish or nothing behind the last commit are taken for nothing", arguments: seeds(3))
  func tails(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (store, states, _) = try filled(12)
    let log = try bytes("-log")
    let end = log.lastIndex { $0 != 0 }! + 1
    for round in 0..<60 {
      let copy = folder.file("copy\(round).dossier")
      try GraphFiles.copy(path, to: copy)
      var damaged = log
      var cut = false
      switch round % 4 {
      case 0: for place in end..<log.count { damaged[place] = UInt8.random(in: 0...255, using: &generator) }
      case 1: damaged += (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      case 2: damaged.removeLast(log.count - end)
      default:
        // As a power cut leaves a log whose last commits were not acknowledged.
        let place = Int.random(in: 0...end, using: &generator)
        for place in place..<log.count { damaged[place] = round % 8 < 4 ? 0 : UInt8.random(in: 0...255, using: &generator) }
        cut = true
      }
      try Data(damaged).write(to: URL(fileURLWithPath: copy + "-log"))
      let mode: GraphStore.OpenMode = round % 3 == 0 ? .readOnly : .readWrite
      let recovered = try GraphStore.open(copy, mode: mode, policy: Self.logging())
      let found = recovered.snapshot.lines()
      #expect(cut ? states.contains(found) : found == states.last, "seed \(seed), round \(round)")
      guard mode == .readWrite else { continue }
      // What comes next is found again in front of the rubbish.
      let transaction = try recovered.begin()
      try transaction.createNode(labels: [transaction.labelID(creating: "Last")])
      try transaction.commit()
      let again = folder.file("again\(round).dossier")
      try GraphFiles.copy(copy, to: again)
      let last = try GraphStore.open(again, mode: .readOnly).snapshot
      #expect(last.labelID("Last").map { last.nodeCount($0) } == 1, "seed \(seed), round \(round)")
    }
    withExtendedLifetime(store) {}
  }

  @Test("a flipped bit in the log loses at most commits at its end, whole ones")
  func flips() throws {
    var generator = SeededGenerator(seed: SeededGenerator.freshSeed())
    let seed = generator.seed
    let (store, states, _) = try filled(8)
    let log = try bytes("-log")
    let end = log.lastIndex { $0 != 0 }! + 1
    for round in 0..<60 {
      let copy = folder.file("copy.dossier")
      GraphFiles.remove(copy)
      try GraphFiles.copy(path, to: copy)
      var damaged = log
      let position = Int.random(in: 0..<end, using: &generator)
      damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try Data(damaged).write(to: URL(fileURLWithPath: copy + "-log"))
      let recovered = try GraphStore.open(copy, mode: round % 2 == 0 ? .readOnly : .readWrite)
      #expect(states.contains(recovered.snapshot.lines()), "seed \(seed), byte \(position)")
      try recovered.snapshot.checkIntact()
      try recovered.close()
    }
    withExtendedLifetime(store) {}
  }

  @Test("a log of another file, of a former use or of a file of the same name that is gone means nothing")
  func strangers() throws {
    let (store, states, _) = try filled(6)
    let log = try Data(bytes("-log"))
    try store.close()
    // A former use: its commits have been folded.
    try log.write(to: URL(fileURLWithPath: path + "-log"))
    for mode in [GraphStore.OpenMode.readOnly, .readWrite] {
      #expect(try GraphStore.open(path, mode: mode).snapshot.lines() == states.last)
    }
    // Another file that is as young as the log's was.
    let other = folder.file("other.dossier")
    try GraphStore.open(other, mode: .create).close()
    for mode in [GraphStore.OpenMode.readOnly, .readWrite] {
      try log.write(to: URL(fileURLWithPath: other + "-log"))
      let opened = try GraphStore.open(other, mode: mode, policy: Self.logging())
      #expect(opened.snapshot.nodeCount == 0)
      guard mode == .readWrite else { continue }
      let transaction = try opened.begin()
      try transaction.createNode(labels: [])
      try transaction.commit()
      #expect(try GraphStore.open(other, mode: .readOnly).snapshot.nodeCount == 1)
    }
    // A file that takes the place of one whose writer was killed.
    try log.write(to: URL(fileURLWithPath: path + "-log"))
    try GraphStore().save(to: path, replacing: true)
    #expect(!FileManager.default.fileExists(atPath: path + "-log"))
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.nodeCount == 0)
  }

  @Test("where no log can be made commits go into the file's tables")
  func noLog() throws {
    try FileManager.default.createDirectory(atPath: path + "-log", withIntermediateDirectories: true)
    let (store, states, _) = try filled(5)
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.lines() == states.last)
    try store.close()
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.lines() == states.last)
  }

  @Test("who opens the file to read sees all that was acknowledged before, however often the log is taken over meanwhile")
  func readers() throws {
    let store = try GraphStore.open(path, mode: .create, policy: Self.logging(journalByteCount: 400))
    let acknowledged = Atomic<Int>(0)
    let isOver = Atomic<Bool>(false)
    let writer = Thread {
      for number in 0..<1500 {
        guard let transaction = try? store.begin() else { break }
        let key = transaction.propertyKeyID(creating: "number")
        guard (try? transaction.createNode(labels: [], properties: [(key, .integer(Int64(number)))])) != nil,
          (try? transaction.commit()) != nil
        else { break }
        acknowledged.store(number + 1, ordering: .sequentiallyConsistent)
        if number % 37 == 0 { try? store.checkpoint() }
      }
      isOver.store(true, ordering: .sequentiallyConsistent)
    }
    writer.start()
    var openings = 0
    while !isOver.load(ordering: .sequentiallyConsistent) {
      let least = acknowledged.load(ordering: .sequentiallyConsistent)
      let snapshot = try GraphStore.open(path, mode: .readOnly).snapshot
      let most = acknowledged.load(ordering: .sequentiallyConsistent) + 1
      #expect(snapshot.nodeCount >= least && snapshot.nodeCount <= most)
      openings += 1
    }
    #expect(acknowledged.load(ordering: .sequentiallyConsistent) == 1500 && openings > 0)
    try store.close()
    #expect(try GraphStore.check(path).findings == [])
  }
}
