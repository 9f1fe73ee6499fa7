import Cypher
import Graph
import GraphStorage

/// All walks of a pattern from one node, by their length: which states they reach with how many relationships, and how each
/// state was come to.
///
/// A state is a node together with the place in the pattern: the hop and how often it was walked. Walks are not written out;
/// an entry – a state at a length – knows the entries before it, so that all walks share their beginnings. `firstVisitsOnly`
/// keeps only the smallest length of each state, which is all that a shortest path needs unless it may not repeat something.
struct PathLayers {
  /// One hop of the pattern in the order of walking.
  struct Hop {
    var table: HopTable
    var minimum: Int
    /// Nil for no limit.
    var maximum: Int?
    /// What the node behind the hop must satisfy.
    var conditions: RowConditions?

    /// Repetitions are counted as far as they matter.
    var largestCount: Int { maximum ?? minimum }
  }

  struct State: Hashable {
    var hop: Int32
    var count: Int32
    var node: NodeID
  }

  struct Entry {
    var state: State
    var length: Int32
    /// The first of its arrivals; -1 for the start.
    var firstArrival: Int32
  }

  /// A way by which an entry was come to.
  struct Arrival {
    var from: Int32
    /// The transition of the hop before; -1 where the walk passed over to the next hop without moving.
    var transition: Int32
    /// The next arrival of the same entry.
    var next: Int32
  }

  let hops: [Hop]
  private let firstVisitsOnly: Bool
  private(set) var entries: [Entry] = []
  private(set) var arrivals: [Arrival] = []
  /// For each length and hop its entries; those behind the last hop are complete walks.
  private(set) var layers: [[[Int32]]] = []
  /// The entry of each state: at its smallest length, or one dictionary a length.
  private var places: [[State: Int32]] = [[:]]
  /// Every state met so far and, where only useful ones are followed from now on, which those are.
  private(set) var met: Set<State> = []
  private var useful: Set<State>?
  /// The length at which a state was last met for the first time.
  private var lastNewLength = 0
  private(set) var byteCount = 0

  init(hops: [Hop], start: NodeID, firstVisitsOnly: Bool) {
    self.hops = hops
    self.firstVisitsOnly = firstVisitsOnly
    arrive(State(hop: 0, count: 0, node: start), length: 0, from: -1, transition: -1)
  }

  /// The number of lengths that walks may have, as far as is known.
  var lengthCount: Int { layers.count }

  /// True if every state that there is was met by the time that walks of `length` have gone on.
  func isComplete(at length: Int) -> Bool { length >= lastNewLength }

  /// The entries of the complete walks of a length.
  func completeWalks(ofLength length: Int) -> [Int32] { layers[length][hops.count].filter { isCurrent($0) } }

  /// False for an entry whose state was come to by a shorter walk later.
  private func isCurrent(_ entry: Int32) -> Bool {
    !firstVisitsOnly || places[0][entries[Int(entry)].state] == entry
  }

  // MARK: - Going on

  /// Walks on from every entry of one length; call it for 0, 1, 2, … in turn.
  mutating func advance(
    _ length: Int, row: UInt32, of batch: Batch, _ context: ExecutionContext
  ) throws(CypherError) {
    try context.evaluation.poll()
    let bytesBefore = byteCount
    for index in hops.indices {
      let hop = hops[index]
      let here = layers[length][index].filter { isCurrent($0) }
      if here.isEmpty { continue }
      try passOver(here.filter { Int(entries[Int($0)].state.count) >= hop.minimum }, row, batch, context)
      let going = here.filter { Int(entries[Int($0)].state.count) < hop.maximum ?? .max }
      try hop.table.load(going.map { entries[Int($0)].state.node }, context)
      for place in going {
        let state = entries[Int(place)].state
        let count = Int32(min(Int(state.count) + 1, hop.largestCount))
        var next = hop.table.firstTransition(from: state.node)
        while let transition = next {
          let target = State(hop: state.hop, count: count, node: hop.table.target(of: transition))
          arrive(target, length: length + hop.table.length, from: place, transition: transition)
          next = hop.table.transition(after: transition)
        }
      }
    }
    try context.keep(byteCount: byteCount - bytesBefore)
  }

