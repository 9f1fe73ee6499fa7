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
/// A chain of bounded length is counted in each of its lengths, one pattern after the other, one of any length where there are no
/// cycles (`CountUnboundedChains`).
///
/// What is counted is a sum of products over the variables of the pattern: a functional aggregate query (Abo Khamis, Ngo, Rudra,
/// "FAQ: Questions Asked Frequently", PODS 2016). `PatternCounter` says how it is evaluated.
struct CountPatterns: OptimizerRule {
  static let name = "CountPatterns"

  /// How many nodes and relationships are counted in the time in which the steps of a plan make one row.
  private static let unitsPerRow = 8.0
  /// Restrictions that make more summands than `mostSummands` are not worth to be told apart; a few cost as one.
  private static let mostSummands = 256
  private static let usualSummands = 8.0
  /// So many lengths of chains are counted one by one.
  private static let mostAlternatives = 8
  private static let multiplicity = " matches"
  /// Counting may keep this part of the memory, as far as it is known before; other operators and subqueries keep theirs.
  private static let memoryShare = 2

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { plan in
      guard case .aggregate(let aggregation) = plan.step else { return plan }
      return counted(aggregation, over: plan.input, context) ?? plan
    }
  }

  private func counted(
    _ aggregation: Aggregation, over input: LogicalPlan, _ context: OptimizerContext
  ) -> LogicalPlan? {
    guard let alternatives = unrolled(input), alternatives.count <= Self.mostAlternatives else { return nil }
    // Breadth-first search finds distinct ends of chains without a number that may become too large.
    if alternatives.count > 1 && aggregation.aggregates.allSatisfy(\.expression.isDistinctCall) { return nil }
    var aggregation = aggregation
    var patterns: [CountedPattern] = []
    for alternative in alternatives {
      guard let pattern = pattern(of: alternative, hidden: input.chainVariables, &aggregation) else { return nil }
      patterns.append(pattern)
    }
    guard patterns.count == 1 || !patterns.contains(where: { $0.typed != nil }), isWorthwhile(patterns, context),
      CountUnboundedChains.applies(to: patterns, aggregation, context)
    else { return nil }
    aggregation.multiplicity = Self.multiplicity
    let counts = patterns.map { pattern in
      LogicalPlan(.countMatches(MatchCount(pattern: pattern, multiplicity: Self.multiplicity)), inputs: [])
    }
    return LogicalPlan(.aggregate(aggregation), counts.count == 1 ? counts[0] : LogicalPlan(.union, inputs: counts))
  }

  /// What is counted of a plan without chains, whose variables are `hidden`; nil where its matches must be seen one by one.
  private func pattern(
    of input: LogicalPlan, hidden: Set<String>, _ aggregation: inout Aggregation
  ) -> CountedPattern? {
    var builder = CountedPatternBuilder(hidden: hidden)
    guard gather(input, into: &builder) else { return nil }
    aggregation.aggregates = aggregation.aggregates.map { $0.countingRows { builder.node($0) != nil || builder.isLink($0) } }
    let typed = Set(aggregation.keys.flatMap { $0.expression.typedVariables.filter(builder.isLink) })
    guard typed.count <= 1 else { return nil }
    aggregation.keys = aggregation.keys.map { $0.readingType(of: typed.first) }
    guard aggregation.aggregates.allSatisfy(\.expression.takesMultiplicities) else { return nil }
    let items = aggregation.keys + aggregation.aggregates
    let mentioned = items.reduce(into: Set<String>()) { $0.formUnion($1.expression.mentionedVariables) }
    guard mentioned.isDisjoint(with: builder.hidden), !mentioned.contains(where: builder.isLink),
      items.allSatisfy({ $0.expression.isMovable })
    else { return nil }
    let roots = mentioned.compactMap(builder.node)
    guard roots.count <= 1 else { return nil }
    return builder.finished(root: roots.first, typed: typed.first.flatMap(builder.link))
  }

  /// Plans without chains whose rows together are as many as those of a plan; nil where a chain must be walked.
  private func unrolled(_ plan: LogicalPlan) -> [LogicalPlan]? {
    guard !plan.inputs.isEmpty else { return [plan] }
    guard let inputs = unrolled(plan.input) else { return nil }
    var steps = [plan.step]
    if case .match(let graph) = plan.step {
      guard let graphs = graph.unrolled() else { return nil }
      steps = graphs.map { .match($0) }
    }
    guard inputs.count * steps.count <= Self.mostAlternatives else { return nil }
    return inputs.flatMap { input in steps.map { LogicalPlan($0, inputs: [input] + plan.inputs.dropFirst()) } }
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

  /// True unless few rows answer the query, such as those around a node that an index finds, or what counting keeps in memory is
  /// more than there is room for: rows can wait in temporary space, weights cannot.
  private func isWorthwhile(_ patterns: [CountedPattern], _ context: OptimizerContext) -> Bool {
    guard patterns.contains(where: { !$0.links.isEmpty || !$0.parts.isEmpty }) else { return false }
    var (rows, units) = (0.0, 0.0)
    for pattern in patterns {
      let byteCount = CountedPatternCost.byteCount(pattern, context.snapshot)
      guard byteCount <= context.memoryByteLimit / Self.memoryShare else { return false }
      guard let summandCount = pattern.summandCount(in: context.snapshot, limit: Self.mostSummands) else { return false }
      let cost = CountedPatternCost(pattern, context.cardinality)
      rows += cost.enumeratedRows
      units += cost.countedUnits * max(1, Double(summandCount) / Self.usualSummands)
    }
    return rows * Self.unitsPerRow >= units
  }
}

extension LogicalPlan {
  /// The lists of relationships that patterns bind.
  fileprivate var chainVariables: Set<String> {
    var variables = inputs.first?.chainVariables ?? []
    if case .match(let graph) = step { variables.formUnion(graph.links.filter(\.isChain).map(\.variable)) }
    return variables
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

extension ProjectedItem {
  /// `type` of a relationship as the column that holds it.
  fileprivate func readingType(of relationship: String?) -> ProjectedItem {
    let expression = expression.replacing { part in
      guard let relationship, part.typedVariable == relationship else { return nil }
      return .reference(MatchCount.typeColumn, part.span)
    }
    return ProjectedItem(name: name, expression: expression)
  }
}

extension Expression {
  /// The variable of `type(variable)`.
  fileprivate var typedVariable: String? {
    guard case .function(let call) = kind, call.name.text.lowercased() == "type", call.arguments.count == 1,
      case .variable(let name) = call.arguments[0].kind
    else { return nil }
    return name
  }

  fileprivate var typedVariables: [String] { typedVariable.map { [$0] } ?? operands.flatMap(\.typedVariables) }

  /// True for an aggregate call to which a row with a multiplicity is as good as many rows.
  fileprivate var takesMultiplicities: Bool {
    switch kind {
    case .countAll: true
    case .function(let call): ["count", "sum", "avg", "min", "max"].contains(call.name.text.lowercased())
    default: false
    }
  }
}
