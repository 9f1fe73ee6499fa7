/// Markdown → blocks, the text left as it is: headings, list marks, emphasis and the addresses of links are recorded as markup
/// for the tokenizer to step over; code, tables, images and raw HTML are not read.
enum MarkdownLayout {
  static func layout(of bytes: [UInt8]) -> TextLayout {
    var layout = TextLayout(bytes: bytes)
    var lines = TextLine.lines(of: bytes)
    lines.removeFirst(FrontMatter.read(lines, of: bytes, into: &layout.masthead))
    var readable: [TextLine] = []
    var headings: Set<Int> = []
    var inCode = false
    for line in lines {
      let text = line.text(in: bytes)
      if text.hasPrefix("```") || text.hasPrefix("~~~") { inCode.toggle() }
      guard !inCode, !isNoText(text) else {
        readable.append(TextLine(span: Span(line.span.begin, line.span.begin)))
        continue
      }
      let mark = markByteCount(text)
      let span = TextLine.trimmed(Span(line.span.begin + mark, line.span.end), in: bytes)
      if text.hasPrefix("#") {
        headings.insert(span.begin)
        readable.append(TextLine(span: Span(span.begin, span.begin)))
      } else if mark > 0, !text.hasPrefix(">") {
        readable.append(TextLine(span: Span(span.begin, span.begin)))
      }
      readable.append(TextLine(span: span))
      if text.hasPrefix("#") { readable.append(TextLine(span: Span(span.end, span.end))) }
    }
    let paragraphs = PlainTextLayout.paragraphs(readable[...], of: bytes)
    layout.blocks = MastheadReader.blocks(of: paragraphs, in: bytes, masthead: &layout.masthead)
    for index in layout.blocks.indices where headings.contains(layout.blocks[index].span.begin) {
      if layout.blocks[index].kind != .title { layout.blocks[index].kind = .heading }
    }
    layout.markup = layout.blocks.flatMap { inlineMarkup(in: $0.span, of: bytes) }
    return layout
  }

  private static func isNoText(_ text: String) -> Bool {
    if text.hasPrefix("```") || text.hasPrefix("~~~") || text.hasPrefix("|") || text.hasPrefix("<") || text.hasPrefix("![") {
      return true
    }
    return text.utf8.count >= 3 && text.allSatisfy { "-*_= ".contains($0) }
  }

  /// The bytes of `#`, `>`, `-`, `*`, `+` or `1.` and blanks before a line's text.
  private static func markByteCount(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    var count = 0
    while count < bytes.count, bytes[count] == 0x23 || bytes[count] == 0x3E || bytes[count] == 0x20 { count += 1 }
    if count == 0, bytes.count > 1, [0x2D, 0x2A, 0x2B].contains(bytes[0]), bytes[1] == 0x20 { return 2 }
    if count == 0 {
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      if (1...2).contains(digits), bytes.count > digits + 1, bytes[digits] == 0x2E, bytes[digits + 1] == 0x20 {
        return digits + 2
      }
    }
    return count
  }

  /// Emphasis marks, back-ticks and `](address)` with the bracket before it, and quote marks at line starts.
  private static func inlineMarkup(in span: Span, of bytes: [UInt8]) -> [Span] {
    var found: [Span] = []
    var index = span.begin
    var bracket: Int?
    while index < span.end {
      switch bytes[index] {
      case 0x2A, 0x60:
        found.append(Span(index, index + 1))
      case 0x5F where index == span.begin || index + 1 == span.end || !isLetter(bytes[index - 1]) || !isLetter(bytes[index + 1]):
        found.append(Span(index, index + 1))
      case 0x5B:
        bracket = index
      case 0x5D:
        if let open = bracket, index + 1 < span.end, bytes[index + 1] == 0x28,
          let close = bytes[index..<span.end].firstIndex(of: 0x29)
        {
          found.append(Span(open, open + 1))
          found.append(Span(index, close + 1))
          index = close
        }
        bracket = nil
      case 0x3E where index > span.begin && bytes[index - 1] == 0x0A:
        found.append(Span(index, index + 1))
      default: break
      }
      index += 1
    }
    return found.sorted()
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte)
  }
}
