/// What a format's reader found: the text, its running blocks, the markup to step over and what the document says of itself.
struct TextLayout {
  var bytes: [UInt8]
  var blocks: [Document.Block] = []
  var markup: [Span] = []
  var masthead = Masthead()
}

/// What a document says about itself.
struct Masthead {
  var title: String?
  var date: CivilDay?
  var publisher: String?
  var author: String?
  var uri: String?
  var language: String?
  /// What its collection calls it: the id of an article, the Message-ID of a mail.
  var identifier: String?

  /// With what `other` says where this says nothing.
  func filled(from other: Masthead) -> Masthead {
    Masthead(
      title: title ?? other.title, date: date ?? other.date, publisher: publisher ?? other.publisher,
      author: author ?? other.author, uri: uri ?? other.uri, language: language ?? other.language,
      identifier: identifier ?? other.identifier)
  }

  /// Takes a `key: value` line of a front matter or a header; false for a key it does not know.
  mutating func take(key: String, value: String) -> Bool {
    switch key {
    case "title", "headline": title = title ?? value
    case "date", "published", "publication date", "datetime": date = date ?? DateText.day(in: value)
    case "author", "authors", "byline", "by": author = author ?? value
    case "source", "publisher", "publication", "newspaper", "site": takeSource(value)
    case "url", "uri", "link", "canonical": uri = uri ?? value
    case "language", "lang": language = language ?? value
    case "tags", "licence", "license", "description", "summary", "category", "updated", "slug", "draft", "note", "origin": break
    default: return false
    }
    return true
  }

  /// A source is an address or the name of a paper.
  private mutating func takeSource(_ value: String) {
    if value.contains("://") { uri = uri ?? value } else { publisher = publisher ?? value }
  }
}
