import Testing
import TestSupport

@testable import Graph

@Suite struct CalendarTests {
  @Test(
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (1600, 2, 29, -135_081), (1500, 3, 1, -171_605),
      (0, 1, 1, -719_528),
      (-999_999_999, 1, 1, -365_243_219_162), (999_999_999, 12, 31, 365_241_780_471),
    ] as [(Int64, Int64, Int64, Int64)])
  func `days count from 1970 in the proleptic Gregorian calendar`(year: Int64, month: Int64, day: Int64, days: Int64) throws {
    let date = try CalendarDate(year: year, month: month, day: day)
    #expect(date.daysSinceEpoch == days)
    #expect(date.civil == (year, month, day))
  }

  @Test(
    arguments: [
      (2001, 2, 29), (1900, 2, 29), (2015, 4, 31), (2015, 0, 1), (2015, 13, 1), (2015, 1, 0), (1_000_000_000, 1, 1),
    ] as [(Int64, Int64, Int64)])
  func `impossible dates are errors`(year: Int64, month: Int64, day: Int64) {
    #expect(throws: ValueError.self) { try CalendarDate(year: year, month: month, day: day) }
  }

  @Test func `every day of four centuries around the first and around any year follows the day before`() throws {
    for start in [-365_243_219_162, -12_700_000, -150_000, 0, 1_060_000_000 - 719_468, 365_241_000_000] as [Int64] {
      var (year, month, day) = CalendarDate(daysSinceEpoch: start).civil
      for days in start + 1...start + 150_000 {
        let isLastOfMonth = day == CalendarDate.dayCount(year: year, month: month)
        (year, month, day) = !isLastOfMonth ? (year, month, day + 1) : month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
        guard CalendarDate(daysSinceEpoch: days).civil != (year, month, day) else { continue }
        Issue.record("\(days) days since 1970 are \(CalendarDate(daysSinceEpoch: days).civil), not \((year, month, day))")
        return
      }
    }
  }

  @Test func `weeks, quarters and ordinals lead back to the same day`() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<20_000 {
      let date = generator.date()
      let comment: Comment = "seed \(generator.seed): \(date)"
      #expect(try CalendarDate(year: date.year, month: date.month, day: date.day) == date, comment)
      #expect(try CalendarDate(year: date.year, ordinalDay: date.ordinalDay) == date, comment)
      #expect(try CalendarDate(year: date.year, quarter: date.quarter, dayOfQuarter: date.dayOfQuarter) == date, comment)
      if abs(date.year) < 999_999_999 {
        #expect(try CalendarDate(weekYear: date.weekYear, week: date.week, dayOfWeek: date.dayOfWeek) == date, comment)
      }
    }
  }

  @Test func `a year without week 53 has none`() throws {
    #expect(throws: ValueError.self) { try CalendarDate(weekYear: 2014, week: 53) }
    #expect(try CalendarDate(weekYear: 2015, week: 53, dayOfWeek: 7).description == "2016-01-03")
  }

  @Test func `what is printed is read back`() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<20_000 {
      let value = generator.temporal()
      let text = Value.string(try #require(value.temporalText))
      let again: Value =
        switch value.type {
        case .date: .date(try CalendarDate(from: text))
        case .localTime: .localTime(try LocalTime(from: text))
        case .time: .time(try ZonedTime(from: text, epochSecond: 0))
        case .localDateTime: .localDateTime(try LocalDateTime(from: text))
        case .dateTime: .dateTime(try ZonedDateTime(from: text))
        default: .duration(try CalendarDuration(from: text))
        }
      #expect(again.isEqual(to: value) == true, "seed \(generator.seed): \(text.literal) became \(again.literal)")
    }
  }

  @Test func `hostile texts are refused or read, never a crash`() {
    var generator = SeededGenerator.random()
    let letters = Array("0123456789-+:.,TWQPYMDHSZ[]/")
    for _ in 0..<50_000 {
      let length = Int.random(in: 0...24, using: &generator)
      let text = Value.string(String((0..<length).map { _ in letters.randomElement(using: &generator)! }))
      _ = try? CalendarDate(from: text)
      _ = try? ZonedTime(from: text, epochSecond: 0)
      _ = try? ZonedDateTime(from: text)
      _ = try? CalendarDuration(from: text)
    }
  }

  @Test func `components and durations at the ends of 64 bits are errors, never a crash`() {
    let ends: [Int64] = [.min, .min + 1, -1, 0, 1, 59, .max - 1, .max]
    let keys = ["year", "month", "day", "week", "ordinalDay", "quarter", "hour", "nanosecond", "epochSeconds", "epochMillis"]
    let start = ZonedDateTime(local: LocalDateTime(date: .maximum, time: .midnight), offsetSeconds: -64_800)
    for end in ends {
      for key in keys {
        let zone = Value.string("Europe/Stockholm")
        _ = try? ZonedDateTime(from: .map(["year": .integer(2_015), key: .integer(end), "timezone": zone]))
        _ = try? CalendarDate(from: .map(["date": .date(.maximum), key: .integer(end)]))
      }
      for other in ends {
        let duration = CalendarDuration(months: end, days: other, seconds: end, nanoseconds: 1)
        _ = try? start.adding(duration)
        _ = try? start.local.adding(duration)
        _ = try? duration.multiplied(by: other)
        _ = try? duration.negated()
        _ = duration.description
        _ = try? Value.duration(duration).temporalComponent("nanoseconds")
      }
    }
    #expect(throws: ValueError.self) { try start.adding(CalendarDuration(seconds: .max)) }
  }
}
