import Testing

@testable import Documents

@Suite struct RivalCausesTests {
  @Test(
    "two causes of one thing, and two who are said to have begun it, contradict each other",
    arguments: [
      "Police said a short circuit was the cause of the fire. The union blamed stored chemicals.",
      "The army said rebels had opened fire first. The rebels said soldiers had started the shooting.",
      "The ministry said Velia had broken the truce. Velia said the Free Army had violated the ceasefire.",
    ])
  func rivals(text: String) throws {
    #expect(try Reading(text).contradictions.count == 1)
  }

  @Test("causes of two things do not contradict each other")
  func otherEffects() throws {
    let reading = try Reading(
      "Police said a short circuit was the cause of the fire. The mayor said the delay was due to traffic.")
    #expect(reading.contradictions.isEmpty)
  }
}
