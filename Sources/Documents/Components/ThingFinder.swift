/// Things that something happens to or that bring it about, as entities: the train that left the rails, the ballots that
/// vanished, the dyke that broke. They are found when people, bodies and places have been told apart, so that no pronoun and no
/// speaker is taken for one; those in no event become no node (`EntitySelection`).
struct ThingFinder: Component {
  let name = "thing finder"
  let requires: Set<Layer> = [.tokens, .tags, .phrases, .clauses, .mentions, .entities, .relations]
  /// It adds to layers that others assign.
  let assigns: Set<Layer> = []

  func annotate(_ annotations: inout Annotations) {
    var found: [(mention: Mention, phrases: [Int])] = []
    let eventful = eventful(annotations)
    var taken: Set<Int> = []
    for phrase in eventful.sorted() where !taken.contains(phrase) {
      guard let thing = thing(phrase, annotations), taken.isDisjoint(with: thing.phrases) else { continue }
      taken.formUnion(thing.phrases)
      found.append(thing)
    }
    adopt(eventful, in: &annotations)
    insert(found, in: &annotations)
  }

  /// Phrases that stand where a happening has its participants: around a verb of happening, or behind a noun of one.
  private func eventful(_ annotations: Annotations) -> Set<Int> {
    var phrases: Set<Int> = []
    for clause in annotations.clauses where Self.tellsOfHappening(clause.lemma) {
      phrases.formUnion(clause.subjects)
      phrases.formUnion(clause.objects)
      for adjunct in clause.adjuncts where Self.prepositions.contains(adjunct.preposition) { phrases.insert(adjunct.phrase) }
    }
    for phrase in annotations.phrases where phrase.kind == .common {
      let end = phrase.tokens.upperBound
      guard EventLexicon.nouns[Suffixes.singular(annotations.tokens[phrase.head].lower)] != nil,
        end + 1 < annotations.tokens.count, Self.prepositions.contains(annotations.tokens[end].lower),
        let next = annotations.phrase(startingAt: end + 1)
      else { continue }
      phrases.insert(next)
    }
    return phrases
  }

  private static func tellsOfHappening(_ lemma: String) -> Bool {
    EventLexicon.isVerb(lemma) || EventPhrases.table[lemma] != nil || !ActVerbs.readings(of: lemma).isEmpty
  }

  private static let prepositions = WordList.set("of by with into through from on onto against to at in over off")

  /// The mention that a phrase is, with the phrases that speak of it: "2.4 tonnes of cocaine" is one thing.
  private func thing(_ index: Int, _ annotations: Annotations) -> (mention: Mention, phrases: [Int])? {
    let phrase = annotations.phrases[index]
    guard phrase.kind == .common, annotations.mentionOfPhrase[index] < 0,
      [.noun, .pluralNoun].contains(annotations.tags[phrase.head])
    else { return nil }
    let head = Suffixes.singular(annotations.tokens[phrase.head].lower)
    let isMeasure = ThingNouns.measures.contains(head)
    guard ThingNouns.isThing(head), EventLexicon.nouns[head] == nil || phrase.quantity != nil || isMeasure,
      !["no", "any", "every", "each"].contains(annotations.tokens[phrase.tokens.lowerBound].lower), !isManner(phrase, annotations)
    else { return nil }
    if isMeasure, let inner = measured(by: phrase, annotations) {
      guard annotations.mentionOfPhrase[inner] < 0 else { return nil }
      let tokens = phrase.tokens.lowerBound..<annotations.phrases[inner].tokens.upperBound
      return (Mention(tokens: tokens, head: phrase.head, kind: .asset, form: .description, phrase: index), [index, inner])
    }
    return (Mention(tokens: phrase.tokens, head: phrase.head, kind: .asset, form: .description, phrase: index), [index])
  }

  /// "by telephone", "behind closed doors": a bare noun behind a preposition is no thing in particular.
  private func isManner(_ phrase: Phrase, _ annotations: Annotations) -> Bool {
    let begin = phrase.tokens.lowerBound
    if begin > 0, annotations.tokens[begin - 1].lower == "behind" { return true }
    return phrase.tokens.count == 1 && phrase.head > 0 && annotations.tags[phrase.head - 1] == .preposition
      && annotations.tokens[phrase.head - 1].lower != "of"
  }

  private func measured(by phrase: Phrase, _ annotations: Annotations) -> Int? {
    annotations.phrase(behind: ["of"], at: phrase.tokens.upperBound).flatMap {
      annotations.phrases[$0].kind == .common ? $0 : nil
    }
  }

