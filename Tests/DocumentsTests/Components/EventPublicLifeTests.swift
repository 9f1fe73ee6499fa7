import Testing

@testable import Documents

/// What courts, offices, firms, unions, schools, stages and teams do; texts of Wednesday, 2020-05-06.
@Suite struct EventPublicLifeTests {
  @Test(
    "courts rule, sit and let go",
    arguments: [
      ("The High Court overruled Judge Ann Lee on Monday.", "sentence 2020-05-04: agent High Court, target Ann Lee"),
      ("Ann Lee lost her appeal on Monday.", "trial 2020-05-04: target Ann Lee"),
      ("Jon Karr changed his plea in March.", "trial 2020-03-01: agent Jon Karr"),
      ("The tribunal found on Monday that Kolar Group had been late.", "sentence 2020-05-04: agent tribunal"),
      ("The regulator penalised Kolar Group on Monday.", "sentence 2020-05-04: agent regulator, target Kolar Group"),
    ])
  func courts(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("what somebody is cleared of is no happening")
  func clearing() throws {
    #expect(try !Reading.events("A jury cleared Ann Lee of leaking the minutes.").contains { $0.hasPrefix("publication") })
  }

  @Test(
    "parliaments vote, parties split, offices are filled and left",
    arguments: [
      ("Parliament overrode the veto on Monday.", "vote 2020-05-04: agent parliament"),
      ("The council rejected by 14 votes to 9 a plan of Ann Lee.", "vote ?: agent council"),
      ("The Green League left the coalition on Monday.", "split 2020-05-04: agent Green League"),
      ("Ann Lee was chosen to lead the Green League in March.", "appointment 2020-03-01: target Ann Lee"),
      ("Ann Lee took leave of absence.", "departure ?: agent Ann Lee"),
      ("The party expelled Jon Karr on Monday.", "departure 2020-05-04: agent party, target Jon Karr"),
      ("Osten and Larn restored relations in March.", "agreement 2020-03-01: agent Larn, agent Osten"),
    ])
  func offices(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "firms close, split, buy back and accept",
    arguments: [
      ("Kolar Group accepted the offer on Monday.", "agreement 2020-05-04: agent Kolar Group"),
      ("Kolar Group will spin off its mines in June.", "split 2020-06-01: agent Kolar Group"),
      ("Kolar Group agreed on Monday to swap its debt.", "agreement 2020-05-04: agent Kolar Group"),
      ("Carmaker Kolar said it would close a plant in June.", "closure 2020-06-01: agent Kolar"),
      ("The council chose Kolar Group to build the bridge.", "contract ?: agent council, target Kolar Group"),
      ("The exchange suspended the shares of Kolar Group on Monday.", "order 2020-05-04: agent exchange, target Kolar Group"),
      ("Kolar Group, bought by Velta Air in 2011, closed a mine last year.", "closure 2019-01-01: agent Kolar Group"),
    ])
  func firms(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "refusing and putting off are acts, and what is threatened is planned",
    arguments: [
      ("Ann Lee refused to sign the contract of Kolar Group.", "rejection ?: agent Ann Lee"),
      ("The union has suspended the strikes planned for June.", "rejection ?: agent union"),
      ("Ann Lee threatened to sue Kolar Group.", "charge ?: agent Ann Lee, target Kolar Group"),
      ("Teachers called off a strike planned for June.", "rejection ?: agent teachers"),
    ])
  func refusals(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "who calls people together, and who is held",
    arguments: [
      ("Ann Lee has called a march for Saturday.", "protest 2020-05-09: agent Ann Lee"),
      ("Ann Lee convened a summit on Monday.", "meeting 2020-05-04: agent Ann Lee"),
      ("He faces an inquiry that the council opened on Monday.", "investigation 2020-05-04: agent council"),
      ("The coast guard boarded a cargo ship on Monday.", "search 2020-05-04: agent coast guard, target cargo ship"),
      ("On Monday 870 children were given doses of a vaccine.", "other 2020-05-04: recipient children"),
      ("The police said that 42 soldiers were under arrest.", "arrest ?: victim soldiers"),
      ("Rebels and soldiers fought; on Monday the rebels seized the studios of Radio Osten.", "attack 2020-05-04"),
    ])
  func gatherings(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("whoever charges somebody with an offence has not committed it, and whoever counts the hurt is not hurt")
  func accusers() throws {
    let charged = try Reading.events("Jon Karr was charged with negligent homicide by the public prosecutor on Monday.")
    #expect(charged.count == 1 && charged[0].hasPrefix("charge"), "\(charged)")
    let counted = try Reading.events("A train derailed near Osten on Monday. The operator, Velta Rail, counts 67 injured.")
    #expect(counted.count == 1 && counted[0].hasPrefix("accident"), "\(counted)")
    try Reading.expectEvent("The army accused Jon Karr of having killed Ann Lee.", "killing ?: agent Jon Karr, victim Ann Lee")
    try Reading.expectEvent("Kolar Group was fined by the regulator for bribing Ann Lee.", "payment ?: agent Kolar Group")
  }

  @Test("who refuses to speak refuses nothing")
  func silence() throws {
    #expect(try !Reading.events("Ann Lee refused to comment on the matter.").contains { $0.hasPrefix("rejection") })
  }

  @Test(
    "prizes, scores, shows and papers",
    arguments: [
      ("Ann Lee won the Kolar Prize on Monday.", "other 2020-05-04: agent Ann Lee"),
      ("The museum returned a horn to Ann Lee last year.", "other 2019-01-01: agent museum, recipient Ann Lee"),
      ("The Daily Kolar retracted the article on Monday.", "other 2020-05-04: agent Daily Kolar"),
      (
        "Its report, released in March, names Ann Lee. Kolar Group's report was released in April.",
        "publication 2020-04-01: agent"
      ),
    ])
  func shows(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "verbs that the tagger takes for participles, adverbs or conjunctions",
    arguments: [
      ("Postal workers voted by a large majority to stop.", "vote ?: agent"),
      ("Staff protested in an open letter on Monday.", "protest 2020-05-04: agent staff"),
      ("The board has since replaced its director, Ann Lee.", "departure ?: agent board, target Ann Lee"),
    ])
  func hiddenVerbs(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "days of what is fixed, put off and undertaken are to come, and a speaker's act just done is of the day of the saying",
    arguments: [
      ("The king called an election for July 5.", "election 2020-07-05: agent king"),
      ("The court has annulled the vote of Osten and set a new vote for July 5.", "vote 2020-07-05: agent court"),
      ("Parents plan to march on May 23.", "protest 2020-05-23: agent parents"),
      ("Ann Lee said on Sunday after signing a pact with Jon Karr that it was good.", "agreement 2020-05-03: agent Ann Lee"),
    ])
  func days(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("the noun of an idiom is no second happening")
  func idioms() throws {
    #expect(try Reading.events("Jon Karr changed his plea in March.").count == 1)
  }
}
