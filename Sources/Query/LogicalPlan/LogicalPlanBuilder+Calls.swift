import Cypher
import Graph

extension LogicalPlanBuilder {
  /// CALL as a statement of its own: without YIELD every field is a result column.
  mutating func addStandaloneCall(
    _ call: ProcedureCall, to plan: LogicalPlan
  ) throws(CypherError) -> (plan: LogicalPlan, columns: [String]) {
    let procedure = try procedures.procedure(for: call)
    var plan = LogicalPlan(.procedureCall(try step(for: call, procedure, yieldsAll: call.yield == nil || call.yieldsAll)), plan)
    guard !procedure.signature.results.isEmpty else { return (LogicalPlan(.emptyResult, plan), []) }
    let columns = plan.columns.map(\.name)
    if let filter = call.filter { plan = LogicalPlan(.filter(filter.conjuncts), plan) }
    return (plan, columns)
  }

  /// CALL … YIELD among other clauses. A procedure without fields gives each row back once.
  mutating func addCall(_ call: ProcedureCall, to plan: LogicalPlan) throws(CypherError) -> LogicalPlan {
    let procedure = try procedures.procedure(for: call)
    let step = try step(for: call, procedure, yieldsAll: call.yieldsAll)
    for yielded in step.yields { bind(yielded.variable) }
    let called = LogicalPlan(.procedureCall(step), plan)
    guard let filter = call.filter else { return called }
    return LogicalPlan(.filter(filter.conjuncts), called)
  }

  private func step(for call: ProcedureCall, _ procedure: Procedure, yieldsAll: Bool) throws(CypherError) -> ProcedureStep {
    let signature = procedure.signature
    let arguments =
      call.arguments
      ?? signature.arguments.prefix(signature.requiredArgumentCount).map { Expression(.parameter($0.name), call.name.span) }
    let yields: [(field: String, variable: String)] =
      yieldsAll
      ? procedure.signature.results.map { ($0.name, $0.name) }
      : (call.yield ?? []).map { ($0.field.text, ($0.alias ?? $0.field).text) }
    return ProcedureStep(name: procedure.signature.name, arguments: arguments, yields: yields, span: call.name.span)
  }
}
