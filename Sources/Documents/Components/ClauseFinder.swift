/// Verb groups with their subjects, objects and adjuncts: a shallow parse by position, which a trained parser may replace.
struct ClauseFinder: Component {
  let name = "clause finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .phrases, .quotations]
  let assigns: Set<Layer> = [.clauses]

  func annotate(_ annotations: inout Annotations) {
    for sentence in annotations.sentences {
      var builder = ClauseBuilder(sentence: sentence, annotations: annotations, firstClause: annotations.clauses.count)
      annotations.clauses += builder.build()
    }
    annotations.subjectPhrases = Set(annotations.clauses.flatMap(\.subjects))
  }
}

/// The clauses of one sentence, from left to right.
struct ClauseBuilder {
  let sentence: Sentence
  let annotations: Annotations
  /// The index that the sentence's first clause will have in the document.
  let firstClause: Int
  private(set) var clauses: [Clause] = []

  var tokens: [Token] { annotations.tokens }
  var tags: [Tag] { annotations.tags }
  var limit: Int { sentence.tokens.upperBound }

  init(sentence: Sentence, annotations: Annotations, firstClause: Int) {
    self.sentence = sentence
    self.annotations = annotations
    self.firstClause = firstClause
  }

  mutating func build() -> [Clause] {
    clauses = VerbGroups.find(in: sentence, annotations)
    markReducedRelatives()
    for index in clauses.indices {
      attach(index)
      let next = index + 1 < clauses.count ? clauses[index + 1].verb.lowerBound : limit
      let dependents = DependentFinder(annotations: annotations, limit: limit)
      dependents.fill(&clauses[index], nextVerb: next)
    }
    for index in clauses.indices { clauses[index].governor = clauses[index].governor.map { $0 + firstClause } }
    return clauses
  }

  /// "A ceasefire signed last month came close to collapse": a past form right after its noun, followed by no object, while
  /// the sentence goes on to a finite verb of its own, is a passive participle.
  private mutating func markReducedRelatives() {
    for index in clauses.indices where index + 1 < clauses.count {
      let clause = clauses[index]
      let verb = clause.mainVerb
      guard clause.verb.count == 1, tags[verb] == .verbPast, !SpeechLexicon.isSpeech(clause.lemma),
        VerbForms.table[tokens[verb].lower]?.reading.contains(.participle) == true, verb > sentence.tokens.lowerBound,
        tags[verb - 1].isNominal, verb + 1 < limit
      else { continue }
      let after = verb + 1
      let noObject = tags[after] == .preposition || startsTime(after) || ["less", "more", "last"].contains(tokens[after].lower)
      let next = clauses[index + 1]
      let between = (after..<next.verb.lowerBound)
      let isBroken = between.contains { at in
        tags[at] == .conjunction && at + 1 == next.verb.lowerBound || tags[at] == .subordinator || tags[at] == .relative
          || tokens[at].form == "," || ["after", "before", "when", "—", "”", "“"].contains(tokens[at].lower)
      }
      guard noObject, !isBroken, isFinite(next) else { continue }
      clauses[index].isPassive = true
      clauses[index].kind = .participle
    }
  }

  private func startsTime(_ index: Int) -> Bool {
    let phrase = annotations.phraseOfToken[index]
    return phrase >= 0 && annotations.phrases[phrase].kind == .time
  }

  func isFinite(_ clause: Clause) -> Bool {
    guard clause.kind != .infinitive, clause.kind != .participle else { return false }
    let first = clause.verb.lowerBound
    return tags[first] == .auxiliary || tags[first] == .modal || tags[first] == .verbPast || tags[first] == .verbThird
      || tags[first] == .verbBase || clause.verb.contains { tags[$0] == .verbPast || tags[$0] == .auxiliary }
  }

  // MARK: Subjects

