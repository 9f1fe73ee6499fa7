import Graph

/// What the values of each block of 1,024 rows of a column's segment lie between, so that a scan can leave out blocks in which
/// no value can meet a condition.
///
/// See G. Moerkotte, "Small Materialized Aggregates", VLDB 1998. They are not stored but found when they are first asked for:
/// one pass over values that are in memory then.
final class ColumnZones: Sendable {
  static let rowCount = 1024
  static let wordCount = rowCount / 64

  /// For each block its least and its greatest value; the least is the greater where the block has no value.
  enum Bounds: Sendable {
    /// Integers, days and the codes of strings.
    case integers([ZoneBounds<Int64>])
    /// Both bounds are NaN where a value is.
    case floats([ZoneBounds<Double>])
  }

  let bounds: Bounds

  /// Nil for values that are kept boxed, and for Boolean ones.
  init?(_ segment: ColumnSegment) {
    switch segment.kind {
    case .integers, .dates:
      let elements = UnsafePointer(segment.elements(Int64.self))
      bounds = .integers(Self.blocks(segment, least: .max, greatest: .min) { elements[$0] })
    case .strings:
      let elements = UnsafePointer(segment.elements(StringPool.Code.self))
      bounds = .integers(Self.blocks(segment, least: .max, greatest: .min) { Int64(elements[$0]) })
    case .floats:
      let elements = UnsafePointer(segment.elements(Double.self))
      bounds = .floats(Self.blocks(segment, least: .infinity, greatest: -.infinity) { elements[$0] })
    case .booleans, .values: return nil
    }
  }

  @inline(__always)
  private static func blocks<Bound: Comparable>(
    _ segment: ColumnSegment, least: Bound, greatest: Bound, _ element: (Int) -> Bound
  ) -> [ZoneBounds<Bound>] {
    let presence = UnsafePointer(segment.presence)
    let wordCount = segment.capacity / 64
    var blocks: [ZoneBounds<Bound>] = []
    for first in stride(from: 0, to: wordCount, by: Self.wordCount) {
      var bounds = ZoneBounds(least: least, greatest: greatest)
      var unordered: Bound?
      for word in first..<min(first + Self.wordCount, wordCount) {
        var bits = presence[word]
        while bits != 0 {
          let value = element(word &<< 6 &+ bits.trailingZeroBitCount)
          bits &= bits &- 1
          if value < bounds.least { bounds.least = value }
          if value > bounds.greatest { bounds.greatest = value }
          if value != value { unordered = value }
        }
      }
      if let unordered { bounds = ZoneBounds(least: unordered, greatest: unordered) }
      blocks.append(bounds)
    }
    return blocks
  }
}

/// The least and the greatest of some values.
struct ZoneBounds<Bound: Comparable & Sendable>: Sendable {
  var least: Bound
  var greatest: Bound
}
