import Graph

/// The relationships of one type that a load has brought and adjacency does not know yet, in the order of their ids.
struct PendingRelationships {
  private(set) var rows: [Range<UInt32>] = []
  private var sources: [[UInt32]] = []
  private var targets: [[UInt32]] = []
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

  /// The sources, which are gone afterwards.
  mutating func takeSources() -> [[UInt32]] {
    defer { sources = [] }
    return sources
  }

  mutating func takeTargets() -> [[UInt32]] {
    defer { targets = [] }
    return targets
  }
}
