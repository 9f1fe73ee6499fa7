import Cypher

/// A part of a pattern that shares no variable with the rows before it is evaluated once and joined to them, not once for each
/// row.
///
///     Filter a.x = b.x              Filter a.x = b.x
///       Filter b:B                    HashJoin a.x = b.x
///         NodeScan b          →         NodeScan a
///           NodeScan a                  Filter b:B
///                                         NodeScan b
///
/// An equality between both sides becomes the key of a hash join; the condition itself stays, because a key knows only
/// equivalence. What else looks at both sides, before the equality could be asked, is asked of what has been joined.
struct JoinIndependentParts: OptimizerRule {
  static let name = "JoinIndependentParts"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    let annotated = context.cardinality.annotated(plan)
    // A part begins with a scan of its own, and joins what other scans or lists give.
    guard annotated.sourceCount > 1 else { return annotated }
    return annotated.rewritten { plan in
      guard case .filter(let predicates) = plan.step else { return plan }
      return join(plan, predicates, context.cardinality) ?? plan
    }
  }

  private func join(_ plan: LogicalPlan, _ predicates: [Expression], _ cardinality: Cardinality) -> LogicalPlan? {
    guard let part = IndependentPart(above: plan.input) else { return nil }
    let left = Set(part.before.columns.map(\.name))
    let right = part.variables
    let keys = predicates.compactMap { JoinKey($0, left: left, right: right) }
    // A single row before is joined as well by looking on from it.
    guard !keys.isEmpty, part.before.estimatedRows > 2 else { return nil }
    var joined = plan
    let alone = cardinality.annotated(part.alone)
    let pairs =
      part.before.mayBeKept && part.before.estimatedRows * Self.leastRatio < alone.estimatedRows
      ? LogicalPlan(.hashJoin(keys: keys.map(\.flipped)), alone, part.before)
      : LogicalPlan(.hashJoin(keys: keys), part.before, alone)
    joined.input = part.conditions.reduce(pairs) { LogicalPlan($1, $0) }
    return joined
  }

  /// The right side of a join is kept: what comes before changes places with a part that has more than so many times its rows.
  private static let leastRatio = 2.0
}

/// Steps on top of a plan that begin with a scan and look at nothing from below it, but for conditions that can wait.
private struct IndependentPart {
  /// What comes before the scan.
  let before: LogicalPlan
  /// The steps over a single row instead.
  let alone: LogicalPlan
  let variables: Set<String>
  /// Filters that look at what comes before the scan as well, the first one first.
  let conditions: [LogicalPlan.Step]

  init?(above plan: LogicalPlan) {
    var steps: [LogicalPlan.Step] = []
    var next = plan
    while true {
      steps.append(next.step)
      guard next.step.readVariables != nil, !next.inputs.isEmpty else { return nil }
      if case .nodeScan = next.step, next.step.readVariables!.isDisjoint(with: next.input.columns.map(\.name)) { break }
      next = next.input
    }
    before = next.input
    guard !before.columns.isEmpty else { return nil }
    let known = Set(before.columns.map(\.name))
    var plan = LogicalPlan.unit
    var conditions: [LogicalPlan.Step] = []
    for step in steps.reversed() {
      if step.readVariables!.isDisjoint(with: known) {
        plan = LogicalPlan(step, plan)
        continue
      }
      switch step {
      case .filter(let predicates):
        let own = predicates.filter { $0.mentionedVariables.isDisjoint(with: known) }
        if !own.isEmpty { plan = LogicalPlan(.filter(own), plan) }
        conditions.append(.filter(predicates.filter { !$0.mentionedVariables.isDisjoint(with: known) }))
      case .distinctRelationships: conditions.append(step)
      default: return nil
      }
    }
    alone = plan
    variables = Set(alone.columns.map(\.name))
    self.conditions = conditions
  }
}

extension LogicalPlan {
  /// How many steps give rows that hang on nothing before them.
  fileprivate var sourceCount: Int {
    let count = inputs.reduce(0) { $0 + $1.sourceCount }
    switch step {
    case .nodeScan, .unwind: return count + 1
    default: return count
    }
  }
}

extension LogicalPlan {
  /// False where rows come in an order that whoever wrote the query may count on, are handed in, or change the graph.
  fileprivate var mayBeKept: Bool {
    !contains { step in
      switch step {
      case .sort, .top, .rowsOfEach, .limit, .skip: true
      case .argument(let columns): !columns.isEmpty
      default: step.updates
      }
    }
  }
}

extension JoinKey {
  fileprivate var flipped: JoinKey { JoinKey(left: right, right: left) }

  /// The key that an equality between the two sides gives.
  fileprivate init?(_ predicate: Expression, left: Set<String>, right: Set<String>) {
    guard case .comparison(let operands, let operators) = predicate.kind, operators == [.equal] else { return nil }
    let sides = operands.map { $0.mentionedVariables }
    let isForward = !sides[0].isDisjoint(with: left) && sides[0].isDisjoint(with: right) && sides[1].isSubset(of: right)
    let isBackward = !sides[1].isDisjoint(with: left) && sides[1].isDisjoint(with: right) && sides[0].isSubset(of: right)
    if isForward && !sides[1].isEmpty {
      self.init(left: operands[0], right: operands[1])
    } else if isBackward && !sides[0].isEmpty {
      self.init(left: operands[1], right: operands[0])
    } else {
      return nil
    }
  }
}
