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

  @Test(
    "of two joined verbs the first has no part in a day that goes on from it, nor in one behind a distance of its own",
    arguments: [
      ("Jon Karr was questioned until midnight on Sunday and released the following morning.", "questioning 2020-05-03"),
      ("Jon Karr was arrested on April 2 and released on bail the next day.", "other 2020-04-03"),
    ])
  func joined(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("what a relative clause says of the subject has no part in the day behind the verb")
  func subject() throws {
    let found = try Reading.events("The owner of a hostel in which seven people died was jailed on Monday.")
    #expect(!found.contains { $0.hasPrefix("death 2020") || $0.hasPrefix("accident 2020") }, "\(found)")
  }

  @Test(
    "days are counted from what has a day, be it an event or only a noun",
    arguments: [
      ("A fire killed nine people in Orla on April 1. Jon Karr flew over Orla on the Sunday after the fire.", "other 2020-04-05"),
      ("Three days after the vote, held on April 4, Ann Lee dissolved parliament.", "closure 2020-04-07"),
      ("On the eve of the election, held on April 4, police raided the offices of the Green Party.", "search 2020-04-03"),
      ("Ann Lee quit on Monday, hours after the council rejected her plan.", "vote 2020-05-04"),
      (
        "A storm killed nine people in Orla on April 1. Orla dismissed its warden, Jon Karr, shortly after the storm.",
        "departure 2020-04-01"
      ),
    ])
  func distances(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("how members voted they did in the one vote of their body")
  func ballot() throws {
    try Reading.expectEvent(
      "The board of Orbex Systems voted on April 30 to sell the mill.\n\nIt is old.\n\nIt is big.\n\nAnn Lee voted for it.",
      "vote 2020-04-30: agent Ann Lee")
  }
}
