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
      let items = aggregation.aggregates.compactMap { Self.item($0.expression, scan.variable, indexed) }
      // Counting alone is no slower from the nodes.
      guard items.count == aggregation.aggregates.count, items.contains(where: \.isEnd) else { return plan }
      aggregation.ends = IndexEnds(label: label, items: items)
      return LogicalPlan(.aggregate(aggregation), plan.input)
    }
  }

  /// What of an index an aggregate call is, if it is any.
  private static func item(_ aggregate: Expression, _ variable: String, _ indexed: [String]) -> ColumnSummaryItem? {
    if case .function(let call) = aggregate.kind, call.name.text.lowercased() == "count", !call.isDistinct,
      call.arguments.first?.kind == .variable(variable)
    {
      return .rowCount
    }
    guard let item = ColumnSummaryItem(aggregate, of: variable) else { return nil }
    switch item {
    case .rowCount: return item
    case .least(let key), .greatest(let key): return indexed.contains(key) ? item : nil
    case .valueCount: return nil
    }
  }
}

extension ColumnSummaryItem {
  fileprivate var isEnd: Bool { if case .rowCount = self { false } else { true } }
}
