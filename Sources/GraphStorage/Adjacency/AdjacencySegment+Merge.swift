extension AdjacencySegment {
  /// The compressed rows of `base` with `delta` applied; nil where nothing is left. O(relationships of both).
  static func merging(_ base: AdjacencySegment?, _ delta: AdjacencyDelta) -> AdjacencySegment? {
    let degrees = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: SegmentGeometry.rowCount)
    defer { degrees.deallocate() }
    degrees.initialize(repeating: 0)
    if let base {
      for offset in 0..<SegmentGeometry.rowCount { degrees[offset] = UInt32(base.run(of: offset).count) }
    }
    for entry in delta.added { degrees[Int(entry.offset)] += 1 }
    for entry in delta.removed { degrees[Int(entry.offset)] -= 1 }
    let total = (base?.count ?? 0) + delta.added.count - delta.removed.count
    guard total > 0 else { return nil }
    return AdjacencySegment(degrees: UnsafeBufferPointer(degrees)) { neighbours, relationships in
      var merge = Merge(base: base, delta: delta, neighbours: neighbours, relationships: relationships, capacity: total)
      merge.run()
    }
  }

  /// One pass over the base, skipping what was removed and putting in what was added, in order.
  private struct Merge {
    let base: AdjacencySegment?
    let delta: AdjacencyDelta
    let neighbours: UnsafeMutablePointer<UInt32>
    let relationships: UnsafeMutablePointer<UInt32>
    let capacity: Int
    var written = 0
    var addedPosition = 0
    var removedPosition = 0

    mutating func run() {
      if let base {
        for offset in 0..<SegmentGeometry.rowCount {
          for place in base.run(of: offset) {
            let entry = AdjacencyEntry(
              offset: UInt32(offset), neighbour: base.neighbours[place], relationship: base.relationships[place])
            if removedPosition < delta.removed.count, delta.removed[removedPosition].offset == entry.offset,
              delta.removed[removedPosition].relationship == entry.relationship
            {
              removedPosition += 1
              continue
            }
            writeAdded(before: entry)
            write(entry)
          }
        }
      }
      while addedPosition < delta.added.count {
        write(delta.added[addedPosition])
        addedPosition += 1
      }
    }

    private mutating func writeAdded(before entry: AdjacencyEntry) {
      while addedPosition < delta.added.count, AdjacencyEntry.precedes(delta.added[addedPosition], entry) {
        write(delta.added[addedPosition])
        addedPosition += 1
      }
    }

    private mutating func write(_ entry: AdjacencyEntry) {
      // A removed relationship that the base does not have leaves no room for the last one.
      precondition(written < capacity, "a segment has every relationship that is removed from it")
      neighbours[written] = entry.neighbour
      relationships[written] = entry.relationship
      written += 1
    }
  }
}
