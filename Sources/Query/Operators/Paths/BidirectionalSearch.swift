import Cypher
import Graph
import GraphStorage

/// A breadth-first search from two different nodes towards each other, along repetitions of one relationship each.
///
/// A shortest walk between different nodes meets no node twice, so that no path mode need be looked at. O(transitions within
/// half the distance from either end).
struct BidirectionalSearch {
  let forward: HopTable
  /// The same repetitions, walked from their other ends.
  let backward: HopTable
  /// The longest path that counts.
  let maximum: Int

  /// What is known on one side.
  private struct Side {
    var reached = ReachedNodes()
    var distances: [Int32] = [0]
    /// For each reached node the first of its arrivals; -1 for the start.
    var firstArrivals: [Int32] = [-1]
    var arrivals: [Arrival] = []
    /// The reached nodes at the greatest distance.
    var frontier: Range<Int> = 0..<1
    let table: HopTable

    init(start: NodeID, _ table: HopTable) {
      self.table = table
      reached.insert(start)
    }

    var depth: Int { Int(distances[frontier.lowerBound]) }
  }

  /// A way by which a shortest walk comes to a node.
  private struct Arrival {
    var transition: Int32
    /// The place of the node before.
    var place: Int32
    /// The next arrival of the same node.
    var next: Int32
  }

  /// One or all shortest paths between two different nodes; none where no path of at most `maximum` repetitions joins them.
  func shortestPaths(
    from start: NodeID, to end: NodeID, all: Bool, _ context: ExecutionContext
  ) throws(CypherError) -> [WalkedPath] {
    var near = Side(start: start, forward)
    var far = Side(start: end, backward)
    while !near.frontier.isEmpty && !far.frontier.isEmpty && near.depth + far.depth < maximum {
      try context.evaluation.poll()
      if near.frontier.count <= far.frontier.count {
        try advance(&near, context)
      } else {
        try advance(&far, context)
      }
      let meetings = meetings(near, far)
      if !meetings.isEmpty { return paths(through: meetings, near, far, all: all) }
    }
    return []
  }

  /// Moves a side's frontier one repetition further.
  private func advance(_ side: inout Side, _ context: ExecutionContext) throws(CypherError) {
    let distance = Int32(side.depth + 1)
    let start = side.reached.count
    try side.table.load(side.reached.nodes[side.frontier], context)
    for place in side.frontier {
      var next = side.table.firstTransition(from: side.reached.nodes[place])
      while let transition = next {
        next = side.table.transition(after: transition)
        let (target, isNew) = side.reached.insert(side.table.target(of: transition))
        if isNew {
          side.distances.append(distance)
          side.firstArrivals.append(-1)
        } else if side.distances[target] != distance {
          continue
        }
        side.arrivals.append(Arrival(transition: transition, place: Int32(place), next: side.firstArrivals[target]))
        side.firstArrivals[target] = Int32(side.arrivals.count - 1)
      }
    }
    side.frontier = start..<side.reached.count
  }

  /// The nodes at which both frontiers stand, as places on either side.
  private func meetings(_ near: Side, _ far: Side) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    if near.frontier.count <= far.frontier.count {
      for place in near.frontier {
        let other = far.reached.place(of: near.reached.nodes[place])
        if let other, far.frontier.contains(other) { found.append((place, other)) }
      }
    } else {
      for place in far.frontier {
        let other = near.reached.place(of: far.reached.nodes[place])
        if let other, near.frontier.contains(other) { found.append((other, place)) }
      }
    }
    return found
  }

  // MARK: - Paths

  private func paths(through meetings: [(Int, Int)], _ near: Side, _ far: Side, all: Bool) -> [WalkedPath] {
    var paths: [WalkedPath] = []
    for (nearPlace, farPlace) in meetings {
      let heads = walks(back: nearPlace, near, all: all).map { Self.head($0, from: nearPlace, near) }
      let tails = walks(back: farPlace, far, all: all).map { Self.tail($0, far) }
      for head in heads {
        for tail in tails { paths.append(WalkedPath(start: near.reached.nodes[0], steps: head + tail)) }
      }
      if !all { break }
    }
    return paths
  }

  /// The steps from the start to where the sides met.
  private static func head(_ walk: [Arrival], from place: Int, _ side: Side) -> [WalkedPath.Step] {
    walk.indices.reversed().map { index in
      let end = index == 0 ? place : Int(walk[index - 1].place)
      return .init(hop: 0, transition: walk[index].transition, node: side.reached.nodes[end])
    }
  }

  /// The steps from where the sides met to the end.
  private static func tail(_ walk: [Arrival], _ side: Side) -> [WalkedPath.Step] {
    walk.map { .init(hop: 0, transition: $0.transition, node: side.reached.nodes[Int($0.place)], isFlipped: true) }
  }

  /// The arrivals from a reached node back to the side's start, one or all ways, depth first.
  private func walks(back place: Int, _ side: Side, all: Bool) -> [[Arrival]] {
    if place == 0 { return [[]] }
    var walks: [[Arrival]] = []
    var walk: [Arrival] = []
    var cursors = [side.firstArrivals[place]]
    while let cursor = cursors.last {
      guard cursor >= 0 else {
        cursors.removeLast()
        if !walk.isEmpty { walk.removeLast() }
        continue
      }
      let arrival = side.arrivals[Int(cursor)]
      cursors[cursors.count - 1] = all ? arrival.next : -1
      walk.append(arrival)
      if arrival.place == 0 {
        walks.append(walk)
        walk.removeLast()
      } else {
        cursors.append(side.firstArrivals[Int(arrival.place)])
      }
    }
    return walks
  }
}
