import Cypher

/// Where the first rows of an order by a property are wanted, lets the scan that the rows begin with know from which value on
/// they come too late, as soon as there are enough better ones: it then leaves out whole blocks, and no other property of such
/// rows is read.
struct BoundScansByOrder: OptimizerRule {
  static let name = "BoundScansByOrder"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard context.assumptions != nil else { return plan }
    return plan.rewritten { plan in
      guard case .top(let keys, _, _) = plan.step, let first = keys.first else { return plan }
      let wanted = Wanted(key: first.expression, order: first, others: keys.dropFirst().map(\.expression))
      guard let bounded = Self.bounding(plan.input, wanted) else { return plan }
      var plan = plan
      plan.input = bounded
      return plan
    }
  }

  /// What the rows below are ordered by, in their own terms.
  private struct Wanted {
    var key: Expression
    let order: SortKey
    /// Expressions that are evaluated of every row further up.
    var others: [Expression]
  }

  /// The steps with an order for their scan; nil where rows might be missed: where a step hangs on more than the row, or an
  /// error would not come because the row that causes it is not read.
  private static func bounding(_ plan: LogicalPlan, _ wanted: Wanted) -> LogicalPlan? {
    var plan = plan
    var wanted = wanted
    switch plan.step {
    case .gather, .countRelationships, .distinctRelationships: break
    case .expand(let expand): if expand.isInto { return nil }
    case .filter(let predicates): wanted.others += predicates
    case .project(let projection):
      wanted.others = wanted.others.map { $0.inTerms(of: projection) } + projection.items.map(\.expression)
      wanted.key = wanted.key.inTerms(of: projection)
    default: return scan(plan, wanted)
    }
    guard let input = bounding(plan.input, wanted) else { return nil }
    plan.input = input
    return plan
  }

  private static func scan(_ plan: LogicalPlan, _ wanted: Wanted) -> LogicalPlan? {
    guard let variable = plan.testableVariable, wanted.others.allSatisfy(\.cannotFail),
      case .property(let owner, let key) = wanted.key.kind, owner.kind == .variable(variable)
    else { return nil }
    var plan = plan
    plan.step.scanConditions.order = ScanOrder(
      key: key.text, isDescending: wanted.order.isDescending, placesNullsFirst: wanted.order.placesNullsFirst)
    return plan
  }
}

extension Expression {
  /// What the expression is in terms of the rows before a projection, where it is a name or a property of one.
  func inTerms(of projection: ProjectionStep) -> Expression {
    replacing { part in
      guard case .variable(let name) = part.kind else { return nil }
      return projection.items.first { $0.name == name }?.expression
    }
  }
}
