/// Text as XML 1.0 wants it, good between tags and between double quotes.
enum XMLText {
  static func append(_ text: String, to output: ByteOutput) {
    var text = text
    text.withUTF8 { append($0, to: output) }
  }

  /// Copies runs of bytes that stand for themselves.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: ByteOutput) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    var index = doubtful(bytes, from: 0)
    while index < bytes.count {
      var next = index &+ 1
      if let (replacement, length) = replacement(at: index, of: bytes) {
        output.append(UnsafeBufferPointer(start: base + start, count: index &- start))
        output.append(UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
        next = index &+ length
        start = next
      }
      index = doubtful(bytes, from: next)
    }
    output.append(UnsafeBufferPointer(start: base + start, count: bytes.count &- start))
  }

  /// The first place from `index` on of a byte that may not stand for itself, or the end. Eight bytes are looked at at a time.
  @inline(__always) private static func doubtful(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    let base = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
    var index = index
    while index &+ 8 <= bytes.count {
      let marks = marks(UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      if marks != 0 { return index &+ marks.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < bytes.count, marks(UInt64(bytes[index]) | 0x4141_4141_4141_4100) == 0 { index &+= 1 }
    return index
  }

  /// The highest bits of bytes among eight that are control characters, `"`, `&`, `<`, `>` or begin what U+FFFE and U+FFFF do.
  /// The lowest bit set is right; above it others may be set as well (the zero in a word of H. S. Warren, "Hacker's Delight").
  @inline(__always) private static func marks(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Two characters that differ in one bit are looked for without it.
    let quotes = (word & ~(ones &* 0x04)) ^ (ones &* 0x22)
    let angles = (word & ~(ones &* 0x02)) ^ (ones &* 0x3C)
    let last = word ^ (ones &* 0xEF)
    let controls = (word &- ones &* 0x20) & ~word
    let equal = (quotes &- ones) & ~quotes | (angles &- ones) & ~angles | (last &- ones) & ~last
    return (controls | equal) & (ones &* 0x80)
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
