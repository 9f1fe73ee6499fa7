import Cypher
import Graph

/// Instants and durations: `date(…)`, `datetime.truncate(…)`, `duration.between(…)`, `timestamp()` and their kin (CIP2015-08-06).
///
/// Without an argument an instant is the statement's, the same in every row; `.realtime` reads the clock anew. Without a zone
/// it is UTC.
enum TemporalFunctions {
  static let all: [ScalarFunction] = kinds.flatMap { $0.functions } + epochs + durations + texts

  private static let kinds: [InstantKind] = [.date, .localTime, .time, .localDateTime, .dateTime]

  private static let epochs: [ScalarFunction] = [
    .pure("datetime.fromepoch", 2) { (arguments) throws(CypherError) in
      let seconds = try arguments.integer(0)
      let nanoseconds = try arguments.integer(1)
      return try instant(["epochSeconds": .integer(seconds), "nanosecond": .integer(nanoseconds)])
    },
    .pure("datetime.fromepochmillis", 1) { (arguments) throws(CypherError) in
      try instant(["epochMillis": .integer(arguments.integer(0))])
    },
    ScalarFunction("timestamp", 0, isPure: false) { _, context in
      .integer(context.clock.secondsSinceEpoch * 1_000 + Int64(context.clock.nanoseconds) / 1_000_000)
    },
  ]

  private static let texts: [ScalarFunction] = [
    .pure("format", 1...2) { (arguments) throws(CypherError) in
      guard arguments.count > 1 else {
        guard let text = arguments[0].temporalText else { throw arguments.wrong(0, "a temporal value") }
        return .string(text)
      }
      let pattern = try arguments.string(1)
      return try CypherError.translating { () throws(ValueError) in .string(try arguments[0].formatted(by: pattern)) }
    }
  ]

  private static func instant(_ fields: PropertyMap) throws(CypherError) -> Value {
    try CypherError.translating { () throws(ValueError) in .dateTime(try ZonedDateTime(from: .map(fields))) }
  }

  private static let durations: [ScalarFunction] = [
    .pure("duration", 1) { (arguments) throws(CypherError) in
      try CypherError.translating { () throws(ValueError) in .duration(try CalendarDuration(from: arguments[0])) }
    },
    difference("duration.between") { (difference) throws(ValueError) in try difference.inAllUnits() },
    difference("duration.inMonths") { difference in difference.inMonths() },
    difference("duration.inDays") { difference in difference.inDays() },
    difference("duration.inSeconds") { (difference) throws(ValueError) in try difference.inSeconds() },
  ]

  private static func difference(
    _ name: String, _ measure: @escaping @Sendable (TemporalDifference) throws(ValueError) -> CalendarDuration
  ) -> ScalarFunction {
    .pure(name, 2) { (arguments) throws(CypherError) in
      try CypherError.translating { () throws(ValueError) in
        .duration(try measure(TemporalDifference(from: arguments[0], to: arguments[1])))
      }
    }
  }
}
