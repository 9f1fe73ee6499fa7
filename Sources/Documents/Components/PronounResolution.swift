/// Whom a pronoun means: the latest entity of the right kind and gender, subjects before others, within a few sentences.
struct PronounResolution {
  private static let sentenceReach = 4
  private static let pluralAgreement = 8
  private static let speakerBonus = 26
  private static let mouthpiecePenalty = 60
  private static let kinPenalty = 50
  private static let learnedPenalty = 20
  /// Pronouns for one human being who is not the speaker.
  /// The pronouns for one person.
  static let genders: [String: GivenNames.Gender] = [
    "he": .male, "him": .male, "his": .male, "himself": .male, "she": .female, "her": .female, "hers": .female,
    "herself": .female,
  ]
  let annotations: Annotations

  init(_ annotations: Annotations) {
    self.annotations = annotations
  }

  func antecedent(of mention: Int) -> Int? {
    let pronoun = annotations.tokens[annotations.mentions[mention].head].lower
    switch pronoun {
    case "he", "him", "his", "himself": return search(mention) { isPerson($0, .male) }
    case "she", "her", "hers", "herself": return search(mention) { isPerson($0, .female) }
    case "it" where isProposition(mention) || isPleonastic(annotations.mentions[mention].head): return nil
    case "it" where isOfHappening(mention): return nil
    case "it", "its", "itself":
      if pronoun == "it", let site = siteBefore(mention) { return site }
      return search(mention) {
        $0.kind == .organization || $0.kind == .asset || $0.kind == .place && (isCountry($0) || isActor($0))
      }
    case "they", "them", "their", "themselves":
      return search(mention, isPlural: true) { $0.kind == .group || $0.kind == .organization }
        ?? search(mention) { $0.kind == .person && $0.isAnonymous }
    default:
      return nil  // "we" and "I" are known when the speaker is.
    }
  }

  /// The subject of the sentence before in the same paragraph, where the pronoun is one too: the text goes on about it
  /// (Grosz, Joshi and Weinstein, "Centering", 1995).
  private func subjectBefore(_ mention: Int) -> Int? {
    let here = annotations.mentions[mention]
    guard let phrase = here.phrase, annotations.isSubject(phrase) else { return nil }
    let sentence = annotations.sentenceIndex(ofToken: here.head)
    guard sentence > 0, here.head - annotations.sentences[sentence].tokens.lowerBound < 2,
      !annotations.sentences[sentence].opensBlock
    else { return nil }
    let before = annotations.sentences[sentence - 1].tokens
    let clause = annotations.clauses(around: before.lowerBound).first {
      [.main, .coordinated].contains(annotations.clauses[$0].kind)
    }
    return clause.flatMap { annotations.clauses[$0].subjects.first }
  }

  /// "The quake struck before dawn. It was followed by": a happening and nobody that acts.
  private func isOfHappening(_ mention: Int) -> Bool {
    guard let subject = subjectBefore(mention), annotations.phrases[subject].kind == .common,
      annotations.entity(ofPhrase: subject) == nil
    else { return false }
    return EventLexicon.nouns[Suffixes.singular(annotations.tokens[annotations.phrases[subject].head].lower)] != nil
  }

  /// "The library was opened in 1931. It will shut": a site that the text has a node for.
  private func siteBefore(_ mention: Int) -> Int? {
    guard let subject = subjectBefore(mention), let entity = annotations.entity(ofPhrase: subject),
      annotations.entities[entity].kind == .place, annotations.entities[entity].isAnonymous,
      PlaceNouns.sites.contains(annotations.tokens[annotations.phrases[subject].head].lower)
    else { return nil }
    return entity
  }

  /// A place that can own and act: a country, or one that the text makes an adjective of.
  private func isCountry(_ entity: EntityFinding) -> Bool {
    if Gazetteer.isContinent(entity.name) { return false }
    return Gazetteer.places[NameFolding.folded(entity.name)] == .country
      || entity.mentions.contains { annotations.mentions[$0].form == .adjective }
  }

