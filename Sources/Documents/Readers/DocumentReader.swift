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

  /// Reads one file.
  ///
  /// - Throws: `DocumentError` for bytes that are not UTF-8 text or hold no text at all. Complexity: linear in the bytes.
  public func read(
    _ bytes: [UInt8], named fileName: String, options: DocumentOptions = DocumentOptions()
  ) throws(DocumentError) -> Document {
    if let bad = Self.firstInvalidByte(of: bytes) {
      throw DocumentError(
        code: .notText, fileName: fileName, byteOffset: bad,
        message: "byte \(bad) is not UTF-8 text; convert the file to UTF-8 or to plain text first")
    }
    let format = options.format ?? DocumentFormat(fileName: fileName) ?? Self.guess(bytes)
    let layout: TextLayout
    switch format {
    case .text: layout = PlainTextLayout.layout(of: bytes)
    case .markdown: layout = MarkdownLayout.layout(of: bytes)
    case .html: layout = HypertextLayout.layout(of: bytes)
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
      author: own.author ?? options.author, uri: own.uri ?? options.uri, language: own.language ?? options.language ?? "en")
  }

  private static func stem(of fileName: String) -> String {
    let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func guess(_ bytes: [UInt8]) -> DocumentFormat {
    let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
    return head.contains("<!doctype html") || head.contains("<html") || head.contains("<body") ? .html : .text
  }

  private static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.value == 0 { return offset }
        offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
