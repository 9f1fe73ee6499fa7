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
      "She became addicted after an operation on her back.",
      "The plant resumed operation on Monday.",
      "She has bought a dog.",
      "A tiger entered the cage on Monday.",
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
      ("The government of Tomas Lund fell on Monday.", "departure 2020-05-04: agent government"),
      ("Maja Brandt stormed out of the talks on Monday.", "rejection 2020-05-04: agent Maja Brandt"),
      ("Gunmen left when a bomb exploded outside a bank in Osten on Monday, killing a guard.", "attack 2020-05-04"),
      ("Two customs men were jailed on Monday for helping smugglers.", "sentence 2020-05-04: target customs men"),
      ("Doyle was given a suspended sentence by a court in March.", "sentence 2020-03-01: agent court, target Doyle"),
      ("The ferry sank off Kythos on Monday with the loss of 58 lives.", "accident 2020-05-04"),
      ("Two men took money. One of them, Leo Marks, resigned on Monday.", "departure 2020-05-04: agent Leo Marks"),
      ("Laura Finch was cleared by a jury on Monday.", "sentence 2020-05-04: agent jury, target Laura Finch"),
      ("Rebels shelled the town. The base was captured by the rebels in March.", "attack 2020-03-01: agent rebels"),
      (
        "The Sons of Ard claimed the January attack on a bank in Kalu in a message on Telegram.",
        "attack 2020-01-01"
      ),
    ])
  func company(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("a driver who runs away is not displaced")
  func flight() throws {
    #expect(!(try Reading.events("The driver fled on Monday.")).contains { $0.hasPrefix("displacement") })
  }

  @Test("nobody hurt is none")
  func nobody() throws {
    let reading = try Reading("Gunmen attacked a bank in Osten on Monday. No one was hurt.")
    #expect(reading.annotations.events.allSatisfy { $0.counts.isEmpty })
  }

  @Test(
    "a date belongs to the clause that it stands in",
    arguments: [
      ("Enzo Galli, who bought the club in 2009, is suspected of paying players.", "payment ?: agent Enzo Galli"),
      (
        "The Belvoir Museum has returned a painting by Egon Marr to the heirs of a man from whom the Nazis stole it in 1938.",
        "other ?: agent Belvoir Museum"
      ),
      ("Four men were arrested when they tried to open one of the crates on Monday.", "arrest 2020-05-04: victim men"),
      (
        "The trial of Jon Karr opened in Piraeus on Monday, three years after a ferry sank off Kythos.",
        "trial 2020-05-04: target Jon Karr"
      ),
    ])
  func dates(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("what something is compared with is no date of it")
  func comparisons() throws {
    try Reading.expectEvent("Gunmen attacked Osten on Monday in the deadliest raid since 2001.", "attack 2020-05-04")
    try Reading.expectEvent("It is the first strike since 1989, when Kolar Group dismissed 600 men.", "departure 1989-01-01")
    let events = try Reading.events("Mount Sel erupted for the first time since 1968, forcing 200 people to flee.")
    #expect(!events.contains { $0.contains("1968") }, "\(events)")
  }

  @Test("a village is evacuated as people are, and a semicolon ends what a verb is about")
  func villagesAndStops() throws {
    try Reading.expectEvent("The village of Hollin was evacuated on Monday.", "displacement 2020-05-04: target Hollin")
    let events = try Reading.events("Ann Lee voted for the plan on Monday; her cousin Jon Karr left.")
    #expect(!events.contains { $0.hasPrefix("vote") && $0.contains("Karr") }, "\(events)")
  }

  @Test("police who block a bridge hold no protest")
  func police() throws {
    let events = try Reading.events("Riot police blocked the bridge on Monday.")
    #expect(!events.contains { $0.hasPrefix("protest") })
  }
}
