#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Bytes on their way out, gathered so that the operating system is asked once for a quarter of a megabyte.
///
/// Appending never fails; `flush` and `flushIfFull` do, so a writer calls `flushIfFull` once an element. Not safe to share
/// between threads.
public final class ByteOutput {
  /// What is gathered and not yet handed on.
  public private(set) var bytes: [UInt8] = []
  private let descriptor: Int32?
  private static let fullByteCount = 1 << 18

  /// Output that stays in `bytes`.
  public init() {
    descriptor = nil
  }

  /// Output to an open file, which stays the caller's.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Everything gathered, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  public func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  public func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public func append(contentsOf slice: some Collection<UInt8>) {
    bytes.append(contentsOf: slice)
  }

  /// The decimal digits of `number`.
  public func append(integer number: Int64) {
    if number >= 0 && number < 10 {
      bytes.append(UInt8(48 &+ number))
      return
    }
    // The longest has a sign and 19 digits; they come out last to first.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      var magnitude = number.magnitude
      while magnitude > 0 {
        let (quotient, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
        start -= 1
        digits[start] = UInt8(48 &+ digit)
        magnitude = quotient
      }
      if number < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Hands on what is gathered if it is much. O(1) unless it is.
  public func flushIfFull() throws(InterchangeError) {
    if bytes.count >= Self.fullByteCount { try flush() }
  }

  /// Hands on all that is gathered; output in memory keeps it.
  public func flush() throws(InterchangeError) {
    guard let descriptor else { return }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        let reason = errno
        bytes.removeAll(keepingCapacity: true)
        if reason == EPIPE { throw InterchangeError(.readerGone, "whoever read the output has gone") }
        throw InterchangeError(.cannotWrite, "cannot write: \(String(cString: strerror(reason)))")
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Forgets what is gathered in memory, keeping the room.
  public func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }
}
