import Graph

/// The rows of one side of a hash join, found by their keys.
struct JoinTable {
  private let columnCount: Int
  private let keyCount: Int
  private var store: RowStore
  private var table: GroupTable
  /// The group of each row.
  private var groups: [UInt32] = []
  /// The rows of group n are `memberRows[memberStarts[n] ..< memberStarts[n + 1]]`, once the table is finished.
  private var memberStarts: [Int] = []
  private var memberRows: [UInt32] = []
  /// All rows, without their keys, once the table is finished.
  private(set) var rows: Batch?

  init(columnCount: Int, keyCount: Int) {
    self.columnCount = columnCount
    self.keyCount = keyCount
    store = RowStore(columnCount: columnCount)
    table = GroupTable(columnCount: keyCount)
  }

  /// Roughly what the table will take in memory.
  var byteCount: Int { store.byteCount + table.byteCount + groups.count * 8 + table.count * 8 }

  /// Adds the rows of a batch without a selection, whose last columns are the keys.
  mutating func append(_ batch: Batch) {
    groups += table.groups(of: Array(batch.columns.suffix(keyCount)), selection: nil, rowCount: batch.rowCount)
    store.append(Batch(columns: Array(batch.columns.prefix(columnCount)), rowCount: batch.rowCount))
  }

  /// Takes out the rows as they came, keys in the last columns; the table is empty afterwards.
  mutating func takeRows() -> Batch {
    let keys = table.keys().map { $0.gathered(groups) }
    let rows = store.finish()
    self = JoinTable(columnCount: columnCount, keyCount: keyCount)
    return Batch(columns: rows.columns + keys, rowCount: rows.rowCount)
  }

  /// No more rows come: puts the rows of each group together, in their order.
  mutating func finish() {
    rows = store.finish()
    memberStarts = [Int](repeating: 0, count: table.count + 1)
    for group in groups { memberStarts[Int(group) + 1] += 1 }
    for group in 0..<table.count { memberStarts[group + 1] += memberStarts[group] }
    var next = memberStarts
    memberRows = [UInt32](repeating: 0, count: groups.count)
    for (row, group) in groups.enumerated() {
      memberRows[next[Int(group)]] = UInt32(row)
      next[Int(group)] += 1
    }
    groups = []
  }

  /// For each row of the other side the places of the rows here that have its keys: none where there are none.
  mutating func places(of keys: [Vector], rows: [UInt32]) -> [Range<Int>] {
    table.existingGroups(of: keys, rows: rows).map { group in
      group.map { memberStarts[Int($0)]..<memberStarts[Int($0) + 1] } ?? 0..<0
    }
  }

  /// The rows at such places.
  func rows(at places: [Range<Int>]) -> [UInt32] {
    var rows: [UInt32] = []
    rows.reserveCapacity(places.reduce(0) { $0 + $1.count })
    memberRows.withUnsafeBufferPointer { members in
      for range in places { for place in range { rows.append(members[place]) } }
    }
    return rows
  }
}
