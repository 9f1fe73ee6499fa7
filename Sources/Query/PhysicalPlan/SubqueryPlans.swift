import Cypher
import Graph
import Synchronization

/// The plan of a subquery in an expression, and what becomes of its rows.
struct SubqueryPlan: Sendable {
  let logical: LogicalPlan
  let answer: SubqueryAnswer
  /// The column that the answer is made of, where it is made of one.
  let resultColumn: String
  /// The column of the plan's rows that says which row outside each belongs to; nil for a plan that reads nothing of them.
  let rowNumber: String?
  /// True if the plan runs for one row outside at a time.
  let isRowByRow: Bool

  init(logical: LogicalPlan, answer: SubqueryAnswer, resultColumn: String, rowNumber: String?) {
    self.logical = logical
    self.answer = answer
    self.resultColumn = resultColumn
    self.rowNumber = rowNumber
    // Rows of a batch keep their order for each row outside, whatever stands between them.
    isRowByRow = rowNumber.map { logical.mustRunRowByRow($0, keepsOrder: false) } ?? true
  }
}

/// The plans of one statement's subqueries: each is made when an operator is first made of it, and serves every later run.
final class SubqueryPlans: Sendable {
  private struct Entry: Sendable {
    let expression: Expression
    let columns: [RowLayout.Column]
    let plan: SubqueryPlan
  }

  private let entries = Mutex<[Entry]>([])

  /// The plan for `expression` over rows with `columns`, or what `make` gives. A look-up compares the places of all subqueries of
  /// the statement first, so it costs little beside a run.
  func plan(
    for expression: Expression, over columns: [RowLayout.Column], _ make: () throws(CypherError) -> SubqueryPlan
  ) throws(CypherError) -> SubqueryPlan {
    let known = entries.withLock { entries in
      entries.first { $0.expression.span == expression.span && $0.columns == columns && $0.expression == expression }?.plan
    }
    if let known { return known }
    let plan = try make()
    entries.withLock { $0.append(Entry(expression: expression, columns: columns, plan: plan)) }
    return plan
  }
}
