import Cypher
import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of temporary space: it has lost its name by the time it is used, so that nothing is left of it however the process
/// ends.
///
/// Not safe to share between threads.
final class SpillFile {
  private let descriptor: Int32
  private let folder: String
  private(set) var byteCount = 0
  /// The pools whose codes stand in the file, by the number that stands there for them.
  private var pools: [StringPool] = []

  /// - Throws: `TemporarySpaceUnavailable`.
  init(in folder: String) throws(CypherError) {
    self.folder = folder
    var template = Array("\(folder)/dossier-spill-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw TemporarySpace.error(errno, "no file can be made", in: folder) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes at the end; gives where the bytes stand.
  func append(_ bytes: [UInt8]) throws(CypherError) -> Range<Int> {
    let start = byteCount
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress! + written, bytes.count - written, off_t(start + written))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw TemporarySpace.error(count < 0 ? errno : ENOSPC, "\(byteCount) bytes were all that could be written", in: folder)
      }
      written += count
    }
    byteCount += bytes.count
    return start..<byteCount
  }

  /// The bytes of a range that `append` gave.
  func read(_ range: Range<Int>) throws(CypherError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let found = pread(descriptor, buffer.baseAddress! + count, range.count - count, off_t(range.lowerBound + count))
        if found < 0 && errno == EINTR { continue }
        guard found > 0 else {
          failure = found < 0 ? errno : EIO
          return
        }
        count += found
      }
    }
    if failure != 0 { throw TemporarySpace.error(failure, "what was written cannot be read again", in: folder) }
    return bytes
  }

  func number(of pool: StringPool) -> UInt32 {
    if let known = pools.firstIndex(where: { $0 === pool }) { return UInt32(known) }
    pools.append(pool)
    return UInt32(pools.count - 1)
  }

  func pool(_ number: UInt32) -> StringPool { pools[Int(number)] }
}
