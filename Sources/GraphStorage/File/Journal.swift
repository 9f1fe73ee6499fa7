/// The journal's head row: how many commits the journal holds, and a checksum that chains theirs.
struct JournalHead: Equatable {
  var generation: UInt64 = 0
  var recordCount: Int64 = 0
  var chain: UInt64 = 0

  func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(varint: generation)
    writer.write(zigzag: recordCount)
    writer.write(fixed: chain)
    return writer.bytes
  }

  static func decode(from reader: inout ByteReader) throws(DecodingFailure) -> JournalHead {
    JournalHead(generation: try reader.varint(), recordCount: try reader.zigzag(), chain: try reader.fixed(UInt64.self))
  }

  /// The head after one more commit.
  func following(_ record: [UInt8]) -> JournalHead {
    JournalHead(generation: generation, recordCount: recordCount + 1, chain: Checksum.of(record, seed: chain))
  }
}

extension GraphFile {
  /// A journal beyond this is folded into segments. A hundredth of a second's work to replay for each megabyte or two.
  static let largestJournalByteCount = 8 << 20
  /// A commit beyond this goes into segments at once.
  static let largestRecordByteCount = 16 << 20

  var needsCheckpoint: Bool { state.withLock { $0.journalByteCount > Self.largestJournalByteCount } }
  var hasJournal: Bool { state.withLock { $0.journal.recordCount > 0 } }

  /// Makes one commit durable, with its words.
  func append(_ record: [UInt8], of snapshot: GraphSnapshot) throws(StorageError) {
    let head = state.withLock { $0.journal }.following(record)
    try write { connection throws(StorageError) in
      try connection.write(Seal.close(record, .journal, head.recordCount), .journal, head.recordCount)
      try self.writeHead(head, to: connection)
      try snapshot.textTables.update(connection, to: snapshot)
    }
    state.withLock {
      $0.journal = head
      $0.journalByteCount += record.count
    }
  }

  func writeHead(_ head: JournalHead, to connection: SQLiteConnection) throws(StorageError) {
    let row = FileFormat.journalHeadSequence
    try connection.write(Seal.close(head.encode(), .journal, row), .journal, row)
  }

  /// The commits since the checkpoint, oldest first, verified against the head.
  func journalRecords(generation: UInt64) throws(StorageError) -> [[UInt8]] {
    let row = FileFormat.journalHeadSequence
    let head = try decode(try payload(.journal, row), place: "journal head") { reader throws(DecodingFailure) in
      try JournalHead.decode(from: &reader)
    }
    let rowCount = try read { connection throws(StorageError) in try connection.integer("SELECT count(*) FROM journal") ?? 0 }
    guard head.generation == generation, rowCount == head.recordCount + 1 else {
      let expected = "\(head.recordCount) commits after checkpoint \(head.generation)"
      throw journalError("the head speaks of \(expected), found \(rowCount - 1) after checkpoint \(generation)")
    }
    var records: [[UInt8]] = []
    var seen = JournalHead(generation: generation)
    for sequence in 0..<head.recordCount {
      let record = try payload(.journal, sequence + 1)
      seen = seen.following(record)
      records.append(record)
    }
    guard seen == head else { throw journalError("the commits are not those that the head was written for") }
    let byteCount = records.reduce(0) { $0 + $1.count }
    state.withLock {
      $0.journal = head
      $0.journalByteCount = byteCount
    }
    return records
  }

  private func journalError(_ message: String) -> StorageError {
    StorageError(.damaged, message, path: path, place: "journal head", remedy: SQLiteConnection.damageRemedy)
  }
}
