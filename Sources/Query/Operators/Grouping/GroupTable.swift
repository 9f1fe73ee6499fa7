import Graph

/// Numbers the distinct rows of some key columns: the core of grouping, DISTINCT and hash joins.
///
/// Each column's values are encoded as words and numbered; the numbers of several columns are put together two at a time, as
/// words again. Columns of one type are encoded in place (an id, a number, a string's code); strings of several pools go to one
/// of the column's own first, and a column whose type changes from batch to batch, or that holds composite values, is numbered
/// by a `ValueInterner`. Values are told apart by equivalence.
struct GroupTable {
  private var columns: [KeyColumn]
  /// For each column its values.
  private var values: [WordNumbering]
  /// The n-th numbers what the first n + 1 columns have in common, together with column n + 1.
  private var pairs: [WordNumbering]
  private var hasRows = false

  init(columnCount: Int) {
    columns = Array(repeating: KeyColumn(), count: columnCount)
    values = Array(repeating: WordNumbering(), count: columnCount)
    pairs = Array(repeating: WordNumbering(isSparse: true), count: max(0, columnCount - 1))
  }

  /// The number of groups.
  var count: Int { pairs.last?.count ?? values.last?.count ?? (hasRows ? 1 : 0) }

  /// Roughly what the table takes in memory.
  var byteCount: Int {
    columns.reduce(0) { $0 + $1.byteCount } + (values + pairs).reduce(0) { $0 + $1.byteCount }
  }

  /// The group of each of `rows`; groups that are new are added, in the order in which they come.
  mutating func groups(of keys: [Vector], rows: [UInt32]) -> [UInt32] {
    groups(of: keys, selection: rows, rowCount: 0)
  }

  /// The group of each row of a selection, or of all `rowCount` rows.
  mutating func groups(of keys: [Vector], selection: [UInt32]?, rowCount: Int) -> [UInt32] {
    let count = selection?.count ?? rowCount
    if count > 0 { hasRows = true }
    guard !keys.isEmpty else { return [UInt32](repeating: 0, count: count) }
    var groups = numbers(of: keys[0], 0, selection, count)
    for column in 1..<max(1, keys.count) {
      let next = numbers(of: keys[column], column, selection, count)
      groups = pairs[column - 1].numbers(of: Self.paired(groups, next), nulls: nil)
    }
    return groups
  }

  /// The group of each of `rows`, nil where the table has none.
  mutating func existingGroups(of keys: [Vector], rows: [UInt32]) -> [UInt32?] {
    guard !keys.isEmpty else { return rows.map { _ in hasRows ? 0 : nil } }
    var groups: [UInt32?] = []
    groups.reserveCapacity(rows.count)
    for (column, key) in keys.enumerated() {
      if !columns[column].takes(key) { widen(column, for: key) }
      let (words, nulls) = columns[column].encodeKnown(key, rows, rows.count)
      for place in rows.indices {
        let isNull = nulls.map { $0[place] } ?? false
        let number = isNull ? values[column].nullNumber : values[column].existingNumber(of: words[place])
        if column == 0 {
          groups.append(number)
        } else {
          guard let group = groups[place], let number else {
            groups[place] = nil
            continue
          }
          groups[place] = pairs[column - 1].existingNumber(of: Self.pair(group, number))
        }
      }
    }
    return groups
  }

  /// The keys of all groups, one vector a column.
  func keys() -> [Vector] {
    guard !columns.isEmpty else { return [] }
    var groups = Array(0..<UInt32(count))
    var keys: [Vector] = []
    for column in columns.indices.reversed() {
      var numbers = groups
      if column > 0 {
        let pairs = groups.map { self.pairs[column - 1].words[Int($0)] }
        numbers = pairs.map { UInt32(truncatingIfNeeded: $0) }
        groups = pairs.map { UInt32($0 >> 32) }
      }
      keys.append(decode(numbers, column))
    }
    return keys.reversed()
  }

  private func decode(_ numbers: [UInt32], _ column: Int) -> Vector {
    let values = self.values[column]
    var nulls = NullMask(count: numbers.count)
    if let null = values.nullNumber {
      for (place, number) in numbers.enumerated() where number == null { nulls[place] = true }
    }
    return columns[column].decode(numbers.map { values.words[Int($0)] }, nulls)
  }

  // MARK: - Encoding

  private mutating func numbers(of key: Vector, _ column: Int, _ selection: [UInt32]?, _ count: Int) -> [UInt32] {
    if case .constant(.null, _) = key.storage {
      return count == 0 ? [] : [UInt32](repeating: values[column].numberOfNull(), count: count)
    }
    let (words, nulls) = encode(key, column, selection, count)
    return values[column].numbers(of: words, nulls: nulls)
  }

  private mutating func encode(
    _ key: Vector, _ column: Int, _ selection: [UInt32]?, _ count: Int
  ) -> (words: [UInt64], nulls: NullMask?) {
    if !columns[column].takes(key) { widen(column, for: key) }
    return columns[column].encode(key, selection, count)
  }

  /// Goes over to an encoding of a column that a vector has room in as well.
  private mutating func widen(_ column: Int, for key: Vector) {
    let typed = columns[column]
    var wider = typed.widened(for: key)
    values[column].replaceWords { wider.word(of: $0, in: typed) }
    columns[column] = wider
  }

  private static func pair(_ group: UInt32, _ number: UInt32) -> UInt64 { UInt64(group) << 32 | UInt64(number) }

  private static func paired(_ groups: [UInt32], _ numbers: [UInt32]) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: groups.count) { words, count in
      for place in 0..<groups.count { words[place] = pair(groups[place], numbers[place]) }
      count = groups.count
    }
  }
}
