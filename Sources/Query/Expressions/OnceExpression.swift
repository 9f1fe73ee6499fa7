import Cypher
import Graph

/// An expression whose value is the same for every row: evaluated for the first row that asks for it, and again where the
/// statement has changed the graph since.
struct OnceExpression: CompiledExpression {
  private let expression: any CompiledExpression
  /// How many columns the rows have.
  private let columnCount: Int
  private let key = MemoryKey()

  init(_ expression: any CompiledExpression, columnCount: Int) {
    self.expression = expression
    self.columnCount = columnCount
  }

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    guard let row = batch.selection.map(\.first) ?? (batch.rowCount > 0 ? 0 : nil) else { return .nulls(count: batch.rowCount) }
    let value = try context.runValue(key) { () throws(CypherError) in
      let first = Batch(columns: batch.columns.map { $0.gathered([row]) }, rowCount: 1)
      return try expression.evaluate(first, context)[0]
    }
    return Vector(.constant(value, count: batch.rowCount))
  }

  /// Evaluates it although no row has asked yet, so that workers need not do it each for itself. An error waits for a row.
  func prepare(_ context: EvaluationContext) {
    let row = Batch(columns: Array(repeating: .nulls(count: 1), count: columnCount), rowCount: 1)
    _ = try? evaluate(row, context)
  }
}
