/// A mail message (RFC 5322 with MIME) → its text: the plain part, or the HTML part where there is none; attachments are left
/// out, and so is what the message only quotes of another one and the signature. Subject, date and sender fill the masthead.
enum MessageLayout {
  /// A part in a part in a part …: hostile input must not exhaust the stack.
  private static let deepestNesting = 20

  /// - Throws: `DocumentError` for a message without text.
  static func layout(of bytes: [UInt8], fileName: String) throws(DocumentError) -> TextLayout {
    let (header, bodyBegin) = MessageHeader.read(bytes[...])
    guard header["from"] != nil || header["subject"] != nil || header["date"] != nil || header["content-type"] != nil else {
      throw DocumentError(
        code: .notText, fileName: fileName, byteOffset: 0,
        message: "no header of a mail message found; expected From, Subject or Date")
    }
    var found: [Part] = []
    collect(header, bytes[bodyBegin...], depth: 0, into: &found)
    guard let part = found.first(where: { !$0.isHypertext }) ?? found.first else {
      throw DocumentError(
        code: .empty, fileName: fileName, byteOffset: bodyBegin,
        message: "the message has no text part; expected text/plain or text/html")
    }
    let text = try TextEncoding.decoded(part.bytes, declared: part.charset, fileName: fileName)
    var layout = part.isHypertext ? HypertextLayout.layout(of: text) : plainLayout(of: text)
    layout.masthead = masthead(header).filled(from: layout.masthead)
    return layout
  }

  private struct Part {
    var bytes: [UInt8]
    var charset: String?
    var isHypertext: Bool
  }

  private static func collect(_ header: MessageHeader, _ body: ArraySlice<UInt8>, depth: Int, into found: inout [Part]) {
    if header["content-disposition"]?.lowercased().hasPrefix("attachment") == true { return }
    let type = header.mediaType
    if type.hasPrefix("multipart/"), let boundary = header.parameter("boundary"), depth < deepestNesting {
      for part in parts(of: body, boundary: boundary) {
        let (header, begin) = MessageHeader.read(part)
        collect(header, part[begin...], depth: depth + 1, into: &found)
      }
    } else if type == "text/plain" || type == "text/html" {
      let bytes = TransferEncoding.decoded(body, header["content-transfer-encoding"] ?? "")
      let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      if !isBlank { found.append(Part(bytes: bytes, charset: header.parameter("charset"), isHypertext: type == "text/html")) }
    }
  }

  /// What stands between lines `--boundary`; a message cut off in the middle ends its last part.
  private static func parts(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array(("--" + boundary).utf8)
    var parts: [ArraySlice<UInt8>] = []
    var open: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[index..<end].starts(with: mark) {
        // The line end before a boundary belongs to the boundary.
        if let open { parts.append(body[open..<max(open, index - 1)]) }
        open = min(end + 1, body.endIndex)
        if body[index..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
      }
      index = end + 1
    }
    if let open, open < body.endIndex { parts.append(body[open...]) }
    return parts
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
