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
    ])
  func relations(text: String, expected: String) throws {
    #expect(try Reading(text).relations.contains(expected))
  }

  @Test("a share that is owned is kept")
  func share() throws {
    let relation = try Reading("Acme Group holds 34 percent of Orbex Systems.").annotations.relations.first { $0.type == "OWNS" }
    #expect(relation?.share == 34)
  }
}
