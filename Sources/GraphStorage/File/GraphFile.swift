import Graph
import Synchronization

/// An open graph file: reads segments and strings when they are first touched, takes commits into the journal, and writes
/// checkpoints. `FileFormat` draws what stands in it.
///
/// Three connections, so that loading a segment does not wait for a commit's sync, and neither of them for the write-ahead log to
/// be copied into the file. A file opened for reading keeps one reading transaction open for its whole life and so sees the state
/// as of opening, whatever a writer does meanwhile.
final class GraphFile: Sendable {
  /// What changes while the file is open.
  struct State {
    var manifest = Manifest()
    var journal = JournalHead()
    var journalByteCount = 0
    /// The number of pages in the write-ahead log.
    var logPageCount = 0
    /// Blobs that no snapshot uses any more and the next checkpoint deletes.
    var released: [BlobIdentifier] = []
    /// The blobs that the manifest names, where commits have gone on since the state that it was written for.
    var named: Set<BlobIdentifier> = []
    /// How many of the next commits go into the journal's table even if they could go into the log.
    var unloggedCommitCount = 0
    /// What the log held at opening behind the table, until that has been done again.
    var logged: (records: [[UInt8]], end: Int)?
    /// Whether this opening has written a checkpoint.
    var hasCheckpointed = false
  }

  let path: String
  let isReadOnly: Bool
  /// Whether nobody else knows the file and it is thrown away unless it is finished.
  let isDraft: Bool
  /// The version of the format that the file had when it was opened.
  let version: Int64
  let damage = DamageRecord()
  let state = Mutex(State())
  /// Taken before a transaction that changes the journal begins.
  let log: Mutex<CommitLog>
  private let reading: Mutex<SQLiteConnection?>
  private let writing: Mutex<SQLiteConnection?>
  /// Made when the log is copied for the first time; used by one thread at a time.
  private let copying = Mutex<SQLiteConnection?>(nil)
  private let lock: Mutex<WriterLock?>

  /// Opens an existing file and verifies that it is a graph file of a known version.
  /// - Parameter isDraft: writing then keeps no log and waits for no disk.
  init(_ path: String, isReadOnly: Bool, isDraft: Bool = false) throws(StorageError) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.isDraft = isDraft
    log = Mutex(CommitLog(beside: path))
    try Self.checkPresence(path)
    let lock = isReadOnly ? nil : try WriterLock(path)
    let reader = isReadOnly ? try Self.connectForReading(path) : try SQLiteConnection(path, isReadOnly: false)
    version = try Self.checkedVersion(reader)
    var writer: SQLiteConnection?
    if isReadOnly {
      try reader.execute("BEGIN")
    } else {
      let connection = try SQLiteConnection(path, isReadOnly: false)
      let durability = isDraft ? "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF" : "PRAGMA synchronous = FULL"
      try connection.execute(durability + "; PRAGMA secure_delete = OFF; PRAGMA cell_size_check = ON")
      connection.countLogPages()
      writer = connection
    }
    reading = Mutex(reader)
    writing = Mutex(writer)
    self.lock = Mutex(lock)
  }

  deinit { close() }

  /// Gives up connections and lock, in this order (see `WriterLock`); segments that have not been read cannot be read any more.
  func close() {
    log.withLock { $0.close() }
    reading.withLock { connection in
      connection?.close()
      connection = nil
    }
    writing.withLock { connection in
      copying.withLock { connection in
        connection?.close()
        connection = nil
      }
      connection?.close()
      connection = nil
    }
    lock.withLock { $0 = nil }
  }

  var isClosed: Bool { reading.withLock { $0 == nil } }

  /// Runs `body` on the reading connection.
  func read<Result: Sendable>(
    _ body: (SQLiteConnection) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    try reading.withLock { connection throws(StorageError) in
      guard let connection else { throw closedError }
      return try body(connection)
    }
  }

  /// Runs `body` in a writing transaction, and once that is committed `conclude`, before another one can begin.
  /// - Parameter isDurable: false for what need not survive a crash before the next durable transaction has made it so; of no
  ///   meaning for a draft.
  func write<Outcome>(
    isDurable: Bool = true, _ body: (SQLiteConnection) throws(StorageError) -> Outcome,
    conclude: (inout State, Outcome) -> Void = { _, _ in }
  ) throws(StorageError) {
    try writing.withLock { connection throws(StorageError) in
      guard let connection else { throw isReadOnly ? readOnlyError : closedError }
      let isHasty = !isDurable && !isDraft
      if isHasty { try connection.run("PRAGMA synchronous = NORMAL") }
      defer { if isHasty { try? connection.run("PRAGMA synchronous = FULL") } }
      let outcome = try connection.transaction { () throws(StorageError) in try body(connection) }
      state.withLock { state in
        state.logPageCount = connection.logPageCount
        conclude(&state, outcome)
      }
    }
  }

  /// Copies the write-ahead log into the file while transactions go on, so that the log can begin anew.
  /// - Parameter step: called after each part.
  func copyLog(step: () -> Void) throws(StorageError) {
    // While one round is copied transactions add to the log; so many pages are copied with transactions held up.
    let heldUpPageCount = 64
    for _ in 0..<4 {
      let left = try withCopying { connection throws(StorageError) in try connection.copyLog() }
      step()
      if left <= heldUpPageCount { break }
    }
    try writing.withLock { writer throws(StorageError) in
      guard writer != nil else { throw closedError }
      _ = try withCopying { connection throws(StorageError) in try connection.copyLog() }
    }
    step()
  }

  private func withCopying<Result>(
    _ body: (SQLiteConnection) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    try copying.withLock { connection throws(StorageError) in
      if connection == nil {
        if isClosed { throw closedError }
        let made = try SQLiteConnection(path, isReadOnly: false)
        // A connection that has read nothing does not know of the log, and would take it for copied.
        _ = try made.integer("PRAGMA schema_version")
        connection = made
      }
      return try body(connection!)
    }
  }

  /// Runs `body` in a writing transaction that is undone afterwards.
  func rehearse<Result: Sendable>(
    _ body: (SQLiteConnection) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    try writing.withLock { connection throws(StorageError) in
      guard let connection else { throw isReadOnly ? readOnlyError : closedError }
      return try connection.rehearsal { () throws(StorageError) in try body(connection) }
    }
  }

  var readOnlyError: StorageError {
    StorageError(.readOnly, "the graph was opened for reading", path: path, remedy: "open it without --read-only")
  }

  private var closedError: StorageError {
    StorageError(.readOnly, "the graph has been closed", path: path, remedy: "open it again")
  }

  // MARK: - Content

  /// The length of the file, with what stands in its write-ahead log.
  func byteCount() throws(StorageError) -> Int {
    try read { connection throws(StorageError) in
      Int(try connection.integer("PRAGMA page_count") ?? 0) * Int(try connection.integer("PRAGMA page_size") ?? 0)
    }
  }

  /// The payload of one row, verified.
  func payload(_ table: FileFormat.Table, _ row: Int64) throws(StorageError) -> [UInt8] {
    let path = self.path
    return try read { connection throws(StorageError) in
      try connection.withContent(table, row) { bytes throws(StorageError) in
        guard let bytes else {
          throw StorageError(
            .damaged, "there is no such row, and the graph needs it", path: path, place: "\(table.rawValue) \(row)",
            remedy: SQLiteConnection.damageRemedy)
        }
        guard let payload = Seal.open(bytes, table, row) else {
          throw StorageError(
            .damaged, "the checksum of its \(bytes.count) bytes is not the one that was written with them", path: path,
            place: "\(table.rawValue) \(row)", remedy: SQLiteConnection.damageRemedy)
        }
        return Array(payload)
      }
    }
  }

  /// Reads and decodes one blob.
  func decode<Content: SegmentDecoding>(
    _ blob: BlobIdentifier, as type: Content.Type, within bounds: SegmentBounds
  ) throws(StorageError) -> Content {
    let payload = try payload(.segment, blob)
    return try decode(payload, place: "segment \(blob)") { reader throws(DecodingFailure) in
      let content = try Content.decode(from: &reader, within: bounds)
      guard reader.isAtEnd else { throw reader.failure("the end of the segment") }
      return content
    }
  }

  /// Runs a decoder over a payload, turning its failure into an error with the place.
  func decode<Result>(
    _ payload: [UInt8], place: String, _ body: (inout ByteReader) throws(DecodingFailure) -> Result
  ) throws(StorageError) -> Result {
    do throws(DecodingFailure) {
      return try payload.decoded(body)
    } catch {
      throw StorageError(
        .damaged, "expected \(error.expectation)", path: path, place: "\(place), byte \(error.offset + Seal.byteCount)",
        remedy: SQLiteConnection.damageRemedy)
    }
  }
}

