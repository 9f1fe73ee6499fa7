import Cypher
import Graph
import Testing

@testable import Query

/// Examples from the temporal scenarios of the openCypher TCK and what they leave open.
@Suite struct TemporalFunctionTests {
  private let evaluator = CallEvaluator()

  @Test(arguments: [
    ("date({year: 1984, week: 10, dayOfWeek: 3})", "1984-03-07"),
    ("date({year: 1984, quarter: 3, dayOfQuarter: 45})", "1984-08-14"),
    ("date({year: 1984, ordinalDay: 202})", "1984-07-20"), ("date({date: date('1816-12-31'), week: 2})", "1817-01-07"),
    ("date({date: date('2015-01-31'), month: 2})", "2015-02-28"), ("date({date: date('1984-03-07'), quarter: 3})", "1984-09-07"),
    ("date({date: date('1984-11-11'), week: 1})", "1984-01-08"),
    ("localtime({hour: 12, minute: 31, second: 14, millisecond: 645})", "12:31:14.645"),
    ("time({hour: 12, minute: 31, second: 14, nanosecond: 789, millisecond: 123, microsecond: 456})", "12:31:14.123456789Z"),
    ("time({time: time('12:31:14.645876+01:00'), second: 42, timezone: '+05:00'})", "16:31:42.645876+05:00"),
    ("localdatetime({date: date('1984-10-11'), time: time('12:31+01:00'), day: 28, second: 42})", "1984-10-28T12:31:42"),
    (
      "datetime({year: 1984, month: 10, day: 11, time: datetime('1984-10-11T12:00+01:00'), timezone: '+05:00'})",
      "1984-10-11T16:00+05:00"
    ),
    ("datetime.fromEpoch(416779, 999999999)", "1970-01-05T19:46:19.999999999Z"),
    ("datetime.fromEpochMillis(237821673987)", "1977-07-15T13:34:33.987Z"),
    (
      "duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5, nanoseconds: 3})",
      "P12Y11M29DT33H58M13.500000003S"
    ),
  ])
  func `instants are made of components and of each other`(call: String, expected: String) {
    #expect(evaluator.outcome(call) == "'\(expected)'")
  }

  @Test(arguments: [
    ("date({month: 1})", "ArgumentError InvalidArgumentValue"),
    ("date({year: 1984, day: 1})", "ArgumentError InvalidArgumentValue"),
    ("date({year: 1984, month: 13})", "ArgumentError NumberOutOfRange"),
    ("date({year: 1984, month: 2, week: 1})", "ArgumentError InvalidArgumentValue"),
    ("date({year: 1984, hour: 2})", "ArgumentError InvalidArgumentValue"),
    ("date('2015-02-30')", "ArgumentError NumberOutOfRange"),
    ("date('yesterday')", "ArgumentError InvalidArgumentValue"), ("date(1)", "TypeError InvalidArgumentType"),
    ("localtime({minute: 1})", "ArgumentError InvalidArgumentValue"),
    ("datetime({year: 2015, timezone: 'Nowhere/Land'})", "ArgumentError InvalidArgumentValue"),
    ("duration({fortnights: 1})", "ArgumentError InvalidArgumentValue"),
    ("date.truncate('hour', date('2015-01-01'))", "ArgumentError InvalidArgumentValue"),
    ("date.truncate('eon', date('2015-01-01'))", "ArgumentError InvalidArgumentValue"),
    ("duration.between(1, date('2015-01-01'))", "TypeError InvalidArgumentType"), ("date(null)", "null"),
    ("duration.inDays(null, date('2015-01-01'))", "null"),
  ])
  func `impossible instants are errors`(call: String, expected: String) {
    #expect(evaluator.outcome(call) == expected)
  }

  @Test(arguments: [
    ("*", "2", "P24Y10M28DT32H26M20.000000002S"), ("/", "2", "P6Y2M22DT13H21M8S"), ("*", "0.5", "P6Y2M22DT13H21M8S"),
    ("/", "0.5", "P24Y10M28DT32H26M20.000000002S"), ("*", "1", "P12Y5M14DT16H13M10.000000001S"),
  ])
  func `durations are multiplied and divided`(symbol: String, number: String, expected: String) {
    let duration = "duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1})"
    #expect(evaluator.outcome("\(duration) \(symbol) \(number)") == "'\(expected)'")
  }

  @Test(arguments: [
    ("{seconds: 2, milliseconds: -1}", "PT1.999S"), ("{seconds: -2, milliseconds: 1}", "PT-1.999S"),
    ("{seconds: -60, milliseconds: -1}", "PT-1M-0.001S"), ("{days: 1, milliseconds: -1}", "P1DT-0.001S"),
    ("{years: 12, months: 5, days: -14, hours: 16}", "P12Y5M-14DT16H"), ("{minutes: 12, seconds: -60}", "PT11M"),
    ("{months: 0.75}", "P22DT19H51M49.5S"), ("{seconds: 0.1}", "PT0.1S"), ("{milliseconds: 1.5}", "PT0.0015S"),
  ])
  func `durations of mixed signs and fractions print and read back`(fields: String, expected: String) {
    #expect(evaluator.outcome("duration(\(fields))") == "'\(expected)'")
    #expect(evaluator.outcome("duration(toString(duration(\(fields))))") == "'\(expected)'")
  }

