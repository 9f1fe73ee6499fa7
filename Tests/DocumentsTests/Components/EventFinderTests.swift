import Testing

@testable import Documents

@Suite struct EventFinderTests {
  @Test(
    "roles come from word order and voice",
    arguments: [
      ("Gunmen killed Jon Karr on Monday.", "killing 2020-05-04: agent gunmen, victim Jon Karr"),
      ("Jon Karr was killed by gunmen on Monday.", "killing 2020-05-04: agent gunmen, victim Jon Karr"),
      ("The killing of Jon Karr by gunmen shocked people.", "killing ?: agent gunmen, victim Jon Karr"),
      ("Police, who had waited for weeks, arrested Jon Karr in March.", "arrest 2020-03-01: agent police, victim Jon Karr"),
      ("Jon Karr resigned on May 4.", "departure 2020-05-04: agent Jon Karr"),
      ("Jon Karr died in Osten in April.", "death 2020-04-01: victim Jon Karr"),
      ("A court sentenced Jon Karr to six years on Tuesday.", "sentence 2020-05-05: agent court, target Jon Karr"),
      ("Ann Lee met Jon Karr in New York in March.", "meeting 2020-03-01: agent Ann Lee, target Jon Karr"),
      ("Jon Karr’s arrest on Monday was a surprise.", "arrest 2020-05-04: victim Jon Karr"),
      ("Rebels seized the city of Tarsa on Monday.", "attack 2020-05-04: agent rebels, target Tarsa"),
      ("Goma was captured by rebels in March.", "attack 2020-03-01: agent rebels, target Goma"),
      ("Soldiers captured Jon Karr in March.", "detention 2020-03-01: agent soldiers, victim Jon Karr"),
    ])
  func roles(text: String, expected: String) throws {
    #expect(try Reading(text, date: "2020-05-06").events.contains(expected))
  }

  @Test("an attack, its dead and the word that points back are one event with the count")
  func oneHappening() throws {
    let reading = try Reading(
      "Gunmen stormed a camp in Osten on Monday and killed at least 12 soldiers. The attack began at dawn.", date: "2020-05-06")
    #expect(reading.annotations.events.count == 1)
    let event = reading.annotations.events[0]
    #expect(event.type == "attack")
    #expect(event.counts.first { $0.name == "killed" }?.quantity.value == 12)
    #expect(event.counts.first { $0.name == "killed" }?.quantity.qualifier == .atLeast)
    #expect(event.triggers.count == 3)
  }

  @Test(
    "a happening that another noun describes is that happening",
    arguments: [
      "Six people died in a car bombing in Osten.", "A prison stabbing killed two guards.", "The suicide bombing killed six.",
    ])
  func described(text: String) throws {
    #expect(try Reading(text).annotations.events.map(\.type) == ["attack"])
  }

  @Test("the workers of one account are the employees of another")
  func staff() throws {
    let text =
      "A blast at the Osten mill killed at least four workers on Monday, police said. The owner said three employees had died."
    #expect(try Reading(text, date: "2020-05-06").annotations.events.count == 1)
  }

  @Test("what might, should or did not happen is no event")
  func unreal() throws {
    for text in [
      "Gunmen could attack Osten.", "If gunmen attack Osten, we flee.", "Gunmen did not attack Osten.",
      "Ann Lee rejected talks with Jon Karr.",
      "The deaths of Jon Karr and Ann Lee would not decide the war, a diplomat said.",
    ] {
      #expect(try Reading(text).annotations.events.isEmpty, "\(text)")
    }
  }

  @Test("what is to come is planned")
  func planned() throws {
    let event = try #require(try Reading("Ann Lee will meet Jon Karr on Friday.", date: "2020-05-06").annotations.events.first)
    #expect(event.isPlanned)
    #expect(event.from.map { CivilDay($0).iso } == "2020-05-08")
  }

  @Test("a duty with a day to come is a plan, and one without a day is none")
  func duties() throws {
    try Reading.expectEvent("The Supreme Court of Norland must rule by June 15.", "sentence ≤2020-06-15: agent Supreme Court")
    #expect(try Reading.events("Jon Karr must pay the bank 300 euros.").isEmpty)
    #expect(try Reading.events("Jon Karr must not pay the bank 300 euros by June 15.").isEmpty)
  }

  @Test("what somebody did not sign is there, and not by them")
  func unsigned() throws {
    let found = try Reading.events("The council made a declaration on Monday. Jon Karr did not sign the declaration.")
    #expect(found.count == 1 && !found[0].contains("Jon Karr"), "\(found)")
  }

