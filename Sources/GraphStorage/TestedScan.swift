import Graph

/// A scan of nodes or relationships that asks conditions where the values are stored, 1,024 rows at a time: which rows are left
/// is a bitmap until the last condition has been asked.
///
/// Blocks in which no value can meet a condition are left out (see `ColumnZones`). One for each thread.
package final class TestedScan {
  private struct Condition {
    /// Nil where no element has the property.
    let column: Column?
    var test: ColumnTest
    var segment: ColumnSegment?
    var zones: ColumnZones?
  }

  private let members: Bitmap
  private var membersOfSegment: BitmapSegment?
  private let pool: StringPool
  private var conditions: [Condition]
  private var next: UInt32
  private let end: UInt32
  private var segment = -1
  private let candidates = UnsafeMutablePointer<UInt64>.allocate(capacity: ColumnZones.wordCount)
  /// How many blocks with elements there were, and how many of them were left out because of their zones.
  package private(set) var blockCount = 0
  package private(set) var skippedBlockCount = 0

  /// The nodes of a label, or of the graph where it is nil, with ids in `range`; nil for all.
  package init(
    nodesOf label: LabelID?, in snapshot: GraphSnapshot, range: Range<Int>?, _ tests: [(PropertyKeyID?, ColumnTest)]
  ) {
    members = snapshot.members(label) ?? Bitmap()
    pool = snapshot.pool
    conditions = tests.map { key, test in Condition(column: key.flatMap { snapshot.nodes.properties[$0] }, test: test) }
    next = UInt32(range?.lowerBound ?? 0)
    end = min(range.map { UInt32($0.upperBound) } ?? .max, snapshot.nodes.capacity)
  }

  /// The relationships of a type, or of the graph where it is nil, with ids in `range`; nil for all.
  package init(
    relationshipsOf type: RelationshipTypeID?, in snapshot: GraphSnapshot, range: Range<Int>?,
    _ tests: [(PropertyKeyID?, ColumnTest)]
  ) {
    members = snapshot.members(type) ?? Bitmap()
    pool = snapshot.pool
    conditions = tests.map { key, test in
      Condition(column: key.flatMap { snapshot.relationships.properties[$0] }, test: test)
    }
    next = UInt32(range?.lowerBound ?? 0)
    end = min(range.map { UInt32($0.upperBound) } ?? .max, snapshot.relationships.capacity)
  }

  deinit { candidates.deallocate() }

  package var isAtEnd: Bool { next >= end }

  /// Replaces a condition, for the rows to come, by a narrower one.
  package func replace(_ condition: Int, by test: ColumnTest) { conditions[condition].test = test }

  /// The ids, as raw numbers, that come next; none only where `blockLimit` blocks were looked at in vain or at the end.
  private func fill(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Int {
    var count = 0
    var blocksLeft = Self.blockLimit
    while next < end, rows.count - count >= ColumnZones.rowCount, blocksLeft > 0 {
      blocksLeft -= 1
      guard prepareBlock() else { continue }
      count += take(into: rows.baseAddress! + count)
      next = blockEnd
    }
    return count
  }

  /// How many elements are left to come; the scan is at its end then. About a nanosecond for four.
  package func countRest() -> Int {
    var count = 0
    while next < end {
      guard prepareBlock() else { continue }
      if askConditions() {
        for word in 0..<ColumnZones.wordCount { count += candidates[word].nonzeroBitCount }
      }
      next = blockEnd
    }
    return count
  }

  /// So that whoever calls can ask now and then whether to go on.
  private static let blockLimit = 256

  package func nextNodes() -> [NodeID] {
    [NodeID](unsafeUninitializedCapacity: Batch.capacity) { rows, count in
      count = rows.withMemoryRebound(to: UInt32.self) { fill($0) }
    }
  }

  package func nextRelationships() -> [RelationshipID] {
    [RelationshipID](unsafeUninitializedCapacity: Batch.capacity) { rows, count in
      count = rows.withMemoryRebound(to: UInt32.self) { fill($0) }
    }
  }

  private var blockEnd: UInt32 { UInt32(min(Int(end), (Int(next) | (ColumnZones.rowCount - 1)) + 1)) }

  /// Fills in the candidates of the block at `next`; false where there is none, and `next` has moved on.
  private func prepareBlock() -> Bool {
    let index = SegmentGeometry.segment(of: next)
    if index != segment { enter(index) }
    guard let membersOfSegment else {
      next = index + 1 < members.segments.count ? min(end, SegmentGeometry.firstRow(of: index + 1)) : end
      return false
    }
    let offset = SegmentGeometry.offset(of: next)
    let block = offset / ColumnZones.rowCount
    var any: UInt64 = 0
    for word in 0..<ColumnZones.wordCount {
      candidates[word] = membersOfSegment.words[block * ColumnZones.wordCount + word]
      any |= candidates[word]
    }
    if any != 0 && (offset % ColumnZones.rowCount != 0 || blockEnd % UInt32(ColumnZones.rowCount) != 0) {
      any = cut(from: offset % ColumnZones.rowCount, count: Int(blockEnd - next))
    }
    guard any != 0 else {
      next = blockEnd
      return false
    }
    return true
  }

  /// Leaves only so many candidates from a row of the block on.
  private func cut(from first: Int, count: Int) -> UInt64 {
    var any: UInt64 = 0
    for word in 0..<ColumnZones.wordCount {
      let start = max(0, min(64, first - word * 64))
      let end = max(0, min(64, first + count - word * 64))
      let mask: UInt64 = end <= start ? 0 : (~0 << UInt64(start)) & (~0 >> UInt64(64 - end))
      candidates[word] &= mask
      any |= candidates[word]
    }
    return any
  }

  private func enter(_ index: Int) {
    segment = index
    membersOfSegment = members.segments.segment(index).flatMap { $0.count > 0 ? $0 : nil }
    guard membersOfSegment != nil else { return }
    for place in conditions.indices {
      conditions[place].segment = conditions[place].column?.segments.segment(index)
      conditions[place].zones = conditions[place].segment?.zones
    }
  }

  /// Asks the conditions of the block and writes the ids of what is left.
  private func take(into rows: UnsafeMutablePointer<UInt32>) -> Int {
    guard askConditions() else { return 0 }
    let firstRow = next & ~UInt32(ColumnZones.rowCount - 1)
    var count = 0
    for word in 0..<ColumnZones.wordCount {
      var left = candidates[word]
      let first = firstRow &+ UInt32(word &<< 6)
      while left != 0 {
        rows[count] = first &+ UInt32(truncatingIfNeeded: left.trailingZeroBitCount)
        count &+= 1
        left &= left &- 1
      }
    }
    return count
  }

  /// Leaves only the candidates that meet all conditions; false where bounds have shown that there are none.
  private func askConditions() -> Bool {
    blockCount += 1
    let block = SegmentGeometry.offset(of: next) / ColumnZones.rowCount
    for condition in conditions {
      var isDecidedByZone = false
      if let segment = condition.segment {
        isDecidedByZone = !segment.narrow(candidates, block: block, by: condition.test, condition.zones, pool: pool)
      } else if !condition.test.passesAbsent {
        for word in 0..<ColumnZones.wordCount { candidates[word] = 0 }
        isDecidedByZone = true
      }
      if isDecidedByZone && isEmpty {
        skippedBlockCount += 1
        return false
      }
    }
    return true
  }

  private var isEmpty: Bool {
    var any: UInt64 = 0
    for word in 0..<ColumnZones.wordCount { any |= candidates[word] }
    return any == 0
  }
}
