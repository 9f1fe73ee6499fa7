import Testing

@testable import Documents

@Suite struct EventNounTests {
  @Test(
    "a strike is work left off, unless arms or an aim say otherwise",
    arguments: [
      ("The teachers called a strike on Monday.", "protest 2020-05-04"),
      ("A drone strike killed Jon Karr on Monday.", "attack 2020-05-04: victim Jon Karr"),
    ])
  func strikes(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("a toll is the number of those whom a happening has killed")
  func tolls() throws {
    let reading = try Reading("The death toll from the floods in Kerala rose to 61 on Sunday.", date: "2020-05-06")
    let event = try #require(reading.annotations.events.first)
    #expect(event.type == "accident")
    #expect(event.counts.first?.quantity.value == 61)
    #expect(try Reading("The toll for the bridge rose to 61 euros.").annotations.events.isEmpty)
  }

  @Test(
    "participles behind a noun say who does it and when",
    arguments: [
      (
        "An audit ordered by Acme Group and released in March by Hart & Dunn found nothing.",
        "investigation 2020-03-01: agent Acme Group, agent Hart & Dunn"
      ),
      ("In an interview with detectives in March Ann Lee said nothing.", "questioning 2020-03-01: agent detectives"),
    ])
  func participles(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("a mountain that an avalanche falls on is its place, and whose camp is shelled is a target")
  func placesAndTargets() throws {
    #expect(
      !(try Reading.events("Three climbers were killed in an avalanche on Mont Blanc on Monday.")).contains {
        $0.contains("target")
      })
    let events = try Reading.events("The shelling of the Free Front’s camp on Monday was heard in Osten.")
    #expect(events.contains { $0.hasPrefix("attack") && $0.contains("target Free Front") }, "\(events)")
  }

  @Test(
    "possessors, infinitives and prepositions say who takes part in what a noun names",
    arguments: [
      (
        "Kolar Group’s purchase of Velta Bank was announced in March.",
        "acquisition 2020-03-01: agent Kolar Group, target Velta Bank"
      ),
      ("A vote of no confidence in Ann Lee failed on Monday.", "vote 2020-05-04: target Ann Lee"),
      ("An appeal by Jon Karr was rejected in April.", "sentence 2020-04-01: target Jon Karr"),
      ("Jon Karr was handed a three-year sentence on Monday.", "sentence 2020-05-04: target Jon Karr"),
      ("Fighting broke out between the army and rebels in Osten on Monday.", "battle 2020-05-04: agent army, agent rebels"),
    ])
  func roles(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("a union's ballot is a vote and no election")
  func ballots() throws {
    try Reading.expectEvent("The Harbour Union will hold a ballot on Friday.", "vote 2020-05-08: agent Harbour Union")
  }

  @Test("a trial that names nobody is of whom the text has told to be charged")
  func trials() throws {
    let events = try Reading.events("Jon Karr was charged with fraud in March. The trial resumes on Friday.")
    #expect(events.contains { $0.hasPrefix("trial") && $0.contains("target Jon Karr") }, "\(events)")
  }

  @Test("people hurt without a word by what are hurt in what was told before")
  func harm() throws {
    let events = try Reading.events("A welder was killed when scaffolding gave way on Monday. Two other men were hurt.")
    #expect(!events.contains { $0.hasPrefix("attack") }, "\(events)")
  }
}