  @Test("two attacks on two days in two towns stay two")
  func twoHappenings() throws {
    let reading = try Reading("Gunmen attacked Osten on Monday. Gunmen attacked Kessel on Tuesday.", date: "2020-05-06")
    #expect(reading.annotations.events.count == 2)
  }

  @Test("a date belongs to the happening that it hangs on")
  func foreignDates() throws {
    let found = try Reading(
      "Nobody has attacked Osten since the ceasefire of April 20. Ann Lee told the inquiry that she had signed it in March.",
      date: "2020-05-06"
    ).events
    #expect(!found.contains { $0.hasPrefix("attack 2020-04-20") }, "\(found)")
    #expect(!found.contains { $0.hasPrefix("testimony 2020-03-01") }, "\(found)")
  }

  @Test("what is told in the plain past goes on with the day told before, and a distance counts from another happening")
  func tellingDays() throws {
    let found = try Reading(
      """
      Gunmen attacked Osten on April 20. Ann Lee was shot.

      Jon Karr was arrested on Monday, three days after a bomb killed Peter Roe.
      """, date: "2020-05-06"
    ).events
    #expect(found.contains { $0.hasPrefix("arrest 2020-05-04") }, "\(found)")
    #expect(found.contains { $0.hasSuffix("victim Peter Roe") && $0.contains(" 2020-05-01") }, "\(found)")
  }

  @Test("a ruling on a ruling is another, and so is a board’s vote another than the people’s")
  func sameKind() throws {
    let rulings = try Reading.events(
      "The Court of Appeal on Monday overturned the conviction of Jon Karr, who had been jailed for four years in 2017.")
    #expect(
      rulings.contains { $0.hasPrefix("sentence 2020-05-04") } && rulings.contains { $0.hasPrefix("sentence 2017-01-01") },
      "\(rulings)")
    let votes = try Reading.events(
      "Ann Lee won the election on April 20. The state election board voted on Monday to order a recount.")
    #expect(
      votes.contains { $0.hasPrefix("vote 2020-05-04") } && votes.contains { $0.hasPrefix("election 2020-04-20") }, "\(votes)")
  }

  @Test("what names nobody gives its day to what is told of it next")
  func papers() throws {
    let found = try Reading.events("A ceasefire took effect on Monday. It was signed by Ann Lee and Jon Karr.")
    #expect(found.contains { $0.hasPrefix("agreement 2020-05-04: agent Ann Lee") }, "\(found)")
  }

  @Test("what is told in the past perfect is older than the clause above it")
  func pastPerfect() throws {
    let found = try Reading(
      "Jon Karr was dismissed on April 3 after directors found that £4.2 million had been transferred to Orbex Systems.",
      date: "2020-05-06"
    ).events
    #expect(found.contains { $0.hasPrefix("departure 2020-04-03") }, "\(found)")
    #expect(found.contains("payment ≤2020-04-03: recipient Orbex Systems"), "\(found)")
  }

  @Test("acts without a type of their own count where somebody by name does them")
  func others() throws {
    #expect(try Reading("Jon Karr replaced the beams.").events == ["other ?: agent Jon Karr"])
    #expect(try Reading("Someone replaced the beams.").events.isEmpty)
  }

  @Test("a disaster with a day needs nobody who takes part but the thing that it befell")
  func disasters() throws {
    let found = try Reading("The roof caved in on Monday.", date: "2020-05-06").events
    #expect(found == ["accident 2020-05-04: target roof"], "\(found)")
  }

  @Test("an agreement that is pointed to is no meeting")
  func pointers() throws {
    let found = try Reading(
      "Ann Lee met Jon Karr on Monday. The truce is holding.", date: "2020-05-06"
    ).annotations.events
    #expect(found.count == 1 && found[0].type == "meeting" && found[0].triggers.count == 1, "\(found.map(\.name))")
  }

  @Test(
    "what a disaster or a machine does to people is an accident, wherever the verb of harm stands",
    arguments: [
      ("A storm caused a crane to fall into the hall on Monday, killing nine people.", "accident 2020-05-04: victim people"),
      ("A fire left 20 dead on Monday.", "accident 2020-05-04"), ("A lorry killed two nurses on Monday.", "accident 2020-05-04"),
      ("A car bomb killed two nurses on Monday.", "killing 2020-05-04"),
      ("Gunmen wounded two nurses on Monday.", "attack 2020-05-04"),
      ("Protesters clashed with police on Monday; 14 were hurt.", "battle 2020-05-04"),
    ])
  func mindless(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }
}
