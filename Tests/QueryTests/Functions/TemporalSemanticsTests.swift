import Testing

@testable import Query

/// Tables over all that temporal functions do: what each says, by the CIP and by ISO 8601.
@Suite struct TemporalSemanticsTests {
  private let evaluator = CallEvaluator()

  private func expect(_ call: String, _ expected: String) { #expect(evaluator.outcome(call) == expected, "\(call)") }

  @Test(arguments: [
    ("'2015-07-21'", "2015-07-21"), ("'20150721'", "2015-07-21"), ("'2015-07'", "2015-07-01"), ("'201507'", "2015-07-01"),
    ("'2015-W30-2'", "2015-07-21"), ("'2015W302'", "2015-07-21"), ("'2015-W30'", "2015-07-20"), ("'2015W30'", "2015-07-20"),
    ("'2015-Q2-60'", "2015-05-30"), ("'2015Q260'", "2015-05-30"), ("'2015-Q2'", "2015-04-01"), ("'2015Q2'", "2015-04-01"),
    ("'2015-202'", "2015-07-21"), ("'2015202'", "2015-07-21"), ("'2015'", "2015-01-01"), ("'+2015-07-21'", "2015-07-21"),
    ("'-0001-07-21'", "-0001-07-21"), ("'+999999999-12-31'", "+999999999-12-31"), ("'-999999999-01-01'", "-999999999-01-01"),
    ("'+12345-W01-1'", "+12345-01-01"), ("'0000-02-29'", "0000-02-29"), ("'2020-W53-7'", "2021-01-03"),
    ("'2016-366'", "2016-12-31"),
    ("{year: 2015, week: 1, dayOfWeek: 1}", "2014-12-29"), ("{year: 2015, week: 53}", "2015-12-28"),
    ("{year: 2016, ordinalDay: 366}", "2016-12-31"),
    ("{year: 2015, quarter: 3, dayOfQuarter: 92}", "2015-09-30"), ("{year: 2015, quarter: 4}", "2015-10-01"),
    ("{year: 2015}", "2015-01-01"),
    ("{year: 2015, month: 2}", "2015-02-01"), ("{date: date('2015-01-31'), month: 2}", "2015-02-28"),
    ("{date: date('2016-02-29'), year: 2015}", "2015-02-28"),
    ("{date: date('2015-07-21'), day: 1}", "2015-07-01"), ("{date: date('2015-07-21'), week: 1}", "2014-12-30"),
    ("{date: date('2015-07-21'), dayOfWeek: 7}", "2015-07-26"), ("{date: date('2015-07-21'), ordinalDay: 1}", "2015-01-01"),
    ("{date: date('2015-07-21'), quarter: 1}", "2015-01-21"),
    ("{date: date('2015-07-21'), quarter: 1, dayOfQuarter: 90}", "2015-03-31"),
    ("{date: localdatetime('2015-07-21T10:00'), year: 2014}", "2014-07-21"), ("datetime('2015-07-21T23:00-05:00')", "2015-07-21"),
  ])
  func `dates come from text, from components and from other values`(argument: String, expected: String) {
    expect("date(\(argument))", "'\(expected)'")
  }

  @Test(arguments: [
    ("localtime('21:40:32.142')", "21:40:32.142"), ("localtime('214032.142')", "21:40:32.142"),
    ("localtime('21:40:32')", "21:40:32"),
    ("localtime('2140')", "21:40"), ("localtime('21')", "21:00"), ("localtime('00:00:00.000000001')", "00:00:00.000000001"),
    ("localtime({hour: 12, minute: 31, second: 14, millisecond: 645, microsecond: 876, nanosecond: 123})", "12:31:14.645876123"),
    ("localtime({hour: 12, minute: 31, second: 14, microsecond: 645876})", "12:31:14.645876"),
    ("localtime({time: localtime('12:31:14.5'), second: 1})", "12:31:01.5"),
    ("time('21:40:32.142+0100')", "21:40:32.142+01:00"), ("time('214032+01')", "21:40:32+01:00"),
    ("time('21:40-01:30')", "21:40-01:30"),
    ("time('22-18:00')", "22:00-18:00"), ("time('22Z')", "22:00Z"), ("time('22:00+00:00:01')", "22:00+00:00:01"),
    ("time({hour: 12, timezone: '+05:30'})", "12:00+05:30"),
    ("time({time: time('12:00+01:00'), timezone: '+05:00'})", "16:00+05:00"),
    ("time({time: localtime('12:00'), timezone: '+05:00'})", "12:00+05:00"),
    ("time(datetime('2015-07-21T12:00+02:00[Europe/Paris]'))", "12:00+02:00"),
    ("localdatetime('2015-07-21T21:40:32.142')", "2015-07-21T21:40:32.142"),
    ("localdatetime('20150721T214032')", "2015-07-21T21:40:32"),
    ("localdatetime('2015-W30-2T2140')", "2015-07-21T21:40"), ("localdatetime('2015202T21')", "2015-07-21T21:00"),
    ("localdatetime('2015-Q3-21T00:00')", "2015-07-21T00:00"),
    ("localdatetime({date: date('2015-07-21'), time: time('10:00+03:00'), minute: 5})", "2015-07-21T10:05"),
    ("localdatetime({datetime: datetime('2015-07-21T10:00Z'), day: 3, hour: 4})", "2015-07-03T04:00"),
    ("datetime('2015-07-21T21:40:32.142+0845[Australia/Eucla]')", "2015-07-21T21:40:32.142+08:45[Australia/Eucla]"),
    ("datetime('2015-07-21T21:40-04[America/New_York]')", "2015-07-21T21:40-04:00[America/New_York]"),
    ("datetime('2015-07-21')", "2015-07-21T00:00Z"),
    ("datetime({year: 2015, month: 7, day: 21, timezone: 'Europe/Paris'})", "2015-07-21T00:00+02:00[Europe/Paris]"),
    (
      "datetime({datetime: datetime('2015-07-21T10:00+02:00[Europe/Paris]'), timezone: 'Asia/Tokyo'})",
      "2015-07-21T17:00+09:00[Asia/Tokyo]"
    ),
    ("datetime({date: date('2015-07-21'), timezone: '-03:00'})", "2015-07-21T00:00-03:00"),
    ("datetime({epochSeconds: -1, nanosecond: 5})", "1969-12-31T23:59:59.000000005Z"),
    ("datetime({epochMillis: -1})", "1969-12-31T23:59:59.999Z"),
    ("datetime.fromepoch(0, 999999999)", "1970-01-01T00:00:00.999999999Z"),
    ("datetime.fromepochmillis(1500)", "1970-01-01T00:00:01.5Z"),
    ("datetime('-999999999-01-01T00:00+18:00')", "-999999999-01-01T00:00+18:00"),
    ("datetime('+999999999-12-31T23:59:59.999999999-18:00')", "+999999999-12-31T23:59:59.999999999-18:00"),
  ])
  func `times and moments come from text, from components and from other values`(call: String, expected: String) {
    expect(call, "'\(expected)'")
  }

  @Test(arguments: [
    ("P1Y2M3W4DT5H6M7.008S", "P1Y2M25DT5H6M7.008S"), ("P1Y2.5M", "P1Y2M15DT5H14M33S"), ("PT-0.5S", "PT-0.5S"),
    ("P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S"),
    ("P20120202T143721.545", "P2012Y2M2DT14H37M21.545S"), ("P0.5Y", "P6M"), ("P1.5W", "P10DT12H"), ("P-1.5D", "P-1DT-12H"),
    ("PT1.5H", "PT1H30M"),
    ("PT0.0000000019S", "PT0.000000001S"), ("-P1D", "P-1D"), ("P1M-1D", "P1M-1D"), ("PT1H-90M", "PT-30M"), ("P0D", "PT0S"),
    ("PT1,5S", "PT1.5S"),
    ("P13M", "P1Y1M"), ("PT86400S", "PT24H"), ("PT-1.000000001S", "PT-1.000000001S"),
  ])
  func `durations are read with fractions and signs`(text: String, expected: String) {
    expect("duration('\(text)')", "'\(expected)'")
  }

  @Test(arguments: [
    ("{years: 1.5}", "P1Y6M"), ("{months: 0.75}", "P22DT19H51M49.5S"), ("{weeks: 1.5, days: 1}", "P11DT12H"),
    ("{hours: -0.5}", "PT-30M"),
    ("{quarters: 3}", "P9M"), ("{milliseconds: 1500}", "PT1.5S"), ("{microseconds: -1}", "PT-0.000001S"),
    ("{nanoseconds: 1000000001}", "PT1.000000001S"),
    ("{days: 1, hours: -24}", "P1DT-24H"), ("{seconds: 0.1, milliseconds: 1}", "PT0.101S"), ("{}", "PT0S"),
  ])
  func `durations are made of amounts`(map: String, expected: String) { expect("duration(\(map))", "'\(expected)'") }

  @Test(arguments: [
    ("date('2015-01-31') + duration('P1M')", "2015-02-28"), ("date('2016-02-29') + duration('P1Y')", "2017-02-28"),
    ("date('2015-03-31') - duration('P1M')", "2015-02-28"),
    ("date('2015-01-01') + duration('PT25H')", "2015-01-02"), ("date('2015-01-01') - duration('PT1S')", "2015-01-01"),
    ("date('2015-01-31') + duration('P1M1D')", "2015-03-01"),
    ("localtime('23:30') + duration('PT1H')", "00:30"), ("localtime('00:30') - duration('PT1H')", "23:30"),
    ("localtime('10:00') + duration('P1D')", "10:00"),
    ("time('23:30+01:00') + duration('PT1H')", "00:30+01:00"),
    ("localdatetime('2015-12-31T23:59:59.9') + duration('PT0.1S')", "2016-01-01T00:00"),
    ("datetime('2017-03-25T02:30[Europe/Paris]') + duration('P1D')", "2017-03-26T03:30+02:00[Europe/Paris]"),
    ("datetime('2017-03-25T12:00[Europe/Paris]') + duration('PT24H')", "2017-03-26T13:00+02:00[Europe/Paris]"),
    ("datetime('2017-10-28T02:30[Europe/Paris]') + duration('P1D')", "2017-10-29T02:30+02:00[Europe/Paris]"),
    ("datetime('2017-10-30T02:30+01:00[Europe/Paris]') - duration('P1D')", "2017-10-29T02:30+01:00[Europe/Paris]"),
    ("datetime('2017-10-29T02:30+02:00[Europe/Paris]') + duration('PT1H')", "2017-10-29T02:30+01:00[Europe/Paris]"),
    ("datetime('+999999999-12-31T00:00Z') - duration('P1D')", "+999999999-12-30T00:00Z"),
    ("date('-999999999-01-01') + duration('P1Y')", "-999999998-01-01"),
    ("duration('P1Y') + duration('PT1.5S')", "P1YT1.5S"), ("duration('P1M') - duration('P1D')", "P1M-1D"),
    ("duration('P1M') * 0.5", "P15DT5H14M33S"),
    ("duration('PT1S') * -3", "PT-3S"), ("2 * duration('P1DT1S')", "P2DT2S"), ("duration('P1Y') / 5", "P2M12DT4H11M38.4S"),
    ("duration('PT3S') / 2", "PT1.5S"), ("duration('P1D') / 3", "PT8H"),
    ("duration('P1M') / 3", "P10DT3H29M42S"), ("duration('P-1D') / 3", "PT-8H"),
    ("duration('P1D') / -7", "PT-3H-25M-42.857142857S"),
    ("duration('P1D') / 2.0", "PT12H"),
    ("-duration('P1DT-1S')", "P-1DT1S"),
  ])
  func `durations are added, taken away, multiplied and divided`(expression: String, expected: String) {
    expect(expression, "'\(expected)'")
  }

  @Test(arguments: [
    ("between(date('2015-01-31'), date('2015-02-28'))", "P28D"), ("between(date('2016-02-29'), date('2017-02-28'))", "P11M30D"),
    ("between(date('2015-06-24'), date('1984-10-11'))", "P-30Y-8M-13D"),
    ("between(localtime('10:00'), time('09:00+01:00'))", "PT-1H"),
    ("between(date('2015-01-01'), localdatetime('2015-01-02T06:00'))", "P1DT6H"),
    ("between(date('2015-01-01'), localtime('06:00'))", "PT6H"),
    ("between(datetime('2017-03-25T12:00[Europe/Paris]'), datetime('2017-03-26T12:00[Europe/Paris]'))", "P1D"),
    ("inSeconds(datetime('2017-03-25T12:00[Europe/Paris]'), datetime('2017-03-26T12:00[Europe/Paris]'))", "PT23H"),
    ("inSeconds(datetime('2017-10-29T02:30+02:00[Europe/Paris]'), datetime('2017-10-29T02:30+01:00[Europe/Paris]'))", "PT1H"),
    ("inSeconds(datetime('2015-01-01T00:00+01:00'), datetime('2015-01-01T00:00Z'))", "PT1H"),
    ("inDays(date('2015-01-01'), date('2016-01-01'))", "P365D"),
    ("inDays(localdatetime('2015-01-01T12:00'), localdatetime('2015-01-03T11:59'))", "P1D"),
    ("inMonths(date('2015-01-31'), date('2015-02-28'))", "PT0S"),
    ("inMonths(date('2015-01-31'), date('2016-03-31'))", "P1Y2M"), ("inMonths(localtime('10:00'), date('2015-01-01'))", "PT0S"),
    ("inSeconds(date('-999999999-01-01'), date('+999999999-12-31'))", "PT17531639991192H"),
    ("inDays(date('-999999999-01-01'), date('+999999999-12-31'))", "P730484999633D"),
    ("between(date('-999999999-01-01'), date('+999999999-12-31'))", "P1999999998Y11M30D"),
  ])
  func `differences are counted in the units that are asked for`(call: String, expected: String) {
    expect("duration.\(call)", "'\(expected)'")
  }

  @Test(arguments: [
    ("date.truncate('millennium', date('2015-07-21'))", "2000-01-01"),
    ("date.truncate('century', date('1999-07-21'))", "1900-01-01"),
    ("date.truncate('decade', date('1999-07-21'))", "1990-01-01"),
    ("date.truncate('decade', date('-0001-07-21'))", "-0010-01-01"),
    ("date.truncate('weekYear', date('2015-01-01'))", "2014-12-29"),
    ("date.truncate('quarter', date('2015-06-30'))", "2015-04-01"),
    ("date.truncate('week', date('2015-07-21'), {dayOfWeek: 2})", "2015-07-21"),
    ("date.truncate('year', date('2015-07-21'), {day: 5})", "2015-01-05"),
    ("date.truncate('month', datetime('2015-07-21T10:00Z'))", "2015-07-01"),
    ("localtime.truncate('second', localtime('10:11:12.345678'))", "10:11:12"),
    ("localtime.truncate('millisecond', localtime('10:11:12.345678'), {nanosecond: 2})", "10:11:12.345000002"),
    ("time.truncate('hour', time('10:11+02:00'), {timezone: '+01:00'})", "10:00+01:00"),
    ("localdatetime.truncate('day', date('2015-07-21'))", "2015-07-21T00:00"),
    ("localdatetime.truncate('microsecond', localdatetime('2015-07-21T10:11:12.345678901'))", "2015-07-21T10:11:12.345678"),
    ("datetime.truncate('hour', datetime('2017-10-29T02:30+01:00[Europe/Paris]'))", "2017-10-29T02:00+01:00[Europe/Paris]"),
    (
      "datetime.truncate('day', datetime('2015-07-21T10:00+02:00[Europe/Paris]'), {timezone: 'Asia/Tokyo'})",
      "2015-07-21T00:00+09:00[Asia/Tokyo]"
    ),
    ("datetime.truncate('year', date('2015-07-21'), {timezone: 'Europe/Paris'})", "2015-01-01T00:00+01:00[Europe/Paris]"),
  ])
  func `values are cut down to a unit`(call: String, expected: String) { expect(call, "'\(expected)'") }
}
