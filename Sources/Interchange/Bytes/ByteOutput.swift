import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Bytes on their way out, gathered so that the operating system is asked once for a quarter of a megabyte.
///
/// Appending never fails; `flush` and `flushIfFull` do, so a writer calls `flushIfFull` once an element. Not safe to share
/// between threads.
public final class ByteOutput: @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes gathered and not yet handed on.
  private(set) var count = 0
  private let descriptor: Int32?
  private static let fullByteCount = 1 << 18

  /// Output that stays in `bytes`.
  public convenience init() { self.init(into: nil) }

  /// Output to an open file, which stays the caller's.
  public convenience init(descriptor: Int32) { self.init(into: descriptor) }

  private init(into descriptor: Int32?) {
    self.descriptor = descriptor
    capacity = 1 << 10
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// What is gathered and not yet handed on.
  var gathered: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// A copy of what is gathered and not yet handed on.
  public var bytes: [UInt8] { Array(gathered) }

  /// Everything gathered, as text.
  public var text: String { String(decoding: gathered, as: UTF8.self) }

  // MARK: - Appending

  @inline(__always) public func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count &+= 1
  }

  public func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a text that stands in the source: its length is known where this is compiled, so that it is copied in place.
  @inline(__always) func append(literal text: StaticString) {
    let length = text.utf8CodeUnitCount
    if count &+ length > capacity { grow(by: length) }
    (base + count).initialize(from: text.utf8Start, count: length)
    count &+= length
  }

  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if count &+ bytes.count > capacity { grow(by: bytes.count) }
    (base + count).update(from: start, count: bytes.count)
    count &+= bytes.count
  }

  public func append(contentsOf bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  public func append(contentsOf bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ append($0) }) == nil { append(contentsOf: Array(bytes)) }
  }

  /// Appends at most `limit` bytes that `write` puts where it is told; it says how many they are.
  @inline(__always) func append(upTo limit: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
    if count &+ limit > capacity { grow(by: limit) }
    count &+= write(base + count)
  }

  @inline(never) private func grow(by byteCount: Int) {
    while capacity < count + byteCount { capacity *= 2 }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  // MARK: - Handing on

  /// Hands on what is gathered if it is much. O(1) unless it is.
  public func flushIfFull() throws(InterchangeError) {
    if count >= Self.fullByteCount { try flush() }
  }

  /// Hands on all that is gathered; output in memory keeps it.
  public func flush() throws(InterchangeError) {
    guard descriptor != nil else { return }
    defer { count = 0 }
    try write(gathered)
  }

  /// Takes over what `other` has gathered, and leaves it empty.
  func take(_ other: ByteOutput) throws(InterchangeError) {
    defer { other.count = 0 }
    guard descriptor != nil, other.count >= Self.fullByteCount / 2 else {
      append(other.gathered)
      return try flushIfFull()
    }
    try flush()
    try write(other.gathered)
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(InterchangeError) {
    var written = 0
    while written < bytes.count {
      let count = writeBytes(descriptor!, bytes.baseAddress! + written, bytes.count - written)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        let reason = errno
        if reason == EPIPE { throw InterchangeError(.readerGone, "whoever read the output has gone") }
        throw InterchangeError(.cannotWrite, "cannot write: \(String(cString: strerror(reason)))")
      }
    }
  }

  /// Forgets what is gathered in memory, keeping the room.
  public func removeAll() {
    count = 0
  }
}

/// The C function, which the method of the same name would hide.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