  /// "It is clear that", "it’s also evident they": a subject that means nothing.
  private func isPleonastic(_ token: Int) -> Bool {
    var at = token + 1
    if at + 1 < annotations.tokens.count, annotations.tags[at] == .modal { at += 1 }
    guard at < annotations.tokens.count,
      ClosedClasses.forms[annotations.tokens[at].lower] == "be" || annotations.tokens[at].lower == "'s"
        || annotations.tokens[at].lower == "’s"
    else { return false }
    at += 1
    // "it is back to business as usual", "it is time to"
    if at < annotations.tokens.count, ["back", "time", "thanks", "too", "over", "because"].contains(annotations.tokens[at].lower)
    {
      return true
    }
    while at < annotations.tokens.count, annotations.tags[at] == .adverb || annotations.tags[at] == .negation { at += 1 }
    if at + 1 < annotations.tokens.count, ["a", "an"].contains(annotations.tokens[at].lower),
      Self.valuations.contains(annotations.tokens[at + 1].lower),
      (at + 2..<min(at + 9, annotations.tokens.count)).contains(where: {
        annotations.tags[$0] == .toParticle || annotations.tokens[$0].lower == "that"
      })
    {
      return true
    }
    guard at + 1 < annotations.tokens.count, annotations.tags[at] == .adjective else { return false }
    // "It is imperative for all to coordinate"
    if annotations.tokens[at + 1].lower == "for", Self.modalities.contains(annotations.tokens[at].lower) { return true }
    return !annotations.tags[at + 1].isNominal
      && (annotations.tokens[at + 1].form != "." && annotations.tags[at + 1] != .preposition)
  }

  /// What "it is a … to" calls the doing that follows.
  private static let valuations: Set<String> = [
    "offence", "offense", "crime", "mistake", "honour", "honor", "pleasure", "shame", "duty", "pity", "matter", "question",
    "error",
    "fact", "idea", "relief", "privilege", "sin", "miracle", "wonder", "job",
  ]
  private static let modalities = WordList.set(
    """
    imperative important essential vital crucial critical necessary possible impossible hard easy difficult good bad better best
    common rare normal usual time dangerous safe customary
    """)

  /// Whether something was said in the sentence or the one before.
  private func isAfterSpeech(_ token: Int) -> Bool {
    let sentence = annotations.sentenceIndex(ofToken: token)
    let before = annotations.sentences[max(0, sentence - 1)].tokens.lowerBound
    return (annotations.clauses(around: before).lowerBound..<annotations.clauses(around: token).upperBound).contains { index in
      let clause = annotations.clauses[index]
      return clause.mainVerb < token && SpeechLexicon.isSpeech(clause.lemma) && !SpeechLexicon.isDenial(clause.lemma)
    }
  }

  /// "denied it", "agree with it", "confirmed it": what was said, not who.
  private func isProposition(_ mention: Int) -> Bool {
    guard let phrase = annotations.mentions[mention].phrase, isAfterSpeech(annotations.mentions[mention].head) else {
      return false
    }
    return annotations.clauses(around: annotations.mentions[mention].head).contains { index in
      let clause = annotations.clauses[index]
      guard ["deny", "confirm", "agree", "doubt", "believe", "dispute", "reject"].contains(clause.lemma) else { return false }
      return clause.objects.contains(phrase) || clause.adjuncts.contains { $0.phrase == phrase }
    }
  }

  /// A place by name that the text makes the subject of a verb.
  private func isActor(_ entity: EntityFinding) -> Bool {
    !entity.isAnonymous && !Gazetteer.isContinent(entity.name)
      && entity.mentions.contains { annotations.mentions[$0].phrase.map { annotations.isSubject($0) } ?? false }
  }

  private func isPerson(_ entity: EntityFinding, _ gender: GivenNames.Gender) -> Bool {
    entity.kind == .person && (entity.gender == nil || entity.gender == gender || entity.isGenderLearned)
  }

