import Graph

extension GraphSnapshot {
  /// The neighbours of all nodes by relationships of `types`; an empty list means every type.
  ///
  /// - Complexity: O(relationships of the types), shared out among the threads of the pool; O(segments) if they were asked for
  ///   before and are the same.
  package func neighbourRows(types: [RelationshipTypeID], _ direction: Direction) -> NeighbourRows {
    let tables = tables(types, direction)
    let state = AdjacencyState(tables.map(\.table))
    return neighbourRowCache.rows(.init(types: types, direction: direction), of: state) { again in
      NeighbourRowMerge(tables, nodeCapacity: nodeCapacity, keepsSegments: again).rows()
    }
  }
}

/// Brings the tables of several types and directions together, segment by segment.
private struct NeighbourRowMerge {
  /// What the rows of one segment are merged from.
  struct Source {
    let segment: AdjacencySegment
    let skipsLoops: Bool
  }

  struct Outcome {
    var count = 0
    var hasParallels = false
    var hasLoops = false
  }

  /// Less is done faster by one thread.
  private static let smallestSharedCount = 50_000

  private let firstSegment: Int
  private let sources: [[Source]]
  /// Where the rows of each segment begin if no relationships are parallel; one more than there are segments.
  private let starts: [Int]

  /// Of all segments; the last one may hold more than there are nodes.
  private let rowCount: Int

  /// - Parameter keepsSegments: whether what has to be read from the file stays in memory.
  init(_ tables: [(table: AdjacencyTable, skipsLoops: Bool)], nodeCapacity: Int, keepsSegments: Bool) {
    let segmentCount = tables.map(\.table.segmentCount).max() ?? 0
    var all = [[Source]](repeating: [], count: segmentCount)
    all.withUnsafeMutableBufferPointer { all in
      let space = all.baseAddress
      func open(_ index: Int) {
        space![index] = tables.compactMap { entry in
          entry.table.current(index, keeps: keepsSegments).map { Source(segment: $0, skipsLoops: entry.skipsLoops) }
        }
      }
      if tables.contains(where: { !$0.table.isInMemory }) {
        WorkerPool.shared.run(pieceCount: segmentCount) { index, _ in open(index) }
      } else {
        for index in 0..<segmentCount { open(index) }
      }
    }
    let first = all.firstIndex { !$0.isEmpty } ?? 0
    let end = (all.lastIndex { !$0.isEmpty } ?? -1) + 1
    firstSegment = first
    sources = Array(all[min(first, end)..<end])
    rowCount = max(0, min(end * SegmentGeometry.rowCount, nodeCapacity) - first * SegmentGeometry.rowCount)
    var starts = [0]
    for source in sources { starts.append(starts[starts.count - 1] + source.reduce(0) { $0 + $1.segment.count }) }
    precondition(starts[starts.count - 1] < Int(UInt32.max), "places in the rows are of 32 bits")
    self.starts = starts
  }

  func rows() -> NeighbourRows {
    let capacity = starts[sources.count]
    let offsets = UnsafeMutablePointer<UInt32>.allocate(capacity: rowCount + 1)
    let neighbours = UnsafeMutablePointer<UInt32>.allocate(capacity: max(capacity, 1))
    var multiplicities: UnsafeMutablePointer<UInt32>?
    var outcomes = fill(offsets, neighbours, nil)
    if outcomes.contains(where: \.hasParallels) {
      multiplicities = .allocate(capacity: max(capacity, 1))
      outcomes = fill(offsets, neighbours, multiplicities)
    }
    let count = closeGaps(outcomes, offsets, neighbours, multiplicities)
    offsets[rowCount] = UInt32(count)
    let relationshipCount =
      multiplicities.map { counts in (0..<count).reduce(0) { $0 + Int(counts[$1]) } } ?? count
    return NeighbourRows(
      firstNode: firstSegment * SegmentGeometry.rowCount, rowCount: rowCount, offsets: offsets, neighbours: neighbours,
      multiplicities: multiplicities, relationshipCount: relationshipCount, hasLoops: outcomes.contains(where: \.hasLoops))
  }

