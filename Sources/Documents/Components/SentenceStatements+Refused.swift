// What the sentence says of what it has just told: "…, which Karr denies", "…, a charge that the board called baseless".
extension SentenceStatements {
  /// A denial for each such tail; what stands before it ends there.
  mutating func readRefused() {
    for comma in sentence.tokens where tokens[comma].form == "," && comma > begin + 2 && comma + 3 < end {
      guard let start = subjectOfTail(behind: comma), !isInQuotation(comma, started: begin),
        let subject = subjectEnd(start), let tail = refusal(behind: subject)
      else { continue }
      let denier =
        accused(by: start, before: comma) ?? annotations.phrase(startingAt: start).flatMap { speaker($0) } ?? named(at: start)
        ?? antecedent(of: start, before: comma)
      for index in found.indices where found[index].content.lowerBound < comma && found[index].content.upperBound > comma {
        found[index].content = found[index].content.lowerBound..<comma
        found[index].passage = found[index].passage.lowerBound..<max(comma, found[index].passage.lowerBound + 1)
      }
      found.removeAll { $0.form == .denial && $0.passage.contains(tail.verb) }
      add((comma + 1)..<tail.end, (comma + 1)..<tail.end, by: denier, tail.certainty, .denial)
    }
  }

  /// Where the subject at a token ends; a name right behind the noun may be in one phrase with it: "an accusation Roth called".
  private func subjectEnd(_ start: Int) -> Int? {
    if let phrase = annotations.phrase(startingAt: start) { return annotations.phrases[phrase].tokens.upperBound }
    guard start < end, tags[start] == .name else { return nil }
    return (start..<end).first { tags[$0] != .name }
  }

  private func named(at token: Int) -> Int? {
    let named = annotations.mentions(beginningIn: token..<(token + 1)).first { annotations.mentions[$0].form == .name }
    return named.flatMap { annotations.mentions[$0].entity }
  }

  /// "accused the ministry of arming them, which it denies": a pronoun that may be whoever has just been accused is that one.
  private func accused(by pronoun: Int, before comma: Int) -> Int? {
    guard let kinds = kinds(of: tokens[pronoun].lower) else { return nil }
    let clause = annotations.clauses[clauses].last {
      $0.mainVerb < comma && ["accuse", "blame", "suspect", "charge"].contains($0.lemma) && $0.kind != .infinitive
    }
    guard let clause, let phrase = clause.isPassive ? clause.subjects.first : clause.objects.first,
      let entity = annotations.entity(ofPhrase: phrase), kinds.contains(annotations.entities[entity].kind)
    else { return nil }
    return entity
  }

  /// "has accused the builder of it, which it denies": the last before the comma that the pronoun may be, but who says it.
  private func antecedent(of pronoun: Int, before comma: Int) -> Int? {
    guard let kinds = kinds(of: tokens[pronoun].lower)?.subtracting([.place]) else { return nil }
    let accuser = found.last { $0.content.lowerBound < comma && $0.speaker != nil }?.speaker
    let mention = annotations.mentions(beginningIn: begin..<comma).last { index in
      guard let entity = annotations.mentions[index].entity, annotations.mentions[index].form != .adjective else { return false }
      return entity != accuser && kinds.contains(annotations.entities[entity].kind)
    }
    return mention.flatMap { annotations.mentions[$0].entity }
  }

  /// Behind ", which" or ", a charge that", where who denies it begins.
  private func subjectOfTail(behind comma: Int) -> Int? {
    let next = comma + 1
    if tokens[next].lower == "which" || tokens[next].lower == "something" { return next + 1 }
    guard ["a", "an", "the", "all"].contains(tokens[next].lower) else { return nil }
    let words = (next + 1)..<min(end, next + 4)
    guard let noun = words.first(where: { isSomethingSaid($0) }), noun + 1 < end else { return nil }
    return ["that", "which"].contains(tokens[noun + 1].lower) ? noun + 2 : noun + 1
  }

  private func isSomethingSaid(_ token: Int) -> Bool {
    let lower = tokens[token].lower
    return SpeechLexicon.nouns[lower] != nil || lower.utf8.count > 4 && SpeechLexicon.accusationNouns.contains(lower)
      || ["figure", "number", "version", "account", "explanation", "characterisation", "description"].contains(lower)
  }

  /// A verb by which something said is denied, right behind its subject, and where its clause ends.
  private func refusal(behind subject: Int) -> (verb: Int, end: Int, certainty: Certainty)? {
    var verb = subject
    while verb < end, tags[verb] == .auxiliary || tags[verb] == .adverb { verb += 1 }
    guard verb < end, tags[verb].isVerb, let lemma = VerbForms.lemma(of: tokens[verb].lower),
      !(subject..<verb).contains(where: { ClosedClasses.forms[tokens[$0].lower] == "be" })
    else { return nil }
    let limit = (verb..<end).first { [",", ";", ":"].contains(tokens[$0].form) } ?? end
    if SpeechLexicon.isDenial(lemma) { return (verb, limit, .denied) }
    if lemma == "doubt" || lemma == "question" { return (verb, limit, .rumoured) }
    guard ["call", "describe", "label", "brand", "denounce", "deride"].contains(lemma),
      (verb..<limit).contains(where: { SpeechLexicon.isDenialWord(tokens[$0].lower) })
    else { return nil }
    return (verb, limit, .denied)
  }
}
