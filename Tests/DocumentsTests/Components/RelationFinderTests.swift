import Testing

@testable import Documents

@Suite struct RelationFinderTests {
  @Test(
    "appositions, titles, possessors and verbs say who belongs where",
    arguments: [
      ("Ann Lee, a spokeswoman for the Norvian army, left.", "Ann Lee WORKS_FOR Norvian army"),
      ("Ann Lee, leader of the Freedom Front, left.", "Ann Lee LEADS Freedom Front"),
      ("Acme Group’s chief executive, Ann Lee, left.", "Ann Lee LEADS Acme Group"),
      ("The United Nations envoy, Ann Lee, left.", "Ann Lee WORKS_FOR United Nations"),
      ("Ann Lee, who heads the Freedom Front, left.", "Ann Lee LEADS Freedom Front"),
      ("Jon Karr and his brother-in-law, Tom Roe, left.", "Tom Roe RELATIVE_OF Jon Karr"),
      ("The Black Brigade, a faction that broke away from the Freedom Front, left.", "Black Brigade SPLIT_FROM Freedom Front"),
      ("Acme Group, which is based in Leeds, grew.", "Acme Group BASED_IN Leeds"),
      ("Troops stood in Gao, Mali.", "Gao LOCATED_IN Mali"),
      ("Ann Lee stayed. Her nephew Tom Roe left.", "Tom Roe RELATIVE_OF Ann Lee"),
      ("Ann Lee, who joined the Freedom Front in 2005, left.", "Ann Lee MEMBER_OF Freedom Front"),
      ("Orbex Systems belongs to Ann Lee.", "Ann Lee OWNS Orbex Systems"),
      ("Varzan Energy is owned by Ann Lee and by Acme Group.", "Acme Group OWNS Varzan Energy"),
      ("Ann Lee left. Her spokesman, Tom Roe, stayed.", "Tom Roe WORKS_FOR Ann Lee"),
      ("TARSA, Norvia — Ann Lee left.", "Tarsa LOCATED_IN Norvia"),
      ("Prime Minister Ann Lee of Norway left.", "Ann Lee LEADS Norway"),
      ("Acme Group was founded by Ann Lee.", "Ann Lee FOUNDED Acme Group"),
      ("Ann Lee and Tom Roe founded Orbex Systems.", "Tom Roe FOUNDED Orbex Systems"),
      ("Ann Lee, who set up Orbex Systems in 1999, left.", "Ann Lee FOUNDED Orbex Systems"),
      ("Ann Lee is married to Tom Roe, a judge.", "Ann Lee RELATIVE_OF Tom Roe"),
      ("The Freedom Front is allied with the Farmers' League.", "Freedom Front ALLIED_WITH Farmers' League"),
      ("The Freedom Front is opposed to the Farmers' League.", "Freedom Front OPPOSES Farmers' League"),
      ("Ann Lee, who is a citizen of Norway, left.", "Ann Lee CITIZEN_OF Norway"),
      ("Ann Lee, a Norwegian businesswoman, left.", "Ann Lee CITIZEN_OF Norway"),
      ("Orbex Systems, a Norwegian company, grew.", "Orbex Systems BASED_IN Norway"),
      ("The Dublin-based charity Harvest Aid said it had left.", "Harvest Aid BASED_IN Dublin"),
      ("Orbex Systems is registered in Leeds.", "Orbex Systems BASED_IN Leeds"),
      ("Orbex Systems suspended Ann Lee on Monday.", "Ann Lee WORKS_FOR Orbex Systems"),
      ("Ann Lee was dismissed by Orbex Systems.", "Ann Lee WORKS_FOR Orbex Systems"),
      ("Ann Lee, once the transport manager at Orbex Systems, left.", "Ann Lee LEADS Orbex Systems"),
      ("Ann Lee, who was then the treasurer of Orbex Systems, left.", "Ann Lee WORKS_FOR Orbex Systems"),
      ("Ann Lee was elected mayor of Leeds.", "Ann Lee LEADS Leeds"),
      ("Ann Lee stepped down as chairwoman of Orbex Systems.", "Ann Lee LEADS Orbex Systems"),
      ("Ann Lee, counsel for the Brandt family, left.", "Ann Lee REPRESENTS Brandt family"),
      ("Ann Lee and Tom Roe, partners at the firm Orbex Systems, left.", "Ann Lee WORKS_FOR Orbex Systems"),
      ("Ann Lee, Tom Roe and Jon Karr died. All three were employed by Orbex Systems.", "Ann Lee WORKS_FOR Orbex Systems"),
      ("Tom Roe denies theft. Ann Lee, defending, said he was ill.", "Ann Lee REPRESENTS Tom Roe"),
      ("Orbex Systems opened an inquiry, a spokesman confirmed.", "spokesman WORKS_FOR Orbex Systems"),
      ("The tanker Ocean Pride is owned by Orbex Systems.", "Orbex Systems OWNS Ocean Pride"),
      ("Orbex Systems, a firm owned by Ann Lee, grew.", "Ann Lee OWNS Orbex Systems"),
      ("Orbex Systems Ltd. (OSL), a subsidiary of the Corvane Group, grew.", "Orbex Systems Ltd. PART_OF Corvane Group"),
      ("Ann Lee of the Unity Party won.", "Ann Lee MEMBER_OF Unity Party"),
      ("The plane landed at Ndoro, in the highlands of Kasanga.", "Ndoro LOCATED_IN Kasanga"),
      ("Orbex Systems’s sole shareholder is Ann Lee.", "Ann Lee OWNS Orbex Systems"),
      ("Ann Lee, a nurse at St. Brendan's Hospital, left.", "Ann Lee WORKS_FOR St. Brendan's Hospital"),
    ])
  func relations(text: String, expected: String) throws {
    #expect(try Reading(text).relations.contains(expected))
  }

