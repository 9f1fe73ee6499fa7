import Graph

extension SeededGenerator {
  /// A seed of its own for each run; print it, so that a failure can be repeated.
  public static func random() -> SeededGenerator { SeededGenerator(seed: freshSeed()) }

  /// A value of any type, nested at most `depth` deep. Small numbers, short texts and few ids are frequent, so that equal
  /// values meet.
  public mutating func value(depth: Int = 3) -> Value {
    switch Int.random(in: 0..<(depth > 0 ? 13 : 9), using: &self) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &self))
    case 2, 3: return .integer(integer())
    case 4: return .float(float())
    case 5: return .string(text())
    case 6: return .node(node())
    case 7: return .relationship(relationship())
    case 8: return temporal()
    case 9, 10: return .list((0..<Int.random(in: 0...3, using: &self)).map { _ in value(depth: depth - 1) })
    case 11: return .map(map(depth: depth - 1))
    default: return .path(path())
    }
  }

  public mutating func integer() -> Int64 {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: Int64.random(in: .min ... .max, using: &self)
    case 1: (1 << 53) + Int64.random(in: -2...2, using: &self)
    default: Int64.random(in: -3...3, using: &self)
    }
  }

  public mutating func float() -> Double {
    switch Int.random(in: 0..<5, using: &self) {
    case 0: Double(bitPattern: next())
    case 1:
      [Double.nan, .infinity, -.infinity, -0.0, 9_007_199_254_740_992, 9_223_372_036_854_775_808].randomElement(using: &self)!
    default: Double(Int64.random(in: -6...6, using: &self)) / 2
    }
  }

  public mutating func text() -> String {
    let letters = ["a", "b", "é", "e\u{301}", "日", "🧐", "'", "\\", "\n", "\u{0}", "\u{7F}", "\"", "`", " "]
    return (0..<Int.random(in: 0...4, using: &self)).map { _ in letters.randomElement(using: &self)! }.joined()
  }

  public mutating func map(depth: Int) -> PropertyMap {
    PropertyMap((0..<Int.random(in: 0...3, using: &self)).map { _ in (text(), value(depth: depth)) })
  }

  public mutating func node() -> Node {
    Node(id: NodeID(UInt32.random(in: 0...3, using: &self)), labels: ["A", "B C"], properties: ["k": .integer(1)])
  }

  public mutating func relationship() -> Relationship {
    let id = RelationshipID(UInt32.random(in: 0...3, using: &self))
    return Relationship(id: id, type: "T", source: NodeID(0), target: NodeID(1), properties: [:])
  }

  public mutating func path() -> Path {
    let length = Int.random(in: 0...2, using: &self)
    return Path(nodes: (0...length).map { _ in node() }, relationships: (0..<length).map { _ in relationship() })
  }

  /// An instant or a duration, anywhere in the calendar.
  public mutating func temporal() -> Value {
    let offset = Int32.random(in: -64_800...64_800, using: &self)
    switch Int.random(in: 0..<6, using: &self) {
    case 0: return .date(date())
    case 1: return .localTime(localTime())
    case 2: return .time(ZonedTime(localTime: localTime(), offsetSeconds: offset))
    case 3: return .localDateTime(LocalDateTime(date: date(), time: localTime()))
    case 4: return .dateTime(ZonedDateTime(local: LocalDateTime(date: date(), time: localTime()), offsetSeconds: offset))
    default: return .duration(duration())
    }
  }

  public mutating func date() -> CalendarDate {
    let isNear = Bool.random(using: &self)
    let days: ClosedRange<Int64> =
      isNear ? -2...2 : CalendarDate.minimum.daysSinceEpoch...CalendarDate.maximum.daysSinceEpoch
    return CalendarDate(daysSinceEpoch: Int64.random(in: days, using: &self))
  }

  public mutating func localTime() -> LocalTime {
    let second = Int64.random(in: 0..<86_400, using: &self)
    let nanosecond = Bool.random(using: &self) ? 0 : Int64.random(in: 0..<1_000_000_000, using: &self)
    return LocalTime(nanosecondOfDay: second * 1_000_000_000 + nanosecond)
  }

  public mutating func duration() -> CalendarDuration {
    CalendarDuration(
      months: Int64.random(in: -30...30, using: &self), days: Int64.random(in: -40...40, using: &self),
      seconds: Int64.random(in: -100_000...100_000, using: &self), nanoseconds: Int32.random(in: 0...999_999_999, using: &self))
  }
}
