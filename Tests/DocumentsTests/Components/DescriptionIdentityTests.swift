import Testing

@testable import Documents

/// One thing under several descriptions, one of which stands beside its name; and those who are not to be taken for one.
@Suite struct DescriptionIdentityTests {
  /// The names of those whom the mentions of these words mean.
  private func referents(of words: String, in text: String) throws -> Set<String> {
    let annotations = try Reading(text).annotations
    return Set(
      annotations.mentions.filter { annotations.text(of: $0.tokens) == words }.compactMap(\.entity).map {
        annotations.entities[$0].name
      })
  }

  @Test(
    "whom a description beside a new name takes up bears the name",
    arguments: [
      ("A climber died on Sunday. The dead man was named as Ian Carr. Carr had fallen.", "A climber", "Ian Carr"),
      ("A gunman fired on Sunday. The attacker, Joel Farr, was shot dead.", "A gunman", "Joel Farr"),
      ("Police arrested a man. The suspect, a baker, was named as Theo Marsh.", "a man", "Theo Marsh"),
      ("A trawler called for help. The trawler, the Brisa Nova, reached port.", "A trawler", "Brisa Nova"),
    ])
  func bridges(text: String, words: String, name: String) throws { #expect(try referents(of: words, in: text) == [name]) }

  @Test("who says something of a man does not say it of himself")
  func sayers() throws {
    #expect(try referents(of: "the man", in: "A doctor, who asked not to be named, said the man had died.") == ["man"])
    #expect(try referents(of: "The man", in: "A gunman opened fire. The man fled.") == ["gunman"])
  }

  @Test("whoever was a minister is not the minister")
  func former() throws {
    let text = "A former minister said he knew nothing. The minister, Ivo Lantos, denied that."
    #expect(try referents(of: "A former minister", in: text) == ["former minister"])
  }

  @Test(
    "a ship that the text describes is the one that it names next",
    arguments: [
      ("A cargo ship lost 40 containers. The Tove Lind was bound for Leam. The ship was late.", "A cargo ship", "Tove Lind"),
      ("A yacht sank off Leam. The Anna Calden had left on Monday.", "A yacht", "Anna Calden"),
      ("The bulk carrier Rhea Stella ran aground. The vessel is safe.", "The vessel", "Rhea Stella"),
    ])
  func ships(text: String, words: String, name: String) throws { #expect(try referents(of: words, in: text) == [name]) }

  @Test("“the ship” is the one of which the text tells most, not the last that it mentions in passing")
  func salience() throws {
    let text = """
      The freighter Anna Calden was stopped on Monday. The Anna Calden had left Leam on Friday. The Anna Calden was empty.

      A cable ship, the Sigrun, will come on Saturday.

      Repairs take two weeks. The work is slow.

      Ann Lee asked a court to release the ship.
      """
    #expect(try referents(of: "the ship", in: text) == ["Anna Calden"])
  }

  @Test(
    "the name behind “the minister,” is of whoever is tied to him where the text calls another minister",
    arguments: [
      "An aide to the minister, Mark Selim, resigned. Minister Ana Prats was ill.",
      "A cousin of the minister, Mark Selim, resigned. The minister, Ana Prats, was ill.",
      "The driver of the police minister, Mark Selim, resigned. Police Minister Ana Prats was ill.",
    ])
  func ties(text: String) throws {
    let words = text.contains("police") ? "the police minister" : "the minister"
    #expect(try referents(of: words, in: text).contains("Ana Prats"))
    #expect(try !referents(of: words, in: text).contains("Mark Selim"))
  }

  @Test(
    "who lost an office is whom the next sentence names, unless it says what else he is",
    arguments: [
      ("Weller Foods has dismissed its boss. Anton Weir had run it for years.", "its boss", "Anton Weir"),
      ("Union Harbour has lost its chief executive on Friday. Nadia Krol, 52, resigned.", "its chief executive", "Nadia Krol"),
      ("Weller Foods has dismissed its boss. Captain Dave Moss said it was late.", "its boss", "boss"),
    ])
  func offices(text: String, words: String, name: String) throws { #expect(try referents(of: words, in: text) == [name]) }

  @Test(
    "kin are who the text has said they are to each other, from either side",
    arguments: [
      ("Ivan Dragan and his son, Petar Dragan, left. Petar Dragan said his father was ill.", "his father", "Ivan Dragan"),
      ("Marta Lind and her husband, Oskar Lind, left. Mrs Lind wept. Her husband slept.", "Her husband", "Oskar Lind"),
      ("The miner’s widow, Rosa Quint, sued. Her husband, Abel Quint, had worked there.", "The miner", "Abel Quint"),
      ("Anna Moor’s daughter, Ivy Moor, is ill. Ivy Moor is at home. Her mother wept.", "Her mother", "Anna Moor"),
    ])
  func kin(text: String, words: String, name: String) throws { #expect(try referents(of: words, in: text) == [name]) }

  @Test("a sister of whom nothing was told is another than the brother who was named")
  func newKin() throws {
    let text = "Jens Holt ran the firm with his brother, Lars Holt. Jens Holt said his sister was ill."
    #expect(try referents(of: "his sister", in: text).isDisjoint(with: ["Jens Holt", "Lars Holt"]))
  }

  @Test(
    "whom a sentence only describes is the new person whose age the next gives, not a witness",
    arguments: [
      ("Gunmen freed an aid worker on Sunday. Luc Maes, 44, had been held since May.", "an aid worker", "Luc Maes"),
      ("A postman was bitten on Monday. Olga Renn, 50, said she had seen the dog.", "A postman", "postman"),
      ("Police freed a teacher on Monday. Olga Renn, 50, said she had seen the car.", "a teacher", "teacher"),
    ])
  func aged(text: String, words: String, name: String) throws { #expect(try referents(of: words, in: text) == [name]) }

  @Test(
    "a description without an antecedent is the body that one of the next sentences has as a subject",
    arguments: [
      ("The regulator has fined Corda Bank. The Financial Services Board said it was late.", "Financial Services Board"),
      ("The regulator ordered Voltar to stop. Voltar said it was late.", "regulator"),
    ])
  func regulators(text: String, name: String) throws { #expect(try referents(of: "The regulator", in: text) == [name]) }

  @Test("the seat of a firm names none of two that the sentence before speaks of")
  func epithets() throws {
    let text = "Acme Group has sued Orbex Systems. The Dutch company said it would fight."
    #expect(try referents(of: "The Dutch company", in: text).isDisjoint(with: ["Acme Group", "Orbex Systems"]))
  }

  @Test("a hospital trust is no group where another body is near")
  func groups() throws {
    let text = """
      Helmsby NHS Trust says the ward is safe. The trust closed it in May. They met Mothers for Care, which says it is not. \
      The group will march.
      """
    #expect(try referents(of: "The group", in: text) == ["Mothers for Care"])
  }

  @Test("of two ships that the text describes, the name is of the one whose noun stands beside it")
  func twoShips() throws {
    let text = "A patrol vessel fired on a trawler. The trawler, the Mary Quill, was towed to Orsk."
    #expect(try referents(of: "a trawler", in: text) == ["Mary Quill"])
    #expect(try !referents(of: "A patrol vessel", in: text).contains("Mary Quill"))
  }

  @Test("a part is not the whole that it is called by")
  func parts() throws {
    let text = "Velta Trading, the group’s Swiss arm, paid. The Falcon Group said this was legal."
    #expect(try !referents(of: "the group", in: text).contains("Velta Trading"))
  }

  @Test(
    "guards are a body where a capital, a coast or a nation says so",
    arguments: [
      ("The Republican Guard left. The Guard’s commander, Gen. Omar Sy, spoke.", "The Guard", "Republican Guard"),
      ("Norland’s coast guard left. Ann Lee commands the coast guard.", "the coast guard", "Norland coast guard"),
    ])
  func guards(text: String, words: String, name: String) throws {
    let reading = try Reading(text)
    let kinds = Set(reading.annotations.mentions.filter { reading.text($0.tokens) == words }.map(\.kind))
    #expect(kinds == [.organization])
    #expect(try referents(of: words, in: text) == [name])
  }

  @Test("a trade that the text has said a firm has is the firm’s again")
  func trades() throws {
    let text = "The contractor, Sigma Bau, denied it. The contractor’s director, Horst Weck, spoke."
    #expect(try referents(of: "The contractor", in: text) == ["Sigma Bau"])
  }

  @Test("a given name is that of the full name that follows, whatever language it is of")
  func givenNames() throws {
    let text = "Rosaura and her brother Matei were found. Rosaura Quiles is well. Matei Quiles is cold."
    #expect(
      try Set(Reading(text).annotations.entities.filter { $0.kind == .person }.map(\.name)) == ["Matei Quiles", "Rosaura Quiles"])
  }
}
