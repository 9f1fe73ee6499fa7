import Cypher
import Graph

extension LogicalPlanBuilder {
  /// WITH and RETURN: project or aggregate, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE, and then only the named columns.
  mutating func addProjection(
    _ projection: Projection, filter: Expression?, to plan: LogicalPlan
  ) throws(CypherError) -> (plan: LogicalPlan, columns: [String]) {
    let items = expandedItems(of: projection)
    var draft = ProjectionDraft(
      items: items, order: projection.order, conditions: filter?.conjuncts ?? [], carried: carried(through: plan))
    var plan = draft.projected(plan, isDistinct: projection.isDistinct, needsInput: !projection.order.isEmpty || filter != nil)
    plan = addOrder(draft.order, skip: projection.skip, limit: projection.limit, to: plan)
    if !draft.conditions.isEmpty { plan = LogicalPlan(.filter(draft.conditions), plan) }
    let names = items.map(\.name)
    // Constants may be projected by name as well.
    let kept = names + carried(through: plan).map(\.name).filter { !names.contains($0) }
    if Set(plan.columns.map(\.name)) != Set(kept) { plan = LogicalPlan(.project(ProjectionStep(items: [], kept: kept)), plan) }
    scope = plan.columns
    return (plan, names)
  }

  /// What is carried as far as `plan`: grouping leaves nothing of the rows outside but their constants, so such a subquery runs
  /// for each of them.
  private func carried(through plan: LogicalPlan) -> [RowLayout.Column] {
    let columns = Set(plan.columns.map(\.name))
    return carried.filter { columns.contains($0.name) }
  }

  private func expandedItems(of projection: Projection) -> [ProjectedItem] {
    var items: [ProjectedItem] = []
    if projection.includesAll {
      let isCarried = Set(carried.map(\.name))
      for column in scope
      where !column.name.hasPrefix(" ") && !isCarried.contains(column.name) && !items.contains(where: { $0.name == column.name })
      {
        items.append(ProjectedItem(name: column.name, expression: .reference(column.name, SourceSpan(0, 0))))
      }
    }
    for item in projection.items {
      items.append(ProjectedItem(name: item.alias?.text ?? item.columnName, expression: item.expression))
    }
    return items
  }

  func addOrder(_ keys: [SortKey], skip: Expression?, limit: Expression?, to plan: LogicalPlan) -> LogicalPlan {
    var plan = plan
    if !keys.isEmpty { plan = LogicalPlan(.sort(keys), plan) }
    if let skip { plan = LogicalPlan(.skip(skip), plan) }
    if let limit { plan = LogicalPlan(.limit(limit), plan) }
    return plan
  }
}

/// The items of one WITH or RETURN on their way into a plan.
private struct ProjectionDraft {
  let items: [ProjectedItem]
  /// The sort keys, in terms of the projected columns once `projected` has run.
  var order: [SortKey]
  /// The conjuncts of WHERE, likewise.
  var conditions: [Expression]
  let carried: [RowLayout.Column]
  private var calls: [ProjectedItem] = []

  init(items: [ProjectedItem], order: [Projection.SortItem], conditions: [Expression], carried: [RowLayout.Column]) {
    self.items = items
    self.carried = carried
    self.conditions = conditions
    self.order = order.map { SortKey($0) }
  }

  mutating func projected(_ plan: LogicalPlan, isDistinct: Bool, needsInput: Bool) -> LogicalPlan {
    let isAggregating = items.contains { $0.expression.callsAggregate }
    if isAggregating {
      let aggregated = aggregate(plan)
      return isDistinct ? LogicalPlan(.distinct(), narrowed(aggregated)) : aggregated
    }
    order = order.map { $0.replacing(inTermsOfItems($0.expression)) }
    if isDistinct { conditions = conditions.map { inTermsOfItems($0) } }
    let names = Set(items.map(\.name))
    let visible = !isDistinct && needsInput ? plan.columns.map(\.name).filter { !names.contains($0) } : carried.map(\.name)
    let projected = LogicalPlan(.project(step(items, keeping: visible)), plan)
    return isDistinct ? LogicalPlan(.distinct(), projected) : projected
  }

  private func narrowed(_ plan: LogicalPlan) -> LogicalPlan {
    let names = items.map(\.name)
    let constants = carriedConstants.map(\.name).filter { !names.contains($0) }
    return LogicalPlan(.project(ProjectionStep(items: [], kept: names + constants)), plan)
  }