  private mutating func attach(_ index: Int) {
    let previous = lastClause(before: index)
    clauses[index].governor = previous
    let start = clauses[index].verb.lowerBound
    var left = start - 1
    while left >= sentence.tokens.lowerBound,
      tags[left] == .adverb && tokens[left].lower != "there" || tags[left] == .negation
        || ["“", "‘"].contains(tokens[left].form)
    {
      left -= 1
    }
    switch clauses[index].kind {
    case .infinitive:
      clauses[index].subjects = subjectOfInfinitive(governor: previous)
      return
    case .participle:
      attachParticiple(index, left: left, previous: previous)
      return
    default: break
    }
    guard left >= sentence.tokens.lowerBound, tokens[left].lower != "there" || left > 0 && tags[left - 1].isNominal else {
      return
    }
    if tokens[left].lower == "there", left > sentence.tokens.lowerBound { left -= 1 }
    if let reduced = subjectOfReducedRelative(before: index, left: left) { return setSubject(reduced, of: index) }
    if tags[left].isVerb, index > 0, SpeechLexicon.isSpeech(clauses[index - 1].lemma), clauses[index - 1].verb.contains(left),
      let speaker = clauses[index - 1].subjects.first, let antecedent = antecedentBefore(speaker)
    {
      // "skirmishes that officials say killed 93"
      clauses[index].kind = .complement
      clauses[index].subjects = [antecedent]
      return
    }
    if tags[left] == .relative || isRelativeThat(left) {
      clauses[index].kind = .relative
      clauses[index].subjects = antecedent(of: left).map { [$0] } ?? []
      clauses[index].tokens = left..<clauses[index].verb.upperBound
      return
    }
    if tags[left] == .conjunction || tokens[left].form == "," || tokens[left].form == "—" {
      if let subject = subjectAcrossInsertion(endingAt: left, index) { return setSubject(subject, of: index) }
      clauses[index].kind = .coordinated
      clauses[index].subjects = subjectOfCoordinated(index)
      return
    }
    guard let subject = subjectPhrase(endingAt: left) else { return }
    setSubject(subject, of: index)
  }

  /// The noun that the participle just before belongs to, where this verb's left neighbour is only the participle's adjunct.
  private func subjectOfReducedRelative(before index: Int, left: Int) -> Int? {
    guard index > 0, clauses[index - 1].kind == .participle, let subject = clauses[index - 1].subjects.last,
      isFinite(clauses[index]),
      annotations.phrases[subject].tokens.upperBound == clauses[index - 1].verb.lowerBound
    else { return nil }
    let between = clauses[index - 1].verb.upperBound..<clauses[index].verb.lowerBound
    let isBroken = between.contains {
      tags[$0] == .subordinator || tags[$0] == .relative || tokens[$0].form == "," || tokens[$0].form == ";"
    }
    guard !isBroken, tags[left].isNominal || [")", "”"].contains(tokens[left].form) || tags[left] == .number else { return nil }
    return subject
  }

  private func lastClause(before index: Int) -> Int? { index > 0 ? index - 1 : nil }

  private func isRelativeThat(_ index: Int) -> Bool {
    tokens[index].lower == "that" && index > sentence.tokens.lowerBound && tags[index - 1].isNominal
  }

  private func subjectOfInfinitive(governor: Int?) -> [Int] {
    guard let governor else { return [] }
    let clause = clauses[governor]
    // "ordered two battalions to move": the one who is told is the one who acts.
    if VerbFrames.objectControl.contains(clause.lemma), !clause.isPassive, let object = clause.objects.last { return [object] }
    return clause.subjects
  }

  private mutating func attachParticiple(_ index: Int, left: Int, previous: Int?) {
    guard left >= sentence.tokens.lowerBound else {
      // "Speaking in Paris, the minister said": the subject of what follows.
      return
    }
    if tags[left].isNominal || tags[left] == .number {
      clauses[index].subjects = subjectPhrase(endingAt: left).map { [$0] } ?? []
      return
    }
    if tokens[left].form == ",", left > sentence.tokens.lowerBound, let phrase = phraseIndex(endingAt: left - 1),
      previous == nil || clauses[previous!].verb.upperBound <= annotations.phrases[phrase].tokens.lowerBound && isOpening(phrase)
    {
      clauses[index].subjects = [phrase]
      return
    }
    clauses[index].subjects = previous.map { clauses[$0].subjects } ?? []
  }

  /// Whether nothing but the sentence's or the clause's start stands before a phrase.
  private func isOpening(_ phrase: Int) -> Bool {
    let begin = annotations.phrases[phrase].tokens.lowerBound
    guard begin > sentence.tokens.lowerBound else { return true }
    let before = begin - 1
    return tags[before] == .conjunction || tags[before] == .subordinator || tokens[before].form == ","
      || tokens[before].form == "“"
  }

