#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a commit log as far as its chain of checksums holds: what follows was never acknowledged, or is left of an earlier use.
enum CommitLogReader {
  /// What a log holds: the state of the journal that it begins behind, as number and chain, and the commits.
  struct Content {
    var base: JournalHead
    var chains: [UInt64] = []
    var records: [[UInt8]] = []
    /// Where the last whole frame ends.
    var end: Int
  }

  /// The commits of a log that come behind `head`; nil where the log has nothing to do with it, or there is none.
  static func tail(of path: String, behind head: JournalHead) -> (records: [[UInt8]], end: Int)? {
    guard let content = read(path) else { return nil }
    let passed = head.lastSequence - content.base.lastSequence
    guard passed >= 0, passed <= content.records.count else { return nil }
    let chain = passed == 0 ? content.base.chain : content.chains[Int(passed) - 1]
    guard chain == head.chain else { return nil }
    return (Array(content.records[Int(passed)...]), content.end)
  }

  /// Nil where there is no log, or its header is not whole.
  static func read(_ path: String) -> Content? {
    guard let bytes = bytes(of: path) else { return nil }
    return bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      guard var content = try? header(&reader, bytes) else { return nil }
      var head = content.base
      while let next = try? frame(&reader, behind: head) {
        head = next.head
        content.chains.append(head.chain)
        content.records.append(next.record)
        content.end = reader.offset
      }
      return content
    }
  }

  private static func header(_ reader: inout ByteReader, _ bytes: UnsafeRawBufferPointer) throws(DecodingFailure) -> Content {
    let magic = try reader.fixed(UInt64.self)
    let sequence = try reader.fixed(Int64.self)
    let chain = try reader.fixed(UInt64.self)
    let covered = UnsafeRawBufferPointer(rebasing: bytes[..<reader.offset])
    guard magic == CommitLog.magic, try reader.fixed(UInt64.self) == Checksum.of(covered, seed: magic),
      sequence >= 0, sequence <= FileFormat.largestNumber
    else { throw reader.failure("the header of a log") }
    let base = JournalHead(foldedCount: sequence, foldedChain: chain, chain: chain)
    return Content(base: base, end: CommitLog.headerByteCount)
  }

  private static func frame(
    _ reader: inout ByteReader, behind head: JournalHead
  ) throws(DecodingFailure) -> (head: JournalHead, record: [UInt8]) {
    let count = try reader.fixed(UInt32.self)
    let chain = try reader.fixed(UInt64.self)
    let record = Array(try reader.raw(Int(count)))
    let next = head.following(record)
    guard next.chain == chain, next.lastSequence < FileFormat.journalHeadSequence else { throw reader.failure("a commit") }
    return (next, record)
  }

  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = bytes.withUnsafeMutableBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = pread(descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(done))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { break }
        done += count
      }
      return done
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
