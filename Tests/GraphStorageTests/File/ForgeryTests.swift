import CSQLite
import Foundation
import Graph
import TestSupport
import Testing

@testable import GraphStorage

/// Files whose contents bear the right checksums and yet are not what a writer writes: made by a program with a mistake, or by
/// someone who means harm. Each is refused or gives some answers, and none ends the process.
@Suite struct ForgeryTests {
  static let rounds = 400

  private struct Row {
    var table: FileFormat.Table
    var number: Int64
    var payload: [UInt8]
  }

  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("forged.dossier")
  }

  /// Segments, a journal, an index and a full-text index.
  private func makeFile() throws -> [UInt8] {
    let store = try GraphStore.open(path, mode: .create)
    var writer = RandomWriter(seed: 7)
    let schema = try store.begin()
    try schema.createIndex(IndexDefinition(name: "index_Person_id", owners: ["Person"], keys: ["id"]))
    try schema.commit()
    for round in 0..<4 {
      let transaction = try store.begin()
      try writer.write(60, to: transaction)
      try transaction.commit()
      if round == 2 { try store.checkpoint() }
    }
    let copy = folder.file("copy.dossier")
    try withDatabase(path) { handle in
      try #require(sqlite3_exec(handle, "VACUUM INTO '\(copy)'", nil, nil, nil) == SQLITE_OK)
    }
    try store.close()
    return Array(try Data(contentsOf: URL(fileURLWithPath: copy)))
  }

  private func withDatabase<Result>(_ path: String, _ body: (OpaquePointer?) throws -> Result) throws -> Result {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    return try body(handle)
  }

  private func rows() throws -> [Row] {
    try withDatabase(path) { handle in
      var rows: [Row] = []
      for table in [FileFormat.Table.manifest, .segment, .journal] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        sqlite3_prepare_v2(handle, "SELECT \(table.key), content FROM \(table.rawValue)", -1, &statement, nil)
        while sqlite3_step(statement) == SQLITE_ROW {
          let sealed = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, 1), count: Int(sqlite3_column_bytes(statement, 1)))
          let payload = Array(sealed.dropFirst(Seal.byteCount))
          rows.append(Row(table: table, number: sqlite3_column_int64(statement, 0), payload: payload))
        }
      }
      return rows
    }
  }

  private func put(_ row: Row) throws {
    try withDatabase(path) { handle in
      var statement: OpaquePointer?
      defer { sqlite3_finalize(statement) }
      sqlite3_prepare_v2(
        handle, "UPDATE \(row.table.rawValue) SET content = ?2 WHERE \(row.table.key) = ?1", -1, &statement, nil)
      let sealed = Seal.close(row.payload, row.table, row.number)
      sqlite3_bind_int64(statement, 1, row.number)
      sqlite3_bind_blob(statement, 2, sealed, Int32(sealed.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      try #require(sqlite3_step(statement) == SQLITE_DONE)
    }
  }

  /// Another content of a row: some bytes that are others, fewer, or more.
  private static func forged(_ payload: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var payload = payload
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !payload.isEmpty {
      let place = payload.indices.randomElement(using: &generator)!
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: payload.removeSubrange(place...)
      case 1: payload.remove(at: place)
      case 2: payload.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      case 3: payload[place] = [0, 0x7F, 0x80, 0xFF].randomElement(using: &generator)!
      case 4: for index in place..<min(place + 9, payload.count) { payload[index] = 0xFF }
      case 5: payload[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      default: payload[place] = UInt8.random(in: 0...255, using: &generator)
      }
    }
    return payload
  }

  /// Reads all that there is, and writes a little.
  private func use() throws(StorageError) {
    _ = try GraphStore.check(path)
    for mode in [GraphStore.OpenMode.readOnly, .readWrite] {
      let store = try GraphStore.open(path, mode: mode)
      let snapshot = store.snapshot
      _ = snapshot.lines()
      for id in 0..<UInt32(min(snapshot.nodeCapacity, 10_000)) { _ = snapshot.expand([NodeID(id)], .both) }
      for index in snapshot.indexDefinitions {
        guard let label = snapshot.labelID(index.owners[0]), let key = snapshot.propertyKeyID(index.keys[0]) else { continue }
        _ = snapshot.range(label, key, lower: RangeBound(.integer(0), isInclusive: true), upper: nil)
      }
      try snapshot.checkIntact()
      guard mode == .readWrite else { continue }
      let transaction = try store.begin()
      try transaction.createNode(labels: [transaction.labelID(creating: "Added")])
      try transaction.commit()
      try store.checkpoint()
      try store.close()
    }
  }

  @Test("contents that are sealed and make no sense end no process")
  func forgeries() throws {
    let sound = try makeFile()
    var generator = SeededGenerator(seed: SeededGenerator.freshSeed())
    var refused = 0
    for _ in 0..<Self.rounds {
      GraphFiles.remove(path)
      try Data(sound).write(to: URL(fileURLWithPath: path))
      var row = try #require(try rows().randomElement(using: &generator))
      row.payload = Self.forged(row.payload, &generator)
      try put(row)
      do throws(StorageError) { try use() } catch { refused += 1 }
    }
    print("forged contents: \(Self.rounds), of which \(refused) were refused")
    #expect(refused > Self.rounds / 4, "seed \(generator.seed)")
  }
}
