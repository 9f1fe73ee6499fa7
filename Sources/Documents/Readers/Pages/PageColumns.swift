/// The order in which the lines of a page are read: columns from left to right, between the lines that stand across them.
///
/// A gutter is looked for that parts most lines into two sides and that few lines cross (after the projection profiles of Nagy
/// and Seth, "Hierarchical representation of optically scanned documents", 1984); each side is cut again.
enum PageColumns {
  /// Fewer lines side by side are a table or a caption.
  private static let fewestLines = 4
  private static let fewestBeside = 3
  /// Cells of a table hold fewer words than lines of a column do.
  private static let fewestWords = 3
  /// The part of the lines that may stand across a gutter.
  private static let largestCrossing = 0.4

  /// Runs of lines that stand below each other. O(n² log n) in the lines of a page.
  static func runs(of lines: [PageLine]) -> [[PageLine]] {
    guard let gutter = gutter(in: lines) else { return [rows(lines)].filter { !$0.isEmpty } }
    let sides = [lines.filter { $0.right <= gutter }, lines.filter { $0.left >= gutter }]
    let across = lines.filter { $0.left < gutter && $0.right > gutter }.sorted { $0.middle < $1.middle }
    var runs: [[PageLine]] = []
    var top = -Double.infinity
    for line in across + [PageLine(text: "", left: 0, top: .infinity, right: 0, bottom: .infinity)] {
      let band = sides.map { side in side.filter { $0.middle >= top && $0.middle < line.middle } }
      for part in band where !part.isEmpty { runs += Self.runs(of: part) }
      top = line.middle
      guard line.top.isFinite else { break }
      if band.allSatisfy(\.isEmpty), let last = runs.indices.last, runs[last].last.map(across.contains) == true {
        runs[last].append(line)
      } else {
        runs.append([line])
      }
    }
    return runs
  }

  /// Where the right one of two columns begins.
  private static func gutter(in lines: [PageLine]) -> Double? {
    var best: (position: Double, count: Int)?
    for position in Set(lines.map(\.left)) {
      let left = lines.filter { $0.right <= position }
      let right = lines.filter { $0.left >= position }
      let count = min(left.count, right.count)
      guard count >= fewestLines, count > best?.count ?? 0,
        Double(lines.count - left.count - right.count) <= largestCrossing * Double(lines.count),
        standSideBySide(left, right), median(left.map(\.wordCount)) >= fewestWords, median(right.map(\.wordCount)) >= fewestWords
      else { continue }
      best = (position, count)
    }
    return best?.position
  }

  /// Whether lines of each side have lines of the other beside them.
  private static func standSideBySide(_ left: [PageLine], _ right: [PageLine]) -> Bool {
    func count(_ lines: [PageLine], beside others: [PageLine]) -> Int {
      let top = others.lazy.map(\.top).min() ?? 0
      let bottom = others.lazy.map(\.bottom).max() ?? 0
      return lines.count { $0.bottom > top && $0.top < bottom }
    }
    return count(left, beside: right) >= fewestBeside && count(right, beside: left) >= fewestBeside
  }

  private static func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }

  /// From top to bottom, what shares a row as one line.
  private static func rows(_ lines: [PageLine]) -> [PageLine] {
    var rows: [PageLine] = []
    for line in lines.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = rows.last, last.sharesRow(with: line) {
        rows[rows.count - 1] = last.left <= line.left ? last.joined(with: line) : line.joined(with: last)
      } else {
        rows.append(line)
      }
    }
    return rows
  }
}
