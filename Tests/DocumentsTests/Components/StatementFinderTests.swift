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
      ("A nurse at the clinic, who spoke to us, said a boy with burns had left.", "nurse reported: a boy with burns had left"),
      ("“They left,” said a boy with burns.", "boy reported: “They left,”"),
      ("A villager reached by telephone said shells had hit a school.", "villager reported: shells had hit a school"),
      (
        "Jon Karr is suspected of having fled, two people said, but he denied it.", "people rumoured: is suspected of having fled"
      ),
      ("Ann Lee said that Jon Karr had fled, a day after the paper had named him.", "Ann Lee reported: Jon Karr had fled"),
      ("Ann Lee said it was probably over.", "Ann Lee probable: it was probably over"),
      ("Jon Karr was told by Ann Lee that he could go.", "Ann Lee reported: he could go"),
      ("Ann Lee declined to comment.", "Ann Lee rumoured: comment"),
      ("Ann Lee said she could not confirm that.", "Ann Lee rumoured: that"),
      ("Jon Karr appears to have fled.", "- probable: Jon Karr appears to have fled"),
      ("Ann Lee put the damage at 4 million euros.", "Ann Lee reported: the damage at 4 million euros"),
      ("Ann Lee laughed off the accusations.", "Ann Lee denied: off the accusations"),
      ("Jon Karr maintains his innocence.", "Jon Karr denied: his innocence"),
      ("Ann Lee accepted that the test had failed.", "Ann Lee reported: the test had failed"),
      ("“The bank knew about it,” Ann Lee said, “and did nothing.”", "Ann Lee reported: “The bank knew about it,”"),
      (
        "Ann Lee said the crane was lost on Monday, and that the foreman had reported it to the port.",
        "Ann Lee reported: the foreman had reported it to the port"
      ),
      (
        "Ann Lee said the captain, a Georgian, and the mate had been questioned on Friday, and that nobody had been arrested.",
        "Ann Lee reported: nobody had been arrested"
      ),
      (
        "No guard had fired, the company said; two people had died in a scuffle.",
        "company reported: two people had died in a scuffle"
      ),
      ("There were no evictions, Ann Lee told reporters, only “a move”.", "Ann Lee reported: There were no evictions"),
      ("The army is just as sure that it was not.", "army reported: it was not"),
      ("Unconfirmed reports said that a second tram had been hit.", "- rumoured: a second tram had been hit"),
      ("The contract shows a price of 340,000 euros.", "- reported: a price of 340,000 euros"),
      ("A second group, at Orton University, found no effect.", "second group denied: no effect"),
      ("The company rejects almost all of it.", "company denied: almost all of it"),
      (
        "The union dismissed reports that a strike had been called off.",
        "union denied: reports that a strike had been called off"
      ),
      ("The bridge was apparently bombed by rebels.", "- probable: The bridge was apparently bombed by rebels"),
      ("Ann Lee did not accept that the test had failed.", "Ann Lee denied: the test had failed"),
      ("The tribunal heard that Jon Karr had been paid less.", "- reported: Jon Karr had been paid less"),
      ("The box, Ann Lee says, never left the hall.", "Ann Lee reported: The box, Ann Lee says, never left the hall"),
      ("“We reject the accusations,” Ann Lee said.", "Ann Lee denied: the accusations,”"),
      ("Neighbours describe Jon Karr as quiet.", "neighbours reported: Jon Karr as quiet"),
      ("The defence said the invoices were genuine.", "defence reported: the invoices were genuine"),
      ("The defence suggested she had mistaken the car.", "defence reported: she had mistaken the car"),
      ("The court heard on Monday that Jon Karr had been paid.", "- reported: Jon Karr had been paid"),
      ("Jon Karr was quoted by the Osten Post as saying that he had left.", "Jon Karr reported: he had left"),
      ("Ann Lee gave evidence that the bridge had fallen.", "Ann Lee reported: the bridge had fallen"),
      ("Ann Lee praised the new law.", "Ann Lee reported: the new law"),
      ("The service expects to call off the search.", "service probable: to call off the search"),
      ("The Red Cross said it could confirm neither number.", "Red Cross rumoured: neither number"),
      ("The firm blamed the ferry, which it said had no lights.", "firm reported: had no lights"),
      ("A spokesman for the company declined to comment.", "spokesman rumoured: comment"),
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

  @Test(
    "attitudes, numbers, second-hand knowledge and words in passing say something as well",
    arguments: [
      ("Ann Lee is adamant that the bridge was safe.", "Ann Lee reported: the bridge was safe"),
      ("Ann Lee is confident that the bridge will hold.", "Ann Lee probable: the bridge will hold"),
      ("Ann Lee heard from Jon Karr that the bridge had fallen.", "Jon Karr reported: the bridge had fallen"),
      ("Ann Lee put it to Jon Karr that the bridge was old.", "Ann Lee reported: the bridge was old"),
      ("Legend has it that the bridge was built by monks.", "- rumoured: the bridge was built by monks"),
      ("Police counted 31.", "police reported: 31"),
      ("Ann Lee, who runs the port, made it fifty.", "Ann Lee reported: it fifty"),
      ("That the bridge was sold is rumoured in Oslo.", "- rumoured: the bridge was sold"),
      ("The bridge had fallen, a clerk whispered.", "clerk reported: The bridge had fallen"),
      ("Six men died, as the army has it.", "army reported: Six men died"),
      ("Ann Lee would neither confirm nor deny it.", "Ann Lee rumoured: it"),
      ("That Jon Karr had fled was denied by Ann Lee.", "Ann Lee denied: That Jon Karr had fled"),
      ("Ann Lee has no record of a payment.", "Ann Lee denied: no record of a payment"),
      ("Ann Lee finds the story hard to believe.", "Ann Lee rumoured: the story hard to believe"),
      ("“I believe so,” said Ann Lee.", "Ann Lee probable: “I believe so,”"),
    ])
  func lessDirectly(text: String, expected: String) throws {
    let found = try statements(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test("whose verb is left out says the second number, and whose account a colon opens says what stands behind it")
  func gaps() throws {
    let both = try statements("The army spoke of 40 dead, Ann Lee of 60.")
    #expect(both == ["army reported: 40 dead", "Ann Lee reported: of 60"], "\(both)")
    #expect(
      try statements("A third account comes from Ann Lee: the bridge had been hit by a barge.").last
        == "Ann Lee reported: the bridge had been hit by a barge")
  }

  @Test(
    "sayings that the tree hides, tails that deny, and the speaker of a second verb",
    arguments: [
      ("The panel ruled on Wednesday that Jon Karr had lied.", "panel reported: Jon Karr had lied"),
      ("Ann Lee conceded that Jon Karr had left but insisted that Bo Dunn had stayed.", "Ann Lee reported: Bo Dunn had stayed"),
      ("The ministry has neither confirmed nor denied that report.", "ministry rumoured: that report"),
      ("Union representatives, who met on Friday, fear that jobs will go.", "union representatives probable: jobs will go"),
      (
        "Its general secretary, Ann Lee, accused the government of having walked out.",
        "Ann Lee reported: having walked out"
      ),
      (
        "Ballot boxes were stuffed, a charge that the commission called baseless.",
        "commission denied: a charge that the commission called baseless"
      ),
      ("Prosecutors say Jon Karr took money, a claim he has denied.", "prosecutors reported: Jon Karr took money"),
      ("Prosecutors say Jon Karr took money, a claim he has denied.", "Jon Karr denied: a claim he has denied"),
      ("Witnesses said Jon Karr fired first, which Karr denies.", "Jon Karr denied: which Karr denies"),
      ("Ann Lee dismissed the photographs as forgeries.", "Ann Lee denied: the photographs as forgeries"),
      ("The firm said that was untrue: all alarms had been tested.", "firm reported: all alarms had been tested"),
      ("It is not clear who fired first in Dovka.", "- rumoured: It is not clear who fired first in Dovka"),
      ("A ruling is expected by Friday, said Ann Lee.", "Ann Lee probable: A ruling is expected by Friday,"),
      ("Ann Lee said the officers appeared to be angry.", "Ann Lee probable: the officers appeared to be angry"),
      ("Ann Lee attributed the collapse to a faulty bolt.", "Ann Lee reported: the collapse to a faulty bolt"),
      ("The council had no immediate comment.", "council rumoured: had no immediate comment"),
      ("Officials said the bridge was unsafe, but Ann Lee disagrees.", "officials reported: the bridge was unsafe"),
      ("Ann Lee said the road was safe, and the mayor has closed it.", "Ann Lee reported: the road was safe"),
      ("A nurse, who signed the papers and left soon afterwards, counts seven.", "nurse reported: seven"),
      (
        "Reports that a grave had been found could not be confirmed.", "- rumoured: a grave had been found could not be confirmed"
      ),
      ("Jon Karr is suspected of faking the tests.", "- rumoured: is suspected of faking the tests"),
      ("Its manager, Ann Lee, dismissed that as “newspaper talk”.", "Ann Lee denied: that as “newspaper talk”"),
      ("Ann Lee says she left; according to the club she was dismissed.", "club reported: she was dismissed"),
      ("Ann Lee called Jon Karr a liar.", "Ann Lee denied: Jon Karr a liar"),
      ("The Courier quoted a nurse as saying that the ward was empty.", "nurse reported: the ward was empty"),
    ])
  func hidden(text: String, expected: String) throws {
    let found = try statements(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "acts, appositions and agreement are no such sayings",
    arguments: [
      ("Ann Lee dismissed Jon Karr as chairman.", "denied"), ("It is clear who fired first in Dovka.", "rumoured"),
      ("The two sides disagree on the price.", "denied"), ("The bridge, which Ann Lee built, fell on Monday.", "denied"),
      ("Ann Lee won the prize, a claim to fame that Jon Karr envied.", "denied"),
    ])
  func unhidden(text: String, certainty: String) throws {
    let found = try statements(text)
    #expect(!found.contains { $0.contains(" \(certainty):") }, "\(found)")
  }

  @Test("what is said in the past goes on in the past behind a comma, and ends before the present")
  func ownVoice() throws {
    let found = try statements("The clinic said nobody had been hurt, and an inquiry had cleared it.")
    #expect(found.contains { $0.hasSuffix("an inquiry had cleared it") }, "\(found)")
  }

  @Test("a pronoun behind what is said is who has been speaking, unless it cannot be that person")
  func closingPronoun() throws {
    let text = "“We had no choice,” NAME Barro said. The president, Idris Kolo, was in good health, he said."
    for (name, speaker) in [("Otto", "Otto Barro"), ("Anna", "Idris Kolo")] {
      let found = try statements(text.replacing("NAME", with: name))
      #expect(found.contains { $0.hasPrefix("\(speaker) reported: The president") }, "\(found)")
    }
  }

  @Test(
    "whoever has made a paper speaks in it",
    arguments: [
      "The towers fell, according to a report published on Monday by Terra Watch. The report says the bridge had fallen.",
      "A report by Terra Watch was read out. The bridge had fallen, the report said.",
      "They read the Terra Watch report. Terra Watch’s report said the bridge had fallen.",
    ])
  func authors(text: String) throws {
    #expect(
      try statements(text).contains {
        $0.hasPrefix("Terra Watch reported:") && $0.lowercased().hasSuffix("the bridge had fallen")
      })
    #expect(try !statements("Ann Lee wrote a report. A report says the bridge had fallen.").contains { $0.hasPrefix("Ann Lee") })
  }

  @Test(
    "papers and pictures say something, and whoever made them, not who ordered or saw them, speaks",
    arguments: [
      ("The register lists Jon Karr as a director of nine firms.", "- reported: Jon Karr as a director of nine firms"),
      ("The indictment puts the loss at 3 million euros.", "- reported: the loss at 3 million euros"),
      ("Footage shows Jon Karr leaving the bank at noon.", "- reported: Jon Karr leaving the bank at noon"),
      ("A memo dated June 12 warned that the signals were failing.", "- reported: the signals were failing"),
      ("A video appears to show soldiers at the gate.", "- probable: soldiers at the gate"),
      (
        "An audit ordered by the council and released by Acme Group found that money was missing.",
        "Acme Group reported: money was missing"
      ),
      (
        "He is also, according to marriage records from Riga, the brother of Ann Lee.",
        "- reported: He is also, according to marriage records from Riga, the brother of Ann Lee"
      ),
    ])
  func papers(text: String, expected: String) throws {
    let found = try statements(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test("one of them and the other are of those who have just spoken")
  func oneOfSeveral() throws {
    let found = try statements(
      """
      Two officials said the wages had been paid by a Dutch firm. One of them put the sum at 2 million; the other said it was \
      more.
      """
    )
    #expect(found.contains("officials reported: the sum at 2 million"), "\(found)")
    #expect(found.contains("officials reported: it was more"), "\(found)")
  }

  @Test(
    "what somebody urges, owns up to, suspects or calls something is his",
    arguments: [
      ("The union urged its members to vote no.", "union reported: to vote no"),
      ("Jon Karr admitted to the theft.", "Jon Karr confirmed: the theft"),
      ("Ann Lee suspects an electrical fault.", "Ann Lee rumoured: an electrical fault"),
      ("Ann Lee turned it down as “hush money”.", "Ann Lee reported: it down as “hush money”"),
      ("Ann Lee voted no, calling the plan “bad money”.", "Ann Lee reported: the plan “bad money”"),
      ("Ann Lee said she expected a close race.", "Ann Lee probable: she expected a close race"),
      ("Ann Lee said she would attend.", "Ann Lee confirmed: she would attend"),
      ("Ann Lee is expected to tell the jury that the bridge was safe.", "Ann Lee probable: the bridge was safe"),
      ("Jon Karr left in May, “to see more of Riga,” the firm said.", "firm reported: “to see more of Riga,”"),
      ("The village’s headman, Bo Dunn, said armed men had come.", "Bo Dunn reported: armed men had come"),
      ("Brokers in Oslo have been whispering about a buyer.", "brokers in Oslo rumoured: a buyer"),
      ("Rumours swirled in Oslo that Jon Karr had died.", "- rumoured: Jon Karr had died"),
      ("Ann Lee denied it, saying the bridge was safe.", "Ann Lee denied: it"),
      (
        "The firm said it stood by its work and had warned the council.",
        "firm reported: it stood by its work and had warned the council"
      ),
      ("Experts accused the ministry of arming the rebels, which it denies.", "ministry denied: which it denies"),
    ])
  func acts(text: String, expected: String) throws {
    let found = try statements(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test("failing to name somebody, and asking not to be named, is no refusal to speak")
  func noRefusal() throws {
    #expect(
      try !statements("The regulator fined the firm for failing to identify its clients.").contains { $0.contains("rumoured") })
    #expect(try statements("A nurse, who declined to be named, said two men had died.") == ["nurse reported: two men had died"])
  }

  @Test("words quoted in the paragraph of a speaker without a name are that speaker's")
  func quotedOn() throws {
    let found = try statements(
      "Jon Karr rejected the plan.\n\nA crane driver said he had not decided. “I knew the man,” he said.")
    #expect(found.contains("crane driver reported: “I knew the man,”"), "\(found)")
  }

  @Test("two reports in one sentence are parted at the conjunction")
  func twoSpeakers() throws {
    let found = try statements("The army said five men had died, but Ann Lee said nobody had been hurt.")
    #expect(found == ["army reported: five men had died,", "Ann Lee reported: nobody had been hurt"])
  }

  @Test("what goes on with a report in the past perfect, and a witness's tale in any past, is said by the same speaker")
  func continuations() throws {
    #expect(
      try statements("Ann Lee said the bridge was safe. It had been inspected in May.").last
        == "Ann Lee reported: It had been inspected in May")
    let tale = try statements(
      "The witness, Karin Moe, gave evidence by video link. She had known him since school. He was often drunk. The judge left.")
    #expect(tale == ["Karin Moe reported: She had known him since school", "Karin Moe reported: He was often drunk"])
  }

  @Test("in a transcript each paragraph is said by whom its label names, and questions say nothing")
  func transcript() throws {
    let found = try statements(
      """
      The hearing of 3 May.

      Mr Tarn: Did the driver have a licence?
      Ann Lee: I never saw one. Jon Daly hired him.
      Mr Tarn: Did you ask for it?
      Ann Lee: I trusted him.
      """)
    #expect(
      found == [
        "Ann Lee reported: I never saw one.", "Ann Lee reported: Jon Daly hired him.", "Ann Lee reported: I trusted him.",
      ])
  }

  @Test("a statement printed behind a colon is its speaker's, up to the notes")
  func printed() throws {
    let text = """
      Jane Roe, the minister, said:

      I welcome the deal. The port will open in May.

      It must not fail.

      Notes to editors

      The port was built in 1999.
      """
    let reading = try Reading(text, date: "2020-05-06")
    let roe = try #require(reading.annotations.entities.firstIndex { $0.name == "Jane Roe" })
    let said = reading.annotations.statements.filter { $0.speaker == roe }.map { reading.text($0.content) }
    #expect(said == ["I welcome the deal.", "The port will open in May.", "It must not fail."])
    // Nobody speaks of himself: the colon may announce a list.
    let list = try Reading("Jane Roe said:\n\nThe port will open in May.")
    #expect(list.annotations.statements.allSatisfy { list.text($0.content) != "The port will open in May." })
  }

  @Test("whoever closes a sentence with a verb of saying and a time has said what stands before, and not what goes on behind")
  func closing() throws {
    let reading = try Reading(
      "A third miner has died of his burns, the clinic confirmed last night, as inspectors went through the pit.",
      date: "2020-05-06")
    let said = reading.annotations.statements.filter { $0.speaker != nil }.map { reading.text($0.content) }
    #expect(said.contains { $0.hasPrefix("A third miner has died") }, "\(said)")
    #expect(!said.contains { $0.contains("inspectors") }, "\(said)")
  }

  @Test("what is said ends before the answer to an accusation, also where the name of who answers stands right behind it")
  func answered() throws {
    let reading = try Reading(
      "Ana Roth said six of the men had been beaten in custody, an accusation Karel Nemeth called “an outright lie”.")
    let roth = try #require(reading.annotations.entities.firstIndex { $0.name == "Ana Roth" })
    let said = reading.annotations.statements.filter { $0.speaker == roth }.map { reading.text($0.content) }
    #expect(said == ["six of the men had been beaten in custody"])
    #expect(reading.contradictions == ["Ana Roth against Karel Nemeth: denial"])
  }
}
