import Cypher
import Graph
import GraphStorage

/// Drops the check of a label that every node at that end of the relationships followed has anyway.
///
/// Plans made with it hold only as long as the assumptions do: the engine checks them before each run. Statements that update
/// are left alone, because they could break an assumption on the way.
struct DropImpliedLabels: OptimizerRule {
  static let name = "DropImpliedLabels"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard let log = context.assumptions else { return plan }
    return plan.rewritten { plan in
      guard case .filter(let predicates) = plan.step else { return plan }
      let left = predicates.filter { !isImplied($0, by: plan.input, context, log) }
      return left.isEmpty ? plan.input : LogicalPlan(.filter(left), plan.input)
    }
  }

  private func isImplied(
    _ predicate: Expression, by input: LogicalPlan, _ context: OptimizerContext, _ log: AssumptionLog
  ) -> Bool {
    guard case .hasLabels(let owner, .name(let label)) = predicate.kind, case .variable(let name) = owner.kind,
      case .expand(let expand) = input.step, expand.to == name, !expand.isInto
    else { return false }
    let assumptions = Self.assumptions(expand, label: label.text)
    guard !assumptions.isEmpty, assumptions.allSatisfy({ $0.holds(in: context.snapshot) }) else { return false }
    log.add(assumptions)
    return true
  }

  private static func assumptions(_ expand: Expand, label: String) -> [PlanAssumption] {
    (expand.types.names ?? []).flatMap { type -> [PlanAssumption] in
      switch expand.direction {
      case .outgoing: [.label(label, ofType: type, isSource: false)]
      case .incoming: [.label(label, ofType: type, isSource: true)]
      case .both: [true, false].map { PlanAssumption.label(label, ofType: type, isSource: $0) }
      }
    }
  }
}
