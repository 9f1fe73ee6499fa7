import Cypher
import Graph

/// `left operator right` for the six comparison operators, as a vector or as a condition.
struct ComparisonExpression: CompiledExpression, CompiledPredicate {
  let `operator`: ComparisonOperator
  let left: any CompiledExpression
  let right: any CompiledExpression

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let left = try self.left.evaluate(batch, context)
    let right = try self.right.evaluate(batch, context)
    if case (.constant(let a, _), .constant(let b, _)) = (left.storage, right.storage) {
      return Vector(.constant(ComparisonKernel.truth(`operator`, a, b).map(Value.boolean) ?? .null, count: batch.rowCount))
    }
    return ComparisonKernel(`operator`, left, right).run(batch, BooleanSink())
  }

  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    let left = try self.left.evaluate(batch, context)
    let right = try self.right.evaluate(batch, context)
    return ComparisonKernel(`operator`, left, right).run(batch, SelectionSink(truth: truth))
  }
}

extension ComparisonOperator {
  /// The operator that says the same with its operands exchanged.
  var flipped: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