  private func fill(
    _ offsets: UnsafeMutablePointer<UInt32>, _ neighbours: UnsafeMutablePointer<UInt32>,
    _ multiplicities: UnsafeMutablePointer<UInt32>?
  ) -> [Outcome] {
    var outcomes = [Outcome](repeating: Outcome(), count: sources.count)
    outcomes.withUnsafeMutableBufferPointer { outcomes in
      let space = outcomes.baseAddress
      func fillSegment(_ index: Int) {
        let start = starts[index]
        space![index] = fill(
          index, offsets + index * SegmentGeometry.rowCount,
          NeighbourRowWriter(
            neighbours: neighbours + start, multiplicities: multiplicities.map { $0 + start }))
      }
      if starts[sources.count] < Self.smallestSharedCount {
        for index in sources.indices { fillSegment(index) }
      } else {
        WorkerPool.shared.run(pieceCount: sources.count) { piece, _ in fillSegment(piece) }
      }
    }
    return outcomes
  }

  private func rowCount(of index: Int) -> Int {
    min(SegmentGeometry.rowCount, rowCount - index * SegmentGeometry.rowCount)
  }

  private func fill(
    _ index: Int, _ offsets: UnsafeMutablePointer<UInt32>, _ begun: NeighbourRowWriter
  ) -> Outcome {
    var writer = begun
    let sources = self.sources[index]
    let start = starts[index]
    let firstNode = UInt32((firstSegment + index) * SegmentGeometry.rowCount)
    for offset in 0..<rowCount(of: index) {
      offsets[offset] = UInt32(start &+ writer.count)
      writer.beginRow()
      let node = firstNode &+ UInt32(offset)
      if sources.count == 1 {
        let segment = sources[0].segment
        for place in segment.run(of: offset) { writer.append(segment.neighbours[place], node: node) }
      } else if sources.count == 2 {
        Self.merge(sources[0], sources[1], offset, node, &writer)
      } else if sources.count > 2 {
        writer.append(Self.gather(sources, offset, node)[...], node: node)
      }
    }
    return Outcome(count: writer.count, hasParallels: writer.hasParallels, hasLoops: writer.hasLoops)
  }

  @inline(__always)
  private static func merge(_ a: Source, _ b: Source, _ offset: Int, _ node: UInt32, _ writer: inout NeighbourRowWriter) {
    let (aRun, bRun) = (a.segment.run(of: offset), b.segment.run(of: offset))
    let (aNeighbours, bNeighbours) = (a.segment.neighbours, b.segment.neighbours)
    var (aPlace, bPlace) = (aRun.lowerBound, bRun.lowerBound)
    while aPlace < aRun.upperBound || bPlace < bRun.upperBound {
      if bPlace == bRun.upperBound || (aPlace < aRun.upperBound && aNeighbours[aPlace] <= bNeighbours[bPlace]) {
        if !(a.skipsLoops && aNeighbours[aPlace] == node) { writer.append(aNeighbours[aPlace], node: node) }
        aPlace &+= 1
      } else {
        if !(b.skipsLoops && bNeighbours[bPlace] == node) { writer.append(bNeighbours[bPlace], node: node) }
        bPlace &+= 1
      }
    }
  }

  private static func gather(_ sources: [Source], _ offset: Int, _ node: UInt32) -> [UInt32] {
    var found: [UInt32] = []
    for source in sources {
      for place in source.segment.run(of: offset) {
        let neighbour = source.segment.neighbours[place]
        if !(source.skipsLoops && neighbour == node) { found.append(neighbour) }
      }
    }
    return found.sorted()
  }

  /// Moves the rows of each segment up to those before it; returns the number of entries.
  private func closeGaps(
    _ outcomes: [Outcome], _ offsets: UnsafeMutablePointer<UInt32>, _ neighbours: UnsafeMutablePointer<UInt32>,
    _ multiplicities: UnsafeMutablePointer<UInt32>?
  ) -> Int {
    var end = 0
    for (index, outcome) in outcomes.enumerated() {
      let gap = starts[index] - end
      if gap > 0 {
        (neighbours + end).update(from: neighbours + starts[index], count: outcome.count)
        if let multiplicities { (multiplicities + end).update(from: multiplicities + starts[index], count: outcome.count) }
        for row in 0..<rowCount(of: index) { offsets[index * SegmentGeometry.rowCount + row] -= UInt32(gap) }
      }
      end += outcome.count
    }
    return end
  }
}

extension AdjacencyTable {
  /// False where a segment would have to be read from the file.
  fileprivate var isInMemory: Bool { (0..<segments.count).allSatisfy { segments.isInMemory($0) } }

  /// A segment with its changes merged in, nil where no node has neighbours.
  fileprivate func current(_ index: Int, keeps: Bool) -> AdjacencySegment? {
    guard let delta = delta(index), delta.count > 0 else { return segments.segment(index, .neighbours, keeps: keeps) }
    return AdjacencySegment.merging(segments.segment(index, .whole, keeps: keeps), delta)
  }
}
