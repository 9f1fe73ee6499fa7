import Cypher

/// Moves a condition that follows WITH into the pattern before it, where the WITH only passes variables on.
///
/// A condition on a projected name is rewritten to what the name stands for; one that comes after SKIP, LIMIT, DISTINCT or an
/// aggregation stays where it is.
struct PushDownFilters: OptimizerRule {
  static let name = "PushDownFilters"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .filter(let predicates) = plan.step else { return plan }
      return push(predicates, into: plan.input)
    }
  }

  /// `input` with the predicates applied to its rows, as far down as they go.
  private func push(_ predicates: [Expression], into input: LogicalPlan) -> LogicalPlan {
    var input = input
    switch input.step {
    case .match(var graph):
      graph.predicates += predicates
      input.step = .match(graph)
      return input
    case .project(let projection):
      let movable = predicates.filter { $0.isMovable(below: projection) }
      guard !movable.isEmpty else { return LogicalPlan(.filter(predicates), input) }
      input.input = push(movable.map { $0.inTerms(of: projection) }, into: input.input)
      let staying = predicates.filter { !$0.isMovable(below: projection) }
      return staying.isEmpty ? input : LogicalPlan(.filter(staying), input)
    default: return LogicalPlan(.filter(predicates), input)
    }
  }
}

extension Expression {
  /// True if every name that the expression mentions passes the projection unchanged or stands for another variable.
  fileprivate func isMovable(below projection: ProjectionStep) -> Bool {
    !hasOwnScope
      && mentionedVariables.allSatisfy { name in
        if let item = projection.items.first(where: { $0.name == name }) { return item.expression.isVariable }
        return projection.kept.contains(name)
      }
  }

  private var isVariable: Bool { if case .variable = kind { true } else { false } }
}