  /// Ships and sites that the text describes but once have a mention and no entity until something happens to them.
  private func adopt(_ phrases: Set<Int>, in annotations: inout Annotations) {
    for phrase in phrases.sorted() {
      let index = annotations.mentionOfPhrase[phrase]
      guard index >= 0, annotations.mentions[index].entity == nil, annotations.mentions[index].form == .description,
        annotations.mentions[index].kind == .asset || annotations.mentions[index].kind == .place && isMain(phrase, annotations)
      else { continue }
      let description = Description(phrase, annotations)
      // "the capital", "the road" means one that the text has spoken of or that everybody knows.
      if annotations.mentions[index].kind == .place, description.isDefinite { continue }
      let known = annotations.entities.indices.last { other in
        let entity = annotations.entities[other]
        return description.isDefinite && entity.kind == .asset && CraftNouns.mayMean(description.head, entity.heads)
          && entity.mentions.contains { $0 < index }
      }
      if let known {
        annotations.join(index, to: known)
        continue
      }
      let made = annotations.makeEntity(of: index, name: description.name, isAnonymous: true)
      annotations.entities[made].heads = [description.head]
      annotations.entities[made].modifiers = description.modifiers
      if annotations.entities[made].kind == .place { annotations.entities[made].placeKind = description.head }
    }
  }

  /// A place that something is done to; where something is done it is but the scene.
  private func isMain(_ phrase: Int, _ annotations: Annotations) -> Bool {
    let begin = annotations.phrases[phrase].tokens.lowerBound
    // "the evacuation of two monasteries"
    if begin > 1, annotations.tokens[begin - 1].lower == "of",
      EventLexicon.sufferedNouns.contains(Suffixes.singular(annotations.tokens[begin - 2].lower))
    {
      return true
    }
    return annotations.clauses(around: annotations.phrases[phrase].head).contains { index in
      let clause = annotations.clauses[index]
      return Self.tellsOfHappening(clause.lemma) && (clause.subjects + clause.objects).contains(phrase)
    }
  }

  /// Gives the mentions their places in text order and their entities; "the train" is the last train told of.
  private func insert(_ found: [(mention: Mention, phrases: [Int])], in annotations: inout Annotations) {
    guard !found.isEmpty else { return }
    let old = annotations.mentions
    let all = old.indices.map { (old[$0], Int?.some($0), [Int]()) } + found.map { ($0.mention, nil, $0.phrases) }
    let sorted = all.enumerated().sorted { a, b in
      let (one, other) = (a.element.0.tokens, b.element.0.tokens)
      if one.lowerBound != other.lowerBound { return one.lowerBound < other.lowerBound }
      return one.count != other.count ? one.count > other.count : a.offset < b.offset
    }.map(\.element)
    var placeOf = [Int](repeating: 0, count: old.count)
    for (place, one) in sorted.enumerated() { if let index = one.1 { placeOf[index] = place } }
    annotations.mentions = sorted.map(\.0)
    for entity in annotations.entities.indices {
      annotations.entities[entity].mentions = annotations.entities[entity].mentions.map { placeOf[$0] }
    }
    for phrase in annotations.mentionOfPhrase.indices where annotations.mentionOfPhrase[phrase] >= 0 {
      annotations.mentionOfPhrase[phrase] = placeOf[annotations.mentionOfPhrase[phrase]]
    }
    for (place, one) in sorted.enumerated() where one.1 == nil {
      for phrase in one.2 { annotations.mentionOfPhrase[phrase] = place }
      name(place, phrase: one.2[0], in: &annotations)
    }
  }

  private func name(_ mention: Int, phrase: Int, in annotations: inout Annotations) {
    let description = Description(phrase, annotations)
    let isOther =
      description.ordinal != nil || annotations.phrases[phrase].tokens.contains { annotations.tokens[$0].lower == "other" }
    let known = annotations.entities.indices.last { index in
      let entity = annotations.entities[index]
      return description.isDefinite && description.possessorText == nil && entity.kind == .asset && entity.isAnonymous && !isOther
        && entity.heads.contains(description.head) && description.lasting.isSubset(of: entity.modifiers)
    }
    if let known {
      annotations.join(mention, to: known)
      let alias = annotations.text(of: annotations.mentions[mention].tokens)
      if !annotations.entities[known].aliases.contains(alias) { annotations.entities[known].aliases.append(alias) }
      return
    }
    let made = annotations.makeEntity(of: mention, name: description.name, isAnonymous: true)
    annotations.entities[made].heads = [description.head]
    annotations.entities[made].modifiers = description.modifiers
    let form = annotations.text(of: annotations.mentions[mention].tokens)
    if form != description.name { annotations.entities[made].aliases = [form] }
  }
}

extension Annotations {
  /// A thing without a name: nobody, whatever is done with it.
  func isUnnamedThing(_ entity: Int) -> Bool { entities[entity].kind == .asset && entities[entity].isAnonymous }
}
