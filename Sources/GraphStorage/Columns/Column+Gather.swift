import Graph

/// Where the elements of one segment lie, looked up once a batch.
struct SegmentView {
  var base: UnsafeRawPointer
  var presence: UnsafePointer<UInt64>
  /// 0 for an absent segment and one not looked up yet.
  var capacity: Int
  var isResolved: Bool

  static var unresolved: SegmentView {
    SegmentView(
      base: UnsafeRawPointer(bitPattern: 8)!, presence: UnsafePointer(bitPattern: 8)!, capacity: 0, isResolved: false)
  }
}

extension Column {
  /// The values of `rows`, in their order: typed where the segments touched agree on a kind, `values` otherwise, a constant
  /// null where no segment is touched. O(rows + segments); consecutive rows of a segment are copied as they stand.
  func gather(_ rows: UnsafeBufferPointer<UInt32>, pool: StringPool) -> Vector {
    if rows.count == 1 { return gather(rows[0], pool: pool) }
    if let index = Self.singleSegment(rows) {
      guard let segment = segments.segment(index) else { return Vector(.constant(.null, count: rows.count)) }
      if segment.kind != .values { return gather(rows, from: segment, pool) }
    }
    return withUnsafeTemporaryAllocation(of: SegmentView.self, capacity: max(segments.count, 1)) { views in
      views.initialize(repeating: .unresolved)
      guard let kinds = resolve(rows, views: views) else { return Vector(.constant(.null, count: rows.count)) }
      switch kinds.first {
      case .integers where kinds.agree:
        let (elements, nulls) = Self.collect(rows, views: views, as: Int64.self)
        return Vector(.integers(elements), nulls: nulls)
      case .floats where kinds.agree:
        let (elements, nulls) = Self.collect(rows, views: views, as: Double.self)
        return Vector(.floats(elements), nulls: nulls)
      case .booleans where kinds.agree:
        let (elements, nulls) = Self.collect(rows, views: views, as: UInt8.self)
        return Vector(.booleans(elements.map { $0 != 0 }), nulls: nulls)
      case .strings where kinds.agree:
        let (elements, nulls) = Self.collect(rows, views: views, as: StringPool.Code.self)
        return Vector(.strings(elements, pool), nulls: nulls)
      case .dates where kinds.agree:
        let (elements, nulls) = Self.collect(rows, views: views, as: Int64.self)
        return Vector(.dates(elements), nulls: nulls)
      default:
        return Vector(.values(rows.map { value(at: $0, pool: pool) }))
      }
    }
  }

  /// The value of one row: most statements are about one element, and views of all segments would cost more than it.
  private func gather(_ row: UInt32, pool: StringPool) -> Vector {
    let offset = SegmentGeometry.offset(of: row)
    guard let segment = segments.segment(SegmentGeometry.segment(of: row)), segment.isPresent(offset) else {
      return Vector(.constant(.null, count: 1))
    }
    switch segment.kind {
    case .integers: return Vector(.integers([segment.elements(Int64.self)[offset]]))
    case .floats: return Vector(.floats([segment.elements(Double.self)[offset]]))
    case .booleans: return Vector(.booleans([segment.elements(Bool.self)[offset]]))
    case .strings: return Vector(.strings([segment.elements(StringPool.Code.self)[offset]], pool))
    case .dates: return Vector(.dates([segment.elements(Int64.self)[offset]]))
    case .values: return Vector(.values([segment.elements(Value.self)[offset]]))
    }
  }

  /// Fills in the views of the segments that `rows` touch; nil where all of them are absent.
  private func resolve(
    _ rows: UnsafeBufferPointer<UInt32>, views: UnsafeMutableBufferPointer<SegmentView>
  ) -> (first: ColumnSegment.Kind, agree: Bool)? {
    var first: ColumnSegment.Kind?
    var agree = true
    for row in rows {
      let index = SegmentGeometry.segment(of: row)
      guard index < segments.count, !views[index].isResolved else { continue }
      views[index].isResolved = true
      guard let segment = segments.segment(index) else { continue }
      views[index].base = UnsafeRawPointer(segment.base)
      views[index].presence = UnsafePointer(segment.presence)
      views[index].capacity = segment.capacity
      if let first { agree = agree && first == segment.kind } else { first = segment.kind }
    }
    return first.map { ($0, agree) }
  }

  /// The elements of `rows` and a mask of those that have none.
  private static func collect<Element: FixedWidthGathered>(
    _ rows: UnsafeBufferPointer<UInt32>, views: UnsafeMutableBufferPointer<SegmentView>, as type: Element.Type
  ) -> ([Element], NullMask?) {
    var nullWords = [UInt64](repeating: 0, count: (rows.count + 63) >> 6)
    var nullCount = 0
    let elements = [Element](unsafeUninitializedCapacity: rows.count) { buffer, count in
      for position in 0..<rows.count {
        let row = rows[position]
        let index = SegmentGeometry.segment(of: row)
        let offset = SegmentGeometry.offset(of: row)
        if index < views.count, offset < views[index].capacity,
          views[index].presence[offset >> 6] & (1 << UInt64(offset & 63)) != 0
        {
          buffer[position] = views[index].base.load(fromByteOffset: offset * MemoryLayout<Element>.stride, as: type)
        } else {
          buffer[position] = Element.zero
          nullWords[position >> 6] |= 1 << UInt64(position & 63)
          nullCount += 1
        }
      }
      count = rows.count
    }
    return (elements, nullCount == 0 ? nil : NullMask(words: nullWords, count: rows.count))
  }
}

/// An element that columns hold unboxed.
protocol FixedWidthGathered: BitwiseCopyable {
  static var zero: Self { get }
}

extension Int64: FixedWidthGathered {}
extension Double: FixedWidthGathered {}
extension UInt8: FixedWidthGathered {}
extension UInt32: FixedWidthGathered {}
