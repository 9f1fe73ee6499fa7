import Cypher

/// Where only the distinct end nodes of chains matter, each is found once by breadth-first search instead of once for each chain.
///
/// The rule looks for an aggregation whose calls are all `count(DISTINCT …)`, `collect(DISTINCT …)`, `min` or `max`, or for
/// DISTINCT, and follows the rows down through filters to a chain of 0 or 1 relationships and more whose relationships nobody
/// reads.
struct UseDistinctEnds: OptimizerRule {
  static let name = "UseDistinctEnds"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      var plan = plan
      switch plan.step {
      case .aggregate(let aggregation) where aggregation.aggregates.allSatisfy(\.expression.ignoresRepetition):
        let items = aggregation.keys + aggregation.aggregates
        plan.input = prune(plan.input, needed: items.reduce(into: []) { $0.formUnion($1.expression.mentionedVariables) })
      case .distinct:
        plan.input = prune(plan.input, needed: Set(plan.input.columns.map(\.name)))
      default: break
      }
      return plan
    }
  }

  /// `needed` are the variables that the steps above read.
  private func prune(_ plan: LogicalPlan, needed: Set<String>) -> LogicalPlan {
    var plan = plan
    switch plan.step {
    case .filter(let predicates):
      let used = predicates.reduce(into: needed) { $0.formUnion($1.mentionedVariables) }
      plan.input = prune(plan.input, needed: used)
    case .project(let projection):
      var used = Set(projection.kept)
      for item in projection.items { used.formUnion(item.expression.mentionedVariables) }
      plan.input = prune(plan.input, needed: used)
    case .varLengthExpand(var expand):
      guard !needed.contains(expand.relationships), !expand.isInto, expand.chain.allowsDistinctEnds else { break }
      expand.findsDistinctEnds = true
      plan.step = .varLengthExpand(expand)
    default: break
    }
    return plan
  }
}

extension Expression {
  /// True for an aggregate call that takes no notice of how often a value comes.
  fileprivate var ignoresRepetition: Bool {
    guard case .function(let call) = kind else { return false }
    return call.isDistinct || ["min", "max"].contains(call.name.text.lowercased())
  }
}

extension RelationshipChain {
  /// True if breadth-first search finds the ends of all such chains.
  fileprivate var allowsDistinctEnds: Bool { bounds.minimum <= 1 && each == nil && restriction == .trail }
}
