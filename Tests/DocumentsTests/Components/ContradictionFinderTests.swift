import Testing

@testable import Documents

@Suite struct ContradictionFinderTests {
  @Test("two numbers that cannot both be true contradict each other, and the event is disputed")
  func numbers() throws {
    let reading = try Reading(
      """
      Gunmen stormed a camp in Osten and killed at least 12 soldiers, the army said. Ann Lee said no more than \
      four soldiers were killed.
      """)
    #expect(reading.contradictions == ["army against Ann Lee: numbers"])
    #expect(reading.annotations.events[0].isDisputed)
  }

  @Test("numbers that meet do not contradict")
  func meeting() throws {
    let reading = try Reading(
      "Gunmen stormed a camp in Osten and killed at least 12 soldiers, the army said. Ann Lee said 14 soldiers were killed.")
    #expect(reading.contradictions.isEmpty)
  }

  @Test("an assertion contradicts a denial and a refusal to confirm")
  func denial() throws {
    let reading = try Reading(
      "The army said its troops had killed Jon Karr. Officials in Paris could not confirm that Karr was dead.")
    #expect(reading.contradictions == ["army against officials in Paris: denial"])
  }

  @Test("who is blamed and denies it contradicts the one who blames")
  func blame() throws {
    let reading = try Reading(
      "Gunmen stormed a camp in Osten on Monday. The army blamed the Freedom Front. The Freedom Front denied any role.",
      date: "2020-05-06")
    #expect(reading.contradictions == ["army against Freedom Front: denial"])
    #expect(
      reading.annotations.events[0].participants.contains {
        $0.role == "agent" && reading.annotations.entities[$0.entity].name == "Freedom Front"
      })
  }

  @Test("two estimates of one number contradict each other")
  func estimates() throws {
    let reading = try Reading(
      """
      There are estimates by some army commanders that between 2,000 and 3,000 rebels are hiding in the \
      hills — a figure a French \
      officer calls “closer to 500 or 600.”
      """)
    #expect(reading.contradictions.count == 1)
    #expect(reading.claims.contains("strength reported by French officer"))
  }

  @Test(
    "a denial that only points is of the last thing that somebody else said",
    arguments: ["Acme denies it.", "Acme dismissed the accusation.", "Acme rejected that account."])
  func pointing(denial: String) throws {
    let reading = try Reading("The Miners Union said Acme had moved the papers to Osten. \(denial)", date: "2020-05-06")
    #expect(reading.contradictions == ["Miners Union against Acme: denial"])
  }

  @Test("two sums for one thing in two mouths contradict each other")
  func amounts() throws {
    let reading = try Reading(
      "The ministry says each day costs the region $4 million. The union says the figure is closer to $1 million.",
      date: "2020-05-06")
    #expect(reading.contradictions == ["ministry against union: numbers"])
  }

  @Test("what somebody says was not done is denied")
  func negated() throws {
    let reading = try Reading(
      """
      Two people said that Acme Group had approached Orbex Systems in June with a bid of 2 billion euros. Ann Lee said that no \
      offer had been made.
      """, date: "2020-05-06")
    #expect(reading.contradictions.contains("people against Ann Lee: denial"))
  }

  @Test("a statement with no in it stands against the one before that it answers")
  func rebuttal() throws {
    let reading = try Reading(
      "Three farmers said that soldiers had come to the village. The defence ministry said that it had no troops in the area.")
    #expect(reading.contradictions.contains("farmers against defence ministry: denial"))
  }

  @Test("shares of one thing that two sources give differently contradict each other")
  func shares() throws {
    let reading = try Reading(
      "The two firms would sell about 55 percent of it, according to the competition authority; Delhaut speaks of 46 percent."
    )
    #expect(reading.contradictions == ["competition authority against Delhaut: numbers"])
  }

  @Test(
    "sums, frequencies and days of one thing that do not meet contradict each other",
    arguments: [
      (
        "The company said it had paid the two families £240,000. Amit Rao said outside the court that they had received £90,000.",
        "company against Amit Rao: numbers"
      ),
      (
        "Jon Karr says he met the director once. The director's secretary said that Karr had met him twice a month.",
        "Jon Karr against director secretary: numbers"
      ),
      (
        "A former officer dated the landing to the night of 6 October. A Western official insisted on 9 October.",
        "former officer against Western official: numbers"
      ),
    ])
  func figures(text: String, expected: String) throws {
    #expect(try Reading(text, date: "2020-11-06").contradictions == [expected])
  }

  @Test(
    "numbers contradict whoever gives them and however they are worded",
    arguments: [
      "An audit by Pell Group found 4.2 million euros in irregular payments. The indictment puts the loss at 3.1 million euros.",
      "Two officials said Acme had paid. One of them put the sum at 2.4 million euros; the other said it was closer to four.",
      "Police expect about 5,000 protesters; the organisers say 20,000 will come.",
      "The club says its losses were 12 million euros; accounts filed in Riga show 29 million.",
      "Norrland Cargo estimates the amount at 400 litres. A study by the University of Riga found it was at least 9,000.",
    ])
  func paraphrasedNumbers(text: String) throws {
    let found = try Reading(text, date: "2020-05-06").contradictions
    #expect(found.count == 1 && found[0].hasSuffix("numbers"), "\(found)")
  }

  @Test(
    "a denial stands against a rumour, an assertion behind it, another's words and the act in the noun",
    arguments: [
      (
        "Rumours spread in Oslo that Acme had cancelled the order. Ann Lee said there had been “no cancellation of any kind”.",
        "- against Ann Lee: denial"
      ),
      (
        "The union said it had warned the firm in writing about the lift. Ann Lee said the firm never received such a letter.",
        "union against Ann Lee: denial"
      ),
      (
        "Traders said they had heard an aircraft before the blast. A fourth trader said there had been no plane.",
        "traders against fourth trader: denial"
      ),
      ("The firm blamed a gas leak for the explosion. The union blamed worn cables.", "firm against union: agents"),
      (
        "Jon Karr’s clerk said 410,000 euros had gone to Karr. Jon Karr says he never took a cent.",
        "Jon Karr clerk against Jon Karr: denial"
      ),
      (
        "The firm initially said that nobody had been hurt. It later acknowledged that three men had been treated for burns.",
        "firm against firm: accounts"
      ),
    ])
  func denials(text: String, expected: String) throws {
    let found = try Reading(text, date: "2020-05-06").contradictions
    #expect(found.contains(expected), "\(found)")
  }

  @Test("numbers of two things do not contradict")
  func otherNumbers() throws {
    let reading = try Reading(
      "Ann Lee said that Acme had offered 2 billion euros. Jon Karr said that the town had spent 30 million euros on roads.",
      date: "2020-05-06")
    #expect(reading.contradictions.isEmpty)
  }

  @Test("the dead of two fights on different days do not contradict")
  func otherDays() throws {
    let reading = try Reading(
      """
      Special forces killed about 15 militants on the night of March 4, army officers said. In late February, government \
      troops fought a series of clashes with the militants. Police officials said that at least 93 militants were killed in \
      those clashes.
      """, date: "2013-03-06")
    #expect(reading.contradictions.isEmpty)
  }

  @Test("who denies a rumour denies the rumour and not what stands between")
  func rumour() throws {
    let reading = try Reading(
      """
      It is rumoured in Oslo that Acme will close the plant. The union says pay is too low. A spokesman for Acme called the \
      rumour baseless.
      """)
    #expect(reading.contradictions == ["- against spokesman for Acme: denial"])
  }

  @Test("who maintains something contradicts who said otherwise of the same thing")
  func maintained() throws {
    let reading = try Reading(
      """
      The transport ministry said it had revoked the licence on 1 November. Ann Lee, the airline's director, maintains that the \
      licence is still valid.
      """, date: "2020-11-06")
    #expect(reading.contradictions == ["transport ministry against Ann Lee: denial"])
  }

  @Test(
    "two accounts that differ by opposite words, by days or by numbers of one thing contradict each other",
    arguments: [
      "Ann Lee left Acme of her own accord, a spokesman for Acme said. Jon Karr said she had been dismissed.",
      "The minister, Ann Lee, said the dam was safe. Jon Karr said the dam was leaking.",
      "The lab said the sample was stored badly for 36 hours. Ann Lee put the delay at four hours.",
    ])
  func accounts(text: String) throws {
    let reading = try Reading(text)
    #expect(reading.contradictions.count == 1, "\(reading.contradictions)")
  }

  @Test("accounts of one side, and what is added to what has been told, do not contradict")
  func agreement() throws {
    #expect(
      try Reading("Acme said the bridge was old. Ann Lee, a spokeswoman for Acme, said the river was deep.").contradictions
        .isEmpty)
    #expect(try Reading("Ann Lee said the bridge was old. Jon Karr also said the river was high.").contradictions.isEmpty)
  }

  @Test("declining to comment contradicts nobody")
  func refusal() throws {
    let reading = try Reading("The army said its troops had killed Jon Karr. A spokesman for the mayor declined to comment.")
    #expect(reading.contradictions.isEmpty)
  }

  @Test("who speaks for somebody denies what others have said, not what that one has")
  func voices() throws {
    let text = """
      Ropeway Group said the cable had been tested in May. An engineer said the bolts were rusty. Ropeway Group's lawyer, Jost \
      Amann, denied it.
      """
    #expect(try Reading(text).contradictions == ["engineer against Jost Amann: denial"])
  }

  @Test(
    "a denial stands against the charge, the rumour and what the court has heard",
    arguments: [
      "A jury heard on Monday that Jon Karr had strangled his partner. Karr denies murder.",
      "According to rumours in Osten Jon Karr has offered to testify. “Not a word of it is true,” Ann Lee said.",
      "Ann Lee said Acme had closed the doors. Jon Karr said the exits had been open.",
    ])
  func answers(text: String) throws {
    #expect(try Reading(text, date: "2020-05-06").contradictions.count == 1)
  }

  @Test("pictures that cannot be verified leave what else is said alone")
  func pictures() throws {
    let reading = try Reading("The coalition said its planes had struck a depot. Ann Lee could not verify the images.")
    #expect(reading.contradictions.isEmpty)
  }
}
