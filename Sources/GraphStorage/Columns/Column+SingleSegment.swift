import Graph

// Gathering from one segment: what a scan asks for, and most expansions.

extension Column {
  /// The number of the segment that all of `rows` lie in; nil where they do not.
  static func singleSegment(_ rows: UnsafeBufferPointer<UInt32>) -> Int? {
    guard let first = rows.first else { return nil }
    var difference: UInt32 = 0
    for row in rows { difference |= row ^ first }
    return difference < UInt32(SegmentGeometry.rowCount) ? SegmentGeometry.segment(of: first) : nil
  }

  func gather(_ rows: UnsafeBufferPointer<UInt32>, from segment: ColumnSegment, _ pool: StringPool) -> Vector {
    let nulls = Self.absent(rows, in: segment)
    switch segment.kind {
    case .integers: return Vector(.integers(Self.elements(rows, of: segment)), nulls: nulls)
    case .floats: return Vector(.floats(Self.elements(rows, of: segment)), nulls: nulls)
    case .booleans:
      let flags: [UInt8] = Self.elements(rows, of: segment)
      return Vector(.booleans(flags.map { $0 != 0 }), nulls: nulls)
    case .strings: return Vector(.strings(Self.elements(rows, of: segment), pool), nulls: nulls)
    case .dates: return Vector(.dates(Self.elements(rows, of: segment)), nulls: nulls)
    case .values: preconditionFailure("boxed values are read a row at a time")
    }
  }

  private static func elements<Element: FixedWidthGathered>(
    _ rows: UnsafeBufferPointer<UInt32>, of segment: ColumnSegment
  ) -> [Element] {
    let source = UnsafePointer(segment.elements(Element.self))
    let capacity = segment.capacity
    return [Element](unsafeUninitializedCapacity: rows.count) { elements, count in
      count = rows.count
      let target = elements.baseAddress!
      if let run = run(rows), run.upperBound <= capacity {
        target.update(from: source + run.lowerBound, count: rows.count)
      } else {
        for place in 0..<rows.count {
          let offset = SegmentGeometry.offset(of: rows[place])
          target[place] = offset < capacity ? source[offset] : Element.zero
        }
      }
    }
  }

  /// The rows that the segment has no value for; nil where it has one for each.
  private static func absent(_ rows: UnsafeBufferPointer<UInt32>, in segment: ColumnSegment) -> NullMask? {
    if segment.presentCount == SegmentGeometry.rowCount { return nil }
    let presence = UnsafePointer(segment.presence)
    let capacity = segment.capacity
    if let run = run(rows), run.upperBound <= capacity, allPresent(run, presence) { return nil }
    var words = [UInt64](repeating: 0, count: (rows.count + 63) >> 6)
    var absentCount = 0
    words.withUnsafeMutableBufferPointer { words in
      for place in 0..<rows.count {
        let offset = SegmentGeometry.offset(of: rows[place])
        let isPresent = offset < capacity ? presence[offset &>> 6] &>> UInt64(offset & 63) & 1 : 0
        words[place &>> 6] |= (isPresent ^ 1) &<< UInt64(place & 63)
        absentCount &+= Int(isPresent ^ 1)
      }
    }
    return absentCount == 0 ? nil : NullMask(words: words, count: rows.count)
  }

  /// The offsets of rows that follow one upon the other, nil where they do not.
  @inline(__always)
  private static func run(_ rows: UnsafeBufferPointer<UInt32>) -> Range<Int>? {
    let first = rows[0]
    guard Int(rows[rows.count - 1]) == Int(first) + rows.count - 1 else { return nil }
    var difference: UInt32 = 0
    for place in 0..<rows.count { difference |= rows[place] ^ (first &+ UInt32(truncatingIfNeeded: place)) }
    guard difference == 0 else { return nil }
    let offset = SegmentGeometry.offset(of: first)
    return offset..<(offset + rows.count)
  }

  private static func allPresent(_ run: Range<Int>, _ presence: UnsafePointer<UInt64>) -> Bool {
    let (first, last) = (run.lowerBound >> 6, (run.upperBound - 1) >> 6)
    let firstMask: UInt64 = ~0 << UInt64(run.lowerBound & 63)
    let lastMask: UInt64 = ~0 >> UInt64(63 - (run.upperBound - 1) & 63)
    if first == last { return presence[first] & firstMask & lastMask == firstMask & lastMask }
    for word in (first + 1)..<last where presence[word] != ~0 { return false }
    return presence[first] & firstMask == firstMask && presence[last] & lastMask == lastMask
  }
}
