/// Lines in reading order → paragraphs: by the space between lines, by their size, by indents and by lines that end early.
struct PageParagraphs {
  struct Paragraph {
    var text: String
    var height: Double
    /// The right edge of the last line, as a part of its column's width.
    var lastFill: Double
    var lineCount = 1
  }

  private(set) var paragraphs: [Paragraph] = []
  /// The height of most of the text.
  let bodyHeight: Double
  /// The usual distance of two lines, as a multiple of their height.
  private let leading: Double
  private var hyphens: Hyphenation

  private static let bullets: Set<Character> = ["•", "▪", "●", "◦", "‣", "■", "–", "—"]

  init(_ runs: [[PageLine]]) {
    bodyHeight = Self.median(runs.joined().flatMap { line in repeatElement(line.height, count: max(1, line.wordCount)) }) ?? 10
    leading = Self.median(runs.flatMap { run in zip(run, run.dropFirst()).map(Self.distance) }.filter { $0 < 3 }) ?? 1.2
    hyphens = Hyphenation(runs.joined().map(\.text))
    for run in runs { add(run) }
  }

  private static func median(_ values: [Double]) -> Double? { values.isEmpty ? nil : values.sorted()[values.count / 2] }

  private static func distance(_ upper: PageLine, _ lower: PageLine) -> Double {
    (lower.top - upper.top) / max(upper.height, lower.height, 1)
  }

  private mutating func add(_ run: [PageLine]) {
    let column = Column(run)
    for (index, line) in run.enumerated() {
      let continues = index == 0 ? continuesAcross(line) : !breaks(between: run[index - 1], and: line, at: index, run, column)
      let fill = column.fill(line)
      if continues, let last = paragraphs.indices.last {
        paragraphs[last].text = hyphens.joined(paragraphs[last].text, line.text)
        paragraphs[last].lastFill = fill
        paragraphs[last].lineCount += 1
      } else {
        paragraphs.append(Paragraph(text: line.text, height: line.height, lastFill: fill))
      }
    }
  }

  /// Whether the first line of a column or page goes on with what the last one ended with.
  private func continuesAcross(_ line: PageLine) -> Bool {
    guard let last = paragraphs.last, Self.isAlike(last.height, line.height), !opensItem(line.text) else { return false }
    if line.text.first?.isLowercase == true { return true }
    // A line alone that ends early may be a heading.
    return !PlainTextLayout.endsSentence(last.text) && last.lastFill > (last.lineCount > 1 ? 0.4 : 0.85)
      && Self.isAlike(last.height, bodyHeight)
  }

  private func breaks(
    between upper: PageLine, and line: PageLine, at index: Int, _ run: [PageLine], _ column: Column
  ) -> Bool {
    if !Self.isAlike(upper.height, line.height) || Self.distance(upper, line) > 1.3 * leading { return true }
    if opensItem(line.text) || MastheadReader.isByline(line.text) || MastheadReader.isByline(upper.text) { return true }
    // Headings are often centred.
    guard line.height < PageLayout.headingScale * bodyHeight else { return false }
    let isIndented = column.isIndented(line)
    if isIndented, !column.isIndented(upper) { return true }
    if !isIndented, index > 1, column.isIndented(upper), column.isIndented(run[index - 2]) { return true }
    let opens = line.text.first.map { !$0.isLowercase } ?? false
    return opens && column.fill(upper) < 0.75 && PlainTextLayout.endsSentence(upper.text)
  }

  private func opensItem(_ text: String) -> Bool {
    text.first.map(Self.bullets.contains) == true && text.dropFirst().first == " "
  }

  private static func isAlike(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 0.12 * max(one, other) }

  /// The edges of a run of lines.
  private struct Column {
    let left: Double
    let right: Double

    /// Most lines begin at the left edge; the longest end at the right one.
    init(_ run: [PageLine]) {
      let counts = Dictionary(run.map { ($0.left.rounded(), 1) }, uniquingKeysWith: +)
      left = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
      right = run.map(\.right).max() ?? 0
    }

    func isIndented(_ line: PageLine) -> Bool { line.left - left > 0.7 * line.height }

    func fill(_ line: PageLine) -> Double { right > left ? (line.right - left) / (right - left) : 1 }
  }
}
