import Cypher
import Graph

/// The same value in every row.
struct ConstantExpression: CompiledExpression {
  let value: Value

  init(_ value: Value) { self.value = value }

  var constantValue: Value? { value }

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    Vector(.constant(value, count: batch.rowCount))
  }
}

/// `$name`: the same value in every row of a run.
struct ParameterExpression: CompiledExpression {
  let name: String
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    guard let value = context.parameter(name) else {
      throw CypherError(.parameterMissing, .missingParameter, phase: .runtime, "parameter `$\(name)` was not given", at: span)
    }
    return Vector(.constant(value, count: batch.rowCount))
  }
}

/// A variable: a column of the batch as it is.
struct ColumnExpression: CompiledExpression {
  let column: Int

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector { batch.columns[column] }
}
