import GraphStorage

/// Applies the rules, in this order, to a plan.
///
/// `SolvePatterns` always runs, because only it turns patterns into steps; with its own switches off it walks them as they are
/// written.
struct Optimizer: Sendable {
  static let rules: [any OptimizerRule] = [
    InlineSubqueries(),
    PushDownFilters(),
    CountPatterns(),
    SolvePatterns(),
    JoinIndependentParts(),
    DropImpliedLabels(),
    UseRelationshipCounts(),
    UseDistinctEnds(),
    MergeSearches(),
    UseEndDistances(),
    ReadAdjacentHops(),
    GroupAlongScans(),
    UseRelationshipScans(),
    UseTopRows(),
    RunSubqueriesTogether(),
    ParallelFragments(),
    TestStoredColumns(),
    BoundScansByOrder(),
    ReadColumnEnds(),
  ]

  /// The names of everything that can be switched off.
  static let ruleNames: Set<String> = Set(rules.map { type(of: $0).name }).union([
    OrderPatterns.name, SearchPatternOrders.name, ChooseScans.name, EvaluateOnce.name, CountUnboundedChains.name,
    BreakSymmetries.name, FollowFunctions.name,
  ])

  let context: OptimizerContext

  func optimize(_ plan: LogicalPlan) -> LogicalPlan {
    var plan = plan
    for rule in Self.rules {
      let isSwitchedOff = context.disabledRules.contains(type(of: rule).name)
      if isSwitchedOff && !(rule is SolvePatterns) { continue }
      plan = rule.apply(to: plan, context)
    }
    return context.cardinality.annotated(plan)
  }
}
