import Testing

@testable import Documents

@Suite struct PronounResolutionTests {
  private func antecedents(of pronoun: String, in reading: Reading) -> [String] {
    let annotations = reading.annotations
    return annotations.mentions.filter { annotations.tokens[$0.head].lower == pronoun }.map { mention in
      mention.entity.map { annotations.entities[$0].name } ?? "-"
    }
  }

  @Test("a quake that was followed by others is no ministry")
  func happening() throws {
    let reading = try Reading(
      "The toll has risen, the health ministry said. The quake struck before dawn. It was followed by tremors.")
    #expect(antecedents(of: "it", in: reading) == ["-"])
  }

  @Test("a paragraph goes on about whom the text is about, not about the daughter who spoke last")
  func topic() throws {
    let reading = try Reading(
      """
      Edith Marlow, the engineer, died on Thursday at her home in Perth. Her daughter, Anne Fairlie, said the cause was heart \
      failure.

      Born in Dundee in 1927, she was sent to the dam in 1951.
      """, date: "2018-12-02")
    #expect(antecedents(of: "she", in: reading) == ["Edith Marlow"])
  }

  @Test("back to business and time to go are nothing in particular")
  func pleonastic() throws {
    let reading = try Reading("Acme Group was sold. Now it’s back to business as usual, Ann Lee said.")
    #expect(antecedents(of: "it", in: reading) == ["-"])
  }
}
