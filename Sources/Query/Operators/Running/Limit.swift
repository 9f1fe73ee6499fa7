import Cypher
import Graph

/// The first rows; asks for no batch more than they need.
final class Limit: Operator {
  private let count: RowCountExpression
  /// True where the graph is updated below: that is done even if no row is wanted.
  private let isAboveUpdate: Bool
  private var left: Int?

  init(input: Operator, count: RowCountExpression, isAboveUpdate: Bool) {
    self.count = count
    self.isAboveUpdate = isAboveUpdate
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let left: Int
    if let known = self.left {
      left = known
    } else {
      left = try count.value(context)
      // The first batch comes after all updates, because they stand below an `Eager`.
      if left == 0 && isAboveUpdate { _ = try input.next(context) }
    }
    self.left = left
    guard left > 0, let batch = try input.next(context) else { return nil }
    self.left = left - min(left, batch.selectedCount)
    if batch.selectedCount <= left { return batch }
    return batch.narrowed(to: Array(batch.selectedRows.prefix(left)))
  }

  override var isReusable: Bool { true }

  override var isExhausted: Bool { left == 0 || (left != nil && input.isExhausted) }

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

  override var isReusable: Bool { true }

  override func reset() { left = nil }
}
