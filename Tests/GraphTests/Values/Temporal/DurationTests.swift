import Graph
import Testing
import TestSupport

@Suite struct DurationTests {
  @Test(arguments: [
    ("P14DT16H12M", "P14DT16H12M"), ("P5M1.5D", "P5M1DT12H"), ("P0.75M", "P22DT19H51M49.5S"), ("PT0.75M", "PT45S"),
    ("P2.5W", "P17DT12H"),
    ("P12Y5M14DT16H12M70S", "P12Y5M14DT16H13M10S"), ("P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S"), ("PT0S", "PT0S"),
    ("P-1Y", "P-1Y"),
    ("-P1YT1S", "P-1YT-1S"), ("PT-0.4S", "PT-0.4S"), ("PT1M-61S", "PT-1S"), ("P20120202T143721", "P2012Y2M2DT14H37M21S"),
    ("PT0.000000001S", "PT0.000000001S"), ("P1Q", "P3M"),
  ])
  func `durations are read in every form and printed in one`(text: String, expected: String) throws {
    #expect(try CalendarDuration(from: .string(text)).description == expected)
  }

  @Test(arguments: ["", "P", "PT", "1Y", "P1", "P1H", "PT1D", "P1YT", "P1.Y", "PT1S2", "P99999999999999999999Y"])
  func `what is no duration is refused`(text: String) {
    #expect(throws: ValueError.self) { try CalendarDuration(from: .string(text)) }
  }

  @Test func `months are cut to the length of the new month`() throws {
    let date = try CalendarDate(year: 2015, month: 1, day: 31)
    #expect(try date.adding(CalendarDuration(months: 1)).description == "2015-02-28")
    #expect(try date.adding(CalendarDuration(months: 13)).description == "2016-02-29")
    #expect(try date.adding(CalendarDuration(months: -2)).description == "2014-11-30")
  }

  @Test func `adding and taking away a duration of days and seconds leads back`() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<5_000 {
      var duration = generator.duration()
      duration.months = 0
      let start = LocalDateTime(
        date: CalendarDate(daysSinceEpoch: Int64.random(in: -1_000_000...1_000_000, using: &generator)),
        time: generator.localTime())
      #expect(try start.adding(duration).adding(duration.negated()) == start, "seed \(generator.seed): \(start) and \(duration)")
    }
  }

  @Test func `the difference of two instants, added to the first, gives the second`() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<5_000 {
      let start = LocalDateTime(
        date: CalendarDate(daysSinceEpoch: Int64.random(in: -100_000...100_000, using: &generator)), time: generator.localTime())
      let end = LocalDateTime(
        date: CalendarDate(daysSinceEpoch: Int64.random(in: -100_000...100_000, using: &generator)), time: generator.localTime())
      let difference = try TemporalDifference(from: .localDateTime(start), to: .localDateTime(end))
      let comment: Comment = "seed \(generator.seed): \(start) to \(end)"
      #expect(try start.adding(difference.inAllUnits()) == end, comment)
      #expect(try start.adding(difference.inSeconds()) == end, comment)
    }
  }

  @Test(arguments: [("P1YT1S", "2", "P2YT2S"), ("P1M", "0.5", "P15DT5H14M33S"), ("PT1S", "0.5", "PT0.5S"), ("P1D", "-3", "P-3D")])
  func `multiples carry fractions into smaller units`(text: String, factor: String, expected: String) throws {
    let product = try Value.multiplying(.duration(CalendarDuration(from: .string(text))), Value(literal: factor))
    #expect(product.literal == "'\(expected)'")
  }

  @Test func `a duration of any size divides by any integer`() throws {
    let ends: [Int64] = [.min, -1, 0, 1, 7, .max]
    for months in ends {
      for divisor in ends where divisor != 0 {
        let duration = CalendarDuration(months: months, days: months, seconds: months, nanoseconds: 999_999_999)
        let quotient = try? duration.divided(by: divisor)
        if divisor == 1 { #expect(quotient == duration) }
        if divisor == -1, months == .min { #expect(quotient == nil) }
      }
    }
  }

  @Test func `results beyond 64 bits and beyond the calendar are errors`() throws {
    #expect(throws: ValueError.self) { try CalendarDuration(days: .max).adding(CalendarDuration(days: 1)) }
    #expect(throws: ValueError.self) { try CalendarDuration(seconds: .max).multiplied(by: 2 as Int64) }
    #expect(throws: ValueError.self) { try CalendarDate.maximum.adding(CalendarDuration(days: 1)) }
    #expect(throws: ValueError.self) { try CalendarDuration(months: 1).divided(by: .nan) }
  }
}
