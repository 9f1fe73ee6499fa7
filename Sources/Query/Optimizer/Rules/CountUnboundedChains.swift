import Cypher

/// Counts chains of any length where what they follow has no cycle: there no chain meets a relationship twice, so that as many
/// chains go on from a node as from all its neighbours together, and one for each of those (`ChainWays`).
///
/// They may stand in OPTIONAL MATCH and in EXISTS as well, in a pattern that hangs on one node. `CountPatterns` asks. Whether
/// there is a cycle is found out when the plan is made and, once relationships have changed, before it is run again.
enum CountUnboundedChains {
  static let name = "CountUnboundedChains"

  /// True if the chains of any length among `patterns`, if there are such, can be counted.
  static func applies(
    to patterns: [CountedPattern], _ aggregation: Aggregation, _ context: OptimizerContext
  ) -> Bool {
    let chained = patterns.flatMap(\.withParts).filter { !$0.chainTypes.isEmpty }
    guard !chained.isEmpty else { return true }
    // Breadth-first search finds distinct ends without a number that may become too large.
    guard context.isEnabled(named: name), let log = context.assumptions,
      !aggregation.aggregates.allSatisfy(\.expression.isDistinctCall),
      chained.allSatisfy({ $0.isAcyclic && $0.restrictions.isEmpty && $0.equalNodes.isEmpty })
    else { return false }
    var assumptions: Set<PlanAssumption> = []
    for types in chained.flatMap(\.chainTypes) {
      guard types.areAll || types.names != nil else { return false }
      assumptions.insert(.acyclic(types.names))
    }
    guard chained.allSatisfy({ $0.links.allSatisfy { $0.from != $0.to } }),
      assumptions.allSatisfy({ $0.holds(in: context.snapshot) })
    else { return false }
    log.add(Array(assumptions))
    return true
  }
}
