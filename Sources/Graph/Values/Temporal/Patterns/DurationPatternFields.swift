/// The amounts of a duration as a pattern's letters ask for them: `y` years, `q` quarters, `M` months, `w` weeks, `d` days, `H`
/// hours, `m` minutes, `s` seconds, `S` a fraction of the second, `A` milliseconds, `n` and `N` nanoseconds.
///
/// What a larger unit of the pattern takes is not in a smaller one: of 14 months `y M` writes `1 2` and `M` alone `14`.
struct DurationPatternFields {
  /// Each unit's letters, group (months, days or seconds) and size in the group's smallest unit; larger units first.
  private static let units: [(letters: String, group: Int, size: Int64)] = [
    ("yYu", 0, 12), ("qQ", 0, 3), ("ML", 0, 1), ("wW", 1, 7), ("dD", 1, 1), ("hHkK", 2, 3_600), ("m", 2, 60), ("s", 2, 1),
  ]

  private let duration: CalendarDuration
  private let letters: Set<Character>

  init(_ duration: CalendarDuration, letters: Set<Character>) {
    self.duration = duration
    self.letters = letters
  }

  /// Throws `invalidArgument` for a letter that is no unit, `overflow` where the amount does not fit in 64 bits.
  func text(_ letter: Character, _ count: Int) throws(ValueError) -> String {
    switch letter {
    case "S":
      guard count <= 9 else { throw .invalidArgument("S stands at most 9 times in a row in a pattern") }
      return String(TemporalFormatter.padded(abs(nanoseconds), width: 9).prefix(count))
    case "A": return padded(try rest(per: 1_000), count)
    case "n", "N": return padded(try rest(per: 1_000_000_000), count)
    default: break
    }
    guard let place = Self.units.firstIndex(where: { $0.letters.contains(letter) }) else {
      throw .invalidArgument("\(letter) is no unit of a duration, write '\(letter)' for the letter itself")
    }
    return padded(remainder(before: place) / Self.units[place].size, count)
  }

  /// What the larger units of the pattern leave of the group that the unit belongs to.
  private func remainder(before place: Int) -> Int64 {
    let group = Self.units[place].group
    var amount = [duration.months, duration.days, duration.secondsTowardZero][group]
    for unit in Self.units[..<place] where unit.group == group && unit.letters.contains(where: letters.contains) {
      amount %= unit.size
    }
    return amount
  }

  /// Nanoseconds of the second, with the sign of the seconds.
  private var nanoseconds: Int64 {
    let isShifted = duration.seconds < 0 && duration.nanoseconds > 0
    return Int64(duration.nanoseconds) - (isShifted ? LocalTime.nanosecondsPerSecond : 0)
  }

  /// The seconds that no unit of the pattern takes, and their fraction, in units of which a second has `count`.
  private func rest(per count: Int64) throws(ValueError) -> Int64 {
    let seconds = letters.contains("s") ? 0 : remainder(before: Self.units.count - 1)
    let whole = try CalendarDuration.checked(seconds.multipliedReportingOverflow(by: count))
    let fraction = nanoseconds / (LocalTime.nanosecondsPerSecond / count)
    return try CalendarDuration.checked(whole.addingReportingOverflow(fraction))
  }

  private func padded(_ amount: Int64, _ count: Int) -> String {
    (amount < 0 ? "-" : "") + TemporalFormatter.padded(Int64(clamping: amount.magnitude), width: min(count, 19))
  }
}
