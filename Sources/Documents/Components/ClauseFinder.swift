/// Trees → clauses: each verb with its group of auxiliaries, its subjects and objects as phrases, its adjuncts, and the
/// clause that it depends on.
struct ClauseFinder: Component {
  let name = "clause finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .phrases, .times]
  let assigns: Set<Layer> = [.clauses]

  func annotate(_ annotations: inout Annotations) {
    var found: [Clause] = []
    for sentence in annotations.sentences {
      var builder = ClauseBuilder(sentence: sentence, annotations: annotations, firstClause: found.count)
      found += builder.build()
    }
    annotations.clauses = found
    annotations.subjectPhrases = Set(annotations.clauses.flatMap(\.subjects))
  }
}

/// The clauses of one sentence in the order of their verbs.
struct ClauseBuilder {
  let annotations: Annotations
  private let sentence: Sentence
  /// The index that the sentence's first clause will have in the document.
  private let firstClause: Int
  private var clauses: [Clause] = []
  /// The token that heads each clause in the tree: the verb, or what a copula makes a predicate of.
  private var predicates: [Int] = []
  private var clauseOfPredicate: [Int: Int] = [:]

  private var tokens: [Token] { annotations.tokens }
  private var tags: [Tag] { annotations.tags }
  private var tree: DependencyTree { annotations.tree }

  init(sentence: Sentence, annotations: Annotations, firstClause: Int) {
    self.sentence = sentence
    self.annotations = annotations
    self.firstClause = firstClause
  }

  mutating func build() -> [Clause] {
    for token in sentence.tokens { if let predicate = predicate(ofVerb: token) { add(token, predicate) } }
    for index in clauses.indices { clauses[index].governor = governor(of: predicates[index]) }
    for index in clauses.indices {
      let arguments = ClauseArguments(annotations: annotations, predicate: predicates[index])
      arguments.fill(&clauses[index])
    }
    addTimes()
    addPlaces()
    partAtSemicolons()
    let repair = SubjectRepair(annotations: annotations, sentence: sentence)
    for index in clauses.indices {
      repair.mend(&clauses[index], predicate: predicates[index], earlier: clauses[..<index], later: clauses[(index + 1)...])
    }
    for index in clauses.indices {
      moveLateSubjects(of: index)
      addNeighbours(index)
      if !clauses[index].objects.isEmpty, clauses[index].verb.count == 1, clauses[index].kind != .participle {
        clauses[index].isPassive = false
      }
    }
    for index in clauses.indices { inheritSubjects(index, depth: 0) }
    for index in clauses.indices {
      clauses[index].adjuncts.sort { $0.token < $1.token }
      clauses[index].governor = clauses[index].governor.map { $0 + firstClause }
    }
    return clauses
  }

  /// The head of the clause that a verb or a copula makes; nil for what is part of another's group, of a name or of a phrase.
  private func predicate(ofVerb token: Int) -> Int? {
    let dependency = tree.dependencies[token]
    if tags[token].isVerb {
      return [.auxiliary, .passiveAuxiliary, .compound, .flat, .fixed, .caseMarker].contains(dependency) ? nil : token
    }
    guard tags[token] == .auxiliary || tags[token] == .modal else { return nil }
    if ClosedClasses.forms[tokens[token].lower] == "have", participleBehind(token) != nil { return nil }
    switch dependency {
    // "are to vote": the verb's own clause has it.
    case .copula: return tree.heads[token] >= 0 && !tags[tree.heads[token]].isVerb ? tree.heads[token] : nil
    case .auxiliary, .passiveAuxiliary: return tree.heads[token] >= 0 && tags[tree.heads[token]].isVerb ? nil : token
    default: return token
    }
  }

  /// "to have left": the verb whose auxiliary a form of "have" can only be.
  private func participleBehind(_ auxiliary: Int) -> Int? {
    var at = auxiliary + 1
    while at < sentence.tokens.upperBound, tags[at] == .adverb || tags[at] == .negation || tokens[at].lower == "been" { at += 1 }
    return at < sentence.tokens.upperBound && tags[at] == .verbParticiple ? at : nil
  }

