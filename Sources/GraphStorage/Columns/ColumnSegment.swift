import Graph

/// The values of one property key for the rows of one segment: typed as long as they agree, `Value`s otherwise.
///
/// Layout: a bit a row that says whether the row has the property, and `capacity` elements of the kind's width; the element
/// of an absent row is arbitrary (for `values` it is `.null`). Rows beyond `capacity` are absent.
final class ColumnSegment: @unchecked Sendable {
  enum Kind: UInt8 {
    case integers, floats, booleans, strings, dates, values

    var stride: Int {
      switch self {
      case .integers, .floats, .dates: 8
      case .booleans: 1
      case .strings: 4
      case .values: MemoryLayout<Value>.stride
      }
    }
  }

  private(set) var kind: Kind
  private(set) var capacity: Int
  private(set) var presence: UnsafeMutablePointer<UInt64>
  private(set) var base: UnsafeMutableRawPointer
  /// The number of rows that have the property.
  var presentCount = 0
  @exclusivity(unchecked) var twin = SegmentTwin<ColumnSegment>()
  private let knownZones = OnceReference<ColumnZones>()

  init(kind: Kind, capacity: Int = 64) {
    self.kind = kind
    self.capacity = capacity
    presence = .allocate(capacity: capacity / 64)
    presence.initialize(repeating: 0, count: capacity / 64)
    base = Self.allocate(kind, capacity: capacity)
  }

  /// The same content once more, written to fresh memory once: a commit of one row copies every segment that it writes to.
  private init(copying other: ColumnSegment) {
    kind = other.kind
    capacity = other.capacity
    presentCount = other.presentCount
    presence = .allocate(capacity: other.capacity / 64)
    presence.initialize(from: other.presence, count: other.capacity / 64)
    base = .allocate(byteCount: other.kind.stride * other.capacity, alignment: 8)
    if other.kind == .values {
      base.bindMemory(to: Value.self, capacity: other.capacity)
        .initialize(from: other.elements(Value.self), count: other.capacity)
    } else {
      base.copyMemory(from: other.base, byteCount: other.kind.stride * other.capacity)
    }
  }

  deinit {
    presence.deallocate()
    release()
  }

  private static func allocate(_ kind: Kind, capacity: Int) -> UnsafeMutableRawPointer {
    let base = UnsafeMutableRawPointer.allocate(byteCount: kind.stride * capacity, alignment: 8)
    if kind == .values {
      base.bindMemory(to: Value.self, capacity: capacity).initialize(repeating: .null, count: capacity)
    } else {
      base.initializeMemory(as: UInt8.self, repeating: 0, count: kind.stride * capacity)
    }
    return base
  }

  private func release() {
    if kind == .values { elements(Value.self).deinitialize(count: capacity) }
    base.deallocate()
  }

  /// The elements, of the Swift type that belongs to `kind`.
  @inline(__always) func elements<Element>(_ type: Element.Type) -> UnsafeMutablePointer<Element> {
    base.assumingMemoryBound(to: Element.self)
  }

  @inline(__always) func isPresent(_ offset: Int) -> Bool {
    offset < capacity && presence[offset >> 6] & (1 << UInt64(offset & 63)) != 0
  }

  /// What the values lie between, looked at once; nil for values that have no bounds. O(1) but for the first time after a change.
  var zones: ColumnZones? { knownZones.object ?? ColumnZones(self).map { knownZones.keep($0) } }

  /// The value at `offset`, `.null` where there is none.
  func value(at offset: Int, pool: StringPool) -> Value {
    guard isPresent(offset) else { return .null }
    switch kind {
    case .integers: return .integer(elements(Int64.self)[offset])
    case .floats: return .float(elements(Double.self)[offset])
    case .booleans: return .boolean(elements(Bool.self)[offset])
    case .strings: return .string(pool.string(of: elements(StringPool.Code.self)[offset]))
    case .dates: return .date(CalendarDate(daysSinceEpoch: elements(Int64.self)[offset]))
    case .values: return elements(Value.self)[offset]
    }
  }
}

extension ColumnSegment {
  /// The types of the values, of which there is one at least.
  var valueTypes: Set<ValueType> {
    switch kind {
    case .integers: [.integer]
    case .floats: [.float]
    case .booleans: [.boolean]
    case .strings: [.string]
    case .dates: [.date]
    case .values: Set((0..<capacity).lazy.filter { self.isPresent($0) }.map { self.elements(Value.self)[$0].type })
    }
  }
}

