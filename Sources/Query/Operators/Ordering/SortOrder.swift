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
    rows.withUnsafeMutableBufferPointer { sort($0, by: 0) }
    return rows
  }

  /// Sorts rows that the keys before `key` leave equal, and that are in their order.
  private func sort(_ rows: UnsafeMutableBufferPointer<UInt32>, by key: Int) {
    guard key < keys.count, rows.count > 1 else { return }
    guard rows.count >= Self.fewRows, let words = keys[key].words else {
      return sort(rows, comparingFrom: key)
    }
    words.withUnsafeBufferPointer { words in
      sort(rows, byWord: { words[Int($0)] }) { equal in
        if keys[key].isExact { sort(equal, by: key + 1) } else { sort(equal, byTextOf: key, from: 8) }
      }
    }
  }

  /// Sorts rows by a word each; `body` sorts those of equal words.
  private func sort(
    _ rows: UnsafeMutableBufferPointer<UInt32>, byWord word: (UInt32) -> UInt64,
    _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    var pairs = rows.map { WordAndRow(word: word($0), row: $0) }
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
  private func sort(_ rows: UnsafeMutableBufferPointer<UInt32>, byTextOf key: Int, from byte: Int) {
    guard rows.count >= Self.fewRows, byte < Self.longestPrefix, let texts = keys[key].texts else {
      return sort(rows, comparingFrom: key)
    }
    if texts.areEqual(rows) { return sort(rows, by: key + 1) }
    sort(rows, byWord: { texts.word(of: $0, from: byte) }) { sort($0, byTextOf: key, from: byte + 8) }
  }

  private func sort(_ rows: UnsafeMutableBufferPointer<UInt32>, comparingFrom key: Int) {
    guard rows.count > 1 else { return }
    var rows = rows
    withWords { words in rows.sort { isBefore($0, $1, from: key, words) } }
  }

  /// Calls `body` with the words of each key, nil for one without.
  private func withWords(
    _ known: [UnsafePointer<UInt64>?] = [], _ body: (UnsafeBufferPointer<UnsafePointer<UInt64>?>) -> Void
  ) {
    guard known.count < keys.count else { return known.withUnsafeBufferPointer(body) }
    guard let words = keys[known.count].words else { return withWords(known + [nil], body) }
    words.withUnsafeBufferPointer { withWords(known + [$0.baseAddress], body) }
  }

  /// Reads words through their addresses: for most rows they decide, and nothing is retained for a comparison.
  @inline(__always)
  private func isBefore(
    _ a: UInt32, _ b: UInt32, from first: Int, _ words: UnsafeBufferPointer<UnsafePointer<UInt64>?>
  ) -> Bool {
    for key in first..<words.count {
      if let words = words[key], words[Int(a)] != words[Int(b)] { return words[Int(a)] < words[Int(b)] }
      let order = orderBeyondWords(a, b, key)
      if order != 0 { return order < 0 }
    }
    return a < b
  }

  @inline(never)
  private func orderBeyondWords(_ a: UInt32, _ b: UInt32, _ key: Int) -> Int {
    keys[key].isExact && keys[key].words != nil ? 0 : keys[key].compare(Int(a), Int(b))
  }
}
