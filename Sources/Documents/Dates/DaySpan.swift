import Graph

/// The days within which something happened. An end that nobody gives is open: what a source told of on Saturday happened by
/// Saturday.
struct DaySpan: Hashable, Sendable {
  /// In days since 1970-01-01.
  let first: Int?
  let last: Int?

  /// What is told of without its day is news: it lies so many days back at most.
  private static let longestDelay = 14

  init(first: CalendarDate?, last: CalendarDate?) {
    self.first = first.map { Int($0.daysSinceEpoch) }
    self.last = last.map { Int($0.daysSinceEpoch) }
  }

  /// Of days written `YYYY-MM-DD`; what is none counts as open.
  init(first: String?, last: String?) {
    self.first = first.flatMap(CivilDay.init(iso:))?.daysSinceEpoch
    self.last = last.flatMap(CivilDay.init(iso:))?.daysSinceEpoch
  }

  /// Whether the first day is only guessed.
  var isOpen: Bool { first == nil }

  /// The one day that it is.
  var day: Int? { first == last ? first : nil }

  /// The days that come into question; nil where neither end is known.
  var reach: ClosedRange<Int>? {
    guard let last = last ?? first else { return nil }
    let first = first ?? last - Self.longestDelay
    return first <= last ? first...last : nil
  }

  func meets(_ other: DaySpan) -> Bool {
    guard let reach, let others = other.reach else { return false }
    return reach.overlaps(others)
  }
}
