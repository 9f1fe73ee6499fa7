import Cypher
import Graph

/// The rows handed in from outside, given out once.
final class Argument: Operator {
  enum Rows {
    /// Any number of them.
    case batch(Batch)
    /// Some columns of what an operator has buffered.
    case buffer(RowBuffer, columns: [Int])
  }

  /// Set before a run by whoever runs the plan above.
  var rows: Rows { didSet { rest = nil } }
  /// What is left of more rows than a batch may have.
  @exclusivity(unchecked) private var rest: BatchSlicer?
  @exclusivity(unchecked) private var reader: RowBuffer.Reader?
  @exclusivity(unchecked) private var isGivenOut = false

  init(layout: RowLayout, batch: Batch = .unit) {
    rows = .batch(batch)
    super.init(layout: layout, inputs: [])
  }

  /// How many rows were handed in.
  var rowCount: Int {
    switch rows {
    case .batch(let batch): batch.selectedCount
    case .buffer(let buffer, _): buffer.rowCount
    }
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    switch rows {
    case .batch(let batch):
      if let slice = rest?.next() { return slice }
      guard !isGivenOut else { return nil }
      isGivenOut = true
      guard batch.rowCount > Batch.capacity else { return batch.selectedCount > 0 ? batch : nil }
      rest = BatchSlicer(batch.compacted)
      return rest?.next()
    case .buffer(let buffer, let columns):
      if reader == nil { reader = buffer.reader() }
      guard let batch = try reader!.next() else { return nil }
      return Batch(columns: columns.map { batch.columns[$0] }, rowCount: batch.rowCount, selection: batch.selection)
    }
  }

  override var isReusable: Bool { true }

  override var isExhausted: Bool { if case .batch = rows { isGivenOut && rest == nil } else { false } }

  override func reset() {
    isGivenOut = false
    (rest, reader) = (nil, nil)
  }
}
