import Cypher
import Graph
import GraphStorage

/// The order in which a join binds its variables: the one that looks at the fewest places in memory, as far as the sizes tell.
struct JoinOrder {
  /// What is known of a link before its rows are made.
  struct Link {
    var a: Int
    var b: Int
    /// The number of pairs of nodes that it joins.
    var pairCount: Double
  }

  let links: [Link]
  /// How many nodes each variable may stand for.
  let nodeCounts: [Int: Double]

  /// - Parameter nodeCounts: how many nodes each variable may stand for.
  init(
    _ links: [PatternTerm.Link], _ nodeCounts: [Int: Int], _ labels: [Int: [String]], _ relations: PatternRelations
  ) throws(CypherError) {
    var known: [Link] = []
    for link in links {
      let pairCount = try relations.pairCount(link, from: labels[link.from] ?? [], to: labels[link.to] ?? [])
      known.append(Link(a: link.from, b: link.to, pairCount: Double(pairCount)))
    }
    self.links = known
    self.nodeCounts = nodeCounts.mapValues { Double($0) }
  }

  /// The best order that begins with these variables, or with any where there are none.
  ///
  /// - Returns: the variables, and how many places are looked at.
  func best(beginning: [Int]) -> (order: [Int], cost: Double) {
    let starts = beginning.isEmpty ? nodeCounts.keys.sorted().map { [$0] } : [beginning]
    return starts.map { order(from: $0) }.min { $0.cost < $1.cost }!
  }

  /// Goes on with the variable that multiplies the bindings least.
  private func order(from start: [Int]) -> (order: [Int], cost: Double) {
    var order = start
    var bindings = nodeCounts[start[0]]!
    var cost = bindings
    while order.count < nodeCounts.count {
      let open = nodeCounts.keys.sorted().filter { node in
        !order.contains(node) && links.contains { joins($0, node, order) }
      }
      let choices = open.map { (node: $0, step: step(to: $0, order)) }
      let next = choices.min { ($0.step.matches, $0.step.candidates) < ($1.step.matches, $1.step.candidates) }!
      cost += bindings * next.step.cost
      bindings *= next.step.matches
      order.append(next.node)
    }
    return (order, cost)
  }

  private func joins(_ link: Link, _ node: Int, _ bound: [Int]) -> Bool {
    link.a == node && bound.contains(link.b) || link.b == node && bound.contains(link.a)
  }

  /// How many nodes a binding of `bound` leads to: those looked at, those of them that all links allow, and how many places are
  /// looked at: each candidate is searched in the other rows.
  private func step(to node: Int, _ bound: [Int]) -> (candidates: Double, matches: Double, cost: Double) {
    let degrees = links.filter { joins($0, node, bound) }.map { link in
      link.pairCount / max(1, nodeCounts[link.a == node ? link.b : link.a]!)
    }.sorted()
    let matches = degrees.dropFirst().reduce(degrees[0]) { $0 * min(1, $1 / max(1, nodeCounts[node]!)) }
    let searches = degrees.dropFirst().reduce(0) { $0 + max(1, (1 + $1).log2Floor) }
    return (degrees[0], matches, degrees[0] * (1 + searches))
  }

  /// How often a row of `source`, bound once, is asked whether it holds a candidate for `target`.
  func probeCount(of target: Int, boundSince source: Int, in order: [Int]) -> Double {
    let first = order.firstIndex(of: source)! + 1
    let last = order.firstIndex(of: target)!
    var count = 1.0
    for place in first..<last { count *= max(1, step(to: order[place], Array(order[..<place])).candidates) }
    return count * step(to: target, Array(order[..<last])).candidates
  }
}

extension Double {
  /// The binary logarithm of a number of at least 1, rounded down; 0 for less.
  var log2Floor: Double { self >= 1 ? Double(exponent) : 0 }
}
