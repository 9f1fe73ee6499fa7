import Graph

/// Sorts the new relationships of one type into compressed rows, in both directions, and counts the degrees of labels.
///
/// Counting sort in two stable passes: by neighbour, then by node, so that each node's run ends up sorted by neighbour and
/// relationship. O(relationships + range of node ids).
struct AdjacencyBuilder {
  private let type: RelationshipTypeID
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var relationships: [UInt32] = []

  /// - Parameter rows: the relationships that adjacency does not know yet.
  init(type: RelationshipTypeID, rows: [Range<UInt32>], snapshot: GraphSnapshot) {
    self.type = type
    let count = rows.reduce(0) { $0 + $1.count }
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    relationships.reserveCapacity(count)
    for range in rows {
      snapshot.relationships.sources.copy(range, into: &sources)
      snapshot.relationships.targets.copy(range, into: &targets)
      relationships.append(contentsOf: range)
    }
  }

  func build(_ snapshot: inout GraphSnapshot) {
    let index = Int(type.rawValue)
    let identity = Array(0..<UInt32(sources.count))
    let byTarget = Self.sort(identity, by: targets)
    add(Self.sort(byTarget, by: sources), nodes: sources, neighbours: targets, to: &snapshot.relationships.outgoing[index])
    let bySource = Self.sort(identity, by: sources)
    add(Self.sort(bySource, by: targets), nodes: targets, neighbours: sources, to: &snapshot.relationships.incoming[index])
    count(sources, isOutgoing: true, &snapshot)
    count(targets, isOutgoing: false, &snapshot)
  }

  /// The places of `order` sorted by their key, those of equal keys in the order given.
  private static func sort(_ order: [UInt32], by keys: [UInt32]) -> [UInt32] {
    guard let least = keys.min(), let largest = keys.max() else { return [] }
    var starts = [UInt32](repeating: 0, count: Int(largest - least) + 2)
    var sorted = [UInt32](repeating: 0, count: order.count)
    for key in keys { starts[Int(key - least) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    starts.withUnsafeMutableBufferPointer { starts in
      for place in order {
        let key = Int(keys[Int(place)] - least)
        sorted[Int(starts[key])] = place
        starts[key] += 1
      }
    }
    return sorted
  }

  /// Cuts the sorted relationships into the segments of their nodes.
  private func add(_ order: [UInt32], nodes: [UInt32], neighbours: [UInt32], to table: inout AdjacencyTable) {
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
        table.segments.replace(index, with: segment(part, nodes: nodes, neighbours: neighbours))
      }
      start = end
    }
  }

  private func segment(_ part: ArraySlice<UInt32>, nodes: [UInt32], neighbours: [UInt32]) -> AdjacencySegment {
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

  private func count(_ nodes: [UInt32], isOutgoing: Bool, _ snapshot: inout GraphSnapshot) {
    var counts = [Int](repeating: 0, count: snapshot.catalog.labelSets.sets.count)
    for node in nodes { counts[Int(snapshot.nodes.labelSets[node])] += 1 }
    for (number, count) in counts.enumerated() {
      snapshot.degrees.add(count, labels: snapshot.catalog.labelSets.sets[number], type: type, isOutgoing: isOutgoing)
    }
  }
}
