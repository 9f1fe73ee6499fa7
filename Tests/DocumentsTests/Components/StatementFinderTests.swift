import Testing

@testable import Documents

@Suite struct StatementFinderTests {
  private func statements(_ text: String) throws -> [String] {
    let annotations = try Reading(text, date: "2020-05-06").annotations
    return annotations.statements.map { one in
      "\(one.speaker.map { annotations.entities[$0].name } ?? "-") \(one.certainty): \(annotations.text(of: one.content))"
    }
  }

  @Test(
    "who says it, and how sure",
    arguments: [
      ("Ann Lee said the bridge had fallen.", "Ann Lee reported: the bridge had fallen"),
      ("The bridge had fallen, officials said.", "officials reported: The bridge had fallen"),
      ("The bridge fell, according to Ann Lee.", "Ann Lee reported: The bridge fell"),
      ("Ann Lee denied that the bridge had fallen.", "Ann Lee denied: that the bridge had fallen"),
      ("Officials could not confirm that Jon Karr was dead.", "officials rumoured: that Jon Karr was dead"),
      ("Jon Karr was rumoured to have fled.", "- rumoured: was rumoured to have fled"),
      ("Ann Lee believes the deal will hold.", "Ann Lee probable: the deal will hold"),
      ("“We won,” said Ann Lee, the mayor.", "Ann Lee reported: “We won,”"),
      ("There were unconfirmed reports that Jon Karr had died.", "- rumoured: Jon Karr had died"),
      ("The firm had agreed to it, the two banks confirmed on Monday.", "banks reported: The firm had agreed to it"),
      ("A villager reached by telephone said shells had hit a school.", "villager reported: shells had hit a school"),
      (
        "Jon Karr is suspected of having fled, two people said, but he denied it.", "people rumoured: is suspected of having fled"
      ),
      ("Ann Lee said that Jon Karr had fled, a day after the paper had named him.", "Ann Lee reported: Jon Karr had fled"),
      ("Ann Lee said it was probably over.", "Ann Lee probable: it was probably over"),
    ])
  func speakers(text: String, expected: String) throws {
    #expect(try statements(text).contains(expected))
  }

  @Test("a quotation over several sentences has one speaker, and its we is the speaker")
  func longQuotation() throws {
    let text = "“We were there,” said Ann Lee. “We saw it. Nobody helped.”"
    let found = try statements(text)
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.hasPrefix("Ann Lee reported") })
    #expect(try Reading(text).annotations.entities.first { $0.name == "Ann Lee" }?.mentions.count == 3)
  }

  @Test(
    "between the verb of saying and what is said may stand whom it was told and the day",
    arguments: [
      ("Ann Lee said on June 5, 2024 that at least 12 soldiers were killed in an attack on Riga.", "Ann Lee"),
      ("A minister told reporters on Tuesday that more than 40 people had died in the blast in Oslo.", "minister"),
      ("Police said late on 3 May that about 20 fighters were killed near Gao.", "police"),
    ])
  func farContent(text: String, speaker: String) throws {
    let annotations = try Reading(text, date: "2024-06-06").annotations
    #expect(!annotations.claims.isEmpty)
    for claim in annotations.claims {
      #expect(claim.speaker.map { annotations.entities[$0].name } == speaker)
    }
  }

  @Test("two reports in one sentence are parted at the conjunction")
  func twoSpeakers() throws {
    let found = try statements("The army said five men had died, but Ann Lee said nobody had been hurt.")
    #expect(found == ["army reported: five men had died,", "Ann Lee reported: nobody had been hurt"])
  }
}
