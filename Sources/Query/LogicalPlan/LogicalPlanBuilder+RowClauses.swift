import Cypher
import Graph

extension LogicalPlanBuilder {
  /// LET, FILTER, FOR, and ORDER BY with its companions.
  mutating func addRowClause(_ clause: Clause, to plan: LogicalPlan) -> LogicalPlan {
    switch clause.kind {
    case .let(let items): return items.reduce(plan) { addLet($1, to: $0) }
    case .filter(let condition): return LogicalPlan(.filter(condition.conjuncts), plan)
    case .for(let loop):
      bind(loop.variable.text)
      if let position = loop.position { bind(position.variable.text) }
      let unwinding = Unwinding(
        list: loop.list, variable: loop.variable.text, position: loop.position?.variable.text,
        firstPosition: loop.position?.counting == .ordinality ? 1 : 0)
      return LogicalPlan(.unwind(unwinding), plan)
    case .order(let order):
      return addOrder(order.items.map { SortKey($0) }, skip: order.skip, limit: order.limit, to: plan)
    default: preconditionFailure("not a clause that works on rows one by one")
    }
  }

  private mutating func addLet(_ item: LetItem, to plan: LogicalPlan) -> LogicalPlan {
    let step = ProjectionStep(
      items: [ProjectedItem(name: item.variable.text, expression: item.value)], kept: plan.columns.map(\.name))
    let projected = LogicalPlan(.project(step), plan)
    bind(item.variable.text, kind: projected.kind(of: item.variable.text))
    return projected
  }

  /// SHOW, with what follows its YIELD.
  mutating func addShow(_ command: ShowCommand, to plan: LogicalPlan) -> LogicalPlan {
    let yields = command.yields.map { (field: $0.field.name, variable: $0.variable.text) }
    for yielded in yields { bind(yielded.variable) }
    let step = ShowStep(subject: command.subject, restriction: command.restriction, yields: yields)
    var shown = LogicalPlan(.show(step), plan)
    shown = addOrder(command.order.items.map { SortKey($0) }, skip: command.order.skip, limit: command.order.limit, to: shown)
    guard let filter = command.filter else { return shown }
    return LogicalPlan(.filter(filter.conjuncts), shown)
  }
}
