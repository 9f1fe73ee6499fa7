import Graph

extension ColumnSegment {
  /// Keeps those of the candidates that meet `test`: a bit each of the rows of block `block` (see `ColumnZones`).
  ///
  /// - Returns: false where the zone of the block alone has decided.
  func narrow(
    _ candidates: UnsafeMutablePointer<UInt64>, block: Int, by test: ColumnTest, _ zones: ColumnZones?, pool: StringPool
  ) -> Bool {
    let firstWord = block * ColumnZones.wordCount
    let wordCount = max(0, min(ColumnZones.wordCount, capacity / 64 - firstWord))
    let absent: UInt64 = test.passesAbsent ? ~0 : 0
    for word in wordCount..<ColumnZones.wordCount { candidates[word] &= absent }
    guard wordCount > 0 else { return false }
    let rows = BlockRows(
      candidates: candidates, presence: UnsafePointer(presence) + firstWord, wordCount: wordCount, absent: absent)
    if test.isAlike { return rows.decide(test.passesIncomparable ? .all : .none) }
    let firstRow = firstWord * 64
    switch (kind, zones?.bounds) {
    case (.integers, .integers(let bounds)), (.dates, .integers(let bounds)):
      guard let interval = test.integerInterval(kind) else { return rows.decide(test.passesIncomparable ? .all : .none) }
      let elements = UnsafePointer(self.elements(Int64.self)) + firstRow
      return rows.narrow(elements, interval, bounds[block]) { Int64($0) }
    case (.strings, .integers(let bounds)):
      guard let interval = test.integerInterval(kind) else { return rows.decide(test.passesIncomparable ? .all : .none) }
      let elements = UnsafePointer(self.elements(StringPool.Code.self)) + firstRow
      if interval.least == interval.greatest { return rows.narrow(elements, equalTo: interval, bounds[block]) }
      return rows.narrow(elements, interval, bounds[block]) { Int64($0) }
    case (.floats, .floats(let bounds)):
      guard let interval = test.floatInterval else { return rows.decide(test.passesIncomparable ? .all : .none) }
      return rows.narrow(UnsafePointer(self.elements(Double.self)) + firstRow, interval, bounds[block])
    default:
      rows.narrow { test.accepts(self.value(at: firstRow + $0, pool: pool)) }
      return true
    }
  }
}

/// The rows of a block that are candidates, and those that have the property.
private struct BlockRows {
  let candidates: UnsafeMutablePointer<UInt64>
  let presence: UnsafePointer<UInt64>
  let wordCount: Int
  /// All bits where rows without the property pass.
  let absent: UInt64

  /// Applies what is decided of all rows that have the property.
  func decide(_ verdict: ColumnTest.Verdict) -> Bool {
    guard verdict != .some else { return true }
    let present: UInt64 = verdict == .all ? ~0 : 0
    for word in 0..<wordCount { candidates[word] &= present & presence[word] | absent & ~presence[word] }
    return false
  }

  @inline(__always)
  func narrow<Element>(
    _ elements: UnsafePointer<Element>, _ interval: ColumnTest.Interval<Int64>, _ zone: ZoneBounds<Int64>,
    _ number: (Element) -> Int64
  ) -> Bool {
    guard decide(interval.verdict(zone)) else { return false }
    if let members = interval.members {
      narrow(among: members) { number(elements[$0]) }
      return true
    }
    // One comparison for both bounds: the distance from the least as an unsigned number.
    let (least, width) = (interval.least, UInt64(bitPattern: interval.greatest &- interval.least))
    narrow(isOutside: interval.isOutside) { UInt64(bitPattern: number(elements[$0]) &- least) <= width }
    return true
  }

  @inline(__always)
  func narrow(
    _ codes: UnsafePointer<StringPool.Code>, equalTo interval: ColumnTest.Interval<Int64>, _ zone: ZoneBounds<Int64>
  ) -> Bool {
    guard decide(interval.verdict(zone)) else { return false }
    let code = StringPool.Code(truncatingIfNeeded: interval.least)
    narrow(isOutside: interval.isOutside) { codes[$0] == code }
    return true
  }

  @inline(__always)
  func narrow(
    _ elements: UnsafePointer<Double>, _ interval: ColumnTest.Interval<Double>, _ zone: ZoneBounds<Double>
  ) -> Bool {
    guard decide(interval.verdict(zone)) else { return false }
    if let members = interval.members {
      narrow(among: members) { elements[$0] }
      return true
    }
    let (least, greatest) = (interval.least, interval.greatest)
    if least == -.infinity {
      narrow(isOutside: interval.isOutside) { elements[$0] <= greatest }
    } else if greatest == .infinity {
      narrow(isOutside: interval.isOutside) { elements[$0] >= least }
    } else {
      narrow(isOutside: interval.isOutside) { (elements[$0] >= least ? 1 : 0) & (elements[$0] <= greatest ? 1 : 0) != 0 }
    }
    return true
  }

  /// Up to so many values are compared one after the other, which takes no branch.
  private static let fewMembers = 8

  @inline(__always)
  private func narrow<Bound: Comparable>(among members: [Bound], _ element: (Int) -> Bound) {
    members.withUnsafeBufferPointer { members in
      if members.count <= Self.fewMembers {
        narrow { row in
          let value = element(row)
          var found = 0
          for member in members { found |= value == member ? 1 : 0 }
          return found != 0
        }
      } else {
        narrow { row in
          let value = element(row)
          let place = members.firstPlace(from: value)
          return place < members.count && members[place] == value
        }
      }
    }
  }

  /// Where so few candidates of a word are left they are looked at one by one.
  private static let fewRows = 12

  @inline(__always)
  func narrow(isOutside: Bool = false, _ accepts: (Int) -> Bool) {
    let turned: UInt64 = isOutside ? ~0 : 0
    for word in 0..<wordCount where candidates[word] != 0 {
      var accepted: UInt64 = 0
      var left = candidates[word] & presence[word]
      let first = word &<< 6
      if left.nonzeroBitCount > Self.fewRows {
        accepted = Self.bits { accepts(first &+ $0) }
      } else {
        while left != 0 {
          let bit = left.trailingZeroBitCount
          accepted |= (accepts(first &+ bit) ? 1 : 0) &<< UInt64(bit)
          left &= left &- 1
        }
      }
      candidates[word] &= (accepted ^ turned) & presence[word] | absent & ~presence[word]
    }
  }

  /// What a test says of 64 rows. In eights, which the compiler makes vectors of, where it would chain 64 steps.
  @inline(__always)
  private static func bits(_ accepts: (Int) -> Bool) -> UInt64 {
    var bits: UInt64 = 0
    for group in 0..<8 {
      var byte: UInt64 = 0
      for row in 0..<8 { byte |= (accepts(group &<< 3 &+ row) ? 1 : 0) &<< UInt64(row) }
      bits |= byte &<< UInt64(group &<< 3)
    }
    return bits
  }
}
