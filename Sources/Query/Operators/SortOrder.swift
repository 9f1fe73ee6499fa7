import Graph

/// The order of rows by some key columns, in openCypher's orderability.
struct SortOrder {
  /// One key column and the way in which it orders rows.
  struct Column {
    var values: Vector
    var isDescending: Bool
    var placesNullsFirst: Bool
  }

  private let keys: [Key]
  private let rowCount: Int

  /// - Parameter keys: key columns of the same number of rows, the most significant first.
  init(_ keys: [Column], rowCount: Int) {
    self.keys = keys.map { Key($0, rowCount: rowCount) }
    self.rowCount = rowCount
  }

  /// The rows in order; rows with equal keys stay in their order. O(n log n) comparisons.
  func sortedRows() -> [UInt32] {
    if keys.count == 1, case .words(let words) = keys[0] { return Self.sorted(words) }
    var rows = Array(0..<UInt32(rowCount))
    rows.sort { isBefore($0, $1) }
    return rows
  }

  private static func sorted(_ words: [UInt64]) -> [UInt32] {
    var pairs = words.enumerated().map { (word: $1, row: UInt32($0)) }
    pairs.sort { $0.word != $1.word ? $0.word < $1.word : $0.row < $1.row }
    return pairs.map(\.row)
  }

  private func isBefore(_ a: UInt32, _ b: UInt32) -> Bool {
    for key in keys {
      switch key {
      case .words(let words):
        let (x, y) = (words[Int(a)], words[Int(b)])
        if x != y { return x < y }
      case .values(let values, let isDescending, let placesNullsFirst):
        let (x, y) = (values[Int(a)], values[Int(b)])
        if x.isNull != y.isNull { return x.isNull == placesNullsFirst }
        let ordering = x.ordering(against: y)
        if ordering != .equal { return (ordering == .less) != isDescending }
      }
    }
    return a < b
  }

  /// One key column, made ready to compare.
  private enum Key {
    /// Words whose order as unsigned numbers is the order wanted, nulls and direction included.
    case words([UInt64])
    case values([Value], isDescending: Bool, placesNullsFirst: Bool)

    init(_ column: Column, rowCount: Int) {
      // The word of null is the greatest one, so that turning the order around puts it first.
      let putsNullsWithGreatest = column.placesNullsFirst == column.isDescending
      guard putsNullsWithGreatest || column.values.nulls == nil, let words = Self.words(of: column.values) else {
        self = .values(
          (0..<rowCount).map { column.values[$0] }, isDescending: column.isDescending,
          placesNullsFirst: column.placesNullsFirst)
        return
      }
      self = .words(column.isDescending ? words.map { ~$0 } : words)
    }

    /// Nil where the column's values do not fit into words that leave one free for null.
    private static func words(of column: Vector) -> [UInt64]? {
      let nulls = column.nulls
      switch column.storage {
      case .nodes(let ids): return masked(ids.map { UInt64($0.rawValue) }, nulls)
      case .relationships(let ids): return masked(ids.map { UInt64($0.rawValue) }, nulls)
      case .booleans(let flags): return masked(flags.map { $0 ? 1 : 0 }, nulls)
      case .integers(let numbers), .dates(let numbers):
        return masked(numbers.map { UInt64(bitPattern: $0) ^ (1 << 63) }, nulls)
      case .floats(let numbers): return masked(numbers.map { word(of: $0) }, nulls)
      case .strings, .values: return nil
      case .constant(_, let count): return [UInt64](repeating: 0, count: count)
      }
    }

    private static func masked(_ words: [UInt64], _ nulls: NullMask?) -> [UInt64]? {
      guard let nulls else { return words }
      var words = words
      for row in words.indices {
        if nulls[row] { words[row] = .max } else if words[row] == .max { return nil }
      }
      return words
    }

    /// Negative numbers have all bits turned, others the sign bit; NaN comes after infinity.
    private static func word(of number: Double) -> UInt64 {
      if number.isNaN { return .max - 1 }
      let bits = (number == 0 ? 0 : number).bitPattern
      return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }
  }
}
