/// A case of letters that a text can be brought to.
enum LetterCase: Sendable {
  case lower, upper

  /// Calls `body` with the text in letters of the case, which lies in `scratch` or elsewhere until then.
  @inline(__always)
  func with<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard text.isASCII else {
      var other = string(of: text)
      return other.withUTF8(body)
    }
    if scratch.count < text.count { scratch = [UInt8](repeating: 0, count: max(64, 2 * text.count)) }
    return scratch.withUnsafeMutableBufferPointer { scratch in
      write(text, to: scratch)
      return body(UnsafeBufferPointer(rebasing: scratch[..<text.count]))
    }
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
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isASCII: Bool {
    var all: UInt8 = 0
    for place in 0..<count { all |= self[place] }
    return all < 0x80
  }
}
