/// A described entity's phrase taken apart: head noun, modifiers, determiner, and the name that a node of it would bear.
struct Description {
  /// Singular and lower case.
  let head: String
  /// Lower-case modifiers that tell it from others: nationality, trade; numbers and sizes are none.
  let modifiers: Set<String>
  /// Those that do not only tell what is done or happens to it: "the severed cable", "the ageing bridge" may be any.
  let lasting: Set<String>
  let isDefinite: Bool
  /// "the third soldier": another one than a soldier told of without that.
  let ordinal: String?
  /// True where only a number stands before the head.
  let quantityOnly: Bool
  /// The possessor's words; nil without one, "" for a pronoun.
  let possessorText: String?
  let name: String
  /// A place that is known by more than its kind: "the district hospital", "a ferry landing at Tarsa".
  let isKeptAsPlace: Bool

  private static let lightModifiers = WordList.set(
    """
    other more many several some such new former first second third last next latest own same whole entire
    additional alleged suspected
    dead wounded injured killed missing armed masked unarmed unnamed unidentified unknown remaining top senior
    young old elderly recent ageing aging stricken ill-fated doomed ailing embattled troubled beleaguered disgraced
    """)
  private static let ordinals = WordList.set("second third fourth fifth sixth seventh eighth ninth tenth")
  /// "three-member", "200-strong": how large it is tells it from no other.
  private static func isSize(_ lower: String) -> Bool {
    ["-member", "-strong", "-man", "-judge", "-person", "-page"].contains { lower.hasSuffix($0) }
  }

  private static let tails: Set<String> = ["of", "for", "in", "at", "from", "with", "to", "on", "close"]

  init(_ index: Int, _ annotations: Annotations) {
    let phrase = annotations.phrases[index]
    let (tokens, tags) = (annotations.tokens, annotations.tags)
    head = Suffixes.singular(tokens[phrase.head].lower)
    let possessor = phrase.possessor.map { annotations.phrases[$0] }
    let begin =
      possessor.map { $0.kind == .pronoun ? $0.tokens.upperBound : $0.tokens.upperBound + 1 } ?? phrase.tokens.lowerBound
    var words: Set<String> = []
    var first = begin
    // Past determiners and numbers to the first word of content.
    let quantityEnd = phrase.quantity.map { annotations.quantities[$0].tokens.upperBound } ?? begin
    while first < phrase.head,
      tags[first] == .determiner || tags[first] == .number || tags[first] == .adverb || first < quantityEnd
        || tags[first] == .preposition
    {
      first += 1
    }
    for token in first..<max(first, phrase.head)
    where !Self.lightModifiers.contains(tokens[token].lower) && tags[token] != .mark && !Self.isSize(tokens[token].lower) {
      words.insert(tokens[token].lower)
    }
    let states = (first..<max(first, phrase.head)).filter { Self.isState(at: $0, annotations) }.map { tokens[$0].lower }
    let ownTail = Self.tail(after: phrase, annotations)
    for token in ownTail ?? 0..<0 where tags[token] == .name { words.insert(tokens[token].lower) }
    modifiers = words
    lasting = words.subtracting(states)
    ordinal = (phrase.tokens.lowerBound..<phrase.head).lazy.map { tokens[$0].form }.first { Self.ordinals.contains($0) }
    let determiner = phrase.tokens.lowerBound < tokens.count ? tokens[phrase.tokens.lowerBound].lower : ""
    isDefinite = ["the", "this", "that", "these", "those", "both"].contains(determiner) || possessor != nil
    quantityOnly = phrase.quantity != nil && words.isEmpty
    possessorText = possessor.map { $0.kind == .pronoun ? "" : annotations.text(of: $0.tokens) }
    let coreTokens = first <= phrase.head ? first..<phrase.tokens.upperBound : phrase.tokens
    let core = Self.uncapitalised(annotations.text(of: coreTokens), tags[coreTokens.lowerBound])
    let tail = ownTail
    let hasPlaceTail =
      tail.map { ["in", "at", "on"].contains(tokens[$0.lowerBound].lower) && tags[$0.upperBound - 1] == .name } ?? false
    let isNamed = (phrase.tokens.lowerBound..<phrase.head).contains {
      tags[$0] == .name && Gazetteer.demonyms[tokens[$0].lower] == nil
    }
    // "the Orla mill in Tarnow county" is the Orla mill wherever it is spoken of.
    let isSomewhere = tail.map { ["in", "at", "near", "outside"].contains(tokens[$0.lowerBound].lower) } ?? false
    let isNamedSite = isNamed && PlaceNouns.sites.contains(head) && isSomewhere
    let completion =
      isNamedSite
      ? nil
      : tail.map { annotations.text(of: $0) } ?? Self.owner(behind: phrase, annotations)
        ?? Self.field(behind: phrase, annotations) ?? Self.body(behind: phrase, annotations)
    // "the firm’s Wick plant" has a name of its own.
    let isOwnName = isNamed && PlaceNouns.sites.contains(head) && possessor != nil
    name = Self.compose(core, possessor: isOwnName ? nil : possessorText, tail: completion)
    isKeptAsPlace =
      isNamed
      && (annotations.nominalTypes[phrase.head] == .place || PlaceNouns.sites.contains(head)
        || PlaceNouns.sites.contains(tokens[phrase.head].lower))
      || PlaceNouns.sites.contains(head)
        && (isDefinite && !words.isEmpty && possessorText != "" || hasPlaceTail
          || tags[max(phrase.head - 1, first)] == .noun && first < phrase.head)
  }

  /// A participle, whatever the tagger takes it for.
  private static func isState(at token: Int, _ annotations: Annotations) -> Bool {
    let lower = annotations.tokens[token].lower
    return [.verbParticiple, .verbGerund].contains(annotations.tags[token])
      || [.adjective, .verbPast].contains(annotations.tags[token]) && VerbForms.lemma(of: lower).map { $0 != lower } ?? false
  }

