import Testing

@testable import Documents

@Suite struct ThingFinderTests {
  @Test(
    "a thing that something happens to takes part in it",
    arguments: [
      ("A boiler exploded in Osten on Monday.", "accident 2020-05-04: target boiler"),
      (
        "Archaeologists unearthed a bronze helmet near Osten in March.",
        "other 2020-03-01: agent archaeologists, target bronze helmet"
      ),
      ("Customs officers seized two tonnes of cocaine in Antwerp on Monday.", "other 2020-05-04: agent customs officers, target"),
      ("Poachers shot six elephants in the park on Monday.", "killing 2020-05-04: agent poachers, target elephants"),
    ])
  func undergoers(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("an amount and what it is an amount of are one thing")
  func measures() throws {
    let reading = try Reading("Thieves stole two tonnes of copper cable on Monday.", date: "2020-05-06")
    let thing = try #require(reading.annotations.entities.first { $0.kind == .asset })
    #expect(reading.annotations.entities.filter { $0.kind == .asset }.count == 1)
    #expect(([thing.name] + thing.aliases).contains("two tonnes of copper cable"))
  }

  @Test("a definite noun means the last thing that it fits")
  func pointing() throws {
    let reading = try Reading(
      "A freight train left the rails on Monday. Police searched the train on Tuesday.", date: "2020-05-06")
    #expect(reading.annotations.entities.filter { $0.kind == .asset && $0.heads.contains("train") }.count == 1)
  }

  @Test("what was done to a thing does not tell it from another, a number does")
  func states() throws {
    let reading = try Reading(
      "The Freja cable was cut on Monday. Divers raised the severed cable on Tuesday. They raised the second cable in May.",
      date: "2020-05-06")
    let cables = reading.annotations.entities.filter { $0.kind == .asset && $0.heads.contains("cable") }
    #expect(cables.map(\.mentions.count).sorted() == [1, 2])
  }

  @Test("a thing of which nothing is said but its noun takes part only where nobody else does")
  func props() throws {
    let events = try Reading.events("Ann Lee destroyed the wall on Monday.")
    #expect(!events.contains { $0.contains("wall") }, "\(events)")
  }

  @Test("what is taken takes nothing")
  func passive() throws {
    let events = try Reading.events("Photographs were taken in Osten on Monday.")
    #expect(!events.contains { $0.contains("agent photographs") }, "\(events)")
  }

  @Test("what a manner is expressed by is no thing")
  func manner() throws {
    let reading = try Reading("Ann Lee resigned by telephone on Monday.", date: "2020-05-06")
    #expect(!reading.entityNames.contains("telephone"))
  }

  @Test("mentions stay in text order and lead to their entities")
  func order() throws {
    let annotations = try Reading(
      "A lorry of the Kolar Group hit a bus in Osten on Monday. The bus burnt out.", date: "2020-05-06"
    ).annotations
    let begins = annotations.mentions.map(\.tokens.lowerBound)
    #expect(begins == begins.sorted())
    for (index, entity) in annotations.entities.enumerated() {
      #expect(entity.mentions.allSatisfy { annotations.mentions[$0].entity == index })
    }
    for (phrase, mention) in annotations.mentionOfPhrase.enumerated() where mention >= 0 {
      #expect(annotations.phrases[phrase].tokens.overlaps(annotations.mentions[mention].tokens))
    }
  }
}
