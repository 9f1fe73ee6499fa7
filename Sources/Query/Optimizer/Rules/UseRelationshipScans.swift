import Cypher
import Graph
import GraphStorage

/// Reads relationships in the order in which they are stored instead of node by node, where a query begins with all, or most, of
/// those of some types: their properties and ends then lie side by side.
///
/// The label of the start node is not looked at where every relationship of the types has it there; see `PlanAssumption`.
struct UseRelationshipScans: OptimizerRule {
  static let name = "UseRelationshipScans"

  /// The least share of the types' relationships that the start node's label must have.
  private static let leastShare = 0.5

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard let log = context.assumptions else { return plan }
    return plan.rewritten { plan in
      guard case .expand(let expand) = plan.step, !expand.isInto, expand.direction != .both,
        case .nodeScan(let scan) = plan.input.step, scan.variable == expand.from, !scan.keepsRowsTogether,
        case .argument(let columns) = plan.input.input.step, columns.isEmpty
      else { return plan }
      let isForward = expand.direction == .outgoing
      let read = LogicalPlan(
        .relationshipScan(
          RelationshipScan(
            relationship: expand.relationship, types: expand.types, source: isForward ? expand.from : expand.to,
            target: isForward ? expand.to : expand.from, isReversed: !isForward)), plan.input.input)
      switch scan.access {
      case .allNodes: return read
      case .label(let label): return withLabel(label, at: expand.from, of: read, expand, context.snapshot, log) ?? plan
      default: return plan
      }
    }
  }

  /// Nil where too few of the relationships begin at the label.
  private func withLabel(
    _ label: String, at node: String, of read: LogicalPlan, _ expand: Expand, _ snapshot: GraphSnapshot, _ log: AssumptionLog
  ) -> LogicalPlan? {
    guard let types = expand.types.names, let id = snapshot.labelID(label) else { return nil }
    let isSource = expand.direction == .outgoing
    let assumptions = types.map { PlanAssumption.label(label, ofType: $0, isSource: isSource) }
    if assumptions.allSatisfy({ $0.holds(in: snapshot) }) {
      log.add(assumptions)
      return read
    }
    let ids = types.compactMap { snapshot.relationshipTypeID($0) }
    let total = ids.reduce(0) { $0 + snapshot.relationshipCount($1) }
    let labelled = ids.reduce(0) { $0 + snapshot.relationshipCount($1, at: id, isOutgoing: isSource) }
    guard total > 0, Double(labelled) >= Double(total) * Self.leastShare else { return nil }
    let span = SourceSpan(0, 0)
    return LogicalPlan(.filter([Expression(.hasLabels(.reference(node, span), .name(Name(label, span))), span)]), read)
  }
}
