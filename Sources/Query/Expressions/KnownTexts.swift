import Graph

/// A few strings known before a run, to make columns of: rows have their codes, as stored strings have, and what groups or compares
/// by code need not look at the texts.
struct KnownTexts: Sendable {
  private let pool: StringPool
  /// One a string; nil for null.
  private let codes: [StringPool.Code?]

  /// Nil unless all values are known, and are strings or null; nil too where all are null.
  init?(_ values: [Value?]) {
    let pool = StringPool.unshared()
    var codes: [StringPool.Code?] = []
    for value in values {
      switch value {
      case .string(let text)?: codes.append(pool.intern(text))
      case .null?: codes.append(nil)
      default: return nil
      }
    }
    guard pool.count > 0 else { return nil }
    self.pool = pool
    self.codes = codes
  }

  /// A column whose rows are to be put in; what the others have counts for nothing.
  func column(rowCount: Int) -> Column {
    Column(texts: self, rows: Array(repeating: 0, count: rowCount), nulls: codes.contains(nil) ? NullMask(count: rowCount) : nil)
  }

  struct Column {
    fileprivate let texts: KnownTexts
    fileprivate var rows: [StringPool.Code]
    fileprivate var nulls: NullMask?

    /// Gives rows the string at a place.
    mutating func put(_ place: Int, in rows: [UInt32]) {
      if let code = texts.codes[place] {
        for row in rows { self.rows[Int(row)] = code }
      } else {
        for row in rows { nulls?[Int(row)] = true }
      }
    }

    var vector: Vector { Vector(.strings(rows, texts.pool), nulls: nulls) }
  }
}
