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
  /// Strings that have more bytes than this in common are sorted by comparing.
  private static let longestPrefix = 512

  /// - Parameter keys: key columns of the same number of rows, the most significant first.
  init(_ keys: [Column], rowCount: Int) {
    self.keys = keys.map { SortKeyColumn($0, rowCount: rowCount) }
    self.rowCount = rowCount
  }

  /// The rows in order; rows with equal keys stay in their order.
  ///
  /// A key that fits into words is sorted by radix, O(n), and the next one orders only the rows that it leaves equal. So are
  /// strings, eight bytes at a time; other keys take O(n log n) comparisons.
  func sortedRows() -> [UInt32] {
    var rows = Array(0..<UInt32(rowCount))
    withAddresses { addresses in rows.withUnsafeMutableBufferPointer { sort($0, by: 0, addresses) } }
    return rows
  }

  /// Where comparisons find what they read of each key: so nothing is retained for one.
  private typealias Addresses = UnsafeBufferPointer<SortKeyColumn.Address>

  private func withAddresses(_ known: [SortKeyColumn.Address] = [], _ body: (Addresses) -> Void) {
    guard known.count < keys.count else { return known.withUnsafeBufferPointer(body) }
    keys[known.count].withAddress { withAddresses(known + [$0], body) }
  }

  /// Sorts rows that the keys before `key` leave equal, and that are in their order.
  private func sort(_ rows: UnsafeMutableBufferPointer<UInt32>, by key: Int, _ addresses: Addresses) {
    guard key < keys.count, rows.count > 1 else { return }
    guard rows.count >= Self.fewRows, let words = addresses[key].words else {
      return sort(rows, comparingFrom: key, addresses)
    }
    sort(rows, by: rows.map { WordAndRow(word: words[Int($0)], row: $0) }) { equal in
      if addresses[key].isExact { sort(equal, by: key + 1, addresses) } else { sort(equal, byTextOf: key, from: 8, addresses) }
    }
  }

  /// Sorts rows by the word of each; `body` sorts those of equal words.
  private func sort(
    _ rows: UnsafeMutableBufferPointer<UInt32>, by words: [WordAndRow], _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    var pairs = words
    RadixSort.sort(&pairs)
    var start = 0
    while start < pairs.count {
      var end = start
      let word = pairs[start].word
      while end < pairs.count && pairs[end].word == word {
        rows[end] = pairs[end].row
        end += 1
      }
      body(UnsafeMutableBufferPointer(rebasing: rows[start..<end]))
      start = end
    }
  }

  /// Sorts rows whose strings of a key are alike up to `byte`, by the words that follow.
  private func sort(_ rows: UnsafeMutableBufferPointer<UInt32>, byTextOf key: Int, from byte: Int, _ addresses: Addresses) {
    guard rows.count >= Self.fewRows, byte < Self.longestPrefix, let texts = keys[key].texts else {
      return sort(rows, comparingFrom: key, addresses)
    }
    if texts.areEqual(rows) { return sort(rows, by: key + 1, addresses) }
    sort(rows, by: texts.words(of: rows, from: byte)) { sort($0, byTextOf: key, from: byte + 8, addresses) }
  }

  private func sort(_ rows: UnsafeMutableBufferPointer<UInt32>, comparingFrom key: Int, _ addresses: Addresses) {
    guard rows.count > 1 else { return }
    var rows = rows
    rows.sort { isBefore($0, $1, from: key, addresses) }
  }

  @inline(__always)
  private func isBefore(_ a: UInt32, _ b: UInt32, from first: Int, _ addresses: Addresses) -> Bool {
    for key in first..<addresses.count {
      let order = addresses[key].order(Int(a), Int(b)) ?? keys[key].compare(Int(a), Int(b))
      if order != 0 { return order < 0 }
    }
    return a < b
  }
}