  /// The best of the entities that `isRight`; a group of people beats others of the same standing where `isPlural`.
  private func search(_ mention: Int, isPlural: Bool = false, _ isRight: (EntityFinding) -> Bool) -> Int? {
    let here = annotations.mentions[mention]
    let sentence = annotations.sentenceIndex(ofToken: here.head)
    let own = here.phrase.flatMap { phrase in annotations.phrases.firstIndex { $0.possessor == phrase } }
    let subject = here.phrase.flatMap(doer(toObject:))
    let pronoun = annotations.tokens[here.head].lower
    let gender = Self.genders[pronoun]
    let quoting = gender != nil ? quotingSpeaker(of: here) : nil
    let isSubjectOfSpeech = here.phrase.map { speaks($0) } ?? false
    let opensBlock = annotations.sentences[sentence].opensBlock
    let isSpeaking = ["it", "they"].contains(pronoun) && isSubjectOfSpeech
    let speaker = ["it", "they", "its", "their"].contains(pronoun) ? speakerAbove(here) : nil
    let isThing = ["it", "its", "itself"].contains(pronoun)
    var best: (entity: Int, score: Int)?
    var index = mention - 1
    while index >= 0 {
      let other = annotations.mentions[index]
      let distance = sentence - annotations.sentenceIndex(ofToken: other.head)
      if distance > Self.sentenceReach { break }
      defer { index -= 1 }
      guard let entity = other.entity, other.form != .adjective, isRight(annotations.entities[entity]) else { continue }
      // Who writes the text is no part of what it tells; who speaks in a transcript calls himself "I".
      if annotations.sentences[annotations.sentenceIndex(ofToken: other.head)].kind == .byline || isLabel(other, of: here) {
        continue
      }
      if other.phrase == own, own != nil { continue }
      if isThing || isPlural, distance > 1, !isTopical(index, of: entity, from: here) { continue }
      // "the Iraq war" tells of no country that "it" could be.
      if isThing, other.phrase == nil, annotations.entities[entity].kind == .place { continue }
      if entity == subject || entity == quoting { continue }
      // Who is spoken to: “…, Nell,” she said.
      if distance == 0, isQuotedApart(other.head, from: here.head) { continue }
      let agreement = isPlural && annotations.entities[entity].kind == .group ? Self.pluralAgreement : 0
      var score = score(other, distance: distance, mention: here) + agreement
      // Who spoke goes on speaking; a spokesman is nobody that other people do things to.
      if distance > 0, let phrase = other.phrase, speaks(phrase) {
        let isMouthpiece = !annotations.entities[entity].heads.isDisjoint(with: Self.mouthpieces)
        score += isSpeaking ? Self.speakerBonus : isMouthpiece && !isSubjectOfSpeech ? -Self.mouthpiecePenalty : 0
      }
      // A paragraph that begins with "she" goes on about whom the text is about, not about the daughter who has just spoken.
      if !isSubjectOfSpeech, opensBlock, distance > 0, annotations.entities[entity].heads.contains(where: Kinship.isRelative),
        hasSpoken(entity, with: other)
      {
        score -= Self.kinPenalty
      }
      // What the text calls "it" is not "they".
      if isPlural, annotations.entities[entity].kind == .organization, isCalledIt(entity, before: mention) { score -= 30 }
      if let speaker, other.phrase == speaker { score += Self.speakerBonus }
      // What a pronoun alone has told of somebody's gender may be wrong, another pronoun that disagrees as well.
      if let gender, annotations.entities[entity].isGenderLearned, annotations.entities[entity].gender != gender {
        score -= Self.learnedPenalty
      }
      if isSpeaking, isPlural, !annotations.entities[entity].heads.isDisjoint(with: Self.sayers) { score += Self.speakerBonus }
      if best == nil || score > best!.score { best = (entity, score) }
    }
    if isThing, let entity = best?.entity, isOfHappening(here, ratherThan: entity) { return nil }
    return best?.entity
  }

  /// Whether another paragraph’s mention of a body is one that the text goes on about: a subject, or named again and again.
  private func isTopical(_ index: Int, of entity: Int, from here: Mention) -> Bool {
    let other = annotations.mentions[index]
    if annotations.tokens[other.head].block == annotations.tokens[here.head].block { return true }
    if other.phrase.map({ annotations.isSubject($0) }) ?? false { return true }
    return annotations.entities[entity].kind == .group || annotations.entities[entity].mentions.count { $0 <= index } > 2
  }

