import Cypher

/// Where only the distinct end nodes of chains matter, each is found once by breadth-first search instead of once for each chain.
///
/// For chains of 0 or 1 relationships and more whose relationships nobody reads.
struct UseDistinctEnds: OptimizerRule {
  static let name = "UseDistinctEnds"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritingRepeatableExpansions { expand, needed in
      guard !needed.contains(expand.relationships), !expand.isInto, expand.chain.allowsDistinctEnds else { return }
      expand.findsDistinctEnds = true
    }
  }
}

extension RelationshipChain {
  /// True if breadth-first search finds the ends of all such chains.
  fileprivate var allowsDistinctEnds: Bool { bounds.minimum <= 1 && each == nil && restriction == .trail }
}
