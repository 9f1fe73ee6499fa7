import Cypher
import Graph

/// An expression made ready to run over batches: variables are column numbers, functions are found, constants are folded.
///
/// Compiled expressions hold no state of a run, so that one may be used by several workers at once; what a run needs to keep
/// lies in the `EvaluationContext`.
package protocol CompiledExpression: Sendable {
  /// The value of every selected row, as a vector of `batch.rowCount` rows.
  ///
  /// Rows that are not selected hold anything and raise no error: so CASE, AND, OR and coalesce evaluate a branch with the
  /// selection narrowed to the rows that take it. The cost of a call is spread over the batch; never call it a row at a time.
  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector

  /// The value where it is the same for every row of every run (a literal, or what was folded into one).
  var constantValue: Value? { get }
}

extension CompiledExpression {
  package var constantValue: Value? { nil }
}

/// A condition made ready to narrow selections, in three-valued logic.
package protocol CompiledPredicate: Sendable {
  /// The selected rows of `batch`, ascending, for which the condition is exactly `truth`; rows for which it is null belong to
  /// neither.
  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32]
}

extension CompiledPredicate {
  /// The selected rows for which the condition holds: what WHERE keeps.
  package func select(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    try select(true, batch, context)
  }
}

/// What compiles the expressions that hold a pattern or a query of their own. The planner is one.
package protocol SubqueryPlanner {
  /// `compiled`, or where `expression` may be evaluated for one row and its value taken for all, what does so.
  func evaluatingOnce(
    _ compiled: any CompiledExpression, _ expression: Expression, layout: RowLayout
  ) -> any CompiledExpression

  /// Compiles a `patternPredicate`, `exists`, `count`, `collect`, `patternComprehension` or `shortestPath`; `layout` names the
  /// variables of the rows it will be evaluated over, the local variables of enclosing comprehensions included.
  func compileSubquery(_ expression: Expression, layout: RowLayout) throws(CypherError) -> any CompiledExpression
}