  private mutating func add(_ verb: Int, _ predicate: Int) {
    guard clauseOfPredicate[predicate] == nil else { return }
    var auxiliaries = tree.dependents(of: predicate).filter { isAuxiliary($0) && $0 != verb && !isParted($0, from: verb) }
    if tags[verb] == .verbParticiple, !auxiliaries.contains(where: { ClosedClasses.forms[tokens[$0].lower] == "have" }) {
      // One that the parser made a verb of its own.
      let near = max(sentence.tokens.lowerBound, verb - 3)..<verb
      auxiliaries += near.filter {
        tags[$0] == .auxiliary && ClosedClasses.forms[tokens[$0].lower] == "have" && participleBehind($0) == verb
      }
    }
    let group = group(verb, auxiliaries)
    var clause = Clause(kind: .main, verb: group, mainVerb: verb, lemma: lemma(of: verb), tokens: group)
    let forms = auxiliaries.map { ClosedClasses.forms[tokens[$0].lower] ?? "" }
    clause.isPerfect = forms.contains("have")
    clause.modal = auxiliaries.first { tags[$0] == .modal }.map { tokens[$0].lower }
    clause.isFuture = ["will", "shall", "'ll", "wo"].contains(clause.modal ?? "")
    clause.isNegated = tree.dependents(of: predicate).contains { tags[$0] == .negation }
    clause.isPassive =
      verb == predicate && [.verbParticiple, .verbPast].contains(tags[verb])
      && (forms.contains("be") || auxiliaries.contains { ["got", "get", "gets", "getting", "'s"].contains(tokens[$0].lower) })
    clause.kind = kind(verb, predicate, auxiliaries)
    if clause.kind == .participle, takesObject(verb, clause.lemma) { clause.kind = .complement }
    let isParticiple = clause.kind == .participle && tags[verb] == .verbPast || tags[verb] == .verbParticiple
    if isParticiple, auxiliaries.isEmpty { clause.isPassive = !isActivePast(verb) && !takesObject(verb, clause.lemma) }
    clauseOfPredicate[predicate] = clauses.count
    predicates.append(predicate)
    clauses.append(clause)
  }

  /// "soldiers killed Mokhtar", "called his death probable": a past form right behind its noun and right before an object is no
  /// passive participle, but of verbs that take two objects.
  private func takesObject(_ verb: Int, _ lemma: String) -> Bool {
    guard [.verbPast, .verbParticiple].contains(tags[verb]), tags[verb] == .verbPast || !VerbFrames.ditransitive.contains(lemma),
      verb > sentence.tokens.lowerBound, tags[verb - 1].isNominal || lemma == "say", verb + 1 < sentence.tokens.upperBound
    else { return false }
    // What is said is no noun's participle.
    if lemma == "say" { return true }
    let phrase = annotations.phraseStartingAt[verb + 1]
    guard phrase >= 0, annotations.phrases[phrase].kind != .time else { return false }
    return [.determiner, .possessive, .name, .number, .pronoun].contains(tags[verb + 1])
  }

  /// A participle by its tag that can be nothing but a past tense: of a verb without a passive, or of a verb of saying with
  /// which a speaker closes the sentence, "…, the two firms confirmed on Thursday."
  private func isActivePast(_ verb: Int) -> Bool {
    guard tags[verb] == .verbParticiple else { return false }
    let lemma = lemma(of: verb)
    if VerbFrames.intransitive.contains(lemma) { return true }
    guard SpeechLexicon.isSpeech(lemma), verb > sentence.tokens.lowerBound else { return false }
    let subject = annotations.phraseOfToken[verb - 1]
    guard subject >= 0, annotations.phrases[subject].tokens.upperBound == verb else { return false }
    let comma = annotations.phrases[subject].tokens.lowerBound - 1
    guard comma > sentence.tokens.lowerBound, [",", "”"].contains(tokens[comma].form) else { return false }
    return !(verb + 1..<sentence.tokens.upperBound).contains { [",", ";", "—"].contains(tokens[$0].form) || tags[$0].isVerb }
  }

  private func isAuxiliary(_ token: Int) -> Bool {
    [.auxiliary, .passiveAuxiliary, .copula].contains(tree.dependencies[token])
  }

  /// Whether a quotation ends between an auxiliary and a verb.
  private func isParted(_ auxiliary: Int, from verb: Int) -> Bool {
    guard auxiliary < verb else { return false }
    let marks = tokens[auxiliary..<verb].map(\.form)
    return marks.contains(";") || marks.contains("”") && !marks.contains("“")
  }

