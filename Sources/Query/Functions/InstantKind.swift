import Cypher
import Graph

/// One of the five instant types with the functions that each of them has: `date`, `date.statement`, `date.transaction`,
/// `date.realtime`, `date.truncate`.
enum InstantKind: String, Sendable {
  case date = "date"
  case localTime = "localtime"
  case time = "time"
  case localDateTime = "localdatetime"
  case dateTime = "datetime"

  var functions: [ScalarFunction] {
    [
      reading(rawValue, 0...1, isPureCall: { !readsClock($0.first) }) { values, context throws(CypherError) in
        try create(values, context.clock)
      },
      reading(rawValue + ".statement", 0...1) { values, context throws(CypherError) in
        try now(context.clock, zoneArgument: values.first)
      },
      // No transaction spans statements without their own clocks.
      reading(rawValue + ".transaction", 0...1) { values, context throws(CypherError) in
        try now(context.clock, zoneArgument: values.first)
      },
      reading(rawValue + ".realtime", 0...1) { values, _ throws(CypherError) in
        try now(.now(), zoneArgument: values.first)
      },
      reading(rawValue + ".truncate", 1...3, isPureCall: { $0.count > 1 && !readsClock($0.last) }) {
        values, context throws(CypherError) in
        try truncate(Arguments(function: rawValue + ".truncate", values: values), context.clock)
      }.with(self == .date ? [DateTruncation()] : []),
    ]
  }

  /// A function that reads the clock, except in the calls that `isPureCall` knows.
  private func reading(
    _ name: String, _ counts: ClosedRange<Int>, isPureCall: (@Sendable ([Value]) -> Bool)? = nil,
    _ body: @escaping @Sendable ([Value], EvaluationContext) throws(CypherError) -> Value
  ) -> ScalarFunction {
    ScalarFunction(name, counts, isPure: false, isPureCall: isPureCall, implementation: .rows(body))
  }

  /// True if the instant made of `argument` depends on now: of nothing, of a zone alone, and of a named zone's time of day, whose
  /// offset changes with the season.
  private func readsClock(_ argument: Value?) -> Bool {
    switch argument {
    case nil: true
    case .map(let map)?: map["timezone"] != nil && (map.count == 1 || self == .time)
    default: false
    }
  }

  private func create(_ values: [Value], _ clock: StatementClock) throws(CypherError) -> Value {
    guard let argument = values.first else { return try now(clock, zoneArgument: nil) }
    if case .map(let map) = argument, map.count == 1, let zone = map["timezone"] { return try now(clock, zoneArgument: zone) }
    return try CypherError.translating { () throws(ValueError) in
      switch self {
      case .date: .date(try CalendarDate(from: argument))
      case .localTime: .localTime(try LocalTime(from: argument))
      case .time: .time(try ZonedTime(from: argument, epochSecond: clock.secondsSinceEpoch))
      case .localDateTime: .localDateTime(try LocalDateTime(from: argument))
      case .dateTime: .dateTime(try ZonedDateTime(from: argument))
      }
    }
  }

  /// The clock's instant as this type; the argument names the zone in which it is read.
  private func now(_ clock: StatementClock, zoneArgument: Value?) throws(CypherError) -> Value {
    let epoch: PropertyMap = [
      "epochSeconds": .integer(clock.secondsSinceEpoch), "nanosecond": .integer(Int64(clock.nanoseconds)),
      "timezone": zoneArgument ?? .string("Z"),
    ]
    return try CypherError.translating { () throws(ValueError) in
      let instant = try ZonedDateTime(from: .map(epoch))
      switch self {
      case .date: return .date(instant.local.date)
      case .localTime: return .localTime(instant.local.time)
      case .time: return .time(ZonedTime(localTime: instant.local.time, offsetSeconds: instant.offsetSeconds))
      case .localDateTime: return .localDateTime(instant.local)
      case .dateTime: return .dateTime(instant)
      }
    }
  }

  private func truncate(_ arguments: Arguments, _ clock: StatementClock) throws(CypherError) -> Value {
    let name = try arguments.string(0)
    let value = arguments.count > 1 ? arguments[1] : try now(clock, zoneArgument: nil)
    let fields = arguments.count > 2 ? try arguments.map(2) : PropertyMap()
    return try CypherError.translating { () throws(ValueError) in
      let unit = try TemporalTruncation.Unit(named: name)
      switch self {
      case .date: return .date(try TemporalTruncation.date(unit, value, fields))
      case .localTime: return .localTime(try TemporalTruncation.localTime(unit, value, fields))
      case .time: return .time(try TemporalTruncation.time(unit, value, fields, epochSecond: clock.secondsSinceEpoch))
      case .localDateTime: return .localDateTime(try TemporalTruncation.localDateTime(unit, value, fields))
      case .dateTime: return .dateTime(try TemporalTruncation.dateTime(unit, value, fields))
      }
    }
  }
}
