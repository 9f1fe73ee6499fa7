import Graph

/// What a page says of itself in JSON-LD with the words of schema.org: `headline`, `datePublished`, `author`, `publisher`.
enum LinkedData {
  private static let deepestNesting = 6

  static func masthead(of bytes: [UInt8]) -> Masthead {
    guard let value = try? JSONParser.parse(bytes) else { return Masthead() }
    return article(value, depth: 0) ?? Masthead()
  }

  /// The first object that has a headline.
  private static func article(_ value: Value, depth: Int) -> Masthead? {
    guard depth < deepestNesting else { return nil }
    switch value {
    case .list(let values): return values.lazy.compactMap { article($0, depth: depth + 1) }.first
    case .map(let object):
      guard object["headline"] != nil else { return object["@graph"].flatMap { article($0, depth: depth + 1) } }
      var masthead = Masthead()
      masthead.title = text(object["headline"])
      masthead.date = text(object["datePublished"]).flatMap { DateText.day(in: $0) }
      masthead.author = text(object["author"])
      masthead.publisher = text(object["publisher"])
      masthead.uri = text(object["url"])
      masthead.language = text(object["inLanguage"])
      return masthead
    default: return nil
    }
  }

  private static func text(_ value: Value?) -> String? {
    switch value {
    case .string(let text)?: return text.isEmpty ? nil : text
    case .list(let values)?:
      let names = values.compactMap { text($0) }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    case .map(let object)?: return text(object["name"])
    default: return nil
    }
  }
}
