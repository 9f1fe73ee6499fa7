import Cypher
import Graph

/// A result as cells with widths: what box and table draw. Columns are narrowed, widest first, until the whole fits.
struct ResultTable {
  struct Column {
    var title: String
    var width: Int
    /// Numbers stand right.
    var isRightAligned: Bool
  }

  struct Cell {
    var text: String
    var isNull: Bool
  }

  private(set) var columns: [Column]
  private(set) var rows: [[Cell]]
  private(set) var cutCells = 0

  /// Narrower than this a column says nothing any more.
  static let narrowestColumn = 8

  init(columns titles: [String], rows shown: [(number: Int, record: [Value])], text: ValueText) {
    rows = shown.map { row in
      [Cell(text: String(row.number), isNull: false)]
        + row.record.map { Cell(text: text.cell($0), isNull: Self.isNull($0)) }
    }
    columns = [Column(title: "#", width: 1, isRightAligned: true)]
    for (index, title) in titles.enumerated() {
      columns.append(
        Column(
          title: SafeText.oneLine(title), width: 1,
          isRightAligned: !shown.isEmpty && shown.allSatisfy { Self.isNumberOrNull($0.record[index]) }))
    }
    for index in columns.indices {
      let widest = rows.map { LetterWidth.of($0[index].text) }.max() ?? 0
      columns[index].width = max(LetterWidth.of(columns[index].title), widest, 1)
    }
  }

  /// Narrows the columns to a total of `width` cells, borders included.
  /// - Returns: false if they cannot be made to fit; the table is then unchanged.
  mutating func fit(width: Int) -> Bool {
    let available = width - columns.count * 3 - 1
    guard columns.map(\.width).reduce(0, +) > available else { return true }
    let widest = columns.map(\.width).max() ?? 0
    guard widest > Self.narrowestColumn else { return false }
    var cap = widest
    while cap > Self.narrowestColumn, total(cappedAt: cap) > available { cap -= 1 }
    guard total(cappedAt: cap) <= available else { return false }
    for index in columns.indices { columns[index].width = min(columns[index].width, cap) }
    cutCells = rows.reduce(0) { count, row in
      count + zip(row, columns).reduce(0) { $0 + (LetterWidth.of($1.0.text) > $1.1.width ? 1 : 0) }
    }
    return true
  }

  private func total(cappedAt cap: Int) -> Int {
    columns.reduce(0) { $0 + min($1.width, cap) }
  }

  private static func isNull(_ value: Value) -> Bool {
    if case .null = value { true } else { false }
  }

  private static func isNumberOrNull(_ value: Value) -> Bool {
    switch value {
    case .null, .integer, .float: true
    default: false
    }
  }
}
