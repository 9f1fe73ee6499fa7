import Graph
import TestSupport
import Testing

/// What is printed is read back, over all zones, years and sizes; `CalendarTests` has the everyday values.
@Suite struct TemporalRoundTripTests {
  @Test(.enabled(if: (try? TimeZoneDatabase.system.rules(named: "Europe/Paris")) != nil, "the system has no tzdata"))
  func `moments in named zones are read back, those that clocks show twice included`() throws {
    var generator = SeededGenerator.random()
    let zones = [
      "Europe/Stockholm", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Monrovia",
      "Pacific/Apia",
      "America/St_Johns", "Europe/Dublin", "Asia/Tehran", "Africa/Casablanca", "UTC", "Etc/GMT+5",
    ]
    for _ in 0..<4_000 {
      let zone = zones.randomElement(using: &generator)!
      let isNear = Int.random(in: 0..<4, using: &generator) > 0
      let seconds: ClosedRange<Int64> = isNear ? -4_000_000_000...8_000_000_000 : -31_000_000_000_000_000...31_000_000_000_000_000
      let nanosecond = Bool.random(using: &generator) ? 0 : Int64.random(in: 0..<1_000_000_000, using: &generator)
      let moment = try ZonedDateTime(
        epochSecond: Int64.random(in: seconds, using: &generator), nanosecond: nanosecond, zone: .named(zone))
      let again = try ZonedDateTime(from: .string(moment.description))
      #expect(again == moment, "seed \(generator.seed): \(moment) became \(again)")
      #expect(again.epochSecond == moment.epochSecond, "seed \(generator.seed): \(moment)")
      let hour = try moment.adding(CalendarDuration(seconds: 3_600))
      #expect(hour.epochSecond == moment.epochSecond + 3_600, "seed \(generator.seed): \(moment)")
      #expect(try moment.converted(to: .utc).converted(to: .named(zone)) == moment, "seed \(generator.seed): \(moment)")
    }
  }

  @Test func `durations of any size are read back`() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<5_000 {
      let duration = CalendarDuration(
        months: Int64.random(in: -Int64.max ... .max, using: &generator),
        days: Int64.random(in: -Int64.max ... .max, using: &generator),
        seconds: Int64.random(in: -Int64.max ... .max, using: &generator),
        nanoseconds: Int32.random(in: 0...999_999_999, using: &generator))
      #expect(try CalendarDuration(from: .string(duration.description)) == duration, "seed \(generator.seed): \(duration)")
    }
  }

  @Test func `a duration is the sum of its parts, whatever the fractions`() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<5_000 {
      let thousandths = Int64.random(in: -1_000_000_000...1_000_000_000, using: &generator)
      let sign = thousandths < 0 ? "-" : ""
      let digits = String(thousandths.magnitude % 1_000)
      let text = "PT\(sign)\(thousandths.magnitude / 1_000).\(String(repeating: "0", count: 3 - digits.count) + digits)S"
      let expected = try CalendarDuration(from: .map(["milliseconds": .integer(thousandths)]))
      #expect(try CalendarDuration(from: .string(text)) == expected, "seed \(generator.seed): \(text)")
      let float = try CalendarDuration(from: .map(["seconds": .float(Double(thousandths) / 1_000)]))
      #expect(float == expected, "seed \(generator.seed): \(text)")
    }
  }

  @Test func `a text of many fractions is read, never a crash`() throws {
    let text = "P" + String(repeating: "0.9W0.9D", count: 100_000)
    #expect(try CalendarDuration(from: .string(text)).days == 720_000)
  }
}
