import Testing

@testable import Documents

@Suite struct EventVerbTests {
  @Test(
    "taking things is no arrest, and taking people from their homes is one where officers do it",
    arguments: [
      ("Customs officers seized 400 kg of cocaine in Antwerp on Monday.", "other 2020-05-04: agent customs officers"),
      ("Gunmen dragged Luis Ortega from his house on Monday.", "abduction 2020-05-04: agent gunmen, victim Luis Ortega"),
      ("Police dragged Luis Ortega from his house on Monday.", "arrest 2020-05-04: agent police, victim Luis Ortega"),
    ])
  func seizures(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "who orders from whom, gets money back, deserts or goes to an employer",
    arguments: [
      (
        "The yacht was ordered in March from De Vries Ltd by Marlowe Group.",
        "contract 2020-03-01: agent Marlowe Group, target De Vries"
      ),
      ("Kolar Group recovered $150,000 from Granite Insurance.", "payment ?: agent Granite Insurance, recipient Kolar Group"),
      ("Ann Lee deserted the army in March.", "departure 2020-03-01: agent Ann Lee"),
      ("Ann Lee came to Kolar Group in March.", "appointment 2020-03-01: target Ann Lee"),
      ("Jon Karr was appointed to succeed Ann Lee in March.", "appointment 2020-03-01: target Ann Lee, target Jon Karr"),
    ])
  func dealings(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "words that are acts",
    arguments: [
      ("Prime Minister Ann Lee will address the nation on Friday.", "statement 2020-05-08: agent Ann Lee"),
      ("Acme Group warned Ann Lee in writing that the roof was weak.", "statement ?: agent Acme Group, recipient Ann Lee"),
      ("The gang demanded $200,000 from Ann Lee.", "statement ?: agent gang"),
      ("Ann Lee accused the army in a December report of arming rebels.", "publication 2019-12-01: agent Ann Lee"),
      ("The minister, Ann Lee, said that talks had failed and that she would meet Jon Karr on Friday.", "meeting 2020-05-08"),
    ])
  func words(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "money taken, scores, bombs dropped and control of towns",
    arguments: [
      ("Jon Karr took 40,000 euros from Kolar Group in March.", "payment 2020-03-01: agent Kolar Group, recipient Jon Karr"),
      ("Kolar United beat Velta City 3-1 on Monday.", "other 2020-05-04: agent Kolar United"),
      ("Villagers said planes had dropped bombs on Osten on Monday.", "attack 2020-05-04: target Osten"),
      ("The rebels took control of Osten in March.", "attack 2020-03-01: agent rebels, target Osten"),
      ("A court jailed Jon Karr for fraud in March.", "sentence 2020-03-01: agent court, target Jon Karr"),
      ("The volcano erupted in March, forcing 20,000 people to flee.", "displacement 2020-03-01: victim people"),
    ])
  func moreVerbs(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "armies take places back and close in on them, ships cut cables, charges are dropped, people fall ill",
    arguments: [
      ("Backed by tanks, troops surrounded Acme on Monday.", "operation 2020-05-04: agent troops, target Acme"),
      ("The ship cut the cable on Monday.", "accident 2020-05-04:"),
      ("The airline Velta Air cancelled 40 flights on Monday.", "closure 2020-05-04: agent Velta Air"),
      ("Surgeons operated on Jon Karr on Monday.", "other 2020-05-04: agent surgeons, target Jon Karr"),
      (
        "The prosecutor dropped the charges against Jon Karr on Monday.",
        "rejection 2020-05-04: agent prosecutor, target Jon Karr"
      ),
      ("Twelve children fell ill at a school in Osten on Monday.", "other 2020-05-04: victim children"),
      ("Clashes erupted between police and farmers on Monday.", "battle 2020-05-04: agent"),
    ])
  func takingBack(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("what is so always is no happening")
  func habits() throws {
    #expect(try Reading("Ann Lee signs letters. “I sign what they send me,” Ann Lee said in March.").annotations.events.isEmpty)
  }

  @Test("an offence that somebody is accused of is no happening by itself")
  func offences() throws {
    let events = try Reading.events("Ann Lee pleaded guilty in March to one count of grand theft under a deal with prosecutors.")
    #expect(!events.contains { $0.hasPrefix("attack") })
    #expect(events.contains { $0.hasPrefix("agreement") })
  }
}
