/// A stretch of a page's text between two block elements.
struct HypertextBlock {
  var text = ""
  var linkByteCount = 0
  var isHeading = false
  /// The `article` and `main` elements that it stands in, numbered as they open, the outermost first.
  var articles: [Int] = []

  var wordCount: Int { text.split(separator: " ").count }
  var linkShare: Double { text.isEmpty ? 0 : Double(linkByteCount) / Double(text.utf8.count) }
}

/// Gathers the blocks of text and the meta elements from a stream of HTML tokens.
struct HypertextCollector {
  private(set) var blocks: [HypertextBlock] = []
  private(set) var masthead = Masthead()
  private var open = HypertextBlock()
  private var skipped: [String] = []
  /// The open `article` and `main` elements by number.
  private var articles: [Int] = []
  private var articleCount = 0
  private var linkDepth = 0
  private var titleText = ""
  private var isInTitle = false
  private var linkedData = Masthead()
  private let trustsNames: Bool

  /// - Parameter trustsNames: whether an element with a name like `sidebar` is left out.
  init(trustsNames: Bool) {
    self.trustsNames = trustsNames
  }

  var byteCount: Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }

  private static let skippedElements: Set<String> = [
    "script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form", "button", "figure", "iframe",
    "select", "math", "canvas", "object", "video", "audio", "textarea", "head", "dialog", "menu",
  ]
  private static let inlineElements: Set<String> = [
    "a", "b", "i", "em", "strong", "span", "small", "sub", "sup", "u", "s", "abbr", "cite", "q", "time", "mark", "code", "font",
    "img", "wbr", "ins", "del", "acronym", "bdi", "bdo", "dfn", "kbd", "var", "samp", "big", "tt", "label",
  ]
  /// Elements that close themselves reliably enough to be left out by their name.
  private static let namedElements: Set<String> = ["div", "section", "ul", "ol", "table", "dl"]

  mutating func take(_ token: HypertextToken) {
    switch token {
    case .open(let name, let attributes): opened(name, attributes)
    case .close(let name): closed(name)
    case .text(let text): add(text)
    case .linkedData(let bytes): linkedData = linkedData.filled(from: LinkedData.masthead(of: bytes))
    }
  }

  mutating func finish() {
    flush()
    masthead = masthead.filled(from: linkedData)
    masthead.title = masthead.title ?? (titleText.isEmpty ? nil : titleText)
  }

  private mutating func opened(_ name: String, _ attributes: [String: String]) {
    if name == "meta" { return takeMeta(attributes) }
    if name == "html", let language = attributes["lang"] { masthead.language = language }
    if name == "title" { isInTitle = skipped.last == "head" || skipped.isEmpty }
    if name == "link", attributes["rel"] == "canonical" { masthead.uri = masthead.uri ?? attributes["href"] }
    // The header of an article holds its title, that of a page its menus.
    let isHeader = name == "header" && !articles.isEmpty && skipped.isEmpty
    if Self.skippedElements.contains(name), !isHeader || skipped.last == name {
      flush()
      skipped.append(name)
      return
    }
    guard skipped.isEmpty else {
      if skipped.last == name { skipped.append(name) }
      return
    }
    if name == "time", let moment = attributes["datetime"] { masthead.date = masthead.date ?? DateText.isoDay(in: moment) }
    if name == "a" { linkDepth += 1 }
    guard !Self.inlineElements.contains(name) else { return }
    flush()
    if trustsNames, Self.namedElements.contains(name), ElementNames.isFurniture(attributes) {
      skipped.append(name)
      return
    }
    if name == "article" || name == "main" {
      articles.append(articleCount)
      articleCount += 1
    }
    open.isHeading = name.count == 2 && name.first == "h" && name.last?.isNumber == true
  }

  private mutating func closed(_ name: String) {
    if name == "title" { isInTitle = false }
    if let at = skipped.lastIndex(of: name) {
      skipped.removeSubrange(at...)
      return
    }
    // Whatever was left out inside ends with what holds it.
    if name == "article" || name == "main" || name == "body" { skipped.removeAll() }
    guard skipped.isEmpty else { return }
    if name == "a" { linkDepth = max(0, linkDepth - 1) }
    guard !Self.inlineElements.contains(name) else { return }
    flush()
    if name == "article" || name == "main" { _ = articles.popLast() }
  }

  private mutating func add(_ text: String) {
    if isInTitle { titleText += text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    guard skipped.isEmpty else { return }
    var pieces = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if pieces.isEmpty {
      if !text.isEmpty, !open.text.isEmpty, open.text.last != " " { open.text += " " }
      return
    }
    if text.first?.isWhitespace == true, !open.text.isEmpty, open.text.last != " " { pieces = " " + pieces }
    if text.last?.isWhitespace == true { pieces += " " }
    open.text += pieces
    if linkDepth > 0 { open.linkByteCount += pieces.utf8.count }
  }

  private mutating func flush() {
    while open.text.last == " " { open.text.removeLast() }
    while open.text.first == " " { open.text.removeFirst() }
    if !open.text.isEmpty {
      open.articles = articles
      blocks.append(open)
    }
    open = HypertextBlock()
  }

  private mutating func takeMeta(_ attributes: [String: String]) {
    guard let content = attributes["content"], !content.isEmpty else { return }
    switch (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").lowercased() {
    case "og:title", "dc.title", "headline": masthead.title = masthead.title ?? content
    case "article:published_time", "date", "dc.date", "datepublished", "pubdate", "dcterms.created", "publish-date",
      "dcterms.date",
      "article:published", "parsely-pub-date":
      masthead.date = masthead.date ?? DateText.day(in: content)
    case "author", "article:author", "dc.creator", "parsely-author":
      // Some pages name the author by an address.
      if !content.contains("://") { masthead.author = masthead.author ?? content }
    case "og:site_name", "publisher", "dc.publisher": masthead.publisher = masthead.publisher ?? content
    case "og:url": masthead.uri = masthead.uri ?? content
    default: break
    }
  }
}

/// What an element's class and id say of it.
private enum ElementNames {
  private static let furniture: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "footer", "comments", "comment", "respond", "share", "sharing", "social",
    "related", "recommended", "recommendations", "promo", "promotion", "newsletter", "subscribe", "subscription", "cookie",
    "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "advert", "advertisement", "ads", "ad", "sponsor", "sponsored",
    "widget", "popup", "modal", "paywall", "toolbar", "pagination", "pager", "disqus", "outbrain", "taboola", "teaser", "teasers",
    "trending", "caption", "credits", "copyright", "login", "signup", "tags",
  ]
  /// Words of elements that hold the text and name furniture only to say where it stands.
  private static let content: Set<String> = [
    "article", "content", "main", "body", "post", "entry", "story", "text", "page", "wrapper", "container", "layout", "has", "no",
    "with", "without",
  ]

  static func isFurniture(_ attributes: [String: String]) -> Bool {
    if ["navigation", "complementary", "contentinfo", "search", "banner", "dialog"].contains(attributes["role"]) { return true }
    if attributes["aria-hidden"] == "true" || attributes["hidden"] != nil { return true }
    let names = "\(attributes["class"] ?? "") \(attributes["id"] ?? "")".lowercased()
    let words = names.split { !$0.isLetter }.map(String.init)
    return words.contains { furniture.contains($0) } && !words.contains { content.contains($0) }
  }
}
