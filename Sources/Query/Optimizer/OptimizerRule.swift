import GraphStorage

/// One way to make a plan cheaper without changing its answer.
protocol OptimizerRule: Sendable {
  /// The name by which the rule is switched off.
  static var name: String { get }

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan
}

/// What rules know of the graph that the plan will run over.
struct OptimizerContext: Sendable {
  let snapshot: GraphSnapshot
  let cardinality: Cardinality
  /// Rules that are switched off, by name.
  let disabledRules: Set<String>

  init(snapshot: GraphSnapshot, disabledRules: Set<String>) {
    self.snapshot = snapshot
    self.disabledRules = disabledRules
    cardinality = Cardinality(snapshot: snapshot)
  }

  func isEnabled(_ rule: (some OptimizerRule).Type) -> Bool { !disabledRules.contains(rule.name) }
}
