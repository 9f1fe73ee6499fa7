/// Sentences that go on with what somebody has just been said to say, without saying so again: "She had seen the lorry, she
/// said. It had had no plates."; a witness's tale behind "gave evidence". Their tense tells them from the text's own voice:
/// the past perfect and "would" behind a report in the past, any past behind testimony.
struct Continuations {
  private let annotations: Annotations
  private var found: [Statement] = []

  private struct Context {
    var speaker: Int
    var isTestimony: Bool
  }

  static func attribute(_ annotations: inout Annotations) {
    var reader = Continuations(annotations)
    reader.read()
    guard !reader.found.isEmpty else { return }
    annotations.statements += reader.found
    annotations.statements.sort { $0.content.lowerBound < $1.content.lowerBound }
  }

  private init(_ annotations: Annotations) { self.annotations = annotations }

  private mutating func read() {
    var context: Context?
    var next = 0
    for sentence in annotations.sentences {
      if sentence.opensBlock || sentence.kind != .paragraph { context = nil }
      var own: [Statement] = []
      while next < annotations.statements.count, annotations.statements[next].content.lowerBound < sentence.tokens.upperBound {
        own.append(annotations.statements[next])
        next += 1
      }
      guard sentence.kind == .paragraph else { continue }
      if own.isEmpty, let known = context, goesOn(sentence, known) {
        let end = CountPhrases.withoutStop(sentence.tokens, annotations)
        found.append(
          Statement(content: end, passage: end, speaker: known.speaker, certainty: .reported, form: .indirect))
        continue
      }
      context = opened(by: sentence, own)
      if let known = context { readTail(of: sentence, own, known) }
    }
  }

  /// "Nobody fired, it said; two people had died in a clash": what a semicolon parts from a report and the tense joins to it.
  private mutating func readTail(of sentence: Sentence, _ own: [Statement], _ context: Context) {
    guard !context.isTestimony, let last = own.map(\.passage.upperBound).max(), last + 3 < sentence.tokens.upperBound,
      annotations.tokens[last].form == ";"
    else { return }
    let rest = CountPhrases.withoutStop((last + 1)..<sentence.tokens.upperBound, annotations)
    let clause = annotations.clauses[annotations.clauses(around: last)].first { rest.contains($0.mainVerb) }
    guard let clause, clause.kind != .participle, clause.kind != .infinitive, let subject = clause.subjects.first,
      rest.contains(annotations.phrases[subject].tokens.lowerBound), isBackshifted(clause)
    else { return }
    found.append(Statement(content: rest, passage: rest, speaker: context.speaker, certainty: .reported, form: .indirect))
  }

  private func isBackshifted(_ clause: Clause) -> Bool {
    annotations.tokens[clause.verb.lowerBound].lower == "had" && clause.isPerfect || clause.modal == "would"
  }

  /// Who speaks on behind a sentence: the speaker of its last report in the past, or who gives evidence in it.
  private func opened(by sentence: Sentence, _ statements: [Statement]) -> Context? {
    let clauses = annotations.clauses(around: sentence.tokens.lowerBound)
    for index in clauses {
      let clause = annotations.clauses[index]
      if givesEvidence(clause), let speaker = clause.subjects.first.flatMap({ annotations.entity(ofPhrase: $0) }) {
        return Context(speaker: speaker, isTestimony: true)
      }
    }
    guard
      let last = statements.last(where: { $0.speaker != nil && [.indirect, .direct, .accordingTo, .fragment].contains($0.form) }),
      let speaker = last.speaker, statements.allSatisfy({ $0.speaker == nil || $0.speaker == speaker }),
      isTold(last)
    else { return nil }
    return Context(speaker: speaker, isTestimony: isBeforeCourt(last))
  }

  /// Whether the verb of saying is in the past.
  private func isTold(_ statement: Statement) -> Bool {
    clause(of: statement).map { annotations.tags[$0.mainVerb] == .verbPast || $0.isPerfect } ?? false
  }

  private func clause(of statement: Statement) -> Clause? {
    annotations.clauses(around: statement.passage.lowerBound).lazy.map { annotations.clauses[$0] }.first {
      statement.passage.contains($0.mainVerb) && !statement.content.contains($0.mainVerb)
    }
  }

  private func givesEvidence(_ clause: Clause) -> Bool {
    if clause.lemma == "testify" { return true }
    guard ["give", "take"].contains(clause.lemma), !clause.isPassive, let object = clause.objects.first else { return false }
    return ["evidence", "testimony", "stand", "oath"].contains(annotations.tokens[annotations.phrases[object].head].lower)
  }

  /// "told the court", "testified", "said in evidence".
  private func isBeforeCourt(_ statement: Statement) -> Bool {
    guard let clause = clause(of: statement) else { return false }
    if clause.lemma == "testify" { return true }
    return clause.lemma == "tell"
      && clause.objects.contains { SpeechLexicon.courts.contains(annotations.tokens[annotations.phrases[$0].head].lower) }
  }

  /// Who does something at a hearing besides its witnesses.
  private static let officers = WordList.set(
    """
    judge court prosecutor prosecution defence defense lawyer counsel jury hearing trial case chairman chairwoman chair clerk
    tribunal magistrate magistrates inquiry coroner verdict session proceedings barrister solicitor
    """)

  private func goesOn(_ sentence: Sentence, _ context: Context) -> Bool {
    guard annotations.tokens[sentence.tokens.upperBound - 1].form != "?",
      !annotations.quotations.contains(where: { $0.tokens.overlaps(sentence.tokens) && !$0.isFragment }),
      let clause = annotations.clauses(around: sentence.tokens.lowerBound).lazy.map({ annotations.clauses[$0] }).first(where: {
        $0.kind == .main
      }), let subject = clause.subjects.first
    else { return false }
    let first = annotations.tokens[clause.verb.lowerBound].lower
    let isBackshifted = isBackshifted(clause) || isCleft(clause, subject)
    let head = annotations.phrases[subject].head
    if context.isTestimony {
      let isPast =
        isBackshifted || annotations.tags[clause.verb.lowerBound] == .verbPast || ["was", "were", "did", "could"].contains(first)
      return isPast && !Self.officers.contains(annotations.tokens[head].lower)
        && annotations.phrases[subject].kind != .name
    }
    return isBackshifted && !isBackground(subject, clause, context)
  }

  /// "It was the Agency that had ruined them"
  private func isCleft(_ clause: Clause, _ subject: Int) -> Bool {
    guard clause.lemma == "be", annotations.tokens[annotations.phrases[subject].head].lower == "it" else { return false }
    return annotations.clauses[annotations.clauses(around: clause.mainVerb)].contains {
      $0.kind == .relative && $0.isPerfect && $0.verb.lowerBound > clause.verb.upperBound
        && annotations.tokens[$0.verb.lowerBound].lower == "had"
    }
  }

  /// "He had been treasurer since 2009": what the text itself tells of the speaker.
  private func isBackground(_ subject: Int, _ clause: Clause, _ context: Context) -> Bool {
    annotations.entity(ofPhrase: subject) == context.speaker && clause.lemma == "be"
  }
}
