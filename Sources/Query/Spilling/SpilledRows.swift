import Cypher
import Graph

/// Rows in temporary space, in the order in which they were written. Several may stand in one file.
struct SpilledRows {
  let file: SpillFile
  private(set) var rowCount = 0
  /// Where the batches stand, one after the other.
  private var chunks: [Range<Int>] = []

  init(_ file: SpillFile) { self.file = file }

  /// Adds rows of a batch without a selection, in the order given or as they lie; they are read again in batches that take about
  /// `chunkByteCount` each, and no more rows than a batch may have.
  mutating func append(
    _ rows: Batch, order: [UInt32]? = nil, chunkByteCount: Int, _ context: ExecutionContext
  ) throws(CypherError) {
    let count = order?.count ?? rows.rowCount
    guard count > 0 else { return }
    let rowsPerChunk = max(1, min(Batch.capacity, chunkByteCount * rows.rowCount / max(1, rows.byteCount)))
    var start = 0
    while start < count {
      try context.evaluation.poll()
      let end = min(count, start + rowsPerChunk)
      try write(start == 0 && end == count && order == nil ? rows : rows.slice(start..<end, of: order), context)
      start = end
    }
  }

  private mutating func write(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    var encoder = SpillEncoder(file)
    encoder.write(batch)
    chunks.append(try file.append(encoder.bytes))
    rowCount += batch.rowCount
    context.profile?.spilledByteCount += encoder.bytes.count
  }

  func reader() -> Reader { Reader(file: file, chunks: chunks) }

  /// Gives the batches in order.
  struct Reader {
    fileprivate let file: SpillFile
    fileprivate let chunks: [Range<Int>]
    private var position = 0

    fileprivate init(file: SpillFile, chunks: [Range<Int>]) {
      self.file = file
      self.chunks = chunks
    }

    /// The next batch, without a selection; nil at the end.
    mutating func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
      try context.evaluation.poll()
      return try next()
    }

    /// The same, also when the statement has come to its end.
    mutating func next() throws(CypherError) -> Batch? {
      guard position < chunks.count else { return nil }
      defer { position += 1 }
      var decoder = SpillDecoder(try file.read(chunks[position]), file)
      return decoder.readBatch()
    }
  }
}

extension Batch {
  /// Some of the rows of an order of this batch's rows, or of the rows as they lie.
  func slice(_ places: Range<Int>, of order: [UInt32]?) -> Batch {
    let rows = order.map { Array($0[places]) } ?? Array(UInt32(places.lowerBound)..<UInt32(places.upperBound))
    return Batch(columns: columns.map { $0.gathered(rows) }, rowCount: rows.count)
  }
}
