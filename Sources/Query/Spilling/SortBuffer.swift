import Cypher
import Graph
import GraphStorage

/// Rows that are to be put in order: in memory up to a share of it, beyond that in temporary space as sorted runs.
struct SortBuffer {
  private let columnCount: Int
  private var rows: KeyedRows
  private var runs: SortedRuns
  private var kept = KeptMemory()

  init(keys: [CompiledSortKey], columnCount: Int) {
    self.columnCount = columnCount
    runs = SortedRuns(keys: keys, firstKey: columnCount)
    rows = KeyedRows(keys: keys, columnCount: columnCount)
  }

  var isSpilled: Bool { !runs.isEmpty }

  /// How many rows are in memory.
  var rowCount: Int { rows.rowCount }

  /// Adds the selected rows of a batch.
  mutating func append(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    try rows.append(batch, context)
    try settle(context)
  }

  /// Adds another part's rows, which come after those here.
  mutating func append(contentsOf other: SortBuffer, _ context: ExecutionContext) throws(CypherError) {
    var other = other
    other.kept.release()
    if other.isSpilled {
      try spill(context)
      runs.append(contentsOf: other.runs)
    }
    rows.append(contentsOf: other.rows)
    try settle(context)
  }

  /// From which value of the first key on rows are not among the first, as far as `keepFirst` has shown.
  var orderBound: OrderBound? { rows.orderBound }

  /// Forgets rows that are not among the first `count`, where they are in memory.
  mutating func keepFirst(_ count: Int) { rows.keepFirst(count) }

  /// Forgets rows that are not among the first `count` of those that have the same number in a column, where they are in memory
  /// and the order begins with that number.
  mutating func keepFirst(_ count: Int, ofEach column: Int) { rows.keepFirst(count, ofEach: column) }

  private mutating func settle(_ context: ExecutionContext) throws(CypherError) {
    if rows.byteCount > context.spillShare && rows.rowCount > 1 { try spill(context) }
    try kept.set(rows.byteCount, context)
  }

  private mutating func spill(_ context: ExecutionContext) throws(CypherError) {
    guard rows.rowCount > 0 else { return }
    let (sorted, order) = rows.takeSorted()
    try runs.append(sorted, order: order, context)
  }

  /// Takes out all rows in order.
  mutating func finish(_ context: ExecutionContext) throws(CypherError) -> SortedRows {
    guard isSpilled else {
      let (all, order) = rows.takeSorted()
      return .inMemory(BatchSlicer(Batch(columns: Array(all.columns.prefix(columnCount)), rowCount: all.rowCount), order: order))
    }
    try spill(context)
    let merge = try runs.merge(context)
    try kept.set(merge.byteCount, context)
    return .onDisk(merge.rows, columnCount: columnCount, slicer: nil)
  }

  /// Gives back the memory that the rows were accounted with.
  mutating func release() { kept.release() }
}

/// Rows in order, wherever they are.
enum SortedRows {
  case inMemory(BatchSlicer)
  case onDisk(RunMerge, columnCount: Int, slicer: BatchSlicer?)

  mutating func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    switch self {
    case .inMemory(var slicer):
      let batch = slicer.next()
      self = .inMemory(slicer)
      return batch
    case .onDisk(var merge, let columnCount, var slicer):
      var batch = slicer?.next()
      while batch == nil, let rows = try merge.next(context) {
        slicer = BatchSlicer(Batch(columns: Array(rows.columns.prefix(columnCount)), rowCount: rows.rowCount))
        batch = slicer!.next()
      }
      self = .onDisk(merge, columnCount: columnCount, slicer: slicer)
      return batch
    }
  }
}
