import Testing

@testable import Documents

/// What a reader must take from each whole report.
@Suite struct ArticlesTests {
  @Test("a court report gives sentence, arrest and search with their days, and who denies what")
  func court() throws {
    let reading = try Reading(Articles.court)
    let events = reading.events
    #expect(events.contains("sentence 2021-03-12: agent court, target Anders Holvik"))
    #expect(events.contains("arrest 2019-05-01: agent police, victim Anders Holvik"))
    #expect(events.contains { $0.hasPrefix("sentence 2021-01-01: ") && $0.hasSuffix("target Jonas Tervik") })
    #expect(events.contains { $0.hasPrefix("search 2019-06-03: agent investigators") })
    #expect(events.contains { $0.hasPrefix("departure 2020-01-01: agent Liberal Alliance") })
    #expect(reading.claims.contains { $0.hasSuffix("denied by Anders Holvik") })
    #expect(reading.claims.contains("states reported by Ingrid Maas"))
    #expect(reading.relations.contains("Brevik LOCATED_IN Halmar"))
    #expect(reading.relations.contains("Anders Holvik LEADS Liberal Alliance"))
    #expect(reading.entity("61-year-old politician")?.name == "Anders Holvik")
  }

  @Test("a company report gives offer, refusal, meeting and investigation, and the denial of the meeting")
  func company() throws {
    let reading = try Reading(Articles.company)
    let events = reading.events
    #expect(events.contains("rejection 2018-06-18: agent Orbex Systems, target Calloway Group"))
    #expect(events.contains { $0.hasPrefix("bid ") && $0.contains("agent Calloway Group") })
    #expect(events.contains("meeting 2018-05-01: agent Susan Petrakis, target Philip Harcourt"))
    #expect(events.contains("departure 2018-03-01: agent Martin Leigh"))
    #expect(events.contains { $0.hasPrefix("investigation ") && $0.contains("agent Financial Conduct Authority") })
    #expect(reading.claims.contains("occurred confirmed by Orbex Systems"))
    #expect(reading.contradictions.contains { $0.hasSuffix("against Orbex Systems: denial") })
    for relation in [
      "Susan Petrakis LEADS Calloway Group", "Calloway Group BASED_IN Denver", "Karen Doyle WORKS_FOR Allied Workers Union",
    ] {
      #expect(reading.relations.contains(relation))
    }
  }

  @Test("an election report gives the vote, the plan, the rumour, and the numbers that contradict each other")
  func election() throws {
    let reading = try Reading(Articles.election)
    #expect(
      reading.events.contains {
        $0.hasPrefix("election 2015-11-08: ") && $0.contains("Nadia Petrescu") && $0.contains("Oleg Varda")
      })
    #expect(reading.events.contains("meeting 2015-11-12: agent Constitutional Court"))
    #expect(reading.events.contains("appointment 2015-04-01: agent Oleg Varda, target Mihai Turcu"))
    #expect(reading.claims.contains("occurred rumoured by -"))
    #expect(reading.contradictions.contains("interior ministry against Democratic Union: numbers"))
    #expect(reading.contradictions.contains("doctors against interior ministry: denial"))
    #expect(reading.relations.contains("Mihai Turcu RELATIVE_OF Oleg Varda"))
    #expect(reading.relations.contains("Oleg Varda LEADS Karvelia"))
  }

  @Test("a disaster report gives one earthquake with its dead by source, and the landslide and the earlier one apart")
  func quake() throws {
    let reading = try Reading(Articles.quake, date: "2011-05-17")
    let quakes = reading.annotations.events.filter { $0.type == "accident" }
    #expect(quakes.count == 3)
    #expect(reading.claims.contains("killed 63 reported by officials"))
    #expect(reading.claims.contains("killed 81 reported by Red Cross"))
    #expect(reading.claims.contains("killed 1200 confirmed by -"))
    #expect(reading.events.contains { $0.hasPrefix("displacement ") && $0.contains("victim people") })
    #expect(reading.relations.contains("Pedro Almeida LEADS San Lazaro"))
  }
}
