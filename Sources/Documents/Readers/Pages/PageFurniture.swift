/// What stands on pages and is no part of the text: running heads, numbers of pages, tables of contents.
enum PageFurniture {
  /// The part of a page's height at its top and its bottom where such lines stand.
  private static let edge = 0.12
  /// The same where no other page says that the line comes again.
  private static let margin = 0.06

  static func removed(from pages: [Page]) -> [Page] {
    var counts: [String: Int] = [:]
    for page in pages {
      for key in Set(page.lines.filter { isNearEdge($0, page, edge) }.map(key)) { counts[key, default: 0] += 1 }
    }
    let fewest = max(2, pages.count / 3)
    return pages.map { page in
      var rest = page
      rest.lines.removeAll { line in
        if isOfContents(line.text) { return true }
        guard isNearEdge(line, page, edge) else { return false }
        if isPageNumber(line.text) || counts[key(line), default: 0] >= fewest { return true }
        return pages.count == 1 && isNearEdge(line, page, margin) && standsApart(line, page)
      }
      return rest
    }
  }

  private static func isNearEdge(_ line: PageLine, _ page: Page, _ part: Double) -> Bool {
    line.bottom <= part * page.height || line.top >= (1 - part) * page.height
  }

  /// Text and size, whatever the numbers in it.
  private static func key(_ line: PageLine) -> String {
    String(line.text.map { $0.isNumber ? "#" : $0 }) + " \(Int(line.height.rounded()))"
  }

  /// `7`, `– 7 –`, `xii`, `Page 3 of 12`, `3/12`.
  private static func isPageNumber(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard (1...4).contains(words.count) else { return false }
    let isNumber = { (word: Substring) in word.allSatisfy(\.isNumber) || word.allSatisfy { "ivxl".contains($0) } }
    return words.contains(where: isNumber) && words.allSatisfy { isNumber($0) || ["page", "of", "p"].contains($0) }
  }

  /// `3 The accident . . . . . . 12`: dots lead to the number of a page.
  private static func isOfContents(_ text: String) -> Bool {
    let dense = text.filter { $0 != " " }
    return dense.last?.isNumber == true && dense.contains(".....")
  }

  /// Smaller than the text, with two empty lines between.
  private static func standsApart(_ line: PageLine, _ page: Page) -> Bool {
    let others = page.lines.filter { !$0.sharesRow(with: line) }
    let distance = others.map { max($0.top - line.bottom, line.top - $0.bottom) }.min() ?? 0
    let heights = others.map(\.height).sorted()
    return distance > 2 * line.height && !heights.isEmpty && line.height < 0.95 * heights[heights.count / 2]
  }
}
