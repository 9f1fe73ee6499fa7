import Cypher
import Graph

/// Rows kept in memory, column by column, for operators that must see all of them.
struct RowStore {
  private var builders: [VectorBuilder]
  private(set) var rowCount = 0
  /// Roughly what the rows take in memory.
  private(set) var byteCount = 0

  init(columnCount: Int) {
    builders = Array(repeating: VectorBuilder(), count: columnCount)
  }

  /// Adds the selected rows of a batch, which has as many columns.
  mutating func append(_ batch: Batch) {
    let compact = batch.compacted
    for index in builders.indices { builders[index].append(contentsOf: compact.columns[index]) }
    rowCount += compact.rowCount
    byteCount += compact.byteCount
  }

  /// All rows as one long batch; the store is empty afterwards.
  mutating func finish() -> Batch {
    var columns: [Vector] = []
    for index in builders.indices { columns.append(builders[index].finish()) }
    defer { (rowCount, byteCount) = (0, 0) }
    return Batch(columns: columns, rowCount: rowCount)
  }
}

/// Gives out the rows of one long batch, in a given order, a batch at a time.
struct BatchSlicer {
  private let rows: Batch
  /// Nil for the order in which they lie.
  private let order: [UInt32]?
  private let count: Int
  private var position = 0

  init(_ rows: Batch, order: [UInt32]? = nil) {
    self.rows = rows
    self.order = order
    count = order?.count ?? rows.rowCount
  }

  /// True once all rows have been given out.
  var isExhausted: Bool { position >= count }

  mutating func next() -> Batch? {
    guard position < count else { return nil }
    let end = min(count, position + Batch.capacity)
    defer { position = end }
    if order == nil && position == 0 && end == count { return rows }
    let slice = order.map { Array($0[position..<end]) } ?? Array(UInt32(position)..<UInt32(end))
    return Batch(columns: rows.columns.map { $0.gathered(slice) }, rowCount: slice.count)
  }
}
