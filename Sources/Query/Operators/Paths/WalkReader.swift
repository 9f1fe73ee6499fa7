import Cypher
import Graph

/// Writes out the walks that lead to one entry of some layers, leaving out those that repeat what they may not.
///
/// Goes backwards from the entry, depth first; a walk is given up at the first element that it may not have.
struct WalkReader {
  private let layers: PathLayers
  private let restriction: PathRestriction

  /// An entry on the way back, and the arrival by which it is left next.
  private struct Frame {
    var entry: Int32
    var arrival: Int32
    /// True where coming here added relationships to the trail.
    var moved: Bool
  }

  init(_ layers: PathLayers, _ restriction: PathRestriction) {
    self.layers = layers
    self.restriction = restriction
  }

  /// Calls `body` with each walk until it says that there are enough.
  func forEachWalk(
    to entry: Int32, _ context: ExecutionContext, _ body: (WalkedPath) throws(CypherError) -> Bool
  ) throws(CypherError) {
    var trail = PathTrail(restriction, start: layers.entries[Int(entry)].state.node)
    var steps: [WalkedPath.Step] = []
    var frames = [frame(entry, moved: false)]
    var stepsUntilPoll = 4096
    while let top = frames.last {
      stepsUntilPoll -= 1
      if stepsUntilPoll == 0 {
        try context.evaluation.poll()
        stepsUntilPoll = 4096
      }
      if layers.entries[Int(top.entry)].firstArrival < 0 {
        let start = layers.entries[Int(top.entry)].state.node
        if try body(WalkedPath(start: start, steps: steps.reversed())) { return }
      } else if top.arrival >= 0 {
        let arrival = layers.arrivals[Int(top.arrival)]
        frames[frames.count - 1].arrival = arrival.next
        goBack(by: arrival, &trail, &steps, &frames)
        continue
      }
      frames.removeLast()
      if top.moved { trail.shorten(by: layers.hops[steps.removeLast().hop].table.length) }
    }
  }

  private func frame(_ entry: Int32, moved: Bool) -> Frame {
    Frame(entry: entry, arrival: layers.entries[Int(entry)].firstArrival, moved: moved)
  }

  private func goBack(
    by arrival: PathLayers.Arrival, _ trail: inout PathTrail, _ steps: inout [WalkedPath.Step], _ frames: inout [Frame]
  ) {
    guard arrival.transition >= 0 else { return frames.append(frame(arrival.from, moved: false)) }
    let before = layers.entries[Int(arrival.from)].state
    let table = layers.hops[Int(before.hop)].table
    let nodes = [before.node] + table.nodes(of: arrival.transition).dropLast()
    guard trail.extend(table.relationships(of: arrival.transition).reversed(), nodes.reversed()) else { return }
    let node = layers.entries[Int(frames[frames.count - 1].entry)].state.node
    steps.append(.init(hop: Int(before.hop), transition: arrival.transition, node: node))
    frames.append(frame(arrival.from, moved: true))
  }
}
