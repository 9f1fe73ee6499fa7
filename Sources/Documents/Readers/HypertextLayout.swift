/// HTML → main text: scripts, navigation, advertisements and link lists left out, its blocks joined by empty lines; the head's
/// meta elements and linked data fill the masthead.
enum HypertextLayout {
  /// Less text than this was not the page's text: what looked like furniture is looked at again.
  private static let smallestByteCount = 200

  static func layout(of bytes: [UInt8]) -> TextLayout {
    var collector = collected(bytes, trustsNames: true)
    if collector.byteCount < smallestByteCount { collector = collected(bytes, trustsNames: false) }
    var masthead = collector.masthead
    var text: [UInt8] = []
    var paragraphs: [Span] = []
    var headings: Set<Int> = []
    for block in MainContent.blocks(of: collector.blocks) where !Furniture.isFurniture(block.text) {
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
    layout.masthead.title = masthead.title.map { title(of: $0, collector.blocks) }
    return layout
  }

  /// Without the name of the site behind it, where the page has the title as a heading too.
  private static func title(of title: String, _ blocks: [HypertextBlock]) -> String {
    blocks.first { $0.isHeading && title.hasPrefix($0.text) }?.text ?? title
  }

  private static func collected(_ bytes: [UInt8], trustsNames: Bool) -> HypertextCollector {
    var collector = HypertextCollector(trustsNames: trustsNames)
    HypertextTokenizer.tokenize(bytes) { collector.take($0) }
    collector.finish()
    return collector
  }
}
