import Testing

@testable import Documents

/// Who does what, as the trees and the positions say: `verb: subjects > objects`.
@Suite struct ClauseFinderTests {
  private func clauses(_ text: String) throws -> [String] {
    let annotations = try Reading(text).annotations
    func words(_ phrases: [Int]) -> String {
      phrases.map { annotations.text(of: annotations.phrases[$0].tokens) }.joined(separator: " + ")
    }
    return annotations.clauses.map {
      "\($0.lemma)\($0.isPassive ? " passive" : ""): \(words($0.subjects)) > \(words($0.objects))"
    }
  }

  @Test(
    "a clause has the subject and the object that its words leave no doubt about",
    arguments: [
      ("Gunmen killed Jon Karr on Monday.", "kill: Gunmen > Jon Karr"),
      ("Jon Karr was killed by gunmen.", "kill passive: Jon Karr > "),
      ("Police, who had waited for weeks, arrested Jon Karr.", "arrest: Police > Jon Karr"),
      ("Ann Lee, the mayor of Osten, said the town had voted.", "say: Ann Lee > "),
      ("“We won,” said Ann Lee, the mayor.", "say: Ann Lee > "),
      ("Gunmen stormed a camp at Osten, a market town, and killed 12 soldiers.", "kill: Gunmen > 12 soldiers"),
      ("There were skirmishes that officials say killed 93 people.", "kill: skirmishes > 93 people"),
      ("The collapse of the hall, which killed 19 people, shocked the town.", "kill: The collapse > 19 people"),
      ("The minister ordered two battalions to move north.", "move: two battalions > north"),
      ("There was one meeting in March.", "be:  > one meeting"),
    ])
  func roles(text: String, expected: String) throws {
    #expect(try clauses(text).contains(expected))
  }

  @Test("a date right behind a verb is that verb's, though the parser hang it elsewhere")
  func dates() throws {
    let annotations = try Reading("The army said on Tuesday that gunmen stormed a camp on Monday.", date: "2020-05-06")
      .annotations
    let days = annotations.clauses.map { clause in
      clause.lemma + " "
        + clause.adjuncts.map { annotations.text(of: annotations.phrases[$0.phrase].tokens) }.joined(separator: " ")
    }
    #expect(days.contains("say Tuesday"))
    #expect(days.contains("storm Monday"))
  }
}
