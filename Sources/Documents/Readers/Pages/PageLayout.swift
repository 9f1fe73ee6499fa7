/// The boxes of words on the pages of a PDF → running text: running heads and page numbers left out, columns in reading order,
/// lines joined to paragraphs across columns and pages, words that were cut at the end of a line put together.
enum PageLayout {
  /// Larger than the text by so much is a heading.
  static let headingScale = 1.12
  private static let longestHeadingByteCount = 300

  static func layout(of bytes: [UInt8]) -> TextLayout {
    let boxes = PageBoxes(bytes)
    let reading = PageParagraphs(PageFurniture.removed(from: boxes.pages).flatMap { PageColumns.runs(of: $0.lines) })
    var text: [UInt8] = []
    var spans: [Span] = []
    var headings: Set<Int> = []
    for paragraph in reading.paragraphs where !Furniture.isFurniture(paragraph.text) {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let count = paragraph.text.utf8.count
      if paragraph.height > headingScale * reading.bodyHeight, count <= longestHeadingByteCount { headings.insert(text.count) }
      spans.append(Span(text.count, text.count + count))
      text += Array(paragraph.text.utf8)
    }
    var layout = TextLayout(bytes: text)
    layout.blocks = MastheadReader.blocks(of: spans, in: text, masthead: &layout.masthead)
    for index in layout.blocks.indices where headings.contains(layout.blocks[index].span.begin) {
      if layout.blocks[index].kind == .paragraph { layout.blocks[index].kind = .heading }
    }
    layout.masthead = layout.masthead.filled(from: boxes.masthead)
    return layout
  }
}
