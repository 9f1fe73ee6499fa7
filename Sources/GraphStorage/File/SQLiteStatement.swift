import CSQLite

/// A statement that is prepared once and run many times. Not safe to share; goes before its connection is closed.
final class SQLiteStatement {
  private let handle: OpaquePointer?
  private let connection: SQLiteConnection

  init(_ handle: OpaquePointer?, of connection: SQLiteConnection) {
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs the statement anew with these values for `?1`, `?2`, …; nil is NULL. Rows are then read with `next`.
  func start(_ number: Int64? = nil, _ texts: [String?] = []) throws(StorageError) {
    sqlite3_reset(handle)
    var place: Int32 = 1
    if let number {
      sqlite3_bind_int64(handle, place, number)
      place += 1
    }
    for text in texts {
      let status: Int32
      if var text {
        status = text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            // SQLITE_TRANSIENT: SQLite copies the text.
            sqlite3_bind_text64(
              handle, place, characters.baseAddress, sqlite3_uint64(characters.count),
              unsafeBitCast(-1, to: sqlite3_destructor_type.self), UInt8(SQLITE_UTF8))
          }
        }
      } else {
        status = sqlite3_bind_null(handle, place)
      }
      guard status == SQLITE_OK else { throw connection.error(status) }
      place += 1
    }
  }

  /// Runs the statement to its end.
  func run(_ number: Int64? = nil, _ texts: [String?] = []) throws(StorageError) {
    try start(number, texts)
    while try next() {}
  }

  /// True if there is one more row.
  func next() throws(StorageError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let status: throw connection.error(status)
    }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  func float(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  /// Nil for NULL.
  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    return String(decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self)
  }
}
