import CSQLite
import Foundation

@testable import GraphStorage

/// The contents of a graph file without their seals, and the way to put others in their place that are sealed as if they were
/// right: what a program with a mistake in it writes, or a forger.
struct GraphFileRows {
  let path: String
  private(set) var manifest: [UInt8] = []
  private(set) var segments: [BlobIdentifier: [UInt8]] = [:]
  /// The commits of the journal's table by number, and its head.
  private(set) var commits: [Int64: [UInt8]] = [:]
  private(set) var head = JournalHead()
  /// The commits of the log, and behind which it begins.
  private(set) var logged: [[UInt8]] = []
  private var logBase = JournalHead()

  init(_ path: String) throws {
    self.path = path
    let connection = try SQLiteConnection(path, isReadOnly: false)
    defer { connection.close() }
    manifest = try Self.payload(connection, .manifest, 1)
    for blob in try connection.integers("SELECT id FROM segment") {
      segments[blob] = try Self.payload(connection, .segment, blob)
    }
    for sequence in try connection.integers("SELECT sequence FROM journal") where sequence != FileFormat.journalHeadSequence {
      commits[sequence] = try Self.payload(connection, .journal, sequence)
    }
    head = try Self.payload(connection, .journal, FileFormat.journalHeadSequence).decoded { reader throws(DecodingFailure) in
      try JournalHead.decode(from: &reader, version: FileFormat.version)
    }
    if let content = CommitLogReader.read(path + CommitLog.suffix) {
      (logged, logBase) = (content.records, content.base)
    }
  }

  private static func payload(
    _ connection: SQLiteConnection, _ table: FileFormat.Table, _ row: Int64
  ) throws(StorageError) -> [UInt8] {
    try connection.withContent(table, row) { bytes throws(StorageError) in Array(Seal.open(bytes!, table, row)!) }
  }

  // MARK: - Forging

  func replaceManifest(by payload: [UInt8]) throws { try replace(.manifest, 1, by: payload) }

  func replaceSegment(_ blob: BlobIdentifier, by payload: [UInt8]) throws { try replace(.segment, blob, by: payload) }

  func replaceHead(by payload: [UInt8]) throws { try replace(.journal, FileFormat.journalHeadSequence, by: payload) }

  /// Puts other commits in the place of those in the table and in the log, on a chain that is right.
  func replaceCommits(by commits: [Int64: [UInt8]], logged: [[UInt8]]) throws {
    var head = JournalHead(
      generation: self.head.generation, foldedCount: self.head.foldedCount, foldedChain: self.head.foldedChain,
      chain: self.head.foldedChain)
    for sequence in commits.keys.sorted() where sequence > head.foldedCount {
      head = head.following(commits[sequence]!)
      try replace(.journal, sequence, by: commits[sequence]!)
    }
    try replaceHead(by: head.encode())
    guard !self.logged.isEmpty else { return }
    var log = ByteWriter()
    log.write(fixed: CommitLog.magic)
    log.write(fixed: head.lastSequence)
    log.write(fixed: head.chain)
    log.write(fixed: Checksum.of(log.bytes, seed: CommitLog.magic))
    for record in logged {
      head = head.following(record)
      log.write(fixed: UInt32(record.count))
      log.write(fixed: head.chain)
      record.withUnsafeBytes { log.write(raw: $0) }
    }
    try Data(log.bytes).write(to: URL(fileURLWithPath: path + CommitLog.suffix))
  }

  private func replace(_ table: FileFormat.Table, _ row: Int64, by payload: [UInt8]) throws {
    let connection = try SQLiteConnection(path, isReadOnly: false)
    defer { connection.close() }
    try connection.execute("PRAGMA synchronous = OFF; DELETE FROM \(table.rawValue) WHERE \(table.key) = \(row)")
    try connection.write(Seal.close(payload, table, row), table, row)
  }

  /// The same rows in a copy of the file.
  func copied(to other: String) throws -> GraphFileRows {
    GraphFiles.remove(other)
    try GraphFiles.copy(path, to: other)
    return GraphFileRows(copying: self, to: other)
  }

  private init(copying rows: GraphFileRows, to path: String) {
    self.path = path
    (manifest, segments, commits, head, logged, logBase) =
      (rows.manifest, rows.segments, rows.commits, rows.head, rows.logged, rows.logBase)
  }
}
