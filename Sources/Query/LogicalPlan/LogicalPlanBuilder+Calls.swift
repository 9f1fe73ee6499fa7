import Cypher
import Graph

extension LogicalPlanBuilder {
  /// CALL as a statement of its own: without YIELD every field is a result column.
  mutating func addStandaloneCall(
    _ call: ProcedureCall, to plan: LogicalPlan
  ) throws(CypherError) -> (plan: LogicalPlan, columns: [String]) {
    let procedure = try procedures.procedure(for: call)
    let step = try step(for: call, procedure, yieldsAll: call.yield == nil || call.yieldsAll)
    let called = try addCall(step, call, to: plan)
    guard !procedure.signature.results.isEmpty else { return (LogicalPlan(.emptyResult, called), []) }
    return (called, step.yields.map(\.variable))
  }

  /// CALL … YIELD among other clauses. A procedure without fields gives each row back once.
  mutating func addCall(_ call: ProcedureCall, to plan: LogicalPlan) throws(CypherError) -> LogicalPlan {
    let procedure = try procedures.procedure(for: call)
    return try addCall(try step(for: call, procedure, yieldsAll: call.yieldsAll), call, to: plan)
  }

  private mutating func addCall(
    _ step: ProcedureStep, _ call: ProcedureCall, to plan: LogicalPlan
  ) throws(CypherError) -> LogicalPlan {
    guard !call.isOptional else {
      return try addOptional(to: plan) { (builder, rows) throws(CypherError) in builder.called(step, call.filter, over: rows) }
    }
    return called(step, call.filter, over: plan)
  }

  private mutating func called(_ step: ProcedureStep, _ filter: Expression?, over plan: LogicalPlan) -> LogicalPlan {
    for yielded in step.yields { bind(yielded.variable) }
    let called = LogicalPlan(.procedureCall(step), plan)
    guard let filter else { return called }
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
