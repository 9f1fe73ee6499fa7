import Cypher
import GraphStorage

/// Takes the least and the greatest value of a property, over all nodes of a label, from the ends of an index, and the number of
/// the nodes from the store.
///
/// Whether the index holds every node, so that no null and no NaN is missing in it, and values of one type only, is seen when the
/// statement runs; otherwise the nodes are read.
struct ReadIndexEnds: OptimizerRule {
  static let name = "ReadIndexEnds"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .aggregate(var aggregation) = plan.step, aggregation.keys.isEmpty, aggregation.multiplicity == nil,
        case .nodeScan(let scan) = plan.input.step, case .label(let label) = scan.access,
        case .argument(let columns) = plan.input.input.step, columns.isEmpty
      else { return plan }
      let indexed = context.cardinality.indexes(label: label).filter { $0.kind == .range && $0.keys.count == 1 }.map {
        $0.keys[0]
      }
      let aggregates = aggregation.aggregates.compactMap { $0.expression.indexEnd(of: scan.variable, indexed) }
      // Counting alone is no slower from the nodes.
      guard aggregates.count == aggregation.aggregates.count, aggregates.contains(where: \.isEnd) else { return plan }
      aggregation.ends = IndexEnds(label: label, aggregates: aggregates)
      return LogicalPlan(.aggregate(aggregation), plan.input)
    }
  }
}

extension IndexEnds.Aggregate {
  fileprivate var isEnd: Bool { if case .count = self { false } else { true } }
}

extension Expression {
  /// What of an index this aggregate call is, if it is any.
  fileprivate func indexEnd(of variable: String, _ indexed: [String]) -> IndexEnds.Aggregate? {
    guard case .function(let call) = kind else {
      if case .countAll = kind { return .count }
      return nil
    }
    let name = call.name.text.lowercased()
    if name == "count", !call.isDistinct, call.arguments.first?.kind == .variable(variable) { return .count }
    guard name == "min" || name == "max", call.arguments.count == 1, case .property(let owner, let key) = call.arguments[0].kind,
      owner.kind == .variable(variable), indexed.contains(key.text)
    else { return nil }
    return name == "min" ? .least(key: key.text) : .greatest(key: key.text)
  }
}
