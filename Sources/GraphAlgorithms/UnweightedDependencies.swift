import Graph

/// By breadth-first search, where every relationship has the same length.
///
/// Eight searches go on side by side, each in a lane of its own. A vertex that several of them reach at the same distance is
/// visited once for all of these, and whether a neighbour is new in any lane is read from one byte, of which a cache holds many;
/// the counts of a vertex, one a lane, lie in one line of it (A. E. Sarıyüce, E. Saule, K. Kaya and Ü. V. Çatalyürek,
/// "Regularizing graph centrality computations", 2015). About 100 bytes a vertex.
final class UnweightedDependencies: PathDependencies {
  private typealias Lanes = UInt8
  private static let laneCount = 8

  /// Until the way back has passed a vertex in a lane: on how many shortest paths it is reached. From then on: one and its own
  /// dependency, shared out among those paths. One read of a neighbour serves for both.
  private let values: UnsafeMutablePointer<SIMD8<Double>>
  /// In which lanes each vertex was reached, those of the level being made left out.
  private let seen: UnsafeMutablePointer<Lanes>
  /// In which lanes each vertex is on one level: the one being made, on the way back the one behind.
  private let onLevel: UnsafeMutablePointer<Lanes>
  /// The vertices reached, level by level, and in which lanes; a vertex may be there once for each lane.
  private let queue: UnsafeMutablePointer<UInt32>
  private let queueLanes: UnsafeMutablePointer<Lanes>
  /// Where each level begins in the queue, and the end of the last.
  private var levelBounds: [Int] = []
  /// For each set of lanes the bits of those that are in it.
  private let laneBits: UnsafeMutablePointer<SIMD8<UInt64>>

  override init(vertexCount: Int) {
    values = .allocate(capacity: vertexCount)
    seen = .allocate(capacity: vertexCount)
    seen.initialize(repeating: 0, count: vertexCount)
    onLevel = .allocate(capacity: vertexCount)
    onLevel.initialize(repeating: 0, count: vertexCount)
    queue = .allocate(capacity: vertexCount * Self.laneCount)
    queueLanes = .allocate(capacity: vertexCount * Self.laneCount)
    laneBits = .allocate(capacity: 1 << Self.laneCount)
    for lanes in 0..<1 << Self.laneCount {
      var bits = SIMD8<UInt64>.zero
      for lane in 0..<Self.laneCount where lanes & 1 << lane != 0 { bits[lane] = .max }
      (laneBits + lanes).initialize(to: bits)
    }
    super.init(vertexCount: vertexCount)
  }

  deinit {
    values.deallocate()
    seen.deallocate()
    onLevel.deallocate()
    queue.deallocate()
    queueLanes.deallocate()
    laneBits.deallocate()
  }

  override func add(
    _ sources: ArraySlice<Int>, in graph: Adjacency, _ checkpoint: Checkpoint
  ) throws(AlgorithmInterruption) {
    for start in stride(from: sources.startIndex, to: sources.endIndex, by: Self.laneCount) {
      begin(sources[start..<min(start + Self.laneCount, sources.endIndex)])
      // An interruption leaves the arrays as they are; nobody searches on with them.
      while levelBounds[levelBounds.count - 1] > levelBounds[levelBounds.count - 2] {
        try checkpoint()
        graph.withRows { advance($0) }
      }
      for level in stride(from: levelBounds.count - 3, to: 0, by: -1) {
        try checkpoint()
        graph.withRows { accumulate(level, $0) }
      }
      end()
    }
  }

  /// The first level: each source in the lane of its own.
  private func begin(_ sources: ArraySlice<Int>) {
    for (lane, source) in sources.enumerated() {
      values[source] = .zero
      values[source][lane] = 1
      seen[source] = 1 << lane
      queue[lane] = UInt32(source)
      queueLanes[lane] = 1 << lane
    }
    levelBounds = [0, sources.count]
  }

  /// The next level: what the last one leads to and was not reached before.
  private func advance(_ rows: AdjacencyRows) {
    let (values, seen, onLevel, queue, laneBits) = (values, seen, onLevel, queue, laneBits)
    let end = levelBounds[levelBounds.count - 1]
    var count = end
    for position in levelBounds[levelBounds.count - 2]..<end {
      let vertex = Int(queue[position])
      let lanes = queueLanes[position]
      let pathCounts = unsafeBitCast(values[vertex], to: SIMD8<UInt64>.self)
      for place in rows.row(vertex) {
        let target = Int(rows.targets[place])
        let reached = lanes & ~seen[target]
        guard reached != 0 else { continue }
        let added = unsafeBitCast(pathCounts & laneBits[Int(reached)], to: SIMD8<Double>.self)
        let known = onLevel[target]
        if known == 0 {
          queue[count] = rows.targets[place]
          count &+= 1
        }
        values[target] = known | seen[target] == 0 ? added : values[target] + added
        onLevel[target] = known | reached
      }
    }
    for position in end..<count {
      let vertex = Int(queue[position])
      queueLanes[position] = onLevel[vertex]
      seen[vertex] |= onLevel[vertex]
      onLevel[vertex] = 0
    }
    levelBounds.append(count)
  }

  /// What the vertices of a level depend on those of the level behind, whose values are shares already.
  private func accumulate(_ level: Int, _ rows: AdjacencyRows) {
    let (values, onLevel, queue, laneBits) = (values, onLevel, queue, laneBits)
    let (start, end, nextEnd) = (levelBounds[level], levelBounds[level + 1], levelBounds[level + 2])
    for position in end..<nextEnd { onLevel[Int(queue[position])] = queueLanes[position] }
    scores.withUnsafeMutableBufferPointer { scores in
      for position in start..<end {
        let vertex = Int(queue[position])
        let lanes = queueLanes[position]
        var sum = SIMD8<Double>.zero
        for place in rows.row(vertex) {
          let target = Int(rows.targets[place])
          let behind = lanes & onLevel[target]
          guard behind != 0 else { continue }
          let shares = unsafeBitCast(values[target], to: SIMD8<UInt64>.self)
          sum += unsafeBitCast(shares & laneBits[Int(behind)], to: SIMD8<Double>.self)
        }
        let own = laneBits[Int(lanes)]
        let pathCounts = values[vertex]
        let dependencies = sum * pathCounts
        let shares = unsafeBitCast((1 + dependencies) / pathCounts, to: SIMD8<UInt64>.self) & own
        let others = unsafeBitCast(pathCounts, to: SIMD8<UInt64>.self) & ~own
        values[vertex] = unsafeBitCast(shares | others, to: SIMD8<Double>.self)
        scores[vertex] += Self.total(
          unsafeBitCast(unsafeBitCast(dependencies, to: SIMD8<UInt64>.self) & own, to: SIMD8<Double>.self))
      }
    }
    for position in end..<nextEnd { onLevel[Int(queue[position])] = 0 }
  }

  /// Leaves the arrays as they were before the search.
  private func end() {
    for position in 0..<levelBounds[levelBounds.count - 1] { seen[Int(queue[position])] = 0 }
  }

  @inline(__always)
  private static func total(_ lanes: SIMD8<Double>) -> Double {
    let halves = lanes.lowHalf + lanes.highHalf
    let quarters = halves.lowHalf + halves.highHalf
    return quarters[0] + quarters[1]
  }
}
