/// How rows are cut into segments. Element ids are rows; everything that is kept per element is kept in segments of
/// 16,384 rows, so that a write copies at most one segment of each column that it touches and an absent segment costs nothing.
enum SegmentGeometry {
  static let rowBits = 14
  static let rowCount = 1 << rowBits
  static let wordCount = rowCount / 64

  @inline(__always) static func segment(of row: UInt32) -> Int { Int(row) >> rowBits }
  @inline(__always) static func offset(of row: UInt32) -> Int { Int(row) & (rowCount - 1) }
  @inline(__always) static func firstRow(of segment: Int) -> UInt32 { UInt32(segment << rowBits) }
  /// The number of segments that hold `rowCount` rows.
  static func segmentCount(forRows rows: Int) -> Int { (rows + rowCount - 1) >> rowBits }

  /// The capacity to allocate so that `offset` fits: doubling from 64 rows, so that small graphs stay small.
  static func capacity(toHold offset: Int) -> Int {
    var capacity = 64
    while capacity <= offset { capacity <<= 1 }
    return capacity
  }
}
