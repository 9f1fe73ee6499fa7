/// A case of letters that a text can be brought to.
enum LetterCase: Sendable {
  case lower, upper

  /// Calls `body` with the text in letters of the case, which lies in `scratch` or elsewhere until then.
  @inline(__always)
  func with<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if scratch.count < text.count { scratch = [UInt8](repeating: 0, count: max(64, 2 * text.count)) }
    if text.isASCII {
      return scratch.withUnsafeMutableBufferPointer { scratch in
        write(text, to: scratch)
        return body(UnsafeBufferPointer(rebasing: scratch[..<text.count]))
      }
    }
    if scratch.withUnsafeMutableBufferPointer({ writeShort(text, to: $0) }) {
      return scratch.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<text.count])) }
    }
    var other = string(of: text)
    return other.withUTF8(body)
  }

  /// The text in letters of the case.
  func string(of text: UnsafeBufferPointer<UInt8>) -> String {
    guard text.isASCII else {
      let text = String(decoding: text, as: UTF8.self)
      return self == .lower ? text.lowercased() : text.uppercased()
    }
    return String(unsafeUninitializedCapacity: text.count) { buffer in
      write(text, to: buffer)
      return text.count
    }
  }

  @inline(__always)
  private func write(_ text: UnsafeBufferPointer<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>) {
    switch self {
    case .lower: for place in 0..<text.count { buffer[place] = text[place] &+ (text[place] &- 0x41 < 26 ? 0x20 : 0) }
    case .upper: for place in 0..<text.count { buffer[place] = text[place] &- (text[place] &- 0x61 < 26 ? 0x20 : 0) }
    }
  }

  /// The same for a text of characters of one byte and of two, each of which takes as many in the case; false for others.
  private func writeShort(_ text: UnsafeBufferPointer<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    let pairs = self == .lower ? LetterPairs.lower : LetterPairs.upper
    let first: UInt8 = self == .lower ? 0x41 : 0x61
    return pairs.bytes.withUnsafeBufferPointer { pairs in
      var place = 0
      while place < text.count {
        let byte = text[place]
        if byte < 0x80 {
          buffer[place] = byte ^ (byte &- first < 26 ? 0x20 : 0)
          place += 1
          continue
        }
        guard byte & 0xE0 == 0xC0, place + 1 < text.count else { return false }
        let pair = pairs[Int(byte & 0x1F) << 6 | Int(text[place + 1] & 0x3F)]
        guard pair != 0 else { return false }
        buffer[place] = UInt8(truncatingIfNeeded: pair &>> 8)
        buffer[place + 1] = UInt8(truncatingIfNeeded: pair)
        place += 2
      }
      return true
    }
  }
}

/// The characters of two bytes, which are most letters of Latin, Greek, Cyrillic and their like, in a case.
private struct LetterPairs: Sendable {
  static let lower = LetterPairs { $0.properties.lowercaseMapping }
  static let upper = LetterPairs { $0.properties.uppercaseMapping }

  /// By character: the two bytes that it has in the case, the first one more significant; 0 where it has not two.
  let bytes: [UInt16]

  private init(_ mapping: (Unicode.Scalar) -> String) {
    bytes = (UInt16(0)..<0x800).map { number in
      guard number >= 0x80, let scalar = Unicode.Scalar(number) else { return 0 }
      let mapped = [UInt8](mapping(scalar).utf8)
      return mapped.count == 2 ? UInt16(mapped[0]) << 8 | UInt16(mapped[1]) : 0
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isASCII: Bool {
    var all: UInt8 = 0
    for place in 0..<count { all |= self[place] }
    return all < 0x80
  }
}
