import Graph

/// One source text, fixed once and for all: every annotation is a `Span` into `bytes`, so the text never changes after this.
///
/// For plain text and Markdown the text is the file's whole text as read (front matter and furniture included, so that
/// offsets count from the file's first character); for HTML it is the main text, its blocks joined by empty lines; for a mail
/// message and an article of JSON Lines it is the body.
public struct Document: Sendable {
  /// A stretch of running text with one function. What no block covers (markup, furniture, front matter) is not read.
  public struct Block: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      case title, standfirst, byline, dateline, heading, caption, paragraph
    }

    public var kind: Kind
    public var span: Span

    public init(_ kind: Kind, _ span: Span) {
      self.kind = kind
      self.span = span
    }
  }

  /// The text as UTF-8.
  public let bytes: [UInt8]
  /// In text order, not overlapping.
  public let blocks: [Block]
  /// Markup inside blocks (`**`, the address of a link) that the tokenizer steps over; in text order, not overlapping.
  public let markup: [Span]
  /// SHA-256 of the bytes the document was read from, in lower-case hexadecimal.
  public let digest: String
  public let format: DocumentFormat

  public let title: String
  /// The day that relative dates are counted from.
  public let date: CalendarDate?
  public let publisher: String?
  public let author: String?
  public let uri: String?
  /// A BCP 47 tag: what the text is written in, as far as its words tell, else what it says of itself, else `en`.
  public let language: String
  /// What its collection calls it: the id of an article, the Message-ID of a mail; nil for a file that is one document.
  public let identifier: String?

  public var text: String { String(decoding: bytes, as: UTF8.self) }
  public var span: Span { Span(0, bytes.count) }

  /// Whether there are rules for its language. Of any other only words and sentences are read.
  public var isEnglish: Bool { LanguageTag(language).primary == "en" }

  /// `French`.
  public var languageName: String { LanguageTag(language).name }

  /// The characters of `span`.
  public subscript(span: Span) -> String {
    String(decoding: bytes[span.begin..<span.end], as: UTF8.self)
  }
}
