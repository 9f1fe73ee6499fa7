import Testing

@testable import Documents

@Suite struct NumberRivalsTests {
  @Test(
    "numbers contradict each other behind “at least” and “as many as”, as fees and as times of day",
    arguments: [
      "The health ministry said at least 20 people had died. Doctors said more than 70 people had died.",
      "Police said about 9,000 people had fled the town. Officials spoke of as many as 15,000.",
      "Acme agreed to sell the mine to Orlo for 18 million euros, the paper said. A banker said the fee was nearer 25 million.",
      "The owner said the collision happened at 11.30 p.m. The harbour log gives the time as 9.40.",
    ])
  func rivals(text: String) throws {
    #expect(try Reading(text, date: "2020-05-06").contradictions.count == 1)
  }

  @Test(
    "numbers of people in different states do not contradict each other, nor do those that may be one",
    arguments: [
      "The coastguard said four fishermen were missing. The skipper said seven men had been on board.",
      "The health ministry said at least 20 people had died. Doctors said 22 people had died.",
    ])
  func strangers(text: String) throws {
    #expect(try Reading(text, date: "2020-05-06").contradictions.isEmpty)
  }
}
