import Testing

@testable import Documents

@Suite("whom a description means by what the text has told of him") struct DescriptionTieTests {
  /// The name of whom the last mention of these words means.
  private func referent(of words: String, in text: String) throws -> String? {
    let annotations = try Reading(text).annotations
    return annotations.mentions.last { annotations.text(of: $0.tokens) == words }?.entity.map { annotations.entities[$0].name }
  }

  @Test(
    "a lawyer’s client is for whom he speaks",
    arguments: [
      "Peter Mallow went on trial on Monday. Mallow’s lawyer, Judith Ames, said her client was innocent.",
      "Peter Mallow lost. Ames Corran, the firm that acts for Mr Mallow, called it wrong. Its partner said his client was ill.",
      "Peter Mallow’s attorney is Judith Ames. Asked whether her client would testify, Ms Ames said nothing.",
    ])
  func clients(text: String) throws {
    let words = text.contains("his client") ? "his client" : "her client"
    #expect(try referent(of: words, in: text) == "Peter Mallow")
  }

  @Test("a member’s union is the one that the text has said she speaks for")
  func bodies() throws {
    let text = """
      The Federation of Port and Dock Workers (FPD) has called a strike. Dora Kless, the FPD’s secretary, met Hallam Freight. \
      Her union is asking for more pay, Kless said. The union will vote in May.
      """
    #expect(try referent(of: "Her union", in: text) == "Federation of Port and Dock Workers")
    #expect(try referent(of: "The union", in: text) == "Federation of Port and Dock Workers")
  }

  @Test("rebels are the one movement that the text names, and their leader is whom it calls so")
  func movements() throws {
    let text = """
      Rebels took Sarno on Monday. The Salva Liberation Front said it held the bridge. The front’s commander, Ivo Tarn, spoke.

      The rebels said their leader was alive.
      """
    #expect(try referent(of: "Rebels", in: text) == "Salva Liberation Front")
    #expect(try referent(of: "their leader", in: text) == "Ivo Tarn")
  }

  @Test("the dead man is he who was killed")
  func fates() throws {
    let text = "Anton Brill, a welder, was killed on Monday. His foreman, Lars Odden, was hurt. The dead man was 41."
    #expect(try referent(of: "The dead man", in: text) == "Anton Brill")
  }

  @Test("whom one sentence describes the next names with an age")
  func leads() throws {
    let text = "On paper the firm was run by a piano teacher. Stella Mentis, 63, lives above a shop."
    #expect(try referent(of: "a piano teacher", in: text) == "Stella Mentis")
  }

  @Test(
    "a body is the same whatever kind stands behind its name",
    arguments: [
      ("Zentra reported a fire. The Zentra news agency gave no details.", "The Zentra news agency", "Zentra"),
      (
        "She moved money out of a scholarship fund. The Ella Marsh Scholarship Fund was set up in 2001.", "a scholarship fund",
        "Ella Marsh Scholarship Fund"
      ),
      ("The Norvian Navy sailed. The Norvian navy has two ships.", "The Norvian navy", "Norvian Navy"),
    ])
  func kinds(text: String, words: String, name: String) throws {
    #expect(try referent(of: words, in: text) == name)
  }

  @Test("two numbers of people of whom one thing is told on two days are two groups")
  func numbers() throws {
    let reading = try Reading(
      "On March 5 a raid killed 15 extremists. In a battle on February 20 soldiers killed 93 extremists.", date: "2013-03-06")
    #expect(reading.annotations.entities.count { !$0.mentions.isEmpty && $0.heads.contains("extremist") } == 2)
  }

  @Test("the group is the body that has just spoken, not the one of the paragraph before")
  func near() throws {
    let text = """
      The Salva Liberation Front attacked the town. The group took the bridge. Houses burned. Roads were closed. Most of the \
      shops were empty by noon.

      The Open Hands Trust, a charity, said its staff had left. “It was war,” said Ana Ferro, the group’s director.
      """
    #expect(try Reading(text).relations.contains("Ana Ferro LEADS Open Hands Trust"))
  }

  @Test("a role bears its field in its name, and the field is no body")
  func fields() throws {
    let names = try Reading("The police questioned the yard’s head of personnel. They offered each worker a flat.").entityNames
    #expect(names.contains { $0.hasSuffix("head of personnel") }, "\(names)")
    #expect(!names.contains("personnel") && !names.contains("worker"), "\(names)")
  }

  @Test("a name before so many kilometres is a place’s")
  func distances() throws {
    let reading = try Reading("There was less agreement about Kitoro, 30 km to the west. The army said nothing of Kitoro.")
    #expect(reading.entity("Kitoro")?.kind == .place)
  }
}
