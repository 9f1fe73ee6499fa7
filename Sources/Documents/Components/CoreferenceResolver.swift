/// Mentions → entities: first names with their parts and acronyms, then appositions, then descriptions and pronouns in text
/// order. Two persons are never joined by a surname that the text gives to both.
struct CoreferenceResolver: Component {
  let name = "coreference resolver"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .phrases, .clauses, .mentions]
  let assigns: Set<Layer> = [.entities]

  func annotate(_ annotations: inout Annotations) {
    let resolution = NameResolution(annotations)
    annotations = resolution.resolved()
    AppositionFinder.attach(&annotations)
    let state = DescriptionResolution(annotations)
    annotations = state.resolved()
    AppositionFinder.attachToPronouns(&annotations)
    EntityNaming.name(&annotations)
  }
}

extension Annotations {
  /// Makes `mention` one of `entity`.
  mutating func join(_ mention: Int, to entity: Int) {
    mentions[mention].entity = entity
    mentions[mention].kind = entities[entity].kind
    entities[entity].mentions.append(mention)
  }

  mutating func makeEntity(of mention: Int, name: String, isAnonymous: Bool = false) -> Int {
    entities.append(EntityFinding(kind: mentions[mention].kind, name: name, isAnonymous: isAnonymous))
    join(mention, to: entities.count - 1)
    return entities.count - 1
  }

  /// The entity that a phrase speaks of: through "a group of traders" that of the traders.
  func entity(ofPhrase phrase: Int) -> Int? {
    let mention = mentionOfPhrase[phrase]
    if mention >= 0, let entity = mentions[mention].entity { return entity }
    if tokens[phrases[phrase].head].lower == "whose" { return owner(before: phrases[phrase].head) }
    // "the police, to whom a complaint was made"
    if tokens[phrases[phrase].head].lower == "whom", phrases[phrase].head > 0, tags[phrases[phrase].head - 1] == .preposition {
      return owner(before: phrases[phrase].head - 1)
    }
    guard let inner = contained(in: phrase) else { return nil }
    let innerMention = mentionOfPhrase[inner]
    return innerMention >= 0 ? mentions[innerMention].entity : nil
  }

  /// Whom "whose" stands for: what the phrase before it names.
  private func owner(before whose: Int) -> Int? {
    var end = whose - 1
    if end > 0, tokens[end].form == "," { end -= 1 }
    guard end >= 0, phraseOfToken[end] >= 0, mentionOfPhrase[phraseOfToken[end]] >= 0 else { return nil }
    let last = mentions[mentionOfPhrase[phraseOfToken[end]]]
    // "the Northgate Group of Halden, whose chairwoman"
    let begin = last.tokens.lowerBound
    if last.kind == .place, begin > 1, ["of", "in", "from", "at"].contains(tokens[begin - 1].lower),
      phraseOfToken[begin - 2] >= 0,
      mentionOfPhrase[phraseOfToken[begin - 2]] >= 0
    {
      let outer = mentions[mentionOfPhrase[phraseOfToken[begin - 2]]]
      if outer.kind == .organization || outer.kind == .person, outer.form != .pronoun, let entity = outer.entity { return entity }
    }
    return last.entity
  }

  private static let containers = WordList.set(
    """
    group number team crowd series handful couple pair band majority most some many dozens hundreds thousands
    scores bodies body lives life members several all none half third quarter percent stake share shares part
    remains corpses families total convoy column rest remainder bulk
    """)

  /// The phrase inside "a group of …", "the bodies of …", "the lives of …".
  func contained(in phrase: Int) -> Int? {
    let outer = phrases[phrase]
    guard outer.tokens.upperBound + 1 < tokens.count, tokens[outer.tokens.upperBound].lower == "of",
      Self.containers.contains(tokens[outer.head].lower) || outer.kind == .number || outer.kind == .pronoun
        || outer.quantity.map({ quantities[$0].unit == "percent" }) ?? false
    else { return nil }
    let inner = phraseStartingAt[outer.tokens.upperBound + 1]
    return inner >= 0 ? inner : nil
  }

  /// Whether "the HEAD," stands right before a name that begins at `token`.
  func isCalled(_ head: String, before token: Int) -> Bool {
    token >= 3 && tokens[token - 1].form == "," && tokens[token - 2].lower == head && tokens[token - 3].lower == "the"
  }

  /// Whether a token stands in a title, a standfirst or a heading, where words are short for what the body spells out.
  func isInHeadline(_ token: Int) -> Bool {
    let kind = sentences[sentenceIndex(ofToken: token)].kind
    return kind == .title || kind == .standfirst || kind == .heading
  }

  func isSubject(_ phrase: Int) -> Bool { subjectPhrases.contains(phrase) }
}
