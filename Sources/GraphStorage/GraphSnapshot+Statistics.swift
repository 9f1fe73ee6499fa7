import Graph

extension GraphSnapshot {
  /// The average number of relationships that expanding one node yields; over all nodes where `label` is nil. O(types).
  public func averageDegree(_ label: LabelID?, types: [RelationshipTypeID] = [], _ direction: Direction) -> Double {
    let nodeCount = label.map { self.nodeCount($0) } ?? self.nodeCount
    guard nodeCount > 0 else { return 0 }
    let chosen = types.isEmpty ? relationshipTypes.indices.map { RelationshipTypeID(UInt32($0)) } : types
    var total = 0
    for type in chosen {
      if let label {
        if direction != .incoming { total += degrees.count(label, type, isOutgoing: true) }
        if direction != .outgoing { total += degrees.count(label, type, isOutgoing: false) }
      } else {
        total += relationshipCount(type) * (direction == .both ? 2 : 1)
      }
    }
    return Double(total) / Double(nodeCount)
  }

  /// The number of relationships of a type that leave (or reach) nodes of a label. O(1).
  public func relationshipCount(_ type: RelationshipTypeID, at label: LabelID, isOutgoing: Bool) -> Int {
    degrees.count(label, type, isOutgoing: isOutgoing)
  }

  /// About how many different values a property has on nodes of a label. Exact where there is an index; otherwise from a
  /// sample of up to 1,024 nodes spread over the ids.
  public func distinctValueEstimate(_ label: LabelID, _ key: PropertyKeyID) -> Double {
    if let index = rangeIndex(label, key) { return Double(max(index.distinctCount, 1)) }
    let members = nodeCount(label)
    guard members > 0, let column = nodes.properties[key], column.presentCount > 0 else { return 1 }
    let sample = sample(label, count: 1024)
    var seen = Set<SampledValue>()
    for node in sample {
      if let value = SampledValue(column.value(at: node.rawValue, pool: pool)) { seen.insert(value) }
    }
    // A sample in which almost all differ is of a key; one in which few do has seen them all.
    let distinct = Double(max(seen.count, 1))
    guard sample.count < members, distinct * 2 > Double(sample.count) else { return distinct }
    return distinct / Double(sample.count) * Double(min(members, column.presentCount))
  }

  /// The mean degree of as many of `nodes` as can be told without reading more than `budget` segments of the file, which it is
  /// lowered by; segments in memory cost nothing, and of the others those come first in which most of the nodes are. Also how
  /// many nodes that is.
  package func sampledDegree(
    of nodes: [NodeID], types: [RelationshipTypeID], _ direction: Direction, loading budget: inout Int
  ) -> (mean: Double, sampleSize: Int) {
    let tables = self.tables(types, direction).map(\.table.segments)
    var bySegment: [Int: [NodeID]] = [:]
    for node in nodes { bySegment[SegmentGeometry.segment(of: node.rawValue), default: []].append(node) }
    let segments = bySegment.keys.sorted { (bySegment[$1]!.count, $0) < (bySegment[$0]!.count, $1) }
    var chosen: [NodeID] = []
    for segment in segments {
      let loadCount = tables.reduce(0) { $0 + ($1.isInMemory(segment) ? 0 : 1) }
      guard loadCount <= budget else { continue }
      budget -= loadCount
      chosen += bySegment[segment]!
    }
    guard !chosen.isEmpty else { return (0, 0) }
    let degrees = self.degrees(of: chosen, types: types, direction)
    return (Double(degrees.reduce(0, +)) / Double(chosen.count), chosen.count)
  }

  /// How many different values an index over these properties of the relationships of a type holds; 1 where there is none.
  public func distinctValueCount(_ type: RelationshipTypeID, _ keys: [PropertyKeyID]) -> Double {
    let target = SchemaTarget(element: .relationship, owner: type.rawValue, keys: keys)
    return Double(max(1, indexes.first { $0.target == target }?.distinctCount ?? 1))
  }

  private func sample(_ label: LabelID, count: Int) -> [NodeID] {
    guard nodeCount(label) > count else {
      var cursor = ScanCursor()
      return scanNodes(label: label, from: &cursor, limit: count)
    }
    var nodes: [NodeID] = []
    let stride = max(nodeCapacity / 16, 1)
    for start in Swift.stride(from: 0, to: nodeCapacity, by: stride) {
      var cursor = ScanCursor(start..<nodeCapacity)
      nodes += scanNodes(label: label, from: &cursor, limit: count / 16)
    }
    return nodes
  }
}

/// A value as the sample tells values apart.
private enum SampledValue: Hashable {
  case number(UInt64), text(String), flag(Bool), day(Int64)

  init?(_ value: Value) {
    switch value {
    case .integer(let number): self = .number(Double(number).bitPattern)
    case .float(let number): self = .number(number.bitPattern)
    case .string(let text): self = .text(text)
    case .boolean(let flag): self = .flag(flag)
    case .date(let date): self = .day(date.daysSinceEpoch)
    default: return nil
    }
  }
}
