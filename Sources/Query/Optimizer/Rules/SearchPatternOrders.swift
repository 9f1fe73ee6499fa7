import Cypher
import Graph

/// The order of a pattern by dynamic programming: of all ways to have followed the same relationships and bound the same nodes
/// only the cheapest is gone on with, whatever their order was. Selinger et al., "Access Path Selection in a Relational Database
/// Management System", SIGMOD 1979; only left-deep orders, because a pattern is walked and not joined.
struct SearchPatternOrders {
  static let name = "SearchPatternOrders"

  /// Patterns of more relationships are walked greedily: a star of n of them has 2ⁿ states.
  static let largestLinkCount = 10
  /// A walk that costs less is not worth the search. Costs are rows, read or kept.
  static let leastCost = 2_000.0
  /// From here on degrees are sampled as well, for which parts of the graph may have to be loaded.
  static let leastSampledCost = 100_000.0
  /// So many rows take about as long as trying a step of a walk ten times, so that planning stays a small part of the whole.
  private static let rowsPerStep = 1_000.0
  private static let largestStepCount = 2_000.0

  /// How many steps are tried to find a walk that costs less than `cost`.
  static func stepCount(for cost: Double) -> Int { Int(min(largestStepCount, max(64, cost / rowsPerStep))) }

  /// Nodes that a scan gives in so few rows may be bound at any time, to be walked to from both sides.
  static let fewRows = 4.0
}

extension OrderPatterns {
  /// What decides how a walk can go on.
  private struct State: Hashable, Comparable {
    var followed: UInt64 = 0
    var bound: UInt64 = 0

    static func < (a: State, b: State) -> Bool { (a.followed, a.bound) < (b.followed, b.bound) }
  }

  /// A walk that costs less than `known` where one is found, among those that begin as one of `starts` does.
  func searched(from starts: [Walk], orElse known: Walk) -> Walk {
    guard context.isEnabled(named: SearchPatternOrders.name), known.cost >= SearchPatternOrders.leastCost,
      (2...SearchPatternOrders.largestLinkCount).contains(graph.links.count), !graph.links.contains(where: \.isSearch)
    else { return known }
    guard known.cost >= SearchPatternOrders.leastSampledCost, graph.links.count > 2 else {
      return cheapestWalk(from: starts, orElse: known)
    }
    let sampling = samplingDegrees
    return sampling.cheapestWalk(from: starts, orElse: sampling.greedyWalk(from: starts))
  }

  /// O(2ⁿ · n) estimates for n relationships at worst, O(n²) where they form a path; what costs more than the cheapest walk that
  /// is known is given up, and everything when many steps were tried.
  private func cheapestWalk(from starts: [Walk], orElse known: Walk) -> Walk {
    var best = known
    var stepsLeft = SearchPatternOrders.stepCount(for: known.cost)
    var layer: [State: Walk] = [:]
    for start in starts { note(start, in: &layer) }
    while !layer.isEmpty {
      var next: [State: Walk] = [:]
      for state in layer.keys.sorted() {
        guard let walk = layer[state], walk.cost < best.cost else { continue }
        let steps = steps(from: walk)
        if steps.isEmpty { best = walk }
        for step in steps where step.cost < best.cost { note(step, in: &next) }
        stepsLeft -= steps.count
        if stepsLeft < 0 { return best }
      }
      layer = next
    }
    return best
  }

  private func note(_ walk: Walk, in layer: inout [State: Walk]) {
    var state = State()
    for place in walk.followed { state.followed |= 1 << UInt64(place) }
    for (place, node) in graph.nodes.enumerated() where walk.bound.contains(node.variable) { state.bound |= 1 << UInt64(place) }
    if let known = layer[state], (known.cost, known.rows) <= (walk.cost, walk.rows) { return }
    layer[state] = walk
  }

  /// The walks that are one move longer; none for a walk that has followed and bound everything.
  private func steps(from walk: Walk) -> [Walk] {
    if let place = walk.open.sorted().first(where: { graph.links[$0].isBound }) { return [walk.adding { take(place, &$0) }] }
    // A relationship between bound nodes leaves fewer rows, whatever else is to come.
    if let place = walk.open.sorted().first(where: { closes(graph.links[$0], walk) }) {
      return [walk.adding { add(place, from: graph.links[place].from, &$0) }]
    }
    var steps: [Walk] = []
    for place in walk.open.sorted() {
      let link = graph.links[place]
      for near in [link.from, link.to] where walk.bound.contains(near) {
        steps.append(walk.adding { add(place, from: near, &$0) })
      }
    }
    let mustScan = steps.isEmpty
    for node in graph.nodes where !walk.bound.contains(node.variable) {
      guard mustScan || scan(of: node.variable, walk.bound).kept <= SearchPatternOrders.fewRows else { continue }
      steps.append(walk.adding { addScan(node.variable, &$0) })
    }
    return steps
  }

  private func closes(_ link: PatternGraph.Link, _ walk: Walk) -> Bool {
    guard case .chain(let chain) = link.body, chain.length == nil else { return false }
    return walk.bound.contains(link.from) && walk.bound.contains(link.to)
  }
}

extension OrderPatterns.Walk {
  fileprivate func adding(_ move: (inout Self) -> Void) -> Self {
    var walk = self
    move(&walk)
    return walk
  }
}
