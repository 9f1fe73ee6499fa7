/// Text as XML 1.0 wants it, good between tags and between double quotes.
enum XMLText {
  static func append(_ text: String, to output: ByteOutput) {
    var text = text
    text.withUTF8 { append($0, to: output) }
  }

  /// Copies runs of bytes that stand for themselves.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: ByteOutput) {
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var start = 0
    var index = 0
    while index < count {
      let byte = base[index]
      guard byte < 0x40 || byte == 0xEF, let (replacement, length) = replacement(at: index, of: bytes) else {
        index &+= 1
        continue
      }
      output.append(UnsafeBufferPointer(start: base + start, count: index - start))
      output.append(replacement)
      index &+= length
      start = index
    }
    output.append(UnsafeBufferPointer(start: base + start, count: count - start))
  }

  /// What stands for the character at `index`, and how many bytes it has; nil where it stands for itself.
  private static func replacement(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (StaticString, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    // Written as they are, these would come back as a space or a line feed.
    case 0x09: ("&#9;", 1)
    case 0x0A: ("&#10;", 1)
    case 0x0D: ("&#13;", 1)
    case 0..<0x20: ("\u{FFFD}", 1)
    // U+FFFE and U+FFFF.
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: ("\u{FFFD}", 3)
    default: nil
    }
  }
}
