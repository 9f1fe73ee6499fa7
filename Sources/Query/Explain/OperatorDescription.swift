import Cypher
import Graph

/// What EXPLAIN says of one operator: its name, what it does with what, and how many rows are expected.
struct OperatorDescription {
  let name: String
  let details: String
  let estimatedRows: Double

  /// - Parameter expressions: those of the step that are evaluated once in a run.
  init(_ plan: LogicalPlan, evaluatingOnce expressions: [Expression]) {
    let (name, details) = StepText.describe(plan.step)
    self.name = name
    let once = expressions.map { "ONCE " + ExpressionText.render($0) }
    self.details = ([details] + once).filter { !$0.isEmpty }.joined(separator: ", ")
    estimatedRows = plan.estimatedRows
  }
}

extension Operator {
  /// The tree of this operator and those below, with the counts of a profiled run.
  func describe() -> PlanDescription {
    let children = inputs.map { $0.describe() }
    let below = inputs.reduce(0) { $0 + ($1.profile?.nanoseconds ?? 0) }
    return PlanDescription(
      name: description?.name ?? "\(type(of: self))", details: description?.details ?? "",
      estimatedRows: description?.estimatedRows ?? 0, actualRows: profile?.rowCount,
      milliseconds: profile.map { Double($0.nanoseconds - min($0.nanoseconds, below)) / 1_000_000 },
      memoryByteCount: profile?.peakByteCount, modes: profile?.modes ?? [], children: children)
  }
}
