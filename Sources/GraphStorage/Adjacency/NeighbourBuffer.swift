import Graph

/// Where an expansion puts what it finds: parallel arrays that grow by whole runs.
struct NeighbourBuffer {
  var neighbours: [NodeID] = []
  var relationships: [RelationshipID] = []

  var count: Int { neighbours.count }

  mutating func removeAll() {
    neighbours.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
  }

  /// Appends a run of raw ids of either array.
  @inline(__always)
  mutating func append(_ run: Range<Int>, of segment: AdjacencySegment) {
    let nodes = UnsafeRawPointer(segment.neighbours + run.lowerBound).assumingMemoryBound(to: NodeID.self)
    neighbours.append(contentsOf: UnsafeBufferPointer(start: nodes, count: run.count))
    let edges = UnsafeRawPointer(segment.relationships + run.lowerBound).assumingMemoryBound(to: RelationshipID.self)
    relationships.append(contentsOf: UnsafeBufferPointer(start: edges, count: run.count))
  }

  @inline(__always)
  mutating func append(_ neighbour: UInt32, _ relationship: UInt32) {
    neighbours.append(NodeID(neighbour))
    relationships.append(RelationshipID(relationship))
  }
}

extension AdjacencyTable {
  /// Appends the neighbours of `row`, sorted by neighbour; without those that are `row` itself where `skippingLoops`.
  func expand(_ row: UInt32, skippingLoops: Bool, into buffer: inout NeighbourBuffer) {
    let index = SegmentGeometry.segment(of: row)
    let offset = SegmentGeometry.offset(of: row)
    let segment = segments.segment(index)
    let run = segment?.run(of: offset) ?? 0..<0
    if let delta = delta(index) {
      let added = AdjacencyDelta.run(of: offset, in: delta.added)
      let removed = AdjacencyDelta.run(of: offset, in: delta.removed)
      if !added.isEmpty || !removed.isEmpty {
        let start = buffer.count
        merge(segment, run, delta.added[added], delta.removed[removed], into: &buffer)
        if skippingLoops { Self.dropLoops(of: row, from: start, in: &buffer) }
        return
      }
    }
    guard let segment, !run.isEmpty else { return }
    guard skippingLoops else { return buffer.append(run, of: segment) }
    let loops = segment.places(of: row, in: run)
    buffer.append(run.lowerBound..<loops.lowerBound, of: segment)
    buffer.append(loops.upperBound..<run.upperBound, of: segment)
  }

  private func merge(
    _ segment: AdjacencySegment?, _ run: Range<Int>, _ added: ArraySlice<AdjacencyEntry>, _ removed: ArraySlice<AdjacencyEntry>,
    into buffer: inout NeighbourBuffer
  ) {
    var added = added
    var removed = removed
    if let segment {
      for place in run {
        let neighbour = segment.neighbours[place]
        let relationship = segment.relationships[place]
        if let first = removed.first, first.relationship == relationship, first.neighbour == neighbour {
          removed = removed.dropFirst()
          continue
        }
        while let first = added.first, (first.neighbour, first.relationship) < (neighbour, relationship) {
          buffer.append(first.neighbour, first.relationship)
          added = added.dropFirst()
        }
        buffer.append(neighbour, relationship)
      }
    }
    for entry in added { buffer.append(entry.neighbour, entry.relationship) }
  }

  private static func dropLoops(of row: UInt32, from start: Int, in buffer: inout NeighbourBuffer) {
    guard let first = buffer.neighbours[start...].firstIndex(of: NodeID(row)) else { return }
    var end = first
    while end < buffer.count && buffer.neighbours[end] == NodeID(row) { end += 1 }
    buffer.neighbours.removeSubrange(first..<end)
    buffer.relationships.removeSubrange(first..<end)
  }

  /// Appends the relationships that lead from `row` to `neighbour`.
  func relationships(of row: UInt32, to neighbour: UInt32, into found: inout [RelationshipID]) {
    let index = SegmentGeometry.segment(of: row)
    let offset = SegmentGeometry.offset(of: row)
    let start = found.count
    if let segment = segments.segment(index) {
      for place in segment.places(of: neighbour, in: segment.run(of: offset)) {
        found.append(RelationshipID(segment.relationships[place]))
      }
    }
    guard let delta = delta(index), delta.count > 0 else { return }
    for entry in delta.removed[AdjacencyDelta.run(of: offset, in: delta.removed)] where entry.neighbour == neighbour {
      if let place = found[start...].firstIndex(of: RelationshipID(entry.relationship)) { found.remove(at: place) }
    }
    for entry in delta.added[AdjacencyDelta.run(of: offset, in: delta.added)] where entry.neighbour == neighbour {
      found.append(RelationshipID(entry.relationship))
    }
  }
}

extension AdjacencySegment {
  /// The places in `run` at which `neighbour` stands. O(log of the run).
  func places(of neighbour: UInt32, in run: Range<Int>) -> Range<Int> {
    let first = lowerBound(neighbour, in: run)
    var end = first
    while end < run.upperBound && neighbours[end] == neighbour { end += 1 }
    return first..<end
  }

  /// Whether `neighbour` stands in `run`, with this relationship that leads there. O(log of the run).
  func contains(_ neighbour: UInt32, _ relationship: UInt32, in run: Range<Int>) -> Bool {
    var (low, high) = (run.lowerBound, run.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = (neighbours[middle], relationships[middle]) < (neighbour, relationship)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low < run.upperBound && neighbours[low] == neighbour && relationships[low] == relationship
  }

  private func lowerBound(_ neighbour: UInt32, in run: Range<Int>) -> Int {
    var low = run.lowerBound
    var high = run.upperBound
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < neighbour { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
