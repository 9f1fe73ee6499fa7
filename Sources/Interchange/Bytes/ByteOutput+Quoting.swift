extension ByteOutput {
  /// A text between quotes, as JSON and Cypher write it: the quote, backslashes and control characters are escaped, everything
  /// else stands for itself and is copied in runs. O(bytes).
  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>, quotedBy quote: UInt8) {
    append(quote)
    if let base = bytes.baseAddress {
      let count = bytes.count
      var start = 0
      var index = 0
      while index < count {
        let byte = base[index]
        index &+= 1
        guard byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") || byte == 0x7F else { continue }
        append(UnsafeBufferPointer(start: base + start, count: index &- 1 &- start))
        append(escaped: byte, quote)
        start = index
      }
      append(UnsafeBufferPointer(start: base + start, count: count &- start))
    }
    append(quote)
  }

  private func append(escaped byte: UInt8, _ quote: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case quote, UInt8(ascii: "\\"): append(byte)
    case UInt8(ascii: "\n"): append("n")
    case UInt8(ascii: "\r"): append("r")
    case UInt8(ascii: "\t"): append("t")
    default:
      append("u00")
      append(Self.hexadecimalDigit(byte >> 4))
      append(Self.hexadecimalDigit(byte & 15))
    }
  }

  private static func hexadecimalDigit(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
