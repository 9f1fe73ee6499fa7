import Cypher

/// Runs a `CALL { … }` that a query begins with, and which thus runs once for a row without columns, as a part of the query.
///
///     Apply                        Union
///       Argument                     NodeByLabelScan d
///       Union                  →       Argument
///         NodeByLabelScan d          NodeByLabelScan e
///           Argument row               Argument
///         NodeByLabelScan e
///           Argument row
struct InlineSubqueries: OptimizerRule {
  static let name = "InlineSubqueries"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .apply(let apply) = plan.step, apply.kind == .rows, apply.batchRowCount == nil,
        case .argument(let columns) = plan.input.step, columns.isEmpty, !plan.inputs[1].contains(where: \.updates)
      else { return plan }
      // Subqueries in it begin a query now, too.
      return plan.inputs[1].without(apply.rowNumber).map { self.apply(to: $0, context) } ?? plan
    }
  }
}

extension LogicalPlan {
  /// The plan without a column that no step does anything with but hand it on; nil where one does.
  fileprivate func without(_ column: String) -> LogicalPlan? {
    var plan = self
    switch step {
    case .argument(let columns): plan.step = .argument(columns.filter { $0.name != column })
    case .project(var projection):
      projection.kept.removeAll { $0 == column }
      plan.step = .project(projection)
    case .aggregate(let aggregation):
      if aggregation.everyRow == column || aggregation.keys.contains(where: { $0.name == column }) { return nil }
    case .sort(let keys), .top(let keys, _, _):
      if keys.contains(where: { $0.expression.kind == .variable(column) }) { return nil }
    case .rowsOfEach(let rows): if rows.rowNumber == column { return nil }
    default: break
    }
    for place in inputs.indices {
      guard let input = inputs[place].without(column) else { return nil }
      plan.inputs[place] = input
    }
    return plan
  }
}
