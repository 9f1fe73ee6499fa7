import Graph
import Synchronization

/// The values of one property key over all nodes or all relationships. Persistent; a segment in which no element has the
/// property is absent.
struct Column: Sendable {
  var segments = SegmentList<ColumnSegment>()
  /// The number of elements that have the property.
  var presentCount = 0

  func value(at row: UInt32, pool: StringPool) -> Value {
    guard let segment = segments.segment(SegmentGeometry.segment(of: row)) else { return .null }
    return segment.value(at: SegmentGeometry.offset(of: row), pool: pool)
  }

  func isPresent(at row: UInt32) -> Bool {
    segments.segment(SegmentGeometry.segment(of: row))?.isPresent(SegmentGeometry.offset(of: row)) ?? false
  }

  /// The types of the values. Segments that are not in memory are read on all workers.
  var valueTypes: Set<ValueType> {
    let types = Mutex<Set<ValueType>>([])
    WorkerPool.shared.run(pieceCount: segments.count) { index, _ in
      guard let segment = segments.segment(index), segment.presentCount > 0 else { return }
      let found = segment.valueTypes
      types.withLock { $0.formUnion(found) }
    }
    return types.withLock { $0 }
  }

  /// Stores `value`, which is not null.
  mutating func set(_ value: Value, at row: UInt32, pool: StringPool) {
    let offset = SegmentGeometry.offset(of: row)
    let segment = segments.mutable(
      SegmentGeometry.segment(of: row), changing: offset, create: ColumnSegment(kind: ColumnSegment.kind(of: value)))
    let before = segment.presentCount
    segment.set(value, at: offset, pool: pool)
    presentCount += segment.presentCount - before
  }

  /// Removes the value; false if there was none.
  mutating func remove(at row: UInt32) -> Bool {
    guard isPresent(at: row) else { return false }
    let offset = SegmentGeometry.offset(of: row)
    let segment = segments.mutable(
      SegmentGeometry.segment(of: row), changing: offset, create: ColumnSegment(kind: .integers))
    _ = segment.remove(offset)
    presentCount -= 1
    return true
  }
}

/// The columns of all property keys, by key.
struct PropertyTable: Sendable {
  var columns: [Column] = []

  @inline(__always) subscript(key: PropertyKeyID) -> Column? {
    let index = Int(key.rawValue)
    return index < columns.count ? columns[index] : nil
  }

  func value(_ key: PropertyKeyID, at row: UInt32, pool: StringPool) -> Value {
    let index = Int(key.rawValue)
    return index < columns.count ? columns[index].value(at: row, pool: pool) : .null
  }

  /// Stores `value`, or removes the property where it is null. True if there was something to store or remove.
  @discardableResult
  mutating func set(_ value: Value, for key: PropertyKeyID, at row: UInt32, pool: StringPool) -> Bool {
    let index = Int(key.rawValue)
    if case .null = value { return index < columns.count && columns[index].remove(at: row) }
    reserve(key)
    columns[index].set(value, at: row, pool: pool)
    return true
  }

  mutating func reserve(_ key: PropertyKeyID) {
    while columns.count <= Int(key.rawValue) { columns.append(Column()) }
  }

  /// The properties of one row, in the order of the keys' numbers.
  func entries(at row: UInt32, pool: StringPool) -> [(key: PropertyKeyID, value: Value)] {
    var entries: [(key: PropertyKeyID, value: Value)] = []
    for (index, column) in columns.enumerated() where column.isPresent(at: row) {
      entries.append((PropertyKeyID(UInt32(index)), column.value(at: row, pool: pool)))
    }
    return entries
  }
}
