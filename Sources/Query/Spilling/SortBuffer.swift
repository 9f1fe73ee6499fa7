import Cypher
import Graph
import GraphStorage

/// Rows that are to be put in order: in memory up to a share of it, beyond that in temporary space as sorted runs.
struct SortBuffer {
  private let keys: [CompiledSortKey]
  private let columnCount: Int
  private var rows: KeyedRows
  private var runs: [SpilledRows] = []
  /// Holds the runs.
  private var file: SpillFile?
  private var kept = KeptMemory()

  init(keys: [CompiledSortKey], columnCount: Int) {
    self.keys = keys
    self.columnCount = columnCount
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
      runs += other.runs
    }
    rows.append(contentsOf: other.rows)
    try settle(context)
  }

  /// From which value of the first key on rows are not among the first, as far as `keepFirst` has shown.
  var orderBound: OrderBound? { rows.orderBound }

  /// Forgets rows that are not among the first `count`, where they are in memory.
  mutating func keepFirst(_ count: Int) { rows.keepFirst(count) }

  private mutating func settle(_ context: ExecutionContext) throws(CypherError) {
    if rows.byteCount > context.spillShare && rows.rowCount > 1 { try spill(context) }
    try kept.set(rows.byteCount, context)
  }

  private mutating func spill(_ context: ExecutionContext) throws(CypherError) {
    guard rows.rowCount > 0 else { return }
    if file == nil { file = try context.evaluation.temporarySpace.makeFile() }
    let (sorted, order) = rows.takeSorted()
    var run = SpilledRows(file!)
    try run.append(sorted, order: order, chunkByteCount: context.spillChunkByteCount, context)
    runs.append(run)
  }

  /// Takes out all rows in order.
  mutating func finish(_ context: ExecutionContext) throws(CypherError) -> SortedRows {
    guard isSpilled else {
      let (all, order) = rows.takeSorted()
      return .inMemory(BatchSlicer(Batch(columns: Array(all.columns.prefix(columnCount)), rowCount: all.rowCount), order: order))
    }
    try spill(context)
    while runs.count > RunMerge.largestRunCount { try mergeOnce(context) }
    try kept.set(runs.count * 2 * context.spillChunkByteCount, context)
    defer { runs = [] }
    return .onDisk(try RunMerge(runs, keys: keys, firstKey: columnCount, context), columnCount: columnCount, slicer: nil)
  }

  /// Merges every few runs into one, in a new file; their order among each other stays.
  private mutating func mergeOnce(_ context: ExecutionContext) throws(CypherError) {
    let file = try context.evaluation.temporarySpace.makeFile()
    var merged: [SpilledRows] = []
    for start in stride(from: 0, to: runs.count, by: RunMerge.largestRunCount) {
      let group = Array(runs[start..<min(runs.count, start + RunMerge.largestRunCount)])
      var merge = try RunMerge(group, keys: keys, firstKey: columnCount, context)
      var run = SpilledRows(file)
      while let rows = try merge.next(context) { try run.append(rows, chunkByteCount: context.spillChunkByteCount, context) }
      merged.append(run)
    }
    (runs, self.file) = (merged, file)
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
