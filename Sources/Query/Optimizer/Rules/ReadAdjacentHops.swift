import Cypher

/// Where a path repeats one relationship of which nothing more is asked than its types and direction, its repetitions are read
/// straight from the graph's adjacency instead of running a plan for them; from both ends at once, a search then walks the
/// compressed rows themselves (`AdjacencySearch`).
struct ReadAdjacentHops: OptimizerRule {
  static let name = "ReadAdjacentHops"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      var plan = plan
      let isAdjacent = plan.inputs.dropFirst().allSatisfy { $0.bareExpand != nil }
      switch plan.step {
      case .searchPaths(var search) where isAdjacent:
        search.readsAdjacency = true
        plan.step = .searchPaths(search)
      case .repeatPath(var path) where isAdjacent:
        path.readsAdjacency = true
        plan.step = .repeatPath(path)
      default: break
      }
      return plan
    }
  }
}

extension LogicalPlan {
  /// The expand that is all that a plan does for the one node handed in, if that is so.
  var bareExpand: Expand? {
    guard case .expand(let expand) = step, !expand.isInto, case .argument(let columns) = input.step, columns.count == 1,
      columns[0].name == expand.from
    else { return nil }
    return expand
  }
}
