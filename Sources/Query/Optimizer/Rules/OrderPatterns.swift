import Cypher
import Graph

/// Decides where to start in a pattern and in which order to follow its relationships.
///
/// From every possible start the pattern is walked greedily – the step that multiplies the rows least comes next – and the
/// walk with the fewest rows in sum wins. With n nodes and m relationships that is O(n · m²) estimates.
struct OrderPatterns {
  static let name = "OrderPatterns"

  let graph: PatternGraph
  let known: Set<String>
  let scans: ChooseScans
  let context: OptimizerContext
  private let labels: [String: [String]]

  init(graph: PatternGraph, known: Set<String>, scans: ChooseScans, context: OptimizerContext) {
    self.graph = graph
    self.known = known.union(graph.newColumns.map(\.name))
    self.scans = scans
    self.context = context
    var labels: [String: [String]] = [:]
    for predicate in graph.predicates {
      guard case .hasLabels(let owner, let written) = predicate.kind, case .variable(let name) = owner.kind else { continue }
      labels[name, default: []] += written.requiredNames.map(\.text)
    }
    self.labels = labels
  }

  /// A walk under construction.
  private struct Walk {
    var moves: [PatternMove] = []
    var bound: Set<String>
    var left: [Int]
    var rows = 1.0
    var cost = 0.0

    /// For each row `read` rows are read and `kept` of them stay.
    mutating func add(_ move: PatternMove, read: Double, kept: Double, binding names: [String]) {
      moves.append(move)
      bound.formUnion(names)
      cost += rows * (read + kept)
      rows *= kept
    }
  }

  func moves() -> [PatternMove] {
    let inputNames = known.subtracting(graph.newColumns.map(\.name))
    let start = Walk(bound: inputNames, left: Array(graph.links.indices))
    let starts = graph.nodes.filter { !$0.isBound }.map(\.variable)
    var walks = starts.map { name -> Walk in
      var walk = start
      scan(name, &walk)
      return completed(walk)
    }
    if graph.nodes.contains(where: \.isBound) || graph.links.contains(where: \.isBound) || starts.isEmpty {
      walks.append(completed(start))
    }
    return walks.min { $0.cost < $1.cost }!.moves
  }

  private func completed(_ walk: Walk) -> Walk {
    var walk = walk
    while addCheapestRelationship(&walk) || addCheapestScan(&walk) || addCheapestRelationship(&walk, waits: false) {}
    return walk
  }

  /// - Parameter waits: true to pass over shortest paths whose conditions mention variables that are still to come.
  private func addCheapestRelationship(_ walk: inout Walk, waits: Bool = true) -> Bool {
    var best: (index: Int, from: String, read: Double, factor: Double)?
    for index in walk.left {
      let link = graph.links[index]
      if link.isBound {
        take(index, &walk)
        return true
      }
      for (near, far) in [(link.from, link.to), (link.to, link.from)] where walk.bound.contains(near) {
        if waits && !link.searchedWith.intersection(known).isSubset(of: walk.bound) { continue }
        let (read, factor) = factors(of: link, near, far, walk.bound)
        if best == nil || factor < best!.factor { best = (index, near, read, factor) }
      }
    }
    guard let best, best.factor <= 1 || !addBetterScan(than: best.factor, &walk) else { return best != nil }
    let link = graph.links[best.index]
    if link.isSearch, addFewEnds(of: link, from: best.from, &walk) { return true }
    walk.left.removeAll { $0 == best.index }
    walk.add(
      .walk(best.index, from: best.from), read: best.read, kept: best.factor,
      binding: link.newColumns.map(\.name) + [link.from, link.to])
    return true
  }

  private func take(_ index: Int, _ walk: inout Walk) {
    let link = graph.links[index]
    walk.left.removeAll { $0 == index }
    walk.add(.takeEnds(index), read: 1, kept: 1, binding: [link.variable, link.from, link.to])
  }

  /// Another end that a scan gives in at most one row is worth more than an expand that multiplies.
  private func addBetterScan(than factor: Double, _ walk: inout Walk) -> Bool {
    for node in graph.nodes where !walk.bound.contains(node.variable) && scanFactor(node.variable, walk.bound) <= 1 {
      scan(node.variable, &walk)
      return true
    }
    return false
  }

