import Cypher
import Graph

/// Where the keys of groups, or the columns of distinct rows, determine the node of the scan that the rows begin with, groups are
/// finished node by node: the table of them stays in the cache however many there are, none waits for the last row, and parts of
/// the scan, which have no group in common, are grouped by different workers (`ParallelFragments`).
///
/// The scan of a pattern is chosen with this in mind (`OrderPatterns`). Grouping what arrives in the order of a key goes back to
/// Graefe, "Query Evaluation Techniques for Large Databases", ACM Computing Surveys 1993.
struct GroupAlongScans: OptimizerRule {
  static let name = "GroupAlongScans"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard let log = context.assumptions else { return plan }
    return plan.rewritten { plan in
      guard let keys = plan.keysWorthOrder, let scan = ScannedNode(below: plan.input),
        let reason = KeyReason(keys, determine: scan, context)
      else { return plan }
      var plan = plan
      switch plan.step {
      case .aggregate(var aggregation):
        aggregation.along = scan.name
        plan.step = .aggregate(aggregation)
      case .distinct: plan.step = .distinct(along: scan.name)
      default: return plan
      }
      if case .assumption(let assumption) = reason { log.add([assumption]) }
      plan.input = plan.input.keepingRowsTogether
      return plan
    }
  }
}

extension LogicalPlan {
  /// The keys of groups that are worth having in the order of a scan; nil where there are none. A single key, such as an id, is
  /// looked up in an array anyway, unless each group holds values of its own.
  var keysWorthOrder: [Expression]? {
    switch step {
    case .aggregate(let aggregation):
      guard aggregation.keys.count > 1 || aggregation.aggregates.contains(where: \.expression.keepsValues) else { return nil }
      return aggregation.keys.map(\.expression)
    case .distinct:
      let names = input.columns.map(\.name)
      return names.count > 1 ? names.map { .reference($0, SourceSpan(0, 0)) } : nil
    default: return nil
    }
  }
}

extension Expression {
  /// True for an aggregate call that keeps values of each group.
  fileprivate var keepsValues: Bool {
    guard case .function(let call) = kind else { return false }
    return call.isDistinct || call.name.text.lowercased() == "collect"
  }
}

/// The node of the scan that the rows of a plan begin with, where they come node by node.
private struct ScannedNode {
  /// What the variable is called by now.
  let name: String
  let label: String?

  init?(below plan: LogicalPlan) {
    switch plan.step {
    case .nodeScan(let scan):
      guard case .argument(let columns) = plan.input.step, columns.isEmpty else { return nil }
      name = scan.variable
      switch scan.access {
      case .allNodes: label = nil
      case .label(let only): label = only
      default: return nil
      }
    case .varLengthExpand(let expand) where expand.mergesStarts: return nil
    case .filter, .expand, .varLengthExpand, .countRelationships, .distinctRelationships, .unwind, .assemblePath, .restrictPath:
      guard let node = ScannedNode(below: plan.input) else { return nil }
      self = node
    case .project(let projection):
      guard let node = ScannedNode(below: plan.input) else { return nil }
      if projection.kept.contains(node.name) {
        self = node
      } else {
        guard let item = projection.items.first(where: { $0.expression.kind == .variable(node.name) }) else { return nil }
        (name, label) = (item.name, node.label)
      }
    default: return nil
    }
  }
}

/// Why keys determine a node.
private enum KeyReason {
  case isKey
  case assumption(PlanAssumption)

  init?(_ keys: [Expression], determine node: ScannedNode, _ context: OptimizerContext) {
    if keys.contains(where: { $0.kind == .variable(node.name) }) {
      self = .isKey
      return
    }
    guard let label = node.label, let assumption = keys.uniqueProperty(of: node.name, label, context) else { return nil }
    self = .assumption(assumption)
  }
}

extension [Expression] {
  /// That one of the keys is a property which tells all nodes of a label apart.
  func uniqueProperty(of name: String, _ label: String, _ context: OptimizerContext) -> PlanAssumption? {
    for case .property(let owner, let key) in map(\.kind) where owner.kind == .variable(name) {
      let assumption = PlanAssumption.distinctValues(key: key.text, ofLabel: label)
      if assumption.holds(in: context.snapshot) { return assumption }
    }
    return nil
  }
}

extension LogicalPlan {
  /// The plan with a scan at its beginning whose rows come together.
  fileprivate var keepingRowsTogether: LogicalPlan {
    var plan = self
    if case .nodeScan(var scan) = step {
      scan.keepsRowsTogether = true
      plan.step = .nodeScan(scan)
    } else {
      plan.input = input.keepingRowsTogether
    }
    return plan
  }
}
