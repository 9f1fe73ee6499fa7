import Foundation
import Interchange

/// Lines from a pipe, each without its line feed; a last line without one counts too.
final class LineInput {
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// What has been read and not yet given out.
  private var range = 0..<0
  /// Up to here the range has been searched for a line feed.
  private var searched = 0
  private var isAtEnd = false
  private let turns: TurnTaking?

  /// - Parameter turns: What to do while who writes is waited for.
  init(descriptor: Int32, turns: TurnTaking? = nil) {
    self.descriptor = descriptor
    self.turns = turns
  }

  /// True where the next line can be given without waiting for whoever writes it.
  var hasLine: Bool {
    if let feed = lineFeed() { return feed < range.upperBound }
    return isAtEnd
  }

  /// Calls `body` with the next line, whose bytes are gone after it; false at the end of the input.
  func next(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
    while true {
      if let feed = lineFeed() {
        let line = range.lowerBound..<feed
        range = feed + 1..<range.upperBound
        searched = range.lowerBound
        try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[line])) }
        return true
      }
      if isAtEnd {
        guard !range.isEmpty else { return false }
        let line = range
        range = range.upperBound..<range.upperBound
        try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[line])) }
        return true
      }
      try fill()
    }
  }

  private func lineFeed() -> Int? {
    let found = buffer.withUnsafeBytes { bytes -> Int? in
      let start = bytes.baseAddress! + searched
      guard let place = memchr(start, 0x0A, range.upperBound - searched) else { return nil }
      return bytes.baseAddress!.distance(to: place)
    }
    searched = found ?? range.upperBound
    return found
  }

  private func fill() throws {
    if range.lowerBound > 0 {
      if !range.isEmpty { buffer.replaceSubrange(0..<range.count, with: Array(buffer[range])) }
      searched -= range.lowerBound
      range = 0..<range.count
    }
    if range.upperBound == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
    turns?.beginWait()
    try readMore()
    turns?.endWait()
  }

  private func readMore() throws {
    let free = range.upperBound..<buffer.count
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + free.lowerBound, free.count) }
      if count > 0 {
        range = range.lowerBound..<range.upperBound + count
        return
      }
      if count == 0 {
        isAtEnd = true
        return
      }
      if errno != EINTR {
        throw InterchangeError(.cannotRead, "cannot be read: \(String(cString: strerror(errno)))", file: "standard input")
      }
    }
  }
}
