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
      ("Acme Group was founded by Ann Lee.", "Ann Lee FOUNDED Acme Group"),
    ])
  func relations(text: String, expected: String) throws {
    #expect(try Reading(text).relations.contains(expected))
  }
}
