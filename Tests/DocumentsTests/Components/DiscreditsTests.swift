import Testing

@testable import Documents

@Suite struct DiscreditsTests {
  @Test("who says that a witness is mistaken contradicts the witness")
  func mistaken() throws {
    let reading = try Reading(
      "Ann Lee told the court she had seen a blue van at the gate. Counsel for Acme said Ms Lee was mistaken.")
    #expect(reading.contradictions == ["Ann Lee against Counsel for Acme: denial"])
  }
}
