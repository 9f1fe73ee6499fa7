#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension GraphFile {
  /// Refuses a missing, empty or special file before SQLite would take it for a new database.
  static func checkPresence(_ path: String) throws(StorageError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw StorageError(
        .unavailable, "the file cannot be opened (\(String(cString: strerror(errno))))", path: path,
        remedy: "check the name, or create the graph first")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StorageError(.foreign, "this is not a file", path: path, remedy: "give a graph file")
    }
    guard status.st_size > 0 else {
      throw StorageError(
        .foreign, "the file is empty, and a graph file begins with a header", path: path, place: "byte 0",
        remedy: "delete it, or restore it from a backup")
    }
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// A file on a medium that may not be written has no room for SQLite's shared memory; without a log it can be read as it is.
  static func connectForReading(_ path: String) throws(StorageError) -> SQLiteConnection {
    let connection = try SQLiteConnection(path, isReadOnly: true)
    do throws(StorageError) {
      _ = try connection.integer("PRAGMA application_id")
      _ = try connection.integer("SELECT count(*) FROM sqlite_schema")
      return connection
    } catch {
      var status = stat()
      guard error.code == .unavailable, stat(path + "-wal", &status) != 0 else { throw error }
      return try SQLiteConnection(immutable: path)
    }
  }

  /// The version of a graph file's format: this program's, or an older one that it reads.
  static func checkedVersion(_ connection: SQLiteConnection) throws(StorageError) -> Int64 {
    let path = connection.path
    guard let applicationID = try connection.integer("PRAGMA application_id"), applicationID == FileFormat.applicationID else {
      throw StorageError(
        .foreign, "this is an SQLite database, but not a graph file", path: path, place: "byte 68",
        remedy: "give a file that dossier made, or import this one into a new graph")
    }
    let version = try connection.integer("PRAGMA user_version") ?? 0
    guard version <= FileFormat.version else {
      throw StorageError(
        .foreign, "the file has format version \(version), and this program knows versions up to \(FileFormat.version)",
        path: path, place: "byte 60", remedy: "use a newer dossier")
    }
    guard version >= FileFormat.firstVersion else {
      throw StorageError(
        .damaged, "the file has format version \(version), which there never was", path: path, place: "byte 60",
        remedy: SQLiteConnection.damageRemedy)
    }
    return version
  }

  /// Makes a new graph file that holds what `fill` writes. It appears under its name only when it is whole and on the disk;
  /// before that a crash leaves nothing that anybody reads, so no log is kept and every page is written once.
  static func create(_ path: String, fill: (GraphFile) throws(StorageError) -> Void) throws(StorageError) {
    let draft = "\(path)\(draftMark)\(getpid())"
    unlink(draft)
    deleteAbandonedDrafts(of: path)
    defer { for suffix in ["", "-wal", "-shm", CommitLog.suffix] { unlink(draft + suffix) } }
    do throws(StorageError) {
      let connection = try SQLiteConnection(draft, isReadOnly: false, creates: true)
      try connection.execute("PRAGMA synchronous = OFF;" + FileFormat.schema)
      connection.close()
      try fillDraft(draft, fill)
      let finished = try SQLiteConnection(draft, isReadOnly: false)
      try finished.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL")
      finished.close()
      try sync(draft)
    } catch {
      throw error.renamed(from: draft, to: path)
    }
    let lock = try clearPlace(path)
    defer { withExtendedLifetime(lock) {} }
    guard rename(draft, path) == 0 else {
      throw StorageError(.unavailable, "the file cannot be given its name (\(String(cString: strerror(errno))))", path: path)
    }
    // Until now it belonged to the file that was replaced; to the new one it means nothing.
    unlink(path + CommitLog.suffix)
    syncFolder(of: path)
  }

  /// What stands between a file's name and the process that makes it, in the name of its draft.
  private static let draftMark = ".new-"

  /// Deletes the drafts of processes that have been killed.
  private static func deleteAbandonedDrafts(of path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "./"
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard let entries = opendir(folder) else { return }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard found.hasPrefix(name + draftMark),
        let process = pid_t(found.dropFirst(name.count + draftMark.count).prefix { $0 != "-" }), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(folder + found)
    }
  }

  private static func fillDraft(
    _ draft: String, _ fill: (GraphFile) throws(StorageError) -> Void
  ) throws(StorageError) {
    let file = try GraphFile(draft, isReadOnly: false, isDraft: true)
    defer { file.close() }
    try fill(file)
  }

  /// Waits until a file's content is on the disk.
  private static func sync(_ path: String) throws(StorageError) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    defer { if descriptor >= 0 { closeDescriptor(descriptor) } }
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw StorageError(.unavailable, "the file cannot be written (\(String(cString: strerror(errno))))", path: path)
    }
  }

  /// Prepares the place that a new file is about to take: a write-ahead log left beside it would be taken for the new file's.
  /// - Returns: the lock of the file that is replaced, to be held until it is.
  private static func clearPlace(_ path: String) throws(StorageError) -> WriterLock? {
    let lock = exists(path) ? try WriterLock(path) : nil
    if lock != nil, let connection = try? SQLiteConnection(path, isReadOnly: false) {
      // Until it is replaced the old file keeps what is in its log.
      try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      connection.close()
    }
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    return lock
  }

  /// Makes the new name durable.
  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    closeDescriptor(descriptor)
  }
}

extension StorageError {
  fileprivate func renamed(from draft: String, to path: String) -> StorageError {
    var error = self
    if error.path == draft { error.path = path }
    return error
  }
}

/// `close` of the system; inside `GraphFile` the name is taken.
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
