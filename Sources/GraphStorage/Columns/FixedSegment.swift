/// A number for each row of a segment: label-set codes, types, sources, targets. Rows beyond `capacity` are 0.
final class FixedSegment<Element: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: @unchecked Sendable {
  private(set) var capacity: Int
  private(set) var base: UnsafeMutablePointer<Element>
  @exclusivity(unchecked) var twin = SegmentTwin<FixedSegment<Element>>()

  init(capacity: Int = 64) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
    Self.clear(base, capacity)
  }

  /// By bytes: where the kind of element is not known, `initialize` takes a call for each.
  private static func clear(_ base: UnsafeMutablePointer<Element>, _ count: Int) {
    UnsafeMutableRawPointer(base).initializeMemory(as: UInt8.self, repeating: 0, count: count * MemoryLayout<Element>.stride)
  }

  private init(copying other: FixedSegment) {
    capacity = other.capacity
    base = .allocate(capacity: other.capacity)
    base.initialize(from: other.base, count: other.capacity)
  }

  deinit { base.deallocate() }

  @inline(__always) subscript(offset: Int) -> Element {
    get { offset < capacity ? base[offset] : 0 }
    set {
      reserve(offset)
      base[offset] = newValue
    }
  }

  func reserve(_ offset: Int) {
    guard offset >= capacity else { return }
    let larger = SegmentGeometry.capacity(toHold: offset)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.update(from: base, count: capacity)
    Self.clear(moved + capacity, larger - capacity)
    base.deallocate()
    base = moved
    capacity = larger
  }
}

extension FixedSegment: TwinnedContent {
  func copy() -> Self { Self(copying: self) }

  func takeOver(_ offsets: [UInt16], from other: FixedSegment) -> Bool {
    guard capacity == other.capacity else { return false }
    for offset in offsets { base[Int(offset)] = other.base[Int(offset)] }
    return true
  }
}

/// A persistent column of such numbers.
struct FixedColumn<Element: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable {
  var segments = SegmentList<FixedSegment<Element>>()

  @inline(__always) subscript(row: UInt32) -> Element {
    segments.segment(SegmentGeometry.segment(of: row))?[SegmentGeometry.offset(of: row)] ?? 0
  }

  /// The numbers of `rows`, which are best ascending, in their order.
  func gather(_ rows: [UInt32]) -> [Element] {
    [Element](unsafeUninitializedCapacity: rows.count) { numbers, count in
      var place = 0
      while place < rows.count {
        let index = SegmentGeometry.segment(of: rows[place])
        let segment = segments.segment(index)
        repeat {
          numbers.initializeElement(at: place, to: segment?[SegmentGeometry.offset(of: rows[place])] ?? 0)
          place += 1
        } while place < rows.count && SegmentGeometry.segment(of: rows[place]) == index
      }
      count = rows.count
    }
  }

  mutating func set(_ value: Element, at row: UInt32) {
    let offset = SegmentGeometry.offset(of: row)
    segments.mutable(SegmentGeometry.segment(of: row), changing: offset, create: FixedSegment())[offset] = value
  }

  /// Writes `values` to the rows from `first` on.
  mutating func set(contentsOf values: UnsafeBufferPointer<Element>, from first: UInt32) {
    var done = 0
    while done < values.count {
      let row = first + UInt32(done)
      let offset = SegmentGeometry.offset(of: row)
      let length = min(values.count - done, SegmentGeometry.rowCount - offset)
      let segment = segments.mutable(SegmentGeometry.segment(of: row), create: FixedSegment())
      segment.reserve(offset + length - 1)
      (segment.base + offset).update(from: values.baseAddress! + done, count: length)
      done += length
    }
  }
}
