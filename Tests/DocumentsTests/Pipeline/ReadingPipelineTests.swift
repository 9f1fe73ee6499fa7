import Testing

@testable import Documents

@Suite struct ReadingPipelineTests {
  @Test("a component before what it requires is refused, with the layers that are missing")
  func order() {
    #expect {
      _ = try ReadingPipeline([SyntaxReader(), PhraseChunker()])
    } throws: { error in
      (error as? PipelineError)?.missing == [.quantities, .times]
    }
  }

  @Test("each standard component assigns a layer that a later one or the graph uses")
  func layers() {
    let assigned = ReadingPipeline.standard.components.flatMap { Array($0.assigns) }
    #expect(Set(assigned) == Set(Layer.allCases))
    #expect(assigned.count == Set(assigned).count)
  }

  @Test("reports cut off anywhere can be read", arguments: [Articles.court, Articles.company, Articles.election, Articles.quake])
  func cutReports(article: String) throws {
    let characters = Array(article)
    for begin in stride(from: 0, to: characters.count - 60, by: 97) {
      let annotations = try Reading("x. " + String(characters[begin..<min(begin + 300, characters.count)])).annotations
      #expect(annotations.sentences.last?.tokens.upperBound == annotations.tokens.count)
      for claim in annotations.claims { #expect(annotations.document.span.contains(annotations.span(of: claim.passage))) }
    }
  }

  @Test("any text can be read: every offset of every layer slices it")
  func hostileTexts() throws {
    let texts = [
      "”””“““‘’''\"\"\" — – -- … 3,4.5:6 $ % (", "A.B.C. D.E. said said said.", "by by by by the the of of", "“", "He said “",
      "1,200–1,500 to 2 or 3", "𝒜𝓁𝓁 ïs wéll, said Ægir Ørsted’s ’s ’ of", "March March May May on on Monday 31 February 2013",
      "who who which that that that said", "The of, the in, the (X) Y", "A, B, C, and D, said E, F, who, G.",
      "It lent 1 million of the 2 dead.",
      "There were 5", "Of the 3 and 4,", "wounded 7 of",
    ]
    for text in texts {
      let annotations = try Reading(text, date: "2013-03-06").annotations
      for mention in annotations.mentions { #expect(!annotations.text(of: mention.tokens).isEmpty) }
      for claim in annotations.claims { #expect(annotations.document.span.contains(annotations.span(of: claim.passage))) }
      for event in annotations.events { #expect(!event.triggers.isEmpty) }
    }
  }
}