  /// Where the other end of a search can be one of a few nodes only, they are looked up before: then the search goes from both
  /// ends, and need not see everything that one end leads to.
  private func addFewEnds(of link: PatternGraph.Link, from start: String, _ walk: inout Walk) -> Bool {
    let end = start == link.from ? link.to : link.from
    guard !walk.bound.contains(end), scanFactor(end, walk.bound) <= Self.fewEnds else { return false }
    scan(end, &walk)
    return true
  }

  private static let fewEnds = 4.0

  private func addCheapestScan(_ walk: inout Walk) -> Bool {
    let candidates = graph.nodes.map(\.variable).filter { !walk.bound.contains($0) }
    guard let best = candidates.min(by: { scanFactor($0, walk.bound) < scanFactor($1, walk.bound) }) else { return false }
    scan(best, &walk)
    return true
  }

  private func scan(_ name: String, _ walk: inout Walk) {
    let read = scans.choose(for: name, among: graph.predicates, bound: walk.bound, known: known).rows
    walk.add(.scan(name), read: read, kept: scanFactor(name, walk.bound), binding: [name])
  }

  // MARK: - Estimates

  /// Rows out for each row in: the nodes that pass every predicate which the scan makes ready.
  private func scanFactor(_ name: String, _ bound: Set<String>) -> Double {
    let choice = scans.choose(for: name, among: graph.predicates, bound: bound, known: known)
    var factor = choice.rows
    let isSeek = choice.access.narrowsByProperty
    for predicate in newlyReady(bound, adding: [name]) {
      if case .hasLabels = predicate.kind, choice.rows < context.cardinality.nodeCount { continue }
      if isSeek, case .comparison = predicate.kind { continue }
      factor *= context.cardinality.selectivity(of: predicate, labels: labels)
    }
    return factor
  }

  /// For each row the relationships followed, and the rows that are left of them.
  private func factors(
    of link: PatternGraph.Link, _ near: String, _ far: String, _ bound: Set<String>
  ) -> (read: Double, kept: Double) {
    let cardinality = context.cardinality
    let isForward = near == link.from
    var (factor, single) = rowsPerStart(of: link, near, isForward: isForward)
    let read = bound.contains(far) && single != nil ? 1 : factor
    if bound.contains(far) { factor = link.isSearch ? 1 : min(0.9, factor / max(1, cardinality.nodeCount)) }
    for predicate in newlyReady(bound, adding: link.newColumns.map(\.name) + [far]) {
      if let single, case .hasLabels(let owner, let labels) = predicate.kind, owner.kind == .variable(far) {
        let direction = isForward ? single.direction : single.direction.reversed
        factor *= labels.share { cardinality.endSelectivity(label: $0, types: single.types, direction: direction) }
      } else {
        factor *= cardinality.selectivity(of: predicate, labels: labels)
      }
    }
    return (read, factor)
  }

  /// How often a link can be followed from a node, and the chain, where it is a single relationship.
  private func rowsPerStart(
    of link: PatternGraph.Link, _ near: String, isForward: Bool
  ) -> (rows: Double, single: RelationshipChain?) {
    let cardinality = context.cardinality
    switch link.body {
    case .chain(let chain):
      let direction = isForward ? chain.direction : chain.direction.reversed
      let degree = cardinality.degree(labels: labels[near] ?? [], types: chain.types, direction: direction)
      guard let length = chain.length else { return (degree, chain) }
      return (cardinality.chainDegree(degree, length), nil)
    case .repetition(let repetition, _):
      return (cardinality.chainDegree(cardinality.degree(of: repetition, isForward: isForward), repetition.bounds), nil)
    case .search: return (max(1, cardinality.nodeCount), nil)
    }
  }

  private func newlyReady(_ bound: Set<String>, adding names: [String]) -> [Expression] {
    let after = bound.union(names)
    return graph.predicates.filter { predicate in
      let needed = predicate.mentionedVariables.intersection(known)
      return needed.isSubset(of: after) && !needed.isSubset(of: bound)
    }
  }
}

extension NodeScan.Access {
  fileprivate var narrowsByProperty: Bool {
    switch self {
    case .indexSeek, .indexRange, .identity: true
    case .allNodes, .label, .anyLabel: false
    }
  }
}
