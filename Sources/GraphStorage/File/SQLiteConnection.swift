import CSQLite
import Synchronization

/// One connection to an SQLite database: the few calls that the graph file needs, with the file's name in every error.
///
/// Not safe to share; `GraphFile` guards each connection with a mutex.
final class SQLiteConnection: @unchecked Sendable {
  private var handle: OpaquePointer?
  /// What every commit and every segment runs again, by its text: reading SQL would cost more than running it.
  private var keptStatements: [String: OpaquePointer] = [:]
  /// The number of pages in the write-ahead log after the last commit; counted after `countLogPages`.
  private(set) var logPageCount = 0
  let path: String

  init(_ path: String, isReadOnly: Bool, creates: Bool = false) throws(StorageError) {
    self.path = path
    var flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    if creates { flags |= SQLITE_OPEN_CREATE }
    let status = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard status == SQLITE_OK else {
      let failure = error(status)
      sqlite3_close_v2(handle)
      handle = nil
      throw failure
    }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 5000)
  }

  /// A file that nobody can be writing to, read without locks or shared memory.
  init(immutable path: String) throws(StorageError) {
    self.path = path
    var address = "file:"
    for byte in path.utf8 {
      let isPlain = byte != UInt8(ascii: "%") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
      let hexadecimal = String(byte, radix: 16)
      address += isPlain && byte < 128 ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hexadecimal
    }
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    let status = sqlite3_open_v2(address + "?immutable=1", &handle, flags, nil)
    guard status == SQLITE_OK else {
      let failure = error(status)
      sqlite3_close_v2(handle)
      handle = nil
      throw failure
    }
  }

  deinit { close() }

  func close() {
    for statement in keptStatements.values { sqlite3_finalize(statement) }
    keptStatements = [:]
    sqlite3_close_v2(handle)
    handle = nil
  }

  /// Runs statements without results.
  func execute(_ statements: String) throws(StorageError) {
    let status = sqlite3_exec(handle, statements, nil, nil, nil)
    guard status == SQLITE_OK else { throw error(status) }
  }

  /// The integer in the first column of the first row; nil where there is no row.
  func integer(_ query: String) throws(StorageError) -> Int64? {
    let statement = try prepare(query)
    defer { sqlite3_finalize(statement) }
    return try step(statement) ? sqlite3_column_int64(statement, 0) : nil
  }

  /// The texts in the first column.
  func texts(_ query: String) throws(StorageError) -> [String] {
    let statement = try prepare(query)
    defer { sqlite3_finalize(statement) }
    var texts: [String] = []
    while try step(statement) {
      if let text = sqlite3_column_text(statement, 0) { texts.append(String(cString: text)) }
    }
    return texts
  }

  /// The integers in the first column.
  func integers(_ query: String) throws(StorageError) -> [Int64] {
    let statement = try prepare(query)
    defer { sqlite3_finalize(statement) }
    var integers: [Int64] = []
    while try step(statement) { integers.append(sqlite3_column_int64(statement, 0)) }
    return integers
  }

  /// Calls `body` with the content of one row, nil where the row is not there. The bytes live until it returns.
  func withContent<Result>(
    _ table: FileFormat.Table, _ row: Int64, _ body: (UnsafeRawBufferPointer?) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    let statement = try kept("SELECT content FROM \(table.rawValue) WHERE \(table.key) = ?1")
    defer { sqlite3_reset(statement) }
    sqlite3_bind_int64(statement, 1, row)
    guard try step(statement) else { return try body(nil) }
    let count = Int(sqlite3_column_bytes(statement, 0))
    return try body(UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, 0), count: count))
  }

  /// Writes one row, replacing what is there.
  func write(_ content: [UInt8], _ table: FileFormat.Table, _ row: Int64) throws(StorageError) {
    let statement = try kept("INSERT OR REPLACE INTO \(table.rawValue)(\(table.key), content) VALUES(?1, ?2)")
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    sqlite3_bind_int64(statement, 1, row)
    var failure: StorageError?
    content.withUnsafeBytes { bytes in
      // A nil destructor: SQLite need not copy, the bytes outlive the statement.
      let status = sqlite3_bind_blob64(statement, 2, bytes.baseAddress, sqlite3_uint64(bytes.count), nil)
      guard status == SQLITE_OK else { return failure = error(status) }
      do throws(StorageError) { _ = try step(statement) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Runs `body` in a writing transaction; whatever it throws undoes everything.
  func transaction<Result>(_ body: () throws(StorageError) -> Result) throws(StorageError) -> Result {
    try run("BEGIN IMMEDIATE")
    do throws(StorageError) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// A statement to be run many times.
  func statement(_ text: String) throws(StorageError) -> SQLiteStatement { SQLiteStatement(try prepare(text), of: self) }

  /// Runs `body` in a writing transaction that is undone whatever happens.
  func rehearsal<Result>(_ body: () throws(StorageError) -> Result) throws(StorageError) -> Result {
    try execute("BEGIN IMMEDIATE")
    defer { try? execute("ROLLBACK") }
    return try body()
  }

  /// From now on a commit counts the pages of the write-ahead log, instead of copying the log when it has become long.
  func countLogPages() {
    let count: @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32) -> Int32 = {
      context, _, _, pageCount in
      Unmanaged<SQLiteConnection>.fromOpaque(context!).takeUnretainedValue().logPageCount = Int(pageCount)
      return SQLITE_OK
    }
    sqlite3_wal_hook(handle, count, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Copies from the write-ahead log what no reader still needs there, waiting for nobody.
  /// - Returns: the number of pages that are left.
  func copyLog() throws(StorageError) -> Int {
    var all: Int32 = 0
    var copied: Int32 = 0
    let status = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &all, &copied)
    guard status == SQLITE_OK || status & 0xFF == SQLITE_BUSY else { throw error(status) }
    return Int(all - copied)
  }

  private func prepare(_ text: String) throws(StorageError) -> OpaquePointer? {
    var statement: OpaquePointer?
    let status = sqlite3_prepare_v2(handle, text, -1, &statement, nil)
    guard status == SQLITE_OK else { throw error(status) }
    return statement
  }

  private func kept(_ text: String) throws(StorageError) -> OpaquePointer? {
    if let known = keptStatements[text] { return known }
    let statement = try prepare(text)
    keptStatements[text] = statement
    return statement
  }

  /// Runs a statement without results that is kept.
  func run(_ text: String) throws(StorageError) {
    let statement = try kept(text)
    defer { sqlite3_reset(statement) }
    _ = try step(statement)
  }

  /// True if there is a row.
  private func step(_ statement: OpaquePointer?) throws(StorageError) -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let status: throw error(status)
    }
  }
}

extension SQLiteConnection {
  func error(_ status: Int32) -> StorageError {
    let detail = handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(status))
    switch status & 0xFF {
    case SQLITE_NOTADB:
      return StorageError(
        .foreign, "this is not a graph file", path: path, place: "byte 0",
        remedy: "give a file that dossier made, or import this one into a new graph")
    case SQLITE_CORRUPT, SQLITE_FORMAT:
      return StorageError(.damaged, "the file's structure is damaged (\(detail))", path: path, remedy: Self.damageRemedy)
    case SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_CONSTRAINT, SQLITE_SCHEMA, SQLITE_TOOBIG:
      return StorageError(
        .damaged, "the file's tables are not those of a graph (\(detail))", path: path, remedy: Self.damageRemedy)
    case SQLITE_BUSY, SQLITE_LOCKED:
      return StorageError(
        .locked, "another program keeps the file locked (\(detail))", path: path,
        remedy: "wait until it has finished, or close it")
    case SQLITE_FULL:
      return StorageError(.unavailable, "the disk is full", path: path, remedy: "make room and try again")
    case SQLITE_CANTOPEN:
      return StorageError(
        .unavailable, "the file cannot be opened (\(detail))", path: path, remedy: "check that it exists and may be read")
    case SQLITE_READONLY, SQLITE_PERM:
      return StorageError(
        .unavailable, "the file or its folder may not be written (\(detail))", path: path, remedy: "open the graph read-only")
    default:
      return StorageError(.unavailable, "reading or writing failed (\(detail))", path: path)
    }
  }

  static let damageRemedy = "restore the file from a backup; `dossier check` names all places"
}
