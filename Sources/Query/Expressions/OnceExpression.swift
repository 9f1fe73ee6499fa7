import Cypher
import Graph

/// An expression whose value is the same for every row: evaluated for the first row that asks for it, and again where the
/// statement has changed the graph since.
struct OnceExpression: CompiledExpression {
  private final class Answer {
    var value = Value.null
    /// The version of the graph that it was made of; nil before it is made.
    var snapshotVersion: Int?
  }

  private let expression: any CompiledExpression
  private let key = MemoryKey()

  init(_ expression: any CompiledExpression) { self.expression = expression }

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    guard let row = batch.selection.map(\.first) ?? (batch.rowCount > 0 ? 0 : nil) else { return .nulls(count: batch.rowCount) }
    let answer = try context.remembered(key) { () throws(CypherError) in Answer() }
    if answer.snapshotVersion != context.snapshotVersion {
      let first = Batch(columns: batch.columns.map { $0.gathered([row]) }, rowCount: 1)
      answer.value = try expression.evaluate(first, context)[0]
      answer.snapshotVersion = context.snapshotVersion
    }
    return Vector(.constant(answer.value, count: batch.rowCount))
  }
}