  @Test(
    "offices are told by nouns, verbs, participles, idioms and lists",
    arguments: [
      ("Ann Lee, acting head of the Coast Patrol, left.", "Ann Lee LEADS Coast Patrol"),
      ("Ann Lee took over as chief executive of Orbex Systems in May.", "Ann Lee LEADS Orbex Systems"),
      ("Ann Lee was for nine years the chairwoman of Orbex Systems.", "Ann Lee LEADS Orbex Systems"),
      ("Ann Lee succeeded Tom Roe as director of the Coast Patrol.", "Tom Roe LEADS Coast Patrol"),
      ("Ann Lee, a teacher and chair of the Civic Union, left.", "Ann Lee LEADS Civic Union"),
      ("Ann Lee, president and founder of the Civic Union, left.", "Ann Lee LEADS Civic Union"),
      ("The Third Brigade is under the command of Colonel Tom Roe.", "Tom Roe LEADS Third Brigade"),
      ("Tom Roe has been at the helm of Orbex Systems since 2015.", "Tom Roe LEADS Orbex Systems"),
      ("The Strike Group, a unit of the national police commanded by Major Tom Roe, left.", "Tom Roe LEADS Strike Group"),
      ("Tom Roe has been in the pay of Orbex Systems for years.", "Tom Roe WORKS_FOR Orbex Systems"),
      ("Ann Lee, professor of pathology at the University of Leam, left.", "Ann Lee WORKS_FOR University of Leam"),
      ("Ann Lee, the chaplain of Dunmore prison, left.", "Ann Lee WORKS_FOR Dunmore prison"),
      ("Inspectors from the Ministry of Health came.", "inspectors from the Ministry of Health WORKS_FOR Ministry of Health"),
      ("Ann Lee joined Orbex Systems as treasurer in 2011.", "Ann Lee WORKS_FOR Orbex Systems"),
      ("Ann Lee, who led the inquiry for the Justice Ministry, left.", "Ann Lee WORKS_FOR Justice Ministry"),
      ("Ann Lee, for the Civic Union, said the vote was lost.", "Ann Lee MEMBER_OF Civic Union"),
      ("Ann Lee (Green Alliance) objected to the plan.", "Ann Lee MEMBER_OF Green Alliance"),
      (
        "The Planning Committee met.\n\nPresent: Ms Ann Lee (Chair), Mr Tom Roe.\n\nIt was late.",
        "Tom Roe MEMBER_OF Planning Committee"
      ),
    ])
  func offices(text: String, expected: String) throws {
    try Reading.expectRelation(text, expected)
  }

