import Graph

/// Sorts the new relationships of one type into compressed rows, in one direction, and counts the degrees of labels.
///
/// Counting sort in two stable passes: by neighbour, then by node, so that each node's run ends up sorted by neighbour and
/// relationship. O(relationships + range of node ids).
struct AdjacencyBuilder {
  private let type: RelationshipTypeID
  private let isOutgoing: Bool
  private var nodes: [UInt32] = []
  private var neighbours: [UInt32] = []
  private var relationships: [UInt32] = []

  /// What has been built.
  private struct Outcome {
    var table: AdjacencyTable
    /// By label set, the number of new relationships at nodes that have it.
    var counts: [Int]
  }

  /// Adds relationships that adjacency does not know yet to a snapshot: every type and direction is a piece of work.
  static func build(_ pending: [RelationshipTypeID: [Range<UInt32>]], _ snapshot: inout GraphSnapshot) {
    let types = pending.keys.sorted()
    var labelSets: [UInt32] = []
    snapshot.nodes.labelSets.copy(0..<snapshot.nodes.capacity, into: &labelSets)
    var outcomes = [Outcome?](repeating: nil, count: types.count * 2)
    let state = snapshot
    outcomes.withUnsafeMutableBufferPointer { outcomes in
      nonisolated(unsafe) let outcomes = outcomes
      WorkerPool.shared.run(pieceCount: outcomes.count) { piece, _ in
        let type = types[piece / 2]
        let builder = AdjacencyBuilder(type, isOutgoing: piece % 2 == 0, rows: pending[type]!, snapshot: state)
        outcomes[piece] = builder.build(state, labelSets)
      }
    }
    for (piece, outcome) in outcomes.enumerated() {
      let type = types[piece / 2]
      let isOutgoing = piece % 2 == 0
      if isOutgoing {
        snapshot.relationships.outgoing[Int(type.rawValue)] = outcome!.table
      } else {
        snapshot.relationships.incoming[Int(type.rawValue)] = outcome!.table
      }
      for (number, count) in outcome!.counts.enumerated() {
        snapshot.degrees.add(count, labels: snapshot.catalog.labelSets.sets[number], type: type, isOutgoing: isOutgoing)
      }
    }
  }

  private init(_ type: RelationshipTypeID, isOutgoing: Bool, rows: [Range<UInt32>], snapshot: GraphSnapshot) {
    self.type = type
    self.isOutgoing = isOutgoing
    let count = rows.reduce(0) { $0 + $1.count }
    nodes.reserveCapacity(count)
    neighbours.reserveCapacity(count)
    relationships.reserveCapacity(count)
    for range in rows {
      snapshot.relationships.sources.copy(range, into: &nodes)
      snapshot.relationships.targets.copy(range, into: &neighbours)
      relationships.append(contentsOf: range)
    }
    if !isOutgoing { swap(&nodes, &neighbours) }
  }

  private func build(_ snapshot: GraphSnapshot, _ labelSets: [UInt32]) -> Outcome {
    let index = Int(type.rawValue)
    var table = isOutgoing ? snapshot.relationships.outgoing[index] : snapshot.relationships.incoming[index]
    let byNeighbour = Self.sort([UInt32](0..<UInt32(nodes.count)), by: neighbours)
    add(Self.sort(byNeighbour, by: nodes), to: &table)
    var counts = [Int](repeating: 0, count: snapshot.catalog.labelSets.sets.count)
    for node in nodes { counts[Int(labelSets[Int(node)])] += 1 }
    return Outcome(table: table, counts: counts)
  }

  /// The places of `order` sorted by their key, those of equal keys in the order given.
  private static func sort(_ order: [UInt32], by keys: [UInt32]) -> [UInt32] {
    guard let least = keys.min(), let largest = keys.max() else { return [] }
    var starts = [UInt32](repeating: 0, count: Int(largest &- least) + 2)
    return starts.withUnsafeMutableBufferPointer { starts in
      keys.withUnsafeBufferPointer { keys in
        for key in keys { starts[Int(key &- least) &+ 1] &+= 1 }
        for index in 1..<starts.count { starts[index] &+= starts[index &- 1] }
        return [UInt32](unsafeUninitializedCapacity: order.count) { sorted, count in
          for place in order {
            let key = Int(keys[Int(place)] &- least)
            sorted[Int(starts[key])] = place
            starts[key] &+= 1
          }
          count = order.count
        }
      }
    }
  }

  /// Cuts the sorted relationships into the segments of their nodes.
  private func add(_ order: [UInt32], to table: inout AdjacencyTable) {
    var start = 0
    while start < order.count {
      let index = SegmentGeometry.segment(of: nodes[Int(order[start])])
      var end = start
      while end < order.count && SegmentGeometry.segment(of: nodes[Int(order[end])]) == index { end += 1 }
      let part = order[start..<end]
      table.merge(index)
      if table.segments.isPresent(index) {
        let delta = AdjacencyDelta(
          added: part.map { place in
            let offset = SegmentGeometry.offset(of: nodes[Int(place)])
            return AdjacencyEntry(
              offset: UInt32(offset), neighbour: neighbours[Int(place)], relationship: relationships[Int(place)])
          })
        table.segments.replace(index, with: AdjacencySegment.merging(table.segments.segment(index), delta))
      } else {
        table.segments.replace(index, with: segment(part))
      }
      start = end
    }
  }

  private func segment(_ part: ArraySlice<UInt32>) -> AdjacencySegment {
    var degrees = [UInt32](repeating: 0, count: SegmentGeometry.rowCount)
    for place in part { degrees[SegmentGeometry.offset(of: nodes[Int(place)])] += 1 }
    return degrees.withUnsafeBufferPointer { degrees in
      AdjacencySegment(degrees: degrees) { neighbourSpace, relationshipSpace in
        for (position, place) in part.enumerated() {
          neighbourSpace[position] = neighbours[Int(place)]
          relationshipSpace[position] = relationships[Int(place)]
        }
      }
    }
  }
}