  /// Without the capital that only a sentence's start gave.
  private static func uncapitalised(_ text: String, _ tag: Tag) -> String {
    guard tag != .name, let first = text.first, first.isUppercase, text.dropFirst().first?.isUppercase != true else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }

  private static func compose(_ core: String, possessor: String?, tail: String?) -> String {
    var text = core
    if let possessor, !possessor.isEmpty {
      let owner = possessor.lowercased().hasPrefix("the ") ? String(possessor.dropFirst(4)) : possessor
      text = owner + " " + core
    }
    return tail.map { text + " " + $0 } ?? text
  }

  /// "of France's armed forces", "in Tarsa": what hangs on the head and makes it someone in particular.
  private static func tail(after phrase: Phrase, _ annotations: Annotations) -> Range<Int>? {
    var begin = phrase.tokens.upperBound
    let start = begin
    // "a person familiar with the matter", "two people close to the talks"
    let isAdjectival =
      begin + 2 < annotations.tokens.count && ["close", "familiar", "loyal"].contains(annotations.tokens[begin].lower)
    if isAdjectival { begin += 1 }
    guard begin + 1 < annotations.tokens.count, tails.contains(annotations.tokens[begin].lower),
      annotations.tokens[begin].block == annotations.tokens[phrase.head].block
    else { return nil }
    let next = annotations.phraseStartingAt[begin + 1]
    guard next >= 0, annotations.phrases[next].kind != .time, annotations.phrases[next].kind != .pronoun else { return nil }
    // "joined the group from the brewer Talbot": what hangs on the verb.
    if ["with", "to", "on"].contains(annotations.tokens[begin].lower)
      || annotations.tokens[begin].lower == "from" && annotations.tokens[phrase.tokens.lowerBound].lower == "the",
      !isAdjectival, OrganizationNouns.commonHeads.contains(annotations.tokens[phrase.head].lower)
    {
      return nil
    }
    let range = annotations.phrases[next].tokens
    let hasName = range.contains { annotations.tags[$0] == .name }
    return hasName || isAdjectival ? start..<range.upperBound : nil
  }

  /// "The heirs of the late founder, Ernest Tolland": the name of whom a description behind "of" means.
  private static func owner(behind phrase: Phrase, _ annotations: Annotations) -> String? {
    let end = phrase.tokens.upperBound
    guard end + 1 < annotations.tokens.count, annotations.tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0,
      HumanNouns.describesHuman(Suffixes.singular(annotations.tokens[phrase.head].lower))
    else { return nil }
    let next = annotations.phraseStartingAt[end + 1]
    guard annotations.phrases[next].kind == .common, let owner = annotations.entity(ofPhrase: next),
      !annotations.entities[owner].isAnonymous, annotations.entities[owner].kind != .place
    else { return nil }
    return "of " + annotations.entities[owner].name
  }

  /// "head of safety", "director of operations": the field of a role, a bare noun; and "employees in the finance department",
  /// the body that the text has no name for.
  private static func field(behind phrase: Phrase, _ annotations: Annotations) -> String? {
    let end = phrase.tokens.upperBound
    guard end + 1 < annotations.tokens.count, annotations.phraseStartingAt[end + 1] >= 0 else { return nil }
    let index = annotations.phraseStartingAt[end + 1]
    let next = annotations.phrases[index]
    guard next.kind == .common, next.quantity == nil else { return nil }
    let (lower, preposition) = (annotations.tokens[phrase.head].lower, annotations.tokens[end].lower)
    let isBare = next.tokens.allSatisfy { [.noun, .pluralNoun, .adjective].contains(annotations.tags[$0]) }
    if preposition == "of", hasField(lower), isBare { return annotations.text(of: end..<next.tokens.upperBound) }
    let mention = annotations.mentionOfPhrase[index]
    guard ["in", "at"].contains(preposition), mention >= 0, annotations.mentions[mention].kind == .organization,
      HumanNouns.describesHuman(Suffixes.singular(lower)), next.possessor == nil
    else { return nil }
    return annotations.text(of: end..<next.tokens.upperBound)
  }

  /// "a member of the mission": what alone tells who a member is.
  private static func body(behind phrase: Phrase, _ annotations: Annotations) -> String? {
    let end = phrase.tokens.upperBound
    guard ["member", "members"].contains(annotations.tokens[phrase.head].lower), end + 1 < annotations.tokens.count,
      annotations.tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0
    else { return nil }
    let next = annotations.phrases[annotations.phraseStartingAt[end + 1]]
    return next.kind == .common && next.quantity == nil ? annotations.text(of: end..<next.tokens.upperBound) : nil
  }

  /// What one is of a field: "head of safety".
  static func hasField(_ lower: String) -> Bool {
    ["head", "heads", "director", "chief", "manager", "vice-president", "professor", "secretary", "minister"].contains(lower)
  }

  /// Whether another's modifiers may be the same thing's: one set holds the other.
  func agrees(with other: Set<String>) -> Bool {
    modifiers.isSubset(of: other) || other.isSubset(of: modifiers) && !other.isEmpty
  }

  private static let stateWords = WordList.set(
    "government army ministry parliament police court nations union council senate congress")

  /// Whether a name is a state's organ, which "the group" or "the company" never means.
  static func isState(_ name: String) -> Bool {
    // "Army of the South", "People’s Liberation Army" are as often none.
    let folded = NameFolding.folded(name)
    if folded.hasPrefix("army of") || folded.contains("liberation") || folded.contains("resistance") { return false }
    return NameFolding.folded(name).split(separator: " ").contains { stateWords.contains(String($0)) }
  }
}