// MARK: - Changing

extension ColumnSegment {
  /// The kind of column that holds `value` unboxed.
  static func kind(of value: Value) -> Kind {
    switch value {
    case .integer: .integers
    case .float: .floats
    case .boolean: .booleans
    case .string: .strings
    case .date: .dates
    default: .values
    }
  }

  /// Stores `value`, which is not null; turns the segment into one of `Value`s where the kinds differ.
  func set(_ value: Value, at offset: Int, pool: StringPool) {
    reserve(offset)
    let kind = Self.kind(of: value)
    if kind != self.kind && self.kind != .values {
      if presentCount == 0 { become(kind) } else { box(pool: pool) }
    }
    switch (self.kind, value) {
    case (.integers, .integer(let number)): elements(Int64.self)[offset] = number
    case (.floats, .float(let number)): elements(Double.self)[offset] = number
    case (.booleans, .boolean(let flag)): elements(Bool.self)[offset] = flag
    case (.strings, .string(let text)): elements(StringPool.Code.self)[offset] = pool.intern(text)
    case (.dates, .date(let date)): elements(Int64.self)[offset] = date.daysSinceEpoch
    default: elements(Value.self)[offset] = value
    }
    markPresent(offset)
  }

  /// Removes the value; false if there was none.
  func remove(_ offset: Int) -> Bool {
    guard isPresent(offset) else { return false }
    knownZones.clear()
    presence[offset >> 6] &= ~(1 << UInt64(offset & 63))
    if kind == .values { elements(Value.self)[offset] = .null }
    presentCount -= 1
    return true
  }

  @inline(__always) func markPresent(_ offset: Int) {
    let bit: UInt64 = 1 << UInt64(offset & 63)
    if presence[offset >> 6] & bit == 0 { presentCount += 1 }
    presence[offset >> 6] |= bit
  }

  /// Marks rows none of which has the property.
  func markPresent(_ offsets: Range<Int>) {
    presence.setBits(offsets)
    presentCount += offsets.count
  }

  /// Makes room for a value that is about to be written.
  func reserve(_ offset: Int) {
    knownZones.clear()
    guard offset >= capacity else { return }
    let larger = SegmentGeometry.capacity(toHold: offset)
    let moved = Self.allocate(kind, capacity: larger)
    if kind == .values {
      moved.assumingMemoryBound(to: Value.self).update(from: elements(Value.self), count: capacity)
    } else {
      moved.copyMemory(from: base, byteCount: kind.stride * capacity)
    }
    let flags = UnsafeMutablePointer<UInt64>.allocate(capacity: larger / 64)
    flags.initialize(repeating: 0, count: larger / 64)
    flags.update(from: presence, count: capacity / 64)
    release()
    presence.deallocate()
    base = moved
    presence = flags
    capacity = larger
  }

  /// Changes the kind of a segment without values.
  func become(_ kind: Kind) {
    release()
    self.kind = kind
    base = Self.allocate(kind, capacity: capacity)
  }

  /// Turns typed elements into `Value`s.
  func box(pool: StringPool) {
    let boxed = Self.allocate(.values, capacity: capacity)
    let values = boxed.assumingMemoryBound(to: Value.self)
    for offset in 0..<capacity where isPresent(offset) { values[offset] = value(at: offset, pool: pool) }
    release()
    base = boxed
    kind = .values
  }
}

extension ColumnSegment: TwinnedContent {
  func copy() -> Self { Self(copying: self) }

  func takeOver(_ offsets: [UInt16], from other: ColumnSegment) -> Bool {
    guard kind == other.kind, capacity == other.capacity else { return false }
    knownZones.clear()
    for offset in offsets {
      let offset = Int(offset)
      let bit: UInt64 = 1 << UInt64(offset & 63)
      presence[offset >> 6] = presence[offset >> 6] & ~bit | other.presence[offset >> 6] & bit
      if kind == .values {
        elements(Value.self)[offset] = other.elements(Value.self)[offset]
      } else {
        let place = offset * kind.stride
        (base + place).copyMemory(from: other.base + place, byteCount: kind.stride)
      }
    }
    presentCount = other.presentCount
    return true
  }
}
