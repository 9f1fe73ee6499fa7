import Cypher

/// Lets all workers read what an aggregation or the first rows of an order are made of, where that is much: a scan and the steps
/// that look at each row by itself, with subqueries if need be, or several such one after the other. What is the same for every
/// row is evaluated before. Groups and distinct rows that hang on the node of the scan (`GroupAlongScans`) are found by the
/// workers, too.
struct ParallelFragments: OptimizerRule {
  static let name = "ParallelFragments"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard context.assumptions != nil else { return plan }
    return context.cardinality.annotated(plan).rewritten { plan in
      if plan.step.isAlongScan {
        return isWorthReading(plan, context) ? LogicalPlan(.gather, plan.withoutGather) : plan
      }
      var plan = plan
      switch plan.step {
      case .limit:
        plan.input = plan.input.withoutGather
        return plan
      case .aggregate(let aggregation) where isWorthSharing(aggregation, over: plan.input, context.cardinality): break
      case .top(let keys, _, _) where keys.map(\.expression).allSatisfy(\.isSharable): break
      default: return plan
      }
      guard isWorthReading(plan.input, context) else { return plan }
      plan.input = LogicalPlan(.gather, plan.input.withoutGather)
      return plan
    }
  }

  private func isWorthReading(_ plan: LogicalPlan, _ context: OptimizerContext) -> Bool {
    guard let rowCount = rows(readBy: plan) else { return false }
    return rowCount >= context.leastParallelRows
  }

  /// False where putting together what the workers have found would take as long as finding it: of nearly as many groups as rows,
  /// and of distinct values, unless they are nodes or relationships of a single group that are only counted: bitmaps are put
  /// together then.
  private func isWorthSharing(_ aggregation: Aggregation, over input: LogicalPlan, _ cardinality: Cardinality) -> Bool {
    let expressions = (aggregation.keys + aggregation.aggregates).map(\.expression)
    guard expressions.allSatisfy(\.isSharable),
      aggregation.aggregates.allSatisfy({
        !$0.expression.isDistinctCall || (aggregation.keys.isEmpty && countsElements($0.expression, of: input))
      })
    else { return false }
    let labels = labels(in: input)
    let groupCount = aggregation.keys.reduce(1.0) { $0 * cardinality.valueCount(of: $1.expression, labels: labels) }
    return groupCount * Self.leastGroupSize <= (rows(readBy: input) ?? 0)
  }

  private func countsElements(_ call: Expression, of input: LogicalPlan) -> Bool {
    guard case .function(let call) = call.kind, call.name.text.lowercased() == "count",
      case .variable(let name)? = call.arguments.first?.kind
    else { return false }
    return [.node, .relationship].contains(input.kind(of: name))
  }

  /// How many rows a group must have on average.
  private static let leastGroupSize = 8.0

  /// The label that each variable of a fragment is known to have.
  private func labels(in plan: LogicalPlan) -> [String: String] {
    var labels = plan.inputs.first.map { self.labels(in: $0) } ?? [:]
    switch plan.step {
    case .nodeScan(let scan): if case .label(let label) = scan.access { labels[scan.variable] = label }
    case .filter(let predicates):
      for case .hasLabels(let owner, .name(let label)) in predicates.map(\.kind) {
        if case .variable(let name) = owner.kind { labels[name] = label.text }
      }
    default: break
    }
    return labels
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
    case .unwind(let unwinding) where unwinding.list.isSharable: break
    case .aggregate(let aggregation):
      let expressions = (aggregation.keys + aggregation.aggregates).map(\.expression)
      guard aggregation.along != nil, expressions.allSatisfy(\.isSharable) else { return nil }
    case .distinct(let along): if along == nil { return nil }
    case .union:
      let parts = plan.inputs.map { rows(readBy: $0) }
      return parts.contains(nil) ? nil : parts.reduce(0) { $0 + $1! }
    case .countRelationships, .distinctRelationships, .gather: break
    default: return nil
    }
    return rows(readBy: plan.input).map { max($0, plan.estimatedRows) }
  }
}

extension LogicalPlan {
  /// The plan without the gather among its uppermost steps: whoever takes the rows in will have one of its own, or wants only the
  /// first of them.
  fileprivate var withoutGather: LogicalPlan {
    switch step {
    case .gather: return input
    case .filter, .project, .skip: break
    case .aggregate, .distinct: if !step.isAlongScan { return self }
    default: return self
    }
    var plan = self
    plan.input = input.withoutGather
    return plan
  }
}

extension LogicalPlan.Step {
  fileprivate var isAlongScan: Bool {
    switch self {
    case .aggregate(let aggregation): aggregation.along != nil
    case .distinct(let along): along != nil
    default: false
    }
  }
}

extension Cardinality {
  /// How many values a key is expected to have; few where the statistics say nothing.
  fileprivate func valueCount(of key: Expression, labels: [String: String]) -> Double {
    switch key.kind {
    case .variable(let name): return labels[name].map { nodeCount(label: $0) } ?? 1
    case .property(let owner, let key):
      guard case .variable(let name) = owner.kind, let label = labels[name] else { return 1 }
      let share = equalitySelectivity(label: label, key: key.text)
      return share > 0 ? 1 / share : 1
    default: return 1
    }
  }
}

extension Expression {
  /// False where a subquery does something else than to look for patterns, such as to call a procedure. Each worker makes itself
  /// the operators of a subquery.
  fileprivate var isSharable: Bool {
    !containsClauseAnywhere { clause in
      switch clause.kind {
      case .match, .unwind, .with, .return, .let, .filter, .for, .order, .finish, .subquery: false
      default: true
      }
    }
  }
}
