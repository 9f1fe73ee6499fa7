/// One relationship as seen from a node of a segment.
struct AdjacencyEntry {
  /// The node's place in its segment.
  var offset: UInt32
  var neighbour: UInt32
  var relationship: UInt32

  @inline(__always) static func precedes(_ a: AdjacencyEntry, _ b: AdjacencyEntry) -> Bool {
    let left = UInt64(a.offset) << 32 | UInt64(a.neighbour)
    let right = UInt64(b.offset) << 32 | UInt64(b.neighbour)
    return left == right ? a.relationship < b.relationship : left < right
  }
}

/// What has changed in a segment's adjacency since its compressed rows were built: a few entries added and removed, each
/// list sorted by (offset, neighbour, relationship).
///
/// Kept below `largestCount` entries, so that a one-row write copies a few kilobytes and the merge's cost, one pass over the
/// segment, is shared by thousands of writes.
final class AdjacencyDelta: @unchecked Sendable {
  static let largestCount = 2048

  private(set) var added: [AdjacencyEntry] = []
  private(set) var removed: [AdjacencyEntry] = []

  init() {}

  /// A delta that adds sorted entries.
  init(added: [AdjacencyEntry]) { self.added = added }

  var count: Int { added.count + removed.count }

  func copy() -> AdjacencyDelta {
    let copy = AdjacencyDelta()
    copy.added = added
    copy.removed = removed
    return copy
  }

  func add(_ entry: AdjacencyEntry) {
    added.insert(entry, at: Self.position(of: entry, in: added))
  }

  func remove(_ entry: AdjacencyEntry) {
    let position = Self.position(of: entry, in: added)
    if position < added.count, added[position].offset == entry.offset, added[position].relationship == entry.relationship {
      added.remove(at: position)
    } else {
      removed.insert(entry, at: Self.position(of: entry, in: removed))
    }
  }

  static func contains(_ entry: AdjacencyEntry, in entries: [AdjacencyEntry]) -> Bool {
    let position = position(of: entry, in: entries)
    return position < entries.count && !AdjacencyEntry.precedes(entry, entries[position])
  }

  /// The entries of one node in a list.
  static func run(of offset: Int, in entries: [AdjacencyEntry]) -> Range<Int> {
    guard !entries.isEmpty else { return 0..<0 }
    let first = AdjacencyEntry(offset: UInt32(offset), neighbour: 0, relationship: 0)
    let start = position(of: first, in: entries)
    var end = start
    while end < entries.count && entries[end].offset == UInt32(offset) { end += 1 }
    return start..<end
  }

  /// The place of the first entry that does not precede `entry`.
  private static func position(of entry: AdjacencyEntry, in entries: [AdjacencyEntry]) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if AdjacencyEntry.precedes(entries[middle], entry) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
