import Testing

@testable import Documents

@Suite struct EventCandidateFinderTests {
  @Test(
    "nothing has happened where words for happenings only describe, wish or wait",
    arguments: [
      "The mayor visited the injured in hospital.",
      "Nothing will change until the next people die.",
      "The mother hopes to bury her daughter before she dies.",
      "“Leave the dead alone,” says Otto Kern.",
      "The United Nations appeal for $300 million has raised little.",
      "The boy’s parents were in court every day.",
      "A diplomat agreed to speak on condition of anonymity.",
    ])
  func none(text: String) throws {
    let events = try Reading.events(text).filter { !$0.hasPrefix("meeting") }
    #expect(events.isEmpty, "\(events)")
  }

  @Test(
    "a part of people are people",
    arguments: [
      ("Several of the villagers were killed on Monday.", "killing 2020-05-04: victim villagers"),
      ("Rebels killed some of the villagers on Monday.", "killing 2020-05-04: agent rebels, victim villagers"),
      ("Police arrested many of the strikers on Monday.", "arrest 2020-05-04: agent police, victim strikers"),
    ])
  func parts(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("a part of 37 hostages is fewer than 37")
  func partCount() throws {
    let reading = try Reading("The group is holding many of the 37 hostages.")
    #expect(reading.annotations.events.count == 1)
    #expect(reading.annotations.events.allSatisfy { $0.counts.isEmpty })
  }

  @Test(
    "who does it says what a verb tells of",
    arguments: [
      ("Laura Finch was cleared by a jury on Monday.", "sentence 2020-05-04: agent jury, target Laura Finch"),
      ("Rebels shelled the town. The base was captured by the rebels in March.", "attack 2020-03-01: agent rebels"),
      ("Officials fear radicals holding 15 citizens hostage in Kalu.", "detention ?: agent radicals, victim citizens"),
      (
        "The Sons of Ard claimed the January attack on a bank in Kalu in a message on Telegram.",
        "attack 2020-01-01"
      ),
    ])
  func company(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("police who block a bridge hold no protest")
  func police() throws {
    let events = try Reading.events("Riot police blocked the bridge on Monday.")
    #expect(!events.contains { $0.hasPrefix("protest") })
  }
}
