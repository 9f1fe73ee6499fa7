/// HTML → main text: the text of `article` or `main` (or of the whole body), scripts, navigation and link lists left out, its
/// blocks joined by empty lines; the head's meta elements fill the masthead.
enum HypertextLayout {
  /// A block whose text is mostly links is navigation.
  private static let largestLinkShare = 0.6

  static func layout(of bytes: [UInt8]) -> TextLayout {
    var collector = HypertextCollector()
    HypertextTokenizer.tokenize(bytes) { collector.take($0) }
    collector.finish()
    var masthead = collector.masthead
    let inside = collector.blocks.filter(\.isInArticle)
    let chosen = (inside.isEmpty ? collector.blocks : inside).filter { block in
      block.isHeading || Double(block.linkByteCount) <= Double(block.text.utf8.count) * largestLinkShare
    }
    var text: [UInt8] = []
    var paragraphs: [Span] = []
    var headings: Set<Int> = []
    for block in chosen where !Furniture.isFurniture(block.text) {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      if block.isHeading { headings.insert(text.count) }
      paragraphs.append(Span(text.count, text.count + block.text.utf8.count))
      text += Array(block.text.utf8)
    }
    var layout = TextLayout(bytes: text)
    layout.blocks = MastheadReader.blocks(of: paragraphs, in: text, masthead: &masthead)
    for index in layout.blocks.indices where headings.contains(layout.blocks[index].span.begin) {
      if layout.blocks[index].kind == .paragraph { layout.blocks[index].kind = .heading }
    }
    layout.masthead = masthead
    return layout
  }
}

/// Gathers the blocks of text and the meta elements from a stream of HTML tokens.
struct HypertextCollector {
  struct Block {
    var text = ""
    var linkByteCount = 0
    var isHeading = false
    var isInArticle = false
  }

  private(set) var blocks: [Block] = []
  private(set) var masthead = Masthead()
  private var open = Block()
  private var skipped: [String] = []
  private var articleDepth = 0
  private var linkDepth = 0
  private var titleText = ""
  private var isInTitle = false

  private static let skippedElements: Set<String> = [
    "script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form", "button", "figure", "iframe",
    "select", "math", "canvas", "object", "video", "audio", "textarea", "head",
  ]
  private static let inlineElements: Set<String> = [
    "a", "b", "i", "em", "strong", "span", "small", "sub", "sup", "u", "s", "abbr", "cite", "q", "time", "mark", "code", "font",
    "img", "wbr", "ins", "del", "acronym", "bdi", "bdo", "dfn", "kbd", "var", "samp", "big", "tt", "label",
  ]

  mutating func take(_ token: HypertextToken) {
    switch token {
    case .open(let name, let attributes): opened(name, attributes)
    case .close(let name): closed(name)
    case .text(let text): add(text)
    }
  }

  mutating func finish() {
    flush()
    masthead.title = masthead.title ?? (titleText.isEmpty ? nil : titleText)
  }

  private mutating func opened(_ name: String, _ attributes: [String: String]) {
    if name == "meta" { return takeMeta(attributes) }
    if name == "html", let language = attributes["lang"] { masthead.language = language }
    if name == "title" { isInTitle = skipped.last == "head" || skipped.isEmpty }
    if name == "link", attributes["rel"] == "canonical" { masthead.uri = masthead.uri ?? attributes["href"] }
    if Self.skippedElements.contains(name) {
      flush()
      skipped.append(name)
      return
    }
    guard skipped.isEmpty else { return }
    if name == "time", let moment = attributes["datetime"] { masthead.date = masthead.date ?? DateText.isoDay(in: moment) }
    if name == "a" { linkDepth += 1 }
    guard !Self.inlineElements.contains(name) else { return }
    flush()
    if name == "article" || name == "main" { articleDepth += 1 }
    open.isHeading = name.count == 2 && name.first == "h" && name.last?.isNumber == true
  }

  private mutating func closed(_ name: String) {
    if name == "title" { isInTitle = false }
    if let at = skipped.lastIndex(of: name) {
      skipped.removeSubrange(at...)
      return
    }
    guard skipped.isEmpty else { return }
    if name == "a" { linkDepth = max(0, linkDepth - 1) }
    guard !Self.inlineElements.contains(name) else { return }
    flush()
    if name == "article" || name == "main" { articleDepth = max(0, articleDepth - 1) }
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
      open.isInArticle = articleDepth > 0
      blocks.append(open)
    }
    open = Block()
  }

  private mutating func takeMeta(_ attributes: [String: String]) {
    guard let content = attributes["content"], !content.isEmpty else { return }
    switch (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").lowercased() {
    case "og:title", "dc.title": masthead.title = masthead.title ?? content
    case "article:published_time", "date", "dc.date", "datepublished", "pubdate", "dcterms.created", "publish-date":
      masthead.date = masthead.date ?? DateText.day(in: content)
    case "author", "article:author", "dc.creator": masthead.author = masthead.author ?? content
    case "og:site_name", "publisher", "dc.publisher": masthead.publisher = masthead.publisher ?? content
    case "og:url": masthead.uri = masthead.uri ?? content
    default: break
    }
  }
}
