/// The history and the future of one named zone: which offset was, is and will be in force when.
public final class TimeZoneRules: Sendable {
  public let name: String
  /// Instants at which the offset changed, ascending; `offsets[i]` holds from `transitions[i]` on.
  let transitions: [Int64]
  let offsets: [Int32]
  /// Before the first transition.
  let firstOffset: Int32
  /// After the last transition; nil where the last offset holds for ever.
  let footer: TimeZoneFooter?

  init(name: String, transitions: [Int64], offsets: [Int32], firstOffset: Int32, footer: TimeZoneFooter?) {
    precondition(transitions.count == offsets.count, "each transition has an offset")
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.firstOffset = firstOffset
    self.footer = footer
  }

  /// The same zone with the history of another one before 1970-01-01T00:00Z.
  func replacingHistory(by other: TimeZoneRules) -> TimeZoneRules {
    let own = transitions.partitioningIndex { $0 >= 0 }
    let foreign = other.transitions.partitioningIndex { $0 >= 0 }
    // What was in force at the seam has to be said where the two zones do not agree.
    let needsSeam = offset(atEpochSecond: 0) != other.offset(atEpochSecond: -1) && transitions[own...].first != 0
    return TimeZoneRules(
      name: name, transitions: other.transitions[..<foreign] + (needsSeam ? [0] : []) + transitions[own...],
      offsets: other.offsets[..<foreign] + (needsSeam ? [offset(atEpochSecond: 0)] : []) + offsets[own...],
      firstOffset: other.firstOffset, footer: footer)
  }

  /// Seconds east of UTC at an instant. O(log transitions).
  public func offset(atEpochSecond epochSecond: Int64) -> Int32 {
    if let last = transitions.last, epochSecond >= last {
      return footer?.offset(atEpochSecond: epochSecond) ?? offsets[offsets.count - 1]
    }
    if transitions.isEmpty, let footer { return footer.offset(atEpochSecond: epochSecond) }
    let later = transitions.partitioningIndex { $0 > epochSecond }
    return later == 0 ? firstOffset : offsets[later - 1]
  }

  /// The offset to subtract from a local time to get its instant: where clocks show the time twice `preferred` if it is one of
  /// the two, otherwise the earlier one; where they skip it the one before the gap.
  func offset(atLocalSecond localSecond: Int64, preferring preferred: Int32? = nil) -> Int32 {
    if let preferred, offset(atEpochSecond: localSecond - Int64(preferred)) == preferred { return preferred }
    let before = offset(atEpochSecond: localSecond - LocalDateTime.secondsPerDay)
    if offset(atEpochSecond: localSecond - Int64(before)) == before { return before }
    let after = offset(atEpochSecond: localSecond + LocalDateTime.secondsPerDay)
    return offset(atEpochSecond: localSecond - Int64(after)) == after ? after : before
  }
}

extension [Int64] {
  /// The first index whose element has the property, which all elements after it have too; `endIndex` where none has it.
  fileprivate func partitioningIndex(_ property: (Int64) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if property(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
