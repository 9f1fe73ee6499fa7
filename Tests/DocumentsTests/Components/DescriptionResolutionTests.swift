import Testing

@testable import Documents

@Suite struct DescriptionResolutionTests {
  /// The forms of an entity in the order of the text.
  private func forms(of name: String, in reading: Reading) throws -> [String] {
    let entity = try #require(reading.entity(name), "\(reading.entityNames)")
    return entity.mentions.map { reading.text(reading.annotations.mentions[$0].tokens) }
  }

  @Test(
    "a description points to the person who was introduced with another word for it",
    arguments: [
      ("The sprinter Dana Okoro was banned on Monday. The athlete denies that she cheated.", "Dana Okoro", "The athlete"),
      ("A student died in custody. Nobody was charged. The student, Tomas Oryel, was 22.", "Tomas Oryel", "A student"),
      (
        "Kevin Slade said he had done what he could. Asked whether he had signed the paper, the witness said yes.",
        "Kevin Slade", "the witness"
      ),
      (
        "Kevin Slade said he had signed it, the witness told a lawyer. Dawn Pryce gave evidence later. The witness wept.",
        "Dawn Pryce", "The witness"
      ),
      ("A liquidator appointed by the court, Grace Lim, said the books were a mess.", "Grace Lim", "A liquidator"),
      (
        "Dunmere Foods is growing. Mark Ashby joined the group from the brewer Talbot.", "Dunmere Foods",
        "the group"
      ),
      ("A gunman held five people. The man, a clerk, asked for a lawyer.", "gunman", "The man"),
      ("Senator Luis Ortega resigned. The Conservative lawmaker bought the flat.", "Luis Ortega", "The Conservative lawmaker"),
      ("The widow of the captain, Ilse Brandt, said it had ended in a crash.", "Ilse Brandt", "The widow"),
      ("The founder of a drug company was sentenced.\n\nJohn Varga, 76, bribed doctors.\n", "John Varga", "The founder"),
    ])
  func descriptions(text: String, name: String, form: String) throws {
    #expect(try forms(of: name, in: Reading(text)).contains(form))
  }

  @Test("two miners of whom something else is told are not the sixteen")
  func numbers() throws {
    let reading = try Reading("Rescuers tried to reach 16 miners. Two miners were brought out on Friday.")
    #expect(reading.annotations.entities.filter { $0.heads.contains("miner") && !$0.mentions.isEmpty }.count == 2)
  }

  @Test("a daughter behind a name is no other word for its bearer")
  func whose() throws {
    let reading = try Reading("Deborah Fuller, whose daughter died of an overdose in 2016, held up a photo.")
    #expect(try forms(of: "Deborah Fuller", in: reading).count == 1)
  }

  @Test("the third soldier is not the soldier of before")
  func ordinal() throws {
    let reading = try Reading("A French soldier stood at the gate in Gao. Fighting on Sunday killed the third French soldier.")
    #expect(reading.entityNames.filter { $0.hasSuffix("soldier") }.count == 2)
  }

  @Test("whoever says it is not the party named before the comma")
  func sayer() throws {
    let reading = try Reading(
      "The Greens won, ending years of rule by the Social Union, the electoral commission said on Monday.")
    #expect(reading.entityNames.contains("electoral commission"))
    #expect(try forms(of: "Social Union", in: reading).count == 1)
  }

  @Test("a surname that is a noun is a name where the text has given it")
  func surnames() throws {
    let reading = try Reading("Joan Price is suing the hospital. Price said on Monday that she would not give up.")
    #expect(try forms(of: "Joan Price", in: reading).contains("Price"))
  }

  @Test("a person with a company is no company")
  func possessor() throws {
    let reading = try Reading("The mayor took money from Arno Beek, whose company built the harbour. Beek was fined.")
    #expect(reading.entity("Arno Beek")?.kind == .person)
  }

  @Test("a mass that “a” counts is nobody")
  func mass() throws {
    #expect(try Reading("It would be a bigger media and political production, Ann Lee said.").entityNames == ["Ann Lee"])
  }

  @Test("a place that is called by another's name and its kind is one place, however often")
  func namesakes() throws {
    let reading = try Reading("Lassa district was closed on Monday. Nobody may enter Lassa district. Troops left Lassa district.")
    #expect(reading.annotations.entities.count { $0.name == "Lassa district" && !$0.mentions.isEmpty } == 1)
  }

  @Test("a site with a name in front bears no more of its description")
  func sites() throws {
    let reading = try Reading("Four people died in a fire at the Tarsa paper mill in Osten county on Monday.")
    #expect(reading.entity("Tarsa paper mill") != nil, "\(reading.entityNames)")
  }

  @Test("a member bears the name of what he is a member of")
  func members() throws {
    let reading = try Reading("The mission left on Friday. A member of the mission said the hall had been locked.")
    #expect(reading.entity("member of the mission") != nil, "\(reading.entityNames)")
  }
}
