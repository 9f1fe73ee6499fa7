#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The latest commits of a graph file, in a file of their own beside it, so that each costs one write of its own length and one
/// `fdatasync` into blocks that the file has already.
///
///     header   32 bytes: magic, number and chain of the commit that the log begins behind, checksum
///     frame    length of the record (32 bits), chain as of this commit (64 bits), the record
///     …
///     rest     zeros, or what an earlier use has left
///
/// A file that grows makes each `fdatasync` wait for the file system's journal too, and so do blocks that are given out but not
/// yet written; therefore zeros are written ahead, in ever larger steps. Once the journal's table or a checkpoint has taken its
/// commits over, the log begins anew in the same blocks.
///
/// A chain is a checksum over a record and everything before it (`JournalHead`), and begins with a random number in each
/// checkpoint of the whole graph: neither zeros, nor a torn write, nor frames of an earlier use, nor another file's log can be
/// taken for a commit. The log goes when its file is closed with nothing in it.
///
/// Not safe to share; `GraphFile` guards it with a mutex.
struct CommitLog {
  static let suffix = "-log"
  static let magic: UInt64 = 0x3147_6F4C_7373_6F44
  static let headerByteCount = 32
  /// How much is written ahead: as much as there is, within these bounds.
  private static let steps = (least: 64 << 10, most: 1 << 20)

  let path: String
  private var descriptor: Int32 = -1
  /// Where the next frame goes; 0 where the log begins anew.
  private var end = 0
  /// The number of the last commit that stands elsewhere.
  private var takenOver: Int64 = 0
  /// How many bytes have been written to the file, zeros included.
  private var writtenByteCount = 0
  /// False once writing has failed, or the file has been closed.
  private var isUsable = true

  /// - Parameter graph: the path of the graph file.
  init(beside graph: String) { path = graph + Self.suffix }

  var isEmpty: Bool { end == 0 }

  /// Makes one commit durable.
  /// - Returns: false where there can be no log: the commit must go elsewhere.
  mutating func append(_ record: [UInt8], from before: JournalHead, to head: JournalHead) throws(StorageError) -> Bool {
    guard isUsable, open() else { return false }
    var bytes = ByteWriter()
    if end == 0 { Self.writeHeader(before, to: &bytes) }
    bytes.write(fixed: UInt32(record.count))
    bytes.write(fixed: head.chain)
    record.withUnsafeBytes { bytes.write(raw: $0) }
    guard reserve(bytes.count), write(bytes.bytes, at: end), synchronise() else {
      let reason = errno
      discard()
      throw StorageError(
        .unavailable, reason == ENOSPC ? "the disk is full" : "writing failed (\(String(cString: strerror(reason))))", path: path,
        remedy: "make room and try again")
    }
    if end == 0 { takenOver = before.lastSequence }
    end += bytes.count
    return true
  }

  /// Forgets the commits, which stand durably elsewhere; the file is kept for those to come.
  mutating func restart() {
    end = 0
    if !isUsable { remove() }
  }

  /// Goes on behind what was read from it.
  /// - Parameter takenOver: the number of the last commit that stands elsewhere.
  mutating func resume(at end: Int, behind takenOver: Int64) {
    _ = open()
    self.end = end
    self.takenOver = takenOver
  }

  /// The commits that stand in the log alone, each with its number, as far as they come behind `sequence`.
  func records(behind sequence: Int64) throws(StorageError) -> [(sequence: Int64, record: [UInt8])] {
    guard end > 0 else { return [] }
    let content = CommitLogReader.read(path)
    guard let content, content.end == end else {
      throw StorageError(.damaged, "the commits that were written to it cannot be read back", path: path, place: "byte 0")
    }
    let first = content.base.lastSequence + 1
    return content.records.enumerated()
      .map { (first + Int64($0.offset), $0.element) }
      .filter { $0.0 > max(sequence, takenOver) }
  }

  /// Gives the file up, and removes it where no commit is in it alone.
  mutating func close() {
    if isEmpty, descriptor >= 0 { remove() }
    isUsable = false
    release()
  }

  private static func writeHeader(_ before: JournalHead, to bytes: inout ByteWriter) {
    bytes.write(fixed: magic)
    bytes.write(fixed: before.lastSequence)
    bytes.write(fixed: before.chain)
    bytes.write(fixed: Checksum.of(bytes.bytes, seed: magic))
  }

  // MARK: - The system's file

  private mutating func open() -> Bool {
    guard descriptor < 0 else { return true }
    descriptor = openFile(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      isUsable = false
      return false
    }
    writtenByteCount = Int(status.st_size)
    return true
  }

  /// Writes zeros up to where `byteCount` more bytes fit.
  private mutating func reserve(_ byteCount: Int) -> Bool {
    guard end + byteCount > writtenByteCount else { return true }
    let isNew = writtenByteCount == 0
    let step = min(max(writtenByteCount, Self.steps.least), Self.steps.most)
    let wanted = (end + byteCount + step - 1) / step * step
    let zeros = [UInt8](repeating: 0, count: Self.steps.least)
    while writtenByteCount < wanted {
      guard write(zeros, at: writtenByteCount) else { return false }
      writtenByteCount += zeros.count
    }
    guard isNew else { return true }
    // The name has to last as well as the content.
    guard synchronise() else { return false }
    GraphFile.syncFolder(of: path)
    return true
  }

  private func write(_ bytes: [UInt8], at offset: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = pwrite(descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  private func synchronise() -> Bool {
    #if canImport(Darwin)
    fcntl(descriptor, F_FULLFSYNC) == 0
    #else
    fdatasync(descriptor) == 0
    #endif
  }

  /// Takes back what of a commit may have been written, and takes no more of them.
  private mutating func discard() {
    isUsable = false
    _ = ftruncate(descriptor, off_t(end))
    _ = synchronise()
    if isEmpty { remove() }
  }

  private mutating func remove() {
    unlink(path)
    release()
  }

  private mutating func release() {
    if descriptor >= 0 { closeFile(descriptor) }
    descriptor = -1
    writtenByteCount = 0
  }
}

/// `open` and `close` of the system; inside `CommitLog` the names are taken.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
private func closeFile(_ descriptor: Int32) { _ = close(descriptor) }
