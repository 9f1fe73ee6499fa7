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
      ScalarFunction(
        rawValue, 0...1, isPure: false,
        implementation: .rows { (values, context) throws(CypherError) in
          try create(values, context.clock)
        }),
      clock("statement"), clock("transaction"),
      ScalarFunction(
        rawValue + ".realtime", 0...1, isPure: false,
        implementation: .rows { (values, _) throws(CypherError) in
          try now(.now(), zoneArgument: values.first)
        }),
      ScalarFunction(
        rawValue + ".truncate", 1...3, isPure: false,
        implementation: .rows { (values, context) throws(CypherError) in
          try truncate(Arguments(function: rawValue + ".truncate", values: values), context.clock)
        }),
    ]
  }

  /// A transaction's instant is its statement's here: no transaction spans statements without their own clocks.
  private func clock(_ name: String) -> ScalarFunction {
    ScalarFunction(
      rawValue + "." + name, 0...1, isPure: false,
      implementation: .rows { (values, context) throws(CypherError) in
        try now(context.clock, zoneArgument: values.first)
      })
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
