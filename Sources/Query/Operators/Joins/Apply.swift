import Cypher
import Graph
import GraphStorage

/// Runs the inner plan over the rows that come in, as `kind` says: the rows that it gives, those and the rows for which it gives
/// none, or the rows that came in.
///
/// Rows carry their number through the inner plan, so that a whole batch goes through it at a time. A plan that looks at several
/// rows together, or that changes the graph, runs for one row after the other instead.
final class Apply: Operator {
  /// Where a column of the output comes from.
  enum Source {
    /// A column of the rows that came in.
    case outer(Int)
    /// A column that the inner plan adds.
    case inner(Int)
  }

  struct Shape {
    var kind: ApplyStep.Kind
    var isRowByRow: Bool
    /// Where the row number stands in what the inner plan gives; nil where it is not needed.
    var rowNumber: Int?
    var sources: [Source]
    /// What is done is committed after so many rows; nil where the statement is one transaction.
    var batchRowCount: RowCountExpression?
  }

  private let shape: Shape
  private let inner: Operator
  private let handedRows: [HandedRows]
  private var outer: Batch?
  /// The first row of `outer` that the inner plan has not begun with.
  private var position = 0
  private var isMatched: [Bool] = []
  /// What was gathered and not given out yet.
  private var gathered: RowBuffer.Reader?
  private var buffer = RowBuffer()
  /// How many rows are gathered at least before they are given out, one row after the other: few at first, in case no more are
  /// wanted.
  private var wantedRowCount = 1
  /// What has come in and was not begun with, and how many rows are begun with at a time: few at first for the same reason.
  private var rest: (rows: Batch, position: Int)?
  private var sliceRowCount = Apply.leastSliceRowCount

  private static let leastSliceRowCount = 64
  /// Rows for which the inner plan ran since the last commit.
  private var uncommittedRowCount = 0

