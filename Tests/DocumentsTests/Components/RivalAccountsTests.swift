import Testing

@testable import Documents

@Suite struct RivalAccountsTests {
  @Test(
    "where somebody was at that time contradicts what he is said to have done, and where he was seen",
    arguments: [
      "Ann Lee said Jon Karr had broken the window. His sister said he had been at home with her all evening.",
      "Two neighbours saw Jon Karr at the boathouse at six. Karr said he was in Halden that day.",
    ])
  func alibis(text: String) throws {
    #expect(try Reading(text).contradictions.count == 1)
  }

  @Test("where somebody has been for long is no alibi")
  func residence() throws {
    let reading = try Reading(
      "Ann Lee said Jon Karr had broken the window. His sister said he had been at home with her since 2010.")
    #expect(reading.contradictions.isEmpty)
  }

  @Test("what a voice admits later contradicts what it said first, and another statement in court the one before")
  func corrections() throws {
    let admitted = try Reading(
      "The airline first said that all its crew had been found. On Tuesday the airline admitted that two were missing.")
    #expect(admitted.contradictions == ["airline against airline: accounts"])
    let sworn = try Reading(
      "The guard had told the police that he locked the gate. In court he said he had left it open.")
    #expect(sworn.contradictions == ["guard against guard: accounts"])
  }

  @Test("why a number was wrong is no number against it")
  func explanations() throws {
    let reading = try Reading(
      "Police said that six workers had died in the fire, not seven. One body had been counted twice, Ann Lee said.")
    #expect(reading.contradictions.isEmpty, "\(reading.contradictions)")
  }

  @Test("two reasons for one deed contradict each other")
  func motives() throws {
    let reading = try Reading(
      """
      The union says Ann Lee was dismissed because she had complained about the paint. The company says it let Lee go because \
      orders had fallen.
      """)
    #expect(reading.contradictions == ["union against company: accounts"])
  }

  @Test("two who tell of different things do not contradict each other")
  func neighbours() throws {
    let reading = try Reading(
      """
      The hospital said 12 people had been treated for burns. The fire service said 40 firefighters had fought the blaze. The \
      mayor said the water came from the upper weir.
      """)
    #expect(reading.contradictions.isEmpty, "\(reading.contradictions)")
  }

  @Test("who is at home has not flown to another place, whoever gives the day")
  func journeys() throws {
    let reading = try Reading(
      """
      The Morning Post reported that the coach, Emil Dorn, had flown to Cairo on Sunday. The president of the club, Ivo Stern, \
      said Dorn was at home with flu.
      """)
    #expect(reading.contradictions.count == 1, "\(reading.contradictions)")
  }

  @Test("a rumour of a purchase is contradicted by whoever is in no talks")
  func talks() throws {
    let reading = try Reading(
      """
      There have been rumours for weeks that the brewer Hallam is about to buy the ice rink. Hallam said on Tuesday it was not \
      in talks.
      """)
    #expect(reading.contradictions.count == 1, "\(reading.contradictions)")
  }

  @Test(
    "the dead of a fight are no rivals of those of another that the text tells apart from it",
    arguments: [
      """
      Word came on 3 March that some 50 rebels had been killed in heavy fighting. Earlier battles left scores dead, among them \
      skirmishes in the hills that officials in Torvik say killed at least 93 rebels.
      """,
      """
      Ann Lee said two boats had been lost in the fight at dawn. Another fight, in which the coastguard said four boats were \
      lost, took place in the autumn before.
      """,
    ])
  func otherFights(text: String) throws {
    #expect(try Reading(text).contradictions.isEmpty)
  }

  @Test("two who want different things of one undertaking do not contradict each other")
  func aims() throws {
    let reading = try Reading(
      """
      “We want to clean the river and minimise the threat it poses to the towns and the lake,” an engineer said. “The fishermen \
      are able, but the wider shore of the lake is the more important target,” a biologist said.
      """)
    #expect(reading.contradictions.isEmpty, "\(reading.contradictions)")
  }
}
