import Graph

/// What relationships can still carry while `MaximumFlow` is at work.
///
/// Entry p of the graph is two arcs: 2p along it and 2p + 1 back; what flows through one makes room in the other.
struct ResidualNetwork {
  /// What each arc can still carry.
  private(set) var residuals: [Double]
  /// How many arcs from the source each vertex is; −1 for those that cannot be reached, or no more.
  private(set) var levels: [Int32]
  /// The arcs that leave each vertex; their numbers are places in `residuals`.
  private let arcs: Adjacency
  private var nextPlaces: [Int] = []

  init(_ graph: Adjacency, isDirected: Bool) {
    let sources = graph.sources
    residuals = []
    residuals.reserveCapacity(2 * graph.entryCount)
    for place in 0..<graph.entryCount {
      let capacity = graph.weight(at: place)
      residuals.append(capacity)
      residuals.append(isDirected ? 0 : capacity)
    }
    levels = [Int32](repeating: -1, count: graph.vertexCount)
    arcs = Adjacency(
      vertexCount: graph.vertexCount, sources: sources + graph.targets, targets: graph.targets + sources,
      numbers: (0..<UInt32(graph.entryCount)).map { 2 * $0 } + (0..<UInt32(graph.entryCount)).map { 2 * $0 + 1 })
  }

  /// Measures how far each vertex is from the source; false if the sink cannot be reached.
  mutating func level(from source: Int, to sink: Int, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) -> Bool {
    for vertex in levels.indices { levels[vertex] = -1 }
    levels[source] = 0
    var queue = [source]
    var next = 0
    while next < queue.count {
      let vertex = queue[next]
      next += 1
      if next & 0x3FFF == 0 { try checkpoint() }
      for place in arcs.row(vertex) {
        let target = Int(arcs.targets[place])
        guard levels[target] < 0, residuals[arc(place)] > 0 else { continue }
        levels[target] = levels[vertex] + 1
        queue.append(target)
      }
    }
    return levels[sink] >= 0
  }

  /// Sends flow along ways that go one level up at each step until there is none left; returned is how much.
  mutating func saturate(
    from source: Int, to sink: Int, _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) -> Double {
    nextPlaces = Array(arcs.offsets.dropLast())
    var sum = 0.0
    // The places of the way so far, and the vertices that they leave.
    var way: [(place: Int, vertex: Int)] = []
    var vertex = source
    for step in 0... {
      if step & 0x3FFF == 0 { try checkpoint() }
      if vertex == sink {
        sum += send(along: &way)
        vertex = way.popLast()!.vertex
      } else if let place = nextStep(from: vertex) {
        way.append((place, vertex))
        vertex = Int(arcs.targets[place])
      } else if let last = way.popLast() {
        levels[vertex] = -1
        vertex = last.vertex
      } else {
        break
      }
    }
    return sum
  }

  private mutating func nextStep(from vertex: Int) -> Int? {
    while nextPlaces[vertex] < arcs.offsets[vertex + 1] {
      let place = nextPlaces[vertex]
      if residuals[arc(place)] > 0, levels[Int(arcs.targets[place])] == levels[vertex] + 1 { return place }
      nextPlaces[vertex] += 1
    }
    return nil
  }

  /// Fills the narrowest arc of a way and shortens the way to end with the first arc that is full.
  private mutating func send(along way: inout [(place: Int, vertex: Int)]) -> Double {
    let amount = way.reduce(Double.infinity) { min($0, residuals[arc($1.place)]) }
    var firstFull = way.count - 1
    for (index, step) in way.enumerated().reversed() {
      residuals[arc(step.place)] -= amount
      residuals[arc(step.place) ^ 1] += amount
      if residuals[arc(step.place)] == 0 { firstFull = index }
    }
    way.removeSubrange((firstFull + 1)...)
    return amount
  }

  private func arc(_ place: Int) -> Int { Int(arcs.numbers![place]) }
}
