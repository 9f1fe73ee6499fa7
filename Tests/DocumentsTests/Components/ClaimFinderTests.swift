import Testing

@testable import Documents

@Suite struct ClaimFinderTests {
  @Test(
    "who says that something did not happen denies it; what merely is not so is an assertion",
    arguments: [
      ("Ann Lee says she never received the letter.", "states denied by Ann Lee"),
      ("Ann Lee said that nobody had asked her.", "states denied by Ann Lee"),
      ("Ann Lee suggested that there had never been any envelopes.", "states denied by Ann Lee"),
      ("Ann Lee said that it was not luck.", "states reported by Ann Lee"),
      ("Ann Lee said that the count could not be trusted.", "states reported by Ann Lee"),
      ("Ann Lee said she had nothing to hide.", "states reported by Ann Lee"),
      ("Ann Lee said she had no doubt that the port would fail.", "states reported by Ann Lee"),
      ("Ann Lee has no doubt that the port will fail.", "states reported by Ann Lee"),
      ("Ann Lee doubts that the port will fail.", "states rumoured by Ann Lee"),
    ])
  func negative(text: String, expected: String) throws {
    #expect(try Reading(text, date: "2020-05-06").claims == [expected])
  }

  @Test("what the text asserts of somebody in its own voice is a claim without a speaker; a question is none")
  func ownVoice() throws {
    #expect(try Reading("Jon Karr walked to the station with Ann Lee.").claims == ["states confirmed by -"])
    #expect(try Reading("Did Jon Karr walk to the station?").claims.isEmpty)
  }

  @Test("an accusation and a rumour without a happening are claims that nobody stands behind")
  func rumoured() throws {
    #expect(try Reading("Jon Karr is accused of having forged invoices.").claims == ["states rumoured by -"])
  }

  @Test("a claim about a happening is about who takes part in it")
  func participants() throws {
    let annotations = try Reading("The army said its troops had killed Jon Karr.").annotations
    let karr = annotations.entities.firstIndex { $0.name == "Jon Karr" }
    #expect(annotations.claims[0].subjects.contains(.entity(try #require(karr))))
  }

  @Test("a claim about a happening is not about who takes part in the one told before it")
  func otherParticipants() throws {
    let annotations = try Reading(
      "Soldiers killed Jon Karr in May 2015. The Red Hand claimed responsibility for the attack on a mill in Orton in 2019."
    ).annotations
    let karr = try #require(annotations.entities.firstIndex { $0.name == "Jon Karr" })
    let claim = try #require(annotations.claims.first { $0.predicate == "responsible" })
    #expect(!claim.subjects.contains(.entity(karr)))
  }

  @Test("presence that is denied, and none of a kind, are denials; what is between commas only says who speaks")
  func presence() throws {
    #expect(try Reading("“Our fitters were not in the building,” Ann Lee wrote.").claims.contains("states denied by Ann Lee"))
    let none = try Reading("Not one mask, Ann Lee insisted, had left the factory.").claims
    #expect(none.contains { $0.hasSuffix("denied by Ann Lee") }, "\(none)")
    let talk = try Reading("There was talk on the quay, Ann Lee said, that the fuse was gone.").claims
    #expect(talk.contains { $0.hasSuffix("rumoured by Ann Lee") }, "\(talk)")
    #expect(try Reading("“It was not a crime,” Ann Lee wrote.").claims.contains("states reported by Ann Lee"))
  }

  @Test("who calls a rumour nonsense denies what it tells")
  func nonsense() throws {
    let claims = try Reading("Rumours that Jon Karr would resign were “nonsense”, Ann Lee said.").claims
    #expect(claims.contains { $0.hasSuffix("denied by Ann Lee") }, "\(claims)")
    #expect(claims.allSatisfy { $0.hasSuffix("denied by Ann Lee") || $0.hasSuffix("rumoured by -") }, "\(claims)")
  }

  @Test("what the text tells itself before somebody's report is a claim")
  func toldBefore() throws {
    let claims = try Reading("Jon Karr was the richest man in Riga, but his sister said he was poor.").claims
    #expect(claims.contains("states confirmed by -"), "\(claims)")
  }

  @Test("what a relative clause alleges ends with it")
  func relative() throws {
    let claims = try Reading("Jon Karr, who is alleged to have faked the tests, resigned on Monday.").claims
    #expect(claims.contains("occurred confirmed by -"), "\(claims)")
  }

  @Test(
    "what somebody says was never so is denied",
    arguments: [
      "Ann Lee insists she never received such a letter.", "Our men were nowhere near the village, Ann Lee said.",
      "“Not a word of it is true,” Ann Lee said.",
    ])
  func neverSo(text: String) throws {
    #expect(try Reading(text).claims.contains("states denied by Ann Lee"))
  }

  @Test("what rumours say nobody stands behind")
  func rumours() throws {
    let reading = try Reading("According to rumours in Osten Jon Karr has offered to testify.")
    #expect(reading.claims == ["states rumoured by -"])
  }

  @Test(
    "what somebody has never done or is not doing is denied, whatever the verb's form and its place",
    arguments: [
      "“There has never been any contact with the smugglers,” Ann Lee said.",
      "Ann Lee said the orchard firm had never sprayed the fields or been warned about the chemical.",
      "“We are not selling the museum,” Ann Lee told reporters.",
      "Visitors said there had been two fires in March. Ann Lee said there had been none.",
      "“Our pilots do not own, and have never flown, that aircraft,” Ann Lee wrote.",
      "Ann Lee said she had “never met, phoned or written to” the broker.",
      "The clubs were to play again on Friday. Ann Lee said the replay would not take place.",
    ])
  func neverDone(text: String) throws {
    let claims = try Reading(text).claims.filter { $0.hasSuffix("by Ann Lee") }
    #expect(!claims.isEmpty && claims.allSatisfy { $0.hasSuffix("denied by Ann Lee") }, "\(claims)")
  }

  @Test("who is in no talks and behind no leaflets denies it")
  func noDealings() throws {
    let claims = try Reading("Tarrant Foods said it was not in negotiations with the bank.").claims
    #expect(claims.contains("states denied by Tarrant Foods"), "\(claims)")
    #expect(
      try Reading("Leaflets appeared on Sunday. Tarrant Foods said it was not behind the leaflets.").claims.contains {
        $0.hasSuffix("denied by Tarrant Foods")
      })
  }

  @Test(
    "what is wanting, what others still wait for, a maxim and a concession deny nothing",
    arguments: [
      "“There is no petrol in this town,” Ann Lee said.",
      "Ann Lee said the cleaners had not been paid since April.",
      "Ann Lee said the family had not heard from the diver since Friday.",
      "“You do not bargain with a flood,” Ann Lee said.",
      "“An oak does not fall by itself,” Ann Lee said.",
      "“We do not discuss the health of our guests,” Ann Lee said.",
      "Ann Lee conceded that she had not seen the ball.",
    ])
  func nothingDenied(text: String) throws {
    let claims = try Reading(text).claims.filter { $0.hasSuffix("by Ann Lee") }
    #expect(!claims.isEmpty && !claims.contains { $0.contains("denied") }, "\(claims)")
  }
}
