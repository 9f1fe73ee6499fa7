#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Synchronization

/// The right to write to a file, held by one store in one process from opening to closing. The system takes it back when the
/// process ends, however it ends.
///
/// An advisory `flock` on the graph file itself, beside SQLite's own locks, which last for a transaction only. Closing any
/// descriptor of a file drops the record locks (SQLite's) that its process holds on that file; therefore the descriptor is
/// opened before SQLite opens the file and closed after it has closed it, and a table of the files that this process writes
/// to keeps a second store from opening a descriptor at all.
final class WriterLock: Sendable {
  private struct FileNumber: Hashable {
    var device: UInt64
    var number: UInt64
  }

  private static let held = Mutex<Set<FileNumber>>([])

  private let descriptor: Int32
  private let file: FileNumber

  init(_ path: String) throws(StorageError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw StorageError(
        .unavailable, "the file cannot be opened (\(String(cString: strerror(errno))))", path: path,
        remedy: "check that it exists and may be written")
    }
    let file = FileNumber(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    guard Self.held.withLock({ $0.insert(file).inserted }) else { throw Self.refusal(path, "this process") }
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      Self.held.withLock { _ = $0.remove(file) }
      throw StorageError(
        .unavailable, "the file may not be written (\(reason))", path: path, remedy: "open the graph read-only")
    }
    guard Self.take(descriptor) else {
      _ = close(descriptor)
      Self.held.withLock { _ = $0.remove(file) }
      throw Self.refusal(path, "another process")
    }
    self.descriptor = descriptor
    self.file = file
  }

  deinit {
    close(descriptor)
    let file = self.file
    Self.held.withLock { _ = $0.remove(file) }
  }

  /// Tries for a tenth of a second: a child process that is just being started shares the lock of a store that has closed.
  private static func take(_ descriptor: Int32) -> Bool {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(5000)
    }
    return false
  }

  private static func refusal(_ path: String, _ who: String) -> StorageError {
    StorageError(
      .locked, "\(who) has the graph open for writing, and only one may", path: path,
      remedy: "close it there, or open the graph read-only here")
  }
}
