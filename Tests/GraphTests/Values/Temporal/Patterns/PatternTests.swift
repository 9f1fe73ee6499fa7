import Graph
import Testing

@Suite struct PatternTests {
  private func value(_ text: String) throws -> Value {
    if text.hasPrefix("P") || text.hasPrefix("-P") { return .duration(try CalendarDuration(from: .string(text))) }
    if !text.contains("-") || text.prefix(3).contains(":") {
      return text.contains("+") || text.hasSuffix("Z")
        ? .time(try ZonedTime(from: .string(text), epochSecond: 0)) : .localTime(try LocalTime(from: .string(text)))
    }
    if !text.contains("T") { return .date(try CalendarDate(from: .string(text))) }
    let clock = text.drop { $0 != "T" }
    let isZoned = clock.contains { "Z+-[".contains($0) }
    return isZoned
      ? .dateTime(try ZonedDateTime(from: .string(text))) : .localDateTime(try LocalDateTime(from: .string(text)))
  }

  @Test(arguments: [
    ("2013-02-02", "yyyy-MM-dd", "2013-02-02"), ("2013-02-02", "d.M.yy", "2.2.13"),
    ("2013-02-02", "EEEE, d MMMM uuuu", "Saturday, 2 February 2013"),
    ("2013-02-02", "EEE MMM MMMMM", "Sat Feb F"), ("2013-02-02", "QQQ QQQQ q", "Q1 1st quarter 1"),
    ("2013-02-02", "DDD D", "033 33"),
    ("2013-02-02", "YYYY-'W'ww-e", "2013-W05-6"), ("2013-12-30", "YYYY-'W'ww-e", "2014-W01-1"), ("2013-02-02", "W F", "0 1"),
    ("2013-02-28", "W F", "4 4"), ("-0044-03-15", "y G", "45 BC"), ("-0044-03-15", "uuuu GGGG", "-0044 Before Christ"),
    ("+12013-02-02", "yyyy", "+12013"), ("+12013-02-02", "y", "12013"), ("2013-02-02", "'it''s' ''d", "it's '2"),
    ("2013-02-02", "d[ HH:mm]", "2"), ("2013-02-02", "pppd", "  2"), ("2013-02-02T14:30", "d[ HH:mm]", "2 14:30"),
    ("14:05:09.123456789", "h:mm a", "2:05 PM"), ("00:05", "h:mm a, K, k", "12:05 AM, 0, 24"),
    ("14:05:09.123456789", "HH:mm:ss.SSS", "14:05:09.123"),
    ("14:05:09.123456789", "n A", "123456789 50709123"), ("14:05:09.000000001", "SSSSSSSSS N", "000000001 50709000000001"),
    ("14:05+01:30", "HHxx X XX XXX O OOOO Z ZZZZ ZZZZZ", "14+0130 +0130 +0130 +01:30 GMT+1:30 GMT+01:30 +0130 GMT+01:30 +01:30"),
    ("14:05Z", "X x xx xxx Z O", "Z +00 +0000 +00:00 +0000 GMT"),
    ("2013-07-02T14:30[Europe/Paris]", "VV xxx", "Europe/Paris +02:00"),
    ("2013-07-02T14:30+02:00", "VV", "+02:00"), ("P1Y2M10DT2H30M5.25S", "y M d H m s SS", "1 2 10 2 30 5 25"),
    ("P14M", "M", "14"),
    ("P14M", "y q M", "1 0 2"), ("P10D", "w d", "1 3"), ("PT90M", "H 'h' mm", "1 h 30"), ("PT90M", "m", "90"),
    ("PT-90M", "H m", "-1 -30"),
    ("PT1.5S", "A n", "1500 1500000000"), ("PT1.5S", "s N", "1 500000000"),
  ])
  func `a pattern writes the fields of a value`(text: String, pattern: String, expected: String) throws {
    #expect(try value(text).formatted(by: pattern) == expected)
  }

  @Test(arguments: [
    ("2013-02-02", "HH"), ("14:05", "d"), ("14:05", "xxx"), ("2013-02-02", "ddd"), ("2013-02-02", "b"), ("2013-02-02", "z"),
    ("2013-02-02", "{d}"),
    ("2013-02-02", "'d"), ("2013-02-02", "d]"), ("P1D", "E"), ("14:05", "SSSSSSSSSS"), ("14:05Z", "V"), ("14:05Z", "OO"),
    ("2013-02-02", "dpp"),
  ])
  func `a pattern that cannot be read, or asks for what is not there, is refused`(text: String, pattern: String) throws {
    let value = try value(text)
    #expect(throws: ValueError.self) { try value.formatted(by: pattern) }
  }

  @Test func `a pattern that nests deep is refused, never a crash`() throws {
    let date = try value("2013-02-02")
    #expect(throws: ValueError.self) { try date.formatted(by: String(repeating: "[", count: 100_000)) }
  }
}
