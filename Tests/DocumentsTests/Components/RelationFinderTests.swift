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
      "Ann Lee wants to buy Orbex Systems.", "Ann Lee is not married to Tom Roe.",
    ])
  func unreal(text: String) throws {
    #expect(try Reading(text).relations.isEmpty)
  }

  @Test(
    "offices and holdings are told by other means than a verb of their own",
    arguments: [
      ("Acme Group’s sole director is Ann Lee.", "Ann Lee LEADS Acme Group"),
      ("He wrote to the Harbour Union, headed by Ann Lee.", "Ann Lee LEADS Harbour Union"),
      ("Ann Lee, professor of pathology at the University of Oslo, spoke.", "Ann Lee WORKS_FOR University of Oslo"),
      ("Acme Group owns 60 percent of Orbex Group; the rest belongs to Ann Lee.", "Ann Lee OWNS Orbex Group"),
      ("Acme Group is a front for Ann Lee.", "Ann Lee OWNS Acme Group"),
      ("Two inspectors of the Harbour Union came.", "inspectors of the Harbour Union WORKS_FOR Harbour Union"),
    ])
  func otherMeans(text: String, expected: String) throws {
    let found = try Reading(text).relations
    #expect(found.contains(expected), "\(found)")
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
}