  @Test(
    "who owns what is told by verbs, nominees, vehicles, stakes and ellipsis",
    arguments: [
      ("Orbex Systems controls Varzan Energy.", "Orbex Systems OWNS Varzan Energy"),
      ("All the shares in Varzan Energy are held by Larch Nominees on behalf of Tom Roe.", "Tom Roe OWNS Varzan Energy"),
      ("The shares of Varzan Energy were registered in the name of Larch Nominees.", "Larch Nominees OWNS Varzan Energy"),
      ("Tom Roe controls Varzan Energy through Larch Nominees.", "Tom Roe OWNS Larch Nominees"),
      ("Larch Nominees is a front for Tom Roe.", "Tom Roe OWNS Larch Nominees"),
      (
        "The stake of the bank fell. Orbex’s stake in Varzan Energy grew, Orbex Systems said.", "Orbex Systems OWNS Varzan Energy"
      ),
      ("Acme Group holds 40 per cent of Varzan Energy, Orbex Systems 35 and Mr Tom Roe 25.", "Tom Roe OWNS Varzan Energy"),
      ("Varzan Energy belongs, 70 per cent of it, to the Corvane Group.", "Corvane Group OWNS Varzan Energy"),
      ("Acme Group is the largest shareholder in Varzan Energy.", "Acme Group OWNS Varzan Energy"),
      ("Varzan Energy is majority-owned by the Corvane Group.", "Corvane Group OWNS Varzan Energy"),
      ("Varzan Energy’s parent company, the Corvane Group, grew.", "Corvane Group OWNS Varzan Energy"),
      ("Varzan Energy, a subsidiary of the Corvane Group, grew.", "Corvane Group OWNS Varzan Energy"),
      ("Orbex Systems’s tanker Ocean Pride sank.", "Orbex Systems OWNS Ocean Pride"),
    ])
  func ownership(text: String, expected: String) throws {
    try Reading.expectRelation(text, expected)
  }

  @Test(
    "goods that go from one to the other make a supplier",
    arguments: [
      ("Acme Group bought 200 pumps from Orbex Systems.", "Orbex Systems SUPPLIES Acme Group"),
      ("Orbex Systems sold 200 pumps to Acme Group.", "Orbex Systems SUPPLIES Acme Group"),
      ("The pumps were delivered to Acme Group by Orbex Systems.", "Orbex Systems SUPPLIES Acme Group"),
      ("Orbex Systems provided Acme Group with pumps.", "Orbex Systems SUPPLIES Acme Group"),
      ("Orbex Systems, a supplier of Acme Group, grew.", "Orbex Systems SUPPLIES Acme Group"),
    ])
  func supplies(text: String, expected: String) throws {
    try Reading.expectRelation(text, expected)
  }

  @Test(
    "shares, houses and papers that change hands make none",
    arguments: [
      "Orbex Systems sold its shares to Acme Group.", "Orbex Systems sold a house to Acme Group.",
      "Orbex Systems delivered the documents to Acme Group.",
    ])
  func noSupplies(text: String) throws {
    #expect(try Reading(text).relations.allSatisfy { !$0.contains("SUPPLIES") })
  }

