// Which verbs make clauses, with their auxiliaries, their voice and the kind of each clause.
extension ClauseBuilder {
  /// The head of the clause that a verb or a copula makes; nil for what is part of another's group, of a name or of a phrase.
  func predicate(ofVerb token: Int) -> Int? {
    let dependency = tree.dependencies[token]
    if tags[token].isVerb {
      return [.auxiliary, .passiveAuxiliary, .compound, .flat, .fixed, .caseMarker].contains(dependency) ? nil : token
    }
    guard tags[token] == .auxiliary || tags[token] == .modal else { return nil }
    if tags[token] == .modal, token + 1 < sentence.tokens.upperBound, tags[token + 1] == .verbBase { return nil }
    if ClosedClasses.forms[tokens[token].lower] == "have", participleBehind(token) != nil { return nil }
    switch dependency {
    // "are to vote": the verb's own clause has it.
    case .copula: return tree.heads[token] >= 0 && !tags[tree.heads[token]].isVerb ? tree.heads[token] : nil
    case .auxiliary, .passiveAuxiliary: return tree.heads[token] >= 0 && tags[tree.heads[token]].isVerb ? nil : token
    default: return token
    }
  }

  /// "to have left": the verb whose auxiliary a form of "have" can only be.
  func participleBehind(_ auxiliary: Int) -> Int? {
    var at = auxiliary + 1
    while at < sentence.tokens.upperBound, tags[at] == .adverb || tags[at] == .negation || tokens[at].lower == "been" { at += 1 }
    return at < sentence.tokens.upperBound && tags[at] == .verbParticiple ? at : nil
  }

  mutating func add(_ verb: Int, _ predicate: Int) {
    guard clauseOfPredicate[predicate] == nil else { return }
    var auxiliaries = tree.dependents(of: predicate).filter { isAuxiliary($0) && $0 != verb && !isParted($0, from: verb) }
    if tags[verb] == .verbParticiple, !auxiliaries.contains(where: { ClosedClasses.forms[tokens[$0].lower] == "have" }) {
      // One that the parser made a verb of its own.
      let near = max(sentence.tokens.lowerBound, verb - 3)..<verb
      auxiliaries += near.filter {
        tags[$0] == .auxiliary && ClosedClasses.forms[tokens[$0].lower] == "have" && participleBehind($0) == verb
      }
    }
    // A modal right before its verb, whatever the tree hangs it on.
    if tags[verb] == .verbBase, verb > sentence.tokens.lowerBound, tags[verb - 1] == .modal, !auxiliaries.contains(verb - 1) {
      auxiliaries.append(verb - 1)
    }
    let group = group(verb, auxiliaries)
    var clause = Clause(kind: .main, verb: group, mainVerb: verb, lemma: lemma(of: verb), tokens: group)
    let forms = auxiliaries.map { ClosedClasses.forms[tokens[$0].lower] ?? "" }
    clause.isPerfect = forms.contains("have")
    clause.modal = auxiliaries.first { tags[$0] == .modal && ClosedClasses.modals.contains(tokens[$0].lower) }.map {
      tokens[$0].lower
    }
    clause.isFuture = ["will", "shall", "'ll", "wo"].contains(clause.modal ?? "")
    clause.isNegated =
      tree.dependents(of: predicate).contains { tags[$0] == .negation } || sharesNegation(verb, predicate, auxiliaries)
    clause.isPassive =
      verb == predicate && [.verbParticiple, .verbPast].contains(tags[verb])
      && (forms.contains("be") || auxiliaries.contains { ["got", "get", "gets", "getting", "'s"].contains(tokens[$0].lower) })
    clause.kind = kind(verb, predicate, auxiliaries)
    if clause.kind == .participle, takesObject(verb, clause.lemma) { clause.kind = .complement }
    let isParticiple = clause.kind == .participle && tags[verb] == .verbPast || tags[verb] == .verbParticiple
    if isParticiple, auxiliaries.isEmpty {
      clause.isPassive =
        !isActivePast(verb) && !takesObject(verb, clause.lemma) && !continuesActive(verb, predicate, clause.kind)
    }
    // "a firm owned by his brother", whatever the tree makes of it.
    if auxiliaries.isEmpty, tags[verb] == .verbPast, verb > sentence.tokens.lowerBound, tags[verb - 1].isNominal,
      verb + 1 < sentence.tokens.upperBound, tokens[verb + 1].lower == "by", RelationVerbs.passive[clause.lemma] != nil
    {
      (clause.isPassive, clause.kind) = (true, .participle)
    }
    clauseOfPredicate[predicate] = clauses.count
    predicates.append(predicate)
    clauses.append(clause)
  }

