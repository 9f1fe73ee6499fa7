import Graph

// Scans cut into parts, for several threads. The parts depend on the graph alone, so that what is computed of each and put
// together in their order is the same whatever the number of threads.

extension GraphSnapshot {
  /// Ranges of ids that cover all nodes of a label, or of the graph where it is nil: about `count` ranges with about as many
  /// nodes each. O(ids / 64).
  public func nodeRanges(label: LabelID? = nil, count: Int) -> [Range<Int>] {
    guard let members = members(label) else { return [] }
    return members.ranges(below: Int(nodes.capacity), count: count)
  }

  /// The same for the relationships of a type.
  public func relationshipRanges(type: RelationshipTypeID? = nil, count: Int) -> [Range<Int>] {
    guard let members = members(type) else { return [] }
    return members.ranges(below: Int(relationships.capacity), count: count)
  }

  /// The node at which each relationship begins.
  public func sources(of relationships: [RelationshipID]) -> [NodeID] { ends(relationships, self.relationships.sources) }

  /// The node at which each relationship ends.
  public func targets(of relationships: [RelationshipID]) -> [NodeID] { ends(relationships, self.relationships.targets) }

  private func ends(_ relationships: [RelationshipID], _ column: FixedColumn<UInt32>) -> [NodeID] {
    [NodeID](unsafeUninitializedCapacity: relationships.count) { nodes, count in
      count = relationships.count
      var index = -1
      var segment: FixedSegment<UInt32>?
      for place in 0..<relationships.count {
        let row = relationships[place].rawValue
        if SegmentGeometry.segment(of: row) != index {
          index = SegmentGeometry.segment(of: row)
          segment = column.segments.segment(index)
        }
        nodes.initializeElement(at: place, to: NodeID(segment?[SegmentGeometry.offset(of: row)] ?? 0))
      }
    }
  }
}

extension Bitmap {
  /// At most about `count` ranges of rows below `end` that hold as many members each, cut at multiples of 64.
  fileprivate func ranges(below end: Int, count: Int) -> [Range<Int>] {
    let share = max(64, self.count / max(1, count))
    var ranges: [Range<Int>] = []
    var start: Int?
    var memberCount = 0
    for index in 0..<segments.count {
      guard let segment = segments.segment(index), segment.count > 0 else { continue }
      for word in 0..<SegmentGeometry.wordCount where segment.words[word] != 0 {
        let row = Int(SegmentGeometry.firstRow(of: index)) + word * 64
        if start == nil { start = row }
        memberCount += segment.words[word].nonzeroBitCount
        if memberCount >= share {
          ranges.append(start!..<min(end, row + 64))
          (start, memberCount) = (nil, 0)
        }
      }
    }
    if let start { ranges.append(start..<end) }
    return ranges
  }
}
