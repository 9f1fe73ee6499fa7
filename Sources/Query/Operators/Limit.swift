import Cypher
import Graph

/// The first rows; asks for no batch more than they need.
final class Limit: Operator {
  private let count: RowCountExpression
  private var left: Int?

  init(input: Operator, count: RowCountExpression) {
    self.count = count
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let left: Int
    if let known = self.left { left = known } else { left = try count.value(context) }
    self.left = left
    guard left > 0, let batch = try input.next(context) else { return nil }
    self.left = left - min(left, batch.selectedCount)
    if batch.selectedCount <= left { return batch }
    return batch.narrowed(to: Array(batch.selectedRows.prefix(left)))
  }

  override func reset() { left = nil }
}

/// All rows but the first.
final class Skip: Operator {
  private let count: RowCountExpression
  private var left: Int?

  init(input: Operator, count: RowCountExpression) {
    self.count = count
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    var left: Int
    if let known = self.left { left = known } else { left = try count.value(context) }
    while let batch = try input.next(context) {
      let skipped = min(left, batch.selectedCount)
      left -= skipped
      self.left = left
      if skipped == 0 { return batch }
      if skipped < batch.selectedCount { return batch.narrowed(to: Array(batch.selectedRows.dropFirst(skipped))) }
    }
    self.left = left
    return nil
  }

  override func reset() { left = nil }
}
