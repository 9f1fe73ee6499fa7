#if canImport(Glibc)
import Glibc
#endif
import CPlatform

/// Reads lines from a descriptor or a text, without prompt or editing; a last line without a newline counts.
final class PlainLineReader: LineSource {
  private let descriptor: Int32?
  private var buffer: [UInt8]
  private var position = 0
  private var isAtEnd: Bool

  private static let portion = 65_536

  init(descriptor: Int32) {
    self.descriptor = descriptor
    buffer = []
    isAtEnd = false
  }

  init(text: String) {
    descriptor = nil
    buffer = Array(text.utf8)
    isAtEnd = true
  }

  func nextLine(prompt: Prompt, pending: String) -> LineEvent {
    var searched = position
    while true {
      if let newline = buffer[searched...].firstIndex(of: 0x0A) {
        defer { position = newline + 1 }
        return .line(text(position..<newline))
      }
      searched = buffer.count
      if isAtEnd {
        guard position < buffer.count else { return .end }
        defer { position = buffer.count }
        return .line(text(position..<buffer.count))
      }
      searched -= position
      guard fill() else { return .interrupted }
    }
  }

  private func text(_ range: Range<Int>) -> String {
    var bytes = buffer[range]
    if bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads another portion behind what is not yet used; false if it was interrupted.
  private func fill() -> Bool {
    buffer.removeFirst(position)
    position = 0
    guard let descriptor else { return true }
    let used = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.portion))
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + used, Self.portion) }
    buffer.removeLast(Self.portion - max(count, 0))
    if count < 0, errno == EINTR { return !platform_interrupted() }
    if count <= 0 { isAtEnd = true }
    return true
  }
}
