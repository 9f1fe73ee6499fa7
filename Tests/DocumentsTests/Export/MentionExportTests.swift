import Testing

@testable import Documents

@Suite struct MentionExportTests {
  @Test("a mention line has scalar offsets, its text escaped, and the document's name")
  func mentions() throws {
    let reading = try Reading("“É” said Ann Lee in Paris.")
    let lines = MentionExport().jsonLines(reading.annotations, documentID: "a\"b")
    #expect(
      lines.contains(#"{"kind":"mention","begin":9,"end":16,"type":"Person","text":"Ann Lee","entity":"e0","document":"a\"b"}"#))
    #expect(lines.contains(#""begin":20,"end":25,"type":"Place","text":"Paris""#))
  }

  @Test("each relation's ends are entities of some mention line")
  func relations() throws {
    let lines = try MentionExport().jsonLines(
      Reading("Ann Lee, leader of the Freedom Front, left.").annotations
    ).split(separator: "\n")
    let relation = try #require(lines.first { $0.contains(#""kind":"relation""#) })
    #expect(relation.contains(#""type":"LEADS","source":"e0","target":"e1","evidence":[0,36],"certainty":"confirmed""#))
  }

  @Test("CoNLL-U has ten columns, one root a sentence, and heads inside the sentence")
  func conllu() throws {
    let text = "Ann Lee, leader of the Freedom Front, met Jon Karr. He left in 2010."
    let blocks = try MentionExport().conllu(Reading(text, pipeline: .syntax).annotations).split(separator: "\n\n")
    #expect(blocks.count == 2)
    for block in blocks {
      let rows = block.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
      #expect(rows.allSatisfy { $0.count == 10 })
      #expect(rows.filter { $0[6] == "0" }.count == 1)
      #expect(rows.first { $0[6] == "0" }.map { $0[3] == "VERB" && $0[7] == "root" } == true)
      #expect(rows.allSatisfy { (0...rows.count).contains(Int($0[6]) ?? -1) && $0[6] != $0[0] })
    }
  }

  @Test("a date is one mention with its day, month and year, though nothing says what day it is")
  func dates() throws {
    let lines = try MentionExport().jsonLines(
      Reading("The camp fell on Monday, Dec. 26. It was retaken on May 4, 2016.").annotations)
    #expect(lines.contains(#""type":"Date","text":"Monday, Dec. 26""#))
    #expect(lines.contains(#""type":"Date","text":"May 4, 2016""#))
    #expect(lines.split(separator: "\n").filter { $0.contains(#""type":"Date""#) }.count == 2)
  }

  @Test("what tells which July is meant belongs to it, though the text has no date to count from")
  func undatedMonths() throws {
    let lines = try MentionExport().jsonLines(Reading("The ships left last July for the coast.").annotations)
    #expect(lines.contains(#""type":"Date","text":"last July""#))
  }

  @Test("a name is found within a description that takes it in, an office is not taken for one")
  func coveredNames() throws {
    let people = try MentionExport().jsonLines(
      Reading("The Foreign Secretary Boris Keller left. Foreign Office Minister Jon Karr said so.").annotations
    ).split(separator: "\n").filter { $0.contains(#""type":"Person""#) }
    for name in ["Boris Keller", "Jon Karr"] { #expect(people.count { $0.contains(#""text":"\#(name)""#) } == 1) }
    #expect(!people.contains { $0.contains(#""text":"Office Minister""#) })
  }

  @Test("other models than those that the program carries can be read by: the same rules, the same answers")
  func otherModels() throws {
    let document = try DocumentReader().read(
      Array("Ann Lee met Jon Karr in Paris.".utf8), named: "a", options: DocumentOptions(format: .text))
    let own = ReadingPipeline.standard(by: LanguageModels.syntax)
    #expect(
      MentionExport().jsonLines(own.read(document)) == MentionExport().jsonLines(ReadingPipeline.standard.read(document)))
  }
}
