import Cypher
import Graph

/// Gives some of the input's columns and new ones that expressions yield.
final class Project: Operator {
  private let kept: [Int]
  private let expressions: [any CompiledExpression]
  @exclusivity(unchecked) private var batches = HalvedBatches()

  init(layout: RowLayout, input: Operator, kept: [Int], expressions: [any CompiledExpression]) {
    self.kept = kept
    self.expressions = expressions
    super.init(layout: layout, inputs: [input])
  }

  override var isReusable: Bool { true }

  override var isExhausted: Bool { batches.isEmpty && input.isExhausted }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    try batches.next(input, context) { (batch) throws(CypherError) in
      var columns: [Vector] = []
      columns.reserveCapacity(kept.count + expressions.count)
      for place in kept { columns.append(batch.columns[place]) }
      for expression in expressions { columns.append(try expression.evaluate(batch, context.evaluation)) }
      return Batch(columns: columns, rowCount: batch.rowCount, selection: batch.selection)
    }
  }

  override func reset() { batches = HalvedBatches() }

  override func makePart(_ range: Range<Int>) -> Operator? {
    input.part(range).map { Project(layout: layout, input: $0, kept: kept, expressions: expressions) }
  }
}
