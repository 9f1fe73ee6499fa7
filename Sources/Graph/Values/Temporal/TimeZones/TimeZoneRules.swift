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

  /// Seconds east of UTC at an instant. O(log transitions).
  public func offset(atEpochSecond epochSecond: Int64) -> Int32 {
    if let last = transitions.last, epochSecond >= last {
      return footer?.offset(atEpochSecond: epochSecond) ?? offsets[offsets.count - 1]
    }
    if transitions.isEmpty, let footer { return footer.offset(atEpochSecond: epochSecond) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= epochSecond { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : offsets[low - 1]
  }

  /// The offset to subtract from a local time to get its instant: the earlier one where clocks show the time twice, the one
  /// before the gap where they skip it.
  func offset(atLocalSecond localSecond: Int64) -> Int32 {
    let before = offset(atEpochSecond: localSecond - LocalDateTime.secondsPerDay)
    if offset(atEpochSecond: localSecond - Int64(before)) == before { return before }
    let after = offset(atEpochSecond: localSecond + LocalDateTime.secondsPerDay)
    return offset(atEpochSecond: localSecond - Int64(after)) == after ? after : before
  }
}