  /// "had never worked for it or been paid by it": what "or" adds to a negated verb is negated with it, where it has neither a
  /// subject nor a finite auxiliary of its own.
  func sharesNegation(_ verb: Int, _ predicate: Int, _ auxiliaries: [Int]) -> Bool {
    let above = tree.heads[predicate]
    guard tree.dependencies[predicate] == .conjunct, above >= 0, above < verb, let first = clauseOfPredicate[above],
      clauses[first].isNegated, auxiliaries.allSatisfy({ tokens[$0].lower == "been" })
    else { return false }
    let between = (clauses[first].mainVerb + 1)..<max(clauses[first].mainVerb + 1, verb)
    let hasSubject = tree.dependents(of: predicate).contains { [.subject, .passiveSubject].contains(tree.dependencies[$0]) }
    return !hasSubject && between.contains { ["or", "nor"].contains(tokens[$0].lower) }
      && !between.contains { ["and", "but", ";"].contains(tokens[$0].lower) }
  }

  /// "soldiers killed Mokhtar", "called his death probable": a past form right behind its noun and right before an object is no
  /// passive participle, but of verbs that take two objects.
  func takesObject(_ verb: Int, _ lemma: String) -> Bool {
    guard [.verbPast, .verbParticiple].contains(tags[verb]), verb > sentence.tokens.lowerBound,
      tags[verb - 1].isNominal || lemma == "say", verb + 1 < sentence.tokens.upperBound
    else { return false }
    // What is said is no noun's participle.
    if lemma == "say" { return true }
    // "Teachers called off a strike"
    let isParted =
      ["off", "up", "down", "out", "over"].contains(tokens[verb + 1].lower) && verb + 2 < sentence.tokens.upperBound
      && EventPhrases.table[lemma]?.contains { $0.words[0].contains(tokens[verb + 1].lower) } ?? false
    if !isParted, tags[verb] == .verbParticiple, VerbFrames.ditransitive.contains(lemma) { return false }
    let begin = isParted ? verb + 2 : verb + 1
    let phrase = annotations.phraseStartingAt[begin]
    guard phrase >= 0, annotations.phrases[phrase].kind != .time else { return false }
    // "The union dismissed reports that"
    if SpeechLexicon.isDenial(lemma), SpeechLexicon.nouns[tokens[begin].lower] != nil { return true }
    return [.determiner, .possessive, .name, .number, .pronoun].contains(tags[begin])
  }

  /// "conceded that it was so but insisted", "has left and closed": a form that may be either goes on as the verb before it.
  func continuesActive(_ verb: Int, _ predicate: Int, _ kind: Clause.Kind) -> Bool {
    guard kind == .coordinated, tree.dependencies[predicate] == .conjunct, verb > sentence.tokens.lowerBound,
      tags[verb - 1] == .conjunction, let above = clauseOfPredicate[tree.heads[predicate]]
    else { return false }
    let first = clauses[above]
    return !first.isPassive && first.mainVerb < verb && [.main, .coordinated, .complement].contains(first.kind)
      && tags[first.mainVerb].isVerb && tags[first.mainVerb] != .verbGerund
  }

  /// A participle by its tag that can be nothing but a past tense: of a verb without a passive, or of a verb of saying with
  /// which a speaker closes the sentence, "…, the two firms confirmed on Thursday."
  func isActivePast(_ verb: Int) -> Bool {
    guard [.verbParticiple, .verbPast].contains(tags[verb]) else { return false }
    let lemma = lemma(of: verb)
    let next = verb + 1 < sentence.tokens.upperBound ? tokens[verb + 1].lower : ""
    if VerbFrames.hasNoPassive(tokens[verb].lower, before: next) || isBallot(verb, lemma) { return true }
    guard tags[verb] == .verbParticiple else { return false }
    guard SpeechLexicon.isSpeech(lemma), verb > sentence.tokens.lowerBound else { return false }
    let subject = annotations.phraseOfToken[verb - 1]
    guard subject >= 0, annotations.phrases[subject].tokens.upperBound == verb else { return false }
    let comma = annotations.phrases[subject].tokens.lowerBound - 1
    guard comma > sentence.tokens.lowerBound, [",", "”"].contains(tokens[comma].form) else { return false }
    return !(verb + 1..<sentence.tokens.upperBound).contains { [",", ";", "—"].contains(tokens[$0].form) || tags[$0].isVerb }
  }