  /// "This operation must keep to its aim": a happening of the same sentence is nearer than a body of those before.
  private func isOfHappening(_ here: Mention, ratherThan entity: Int) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: here.head)].tokens
    let before = sentence.lowerBound..<here.head
    guard annotations.mentions(beginningIn: before).allSatisfy({ annotations.mentions[$0].entity != entity }) else {
      return false
    }
    return before.contains { token in
      guard annotations.phraseStartingAt[token] >= 0, ["this", "the", "that"].contains(annotations.tokens[token].lower) else {
        return false
      }
      let phrase = annotations.phrases[annotations.phraseStartingAt[token]]
      return phrase.kind == .common && annotations.tags[phrase.head] == .noun
        && annotations.mentionOfPhrase[annotations.phraseStartingAt[token]] < 0
        && EventLexicon.nouns[annotations.tokens[phrase.head].lower] != nil
    }
  }

  /// "MR FOULDS: He told me": the name before the colon that opens the pronoun's paragraph.
  private func isLabel(_ other: Mention, of here: Mention) -> Bool {
    let end = other.tokens.upperBound
    return end < annotations.tokens.count && annotations.tokens[end].form == ":"
      && annotations.tokens[end].block == annotations.tokens[here.head].block
      && annotations.sentences[annotations.sentenceIndex(ofToken: other.head)].opensBlock
      && other.tokens.lowerBound - annotations.sentences[annotations.sentenceIndex(ofToken: other.head)].tokens.lowerBound <= 3
  }

  private func isCalledIt(_ entity: Int, before mention: Int) -> Bool {
    annotations.entities[entity].mentions.contains { index in
      index < mention && annotations.mentions[index].form == .pronoun
        && ["it", "its"].contains(annotations.tokens[annotations.mentions[index].head].lower)
    }
  }

  /// Those whom papers quote.
  private static let sayers = WordList.set(
    """
    official diplomat analyst expert scientist officer minister source investigator prosecutor authorities police aide adviser
    lawyer witness resident lawmaker researcher doctor economist executive manager inspector observer
    """)
  private static let mouthpieces: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "official", "source", "analyst", "expert", "lawyer", "witness",
  ]

  /// "hospitals confirmed that they had": who says what the pronoun stands in.
  private func speakerAbove(_ mention: Mention) -> Int? {
    let clauses = annotations.clauses(around: mention.head)
    let above = clauses.last { index in
      let clause = annotations.clauses[index]
      return clause.verb.upperBound <= mention.head && SpeechLexicon.isSpeech(clause.lemma) && !clause.isPassive
        && !clause.subjects.isEmpty
    }
    return above.flatMap { annotations.clauses[$0].subjects.first }
  }

  /// Whether somebody says something in the sentence of a mention: "Her daughter, Anne Fairlie, said".
  private func hasSpoken(_ entity: Int, with mention: Mention) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: mention.head)].tokens
    return annotations.entities[entity].mentions.contains { index in
      sentence.contains(annotations.mentions[index].head) && annotations.mentions[index].phrase.map { speaks($0) } ?? false
    }
  }

  /// Whether a phrase is the subject of a verb of saying.
  private func speaks(_ phrase: Int) -> Bool {
    guard annotations.isSubject(phrase) else { return false }
    return annotations.clauses(around: annotations.phrases[phrase].head).contains { index in
      annotations.clauses[index].subjects.contains(phrase) && !annotations.clauses[index].isPassive
        && SpeechLexicon.isSpeech(annotations.clauses[index].lemma)
    }
  }

  /// Whether `other` stands in a quotation and the pronoun outside any.
  private func isQuotedApart(_ other: Int, from pronoun: Int) -> Bool {
    annotations.quotations.contains { !$0.isFragment && $0.tokens.contains(other) && !$0.tokens.contains(pronoun) }
      && !annotations.quotations.contains { $0.tokens.contains(pronoun) }
  }

  /// Who does something to the pronoun, and would be "itself" were it the same (Chomsky's principle B).
  private func doer(toObject phrase: Int) -> Int? {
    let pronoun = annotations.tokens[annotations.phrases[phrase].head].lower
    guard !pronoun.hasSuffix("self"), !pronoun.hasSuffix("selves"),
      let found = annotations.clauses(around: annotations.phrases[phrase].head).first(where: { index in
        annotations.clauses[index].objects.contains { $0 == phrase || annotations.contained(in: $0) == phrase }
      }), let subject = annotations.clauses[found].subjects.first
    else { return nil }
    return annotations.entity(ofPhrase: subject)
  }

  /// Near beats far; a subject beats what is no subject; a person by name beats one by description.
  private func score(_ other: Mention, distance: Int, mention: Mention) -> Int {
    var score = 100 - 22 * distance
    if let phrase = other.phrase {
      if annotations.isSubject(phrase) { score += 18 }
      if annotations.phrases[phrase].possessor == nil, isInnerPossessor(phrase) { score -= 6 }
    }
    if other.form == .name { score += 6 }
    if let entity = other.entity, annotations.entities[entity].gender != nil, !annotations.entities[entity].isGenderLearned {
      score += 14
    }
    if other.form == .pronoun { score += 4 }
    // Among equals the later one, by a little.
    score -= min(8, (mention.head - other.head) / 12)
    return score
  }

  private func isInnerPossessor(_ phrase: Int) -> Bool {
    let end = annotations.phrases[phrase].tokens.upperBound
    return end < annotations.tags.count && annotations.tags[end] == .possessiveMark
  }
}
