import Cypher
import Graph

/// Rows in the order in which they came, for operators that must see all of them before they give one: in memory up to a share of
/// it, what passes that in temporary space. They can be read as often as wanted.
struct RowBuffer {
  /// What came after that which is in temporary space.
  private var batches: [Batch] = []
  private var spilled: SpilledRows?
  private var kept = KeptMemory()
  private(set) var rowCount = 0

  /// Adds the selected rows of a batch, which may have more rows than one that is given out.
  mutating func append(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    batches.append(batch)
    rowCount += batch.selectedCount
    let byteCount = kept.byteCount + batch.byteCount
    if byteCount > context.spillShare { try spill(context) } else { try kept.set(byteCount, context) }
  }

  private mutating func spill(_ context: ExecutionContext) throws(CypherError) {
    if spilled == nil { spilled = SpilledRows(try context.evaluation.temporarySpace.makeFile()) }
    let chunkByteCount = context.spillChunkByteCount
    // Small batches go together.
    var pending = RowStore(columnCount: batches[0].columns.count)
    for batch in batches {
      pending.append(batch)
      if pending.byteCount >= chunkByteCount { try spilled!.append(pending.finish(), chunkByteCount: chunkByteCount, context) }
    }
    try spilled!.append(pending.finish(), chunkByteCount: chunkByteCount, context)
    batches = []
    try kept.set(0, context)
  }

  func reader() -> Reader { Reader(spilled: spilled?.reader(), batches: batches) }

  /// Forgets the rows.
  mutating func release() {
    kept.release()
    self = RowBuffer()
  }

  /// Gives the rows, in batches of no more than a batch may have.
  struct Reader {
    private var spilled: SpilledRows.Reader?
    private let batches: [Batch]
    private var position = 0
    private var slicer: BatchSlicer?

    fileprivate init(spilled: SpilledRows.Reader?, batches: [Batch]) {
      self.spilled = spilled
      self.batches = batches
    }

    /// The next batch; nil at the end.
    mutating func next() throws(CypherError) -> Batch? {
      if let batch = try spilled?.next() { return batch }
      if let slice = slicer?.next() { return slice }
      guard position < batches.count else { return nil }
      defer { position += 1 }
      let batch = batches[position]
      guard batch.rowCount > Batch.capacity else { return batch }
      slicer = BatchSlicer(batch.compacted)
      return slicer!.next()
    }
  }
}
