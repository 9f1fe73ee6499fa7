import Cypher
import Graph

/// Hands all rows at once to a plan that takes them in at several places, and gives what that plan gives.
final class Feed: Operator {
  private let inner: Operator
  private let handedRows: [HandedRows]
  private var rows = RowBuffer()
  private var isFed = false

  init(input: Operator, inner: Operator, handedRows: [HandedRows]) {
    self.inner = inner
    self.handedRows = handedRows
    super.init(layout: inner.layout, inputs: [input, inner])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if !isFed { try feed(context) }
    return try inner.next(context)
  }

  private func feed(_ context: ExecutionContext) throws(CypherError) {
    while let batch = try input.next(context) { try rows.append(batch, context) }
    inner.restart()
    for handed in handedRows { handed.hand(rows) }
    isFed = true
  }

  override var maySpill: Bool { true }

  override var isReusable: Bool { true }

  override func reset() {
    isFed = false
    for handed in handedRows { handed.argument.rows = .batch(.unit) }
    rows.release()
  }
}
