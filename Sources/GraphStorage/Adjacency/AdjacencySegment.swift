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
  @exclusivity(unchecked) private(set) var relationships: UnsafeMutablePointer<UInt32>
  /// True for a segment as its blob says it, without the neighbours, until `gatherNeighbours` has been called.
  var awaitsNeighbours = false

  /// - Parameters:
  ///   - degrees: for each row of the segment its number of neighbours.
  ///   - fill: writes `count` neighbours and relationships, row by row, each run sorted.
  init(
    degrees: UnsafeBufferPointer<UInt32>,
    fill: (_ neighbours: UnsafeMutablePointer<UInt32>, _ relationships: UnsafeMutablePointer<UInt32>) -> Void
  ) {
    presence = .allocate(capacity: SegmentGeometry.wordCount)
    presence.initialize(repeating: 0, count: SegmentGeometry.wordCount)
    var runDegrees: [UInt32] = []
    runDegrees.reserveCapacity(degrees.count)
    for (row, degree) in degrees.enumerated() where degree > 0 {
      presence[row >> 6] |= 1 << UInt64(row & 63)
      runDegrees.append(degree)
    }
    runCount = runDegrees.count
    (ranks, starts, isDense) = Self.index(presence, runDegrees)
    count = Int(starts[isDense ? SegmentGeometry.rowCount : runCount])
    neighbours = .allocate(capacity: max(count, 1))
    relationships = .allocate(capacity: max(count, 1))
    fill(neighbours, relationships)
  }

  /// A segment whose neighbours and relationships are not filled in yet.
  ///
  /// - Parameters:
  ///   - presence: the memory of a segment's words, which is this segment's from now on.
  ///   - runDegrees: for each row that is present its number of neighbours, at least 1; together less than 2³².
  ///   - hasNeighbours, hasRelationships: false where they will not be asked for.
  init(
    presence: UnsafeMutablePointer<UInt64>, runDegrees: [UInt32], hasNeighbours: Bool = true, hasRelationships: Bool = true
  ) {
    self.presence = presence
    runCount = runDegrees.count
    (ranks, starts, isDense) = Self.index(presence, runDegrees)
    count = Int(starts[isDense ? SegmentGeometry.rowCount : runCount])
    neighbours = .allocate(capacity: hasNeighbours ? max(count, 1) : 1)
    relationships = .allocate(capacity: hasRelationships ? max(count, 1) : 1)
  }

  /// Gives the memory of the relationships back, which will not be asked for.
  func dropRelationships() {
    relationships.deallocate()
    relationships = .allocate(capacity: 1)
  }

  private static func index(
    _ presence: UnsafeMutablePointer<UInt64>, _ runDegrees: [UInt32]
  ) -> (ranks: UnsafeMutablePointer<UInt16>, starts: UnsafeMutablePointer<UInt32>, isDense: Bool) {
    let ranks = UnsafeMutablePointer<UInt16>.allocate(capacity: SegmentGeometry.wordCount)
    var rank: UInt16 = 0
    for word in 0..<SegmentGeometry.wordCount {
      ranks[word] = rank
      rank += UInt16(presence[word].nonzeroBitCount)
    }
    let isDense = runDegrees.count * 4 >= SegmentGeometry.rowCount
    let starts = UnsafeMutablePointer<UInt32>.allocate(capacity: isDense ? SegmentGeometry.rowCount + 1 : runDegrees.count + 1)
    var position: UInt32 = 0
    runDegrees.withUnsafeBufferPointer { degrees in
      if isDense {
        var run = 0
        for row in 0..<SegmentGeometry.rowCount {
          starts[row] = position
          let isPresent = Int(truncatingIfNeeded: presence[row &>> 6] &>> UInt64(row & 63) & 1)
          if isPresent != 0 { position &+= degrees[run] }
          run &+= isPresent
        }
        starts[SegmentGeometry.rowCount] = position
      } else {
        for run in 0..<degrees.count {
          starts[run] = position
          position &+= degrees[run]
        }
        starts[degrees.count] = position
      }
    }
    return (ranks, starts, isDense)
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

  /// Calls `body` with the places of each run that is not empty, in the order of the rows.
  @inline(__always) func forEachRun(_ body: (Range<Int>) -> Void) {
    let starts = self.starts
    for index in 0..<(isDense ? SegmentGeometry.rowCount : runCount) {
      let run = Range(uncheckedBounds: (Int(starts[index]), Int(starts[index &+ 1])))
      if !run.isEmpty { body(run) }
    }
  }
}

extension AdjacencySegment: SegmentContent {
  /// Segments of this kind never change, so a copy is the segment itself.
  func copy() -> Self { self }
}