  @Test(arguments: [
    ("date.truncate('weekYear', date('1984-01-01'), {day: 5})", "1983-01-05"),
    ("date.truncate('week', date('1984-10-11'), {dayOfWeek: 2})", "1984-10-09"),
    ("date.truncate('millennium', date('-0001-01-01'))", "-1000-01-01"),
    (
      "localdatetime.truncate('millisecond', localdatetime('1984-10-11T12:31:14.645876123'), {nanosecond: 2})",
      "1984-10-11T12:31:14.645000002"
    ),
    ("time.truncate('hour', time('12:31:14-01:00'), {timezone: '+01:00'})", "12:00+01:00"),
    ("datetime.truncate('day', date('1984-10-11'), {nanosecond: 2})", "1984-10-11T00:00:00.000000002Z"),
    ("localtime.truncate('day', localtime('12:31'))", "00:00"),
  ])
  func `truncation cuts to a unit and sets the rest`(call: String, expected: String) {
    #expect(evaluator.outcome(call) == "'\(expected)'")
  }

  @Test(arguments: [
    ("duration.between(date('1984-10-11'), date('2015-06-24'))", "P30Y8M13D"),
    ("duration.between(date('-999999999-01-01'), date('+999999999-12-31'))", "P1999999998Y11M30D"),
    (
      "duration.inSeconds(localdatetime('-999999999-01-01T00'), localdatetime('+999999999-12-31T23:59:59'))",
      "PT17531639991215H59M59S"
    ),
    ("duration.inMonths(datetime('2018-07-21T21:40:36.143+0500'), datetime('1984-07-21T22:40:36.143+0200'))", "P-33Y-11M"),
    ("duration.inDays(date('1984-10-11'), time('16:30+0100'))", "PT0S"),
    ("duration.inSeconds(time('14:30'), time('16:30+0100'))", "PT1H"),
    ("duration.inSeconds(localtime('12:44:54.7'), localtime('12:34:55.3'))", "PT-9M-59.4S"),
    (
      "duration.inSeconds(datetime({year: 2017, month: 10, day: 29, timezone: 'Europe/Stockholm'}), localtime({hour: 4}))", "PT5H"
    ),
  ])
  func `differences borrow what one side lacks`(call: String, expected: String) {
    #expect(evaluator.outcome(call) == "'\(expected)'")
  }

  @Test(arguments: [
    ("datetime()", "2015-07-21T21:40:32.142Z"), ("date()", "2015-07-21"), ("localtime()", "21:40:32.142"),
    ("date('+10000-01-01')", "+10000-01-01"),
    ("datetime('2015-07-21T21:40+01:00') - duration('P1M')", "2015-06-21T21:40+01:00"),
    ("datetime.statement('+02:00')", "2015-07-21T23:40:32.142+02:00"),
    ("time({timezone: '-03:30'})", "18:10:32.142-03:30"), ("date.truncate('year')", "2015-01-01"),
    ("localdatetime.transaction()", "2015-07-21T21:40:32.142"),
  ])
  func `without an argument an instant is the statement's`(call: String, expected: String) {
    #expect(evaluator.outcome(call) == "'\(expected)'")
  }

  @Test func `the timestamp counts milliseconds`() {
    #expect(evaluator.outcome("timestamp()") == "1437514832142")
  }

  @Test(arguments: [
    (
      "date('1984-10-11')",
      [
        "year": "1984", "quarter": "4", "week": "41", "weekYear": "1984", "ordinalDay": "285", "weekDay": "4",
        "dayOfQuarter": "11",
      ]
    ),
    (
      "localtime('12:31:14.645876123')",
      ["hour": "12", "minute": "31", "millisecond": "645", "microsecond": "645876", "nanosecond": "645876123"]
    ),
    ("time('12:31-05:30')", ["timezone": "'-05:30'", "offset": "'-05:30'", "offsetMinutes": "-330", "offsetSeconds": "-19800"]),
    (
      "datetime('1984-11-11T12:31:14.645876123+01:00[Europe/Stockholm]')",
      ["timezone": "'Europe/Stockholm'", "offset": "'+01:00'", "epochSeconds": "469020674", "epochMillis": "469020674645"]
    ),
    (
      "duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111})",
      [
        "quarters": "5", "months": "16", "weeks": "1", "minutes": "61", "nanoseconds": "3661111111111", "monthsOfQuarter": "1",
        "daysOfWeek": "3", "millisecondsOfSecond": "111",
      ]
    ),
  ])
  func `components are read like properties`(value: String, components: [String: String]) throws {
    let value = try evaluator.evaluate(value)
    for (name, expected) in components { #expect(try value.temporalComponent(name)?.literal == expected, "\(name)") }
    #expect(try value.temporalComponent("colour") == nil)
  }

  @Test func `only calls that do not read the clock are folded`() throws {
    let date = try #require(CallEvaluator.registry.function(named: "date")?.isPureCall)
    #expect(date([.string("2015-01-01")]))
    #expect(!date([]))
    #expect(!date([.map(["timezone": .string("Z")])]))
    let truncate = try #require(CallEvaluator.registry.function(named: "time.truncate")?.isPureCall)
    #expect(!truncate([.string("day")]))
    #expect(!truncate([.string("day"), .null, .map(["timezone": .string("Europe/Stockholm")])]))
  }
}