  /// "Postal workers voted by a large majority to strike", "the assembly rejected by 14 votes to 9 a plan": what stands behind
  /// "by" is no agent.
  private func isBallot(_ verb: Int, _ lemma: String) -> Bool {
    guard verb + 1 < sentence.tokens.upperBound, tokens[verb + 1].lower == "by" || lemma == "vote" else { return false }
    let count = (verb + 1..<min(verb + 6, sentence.tokens.upperBound)).first {
      ["majority", "margin", "votes", "ballot", "acclamation"].contains(tokens[$0].lower)
    }
    guard let count, lemma != "vote" else { return count != nil }
    return (count + 1..<min(count + 4, sentence.tokens.upperBound)).contains {
      [.determiner, .possessive].contains(tags[$0]) && tags[$0 - 1] != .preposition
    }
  }

  func isAuxiliary(_ token: Int) -> Bool {
    [.auxiliary, .passiveAuxiliary, .copula].contains(tree.dependencies[token]) && !tags[token].isNominal
  }

  /// Whether a quotation ends between an auxiliary and a verb.
  func isParted(_ auxiliary: Int, from verb: Int) -> Bool {
    guard auxiliary < verb else { return false }
    let marks = tokens[auxiliary..<verb].map(\.form)
    return marks.contains(";") || marks.contains("”") && !marks.contains("“")
  }

  func lemma(of verb: Int) -> String {
    let lower = tokens[verb].lower
    if let closed = ClosedClasses.forms[lower] ?? (lower == "'s" ? "be" : nil) { return closed }
    if tags[verb] == .verbBase, LanguageModels.syntax.lexicon(of: lower).contains(.verb) { return lower }
    return VerbForms.lemma(of: lower) ?? lower
  }

  /// The verb with the auxiliaries, the "to" and the adverbs right before it, quotation marks included: "had “not yet”
  /// decided".
  func group(_ verb: Int, _ auxiliaries: [Int]) -> Range<Int> {
    var begin = verb
    var at = verb - 1
    while at >= sentence.tokens.lowerBound {
      if auxiliaries.contains(at) || tags[at] == .toParticle {
        begin = at
      } else if tags[at] != .adverb, tags[at] != .negation, !["“", "”", "‘", "’"].contains(tokens[at].form) {
        break
      }
      at -= 1
    }
    return begin..<(verb + 1)
  }

  func kind(_ verb: Int, _ predicate: Int, _ auxiliaries: [Int]) -> Clause.Kind {
    let dependents = tree.dependents(of: predicate)
    let dependency = tree.dependencies[predicate]
    if dependents.contains(where: { tags[$0] == .toParticle && $0 < verb }) { return .infinitive }
    // "asked her managers four times to close a ward", where the tree has "to" as a preposition.
    if tags[verb] == .verbBase, verb > sentence.tokens.lowerBound, tokens[verb - 1].lower == "to" { return .infinitive }
    if let first = auxiliaries.min(), first > sentence.tokens.lowerBound, tags[first - 1] == .toParticle { return .infinitive }
    let isBare = auxiliaries.isEmpty && verb == predicate && !isActivePast(verb)
    let hasSubject = dependents.contains { [.subject, .passiveSubject].contains(tree.dependencies[$0]) }
    let isParticiple = isBare && [.verbParticiple, .verbGerund].contains(tags[verb]) && !isActivePast(verb)
    switch dependency {
    case .relativeClause:
      let isContent = dependents.contains { tokens[$0].lower == "that" && tags[$0] == .subordinator }
      return isContent ? .complement : .relative
    case .adnominalClause: return isBare ? .participle : .complement
    case .adverbialClause: return isParticiple && !hasSubject ? .participle : .adverbial
    case .complement, .subjectClause: return isParticiple && !hasSubject ? .participle : .complement
    case .openComplement: return isBare && tags[verb] == .verbBase ? .infinitive : isParticiple ? .participle : .complement
    case .conjunct:
      let above = tree.heads[predicate]
      if isBare, !hasSubject, tags[verb] == .verbBase, let first = clauseOfPredicate[above], clauses[first].kind == .infinitive {
        return .infinitive
      }
      return isParticiple && tags[verb] == .verbGerund && !hasSubject ? .participle : .coordinated
    default: return isParticiple && !hasSubject ? .participle : .main
    }
  }
}
