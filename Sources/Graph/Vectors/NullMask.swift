/// Which rows of a vector are null: one bit a row, set where null. A vector without nulls has no mask at all.
public struct NullMask: Sendable {
  @usableFromInline var words: [UInt64]
  public let count: Int

  /// A mask of `count` rows, none of them null.
  @inlinable public init(count: Int) {
    self.count = count
    words = [UInt64](repeating: 0, count: (count + 63) >> 6)
  }

  /// A mask of `count` rows, row r null where bit r % 64 of word r / 64 is set; bits beyond `count` are clear.
  @inlinable public init(words: [UInt64], count: Int) {
    precondition(words.count == (count + 63) >> 6, "a null mask has one word for 64 rows")
    self.words = words
    self.count = count
  }

  /// A mask of `count` rows, all of them null.
  public static func all(_ count: Int) -> NullMask {
    var mask = NullMask(count: count)
    for row in 0..<count { mask[row] = true }
    return mask
  }

  @inlinable public subscript(row: Int) -> Bool {
    get { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }
    set {
      if newValue { words[row >> 6] |= 1 << UInt64(row & 63) } else { words[row >> 6] &= ~(1 << UInt64(row & 63)) }
    }
  }

  /// True if any row is null.
  public var hasNulls: Bool { words.contains { $0 != 0 } }

  /// The number of rows that are null. O(rows / 64).
  public var nullCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The union of two masks of the same length: null where either is.
  public static func | (a: NullMask, b: NullMask) -> NullMask {
    var result = a
    for index in result.words.indices { result.words[index] |= b.words[index] }
    return result
  }
}