  private mutating func setSubject(_ subject: Int, of index: Int) {
    clauses[index].subjects = coordination(endingWith: subject)
    let begin = clauses[index].subjects.map { annotations.phrases[$0].tokens.lowerBound }.min()!
    var before = begin - 1
    while before >= sentence.tokens.lowerBound, tags[before] == .mark || tags[before] == .adverb { before -= 1 }
    clauses[index].tokens = begin..<clauses[index].verb.upperBound
    guard before >= sentence.tokens.lowerBound, index > 0 else { return }
    let word = tokens[before].lower
    if ["that", "whether", "how", "if"].contains(word) {
      clauses[index].kind = .complement
    } else if tags[before] == .subordinator || ["after", "before", "since", "until", "as", "than"].contains(word) {
      clauses[index].kind = .adverbial
    } else if SpeechLexicon.isSpeech(clauses[index - 1].lemma), before < clauses[index - 1].verb.upperBound + 1 {
      clauses[index].kind = .complement
    } else if tags[before] == .conjunction {
      clauses[index].kind = .coordinated
    }
  }

  /// X and Y, as subjects joined.
  private func coordination(endingWith phrase: Int) -> [Int] {
    var found = [phrase]
    var begin = annotations.phrases[phrase].tokens.lowerBound
    while begin - 2 >= sentence.tokens.lowerBound,
      tokens[begin - 1].lower == "and" || tokens[begin - 1].lower == "or"
        || tokens[begin - 1].form == "," && found.count > 1, let other = phraseIndex(endingAt: begin - 2),
      annotations.phrases[other].kind != .time, isOpening(other) || found.count > 1
    {
      found.insert(other, at: 0)
      begin = annotations.phrases[other].tokens.lowerBound
    }
    return found
  }

  /// The outermost phrase whose last token is `end`.
  func phraseIndex(endingAt end: Int) -> Int? {
    guard end >= sentence.tokens.lowerBound else { return nil }
    let phrase = annotations.phraseOfToken[end]
    guard phrase >= 0, annotations.phrases[phrase].tokens.upperBound == end + 1 else {
      // The token may end an outer phrase while it is the whole of an inner one.
      return nil
    }
    return phrase
  }

  /// The subject that ends at `left`, walking back over "of …", "in …" to the head of the whole.
  private func subjectPhrase(endingAt left: Int) -> Int? {
    var end = left
    // A closing bracket or quote belongs to the phrase before it.
    while end > sentence.tokens.lowerBound, [")", "”", "’", "\""].contains(tokens[end].form) {
      if tokens[end].form == ")" {
        while end > sentence.tokens.lowerBound, tokens[end].form != "(" { end -= 1 }
      }
      end -= 1
    }
    guard var phrase = phraseIndex(endingAt: end) else { return nil }
    while annotations.phrases[phrase].tokens.lowerBound - 1 >= sentence.tokens.lowerBound {
      let before = annotations.phrases[phrase].tokens.lowerBound - 1
      // "officials in the intelligence and security services"
      if tokens[before].lower == "and", let other = phraseIndex(endingAt: before - 1) {
        let preposition = annotations.phrases[other].tokens.lowerBound - 1
        if preposition > sentence.tokens.lowerBound, tags[preposition] == .preposition, tokens[preposition].lower != "between",
          let outer = phraseIndex(endingAt: preposition - 1)
        {
          phrase = outer
          continue
        }
      }
      guard tags[before] == .preposition || annotations.phrases[phrase].kind == .time else { break }
      let isTime = annotations.phrases[phrase].kind == .time && tags[before] != .preposition
      var outerEnd = isTime ? before : before - 1
      // "a person familiar with the matter", "two people close to the talks"
      if !isTime, outerEnd > sentence.tokens.lowerBound, tags[outerEnd] == .adjective || tags[outerEnd] == .adverb,
        tags[outerEnd - 1].isNominal
      {
        outerEnd -= 1
      }
      if ["after", "before", "since", "until", "as", "than", "that"].contains(tokens[before].lower) { break }
      guard let outer = phraseIndex(endingAt: outerEnd) else { return annotations.phrases[phrase].kind == .time ? nil : phrase }
      phrase = outer
    }
    return phrase
  }

