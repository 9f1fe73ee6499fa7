import Cypher
import Graph

/// The rows handed in from outside, given out once.
final class Argument: Operator {
  /// Set before a run by whoever runs the plan above; any number of rows.
  var batch: Batch { didSet { rest = nil } }
  /// What is left of more rows than a batch may have.
  @exclusivity(unchecked) private var rest: BatchSlicer?
  @exclusivity(unchecked) private var isGivenOut = false

  init(layout: RowLayout, batch: Batch = .unit) {
    self.batch = batch
    super.init(layout: layout, inputs: [])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if let slice = rest?.next() { return slice }
    guard !isGivenOut else { return nil }
    isGivenOut = true
    guard batch.rowCount > Batch.capacity else { return batch.selectedCount > 0 ? batch : nil }
    rest = BatchSlicer(batch.compacted)
    return rest?.next()
  }

  override var isReusable: Bool { true }

  override func reset() {
    isGivenOut = false
    rest = nil
  }
}
