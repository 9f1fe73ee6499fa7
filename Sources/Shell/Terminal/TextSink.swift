import Cypher

#if canImport(Glibc)
import Glibc
#endif

/// Where text goes: a file descriptor, or memory in a test.
public protocol TextSink: AnyObject {
  func write(_ text: String)
  func flush()
  /// True once the reader at the other end has gone: writing more is pointless.
  var isClosed: Bool { get }
}

/// A file descriptor with a buffer of 64 KiB.
public final class DescriptorSink: TextSink {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private var buffer: [UInt8] = []
  /// The first errno that writing gave, other than EPIPE.
  public private(set) var failure: Int32?
  public private(set) var isClosed = false

  private static let capacity = 65_536

  public init(descriptor: Int32, ownsDescriptor: Bool = false) {
    self.descriptor = descriptor
    self.ownsDescriptor = ownsDescriptor
  }

  deinit {
    flush()
    if ownsDescriptor { close(descriptor) }
  }

  /// A new or emptied file; nil, with errno set, if it cannot be had.
  public convenience init?(path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return nil }
    self.init(descriptor: descriptor, ownsDescriptor: true)
  }

  public func write(_ text: String) {
    guard !isClosed else { return }
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { flush() }
  }

  public func flush() {
    var written = 0
    buffer.withUnsafeBytes { bytes in
      while written < bytes.count, !isClosed {
        let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR && errno != EAGAIN {
          if errno != EPIPE { failure = errno }
          isClosed = true
        }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Shows control characters instead of passing them on.
final class SafeSink: TextSink {
  private let sink: any TextSink
  var isClosed: Bool { sink.isClosed }

  init(_ sink: any TextSink) { self.sink = sink }

  func write(_ text: String) { sink.write(SafeText.lines(text)) }
  func flush() { sink.flush() }
}

/// Keeps what is written.
public final class MemorySink: TextSink {
  public private(set) var text = ""
  public let isClosed = false

  public init() {}

  public func write(_ text: String) { self.text += text }
  public func flush() {}

  /// Gives what was written and forgets it.
  public func take() -> String {
    defer { text = "" }
    return text
  }
}
