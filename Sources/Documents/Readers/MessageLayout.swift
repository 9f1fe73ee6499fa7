/// A mail message (RFC 5322 with MIME) → its text: the plain part, or the HTML part where there is none; what the
/// message only quotes of another one is left out, and so is the signature. Subject, date and sender fill the masthead.
/// Attachments are documents of their own.
enum MessageLayout {
  /// - Throws: `DocumentError` for a message without text.
  static func layout(of bytes: [UInt8], fileName: String) throws(DocumentError) -> TextLayout {
    let (header, bodyBegin) = MessageHeader.read(bytes[...])
    guard header["from"] != nil || header["subject"] != nil || header["date"] != nil || header["content-type"] != nil else {
      throw DocumentError(
        code: .notText, fileName: fileName, byteOffset: 0,
        message: "no header of a mail message found; expected From, Subject or Date")
    }
    guard let part = text(of: header, bytes[bodyBegin...]) else {
      throw DocumentError(
        code: .empty, fileName: fileName, byteOffset: bodyBegin,
        message: "the message has no text part; expected text/plain or text/html")
    }
    let text = try TextEncoding.decoded(part.content, declared: part.header.parameter("charset"), fileName: fileName)
    var layout = part.header.mediaType == "text/html" ? HypertextLayout.layout(of: text) : plainLayout(of: text)
    layout.masthead = masthead(header).filled(from: layout.masthead)
    return layout
  }

  /// The part that is read.
  static func text(of header: MessageHeader, _ body: ArraySlice<UInt8>) -> MessagePart? {
    let parts = MessagePart.leaves(of: header, body)
    func first(_ type: String) -> MessagePart? { parts.first { $0.header.mediaType == type && !$0.isAttachment && !$0.isBlank } }
    return first("text/plain") ?? first("text/html")
  }

  /// The paragraphs of the message itself. Quoted lines are somebody else's message, which is a document of its own.
  private static func plainLayout(of bytes: [UInt8]) -> TextLayout {
    var lines = TextLine.lines(of: bytes)
    if let signature = lines.firstIndex(where: { $0.text(in: bytes) == "--" }), signature > 0 {
      lines.removeSubrange(signature...)
    }
    for index in lines.indices where bytes[lines[index].span.begin..<lines[index].span.end].first == UInt8(ascii: ">") {
      lines[index].span = Span(lines[index].span.begin, lines[index].span.begin)
      if index > 0, isIntroduction(lines[index - 1].text(in: bytes)) {
        lines[index - 1].span = Span(lines[index - 1].span.begin, lines[index - 1].span.begin)
      }
    }
    var layout = TextLayout(bytes: bytes)
    layout.blocks = MastheadReader.blocks(
      of: PlainTextLayout.paragraphs(lines[...], of: bytes), in: bytes, masthead: &layout.masthead)
    return layout
  }

  /// `On Monday, Ana Ruiz wrote:` before a quotation.
  private static func isIntroduction(_ line: String) -> Bool { line.hasSuffix("wrote:") || line.hasSuffix("writes:") }

  private static func masthead(_ header: MessageHeader) -> Masthead {
    var masthead = Masthead()
    masthead.title = header.text("subject")
    masthead.date = header["date"].flatMap { DateText.day(in: $0) }
    masthead.author = header.text("from").map(sender)
    masthead.language = header["content-language"]
    masthead.identifier = header["message-id"].map { $0.filter { $0 != "<" && $0 != ">" } }
    return masthead
  }

  /// `Ana Ruiz` of `"Ana Ruiz" <ana@example.org>`, `ana@example.org` where there is no name.
  private static func sender(_ field: String) -> String {
    let name = MessageHeader.trimmed(field.prefix { $0 != "<" }.filter { $0 != "\"" })
    if !name.isEmpty { return name }
    return MessageHeader.trimmed(field.filter { $0 != "<" && $0 != ">" })
  }
}
