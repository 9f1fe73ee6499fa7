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

  @Test("an age, an office in brackets and a letter stand for a person")
  func standIns() throws {
    let aged = try Reading("Police arrested a 43-year-old man on Monday. The 43-year-old was questioned on Tuesday.")
    #expect(aged.entityNames.filter { $0.contains("43") }.count == 1)
    let chair = try Reading("Present were Ms Ann Lee (Chair) and Mr Jon Karr. The Chair spoke.")
    #expect(!chair.entityNames.contains("Chair"))
    let witness = try Reading("Witness C testified on Monday. Witness C left.")
    #expect(witness.entity("Witness C")?.kind == .person)
  }

  @Test("another minister is another person, and a place is not the paper that bears its name")
  func offices() throws {
    let ministers = try Reading("Goran Pavic, a former minister of forests, founded Acme Group. The prime minister opened it.")
    #expect(ministers.entityNames.contains("prime minister"))
    let places = try Reading("The Hallam Gazette reported it. Ann Lee lives in Hallam.")
    #expect(places.entityNames.contains("Hallam") && places.entityNames.contains("Hallam Gazette"))
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

  @Test(
    "names go as far as their particles, connectors and apostrophes",
    arguments: [
      ("María del Carmen Ortiz de la Torre met him.", "María del Carmen Ortiz de la Torre"),
      ("Jan van der Berg met Ann Lee.", "Jan van der Berg"),
      ("He met Sheikh Khalid bin Rashid al-Nuaimi.", "Khalid bin Rashid al-Nuaimi"),
      ("He wrote to the Independent Commission on Policing.", "Independent Commission on Policing"),
      ("The charity Hands for Water left.", "Hands for Water"),
      ("He was a member of the National Rally.", "National Rally"),
      ("It was signed by the Transport Workers' Union on Monday.", "Transport Workers' Union"),
      ("It is the Dockers’ and Allied Trades Union (DATU) that wrote.", "Dockers’ and Allied Trades Union"),
      ("They met at Sorel and Partners in May.", "Sorel and Partners"),
      ("The Port Authority of Veldt closed.", "Port Authority of Veldt"),
      ("Lorries stood at Quay 4 all day.", "Quay 4"),
      ("Economy Minister Paula Fenwick left.", "Paula Fenwick"),
      ("Deputy District Attorney Sonia Marlow told the jury.", "Sonia Marlow"),
      ("General Motors Chief Executive Mary Barlow resigned.", "Mary Barlow"),
      ("The fund was run by then-Superintendent Martin Gresham for years.", "Martin Gresham"),
      ("The spokesman, Brig. Gen. Tobias Nagel, denied it.", "Tobias Nagel"),
      ("The panel heard J. P. Hall, a farmer.", "J. P. Hall"),
      ("Clinics Across Borders, a charity, left the town.", "Clinics Across Borders"),
      ("Water for All, a charity, sued the council.", "Water for All"),
      ("The Court of Arbitration for Sport rejected it.", "Court of Arbitration for Sport"),
      ("They elected Leung Kwok-hung of the league.", "Leung Kwok-hung"),
    ])
  func extent(text: String, name: String) throws {
    #expect(try Reading(text).entityNames.contains(name))
  }

  @Test(
    "set phrases, feasts, noises and shouted words name nobody",
    arguments: [
      "He signed what they put in front of the board.", "Who gave the orders on board is disputed.",
      "They met on Waitangi Day in the capital.", "Uh, it was raining when they left.", "He stays UNLESS, of course, they pay.",
    ])
  func nobody(text: String) throws {
    let names = try Reading(text).entityNames
    #expect(["front", "Waitangi Day", "Uh", "UNLESS"].allSatisfy { !names.contains($0) }, "\(names)")
    #expect(!text.contains("on board") || !names.contains("board"))
  }

  @Test("Mr Baltar is a man, Baltar’s workers are a firm’s")
  func namesakes() throws {
    let reading = try Reading(
      """
      He worked for Soldaduras Baltar, a family firm in Sorno. Some of Baltar’s workers walked out. Its owner, Manuel Baltar, \
      disputed that. Mr Baltar called it a lie.
      """)
    #expect(reading.entity("Soldaduras Baltar")?.kind == .organization)
    #expect(reading.entity("Manuel Baltar")?.kind == .person)
  }

  @Test("of two of one surname Mr is the man, if the word for kin makes the other a woman")
  func kin() throws {
    let reading = try Reading(
      "Ruslan Dervin founded it. Its manager is Yevka Dervin, the founder’s sister. Mr Dervin lives in Dubai.")
    #expect(
      reading.entity("Ruslan Dervin")?.mentions.count == 2 || reading.entity("Ruslan Dervin")?.aliases.contains("Dervin") == true)
    #expect(reading.entity("Yevka Dervin")?.gender == .female)
  }

  @Test("whoever says what a description is of is somebody else")
  func parentheses() throws {
    let reading = try Reading("The yacht was sold. Its owner, Mr Pym said, is Timo Asan, a private investor.")
    #expect(reading.entity("Pym")?.aliases.contains("Its owner") == false)
  }

  @Test("a yacht on which one spends weeks is no company")
  func yachts() throws {
    let reading = try Reading("A yacht lay in port. He spent ten weeks on the Halcyon Tide in 2021. The yacht was seized.")
    #expect(reading.entity("Halcyon Tide")?.kind == .asset)
  }

  @Test("a family of one surname is told apart, and the family is none of them")
  func families() throws {
    let reading = try Reading(
      "The Halden family left. It was founded by Axel Halden. His granddaughter Ingrid Halden runs it.")
    #expect(Set(reading.entityNames).isSuperset(of: ["Axel Halden", "Ingrid Halden"]))
    #expect(!reading.entityNames.contains("Halden"))
  }

  @Test("a ship is a thing with a name, and the vessel is the ship")
  func ships() throws {
    let reading = try Reading(
      "The cargo ship Marta Sund ran aground off Cape Lorne. The vessel leaked. Its captain, Oleg Sirko, was arrested.")
    let ship = try #require(reading.entity("Marta Sund"))
    #expect(ship.kind == .asset)
    #expect(ship.aliases == ["vessel"])
    #expect(reading.relations == ["Oleg Sirko LEADS Marta Sund"])
  }

  @Test("the hospital is the one by name, or a place of its own if the text speaks of it more than once")
  func sites() throws {
    let named = try Reading("A nurse at St. Brendan's Hospital wept. The hospital was closed.")
    #expect(named.entity("hospital")?.name == "St. Brendan's Hospital")
    let unnamed = try Reading("Sofia Brandt sued the hospital. Her lawyer said the hospital had hidden the records.")
    #expect(unnamed.entity("hospital")?.kind == .place)
  }

  @Test("the subject whom a lead describes is the one with whose name and age the next paragraph begins")
  func leads() throws {
    let reading = try Reading(
      """
      Officer took cash, court told

      A senior customs officer was paid to look away, a jury was told on Thursday.

      Graham Tolliver, 51, denies two counts of bribery.
      """)
    #expect(reading.entity("Graham Tolliver")?.mentions.count ?? 0 > 1)
    #expect(!reading.annotations.entities.contains { $0.isAnonymous && $0.name == "customs officer" && !$0.mentions.isEmpty })
  }

  @Test("the witness is he who replied, the company the one that the text is about")
  func playersAndCompanies() throws {
    let reading = try Reading(
      """
      Orbex Mining Ltd, a subsidiary of the Corvane Group, closed the pit. The company said nothing. “I was frightened,” \
      Kevin Strand replied. “No, sir,” said the witness.
      """)
    #expect(reading.entity("company")?.name == "Orbex Mining Ltd")
    #expect(reading.entity("witness")?.name == "Kevin Strand")
  }

  @Test("what closes the opening of a sentence describes nobody in it")
  func openings() throws {
    let reading = try Reading("In a statement read to the court, Orbex Systems’s chief executive, Ann Lee, called it untrue.")
    #expect(reading.entity("Orbex Systems")?.aliases.contains("court") == false)
  }

  @Test("an adjective whose country the text does not name makes a place of it")
  func unknownCountries() throws {
    let reading = try Reading("Maret Toivo, the Halvian runner, won. The Halvian police searched the house.")
    #expect(reading.entity("Halvian")?.kind == .place)
  }
}
