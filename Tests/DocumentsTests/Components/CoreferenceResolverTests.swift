import Testing

@testable import Documents

@Suite struct CoreferenceResolverTests {
  @Test("a surname, a title and an acronym are the one who was named in full")
  func parts() throws {
    let reading = try Reading(
      """
      Col. Petra Vann met leaders of the People’s Relief Front (PRF). Vann said the PRF had agreed. Col. Vann left.
      """)
    #expect(reading.entity("Petra Vann")?.aliases == ["Vann"])
    #expect(reading.entity("PRF")?.name == "People’s Relief Front")
    #expect(reading.entityNames.filter { $0.contains("Vann") }.count == 1)
  }

  @Test("two persons of one surname stay two")
  func surnames() throws {
    let reading = try Reading("Anna Roe met Peter Roe. Mr. Roe was late. Ms. Roe left.")
    #expect(reading.entityNames.filter { $0.hasSuffix("Roe") }.sorted() == ["Anna Roe", "Peter Roe"])
    let peter = try #require(reading.entity("Peter Roe"))
    #expect(peter.mentions.map { reading.text(reading.annotations.mentions[$0].tokens) } == ["Peter Roe", "Roe"])
  }

  @Test("appositions, nicknames and pronouns go to the name")
  func appositions() throws {
    let reading = try Reading(
      """
      Its commander, Jon Karr, known as “the Baker”, was seen in Osten. He denied the report. Karr, a former teacher, left.
      """)
    let karr = try #require(reading.entity("Jon Karr"))
    let forms = karr.mentions.map { reading.text(reading.annotations.mentions[$0].tokens) }
    #expect(forms == ["Its commander", "Jon Karr", "Baker", "He", "Karr", "a former teacher"])
  }

  @Test("an adjective is a form of its country, listed or made in the text")
  func adjectives() throws {
    let reading = try Reading("Norvia closed its border. Norvian troops stood by. A French diplomat left.")
    #expect(reading.entity("Norvian")?.name == "Norvia")
    #expect(reading.entity("French")?.name == "France")
  }

  @Test("a company is known again by its first word and as the company")
  func companies() throws {
    let reading = try Reading(
      "Orvane Systems said on Monday it had closed a plant. Orvane’s shares fell. The company is based in Leeds.")
    #expect(reading.entity("Orvane Systems")?.aliases == ["Orvane", "company"])
  }

  @Test("the same office described twice is one person, different modifiers are two")
  func descriptions() throws {
    let reading = try Reading(
      "A French diplomat left. A German diplomat stayed. The German diplomat said nothing. The French diplomat laughed.")
    let diplomats = reading.annotations.entities.filter { $0.name.hasSuffix("diplomat") }
    #expect(diplomats.map(\.mentions.count) == [2, 2])
    #expect(diplomats.filter(\.isAnonymous).count == 2)
  }

  @Test("what is done to a pronoun is not done by the same, unless it says so")
  func objectPronouns() throws {
    let reading = try Reading("The ministry closed the road. The army denied it. The army defended itself.")
    let pronouns = reading.annotations.mentions.filter { $0.form == .pronoun }
    #expect(pronouns.map { $0.entity.map { reading.annotations.entities[$0].name } } == ["ministry", "army"])
  }
}
