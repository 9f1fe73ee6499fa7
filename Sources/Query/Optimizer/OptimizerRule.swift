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

  /// Where rules write down what of the graph's present state they rely on; nil where they may not, because the statement
  /// changes it.
  let assumptions: AssumptionLog?

  /// So many rows must be expected for several workers to read them.
  let leastParallelRows: Double

  /// What the statement may keep in memory.
  let memoryByteLimit: Int

  /// Waking the workers costs as much as reading some thousand rows.
  static let usualLeastParallelRows = 20_000.0

  init(
    snapshot: GraphSnapshot, disabledRules: Set<String>, assumptions: AssumptionLog?,
    leastParallelRows: Double = Self.usualLeastParallelRows, memoryByteLimit: Int
  ) {
    self.snapshot = snapshot
    self.memoryByteLimit = memoryByteLimit
    self.leastParallelRows = leastParallelRows
    self.assumptions = assumptions
    self.disabledRules = disabledRules
    cardinality = Cardinality(snapshot: snapshot)
  }

  func isEnabled(_ rule: (some OptimizerRule).Type) -> Bool { !disabledRules.contains(rule.name) }

  /// True unless what has this name is switched off.
  func isEnabled(named name: String) -> Bool { !disabledRules.contains(name) }
}