  @Test(
    "seats, parts, kin, clients and passports are told beside names",
    arguments: [
      ("Acme Group has its headquarters in Averby.", "Acme Group BASED_IN Averby"),
      ("The headquarters of Acme Group are in Averby.", "Acme Group BASED_IN Averby"),
      ("The Norvegate Group of Averby grew. It lies in Averby.", "Norvegate Group BASED_IN Averby"),
      ("Acme Group, of Norway, grew.", "Acme Group BASED_IN Norway"),
      ("Ann Lee spoke in Lassa. The Lassa prison is full.", "Lassa prison LOCATED_IN Lassa"),
      ("The Serious Crime Branch of the Leam Police left.", "Serious Crime Branch PART_OF Leam Police"),
      ("The Leam Police’s Serious Crime Branch left.", "Serious Crime Branch PART_OF Leam Police"),
      ("The Strike Group, a unit of the national police, left.", "Strike Group PART_OF national police"),
      ("The Red Scarves, a splinter group of the Hill Army, fled.", "Red Scarves SPLIT_FROM Hill Army"),
      ("The Red Scarves, who are fighting the Hill Army, fled.", "Red Scarves OPPOSES Hill Army"),
      ("Tom Roe, a great-nephew of Ann Lee, left.", "Tom Roe RELATIVE_OF Ann Lee"),
      ("Ann Lee, whose stepson Tom Roe drinks, left.", "Tom Roe RELATIVE_OF Ann Lee"),
      ("Ann Lee, a trustee and a granddaughter of Tom Roe, left.", "Ann Lee RELATIVE_OF Tom Roe"),
      ("Ann Lee, who speaks for the Brandt family, left.", "Ann Lee REPRESENTS Brandt family"),
      ("Tom Roe, who holds a Maltese passport, left.", "Tom Roe CITIZEN_OF Malta"),
      ("Ann Lee and her two sons, Tom and Jon, left.", "Jon RELATIVE_OF Ann Lee"),
      ("Ann Lee, 34, from Leeds, left.", "Ann Lee LOCATED_IN Leeds"),
      ("Ann Lee quit the Unity Party in May.", "Ann Lee MEMBER_OF Unity Party"),
      ("Tom Roe, a Greek shipowner, left.", "Tom Roe CITIZEN_OF Greece"),
    ])
  func others(text: String, expected: String) throws {
    try Reading.expectRelation(text, expected)
  }

  @Test(
    "a share that is owned is kept",
    arguments: [
      "Acme Group holds 34 percent of Orbex Systems.", "Acme Group owns 34 per cent of Orbex Systems.",
      "Acme Group has a 34 per cent stake in Orbex Systems.", "34 per cent of Orbex Systems is held by Acme Group.",
    ])
  func share(text: String) throws {
    let relation = try Reading(text).annotations.relations.first { $0.type == "OWNS" }
    #expect(relation?.share == 34)
  }

  @Test(
    "what is denied, planned or possible relates nobody",
    arguments: [
      "Ann Lee does not own Orbex Systems.", "Ann Lee will buy Orbex Systems.", "Ann Lee may buy Orbex Systems.",
      "If Ann Lee led Orbex Systems, it would grow.", "And who owns Orbex Systems?",
      "Ann Lee wants to buy Orbex Systems.", "Ann Lee is not married to Tom Roe.",
    ])
  func unreal(text: String) throws {
    #expect(try Reading(text).relations.isEmpty)
  }

  @Test("what a speaker tells of two is his to answer for")
  func told() throws {
    let reading = try Reading("Ann Lee denied that she owned Orbex Systems.")
    let relation = try #require(reading.annotations.relations.first { $0.type == "OWNS" })
    #expect(relation.certainty == .denied)
    #expect(relation.statement.flatMap { reading.annotations.statements[$0].speaker } == relation.source)
  }

  @Test("a trade before whose name a country stands is no office of the country")
  func trades() throws {
    let found = try Reading("A Portuguese engineer, Ann Lee, left.").relations
    #expect(found == ["Ann Lee CITIZEN_OF Portugal"])
  }

  @Test(
    "offices and holdings are told by other means than a verb of their own",
    arguments: [
      ("Acme Group’s sole director is Ann Lee.", "Ann Lee LEADS Acme Group"),
      ("Ann Lee, professor of pathology at the University of Oslo, spoke.", "Ann Lee WORKS_FOR University of Oslo"),
      ("Acme Group owns 60 percent of Orbex Group; the rest belongs to Ann Lee.", "Ann Lee OWNS Orbex Group"),
      ("Acme Group is a front for Ann Lee.", "Ann Lee OWNS Acme Group"),
      ("Two inspectors of the Harbour Union came.", "inspectors of the Harbour Union WORKS_FOR Harbour Union"),
    ])
  func otherMeans(text: String, expected: String) throws {
    try Reading.expectRelation(text, expected)
  }

