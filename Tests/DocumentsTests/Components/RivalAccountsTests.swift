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
}
