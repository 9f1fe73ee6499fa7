/// Where the compressed rows of one segment lie: bare pointers, looked up once and used for many nodes without touching a
/// reference count. Valid as long as the snapshot that it was made from.
struct AdjacencyView {
  enum Kind: UInt8 {
    case unknown, absent, dense, ranked
    /// There are changes that are not merged: the node has to be asked for through its table.
    case changed
  }

  var kind: Kind
  var presence: UnsafePointer<UInt64>
  var ranks: UnsafePointer<UInt16>
  var starts: UnsafePointer<UInt32>
  var neighbours: UnsafePointer<UInt32>
  var relationships: UnsafePointer<UInt32>

  init(_ kind: Kind) {
    self.kind = kind
    presence = UnsafePointer(bitPattern: 8)!
    ranks = UnsafePointer(bitPattern: 8)!
    starts = UnsafePointer(bitPattern: 8)!
    neighbours = UnsafePointer(bitPattern: 8)!
    relationships = UnsafePointer(bitPattern: 8)!
  }

  static var unknown: AdjacencyView { AdjacencyView(.unknown) }

  init(_ table: AdjacencyTable, _ index: Int) {
    if table.isChanged(index) { self.init(.changed) } else { self.init(table.segments.segment(index)) }
  }

  /// Valid as long as the segment.
  init(_ segment: AdjacencySegment?) {
    if let segment {
      self.init(segment.isDense ? .dense : .ranked)
      presence = UnsafePointer(segment.presence)
      ranks = UnsafePointer(segment.ranks)
      starts = UnsafePointer(segment.starts)
      neighbours = UnsafePointer(segment.neighbours)
      relationships = UnsafePointer(segment.relationships)
    } else {
      self.init(.absent)
    }
  }

  /// The places of a row's neighbours; for the kinds that have any (see `AdjacencySegment.run`).
  @inline(__always) func run(of offset: Int) -> Range<Int> {
    if kind == .dense { return Range(uncheckedBounds: (Int(starts[offset]), Int(starts[offset &+ 1]))) }
    guard kind == .ranked else { return 0..<0 }
    let word = presence[offset &>> 6]
    let bit: UInt64 = 1 &<< UInt64(offset & 63)
    guard word & bit != 0 else { return 0..<0 }
    let rank = Int(ranks[offset &>> 6]) &+ (word & (bit &- 1)).nonzeroBitCount
    return Range(uncheckedBounds: (Int(starts[rank]), Int(starts[rank &+ 1])))
  }

  /// The places in `run` at which `neighbour` stands. O(log of the run).
  @inline(__always) func places(of neighbour: UInt32, in run: Range<Int>) -> Range<Int> {
    var (low, high) = (run.lowerBound, run.upperBound)
    while low < high {
      let middle = (low &+ high) / 2
      if neighbours[middle] < neighbour { low = middle &+ 1 } else { high = middle }
    }
    var end = low
    while end < run.upperBound && neighbours[end] == neighbour { end &+= 1 }
    return Range(uncheckedBounds: (low, end))
  }
}
