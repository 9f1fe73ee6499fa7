import Graph
import Testing

@testable import Graph

@Suite(.enabled(if: (try? TimeZoneDatabase.system.rules(named: "Europe/Stockholm")) != nil, "the system has no tzdata"))
struct TimeZoneTests {
  private func instant(_ text: String) throws -> ZonedDateTime { try ZonedDateTime(from: .string(text)) }

  @Test(arguments: [
    ("2015-07-21T21:40:32.142[Europe/London]", "2015-07-21T21:40:32.142+01:00[Europe/London]"),
    ("1984-10-28T10:10:10[Pacific/Honolulu]", "1984-10-28T10:10:10-10:00[Pacific/Honolulu]"),
    ("2015-07-21T21:40:32.142+0845[Australia/Eucla]", "2015-07-21T21:40:32.142+08:45[Australia/Eucla]"),
    ("2500-07-01T00:00[America/New_York]", "2500-07-01T00:00-04:00[America/New_York]"),
    ("2500-01-01T00:00[Australia/Sydney]", "2500-01-01T00:00+11:00[Australia/Sydney]"),
    ("2030-06-01T00:00[Asia/Kolkata]", "2030-06-01T00:00+05:30[Asia/Kolkata]"),
  ])
  func `named zones have the offset of their time`(text: String, expected: String) throws {
    #expect(try instant(text).description == expected)
  }

  @Test func `a time that clocks skip moves on by the gap`() throws {
    #expect(try instant("2017-03-26T02:30[Europe/Stockholm]").description == "2017-03-26T03:30+02:00[Europe/Stockholm]")
    #expect(try instant("2517-03-28T02:30[Europe/Stockholm]").description == "2517-03-28T03:30+02:00[Europe/Stockholm]")
  }

  @Test func `a time that clocks show twice is the earlier one`() throws {
    #expect(try instant("2017-10-29T02:30[Europe/Stockholm]").description == "2017-10-29T02:30+02:00[Europe/Stockholm]")
  }

  @Test func `what is computed from a time that clocks show twice keeps its offset`() throws {
    let later = try instant("2017-10-29T02:30+01:00[Europe/Stockholm]")
    #expect(later.offsetSeconds == 3_600)
    #expect(try later.adding(CalendarDuration(days: 1)).adding(CalendarDuration(days: -1)) == later)
    #expect(try TemporalTruncation.dateTime(.hour, .dateTime(later)).description == "2017-10-29T02:00+01:00[Europe/Stockholm]")
    let fields: PropertyMap = ["datetime": .dateTime(later), "minute": .integer(5)]
    #expect(try ZonedDateTime(from: .map(fields)).description == "2017-10-29T02:05+01:00[Europe/Stockholm]")
  }

  @Test func `days follow the clock and hours the instant when clocks change`() throws {
    let evening = try instant("2017-10-28T12:00[Europe/Stockholm]")
    #expect(try evening.adding(CalendarDuration(days: 1)).description == "2017-10-29T12:00+01:00[Europe/Stockholm]")
    #expect(try evening.adding(CalendarDuration(seconds: 86_400)).description == "2017-10-29T11:00+01:00[Europe/Stockholm]")
  }

  @Test(arguments: [
    ("1818-07-21T21:40:32.142[Europe/Stockholm]", "+00:53:28"), ("1930-01-01T00:00[Europe/Oslo]", "+01:00"),
    ("1930-07-01T00:00[Europe/Amsterdam]", "+01:00"), ("1900-01-01T00:00[Europe/Amsterdam]", "Z"),
    ("1850-01-01T00:00[Atlantic/Reykjavik]", "-00:16:08"), ("1940-07-01T00:00[Atlantic/Reykjavik]", "Z"),
    ("1890-01-01T00:00[Africa/Kampala]", "+02:27:16"), ("1900-01-01T00:00[Asia/Kuala_Lumpur]", "+06:55:25"),
    ("1969-12-31T23:59[Europe/Monaco]", "+01:00"), ("1965-07-01T00:00[America/Montreal]", "-04:00"),
    ("1850-01-01T00:00[Europe/Paris]", "+00:09:21"), ("1850-01-01T00:00[Europe/Berlin]", "+00:53:28"),
  ])
  func `before 1970 a zone that IANA merged has the history of its target`(text: String, offset: String) throws {
    #expect(try Value.dateTime(instant(text)).temporalComponent("offset")?.literal == "'\(offset)'")
  }