  /// Lets walks that have repeated a hop often enough go over to the next one, where the node allows it.
  private mutating func passOver(
    _ ready: [Int32], _ row: UInt32, _ batch: Batch, _ context: ExecutionContext
  ) throws(CypherError) {
    guard let first = ready.first else { return }
    let hop = Int(entries[Int(first)].state.hop)
    var passing = ready
    if let conditions = hops[hop].conditions {
      let nodes = Vector(.nodes(ready.map { entries[Int($0)].state.node }))
      let rows = try conditions.holds(for: [nodes], count: ready.count, row: row, of: batch, context.evaluation)
      passing = rows.map { ready[Int($0)] }
    }
    for place in passing {
      let entry = entries[Int(place)]
      let next = State(hop: Int32(hop + 1), count: 0, node: entry.state.node)
      arrive(next, length: Int(entry.length), from: place, transition: -1)
    }
  }

  private mutating func arrive(_ state: State, length: Int, from: Int32, transition: Int32) {
    if met.insert(state).inserted { lastNewLength = max(lastNewLength, length) }
    if let useful, !useful.contains(state) { return }
    let index = firstVisitsOnly ? 0 : length
    while places.count <= index { places.append([:]) }
    if let known = places[index][state] {
      let knownLength = entries[Int(known)].length
      if knownLength == Int32(length) {
        arrivals.append(Arrival(from: from, transition: transition, next: entries[Int(known)].firstArrival))
        entries[Int(known)].firstArrival = Int32(arrivals.count - 1)
        byteCount += 12
      }
      // A long repetition may have come here first; the shorter walk takes its place before that one goes on.
      if knownLength <= Int32(length) { return }
    }
    let place = Int32(entries.count)
    var firstArrival: Int32 = -1
    if from >= 0 {
      arrivals.append(Arrival(from: from, transition: transition, next: -1))
      firstArrival = Int32(arrivals.count - 1)
    }
    entries.append(Entry(state: state, length: Int32(length), firstArrival: firstArrival))
    places[index][state] = place
    while layers.count <= length { layers.append([[Int32]](repeating: [], count: hops.count + 1)) }
    layers[length][Int(state.hop)].append(place)
    byteCount += 64
  }

  // MARK: - Leaving out

  /// From now on follows only states from which a complete walk to one of `targets` may go on. O(states + transitions).
  mutating func follow(onlyTo targets: Set<NodeID>) {
    var before: [State: [State]] = [:]
    for state in met where Int(state.hop) < hops.count {
      for next in successors(of: state) { before[next, default: []].append(state) }
    }
    var reached = Set(targets.map { State(hop: Int32(hops.count), count: 0, node: $0) })
    var open = Array(reached)
    while let state = open.popLast() {
      for previous in before[state] ?? [] where reached.insert(previous).inserted { open.append(previous) }
    }
    useful = reached
  }

  private func successors(of state: State) -> [State] {
    let hop = hops[Int(state.hop)]
    var found: [State] = []
    let passed = State(hop: state.hop + 1, count: 0, node: state.node)
    if Int(state.count) >= hop.minimum, met.contains(passed) { found.append(passed) }
    guard Int(state.count) < hop.maximum ?? .max, hop.table.isLoaded(state.node) else { return found }
    let count = Int32(min(Int(state.count) + 1, hop.largestCount))
    var next = hop.table.firstTransition(from: state.node)
    while let transition = next {
      found.append(State(hop: state.hop, count: count, node: hop.table.target(of: transition)))
      next = hop.table.transition(after: transition)
    }
    return found
  }
}
