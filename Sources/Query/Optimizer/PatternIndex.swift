import Cypher

/// What of a pattern hangs on which variable, found once, so that a long pattern is not gone through again at every step.
struct PatternIndex {
  /// For each predicate the variables of the pattern and its rows that it mentions.
  private let needed: [Set<String>]
  private let predicates: [Expression]
  private let predicatesByVariable: [String: [Int]]
  private let linksByNode: [String: [Int]]

  /// - Parameter known: every variable of the pattern or its rows; others in a predicate are local to it.
  init(_ graph: PatternGraph, known: Set<String>) {
    predicates = graph.predicates
    needed = graph.predicates.map { $0.mentionedVariables.intersection(known) }
    var byVariable: [String: [Int]] = [:]
    for (index, names) in needed.enumerated() {
      for name in names { byVariable[name, default: []].append(index) }
    }
    predicatesByVariable = byVariable
    var byNode: [String: [Int]] = [:]
    for (index, link) in graph.links.enumerated() {
      for name in Set([link.from, link.to]) { byNode[name, default: []].append(index) }
    }
    linksByNode = byNode
  }

  /// The links that begin or end at a node.
  func links(at node: String) -> [Int] { linksByNode[node] ?? [] }

  /// The predicates that mention a variable.
  func predicates(mentioning name: String) -> [Expression] { (predicatesByVariable[name] ?? []).map { predicates[$0] } }

  /// True if no predicate that mentions `name` mentions another variable as well.
  func standsAlone(_ name: String) -> Bool { (predicatesByVariable[name] ?? []).allSatisfy { needed[$0].count == 1 } }

  /// The predicates that can be decided once `names` are bound besides `bound`, and not before.
  func newlyReady(_ bound: Set<String>, adding names: [String]) -> [Expression] {
    let candidates = Set(names.flatMap { predicatesByVariable[$0] ?? [] })
    if candidates.isEmpty { return [] }
    let after = bound.union(names)
    return candidates.sorted().filter { needed[$0].isSubset(of: after) && !needed[$0].isSubset(of: bound) }
      .map { predicates[$0] }
  }
}
