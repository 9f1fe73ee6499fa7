import Graph

/// Makes compressed rows of the relationships that a load has brought, type by type on all workers, and counts the degrees of
/// labels.
struct AdjacencyBuilder {
  private let snapshot: GraphSnapshot
  private let labelSets: [UInt32]
  /// Takes the segments as they are made; nil where they stay in memory.
  private let stream: SegmentStream?

  /// What has been built of a type in one direction.
  private struct Direction {
    var table: AdjacencyTable
    /// By label set, the number of new relationships at nodes that have it.
    var counts: [Int]
  }

  /// Adds relationships that adjacency does not know yet to a snapshot, and frees them.
  static func build(
    _ pending: inout [RelationshipTypeID: PendingRelationships], _ snapshot: inout GraphSnapshot, _ stream: SegmentStream?
  ) {
    // The largest first, so that the last ones to end are small.
    let types = pending.keys.sorted { (pending[$1]!.count, $0) < (pending[$0]!.count, $1) }
    var labelSets: [UInt32] = []
    snapshot.nodes.labelSets.copy(0..<snapshot.nodes.capacity, into: &labelSets)
    var parts = types.map { pending[$0] }
    pending = [:]
    var outcomes = [(outgoing: Direction, incoming: Direction)?](repeating: nil, count: types.count)
    let builder = AdjacencyBuilder(snapshot: snapshot, labelSets: labelSets, stream: stream)
    parts.withUnsafeMutableBufferPointer { parts in
      outcomes.withUnsafeMutableBufferPointer { outcomes in
        nonisolated(unsafe) let (parts, outcomes) = (parts, outcomes)
        WorkerPool.shared.run(pieceCount: types.count) { piece, _ in
          outcomes[piece] = builder.build(types[piece], parts[piece].take()!)
        }
      }
    }
    for (type, outcome) in zip(types, outcomes) {
      snapshot.relationships.outgoing[Int(type.rawValue)] = outcome!.outgoing.table
      snapshot.relationships.incoming[Int(type.rawValue)] = outcome!.incoming.table
      for (isOutgoing, direction) in [(true, outcome!.outgoing), (false, outcome!.incoming)] {
        for (number, count) in direction.counts.enumerated() {
          snapshot.degrees.add(count, labels: snapshot.catalog.labelSets.sets[number], type: type, isOutgoing: isOutgoing)
        }
      }
    }
  }

  private func build(
    _ type: RelationshipTypeID, _ pending: consuming PendingRelationships
  ) -> (outgoing: Direction, incoming: Direction) {
    var (outgoing, incoming): (HalfEdges?, HalfEdges?) = HalfEdges.sorted(pending)
    let first = direction(outgoing!, snapshot.relationships.outgoing[Int(type.rawValue)], snapshot.relationships.targets)
    outgoing = nil
    let second = direction(incoming!, snapshot.relationships.incoming[Int(type.rawValue)], snapshot.relationships.sources)
    incoming = nil
    return (first, second)
  }

  /// - Parameter ends: the other ends of all relationships.
  private func direction(_ edges: HalfEdges, _ table: AdjacencyTable, _ ends: FixedColumn<UInt32>) -> Direction {
    let source = stream.map { AdjacencySource(file: $0.file, ends: ends) }
    var counts = [Int](repeating: 0, count: snapshot.catalog.labelSets.sets.count)
    for place in 0..<edges.nodeCount { counts[Int(labelSets[Int(edges.first) + place])] += edges.run(of: place).count }
    var table = table
    let last = edges.first + UInt32(edges.nodeCount - 1)
    for index in SegmentGeometry.segment(of: edges.first)...SegmentGeometry.segment(of: last) {
      let start = max(SegmentGeometry.firstRow(of: index), edges.first)
      let end = min(SegmentGeometry.firstRow(of: index) + UInt32(SegmentGeometry.rowCount), last + 1)
      let places = Int(start - edges.first)..<Int(end - edges.first)
      guard edges.starts[places.lowerBound] < edges.starts[places.upperBound] else { continue }
      table.merge(index)
      if table.segments.isPresent(index) {
        table.segments.replace(index, with: merged(edges, places, with: table.segments.segment(index)))
      } else {
        let segment = segment(edges, places)
        table.segments.replace(index, with: stream == nil ? segment : nil)
        if let stream, let source { table.segments.settle(index, as: stream.store(segment, from: source)) }
      }
    }
    return Direction(table: table, counts: counts)
  }

  /// A segment of the nodes at `places`.
  private func segment(_ edges: HalfEdges, _ places: Range<Int>) -> AdjacencySegment {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: SegmentGeometry.rowCount) { degrees in
      degrees.initialize(repeating: 0)
      let offset = SegmentGeometry.offset(of: edges.first + UInt32(places.lowerBound))
      for (index, place) in places.enumerated() { degrees[offset + index] = UInt32(edges.run(of: place).count) }
      return AdjacencySegment(degrees: UnsafeBufferPointer(degrees)) { neighbours, relationships in
        let part = edges.entries.baseAddress! + Int(edges.starts[places.lowerBound])
        for index in 0..<Int(edges.starts[places.upperBound] - edges.starts[places.lowerBound]) {
          neighbours[index] = UInt32(truncatingIfNeeded: part[index] &>> 32)
          relationships[index] = UInt32(truncatingIfNeeded: part[index])
        }
      }
    }
  }

  private func merged(_ edges: HalfEdges, _ places: Range<Int>, with present: AdjacencySegment?) -> AdjacencySegment? {
    let added = places.flatMap { place in
      let offset = UInt32(SegmentGeometry.offset(of: edges.first + UInt32(place)))
      return edges.run(of: place).map { index in
        AdjacencyEntry(
          offset: offset, neighbour: UInt32(edges.entries[index] >> 32),
          relationship: UInt32(truncatingIfNeeded: edges.entries[index]))
      }
    }
    return AdjacencySegment.merging(present, AdjacencyDelta(added: added))
  }
}