  /// Items that only repeat a variable under its own name are kept, not computed.
  private func step(_ items: [ProjectedItem], keeping others: [String]) -> ProjectionStep {
    var step = ProjectionStep(items: [], kept: [])
    for item in items {
      if case .variable(let name) = item.expression.kind, name == item.name {
        step.kept.append(name)
      } else {
        step.items.append(item)
      }
    }
    step.kept += others.filter { !step.kept.contains($0) }
    return step
  }

  // MARK: - Aggregation

  /// Grouping keys are the items without an aggregate; the rest is computed from the keys and the aggregates' results.
  private mutating func aggregate(_ plan: LogicalPlan) -> LogicalPlan {
    let keys = items.filter { !$0.expression.callsAggregate }
    var results: [ProjectedItem] = []
    for item in items where item.expression.callsAggregate {
      results.append(ProjectedItem(name: item.name, expression: extractingCalls(item.expression, keys: keys)))
    }
    let original = order
    order = []
    for key in original {
      let substituted = extractingCalls(inTermsOfItems(key.expression), keys: keys)
      order.append(key.replacing(substituted))
    }
    let condition = conditions
    conditions = []
    for part in condition { conditions.append(extractingCalls(inTermsOfItems(part), keys: keys)) }
    let grouped = withConstants(LogicalPlan(.aggregate(Aggregation(keys: keys, aggregates: calls)), plan))
    let named = namingKeys(keys, as: results.map(\.expression) + order.map(\.expression) + conditions, in: grouped)
    let resultNames = Set(results.map(\.name))
    let kept = named.columns.map(\.name).filter { !resultNames.contains($0) }
    return LogicalPlan(.project(ProjectionStep(items: results, kept: kept)), named)
  }

  /// The variables outside a subquery that it can use everywhere.
  private var carriedConstants: [RowLayout.Column] { carried.filter { !$0.name.hasPrefix(" ") } }

  /// The groups of a subquery, each with the constants of the one row that it runs for. They cannot be keys: then there would
  /// be no group where there are no rows.
  private func withConstants(_ groups: LogicalPlan) -> LogicalPlan {
    let known = Set(groups.columns.map(\.name))
    let missing = carriedConstants.filter { !known.contains($0.name) }
    return missing.isEmpty ? groups : LogicalPlan(.hashJoin(keys: []), groups, LogicalPlan(.argument(missing)))
  }

  /// The groups with the variables that `expressions` still mention inside subqueries, where a key has them under another name.
  private func namingKeys(_ keys: [ProjectedItem], as expressions: [Expression], in groups: LogicalPlan) -> LogicalPlan {
    let known = Set(groups.columns.map(\.name))
    let mentioned = expressions.reduce(into: Set<String>()) { $0.formUnion($1.mentionedVariables) }.subtracting(known)
    let items: [ProjectedItem] = keys.compactMap { key in
      guard case .variable(let name) = key.expression.kind, mentioned.contains(name) else { return nil }
      return ProjectedItem(name: name, expression: .reference(key.name, key.expression.span))
    }
    guard !items.isEmpty else { return groups }
    return LogicalPlan(.project(ProjectionStep(items: items, kept: groups.columns.map(\.name))), groups)
  }

  private mutating func extractingCalls(_ expression: Expression, keys: [ProjectedItem]) -> Expression {
    if let key = keys.first(where: { $0.expression == expression }) { return .reference(key.name, expression.span) }
    if expression.isAggregateCall { return .reference(callName(for: expression), expression.span) }
    var replaced: [Expression] = []
    for child in expression.operands { replaced.append(extractingCalls(child, keys: keys)) }
    var next = replaced.makeIterator()
    return expression.mapOperands { _ in next.next()! }
  }

  private mutating func callName(for call: Expression) -> String {
    if let known = calls.first(where: { $0.expression == call }) { return known.name }
    let name = " aggregate\(calls.count)"
    calls.append(ProjectedItem(name: name, expression: call))
    return name
  }

  /// A sort key may repeat a projected expression instead of naming its column.
  private func inTermsOfItems(_ expression: Expression) -> Expression {
    expression.replacing { part in
      items.first { $0.expression == part && !part.isLiteral }.map { .reference($0.name, part.span) }
    }
  }
}

extension Expression {
  fileprivate var isLiteral: Bool {
    switch kind {
    case .null, .boolean, .integer, .float, .string, .parameter: true
    default: false
    }
  }
}
