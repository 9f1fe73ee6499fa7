import Cypher

/// Lets all workers read what an aggregation or the first rows of an order are made of, where that is much: a scan and the steps
/// that look at each row by itself.
struct ParallelFragments: OptimizerRule {
  static let name = "ParallelFragments"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard context.assumptions != nil else { return plan }
    return context.cardinality.annotated(plan).rewritten { plan in
      switch plan.step {
      case .aggregate(let aggregation)
      where (aggregation.keys + aggregation.aggregates).map(\.expression).allSatisfy(\.isSharable):
        break
      case .top(let keys, _) where keys.map(\.expression).allSatisfy(\.isSharable): break
      default: return plan
      }
      guard let rowCount = rows(readBy: plan.input), rowCount >= context.leastParallelRows else { return plan }
      var plan = plan
      plan.input = LogicalPlan(.gather, plan.input)
      return plan
    }
  }

  /// The most rows that a step of a fragment gives; nil where the steps are no fragment.
  private func rows(readBy plan: LogicalPlan) -> Double? {
    switch plan.step {
    case .relationshipScan: return plan.estimatedRows
    case .nodeScan(let scan):
      guard case .argument(let columns) = plan.input.step, columns.isEmpty else { return nil }
      switch scan.access {
      case .allNodes, .label: return plan.estimatedRows
      default: return nil
      }
    case .filter(let predicates) where predicates.allSatisfy(\.isSharable): break
    case .project(let projection) where projection.items.map(\.expression).allSatisfy(\.isSharable): break
    case .expand(let expand) where !expand.isInto: break
    case .countRelationships, .distinctRelationships: break
    default: return nil
    }
    return rows(readBy: plan.input).map { max($0, plan.estimatedRows) }
  }
}

extension Expression {
  /// False for what runs a plan of its own.
  fileprivate var isSharable: Bool {
    !contains { part in
      switch part.kind {
      case .patternPredicate, .patternComprehension, .shortestPath, .exists, .count, .collect: true
      default: false
      }
    }
  }
}
