import Graph

/// What the caller knows of a document; each is used only where the document itself does not say.
public struct DocumentOptions: Sendable {
  public var title: String?
  public var date: CalendarDate?
  public var publisher: String?
  public var author: String?
  public var uri: String?
  public var language: String?
  /// Overrides what the file's name and first bytes suggest.
  public var format: DocumentFormat?

  public init(title: String? = nil, date: CalendarDate? = nil, uri: String? = nil, format: DocumentFormat? = nil) {
    self.title = title
    self.date = date
    self.uri = uri
    self.format = format
  }
}

/// Bytes → `Document`: decides the format, finds the running text and what the document says about itself.
///
///     let document = try DocumentReader().read(bytes, named: "report.md")
public struct DocumentReader: Sendable {
  public init() {}

  /// The day written `2019-10-14`, `Oct. 14, 2019` or `14 October 2019`; nil if `text` holds no full date.
  public static func date(from text: String) -> CalendarDate? {
    DateText.day(in: text)?.calendarDate
  }

  /// The articles of a JSON Lines file: the number of each line that is not blank, from 1, and its bytes. O(bytes).
  public static func articleLines(of bytes: UnsafeBufferPointer<UInt8>) -> [(number: Int, range: Range<Int>)] {
    ArticleLayout.lines(of: bytes)
  }

  /// The documents that were sent with a mail message, in their order.
  public static func attachments(of bytes: [UInt8]) -> [MessageAttachment] { MessageAttachment.all(in: bytes) }

  /// Whether a mail message says something itself.
  public static func hasText(message bytes: [UInt8]) -> Bool {
    let (header, bodyBegin) = MessageHeader.read(bytes[...])
    return MessageLayout.text(of: header, bytes[bodyBegin...]) != nil
  }

  /// The format of a file by its name, or else by its first bytes.
  public static func format(of bytes: some Collection<UInt8>, named fileName: String) -> DocumentFormat {
    if let format = DocumentFormat(fileName: fileName) { return format }
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    let head = String(decoding: bytes.prefix(512).filter { $0 != 0 }, as: UTF8.self).lowercased()
    return head.contains("<!doctype html") || head.contains("<html") || head.contains("<body") ? .html : .text
  }

  /// Reads one document: a file, or one line of a file of articles.
  ///
  /// - Throws: `DocumentError` for bytes that are no text in an encoding that can be told, or that hold no text at all, and for
  ///   PDF that has not been converted. Complexity: linear in the bytes.
  public func read(
    _ bytes: [UInt8], named fileName: String, options: DocumentOptions = DocumentOptions()
  ) throws(DocumentError) -> Document {
    let format = options.format ?? Self.format(of: bytes, named: fileName)
    let layout: TextLayout
    switch format {
    case .text: layout = PlainTextLayout.layout(of: try TextEncoding.decoded(bytes, fileName: fileName))
    case .markdown: layout = MarkdownLayout.layout(of: try TextEncoding.decoded(bytes, fileName: fileName))
    case .html:
      let declared = HypertextEncoding.declared(in: bytes)
      layout = HypertextLayout.layout(of: try TextEncoding.decoded(bytes, declared: declared, fileName: fileName))
    case .email: layout = try MessageLayout.layout(of: bytes, fileName: fileName)
    case .articles: layout = try ArticleLayout.layout(of: bytes, fileName: fileName)
    case .pdf:
      guard !bytes.starts(with: "%PDF-".utf8) else {
        throw DocumentError(
          code: .notText, fileName: fileName, byteOffset: 0,
          message: "found PDF, expected its text; convert it with pdftotext -bbox-layout first")
      }
      layout = PageLayout.layout(of: bytes)
    }
    guard !layout.blocks.isEmpty else {
      throw DocumentError(
        code: .empty, fileName: fileName, byteOffset: nil, message: "no running text found; expected sentences to read")
    }
    return Self.assemble(layout, bytes: bytes, fileName: fileName, format: format, options: options)
  }

  private static func assemble(
    _ layout: TextLayout, bytes: [UInt8], fileName: String, format: DocumentFormat, options: DocumentOptions
  ) -> Document {
    let own = layout.masthead
    return Document(
      bytes: layout.bytes, blocks: layout.blocks, markup: layout.markup, digest: SecureHash256.hexadecimal(of: bytes),
      format: format, title: own.title ?? options.title ?? stem(of: fileName),
      date: own.date?.calendarDate ?? options.date, publisher: own.publisher ?? options.publisher,
      author: own.author ?? options.author, uri: own.uri ?? options.uri, language: language(of: layout, options),
      identifier: own.identifier)
  }

  /// What the words tell counts more than what is declared, which many pages copy from a template; but the declared tag may say
  /// more of the same language.
  private static func language(of layout: TextLayout, _ options: DocumentOptions) -> String {
    let declared = (layout.masthead.language ?? options.language).map { LanguageTag($0) }
    guard let found = TextLanguage.tag(of: layout) else { return declared?.description ?? "en" }
    return declared?.primary == found ? declared!.description : found
  }

  private static func stem(of fileName: String) -> String {
    let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
