import Testing

@testable import Documents

@Suite struct TextLanguageTests {
  private func document(_ text: String, named name: String = "x.txt") throws -> Document {
    try DocumentReader().read(Array(text.utf8), named: name)
  }

  @Test(
    "a text is in the language of its small words or its script",
    arguments: [
      ("The minister said on Tuesday that four soldiers had been killed.", "en"),
      ("He said that “la situation est grave” and that it was not the fault of le Monde.", "en"),
      ("Le ministre a déclaré mardi que quatre soldats ont été tués dans une attaque près de Gao.", "fr"),
      ("Bei einem Brand sind am Montag vier Arbeiter ums Leben gekommen, und die Firma wurde nicht gewarnt.", "de"),
      ("El ministro dijo que los soldados murieron en un ataque y que no se sabe más.", "es"),
      ("Министр обороны заявил, что четверо солдат погибли.", "ru"),
      ("Міністр оборони заявив, що четверо солдатів загинули.", "uk"),
      ("الجيش أعلن أن أربعة جنود قتلوا في هجوم.", "ar"),
      ("军方星期二说，四名士兵在星期一的袭击中丧生。", "zh"),
      ("軍は火曜日、兵士四人が死亡したと発表した。", "ja"),
      ("Jon Karr, 41, Tarsa.", "en"),
    ])
  func languages(text: String, tag: String) throws {
    #expect(try document(text).language == tag)
  }

  @Test(
    "what the words tell counts more than what is declared, unless that says more of the same language or the text is too short")
  func declared() throws {
    let french = "Le ministre a déclaré mardi que quatre soldats ont été tués dans une attaque près de Gao."
    #expect(try document("---\nlanguage: en\n---\n\n\(french)\n").language == "fr")
    #expect(try document("---\nlanguage: fr-CA\n---\n\n\(french)\n").language == "fr-CA")
    #expect(try document("---\nlanguage: fr\n---\n\nVive Gao!\n").language == "fr")
    #expect(try document("---\nlanguage: en-GB\n---\n\nThe minister said that four of the men were in Gao.\n").isEnglish)
    for english in ["eng", "English", "en_US"] {
      #expect(try document("---\nlanguage: \(english)\n---\n\nFour dead in Gao.\n").isEnglish)
    }
    #expect(try document("---\nlanguage: French\n---\n\nVive Gao!\n").language == "fr")
    #expect(try document("---\nlanguage: fra_CA\n---\n\n\(french)\n").language == "fr-CA")
    #expect(try document(french).languageName == "French")
  }

  @Test("of a text in another language there are sentences and nothing else")
  func sentences() throws {
    let annotations = ReadingPipeline.standard.read(
      try document("Le ministre a déclaré que Jon Karr est mort dans une attaque. Il a été tué par des soldats à Gao."))
    #expect(annotations.sentences.count == 2)
    #expect(annotations.entities.isEmpty && annotations.events.isEmpty && annotations.claims.isEmpty)
    #expect(MentionExport().jsonLines(annotations).isEmpty)
    #expect(MentionExport().lines(annotations, isColored: false).contains("The text is in French."))
    #expect(MentionExport().html(annotations).contains("The text is in French."))
    let changes = ClaimGraphBuilder().changes(for: annotations, known: KnownGraph())
    let labels = changes.compactMap { if case .createNode(let labels, _) = $0 { labels } else { nil } }
    #expect(labels == [["Document"], ["Sentence"], ["Sentence"]])
  }
}
