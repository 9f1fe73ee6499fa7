import CSQLite
import Foundation
import Graph
import GraphStorage
import TestSupport
import Testing

/// Damaged and foreign files: each opens and answers rightly or gives a `StorageError`, and none ends the process.
@Suite struct DamageTests {
  static let flipCount = 320

  let folder: TemporaryFolder
  let path: String
  /// The sound file's bytes, and what it holds.
  let bytes: [UInt8]
  let lines: [String]

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("sound.dossier")
    let draft = folder.file("draft.dossier")
    let store = try GraphStore.open(draft, mode: .create)
    var writer = RandomWriter(seed: 99)
    let schema = try store.begin()
    try schema.createIndex(IndexDefinition(name: "index_Person_id", owners: ["Person"], keys: ["id"]))
    try schema.createIndex(IndexDefinition(name: "index_Event_name", owners: ["Event"], keys: ["name"]))
    try schema.commit()
    for round in 0..<5 {
      let transaction = try store.begin()
      try writer.write(60, to: transaction)
      try transaction.commit()
      if round == 2 { try store.checkpoint() }
    }
    // Segments and a journal, all in the main file: SQLite's own backup of a store that has not been closed.
    try Self.backUp(draft, to: path)
    lines = writer.model.lines()
    bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.lines() == lines)
  }

  private static func backUp(_ source: String, to target: String) throws {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    guard sqlite3_open_v2(source, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      sqlite3_exec(handle, "VACUUM INTO '\(target)'", nil, nil, nil) == SQLITE_OK
    else { throw POSIXError(.EIO) }
  }

  private enum Outcome: Equatable {
    case right, refused(StorageError.Code), wrong
  }

  /// Opens and reads everything.
  private func read(_ path: String, mode: GraphStore.OpenMode = .readOnly) -> Outcome {
    do throws(StorageError) {
      let store = try GraphStore.open(path, mode: mode)
      let snapshot = store.snapshot
      let found = snapshot.lines()
      for id in 0..<UInt32(snapshot.nodeCapacity) { _ = snapshot.expand([NodeID(id)], .both) }
      for index in snapshot.indexDefinitions {
        let (label, key) = (snapshot.labelID(index.owners[0])!, snapshot.propertyKeyID(index.keys[0])!)
        _ = snapshot.range(label, key, lower: RangeBound(.integer(0), isInclusive: true), upper: nil)
      }
      try snapshot.checkIntact()
      return found == lines ? .right : .wrong
    } catch {
      return .refused(error.code)
    }
  }

  private func write(_ damaged: [UInt8]) throws -> String {
    let path = folder.file("damaged.dossier")
    GraphFiles.remove(path)
    try Data(damaged).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("a truncated file is refused, whatever its length")
  func truncations() throws {
    var lengths = Array(0..<100) + [511, 512, 513, 1024, 32_767, 32_768, 32_769, bytes.count - 1, bytes.count - 100]
    lengths += stride(from: 1000, to: bytes.count, by: max(bytes.count / 100, 1))
    var codes: [StorageError.Code: Int] = [:]
    for length in lengths {
      guard case .refused(let code) = read(try write(Array(bytes[..<length]))) else {
        Issue.record("a file of \(length) of \(bytes.count) bytes was read")
        continue
      }
      codes[code, default: 0] += 1
      let report = try? GraphStore.check(folder.file("damaged.dossier"))
      #expect(report?.isSound != true, "\(length)")
    }
    print("truncations: \(lengths.count) lengths, refused as \(codes)")
  }

  @Test("a file with a flipped bit answers rightly or is refused, read only")
  func flips() throws {
    var generator = SeededGenerator(seed: SeededGenerator.freshSeed())
    let seed = generator.seed
    let used = bytes.indices.filter { bytes[$0] != 0 }
    var counts = (right: 0, refused: 0)
    for round in 0..<Self.flipCount {
      var damaged = bytes
      let position =
        round < Self.flipCount / 4 ? bytes.indices.randomElement(using: &generator)! : used.randomElement(using: &generator)!
      damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      let path = try write(damaged)
      let outcome = read(path)
      #expect(outcome != .wrong, "seed \(seed), byte \(position)")
      if outcome == .right { counts.right += 1 } else { counts.refused += 1 }
      // What cannot be read is not called sound.
      if round % 4 == 0, outcome != .right {
        #expect((try? GraphStore.check(path))?.isSound != true, "seed \(seed), byte \(position)")
      }
    }
    print("bit flips: \(Self.flipCount), of which \(counts.right) answered rightly and \(counts.refused) were refused")
  }

  @Test("a damaged file that is opened for writing is not made worse unseen")
  func writes() throws {
    var generator = SeededGenerator(seed: SeededGenerator.freshSeed())
    let seed = generator.seed
    let used = bytes.indices.filter { bytes[$0] != 0 }
    var refused = 0
    for _ in 0..<60 {
      var damaged = bytes
      let position = used.randomElement(using: &generator)!
      damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      let path = try write(damaged)
      do throws(StorageError) {
        let store = try GraphStore.open(path, mode: .readWrite)
        let transaction = try store.begin()
        try transaction.createNode(labels: [transaction.labelID(creating: "Added")])
        try transaction.commit()
        try store.close()
        let after = try GraphStore.open(path, mode: .readOnly).snapshot
        let found = after.lines().filter { !$0.contains("Added") }
        try after.checkIntact()
        #expect(found == lines, "seed \(seed), byte \(position)")
      } catch {
        refused += 1
      }
    }
    print("bit flips under writing: 60, of which \(refused) were refused")
  }

  @Test("a flipped bit in the write-ahead log loses at most commits at its end, whole ones")
  func logFlips() throws {
    var generator = SeededGenerator(seed: SeededGenerator.freshSeed())
    let seed = generator.seed
    let live = folder.file("live.dossier")
    let store = try GraphStore.open(live, mode: .create)
    var writer = RandomWriter(seed: 4)
    var states = [store.snapshot.lines()]
    for _ in 0..<6 {
      let transaction = try store.begin()
      try writer.write(20, to: transaction)
      try transaction.commit()
      states.append(writer.model.lines())
    }
    let main = try Data(contentsOf: URL(fileURLWithPath: live))
    let log = Array(try Data(contentsOf: URL(fileURLWithPath: live + "-wal")))
    for _ in 0..<60 {
      let path = try write(Array(main))
      var damaged = log
      let position = log.indices.randomElement(using: &generator)!
      damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try Data(damaged).write(to: URL(fileURLWithPath: path + "-wal"))
      do throws(StorageError) {
        let snapshot = try GraphStore.open(path, mode: .readWrite).snapshot
        let found = snapshot.lines()
        try snapshot.checkIntact()
        #expect(states.contains(found), "seed \(seed), byte \(position)")
      } catch {
        #expect(error.code == .damaged, "seed \(seed), byte \(position)")
      }
    }
  }

  @Test("damage that is met in the middle of reading is remembered, and stops commits")
  func lateDamage() throws {
    let path = folder.file("late.dossier")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var handle: OpaquePointer?
    sqlite3_open(path, &handle)
    sqlite3_exec(handle, "UPDATE segment SET content = zeroblob(length(content))", nil, nil, nil)
    sqlite3_close(handle)
    // No journal to replay would touch nothing at opening; this one may be refused at once.
    do throws(StorageError) {
      let store = try GraphStore.open(path, mode: .readWrite)
      let snapshot = store.snapshot
      try snapshot.checkIntact()
      _ = snapshot.lines()
      let error = #expect(throws: StorageError.self) { try snapshot.checkIntact() }
      #expect(error?.code == .damaged && error?.place?.contains("segment") == true)
      #expect(throws: StorageError.self) { try store.begin() }
    } catch {
      #expect(error.code == .damaged && error.place?.contains("segment") == true)
    }
    let report = try GraphStore.check(path)
    #expect(!report.isSound)
    #expect(report.findings.allSatisfy { $0.place != nil })
  }

  @Test(
    "files that are no graphs are refused in a sentence", arguments: ["empty", "text", "database", "newer", "folder", "missing"])
  func foreign(kind: String) throws {
    let path = folder.file(kind + ".dossier")
    var handle: OpaquePointer?
    var expected = StorageError.Code.foreign
    switch kind {
    case "empty": try Data().write(to: URL(fileURLWithPath: path))
    case "text": try Data(String(repeating: "MATCH (n) RETURN n;\n", count: 5000).utf8).write(to: URL(fileURLWithPath: path))
    case "database":
      sqlite3_open(path, &handle)
      sqlite3_exec(handle, "CREATE TABLE manifest(id INTEGER PRIMARY KEY, content BLOB)", nil, nil, nil)
    case "newer":
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      sqlite3_open(path, &handle)
      sqlite3_exec(handle, "PRAGMA user_version = 6", nil, nil, nil)
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    default: expected = .unavailable
    }
    sqlite3_close(handle)
    for mode in [GraphStore.OpenMode.readOnly, .readWrite] {
      let error = #expect(throws: StorageError.self) { try GraphStore.open(path, mode: mode) }
      #expect(error?.code == expected, "\(kind): \(String(describing: error))")
      #expect(error?.path == path && error?.remedy != nil && error?.message.isEmpty == false)
    }
    #expect(throws: StorageError.self) { try GraphStore.check(path) }
    if kind != "missing" { #expect(throws: StorageError.self) { try GraphStore.open(path, mode: .create) } }
  }
}
