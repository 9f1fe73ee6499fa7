/// Who says what: stretches of text with a speaker and a degree of certainty. What no statement covers the document says in
/// its own voice. Statements nest; the innermost counts.
struct StatementFinder: Component {
  let name = "statement finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .quotations, .phrases, .clauses, .mentions, .entities]
  let assigns: Set<Layer> = [.statements]

  func annotate(_ annotations: inout Annotations) {
    var firstClause = 0
    for (index, sentence) in annotations.sentences.enumerated() {
      var end = firstClause
      while end < annotations.clauses.count, sentence.tokens.contains(annotations.clauses[end].mainVerb) { end += 1 }
      var reader = SentenceStatements(sentence: index, clauses: firstClause..<end, annotations: annotations)
      annotations.statements += reader.find()
      firstClause = end
    }
    SpeakingPronouns.settle(&annotations)
    SpeechTurns.attribute(&annotations)
    PrintedStatements.attribute(&annotations)
    QuotationSpeakers.attribute(&annotations)
    FirstPerson.settle(&annotations)
    OwnDenials.attribute(&annotations)
    Continuations.attribute(&annotations)
    NestedHearsay.attribute(&annotations)
    CertaintyWords.adjust(&annotations)
  }
}