  @Test("an office without an owner is of the company that the text is about")
  func impliedOwner() throws {
    let reading = try Reading(
      """
      Tolland Stone Holdings closed a quarry. Tolland Stone Holdings owes its banks a million. Ann Lee, the chairwoman, left. \
      Tolland Stone Holdings said nothing.
      """)
    #expect(reading.relations.contains("Ann Lee LEADS Tolland Stone Holdings"))
  }

  @Test(
    "a career is told by what one served as and where one spent years",
    arguments: [
      ("Ann Lee served as principal of Elm High School.", "Ann Lee LEADS Elm High School"),
      ("Ann Lee worked as an engineer at Orvane Systems.", "Ann Lee WORKS_FOR Orvane Systems"),
      ("Ann Lee spent six years at Orvane Systems.", "Ann Lee WORKS_FOR Orvane Systems"),
    ])
  func careers(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }

  @Test("a day at a company is no career there")
  func visits() throws {
    #expect(try Reading("Ann Lee spent Monday at Orvane Systems.").relations.isEmpty)
  }

  @Test(
    "relative clauses, successions and nouns for bodies say whose an office is",
    arguments: [
      ("Ann Lee left Elm High School, where she was deputy principal.", "Ann Lee LEADS Elm High School"),
      ("Jon Karr, president of Acme Group, left. Ann Lee was appointed to succeed Karr.", "Ann Lee LEADS Acme Group"),
      ("The School Board met. School board President Ann Lee left.", "Ann Lee LEADS School Board"),
      ("Green Party lawmaker Ann Lee left.", "Ann Lee MEMBER_OF Green Party"),
      ("Acme Group published nothing; an official there said so.", "official WORKS_FOR Acme Group"),
    ])
  func leaning(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }

  @Test(
    "participles and relative clauses say who owns what",
    arguments: [
      ("Acme Group, owned since 2017 by Kolar Bank, builds ships.", "Kolar Bank OWNS Acme Group"),
      ("Ann Lee works for Orbex Ltd, a firm in which Acme Group has held a 30% stake since 2021.", "Acme Group OWNS Orbex Ltd"),
      ("Acme Group sold its shares in Orbex Ltd to Kolar Bank.", "Kolar Bank OWNS Orbex Ltd"),
      ("Corvane Holdings is a company whose only asset is the yacht Halcyon Tide.", "Corvane Holdings OWNS Halcyon Tide"),
    ])
  func owners(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }

  @Test(
    "naming, boards, former employers and homes",
    arguments: [
      ("Acme Group named Ann Lee chief executive.", "Ann Lee LEADS Acme Group"),
      ("Ann Lee heads Acme Group’s shipping division.", "Ann Lee WORKS_FOR Acme Group"),
      ("Ann Lee is on the board of Acme Group.", "Ann Lee MEMBER_OF Acme Group"),
      ("Ann Lee left Acme Group in March.", "Ann Lee WORKS_FOR Acme Group"),
      ("Ann Lee joined the hospital from the Saint Luke Clinic.", "Ann Lee WORKS_FOR Saint Luke Clinic"),
      ("Ann Lee, 41, of Ghent, left.", "Ann Lee LOCATED_IN Ghent"),
      ("Ann Lee was born in Oslo and lives in Ghent.", "Ann Lee LOCATED_IN Ghent"),
    ])
  func belonging(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }

  @Test("a court’s spokesman speaks for no union that is near")
  func otherBodies() throws {
    let relations = try Reading("The Harbour Union called a strike. A court spokesman declined to comment.").relations
    #expect(!relations.contains { $0.contains("spokesman WORKS_FOR Harbour Union") }, "\(relations)")
  }
}
