import Cypher
import Graph
import GraphStorage

/// A breadth-first search from two nodes towards each other.
struct BidirectionalSearch {
  let snapshot: GraphSnapshot
  let types: [RelationshipTypeID]
  let direction: Direction
  /// The longest chain that counts.
  let maximum: Int
  /// Removes the relationships that may not be followed from those of a node, and their other ends; nil where all may be.
  let filter: Filter?

  typealias Filter = (_ neighbours: inout [NodeID], _ relationships: inout [RelationshipID]) throws(CypherError) -> Void

  /// What is known on one side.
  private struct Side {
    var reached = ReachedNodes()
    var distances: [Int] = [0]
    /// For each reached node the relationships that a shortest chain comes in by, with the place of the node before.
    var arrivals: [[Arrival]] = [[]]
    /// The reached nodes at the greatest distance.
    var frontier: Range<Int> = 0..<1
    let direction: Direction

    init(start: NodeID, direction: Direction) {
      self.direction = direction
      reached.insert(start)
    }

    var depth: Int { distances[frontier.lowerBound] }
  }

  private struct Arrival {
    var relationship: RelationshipID
    var place: Int
  }

  init(
    snapshot: GraphSnapshot, types: [RelationshipTypeID], direction: Direction, maximum: Int,
    filter: Filter?
  ) {
    self.snapshot = snapshot
    self.types = types
    self.direction = direction
    self.maximum = maximum
    self.filter = filter
  }

  /// The relationships of one or all shortest chains between two different nodes, from `start` to `end`; none where no chain
  /// of at most `maximum` joins them.
  func shortestChains(
    from start: NodeID, to end: NodeID, all: Bool, poll: () throws(CypherError) -> Void
  ) throws(CypherError) -> [[RelationshipID]] {
    var forward = Side(start: start, direction: direction)
    var backward = Side(start: end, direction: direction.reversed)
    while !forward.frontier.isEmpty && !backward.frontier.isEmpty && forward.depth + backward.depth < maximum {
      try poll()
      if forward.frontier.count <= backward.frontier.count {
        try advance(&forward)
      } else {
        try advance(&backward)
      }
      let meetings = meetings(forward, backward)
      if !meetings.isEmpty { return chains(through: meetings, forward, backward, all: all) }
    }
    return []
  }

  /// Moves a side's frontier one relationship further.
  private func advance(_ side: inout Side) throws(CypherError) {
    let depth = side.depth
    let start = side.reached.count
    var neighbours: [NodeID] = []
    var relationships: [RelationshipID] = []
    for place in side.frontier {
      neighbours.removeAll(keepingCapacity: true)
      relationships.removeAll(keepingCapacity: true)
      snapshot.expand(side.reached.nodes[place], types: types, side.direction, into: &neighbours, relationships: &relationships)
      try filter?(&neighbours, &relationships)
      for index in neighbours.indices {
        let (target, isNew) = side.reached.insert(neighbours[index])
        let arrival = Arrival(relationship: relationships[index], place: place)
        if isNew {
          side.distances.append(depth + 1)
          side.arrivals.append([arrival])
        } else if side.distances[target] == depth + 1 {
          side.arrivals[target].append(arrival)
        }
      }
    }
    side.frontier = start..<side.reached.count
  }

  /// The nodes at which both frontiers stand, as places on either side.
  private func meetings(_ forward: Side, _ backward: Side) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    if forward.frontier.count <= backward.frontier.count {
      for place in forward.frontier {
        let other = backward.reached.place(of: forward.reached.nodes[place])
        if let other, backward.frontier.contains(other) { found.append((place, other)) }
      }
    } else {
      for place in backward.frontier {
        let other = forward.reached.place(of: backward.reached.nodes[place])
        if let other, forward.frontier.contains(other) { found.append((other, place)) }
      }
    }
    return found
  }

  // MARK: - Chains

  private func chains(
    through meetings: [(Int, Int)], _ forward: Side, _ backward: Side, all: Bool
  ) -> [[RelationshipID]] {
    var chains: [[RelationshipID]] = []
    for (near, far) in meetings {
      let heads = walks(back: near, forward, all: all).map { Array($0.reversed()) }
      let tails = walks(back: far, backward, all: all)
      for head in heads {
        for tail in tails { chains.append(head + tail) }
      }
      if !all { break }
    }
    return chains
  }

  /// The relationships from a reached node back to the side's start, one or all ways.
  private func walks(back place: Int, _ side: Side, all: Bool) -> [[RelationshipID]] {
    if place == 0 { return [[]] }
    var walks: [[RelationshipID]] = []
    for arrival in all ? side.arrivals[place][...] : side.arrivals[place].prefix(1) {
      for walk in self.walks(back: arrival.place, side, all: all) { walks.append([arrival.relationship] + walk) }
    }
    return walks
  }
}