  /// "Lina Orsova, who speaks for the office in Geneva, called …": the verb's subject stands before the insertion that the
  /// comma at `comma` closes, provided that no verb of this clause came between.
  private func subjectAcrossInsertion(endingAt comma: Int, _ index: Int) -> Int? {
    guard tokens[comma].form == "," || tokens[comma].form == "—" else { return nil }
    var open = comma - 1
    while open > sentence.tokens.lowerBound {
      if tokens[open].form == tokens[comma].form, let phrase = phraseIndex(endingAt: open - 1), opensInsertion(open + 1, comma) {
        let head = subjectPhrase(endingAt: open - 1) ?? phrase
        let begin = annotations.phrases[head].tokens.lowerBound
        let hasVerbBefore = clauses[..<index].contains { clause in
          clause.verb.upperBound <= begin && isFinite(clause) && !separates(clause.verb.upperBound, begin)
        }
        if !hasVerbBefore || isOpening(head) { return head }
      }
      open -= 1
    }
    return nil
  }

  /// What stands between commas after a name: a relative clause, an apposition, an age, a participle, a phrase of place.
  private func opensInsertion(_ index: Int, _ comma: Int) -> Bool {
    guard index < comma else { return false }
    switch tags[index] {
    case .relative, .determiner, .possessive, .preposition, .verbGerund, .number, .adjective, .noun, .name: return true
    case .verbParticiple, .verbPast: return true
    case .pronoun: return ["who", "which", "whom"].contains(tokens[index].lower)
    default: return false
    }
  }

  /// A subordinator, a colon or a quote between two places begins a clause of its own.
  private func separates(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return false }
    return (from..<to).contains { at in
      tags[at] == .subordinator || tags[at] == .conjunction || [":", ";", "“", "—"].contains(tokens[at].form)
        || ["after", "before"].contains(tokens[at].lower)
    }
  }

  private func subjectOfCoordinated(_ index: Int) -> [Int] {
    var at = index - 1
    while at >= 0 {
      if isFinite(clauses[at]) || clauses[index].kind == .infinitive { return clauses[at].subjects }
      at -= 1
    }
    return index > 0 ? clauses[index - 1].subjects : []
  }

  /// What the relative pronoun right before a phrase stands for.
  private func antecedentBefore(_ phrase: Int) -> Int? {
    let before = annotations.phrases[phrase].tokens.lowerBound - 1
    guard before > sentence.tokens.lowerBound, ["that", "which", "who", "whom"].contains(tokens[before].lower) else { return nil }
    return antecedent(of: before)
  }

  /// What a relative pronoun stands for: the phrase before it or, behind a person's "of …", the person.
  private func antecedent(of relative: Int) -> Int? {
    var end = relative - 1
    if end >= sentence.tokens.lowerBound, tokens[end].form == "," { end -= 1 }
    while end > sentence.tokens.lowerBound, [")", "”"].contains(tokens[end].form) {
      while tokens[end].form == ")" && end > sentence.tokens.lowerBound && tokens[end].form != "(" { end -= 1 }
      end -= 1
    }
    guard var nearest = phraseIndex(endingAt: end) else { return nil }
    // "skirmishes in late February that": a date is no antecedent.
    while annotations.phrases[nearest].kind == .time {
      var before = annotations.phrases[nearest].tokens.lowerBound - 1
      if before > sentence.tokens.lowerBound, tags[before] == .preposition { before -= 1 }
      guard let outer = phraseIndex(endingAt: before) else { return nil }
      nearest = outer
    }
    // "X, 36, who"
    if annotations.phrases[nearest].kind == .number,
      let name = phraseIndex(endingAt: annotations.phrases[nearest].tokens.lowerBound - 2),
      tokens[annotations.phrases[nearest].tokens.lowerBound - 1].form == ","
    {
      nearest = name
    }
    guard tokens[relative].lower == "who", tokens[relative - 1].form == "," else { return nearest }
    let phrase = annotations.phrases[nearest]
    let isPerson = phrase.kind == .common && HumanNouns.isHuman(Suffixes.singular(tokens[phrase.head].lower))
    return isPerson ? nearest : subjectPhrase(endingAt: phrase.tokens.upperBound - 1) ?? nearest
  }
}
