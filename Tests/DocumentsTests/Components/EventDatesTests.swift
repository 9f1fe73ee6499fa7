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

  @Test(
    "what is planned or expected for a weekday is on the next one",
    arguments: [
      ("The Norvik Union plans a rally outside the town hall on Monday.", "protest 2020-05-11"),
      ("President Yates is expected to visit Tessa on Friday.", "other 2020-05-08"),
      ("Two rescue teams are expected from Chile on Monday.", "other 2020-05-11"),
    ])
  func ahead(_ text: String, _ expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test("a day is that of what came after, not of what came before")
  func sequel() throws {
    let found = try Reading.events("Police boarded the Anna Reed on Monday, after a cable was cut by Norvik Shipping.")
    #expect(!found.contains { $0.hasPrefix("attack 2020-05-04") || $0.hasPrefix("accident 2020-05-04") }, "\(found)")
  }

  @Test("what has yet to be done has not been done")
  func yetToBe() throws {
    let found = try Reading.events("Colin Frears, who pleaded guilty in March, has yet to be sentenced.")
    #expect(!found.contains { $0.hasPrefix("sentence") }, "\(found)")
  }
}