  private func lemma(of verb: Int) -> String {
    let lower = tokens[verb].lower
    if let closed = ClosedClasses.forms[lower] ?? (lower == "'s" ? "be" : nil) { return closed }
    if tags[verb] == .verbBase, LanguageModels.syntax.lexicon(of: lower).contains(.verb) { return lower }
    return VerbForms.lemma(of: lower) ?? lower
  }

  /// The verb with the auxiliaries, the "to" and the adverbs right before it, quotation marks included: "had “not yet”
  /// decided".
  private func group(_ verb: Int, _ auxiliaries: [Int]) -> Range<Int> {
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

  private func kind(_ verb: Int, _ predicate: Int, _ auxiliaries: [Int]) -> Clause.Kind {
    let dependents = tree.dependents(of: predicate)
    let dependency = tree.dependencies[predicate]
    if dependents.contains(where: { tags[$0] == .toParticle && $0 < verb }) { return .infinitive }
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

  /// An active verb with a subject before it has none behind it: what the parser took for one right there is the object, and
  /// farther on it is in apposition.
  private mutating func moveLateSubjects(of index: Int) {
    let verb = clauses[index].verb
    func isLate(_ phrase: Int) -> Bool { annotations.phrases[phrase].tokens.lowerBound >= verb.upperBound }
    guard !clauses[index].isPassive, clauses[index].mainVerb == predicates[index], !clauses[index].subjects.allSatisfy(isLate)
    else { return }
    let late = clauses[index].subjects.filter(isLate)
    clauses[index].subjects.removeAll(where: isLate)
    guard clauses[index].objects.isEmpty else { return }
    clauses[index].objects = late.filter { annotations.phrases[$0].tokens.lowerBound == verb.upperBound }
  }

  /// The clause above a predicate.
  private func governor(of predicate: Int) -> Int? {
    var above = tree.heads[predicate]
    while above >= 0 {
      if let clause = clauseOfPredicate[above] { return clause }
      above = tree.heads[above]
    }
    return nil
  }

  /// Dates belong to the clause that they hang in, be it by a noun: "killed soldiers in fighting on Monday".
  private mutating func addTimes() {
    for token in sentence.tokens {
      let phrase = annotations.phraseOfToken[token]
      guard phrase >= 0, annotations.phrases[phrase].kind == .time, annotations.phrases[phrase].tokens.lowerBound == token else {
        continue
      }
      let time = annotations.phrases[phrase]
      if let verb = verbBefore(time) {
        for other in clauses.indices { clauses[other].adjuncts.removeAll { $0.phrase == phrase } }
        let before = time.tokens.lowerBound - 1
        let preposition = tags[before] == .preposition || tags[before] == .adverb ? tokens[before].lower : ""
        clauses[verb].add(preposition, phrase, at: before, annotations)
        continue
      }
      let top = time.tokens.first { !time.tokens.contains(tree.heads[$0]) } ?? time.tokens.lowerBound
      guard let clause = clauseOfPredicate[top] ?? governor(of: top),
        !clauses[clause].adjuncts.contains(where: { $0.phrase == phrase }),
        !clauses[clause].subjects.contains(phrase), !clauses[clause].objects.contains(phrase)
      else { continue }
      let before = time.tokens.lowerBound - 1
      let preposition = before >= sentence.tokens.lowerBound && tags[before] == .preposition ? tokens[before].lower : ""
      clauses[clause].add(preposition, phrase, at: max(before, sentence.tokens.lowerBound), annotations)
    }
  }

  /// The clause whose verb stands right before a date, with a preposition at most between: "said on Monday it had …".
  private func verbBefore(_ time: Phrase) -> Int? {
    var at = time.tokens.lowerBound - 1
    if at > sentence.tokens.lowerBound, ["on", "in", "at", "late", "early"].contains(tokens[at].lower) { at -= 1 }
    return clauses.firstIndex { $0.verb.upperBound == at + 1 && $0.verb.contains(at) }
  }

  /// "was sentenced in 2001; he died last year": nothing belongs to a verb beyond a semicolon.
  private mutating func partAtSemicolons() {
    let stops = sentence.tokens.filter { tokens[$0].form == ";" }
    guard !stops.isEmpty else { return }
    for index in clauses.indices {
      let verb = clauses[index].mainVerb
      let lost = clauses[index].adjuncts.filter { adjunct in
        stops.contains { min(adjunct.token, verb) < $0 && $0 < max(adjunct.token, verb) }
      }
      guard !lost.isEmpty else { continue }
      clauses[index].adjuncts.removeAll { adjunct in lost.contains { $0.phrase == adjunct.phrase } }
      for adjunct in lost {
        let stop = stops.first { $0 > adjunct.token } ?? sentence.tokens.upperBound
        guard let own = clauses.indices.last(where: { clauses[$0].mainVerb < adjunct.token && clauses[$0].mainVerb < stop }),
          !stops.contains(where: { clauses[own].mainVerb < $0 && $0 < adjunct.token })
        else { continue }
        clauses[own].add(adjunct.preposition, adjunct.phrase, at: adjunct.token, annotations)
      }
    }
  }

  /// Phrases behind a preposition of place that no clause has yet belong to the one above them.
  private mutating func addPlaces() {
    let taken = Set(clauses.flatMap { $0.adjuncts.map(\.phrase) + $0.subjects + $0.objects })
    for token in sentence.tokens where annotations.phraseStartingAt[token] >= 0 {
      let index = annotations.phraseStartingAt[token]
      let phrase = annotations.phrases[index]
      let before = token - 1
      guard phrase.kind == .name, !taken.contains(index), before >= sentence.tokens.lowerBound,
        Self.placing.contains(tokens[before].lower)
      else { continue }
      var above = phrase.head
      while above >= 0, clauseOfPredicate[above] == nil { above = tree.heads[above] }
      guard above >= 0, let clause = clauseOfPredicate[above], clauses[clause].mainVerb < before,
        !clauses[clause].subjects.contains(where: { annotations.phrases[$0].tokens.lowerBound > clauses[clause].mainVerb })
      else { continue }
      clauses[clause].add(tokens[before].lower, index, at: before, annotations)
    }
  }

  /// What stands right behind the verb and hangs on nothing that any clause has: an object, then prepositions with their
  /// phrases.
  private mutating func addNeighbours(_ index: Int) {
    guard clauses[index].mainVerb == predicates[index] else { return }
    let behind = clauses[index].verb.upperBound
    if behind < sentence.tokens.upperBound, !clauses[index].isPassive, annotations.phraseStartingAt[behind] >= 0 {
      // An earlier verb's object that stands right behind this one is this one's.
      let phrase = annotations.phraseStartingAt[behind]
      for other in clauses.indices[..<index] { clauses[other].objects.removeAll { $0 == phrase } }
    }
    // What a relative clause describes may be part of this one.
    let taken = Set(
      clauses.flatMap { other in
        other.adjuncts.map(\.phrase) + other.objects + (other.kind == .relative || other.kind == .participle ? [] : other.subjects)
      })
    var at = clauses[index].verb.upperBound
    let isBare = clauses[index].verb.count == 1 && clauses[index].kind != .participle
    var mayBeObject = clauses[index].objects.isEmpty && (!clauses[index].isPassive || isBare)
    var isFirst = true
    while at < sentence.tokens.upperBound {
      if tags[at] == .adverb {
        at += 1
      } else if isFirst, let object = freePhrase(at, taken) {
        clauses[index].objects.removeAll { annotations.phrases[$0].tokens.lowerBound == at }
        clauses[index].objects.insert(object, at: 0)
        clauses[index].extend(to: annotations.phrases[object].tokens)
        (mayBeObject, isFirst) = (false, false)
        at = annotations.phrases[object].tokens.upperBound
      } else if annotations.phraseStartingAt[at] >= 0 {
        let phrase = annotations.phraseStartingAt[at]
        let end = annotations.phrases[phrase].tokens.upperBound
        guard mayBeObject || taken.contains(phrase), annotations.phrases[phrase].kind != .time else { return }
        let isSubject = end < sentence.tokens.upperBound && (tags[end].isVerb || [.auxiliary, .modal].contains(tags[end]))
        if !taken.contains(phrase) {
          guard !isSubject else { return }
          clauses[index].objects.append(phrase)
          clauses[index].extend(to: annotations.phrases[phrase].tokens)
        }
        (mayBeObject, isFirst) = (false, false)
        at = end
      } else if tags[at] == .preposition, at + 1 < sentence.tokens.upperBound, annotations.phraseStartingAt[at + 1] >= 0,
        !Self.conjoining.contains(tokens[at].lower)
      {
        let phrase = annotations.phraseStartingAt[at + 1]
        if !taken.contains(phrase) { clauses[index].add(tokens[at].lower, phrase, at: at, annotations) }
        (mayBeObject, isFirst) = (false, false)
        at = annotations.phrases[phrase].tokens.upperBound
      } else {
        return
      }
    }
  }

  /// The phrase that begins at `index`, right behind a verb, if no clause has it and no verb follows that it is the subject of.
  private func freePhrase(_ index: Int, _ taken: Set<Int>) -> Int? {
    var phrase = annotations.phraseStartingAt[index]
    guard phrase >= 0 else { return nil }
    // "the group (ABC) leader X": what stands behind the bracket is what the one before it belongs to.
    let bracket = annotations.phrases[phrase].tokens.upperBound
    if bracket + 3 < sentence.tokens.upperBound, tokens[bracket].form == "(", tokens[bracket + 2].form == ")",
      annotations.phraseStartingAt[bracket + 3] >= 0
    {
      phrase = annotations.phraseStartingAt[bracket + 3]
    }
    guard !taken.contains(phrase), annotations.phrases[phrase].kind != .time else { return nil }
    if clauses.contains(where: { $0.verb.contains(annotations.phrases[phrase].head) }) { return nil }
    let end = annotations.phrases[phrase].tokens.upperBound
    guard end < sentence.tokens.upperBound else { return phrase }
    return tags[end].isVerb && tags[end] != .verbGerund || [.auxiliary, .modal].contains(tags[end]) ? nil : phrase
  }

  /// Prepositions that may open a clause as well.
  private static let conjoining: Set<String> = ["after", "before", "since", "until", "as", "than", "like"]

  private static let placing: Set<String> = ["in", "at", "near", "outside", "inside", "around"]

  private func finiteGovernor(of index: Int) -> Int? {
    var above = clauses[index].governor
    while let governor = above, [.participle, .infinitive].contains(clauses[governor].kind) { above = clauses[governor].governor }
    return above
  }

  // MARK: Subjects from above

  /// What a clause without a subject of its own has from the one that it hangs on.
  private mutating func inheritSubjects(_ index: Int, depth: Int) {
    guard clauses[index].subjects.isEmpty, depth < 20 else { return }
    let predicate = predicates[index]
    let dependency = tree.dependencies[predicate]
    let isExistential = tree.first(of: predicate, by: .expletive).map { tokens[$0].lower == "there" } ?? false
    guard !isExistential else { return }
    if dependency == .adnominalClause || dependency == .relativeClause, tree.heads[predicate] >= 0 {
      let noun = annotations.phraseOfToken[tree.heads[predicate]]
      if noun >= 0, dependency == .adnominalClause || !clauses[index].objects.contains(noun) { clauses[index].subjects = [noun] }
      return
    }
    let before = clauses[index].verb.lowerBound - 1
    if let governor = clauses[index].governor, before > sentence.tokens.lowerBound,
      ["of", "for", "from"].contains(tokens[before].lower)
    {
      // "is suspected of having leaked", "accuses him of selling": of whom it is said.
      inheritSubjects(governor, depth: depth + 1)
      let isSaidOfObject = !clauses[governor].isPassive && !clauses[governor].objects.isEmpty
      clauses[index].subjects = isSaidOfObject ? clauses[governor].objects.suffix(1) : clauses[governor].subjects
      return
    }
    if clauses[index].kind == .participle, before >= sentence.tokens.lowerBound, tokens[before].form == ",",
      let main = finiteGovernor(of: index)
    {
      // "acquitted him of taking bribes, saying …"
      inheritSubjects(main, depth: depth + 1)
      clauses[index].subjects = clauses[main].subjects
      return
    }
    guard let governor = clauses[index].governor,
      [.conjunct, .openComplement, .adverbialClause].contains(dependency) || clauses[index].kind == .infinitive
    else { return }
    inheritSubjects(governor, depth: depth + 1)
    let above = clauses[governor]
    if dependency != .conjunct, dependency != .adverbialClause, VerbFrames.objectControl.contains(above.lemma), !above.isPassive,
      let object = above.objects.last
    {
      clauses[index].subjects = [object]
    } else {
      clauses[index].subjects = above.subjects
    }
  }
}

extension Clause {
  mutating func add(_ preposition: String, _ phrase: Int, at token: Int, _ annotations: Annotations) {
    adjuncts.append(Adjunct(preposition: preposition, phrase: phrase, token: token))
    extend(to: annotations.phrases[phrase].tokens)
  }

  mutating func extend(to range: Range<Int>) {
    tokens = min(tokens.lowerBound, range.lowerBound)..<max(tokens.upperBound, range.upperBound)
  }
}
