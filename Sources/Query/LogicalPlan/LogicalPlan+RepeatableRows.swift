import Cypher

extension LogicalPlan {
  /// The plan with the chains changed by `change` that make rows of which nobody counts how often they come.
  ///
  /// Such rows end in an aggregation whose calls are all `count(DISTINCT …)`, `collect(DISTINCT …)`, `min` or `max`, or in
  /// DISTINCT; between those and the chain stand only steps that treat each row for itself. `needed` are the variables that the
  /// steps above the chain read.
  func rewritingRepeatableExpansions(
    _ change: (_ expand: inout VarLengthExpand, _ needed: Set<String>) -> Void
  ) -> LogicalPlan {
    rewritten { plan in
      var plan = plan
      switch plan.step {
      case .aggregate(let aggregation) where aggregation.aggregates.allSatisfy(\.expression.ignoresRepetition):
        let items = aggregation.keys + aggregation.aggregates
        let needed = items.reduce(into: Set<String>()) { $0.formUnion($1.expression.mentionedVariables) }
        plan.input = plan.input.changingExpansions(needed: needed, change)
      case .distinct:
        plan.input = plan.input.changingExpansions(needed: Set(plan.input.columns.map(\.name)), change)
      default: break
      }
      return plan
    }
  }

  private func changingExpansions(
    needed: Set<String>, _ change: (_ expand: inout VarLengthExpand, _ needed: Set<String>) -> Void
  ) -> LogicalPlan {
    var plan = self
    var below = needed
    switch step {
    case .filter(let predicates): for predicate in predicates { below.formUnion(predicate.mentionedVariables) }
    case .project(let projection):
      below.formIntersection(projection.kept)
      for item in projection.items { below.formUnion(item.expression.mentionedVariables) }
    case .expand(let expand):
      below.subtract([expand.relationship])
      if !expand.isInto { below.remove(expand.to) }
      below.formUnion(expand.isInto ? [expand.from, expand.to] : [expand.from])
    case .varLengthExpand(var expand):
      change(&expand, needed)
      plan.step = .varLengthExpand(expand)
      below.subtract([expand.relationships])
      if !expand.isInto { below.remove(expand.to) }
      below.formUnion(expand.isInto ? [expand.from, expand.to] : [expand.from])
      below.formUnion(expand.chain.each?.readVariables ?? [])
    default: return self
    }
    plan.input = plan.input.changingExpansions(needed: below, change)
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
