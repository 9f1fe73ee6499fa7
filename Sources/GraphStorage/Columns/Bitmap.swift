/// A set of rows: which elements exist, or which nodes have a label. Persistent; absent segments hold no row.
struct Bitmap: Sendable {
  var segments = SegmentList<BitmapSegment>()
  /// The number of rows in the set.
  var count = 0

  @inline(__always) func contains(_ row: UInt32) -> Bool {
    guard let segment = segments.segment(SegmentGeometry.segment(of: row)) else { return false }
    return segment.contains(SegmentGeometry.offset(of: row))
  }

  mutating func insert(_ row: UInt32) -> Bool {
    let segment = segments.mutable(SegmentGeometry.segment(of: row), create: BitmapSegment())
    guard segment.insert(SegmentGeometry.offset(of: row)) else { return false }
    count += 1
    return true
  }

  mutating func remove(_ row: UInt32) -> Bool {
    guard contains(row) else { return false }
    let segment = segments.mutable(SegmentGeometry.segment(of: row), create: BitmapSegment())
    _ = segment.remove(SegmentGeometry.offset(of: row))
    count -= 1
    return true
  }

  /// Adds `rows`, none of which is in the set.
  mutating func insert(contentsOf rows: Range<UInt32>) {
    var row = rows.lowerBound
    while row < rows.upperBound {
      let index = SegmentGeometry.segment(of: row)
      let end = min(rows.upperBound, SegmentGeometry.firstRow(of: index + 1))
      let first = SegmentGeometry.offset(of: row)
      segments.mutable(index, create: BitmapSegment()).insert(contentsOf: first..<(first + Int(end - row)))
      row = end
    }
    count += rows.count
  }

  /// Writes to `rows` the members from `cursor` on and below `end`, ascending, until `limit` are written or no more are left,
  /// and moves `cursor` past the last one looked at. Returns how many it has written.
  func collect(
    from cursor: inout UInt32, to end: UInt32, limit: Int, into rows: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var count = 0
    while cursor < end && count < limit {
      let index = SegmentGeometry.segment(of: cursor)
      let segmentEnd = index + 1 < segments.count ? min(end, SegmentGeometry.firstRow(of: index + 1)) : end
      guard index < segments.count else {
        cursor = end
        break
      }
      guard let segment = segments.segment(index), segment.count > 0 else {
        cursor = segmentEnd
        continue
      }
      count += Self.collect(
        segment.words, firstRow: SegmentGeometry.firstRow(of: index), from: &cursor, to: segmentEnd, limit: limit - count,
        into: rows + count)
    }
    return count
  }

  private static func collect(
    _ words: UnsafePointer<UInt64>, firstRow: UInt32, from cursor: inout UInt32, to end: UInt32, limit: Int,
    into rows: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let lastOffset = min(Int(end &- firstRow), SegmentGeometry.rowCount)
    var wordIndex = Int(cursor &- firstRow) &>> 6
    var word = words[wordIndex] & (~0 &<< UInt64(Int(cursor &- firstRow) & 63))
    var count = 0
    while true {
      let first = firstRow &+ UInt32(truncatingIfNeeded: wordIndex &<< 6)
      if word == ~0 && limit &- count >= 64 && (wordIndex &+ 1) &<< 6 <= lastOffset {
        for bit in 0..<64 { rows[count &+ bit] = first &+ UInt32(truncatingIfNeeded: bit) }
        count &+= 64
        word = 0
      }
      while word != 0 {
        let bit = word.trailingZeroBitCount
        guard wordIndex &<< 6 &+ bit < lastOffset else { break }
        guard count < limit else {
          cursor = first &+ UInt32(truncatingIfNeeded: bit)
          return count
        }
        rows[count] = first &+ UInt32(truncatingIfNeeded: bit)
        count &+= 1
        word &= word &- 1
      }
      wordIndex &+= 1
      guard wordIndex &<< 6 < lastOffset else { break }
      word = words[wordIndex]
    }
    cursor = firstRow + UInt32(lastOffset)
    return count
  }
}
