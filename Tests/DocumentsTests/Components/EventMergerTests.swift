import Testing

@testable import Documents

@Suite struct EventMergerTests {
  @Test(
    "who came to harm and what harmed them are one happening, told in two clauses",
    arguments: [
      (
        "Three people were killed and 17 injured when a bus left the road near Bellano on Monday.",
        "accident 2020-05-04: target bus, victim people"
      ),
      (
        "Four miners died on Monday after a tunnel collapsed at the Orsa pit.",
        "accident 2020-05-04: target tunnel, victim miners"
      ),
      (
        "Two nurses were wounded on Monday when rebels shelled a clinic.",
        "attack 2020-05-04: agent rebels, target clinic, victim nurses"
      ),
    ])
  func outcomes(text: String, expected: String) throws {
    #expect(try Reading.events(text) == [expected])
  }

  @Test("a participle behind a comma tells what a crash did, whoever its sentence is about")
  func results() throws {
    let events = try Reading.events(
      "Derek Shaw told an inquest on Monday that he had erred before two trains collided near Aldmoor, killing six passengers.")
    #expect(events.contains { $0.hasPrefix("accident") && $0.hasSuffix("victim passengers") }, "\(events)")
  }

  @Test("who is struck off a roll is not dismissed once more")
  func roll() throws {
    let events = try Reading.events(
      "Karen Doyle was struck off the register on Monday. The hospice had dismissed Doyle in July 2018.")
    #expect(events.filter { $0.hasPrefix("departure") }.count == 2)
  }

  @Test("a headline is not of what a year long past is told of")
  func headline() throws {
    let reading = try Reading(
      "Bank siege in Lyon ends\n\nA gunman gave himself up on Monday.\n\nIn 2006 two people were killed in a raid there.\n",
      date: "2020-05-06")
    #expect(reading.annotations.events.allSatisfy { $0.triggers.allSatisfy { !reading.text($0).hasSuffix("siege") } })
  }

  @Test("days after an attack somebody else’s death is another happening")
  func counted() throws {
    #expect(try Reading.events("A clerk was killed on Tuesday, two days after gunmen attacked a bank in Osten.").count == 2)
  }

  @Test("a second stoppage has the people of the first")
  func repeated() throws {
    try Reading.expectEvent(
      """
      Drivers walked out on Tuesday at the depot in Hexley. The union said the strike would go on. A further stoppage is \
      planned for May 22.
      """,
      "protest 2020-05-22: agent drivers")
  }

  @Test("as many persons by name as the lead has counted are those")
  func members() throws {
    let events = try Reading.events(
      "Two aid workers were kidnapped in Kalu in March. Anna Lund and Piet Boer were seized by gunmen near the border.")
    #expect(events == ["abduction 2020-03-01: agent gunmen, victim Anna Lund, victim Piet Boer, victim aid workers"])
  }

  @Test("to be suspended and to be dismissed are two departures")
  func suspension() throws {
    let events = try Reading.events("The board suspended Simon Vane in February. It dismissed Vane on Monday.")
    #expect(events.map { String($0.prefix(20)) } == ["departure 2020-02-01", "departure 2020-05-04"])
  }

  @Test("an act that somebody denies is no other act with nobody in common")
  func denied() throws {
    let events = try Reading.events(
      "The Lake Front signed a truce with the government in January. Daniel Okeke said he had never sold a weapon.")
    #expect(events.first == "agreement 2020-01-01: agent Lake Front, target government")
  }

  @Test("the operation is none of the operations of one night")
  func number() throws {
    let reading = try Reading(
      """
      The army’s intervention against the rebels in Kalu began on Jan. 11. Operations by special forces on Monday killed 15 \
      rebels. The operation has cost them dearly, a general said.
      """, date: "2020-05-06")
    let night = try #require(reading.annotations.events.first { $0.counts.contains { $0.name == "killed" } })
    #expect(!night.triggers.contains { reading.text($0) == "operation" })
  }

  @Test("a quake that struck is the one that laid the town waste")
  func struck() throws {
    let events = try Reading.events(
      """
      Workers pulled a girl from the ruins of a school on Sunday, two days after an earthquake devastated the town of Karsin. \
      The quake, of magnitude 6.8, struck before dawn on Friday.
      """)
    #expect(events.filter { $0.hasPrefix("accident") } == ["accident 2020-05-01: target Karsin"])
  }

  @Test("a smaller number of dead in the text’s own voice is of another happening")
  func toll() throws {
    let events = try Reading.events(
      "At least 26 people have been killed in clashes between herders and farmers. Farmers shot two herders on Monday.")
    #expect(events.contains("killing 2020-05-04: agent farmers, victim herders"))
  }

  @Test("who comes into two offices comes into each by himself")
  func appointees() throws {
    let events = try Reading.events("Ann Lee will succeed Jon Karr as governor. Karr will become chairman of the insurer Donau.")
    #expect(events == ["appointment ?: target Ann Lee, target Jon Karr", "appointment ?: target Jon Karr"])
  }

  @Test("what the deal still needs tells of none done")
  func deal() throws {
    let reading = try Reading(
      "Halvor Foods has agreed to buy Dunmere, a dairy company, for $2 billion. The deal still needs approval.")
    let event = try #require(reading.annotations.events.first { $0.type == "acquisition" })
    #expect(event.isPlanned)
    #expect(event.triggers.map(reading.text) == ["buy", "deal"])
  }
}
