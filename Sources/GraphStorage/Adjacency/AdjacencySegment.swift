/// The neighbours of the nodes of one segment by one relationship type in one direction: compressed rows.
///
///     presence       1 bit a node: it has neighbours
///     ranks          for each presence word the number of nodes with neighbours before it
///     starts         where a node's run begins; one more than there are runs, so that the next start is the end
///     neighbours     the runs, each sorted by neighbour, then relationship
///     relationships  for each neighbour the relationship that leads there
///
/// A segment in which a quarter of the nodes have neighbours is `dense`: `starts` then has an element for every node, which
/// saves the ranks' arithmetic. Immutable once built; what changes goes into an `AdjacencyDelta`.
final class AdjacencySegment: @unchecked Sendable {
  let presence: UnsafeMutablePointer<UInt64>
  let ranks: UnsafeMutablePointer<UInt16>
  let starts: UnsafeMutablePointer<UInt32>
  let isDense: Bool
  /// The number of nodes with neighbours.
  let runCount: Int
  /// The number of relationships.
  let count: Int
  let neighbours: UnsafeMutablePointer<UInt32>
  let relationships: UnsafeMutablePointer<UInt32>

  /// - Parameters:
  ///   - degrees: for each row of the segment its number of neighbours.
  ///   - fill: writes `count` neighbours and relationships, row by row, each run sorted.
  init(
    degrees: UnsafeBufferPointer<UInt32>,
    fill: (_ neighbours: UnsafeMutablePointer<UInt32>, _ relationships: UnsafeMutablePointer<UInt32>) -> Void
  ) {
    presence = .allocate(capacity: SegmentGeometry.wordCount)
    presence.initialize(repeating: 0, count: SegmentGeometry.wordCount)
    ranks = .allocate(capacity: SegmentGeometry.wordCount)
    var runs = 0
    var total = 0
    for (row, degree) in degrees.enumerated() where degree > 0 {
      presence[row >> 6] |= 1 << UInt64(row & 63)
      runs += 1
      total += Int(degree)
    }
    var rank: UInt16 = 0
    for word in 0..<SegmentGeometry.wordCount {
      ranks[word] = rank
      rank += UInt16(presence[word].nonzeroBitCount)
    }
    runCount = runs
    count = total
    isDense = runs * 4 >= SegmentGeometry.rowCount
    let startCount = isDense ? SegmentGeometry.rowCount + 1 : runs + 1
    starts = .allocate(capacity: startCount)
    var position: UInt32 = 0
    var next = 0
    for row in 0..<SegmentGeometry.rowCount {
      let degree = row < degrees.count ? degrees[row] : 0
      guard isDense || degree > 0 else { continue }
      starts[next] = position
      next += 1
      position += degree
    }
    starts[next] = position
    neighbours = .allocate(capacity: max(total, 1))
    relationships = .allocate(capacity: max(total, 1))
    fill(neighbours, relationships)
  }

  deinit {
    presence.deallocate()
    ranks.deallocate()
    starts.deallocate()
    neighbours.deallocate()
    relationships.deallocate()
  }

  /// The places of a row's neighbours in `neighbours` and `relationships`.
  @inline(__always) func run(of offset: Int) -> Range<Int> {
    if isDense { return Range(uncheckedBounds: (Int(starts[offset]), Int(starts[offset + 1]))) }
    let word = presence[offset >> 6]
    let bit: UInt64 = 1 << UInt64(offset & 63)
    guard word & bit != 0 else { return 0..<0 }
    let rank = Int(ranks[offset >> 6]) + (word & (bit &- 1)).nonzeroBitCount
    return Range(uncheckedBounds: (Int(starts[rank]), Int(starts[rank + 1])))
  }
}

extension AdjacencySegment: SegmentContent {
  /// Segments of this kind never change, so a copy is the segment itself.
  func copy() -> Self { self }
}
