/// What depends on a predicate, as phrases: subjects, objects, and adjuncts with their prepositions.
struct ClauseArguments {
  let annotations: Annotations
  let predicate: Int

  private var tree: DependencyTree { annotations.tree }

  func fill(_ clause: inout Clause) {
    var heads: [Int] = []
    for token in tree.dependents(of: predicate) {
      switch tree.dependencies[token] {
      case .subject, .passiveSubject: addSubject(token, to: &clause)
      case .object, .indirectObject:
        addObject(token, to: &clause)
        heads.append(token)
      case .openComplement where annotations.tags[token].isNominal:
        addObject(token, to: &clause)
        heads.append(token)
      case .oblique, .obliqueAgent, .unmarkedOblique, .modifier, .unmarkedModifier:
        addAdjunct(token, to: &clause)
        heads.append(token)
      default: break
      }
    }
    if clause.mainVerb != predicate {
      addObject(predicate, to: &clause)
    }
    for head in heads { addModifiers(of: head, to: &clause, depth: 0) }
    existential(&clause)
  }

  private func phrase(of token: Int) -> Int? {
    let phrase = annotations.phraseOfToken[token]
    return phrase >= 0 ? phrase : nil
  }

  /// The phrase that a token stands for: its own, or for a relative pronoun that of the noun which the clause describes.
  private func meaning(of token: Int) -> Int? {
    let isRelative = annotations.tags[token] == .relative
    let isRead = tree.dependencies[predicate] == .relativeClause && annotations.tags[token] != .subordinator
    guard isRelative || isRead && Self.relatives.contains(annotations.tokens[token].lower) else { return phrase(of: token) }
    var clause = predicate
    while clause >= 0, tree.dependencies[clause] != .relativeClause {
      guard
        tree.dependencies[clause] == .conjunct || tree.dependencies[clause] == .complement
          || tree.dependencies[clause] == .openComplement
      else { return nil }
      clause = tree.heads[clause]
    }
    return clause >= 0 && tree.heads[clause] >= 0 ? phrase(of: tree.heads[clause]) : nil
  }

  private static let relatives: Set<String> = ["that", "who", "which", "whom"]

  private func addSubject(_ token: Int, to clause: inout Clause) {
    for part in tree.conjuncts(of: token) {
      guard let found = meaning(of: part), annotations.phrases[found].kind != .time else { continue }
      let begin = annotations.phrases[found].tokens.lowerBound
      if clause.isPassive, begin > clause.verb.upperBound, annotations.tokens[begin - 1].lower == "by" {
        // "was founded in 2012 by Mr Roe"
        clause.add("by", found, at: begin - 1, annotations)
        continue
      }
      let phrase = found == phrase(of: part) ? withoutPreposition(found, before: clause.verb.lowerBound) : found
      if !clause.subjects.contains(phrase) { clause.subjects.append(phrase) }
    }
    clause.extend(to: phrase(of: token).map { annotations.phrases[$0].tokens } ?? token..<(token + 1))
  }

  /// A subject has no preposition: what the parser took from behind one belongs to the phrase before it.
  private func withoutPreposition(_ phrase: Int, before verb: Int) -> Int {
    let begin = annotations.phrases[phrase].tokens.lowerBound
    guard begin >= 2, begin < verb, Self.plainPrepositions.contains(annotations.tokens[begin - 1].lower) else { return phrase }
    let outer = annotations.phraseOfToken[begin - 2]
    guard outer >= 0, annotations.phrases[outer].tokens.upperBound == begin - 1, annotations.phrases[outer].kind != .time else {
      return phrase
    }
    return withoutPreposition(outer, before: verb)
  }

  private static let plainPrepositions: Set<String> = [
    "of", "in", "by", "on", "at", "for", "with", "from", "to", "near", "against",
  ]

