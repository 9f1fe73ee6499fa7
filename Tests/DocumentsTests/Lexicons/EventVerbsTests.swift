import Testing

@testable import Documents

@Suite struct EventVerbsTests {
  @Test(
    "a verb of several meanings is read by its company",
    arguments: [
      ("Delhaut offered 2 billion euros for Varne Breweries on Monday.", "bid 2020-05-04: agent Delhaut, target Varne Breweries"),
      ("Police raided the offices of Acme Group on Monday.", "search 2020-05-04: agent police, target offices"),
      ("Gunmen raided a camp near Osten on Monday.", "attack 2020-05-04: agent gunmen"),
      ("The Security Council imposed an embargo on Norvia in March.", "order 2020-03-01: agent Security Council"),
      ("Norvia froze the accounts of Acme Group on Monday.", "order 2020-05-04: agent Norvia"),
      ("Acme Group closed a factory in Leeds in 2012.", "closure 2012-01-01: agent Acme Group"),
      ("The European Union promised 5 million euros to Norvia.", "payment ?: agent European Union, recipient Norvia"),
      ("Jon Karr left the company in January.", "departure 2020-01-01: agent Jon Karr"),
      ("Ann Lee joined the board in 2005.", "appointment 2005-01-01: target Ann Lee"),
      ("The city council approved the budget on Monday.", "vote 2020-05-04: agent city council"),
      ("The president put Ann Lee in charge of the rescue on Monday.", "appointment 2020-05-04: agent president, target Ann Lee"),
      ("A jury found Jon Karr guilty on Monday.", "sentence 2020-05-04: agent jury, target Jon Karr"),
      ("Rebels are holding 15 hostages.", "detention ?: agent rebels, victim hostages"),
      (
        "Acme Group approached Orbex Systems in June with a bid of 2 billion euros.",
        "bid 2019-06-01: agent Acme Group, target Orbex Systems"
      ),
      ("The regulator opened a review on Monday.", "investigation 2020-05-04: agent regulator"),
      ("The trust’s four members are to vote on May 12.", "vote 2020-05-12: agent trust members"),
      ("Two inspectors, Ann Lee and Jon Karr, left in April.", "departure 2020-04-01: agent Ann Lee, agent Jon Karr"),
      ("The ministry transferred Ann Lee to Osten in April.", "departure 2020-04-01: agent ministry, target Ann Lee"),
      ("The commission annulled the ballots on Monday.", "rejection 2020-05-04: agent commission"),
      ("The council resolved on Monday to sell the hall.", "vote 2020-05-04: agent council"),
      ("Acme Group has appealed.", "trial ?: agent Acme Group"),
      ("The first transfer reached Orbex Systems on Monday.", "payment 2020-05-04: recipient Orbex Systems"),
    ])
  func company(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test("who is held hostage is one person, not two")
  func stateOfPeople() throws {
    let found = try Reading.events("Rebels hold 15 citizens hostage in Freetown.")
    #expect(found.count == 1 && found[0].contains("victim citizens") && !found[0].contains("victim hostage"), "\(found)")
  }

  @Test(
    "a verb of doing without a class of its own tells of something where a day, a place or two who take part make it notable",
    arguments: [
      ("Ann Lee smashed the window on Monday.", "other 2020-05-04: agent Ann Lee"),
      ("Acme Group replaced the machine in April.", "other 2020-04-01: agent Acme Group"),
      ("Ann Lee saw Jon Karr hand the bag to Peter Roe on Monday.", "other 2020-05-04: agent Jon Karr, recipient Peter Roe"),
    ])
  func acts(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test("what is always so is no act")
  func habits() throws {
    for text in [
      "Acme Group paints ships.", "Acme Group is registered in Osten.", "Trials usually last for months.",
      "There were rumours of a sale.", "Ann Lee called for a recount.",
    ] {
      #expect(try Reading.events(text).isEmpty, "\(text)")
    }
  }

  @Test("what nobody does and what a ball does to a post are none")
  func noEvents() throws {
    for text in [
      "The company has ruled out joining a coalition.", "The treasurer met the deadline.",
      "Dalmar has always rejected claims of fraud.",
      "The fighters will die fighting if necessary.", "The ceasefire came close to collapse.",
    ] {
      #expect(try Reading.events(text).isEmpty, "\(text)")
    }
  }

  @Test("every row is of a type of the schema, and no phrase is read as two")
  func rows() {
    let types: Set<String> = [
      "operation", "battle", "attack", "killing", "death", "abduction", "detention", "displacement", "protest", "order",
      "accident",
      "investigation", "questioning", "search", "arrest", "charge", "trial", "testimony", "sentence", "agreement", "meeting",
      "vote",
      "election", "appointment", "departure", "split", "statement", "payment", "contract", "bid", "rejection", "acquisition",
      "investment", "closure", "publication", "other",
    ]
    for (lemma, verbs) in EventVerbs.table { #expect(verbs.allSatisfy { types.contains($0.type) }, "\(lemma)") }
    for (lemma, patterns) in EventPhrases.table {
      #expect(patterns.allSatisfy { types.contains($0.verb.type) }, "\(lemma)")
      let readings = patterns.map { "\($0.words.map { $0.sorted() }) \($0.verb.company)" }
      #expect(Set(readings).count == readings.count, "\(lemma)")
    }
    #expect(EventNouns.table.values.allSatisfy { types.contains($0) })
  }
}
