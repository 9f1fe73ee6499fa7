/// Runs of auxiliaries, adverbs and verbs → clauses that know their verb and nothing else yet.
enum VerbGroups {
  static func find(in sentence: Sentence, _ annotations: Annotations) -> [Clause] {
    var found: [Clause] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      let tag = annotations.tags[index]
      let starts = tag == .modal || tag == .auxiliary || tag.isVerb || tag == .toParticle
      guard starts, let clause = group(at: index, limit: sentence.tokens.upperBound, annotations) else {
        index += 1
        continue
      }
      found.append(clause)
      index = clause.verb.upperBound
    }
    return found
  }

  private static func group(at start: Int, limit: Int, _ annotations: Annotations) -> Clause? {
    let (tags, tokens) = (annotations.tags, annotations.tokens)
    var index = start
    var main: Int?
    var lastAuxiliary: Int?
    let isInfinitive = tags[start] == .toParticle
    if isInfinitive { index += 1 }
    scan: while index < limit {
      switch tags[index] {
      case .modal: lastAuxiliary = index
      case .auxiliary:
        lastAuxiliary = index
      case .adverb, .negation:
        guard let verb = verbAfterAdverbs(index, limit, tags), main == nil else { break scan }
        index = verb
        continue
      case .verbBase, .verbThird, .verbPast, .verbParticiple, .verbGerund:
        // Two full verbs side by side: "helped build", "is going".
        guard main == nil else { break scan }
        main = index
      case .mark
      where index > start && main == nil && ["“", "”", "‘", "’"].contains(tokens[index].form) && goesOn(index + 1, limit, tags):
        break
      default: break scan
      }
      index += 1
      if main != nil { break }
    }
    guard let verb = main ?? lastAuxiliary else { return nil }
    let range = start..<(verb + 1)
    let lower = tokens[verb].lower
    let lemma = VerbForms.lemma(of: lower) ?? ClosedClasses.forms[lower] ?? lower
    var clause = Clause(kind: .main, verb: range, mainVerb: verb, lemma: lemma, tokens: range)
    describe(&clause, isInfinitive: isInfinitive, annotations)
    return clause
  }

  /// A quoted part of a verb group: "had “not yet” decided".
  private static func goesOn(_ index: Int, _ limit: Int, _ tags: [Tag]) -> Bool {
    guard index < limit else { return false }
    return tags[index].isVerb || tags[index] == .negation || tags[index] == .adverb
  }

  private static func verbAfterAdverbs(_ index: Int, _ limit: Int, _ tags: [Tag]) -> Int? {
    var at = index
    while at < limit, at - index < 4, tags[at] == .adverb || tags[at] == .negation { at += 1 }
    if at < limit, tags[at] == .mark, at + 1 < limit, tags[at + 1].isVerb, tags[at - 1] == .adverb { return at + 1 }
    guard at < limit, tags[at].isVerb || tags[at] == .auxiliary || tags[at] == .modal else { return nil }
    return at
  }

  private static func describe(_ clause: inout Clause, isInfinitive: Bool, _ annotations: Annotations) {
    let (tags, tokens) = (annotations.tags, annotations.tokens)
    let words = clause.verb.map { tokens[$0].lower }
    let auxiliaries = words.dropLast()
    let hasBe = auxiliaries.contains { ClosedClasses.forms[$0] == "be" || $0 == "'s" }
    let hasGet = auxiliaries.contains("got")
    let mainTag = tags[clause.mainVerb]
    clause.isPassive = (hasBe || hasGet) && (mainTag == .verbParticiple || mainTag == .verbPast)
    clause.isPerfect = auxiliaries.contains { ClosedClasses.forms[$0] == "have" }
    clause.isNegated = clause.verb.contains { tags[$0] == .negation } || negatedAfter(clause.verb.upperBound, annotations)
    clause.modal = clause.verb.first { tags[$0] == .modal }.map { tokens[$0].lower }
    clause.isFuture = ["will", "shall", "'ll"].contains(clause.modal ?? "")
    if isInfinitive {
      clause.kind = .infinitive
    } else if mainTag == .verbGerund, !hasBe {
      clause.kind = .participle
    } else if mainTag == .verbParticiple, auxiliaries.isEmpty {
      clause.kind = .participle
      clause.isPassive = true
    }
  }

  /// "is not", "was never": the negation stands behind a copula.
  private static func negatedAfter(_ index: Int, _ annotations: Annotations) -> Bool {
    index < annotations.tags.count && annotations.tags[index] == .negation && annotations.tags[index - 1] == .auxiliary
  }
}
