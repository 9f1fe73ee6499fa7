import Graph

/// The order of rows by some key columns, in openCypher's orderability.
struct SortOrder {
  /// One key column and the way in which it orders rows.
  struct Column {
    var values: Vector
    var isDescending: Bool
    var placesNullsFirst: Bool
  }

  private let keys: [SortKeyColumn]
  private let rowCount: Int

  /// Fewer rows than this are sorted by comparing.
  private static let fewRows = 32

  /// - Parameter keys: key columns of the same number of rows, the most significant first.
  init(_ keys: [Column], rowCount: Int) {
    self.keys = keys.map { SortKeyColumn($0, rowCount: rowCount) }
    self.rowCount = rowCount
  }

  /// The rows in order; rows with equal keys stay in their order.
  ///
  /// A key that fits into words is sorted by radix, O(n), and the next one orders only the rows that it leaves equal; other keys
  /// take O(n log n) comparisons.
  func sortedRows() -> [UInt32] {
    var rows = Array(0..<UInt32(rowCount))
    rows.withUnsafeMutableBufferPointer { sort($0, by: 0) }
    return rows
  }

  /// Sorts rows that the keys before `key` leave equal, and that are in their order.
  private func sort(_ rows: UnsafeMutableBufferPointer<UInt32>, by key: Int) {
    guard key < keys.count, rows.count > 1 else { return }
    guard rows.count >= Self.fewRows, let words = keys[key].words else {
      return sort(rows, comparingFrom: key)
    }
    var pairs = words.withUnsafeBufferPointer { words in rows.map { WordAndRow(word: words[Int($0)], row: $0) } }
    RadixSort.sort(&pairs)
    var start = 0
    while start < pairs.count {
      var end = start
      let word = pairs[start].word
      while end < pairs.count && pairs[end].word == word {
        rows[end] = pairs[end].row
        end += 1
      }
      let equal = UnsafeMutableBufferPointer(rebasing: rows[start..<end])
      if keys[key].isExact {
        sort(equal, by: key + 1)
      } else {
        sort(equal, comparingFrom: key)
      }
      start = end
    }
  }

  private func sort(_ rows: UnsafeMutableBufferPointer<UInt32>, comparingFrom key: Int) {
    guard rows.count > 1 else { return }
    var rows = rows
    rows.sort { isBefore($0, $1, from: key) }
  }

  private func isBefore(_ a: UInt32, _ b: UInt32, from key: Int) -> Bool {
    for key in keys[key...] {
      let order = key.compare(Int(a), Int(b))
      if order != 0 { return order < 0 }
    }
    return a < b
  }
}
