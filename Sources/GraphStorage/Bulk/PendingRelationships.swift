import Graph

/// The relationships of one type that a load has brought and adjacency does not know yet, in the order of their ids.
struct PendingRelationships {
  private(set) var rows: [Range<UInt32>] = []
  private(set) var sources: [[UInt32]] = []
  private(set) var targets: [[UInt32]] = []
  private(set) var count = 0

  mutating func append(_ rows: Range<UInt32>, sources: [UInt32], targets: [UInt32]) {
    if let last = self.rows.last, last.upperBound == rows.lowerBound {
      self.rows[self.rows.count - 1] = last.lowerBound..<rows.upperBound
    } else {
      self.rows.append(rows)
    }
    self.sources.append(sources)
    self.targets.append(targets)
    count += rows.count
  }

  /// The ids. The caller deallocates them.
  func numbers() -> UnsafeMutableBufferPointer<UInt32> {
    let numbers = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
    var next = 0
    for range in rows {
      for place in 0..<range.count { numbers[next &+ place] = range.lowerBound &+ UInt32(truncatingIfNeeded: place) }
      next += range.count
    }
    return numbers
  }

  /// Sources or targets in one piece, their range and whether they ascend. The caller deallocates them.
  func gathered(
    _ parts: [[UInt32]]
  ) -> (nodes: UnsafeMutableBufferPointer<UInt32>, range: ClosedRange<UInt32>, isAscending: Bool) {
    let nodes = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
    var next = 0
    for part in parts {
      part.withUnsafeBufferPointer { (nodes.baseAddress! + next).initialize(from: $0.baseAddress!, count: part.count) }
      next += part.count
    }
    var least = nodes[0]
    var largest = least
    var isAscending = true
    var previous: UInt32 = 0
    for node in nodes {
      least = min(least, node)
      largest = max(largest, node)
      isAscending = isAscending && previous <= node
      previous = node
    }
    return (nodes, least...largest, isAscending)
  }
}
