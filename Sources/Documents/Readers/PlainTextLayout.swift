/// Plain text → blocks: paragraphs are parted by empty lines; a hard-wrapped paragraph is one block, but a byline, a heading
/// or any other short line that ends without a stop stands alone.
enum PlainTextLayout {
  /// A line shorter than this was not broken by a margin.
  private static let wrappedLineByteCount = 48
  private static let longestHeadingByteCount = 160

  static func layout(of bytes: [UInt8]) -> TextLayout {
    let lines = TextLine.lines(of: bytes)
    var masthead = Masthead()
    let used = FrontMatter.read(lines, of: bytes, into: &masthead)
    let paragraphs = paragraphs(lines[used...], of: bytes)
    var layout = TextLayout(bytes: bytes, masthead: masthead)
    layout.blocks = MastheadReader.blocks(of: paragraphs, in: bytes, masthead: &layout.masthead)
    return layout
  }

  /// Runs of lines that belong together, furniture left out.
  static func paragraphs(_ lines: ArraySlice<TextLine>, of bytes: [UInt8]) -> [Span] {
    var paragraphs: [Span] = []
    var open: Span?
    let isTranscript = lines.lazy.filter { opensTurn($0, in: bytes) }.prefix(fewestTurns).count == fewestTurns
    for index in lines.indices {
      let line = lines[index]
      let text = line.isBlank ? "" : line.text(in: bytes)
      guard !line.isBlank, !Furniture.isFurniture(text) else {
        if let span = open { paragraphs.append(span) }
        open = nil
        continue
      }
      let isLast = index + 1 == lines.endIndex || lines[index + 1].isBlank
      if let span = open, continues(span, line, in: bytes), !MastheadReader.isByline(text),
        !(isTranscript && opensTurn(line, in: bytes)), !(isLast && MastheadReader.dateOfDateLine(text) != nil)
      {
        open = span.union(line.span)
      } else {
        if let span = open { paragraphs.append(span) }
        open = line.span
      }
    }
    if let span = open { paragraphs.append(span) }
    return paragraphs
  }

  /// So many lines that open with a label make a text a transcript.
  private static let fewestTurns = 3
  private static let longestLabelByteCount = 40

  /// "Q: …", "MARLOW: …", "The chairman: …": a short label with a capital before a colon and a blank.
  private static func opensTurn(_ line: TextLine, in bytes: [UInt8]) -> Bool {
    guard !line.isBlank, (0x41...0x5A).contains(bytes[line.span.begin]) else { return false }
    let limit = min(line.span.end - 1, line.span.begin + longestLabelByteCount)
    guard let colon = (line.span.begin..<max(limit, line.span.begin)).first(where: { bytes[$0] == 0x3A }) else { return false }
    return bytes[colon + 1] == 0x20 && !bytes[line.span.begin..<colon].contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x3B }
  }

  private static func continues(_ span: Span, _ line: TextLine, in bytes: [UInt8]) -> Bool {
    var begin = span.end
    while begin > span.begin, bytes[begin - 1] != 0x0A { begin -= 1 }
    let last = String(decoding: bytes[begin..<span.end], as: UTF8.self)
    if endsSentence(last) { return true }
    return span.end - begin >= wrappedLineByteCount && !MastheadReader.isByline(last)
  }

  static func endsSentence(_ text: String) -> Bool {
    guard let last = text.last(where: { !"”\"’')]*_".contains($0) }) else { return false }
    return ".!?:;…".contains(last)
  }

  static func isHeading(_ text: String) -> Bool {
    text.utf8.count <= longestHeadingByteCount && !endsSentence(text)
  }
}
