import Testing

@testable import Documents

@Suite struct EventDatesTests {
  @Test("what has gone on since it began has no last day")
  func since() throws {
    let reading = try Reading(
      """
      The army killed nine rebels in heavy fighting that also claimed the life of the third soldier since the intervention began \
      April 2. “This intervention has cost the rebels dearly,” Ann Lee said.
      """, date: "2020-05-06")
    let operation = try #require(reading.annotations.events.first { $0.type == "operation" })
    #expect(operation.from != nil && operation.to == nil)
  }
}
