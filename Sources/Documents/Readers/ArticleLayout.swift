import Graph

/// One article of a JSON Lines file: an object with its text (plain or HTML) and what is known of it, under the names that news
/// collections use.
enum ArticleLayout {
  private static let dateKeys = [
    "date", "published", "published_at", "publishedAt", "datePublished", "date_publish", "pubDate", "timestamp",
  ]

  /// - Throws: `DocumentError` for what is no such object.
  static func layout(of line: [UInt8], fileName: String) throws(DocumentError) -> TextLayout {
    let object = try object(of: line, fileName: fileName)
    guard let text = string(object, ["text", "body", "content", "maintext", "full_text", "article", "html"]) else {
      throw DocumentError(
        code: .empty, fileName: fileName, byteOffset: nil,
        message: "the article has no text; expected it under `text`, `body` or `content`")
    }
    let bytes = Array(text.utf8)
    var layout = isHypertext(text) ? HypertextLayout.layout(of: bytes) : PlainTextLayout.layout(of: bytes)
    layout.masthead = masthead(object).filled(from: layout.masthead)
    return layout
  }

  private static func object(of line: [UInt8], fileName: String) throws(DocumentError) -> PropertyMap {
    let value: Value
    do throws(JSONError) {
      value = try JSONParser.parse(line)
    } catch {
      throw DocumentError(
        code: .notText, fileName: fileName, byteOffset: error.byteOffset,
        message: "\(error); expected a JSON object, one article a line")
    }
    guard case .map(let object) = value else {
      throw DocumentError(
        code: .notText, fileName: fileName, byteOffset: nil, message: "found no JSON object; expected an article, one a line")
    }
    return object
  }

  private static func masthead(_ object: PropertyMap) -> Masthead {
    var masthead = Masthead()
    masthead.title = string(object, ["title", "headline"])
    masthead.date = day(object, dateKeys)
    masthead.author = string(object, ["author", "authors", "byline", "creator"])
    masthead.uri = string(object, ["url", "uri", "link", "canonical"])
    masthead.language = string(object, ["language", "lang"])
    masthead.identifier = string(object, ["id", "_id", "guid"]) ?? masthead.uri
    if let source = string(object, ["source", "publisher", "publication", "newspaper", "site", "source_domain"]) {
      _ = masthead.take(key: "source", value: source)
    }
    return masthead
  }

  private static func string(_ object: PropertyMap, _ keys: [String]) -> String? {
    for key in keys {
      guard let value = object[key].flatMap(string), !value.isEmpty else { continue }
      return value
    }
    return nil
  }

  /// A text, a number, a list of them, or an object that has a name.
  private static func string(_ value: Value) -> String? {
    switch value {
    case .string(let text): MessageHeader.trimmed(text)
    case .integer(let number): String(number)
    case .list(let values): values.compactMap(string).joined(separator: ", ")
    case .map(let map): (map["name"] ?? map["title"]).flatMap(string)
    default: nil
    }
  }

  private static func day(_ object: PropertyMap, _ keys: [String]) -> CivilDay? {
    for key in keys {
      switch object[key] {
      case .string(let text)?: if let day = DateText.day(in: text) { return day }
      // Seconds since 1970, or milliseconds.
      case .integer(let number)? where number > 100_000_000:
        let seconds = number > 100_000_000_000 ? number / 1000 : number
        return CivilDay(daysSinceEpoch: Int(seconds / 86_400))
      default: continue
      }
    }
    return nil
  }

  private static func isHypertext(_ text: String) -> Bool {
    let head = text.prefix(2000).lowercased()
    return ["<p>", "<p ", "<div", "<html", "<article", "<br"].contains { head.contains($0) }
  }

  /// The lines of a file that are not blank: their numbers from 1 and their bytes. O(bytes).
  static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [(number: Int, range: Range<Int>)] {
    var lines: [(number: Int, range: Range<Int>)] = []
    var begin = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 1
    while begin < bytes.count {
      var end = begin
      var isBlank = true
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] != 0x20, bytes[end] != 0x0D, bytes[end] != 0x09 { isBlank = false }
        end += 1
      }
      if !isBlank { lines.append((number, begin..<end)) }
      begin = end + 1
      number += 1
    }
    return lines
  }
}
