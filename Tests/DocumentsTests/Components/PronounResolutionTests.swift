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

  @Test(
    "who says a quotation is not the one whom it calls he",
    arguments: [
      "Aline Tolbert met Martin Gresham. “He told me that it was a question of time,” Tolbert said.",
      "Martin Gresham was buried. A crane operator wept. “I knew Gresham,” he said. “He hated every strike.”",
    ])
  func quoted(text: String) throws {
    #expect(antecedents(of: "he", in: try Reading(text)).last == "Martin Gresham")
  }

  @Test("what is imperative for all, and what would be an offence, is nothing in particular")
  func valuations() throws {
    let imperative = try Reading("The Northern Coalition met. It is imperative for all parties to work together.")
    #expect(antecedents(of: "it", in: imperative) == ["-"])
    let offence = try Reading("Norvia passed a law. It will be an offence under the law to enter the town.")
    #expect(antecedents(of: "it", in: offence) == ["-"])
  }

  @Test("a country that only modifies a noun is not what its means")
  func modifiers() throws {
    let reading = try Reading("Cards were used during the Iraq war. This operation must keep to its basic aim.")
    #expect(antecedents(of: "its", in: reading) == ["-"])
  }
}
