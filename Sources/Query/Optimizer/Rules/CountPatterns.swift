import Cypher
import Graph
import GraphStorage

/// Counts the matches of a pattern without enumerating them, where an aggregation asks for no more than their number, in all or
/// for each node of one variable.
///
///     Aggregate count(*)                     Aggregate count(*) × matches
///       Expand (b)-[:S]->(c)          →        CountMatches (a)-[:R]->(b), (b)-[:S]->(c)
///         Expand (a)-[:R]->(b)
///           NodeScan a
///
/// What is counted is a sum of products over the variables of the pattern: a functional aggregate query (Abo Khamis, Ngo, Rudra,
/// "FAQ: Questions Asked Frequently", PODS 2016). `PatternCounter` says how it is evaluated.
struct CountPatterns: OptimizerRule {
  static let name = "CountPatterns"

  /// How many nodes and relationships are counted in the time in which the steps of a plan make one row.
  private static let unitsPerRow = 8.0
  private static let multiplicity = " matches"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .aggregate(let aggregation) = plan.step else { return plan }
      return counted(aggregation, over: plan.input, context) ?? plan
    }
  }

  private func counted(
    _ aggregation: Aggregation, over input: LogicalPlan, _ context: OptimizerContext
  ) -> LogicalPlan? {
    var builder = CountedPatternBuilder()
    guard gather(input, into: &builder) else { return nil }
    var aggregation = aggregation
    aggregation.aggregates = aggregation.aggregates.map { $0.countingRows { builder.node($0) != nil || builder.isLink($0) } }
    guard aggregation.aggregates.allSatisfy(\.expression.takesMultiplicities) else { return nil }
    let items = aggregation.keys + aggregation.aggregates
    let mentioned = items.reduce(into: Set<String>()) { $0.formUnion($1.expression.mentionedVariables) }
    guard mentioned.isDisjoint(with: builder.hidden), !mentioned.contains(where: builder.isLink),
      items.allSatisfy({ $0.expression.isMovable })
    else { return nil }
    let roots = mentioned.compactMap(builder.node)
    guard roots.count <= 1, let pattern = builder.finished(root: roots.first), !pattern.links.isEmpty,
      isWorthwhile(pattern, context)
    else { return nil }
    aggregation.multiplicity = Self.multiplicity
    return LogicalPlan(
      .aggregate(aggregation),
      LogicalPlan(.countMatches(MatchCount(pattern: pattern, multiplicity: Self.multiplicity)), inputs: []))
  }

  /// Takes in all steps of a plan that begins with a single row.
  private func gather(_ plan: LogicalPlan, into builder: inout CountedPatternBuilder) -> Bool {
    switch plan.step {
    case .argument(let columns): return columns.isEmpty
    case .match(let graph): return gather(plan.input, into: &builder) && builder.add(graph)
    case .filter(let conditions):
      return gather(plan.input, into: &builder) && conditions.allSatisfy { builder.add(condition: $0) }
    case .project(let projection): return projection.items.isEmpty && gather(plan.input, into: &builder)
    case .apply(let apply):
      guard apply.kind == .optional, case .match(let graph) = plan.inputs[1].step, case .argument = plan.inputs[1].input.step
      else { return false }
      return gather(plan.input, into: &builder) && builder.addOptional(graph)
    default: return false
    }
  }

  /// True unless few rows answer the query, such as those around a node that an index finds.
  private func isWorthwhile(_ pattern: CountedPattern, _ context: OptimizerContext) -> Bool {
    let cost = CountedPatternCost(pattern, context.cardinality)
    return cost.enumeratedRows * Self.unitsPerRow >= cost.countedUnits
  }
}

extension ProjectedItem {
  /// `count` of a variable that is never null counts rows.
  fileprivate func countingRows(of isBound: (String) -> Bool) -> ProjectedItem {
    guard case .function(let call) = expression.kind, call.name.text.lowercased() == "count", !call.isDistinct,
      call.arguments.count == 1, case .variable(let name) = call.arguments[0].kind, isBound(name)
    else { return self }
    return ProjectedItem(name: self.name, expression: Expression(.countAll, expression.span))
  }
}

extension Expression {
  /// True for an aggregate call to which a row with a multiplicity is as good as many rows.
  fileprivate var takesMultiplicities: Bool {
    switch kind {
    case .countAll: true
    case .function(let call): ["count", "sum", "avg", "min", "max"].contains(call.name.text.lowercased())
    default: false
    }
  }
}