  init(layout: RowLayout, input: Operator, inner: Operator, handedRows: [HandedRows], shape: Shape) {
    self.inner = inner
    self.handedRows = handedRows
    self.shape = shape
    super.init(layout: layout, inputs: [input, inner])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if outer == nil {
        guard let batch = try nextRows(context) else { return nil }
        begin(batch)
      }
      if !shape.isRowByRow {
        if let found = try nextOfBatch(context) { return found }
      } else {
        if let found = try gathered?.next() { return found }
        try gatherRowByRow(context)
      }
    }
  }

  private func nextRows(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if rest == nil { rest = try input.next(context).map { ($0.compacted, 0) } }
    guard let (rows, position) = rest else { return nil }
    let end = shape.isRowByRow ? rows.rowCount : min(rows.rowCount, position + sliceRowCount)
    rest = end == rows.rowCount ? nil : (rows, end)
    sliceRowCount = min(8 * sliceRowCount, Batch.capacity)
    if position == 0 && end == rows.rowCount { return rows }
    return rows.narrowed(to: Array(UInt32(position)..<UInt32(end))).compacted
  }

  private func begin(_ batch: Batch) {
    outer = batch
    position = 0
    isMatched = [Bool](repeating: false, count: batch.rowCount)
    if !shape.isRowByRow { hand(batch) }
  }

  private func hand(_ rows: Batch) {
    inner.restart()
    for handed in handedRows { handed.hand(rows) }
  }

  // MARK: - A whole batch at a time

  /// The next rows of the batch that is being worked on; nil, and `outer` too, at its end.
  private func nextOfBatch(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let found = try inner.next(context)?.compacted {
      if shape.kind == .unit { continue }
      return matched(found)
    }
    defer { outer = nil }
    switch shape.kind {
    case .rows: return nil
    case .optional: return unmatched()
    case .unit: return outerRows(Array(0..<UInt32(outer!.rowCount)))
    }
  }

  private func matched(_ found: Batch) -> Batch {
    guard case .integers(let numbers) = found.columns[shape.rowNumber!].storage else {
      preconditionFailure("row numbers pass through the inner plan unchanged")
    }
    let rows = numbers.map { UInt32($0) }
    for row in rows { isMatched[Int(row)] = true }
    return joined(rows) { found.columns[$0] }
  }

  private func unmatched() -> Batch? {
    let rows = (0..<UInt32(outer!.rowCount)).filter { !isMatched[Int($0)] }
    return rows.isEmpty ? nil : outerRows(rows)
  }

  /// These rows of the batch that came in, with null in the new columns.
  private func outerRows(_ rows: [UInt32]) -> Batch { joined(rows) { _ in Vector.nulls(count: rows.count) } }

  private func joined(_ rows: [UInt32], _ innerColumn: (Int) -> Vector) -> Batch {
    let columns = shape.sources.map { source in
      switch source {
      case .outer(let index): outer!.columns[index].gathered(rows)
      case .inner(let index): innerColumn(index)
      }
    }
    return Batch(columns: columns, rowCount: rows.count)
  }

  // MARK: - One row after the other

  /// Runs the inner plan for rows until enough are gathered; at the end of the batch nothing is gathered, and `outer` is nil.
  private func gatherRowByRow(_ context: ExecutionContext) throws(CypherError) {
    let rowCount = outer!.rowCount
    var store = RowStore(columnCount: layout.count)
    buffer.release()
    while position < rowCount, buffer.rowCount + store.rowCount < wantedRowCount {
      try context.evaluation.poll()
      let row = UInt32(position)
      hand(outer!.row(row))
      try gather(row, into: &store, context)
      position += 1
      if let batch = shape.batchRowCount { try commit(each: batch, context) }
    }
    wantedRowCount = min(2 * wantedRowCount, Batch.capacity)
    if store.rowCount > 0 { try buffer.append(store.finish(), context) }
    if buffer.rowCount > 0 { gathered = buffer.reader() } else { (gathered, outer) = (nil, nil) }
  }

  private func commit(each batchRowCount: RowCountExpression, _ context: ExecutionContext) throws(CypherError) {
    uncommittedRowCount += 1
    guard uncommittedRowCount >= (try batchRowCount.value(context)) else { return }
    uncommittedRowCount = 0
    guard let transaction = context.transaction else { return }
    try asCypherError { () throws(StorageError) in try transaction.commitAndContinue() }
    context.showChanges()
  }

  private func gather(_ row: UInt32, into store: inout RowStore, _ context: ExecutionContext) throws(CypherError) {
    var isFound = false
    while let found = try inner.next(context)?.compacted {
      if shape.kind == .unit { continue }
      isFound = true
      store.append(joined([UInt32](repeating: row, count: found.rowCount)) { found.columns[$0] })
      if store.rowCount >= Batch.capacity || store.byteCount > context.spillChunkByteCount {
        try buffer.append(store.finish(), context)
      }
    }
    let isMissing = shape.kind == .unit || (shape.kind == .optional && !isFound)
    if isMissing { store.append(outerRows([row])) }
  }

  override var maySpill: Bool { shape.isRowByRow }

  override var isReusable: Bool { true }

  override func reset() {
    outer = nil
    isMatched = []
    position = 0
    gathered = nil
    buffer.release()
    wantedRowCount = 1
    (rest, sliceRowCount) = (nil, Self.leastSliceRowCount)
    uncommittedRowCount = 0
  }
}

/// How rows reach a plan that runs over them.
struct HandedRows {
  let argument: Argument
  /// Which column of the rows each column of the argument is; nil for their number.
  let columns: [Int?]

  /// - Parameter rows: a batch without a selection.
  func hand(_ rows: Batch) {
    argument.rows = .batch(
      Batch(
        columns: columns.map { $0.map { rows.columns[$0] } ?? Vector(.integers(Array(0..<Int64(rows.rowCount)))) },
        rowCount: rows.rowCount))
  }

  /// Hands rows in that may lie in temporary space; they have no numbers.
  func hand(_ rows: RowBuffer) { argument.rows = .buffer(rows, columns: columns.map { $0! }) }
}
