import Cypher

/// Evaluates what is the same for every row once in a run instead of for each row: subqueries, comprehensions, quantifiers and
/// reductions that mention no variable of the rows and call nothing that differs from call to call.
///
/// A value is made when a row first asks for it, so that a branch that no row takes raises nothing, and made anew once the
/// statement has changed the graph. A subquery without rows outside is planned as a query of its own, which other rules may then
/// count or share out. After Kim, "On Optimizing an SQL-like Nested Query", TODS 7(3), 1982: nesting of types A and N.
enum EvaluateOnce {
  static let name = "EvaluateOnce"

  /// - Parameter expression: one of those kinds.
  static func applies(to expression: Expression, over layout: RowLayout) -> Bool {
    let mentioned = expression.mentionedVariables
    return !layout.names.contains(where: mentioned.contains) && !expression.isVolatile
  }
}
