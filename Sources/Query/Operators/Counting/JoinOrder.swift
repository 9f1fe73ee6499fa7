import Graph
import GraphStorage

/// The order in which a join binds its variables: the one that looks at the fewest candidates, as far as the sizes tell.
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

  /// The best order that begins with `first`, or with any variable where it is nil.
  ///
  /// - Returns: the variables, and how many candidates are looked at.
  func best(first: Int?) -> (order: [Int], candidateCount: Double) {
    let starts = (first.map { [$0] } ?? nodeCounts.keys.sorted()).map { node in
      Partial(order: [node], bindings: nodeCounts[node]!, cost: nodeCounts[node]!)
    }
    let best = nodeCounts.count <= Self.largestSearchedCount ? searched(from: starts) : starts.map(greedy).min(by: <)!
    return (best.order, best.cost)
  }

  /// Joins of more variables are ordered greedily: n of them have 2ⁿ subsets.
  private static let largestSearchedCount = 10

  /// The beginning of an order.
  private struct Partial {
    var order: [Int]
    var bindings: Double
    var cost: Double

    static func < (a: Partial, b: Partial) -> Bool { (a.cost, a.bindings) < (b.cost, b.bindings) }
  }

  /// By dynamic programming: of the orders that bind the same variables first only the cheapest is gone on with (Selinger et al.,
  /// SIGMOD 1979).
  private func searched(from starts: [Partial]) -> Partial {
    var layer = starts
    for _ in 1..<nodeCounts.count {
      var places: [Set<Int>: Int] = [:]
      var next: [Partial] = []
      for partial in layer {
        for longer in continuations(of: partial) {
          let bound = Set(longer.order)
          if let place = places[bound] {
            if longer < next[place] { next[place] = longer }
          } else {
            places[bound] = next.count
            next.append(longer)
          }
        }
      }
      layer = next
    }
    return layer.min(by: <)!
  }

  /// Goes on with the variable that multiplies the bindings least.
  private func greedy(_ start: Partial) -> Partial {
    var partial = start
    while partial.order.count < nodeCounts.count {
      partial = continuations(of: partial).min { ($0.bindings, $0.cost) < ($1.bindings, $1.cost) }!
    }
    return partial
  }

  private func continuations(of partial: Partial) -> [Partial] {
    let order = partial.order
    let open = nodeCounts.keys.sorted().filter { node in
      !order.contains(node) && links.contains { joins($0, node, order) }
    }
    return open.map { node in
      let step = step(to: node, order)
      return Partial(
        order: order + [node], bindings: partial.bindings * step.matches,
        cost: partial.cost + partial.bindings * step.candidates)
    }
  }

  private func joins(_ link: Link, _ node: Int, _ bound: [Int]) -> Bool {
    link.a == node && bound.contains(link.b) || link.b == node && bound.contains(link.a)
  }

  /// How many nodes a binding of `bound` leads to: those looked at, and those of them that all links allow.
  private func step(to node: Int, _ bound: [Int]) -> (candidates: Double, matches: Double) {
    let degrees = links.filter { joins($0, node, bound) }.map { link in
      link.pairCount / max(1, nodeCounts[link.a == node ? link.b : link.a]!)
    }.sorted()
    let matches = degrees.dropFirst().reduce(degrees[0]) { $0 * min(1, $1 / max(1, nodeCounts[node]!)) }
    return (degrees[0], matches)
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