  @Test func `since 1970 a merged zone has what its own file says`() throws {
    for (name, target) in [
      ("Europe/Stockholm", "Europe/Berlin"), ("America/Nassau", "America/Toronto"), ("Asia/Aden", "Asia/Riyadh"),
    ] {
      let rules = try TimeZoneDatabase.system.rules(named: name)
      let other = try TimeZoneDatabase.system.rules(named: target)
      #expect(rules.name == name)
      for second in stride(from: Int64(0), to: 4_000_000_000, by: 1_234_567) {
        #expect(rules.offset(atEpochSecond: second) == other.offset(atEpochSecond: second), "\(name) at \(second)")
      }
    }
  }

  @Test func `a replaced history ends in 1970, also where two zones do not agree`() {
    let own = TimeZoneRules(name: "A", transitions: [-100, 50], offsets: [10, 20], firstOffset: 0, footer: nil)
    let other = TimeZoneRules(name: "B", transitions: [-500, -10, 70], offsets: [3, 4, 5], firstOffset: 2, footer: nil)
    let rules = own.replacingHistory(by: other)
    let offsets = [-501, -500, -11, -10, -1, 0, 49, 50, 80].map { rules.offset(atEpochSecond: $0) }
    #expect(offsets == [2, 3, 3, 4, 4, 10, 10, 20, 20])
  }

  @Test func `an offset that contradicts its zone is refused`() {
    #expect(throws: ValueError.self) { try instant("2015-07-21T21:40+05:00[Europe/London]") }
  }

  @Test(arguments: ["Europe/Nowhere", "../../etc/passwd", "/etc/passwd", "", "Europe", "Europe/Stockholm/"])
  func `names that are no zones are refused`(name: String) {
    #expect(throws: ValueError.self) { try TimeZoneDatabase.system.rules(named: name) }
  }

  @Test func `a system without time zone data says what to install`() {
    let error = #expect(throws: ValueError.self) { try TimeZoneDatabase(folders: ["/nowhere"]).rules(named: "Europe/Stockholm") }
    #expect(error?.description == "no time zone data in /nowhere: install the package tzdata or set TZDIR")
  }

  @Test(
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", 1_500_000_000, 7_200), ("CET-1CEST,M3.5.0,M10.5.0/3", 1_510_000_000, 3_600),
      ("<+0330>-3:30", 0, 12_600),
      ("EST5EDT,J60,J300", 951_894_000, -14_400), ("EST5EDT,J60,J300", 951_893_999, -18_000),
      ("XXX3EDT4,M10.1.0,M3.3.0", 0, -14_400), ("<-03>3<-02>,M3.5.0/-1,M10.5.0/0", 1_500_000_000, -7_200),
    ] as [(String, Int64, Int32)])
  func `a footer's rule gives the offset of any later year`(rule: String, epochSecond: Int64, offset: Int32) throws {
    #expect(try #require(TimeZoneFooter(rule.utf8)).offset(atEpochSecond: epochSecond) == offset)
  }

  @Test(arguments: ["", "CET", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "1CET", "CET-1CEST,,"])
  func `what is no rule is refused`(rule: String) {
    #expect(TimeZoneFooter(rule.utf8) == nil)
  }

  @Test func `damaged zone files are refused`() {
    #expect(TimeZoneFile.rules(named: "X", from: []) == nil)
    #expect(TimeZoneFile.rules(named: "X", from: Array("TZif2".utf8)) == nil)
    var header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 39)
    header[32] = 0x7F
    #expect(TimeZoneFile.rules(named: "X", from: header) == nil)
  }
}
