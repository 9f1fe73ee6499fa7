import Testing

@testable import Documents

@Suite struct AnsweredReportTests {
  @Test(
    "who denies what somebody says, in one sentence, contradicts it, whoever says it",
    arguments: [
      (
        "The union rejected an accusation by the ministry that its members had burned the ballots.",
        "ministry against union: denial"
      ),
      ("The club dismissed claims that the striker had been sold.", "- against club: denial"),
      ("Rumours that Jon Karr had drowned are untrue, the county said.", "- against county: denial"),
      ("Reports that the dam had burst are untrue, the county said.", "- against county: denial"),
      ("Ann Lee called suggestions that her office had leaked the list “grotesque”.", "- against Ann Lee: denial"),
      ("The firm denied the union’s claim that it had buried the drums.", "union against firm: denial"),
      ("Ann Lee denied allegations that dogs had been beaten.", "- against Ann Lee: denial"),
    ])
  func answered(text: String, expected: String) throws {
    #expect(try Reading(text).contradictions == [expected])
  }

  @Test(
    "who will not speak of a report, or welcomes it, does not contradict it",
    arguments: [
      "A spokesman declined to comment on reports that a second ferry had been seized.",
      "Ann Lee welcomed a report that the bridge is safe.",
    ])
  func unanswered(text: String) throws {
    #expect(try Reading(text).contradictions.isEmpty)
  }

  @Test("a report that is denied is a claim of its own, without the words that deny it")
  func passage() throws {
    let reading = try Reading("Rumours that Jon Karr had drowned are untrue, the county said.")
    let report = try #require(reading.annotations.claims.first { $0.certainty == .rumoured })
    #expect(reading.text(report.passage) == "Rumours that Jon Karr had drowned")
  }
}