extension [UInt8] {
  /// Runs a decoder over the bytes.
  func decoded<Result>(_ body: (inout ByteReader) throws(DecodingFailure) -> Result) throws(DecodingFailure) -> Result {
    try withUnsafeBytesTyped { bytes throws(DecodingFailure) in
      var reader = ByteReader(bytes)
      return try body(&reader)
    }
  }

  private func withUnsafeBytesTyped<Result>(
    _ body: (UnsafeRawBufferPointer) throws(DecodingFailure) -> Result
  ) throws(DecodingFailure) -> Result {
    var outcome: Swift.Result<Result, DecodingFailure>?
    withUnsafeBytes { bytes in
      do throws(DecodingFailure) { outcome = .success(try body(bytes)) } catch { outcome = .failure(error) }
    }
    return try outcome!.get()
  }
}

// MARK: - Segments and strings on demand

extension GraphFile: SegmentSource {
  func read<Content: SegmentDecoding>(
    _ blob: BlobIdentifier, as type: Content.Type, within bounds: SegmentBounds
  ) throws(StorageError) -> Content {
    try decode(blob, as: type, within: bounds)
  }

  func damage(of blob: BlobIdentifier, expected: String) -> StorageError {
    StorageError(
      .damaged, "expected \(expected)", path: path, place: "segment \(blob)", remedy: SQLiteConnection.damageRemedy)
  }

  func remember(_ failure: StorageError) { damage.remember(failure) }

  func release(_ blob: BlobIdentifier) { state.withLock { $0.released.append(blob) } }
}

extension GraphFile: StringPoolSource {
  func chunk(_ index: Int) -> StringPoolChunk {
    load(index, \.text, as: StringPoolChunk.self) ?? StringPoolChunk(lengths: [], bytes: [])
  }

  func hashes(ofChunk index: Int) -> [UInt32] {
    load(index, \.hashes, as: StringHashes.self)?.hashes ?? []
  }

  private func load<Content: SegmentCoding>(
    _ index: Int, _ blob: (StoredStringChunk) -> BlobIdentifier, as type: Content.Type
  ) -> Content? {
    let (stored, bounds) = state.withLock { state in
      let chunks = state.manifest.stringChunks
      return (index < chunks.count ? chunks[index] : nil, state.manifest.bounds(ofChunk: index))
    }
    do throws(StorageError) {
      guard let stored else {
        throw StorageError(
          .damaged, "a string is used that the file does not hold", path: path, place: "string chunk \(index)",
          remedy: SQLiteConnection.damageRemedy)
      }
      return try decode(blob(stored), as: type, within: bounds)
    } catch {
      remember(error)
      return nil
    }
  }
}
