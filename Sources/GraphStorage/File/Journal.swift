/// The journal's head row: which commits the journal holds, and a checksum that chains theirs.
struct JournalHead: Equatable {
  var generation: UInt64 = 0
  /// The number of the last commit that is in the manifest's segments; rows up to it are about to be deleted.
  var foldedCount: Int64 = 0
  /// The number of commits behind it.
  var recordCount: Int64 = 0
  /// The chain as of the last folded commit, and of the last one.
  var foldedChain: UInt64 = 0
  var chain: UInt64 = 0

  /// The number of the last commit.
  var lastSequence: Int64 { foldedCount + recordCount }

  func encode() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(varint: generation)
    writer.write(zigzag: foldedCount)
    writer.write(zigzag: recordCount)
    writer.write(fixed: foldedChain)
    writer.write(fixed: chain)
    return writer.bytes
  }

  /// - Parameter version: the file's. Up to 3, a checkpoint left no commit in the journal.
  static func decode(from reader: inout ByteReader, version: Int64) throws(DecodingFailure) -> JournalHead {
    var head = JournalHead(generation: try reader.varint())
    if version > 3 { head.foldedCount = try reader.zigzag() }
    head.recordCount = try reader.zigzag()
    if version > 3 { head.foldedChain = try reader.fixed(UInt64.self) }
    head.chain = try reader.fixed(UInt64.self)
    let (last, isBeyond) = head.foldedCount.addingReportingOverflow(head.recordCount)
    guard head.foldedCount >= 0, head.recordCount >= 0, !isBeyond, last <= FileFormat.largestNumber else {
      throw reader.failure("numbers of commits")
    }
    return head
  }

  /// The head after one more commit.
  func following(_ record: [UInt8]) -> JournalHead {
    var head = self
    head.recordCount += 1
    head.chain = Checksum.of(record, seed: chain)
    return head
  }

  /// The head once the commits up to `folded`, an earlier state of it, are in segments.
  func folding(_ folded: JournalHead) -> JournalHead {
    JournalHead(
      generation: generation + 1, foldedCount: folded.lastSequence, recordCount: lastSequence - folded.lastSequence,
      foldedChain: folded.chain, chain: chain)
  }
}

extension JournalHead {
  /// An empty journal, which no log that there is goes on from.
  init(beginning generation: UInt64) {
    let chain = UInt64.random(in: .min ... .max)
    self.init(generation: generation, foldedChain: chain, chain: chain)
  }
}

extension GraphFile {
  /// A commit beyond this goes into segments at once.
  static let largestRecordByteCount = 16 << 20
  /// How often a reader begins anew because a writer has taken the log over.
  private static let largestReadingCount = 1000

  var hasJournal: Bool { state.withLock { $0.journal.recordCount > 0 } }

  /// Makes one commit durable, with its words.
  ///
  /// The first commits of an opening go into the table, which spares a session of a few of them the making of a log; those behind
  /// them go into the log, unless they bring words, which stand in tables.
  func append(_ record: [UInt8], of snapshot: GraphSnapshot) throws(StorageError) {
    try log.withLock { log throws(StorageError) in
      let before = state.withLock { $0.journal }
      let head = before.following(record)
      if isLogging(log), !snapshot.textTables.isBehind(snapshot), try log.append(record, from: before, to: head) {
        note(head, record)
      } else {
        try appendToTable(record, head, log, of: snapshot)
        log.restart()
      }
    }
  }

  private func isLogging(_ log: CommitLog) -> Bool {
    if !log.isEmpty { return true }
    return state.withLock { state in
      guard state.unloggedCommitCount > 0 else { return true }
      state.unloggedCommitCount -= 1
      return false
    }
  }

  private func note(_ head: JournalHead, _ record: [UInt8]) {
    state.withLock { state in
      state.journal = head
      state.journalByteCount += record.count
    }
  }

  private func appendToTable(
    _ record: [UInt8], _ head: JournalHead, _ log: CommitLog, of snapshot: GraphSnapshot
  ) throws(StorageError) {
    try write { connection throws(StorageError) in
      try self.copy(log, behind: 0, to: connection)
      try connection.write(Seal.close(record, .journal, head.lastSequence), .journal, head.lastSequence)
      try self.writeHead(head, to: connection)
      try snapshot.textTables.update(connection, to: snapshot)
    }
    note(head, record)
  }

  /// Writes the commits of the log behind number `sequence` to the journal's table, whose last ones they are.
  func copy(_ log: CommitLog, behind sequence: Int64, to connection: SQLiteConnection) throws(StorageError) {
    for (sequence, record) in try log.records(behind: sequence) {
      try connection.write(Seal.close(record, .journal, sequence), .journal, sequence)
    }
  }

  func writeHead(_ head: JournalHead, to connection: SQLiteConnection) throws(StorageError) {
    let row = FileFormat.journalHeadSequence
    try connection.write(Seal.close(head.encode(), .journal, row), .journal, row)
  }

  private func journalHead() throws(StorageError) -> JournalHead {
    try decode(try payload(.journal, FileFormat.journalHeadSequence), place: "journal head") { reader throws(DecodingFailure) in
      try JournalHead.decode(from: &reader, version: version)
    }
  }

  /// Reads what the log holds behind the journal's table; to be called before anything else is read.
  ///
  /// A reader sees the tables as they are when its transaction begins. A log that does not go on where they end has been taken
  /// over by a writer meanwhile, which then shows in the tables of a later transaction, or is of no use any more.
  func readLog() {
    // Damage is told by who reads the journal.
    guard var head = try? journalHead() else { return }
    for _ in 0..<Self.largestReadingCount {
      let tail = CommitLogReader.tail(of: path + CommitLog.suffix, behind: head)
      if let tail { return state.withLock { $0.logged = tail } }
      guard isReadOnly, (try? read { connection throws(StorageError) in try connection.execute("ROLLBACK; BEGIN") }) != nil,
        let next = try? journalHead(), next != head
      else { return }
      head = next
    }
  }

  /// The commits since the checkpoint, oldest first, verified against the head.
  func journalRecords(generation: UInt64) throws(StorageError) -> [[UInt8]] {
    var head = try journalHead()
    let rowCount = try read { connection throws(StorageError) in
      try connection.integer("SELECT count(*) FROM journal WHERE sequence > \(head.foldedCount)") ?? 0
    }
    guard head.generation == generation, rowCount == head.recordCount + 1 else {
      let expected = "\(head.recordCount) commits after checkpoint \(head.generation)"
      throw journalError("the head speaks of \(expected), found \(rowCount - 1) after checkpoint \(generation)")
    }
    var records: [[UInt8]] = []
    var seen = JournalHead(generation: generation, foldedCount: head.foldedCount, foldedChain: head.foldedChain)
    seen.chain = head.foldedChain
    for _ in 0..<head.recordCount {
      let record = try payload(.journal, seen.lastSequence + 1)
      seen = seen.following(record)
      records.append(record)
    }
    guard seen == head else { throw journalError("the commits are not those that the head was written for") }
    if let logged = state.withLock({ $0.logged.take() }), !logged.records.isEmpty {
      if !isReadOnly { log.withLock { $0.resume(at: logged.end, behind: head.lastSequence) } }
      for record in logged.records { head = head.following(record) }
      records += logged.records
    }
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
