import Testing

@testable import Documents

/// All of Wednesday, 2020-05-06.
@Suite struct TellingDatesTests {
  @Test(
    "what the plain past tells keeps the day of what was told before it",
    arguments: [
      ("Gunmen attacked a convoy on Monday. Two drivers were wounded and three arrested.", "arrest 2020-05-04"),
      ("Gunmen attacked a convoy on Monday. Nine of them were killed, a spokesman said.", "killing 2020-05-04"),
      ("Rebels seized the town of Orla in 2013. They murdered the mayor, Ann Lee.", "attack 2013-01-01"),
      ("Jon Karr met Ann Lee for dinner. That was in March, he said.", "meeting 2020-03-01"),
    ])
  func goesOn(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "an hour belongs to the last day that a report tells of, though the paragraph names none",
    arguments: [
      "Soldiers took the town of Orla on Monday.\n\nGeneral Jon Karr was shot dead at about 4 a.m.",
      "Soldiers took the town of Orla on Monday.\n\nA spokesman said that General Jon Karr had been shot dead at about 4 a.m.",
      "Soldiers took the town of Orla on Monday.\n\nAt four the army attacked. Then General Jon Karr was shot dead.",
      "Soldiers took the town of Orla on Monday. The strike began on April 3.\n\nGeneral Jon Karr was shot dead at noon.",
    ])
  func hours(text: String) throws {
    let found = try Reading.events(text)
    #expect(found.contains { $0.contains("2020-05-04") && $0.contains("victim Jon Karr") }, "\(found)")
  }

  @Test(
    "an entry with an hour tells of the day of its report, whatever the tense",
    arguments: [
      ("Bridge closed.\n\n08:15 — Police have arrested Jon Karr at the bridge.", "arrest 2020-05-06"),
      ("Bridge closed.\n\n9.40 GMT – Talks between the mayor, Jon Karr, and the drivers have broken up.", "meeting 2020-05-06"),
      ("Bridge closed.\n\n10:00 — Police had arrested Jon Karr.", "arrest ?"),
      ("Bridge closed.\n\n10:00 — In 2017 Jon Karr was killed when police broke up a protest.", "killing 2017"),
    ])
  func entries(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "what had happened by the day of something has no first day",
    arguments: [
      ("The army shelled Orla on Monday. By then 3,000 people had been evacuated.", "displacement ≤2020-05-04"),
      ("Two nurses were freed on Monday after the elders had paid 3 million euros to Jon Karr.", "payment ≤2020-05-04"),
    ])
  func bounds(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("what has happened since began on the last day told of")
  func since() throws {
    let event = try #require(
      try Reading("The army shelled Orla on Monday.\n\nSome 4,000 villagers have since fled into Belmark.", date: "2020-05-06")
        .annotations.events.first { $0.type == "displacement" })
    #expect(event.from.map { CivilDay($0).iso } == "2020-05-04" && event.to == nil)
  }

  @Test("what minutes tell was done at the meeting, unlike what was reported there")
  func minutes() throws {
    let reading = try Reading(
      """
      Minutes of the council of Aldham, held in the village hall on 9 July 2021

      1. The clerk, Ann Lee, reported that a branch had fallen on the swings on 28 June. Jon Karr resigned as treasurer.
      """)
    #expect(reading.events.contains { $0.hasPrefix("departure 2021-07-09") }, "\(reading.events)")
  }

  @Test("the paragraph below the first goes into what that has told of the same people, the next ones need not")
  func lead() throws {
    let lead = "The council of Orla sacked its clerk, Jon Karr, on Monday.\n\n"
    let vote = "The council voted unanimously to report Karr to the police."
    try Reading.expectEvent(lead + vote, "vote 2020-05-04")
    let found = try Reading.events(lead + "Karr is 40.\n\n" + vote)
    #expect(!found.contains { $0.hasPrefix("vote 2020-05-04") }, "\(found)")
  }
}
