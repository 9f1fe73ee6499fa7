import Cypher
import Graph

/// The rows handed in from outside: one batch, given out once.
final class Argument: Operator {
  /// Set before a run by whoever runs the plan above.
  var batch: Batch
  private var isGivenOut = false

  init(layout: RowLayout, batch: Batch = .unit) {
    self.batch = batch
    super.init(layout: layout, inputs: [])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard !isGivenOut else { return nil }
    isGivenOut = true
    return batch.selectedCount > 0 ? batch : nil
  }

  override func reset() { isGivenOut = false }
}
