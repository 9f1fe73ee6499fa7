import Graph
import Synchronization

/// Where the words of a graph's full-text indexes stand: SQLite FTS5 tables in the graph's own file, or in a database in memory
/// for a graph without one.
///
/// They are brought along in the transaction that makes a commit durable, so they agree with the graph after a crash as well. A
/// search inside a transaction sees what the transaction has written: its changes are told to the tables, the search is made, and
/// the tables are rolled back.
final class FullTextTables: Sendable {
  let file: GraphFile?
  /// Made when first needed.
  private let memory = Mutex<SQLiteConnection?>(nil)
  /// The numbers of the indexes that have tables.
  private let present = Mutex<Set<Int>>([])

  init(file: GraphFile?) { self.file = file }

  /// The tables of the file are those of this state.
  func adopt(_ snapshot: GraphSnapshot) {
    present.withLock { $0 = Set(snapshot.textIndexes.map(\.number)) }
  }

  /// Whether a state differs from what the tables hold.
  func isBehind(_ snapshot: GraphSnapshot) -> Bool {
    !snapshot.unsearched.isEmpty || present.withLock { $0 != Set(snapshot.textIndexes.map(\.number)) }
  }

  /// Brings the tables of the file to a state, within the transaction of the caller; `adopt` follows when that is committed.
  func update(_ connection: SQLiteConnection, to snapshot: GraphSnapshot) throws(StorageError) {
    guard isBehind(snapshot) else { return }
    try FullTextWriter(connection: connection, snapshot: snapshot).write(over: present.withLock { $0 })
  }

  /// Brings the tables in memory to a state; `adopt` follows.
  func updateMemory(to snapshot: GraphSnapshot) throws(StorageError) {
    guard isBehind(snapshot) else { return }
    try withMemory { connection throws(StorageError) in
      try connection.transaction { () throws(StorageError) in try update(connection, to: snapshot) }
    }
  }

  /// Runs `body` on tables that are as `snapshot` is.
  func search<Result: Sendable>(
    _ snapshot: GraphSnapshot, _ body: (SQLiteConnection) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    let isBehind = isBehind(snapshot)
    guard let file else {
      return try withMemory { connection throws(StorageError) in
        guard isBehind else { return try body(connection) }
        return try connection.rehearsal { () throws(StorageError) in
          try update(connection, to: snapshot)
          return try body(connection)
        }
      }
    }
    guard isBehind else { return try file.read(body) }
    return try file.rehearse { connection throws(StorageError) in
      try update(connection, to: snapshot)
      return try body(connection)
    }
  }

  /// The next rows of an index behind `last`, at most some thousand: the elements and their texts.
  func rows(of index: FullTextIndex, after last: Int64, in snapshot: GraphSnapshot) throws(StorageError) -> [(Int64, [String?])] {
    try search(snapshot) { connection throws(StorageError) in
      let columns = index.keys.indices.map { "c\($0)" }.joined(separator: ", ")
      let rows = try connection.statement(
        "SELECT rowid, \(columns) FROM \(index.table) WHERE rowid > ?1 ORDER BY rowid LIMIT 4096")
      var found: [(Int64, [String?])] = []
      try rows.start(last)
      while try rows.next() { found.append((rows.integer(0), index.keys.indices.map { rows.text(Int32($0 + 1)) })) }
      return found
    }
  }

  private func withMemory<Result: Sendable>(
    _ body: (SQLiteConnection) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    try memory.withLock { connection throws(StorageError) in
      if let connection { return try body(connection) }
      let made = try SQLiteConnection(":memory:", isReadOnly: false, creates: true)
      connection = made
      return try body(made)
    }
  }
}

extension GraphSnapshot {
  /// The same state once the full-text tables have been told of it, durably.
  func searched() -> GraphSnapshot {
    var snapshot = self
    snapshot.unsearched = TouchedElements()
    textTables.adopt(snapshot)
    return snapshot
  }
}

/// Writes the words of elements to the tables of the full-text indexes.
struct FullTextWriter {
  let connection: SQLiteConnection
  let snapshot: GraphSnapshot

  /// - Parameter present: the numbers of the indexes that have tables, which lack nothing but the elements touched.
  func write(over present: Set<Int>) throws(StorageError) {
    let wanted = Set(snapshot.textIndexes.map(\.number))
    for number in present.subtracting(wanted).sorted() { try connection.execute(FullTextIndex.removal(ofNumber: number)) }
    for index in snapshot.textIndexes {
      if present.contains(index.number) { try renew(index) } else { try make(index) }
    }
  }

  private func make(_ index: FullTextIndex) throws(StorageError) {
    try connection.execute(index.creation)
    let insertion = try insertion(index)
    try index.forEach(in: snapshot) { row, texts throws(StorageError) in try insertion.run(Int64(row), texts) }
  }

  private func renew(_ index: FullTextIndex) throws(StorageError) {
    let rows = snapshot.unsearched.rows(index.definition.element).sorted()
    guard !rows.isEmpty else { return }
    let deletion = try connection.statement("DELETE FROM \(index.table) WHERE rowid = ?1")
    let insertion = try insertion(index)
    for row in rows {
      try deletion.run(Int64(row))
      if let texts = index.texts(of: row, in: snapshot) { try insertion.run(Int64(row), texts) }
    }
  }

  private func insertion(_ index: FullTextIndex) throws(StorageError) -> SQLiteStatement {
    let columns = index.keys.indices.map { "c\($0)" }.joined(separator: ", ")
    let places = index.keys.indices.map { "?\($0 + 2)" }.joined(separator: ", ")
    return try connection.statement("INSERT INTO \(index.table)(rowid, \(columns)) VALUES(?1, \(places))")
  }
}
