import Graph
import TestSupport
import Testing

struct DateDistanceTests {
  @Test func `months and days between dates are those of their duration`() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<5_000 {
      let (a, b) = (Int64.random(in: -40_000...40_000, using: &generator), Int64.random(in: -800...800, using: &generator))
      let (start, end) = (CalendarDate(daysSinceEpoch: a), CalendarDate(daysSinceEpoch: a + b))
      let expected = try TemporalDifference(from: .date(start), to: .date(end)).inAllUnits()
      let found = TemporalDifference.monthsAndDays(from: start, to: end)
      #expect(found == (expected.months, expected.days), "from \(Value.date(start).literal) to \(Value.date(end).literal)")
    }
  }
}
