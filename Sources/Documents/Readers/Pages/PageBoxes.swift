/// The boxes of words that `pdftotext -bbox-layout` writes as XHTML: pages, lines, and what the file says about itself.
struct PageBoxes {
  private(set) var pages: [Page] = []
  private(set) var masthead = Masthead()

  private var words: [String] = []
  private var lineBox: PageLine?
  private var text = ""

  init(_ bytes: [UInt8]) {
    HypertextTokenizer.tokenize(bytes) { take($0) }
  }

  private mutating func take(_ token: HypertextToken) {
    switch token {
    case .open("meta", let attributes): takeMetadata(attributes["name"] ?? "", attributes["content"] ?? "")
    case .open("page", let attributes): pages.append(Page(height: Self.number("height", attributes)))
    case .open("line", let attributes):
      words = []
      lineBox = PageLine(
        text: "", left: Self.number("xmin", attributes), top: Self.number("ymin", attributes),
        right: Self.number("xmax", attributes), bottom: Self.number("ymax", attributes))
    case .open: text = ""
    case .text(let part): text += part
    case .close("title"): takeTitle()
    case .close("word"): if !text.isEmpty { words.append(text) }
    case .close("line"): endLine()
    case .close, .linkedData: break
    }
  }

  private mutating func endLine() {
    guard var line = lineBox, !words.isEmpty, !pages.isEmpty else { return }
    line.text = words.joined(separator: " ")
    pages[pages.count - 1].lines.append(line)
    lineBox = nil
  }

  /// Programs that print put the name of a file there, or that there is none.
  private mutating func takeTitle() {
    let title = text.split(separator: " ").joined(separator: " ")
    let isFileName = [".doc", ".docx", ".pdf", ".indd", ".odt", ".tex", ".qxp", ".dvi"].contains {
      title.lowercased().hasSuffix($0)
    }
    guard title.contains(" "), !isFileName else { return }
    masthead.title = masthead.title ?? title
  }

  private mutating func takeMetadata(_ name: String, _ value: String) {
    switch name {
    case "Author" where value.contains(" "): masthead.author = value
    case "CreationDate": masthead.date = DateText.day(in: value)
    default: break
    }
  }

  private static func number(_ name: String, _ attributes: [String: String]) -> Double {
    Double(attributes[name] ?? "") ?? 0
  }
}