  private func addObject(_ token: Int, to clause: inout Clause) {
    for part in tree.conjuncts(of: token) where part == token && clause.objects.isEmpty || !isInserted(part) {
      guard let phrase = meaning(of: part), !clause.objects.contains(phrase), !clause.subjects.contains(phrase),
        annotations.phrases[phrase].kind != .time
      else { continue }
      let before = annotations.phrases[phrase].tokens.lowerBound - 1
      if part == token, self.phrase(of: part) == phrase, before >= clause.verb.upperBound,
        annotations.tags[before] == .preposition
      {
        clause.add(annotations.tokens[before].lower, phrase, at: before, annotations)
        continue
      }
      clause.objects.append(phrase)
      if self.phrase(of: part) == phrase { clause.extend(to: annotations.phrases[phrase].tokens) }
    }
  }

  /// What stands behind a comma in a list without "and" is in apposition: "that employs him, Castle Freight, suspended …".
  private func isInserted(_ part: Int) -> Bool {
    guard let phrase = phrase(of: part) else { return false }
    let begin = annotations.phrases[phrase].tokens.lowerBound
    guard begin > 0, annotations.tokens[begin - 1].form == "," else { return false }
    let above = tree.heads[part]
    guard above >= 0 else { return false }
    return !(tree.conjuncts(of: above) + [part]).contains { one in
      tree.dependents(of: one).contains { annotations.tags[$0] == .conjunction }
    }
  }

  private func addAdjunct(_ token: Int, to clause: inout Clause) {
    let markers = tree.dependents(of: token, by: .caseMarker).filter { annotations.tags[$0] != .possessiveMark }
    // "according to X" names a source, no part of the clause.
    if markers.contains(where: { annotations.tokens[$0].lower == "according" }) { return }
    // What has no preposition, or one that is part of its number ("around 15 extremists"), is an object but for dates.
    if let phrase = phrase(of: token), markers.allSatisfy({ annotations.phrases[phrase].tokens.contains($0) }),
      annotations.phrases[phrase].kind != .time, clause.objects.isEmpty, token > clause.mainVerb, !clause.isPassive,
      annotations.tokens[annotations.phrases[phrase].tokens.lowerBound - 1].form != ","
    {
      return addObject(token, to: &clause)
    }
    let preposition = markers.first.map { annotations.tokens[$0].lower } ?? ""
    for part in tree.conjuncts(of: token) {
      guard let phrase = meaning(of: part), !clause.adjuncts.contains(where: { $0.phrase == phrase }),
        !clause.subjects.contains(phrase), !clause.objects.contains(phrase)
      else { continue }
      let start = annotations.phrases[phrase].tokens.lowerBound
      let begin = markers.first ?? start
      var preposition = preposition
      if preposition.isEmpty, start > clause.verb.upperBound, annotations.tags[start - 1] == .preposition {
        preposition = annotations.tokens[start - 1].lower
      }
      // "by Mr Roe and his brother Tom"
      if preposition.isEmpty, start > 1, annotations.tokens[start - 1].lower == "and",
        let partner = clause.adjuncts.first(where: { annotations.phrases[$0.phrase].tokens.upperBound == start - 1 }),
        annotations.phrases[phrase].kind != .time
      {
        preposition = partner.preposition
      }
      if self.phrase(of: part) == phrase {
        clause.add(preposition, phrase, at: begin, annotations)
      } else {
        clause.adjuncts.append(Clause.Adjunct(preposition: preposition, phrase: phrase, token: begin))
      }
    }
  }

  /// What hangs on an object or an adjunct says where, when and with whom as well: "opened fire on a group of traders in
  /// Tarsa".
  private func addModifiers(of head: Int, to clause: inout Clause, depth: Int) {
    guard depth < 4 else { return }
    for token in tree.dependents(of: head) {
      guard [.modifier, .conjunct, .unmarkedModifier].contains(tree.dependencies[token]) else { continue }
      if tree.dependencies[token] == .modifier, token > clause.mainVerb || head < clause.mainVerb {
        addAdjunct(token, to: &clause)
      }
      addModifiers(of: token, to: &clause, depth: depth + 1)
    }
  }

  /// "There was one meeting": what there is is told of, it does nothing.
  private func existential(_ clause: inout Clause) {
    guard clause.lemma == "be", let there = tree.first(of: predicate, by: .expletive), annotations.tokens[there].lower == "there"
    else { return }
    for subject in clause.subjects where !clause.objects.contains(subject) { clause.objects.append(subject) }
    clause.subjects = []
  }
}
