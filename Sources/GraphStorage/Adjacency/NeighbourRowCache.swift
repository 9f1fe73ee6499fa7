import Graph
import Synchronization

/// The rows of neighbours that were asked for last, kept for the next query as long as the relationships are the same.
///
/// All snapshots of a graph share one. An entry knows by the identity of segments and changes which state it was made of; it
/// keeps them, so that a change copies them instead of writing into them.
final class NeighbourRowCache: Sendable {
  /// The most that is kept, so that looking at a huge graph does not take its size again for good.
  static let byteLimit = 128 << 20

  struct Key: Hashable {
    var types: [RelationshipTypeID]
    var direction: Direction
  }

  private struct Entry {
    var state: AdjacencyState
    var rows: NeighbourRows
    var lastUse: Int
  }

  private struct Contents {
    var entries: [Key: Entry] = [:]
    /// What rows have been made of.
    var made: Set<Key> = []
    var byteCount = 0
    var useCount = 0

    mutating func remove(_ key: Key) {
      if let entry = entries.removeValue(forKey: key) { byteCount -= entry.rows.byteCount }
    }
  }

  private let contents = Mutex(Contents())

  /// The rows of a state, made by `make` unless they are known.
  ///
  /// - Parameter make: is told whether such rows have been made before, so that they are likely to be made again.
  func rows(_ key: Key, of state: AdjacencyState, _ make: (_ again: Bool) -> NeighbourRows) -> NeighbourRows {
    let (known, again) = contents.withLock { contents -> (NeighbourRows?, Bool) in
      guard let entry = contents.entries[key], entry.state == state else { return (nil, contents.made.contains(key)) }
      contents.useCount += 1
      contents.entries[key]!.lastUse = contents.useCount
      return (entry.rows, true)
    }
    if let known { return known }
    let rows = make(again)
    contents.withLock { contents in
      contents.made.insert(key)
      guard rows.byteCount <= Self.byteLimit / 2 else { return }
      contents.remove(key)
      contents.useCount += 1
      contents.entries[key] = Entry(state: state, rows: rows, lastUse: contents.useCount)
      contents.byteCount += rows.byteCount
      while contents.byteCount > Self.byteLimit, let oldest = contents.entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
        contents.remove(oldest.key)
      }
    }
    return rows
  }
}

/// What some tables of adjacency consist of: two states are equal if they share every segment and every change.
struct AdjacencyState: Equatable, Sendable {
  private var segments: [SegmentIdentity<AdjacencySegment>] = []
  private var deltas: [AdjacencyDelta?] = []

  /// - Complexity: O(segments).
  init(_ tables: [AdjacencyTable]) {
    for table in tables {
      for index in 0..<table.segmentCount {
        segments.append(table.segments.identity(index))
        deltas.append(table.delta(index))
      }
    }
  }

  static func == (a: AdjacencyState, b: AdjacencyState) -> Bool {
    a.segments == b.segments && a.deltas.elementsEqual(b.deltas) { $0 === $1 }
  }
}
