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

  /// Appends to `rows` the members from `cursor` on and below `end`, ascending, until `limit` are appended or no more are left,
  /// and moves `cursor` past the last one looked at.
  func collect(from cursor: inout UInt32, to end: UInt32, limit: Int, into rows: inout [UInt32]) {
    var left = limit
    while cursor < end && left > 0 {
      let index = SegmentGeometry.segment(of: cursor)
      let segmentEnd = index + 1 < segments.count ? min(end, SegmentGeometry.firstRow(of: index + 1)) : end
      guard index < segments.count else {
        cursor = end
        return
      }
      guard let segment = segments.segment(index), segment.count > 0 else {
        cursor = segmentEnd
        continue
      }
      collect(segment, firstRow: SegmentGeometry.firstRow(of: index), from: &cursor, to: segmentEnd, left: &left, into: &rows)
    }
  }

  private func collect(
    _ segment: BitmapSegment, firstRow: UInt32, from cursor: inout UInt32, to end: UInt32, left: inout Int,
    into rows: inout [UInt32]
  ) {
    var wordIndex = Int(cursor - firstRow) >> 6
    let lastOffset = min(Int(end - firstRow), SegmentGeometry.rowCount)
    var word = segment.words[wordIndex] & (~0 << UInt64(Int(cursor - firstRow) & 63))
    while true {
      while word != 0 {
        let offset = wordIndex << 6 + word.trailingZeroBitCount
        guard offset < lastOffset else { break }
        guard left > 0 else {
          cursor = firstRow + UInt32(offset)
          return
        }
        rows.append(firstRow + UInt32(offset))
        left -= 1
        word &= word &- 1
      }
      wordIndex += 1
      guard wordIndex << 6 < lastOffset else { break }
      word = segment.words[wordIndex]
    }
    cursor = firstRow + UInt32(lastOffset)
  }
}
