/// One line of a text without its line end and outer blanks.
struct TextLine {
  var span: Span
  var isBlank: Bool { span.isEmpty }

  func text(in bytes: [UInt8]) -> String { String(decoding: bytes[span.begin..<span.end], as: UTF8.self) }

  /// The lines of `bytes`; a byte order mark belongs to none. No-break spaces count as blanks at the ends.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      lines.append(TextLine(span: trimmed(Span(start, end), in: bytes)))
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
      start = end + 1
    }
    return lines
  }

  static func trimmed(_ span: Span, in bytes: [UInt8]) -> Span {
    var (begin, end) = (span.begin, span.end)
    while begin < end {
      if bytes[begin] == 0x20 || bytes[begin] == 0x09 {
        begin += 1
      } else if begin + 1 < end, bytes[begin] == 0xC2, bytes[begin + 1] == 0xA0 {
        begin += 2
      } else {
        break
      }
    }
    while end > begin {
      if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
        end -= 1
      } else if end - begin >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return Span(begin, end)
  }
}
