/// The parts of a noun phrase that a name is found by: what is title or description, and which tokens are the name.
struct PhraseShape {
  /// The name proper, titles taken off; nil for a phrase whose head is no name.
  let nameTokens: Range<Int>?
  /// Title or role words right before the name: "Col.", "regional leader", "President".
  let titleTokens: Range<Int>?

  init(_ phrase: Phrase, _ annotations: Annotations) {
    guard phrase.kind == .name else {
      nameTokens = nil
      titleTokens = nil
      return
    }
    // Back over the run of names (and the small words inside it) that ends with the head.
    var begin = phrase.head
    while begin > phrase.tokens.lowerBound, Self.isInName(begin - 1, phrase, annotations) { begin -= 1 }
    while begin < phrase.head, annotations.tags[begin] != .name { begin += 1 }
    // "the 4th Border Regiment"
    if begin > phrase.tokens.lowerBound, annotations.tokens[begin - 1].form.first?.isNumber == true,
      DateText.dayNumber(annotations.tokens[begin - 1].lower) != nil, annotations.tags[begin - 1] == .adjective
    {
      begin -= 1
    }
    var name = begin
    while name < phrase.head, Self.isTitle(name, of: phrase, annotations) { name += 1 }
    // "National Bloc", "Liberal Forum": words that only go with an office are no title without one.
    let hasOffice = (begin..<name).contains { index in
      let lower = annotations.tokens[index].lower
      return HumanNouns.rank(lower) != nil
        || HumanNouns.isHuman(lower) && (!Self.creeds.contains(lower) || Self.isPersonal(name..<(phrase.head + 1), annotations))
    }
    // "Deputy District Attorney Lea Marin", "General Motors Chief Executive Mary Barra": another office behind the first.
    if !hasOffice || GivenNames.gender(of: annotations.tokens[name].lower) == nil {
      name = Self.behindOffice(hasOffice ? name : begin, phrase, annotations) ?? (hasOffice ? name : begin)
    }
    // "the Belgian Luc Claes"
    if name + 1 < phrase.head, Gazetteer.demonyms[annotations.tokens[name].lower] != nil,
      GivenNames.gender(of: annotations.tokens[name].lower) == nil,
      GivenNames.gender(of: annotations.tokens[name + 1].lower) != nil
    {
      name += 1
    }
    // "Witness C", "Soldier F": who bears no name but a letter bears it with the word for what he is.
    let isLetter = name == phrase.head && annotations.tokens[name].form.utf8.count == 1 && annotations.tokens[name].isCapitalised
    if isLetter, name > phrase.tokens.lowerBound, annotations.tokens[name - 1].isCapitalised,
      HumanNouns.isHuman(annotations.tokens[name - 1].lower)
    {
      name -= 1
    }
    // "Peter Vaux KC"
    let hasHonours =
      phrase.head > name + 1 && annotations.tokens[phrase.head].isInCapitals
      && Self.honours.contains(annotations.tokens[phrase.head].lower)
    nameTokens = name..<(hasHonours ? phrase.head : phrase.head + 1)
    var title = name
    while title > phrase.tokens.lowerBound, Self.isTitleOrRole(title - 1, annotations) { title -= 1 }
    titleTokens = title < name ? title..<name : nil
  }

  /// What stands behind the names of those who have been given it.
  private static let honours: Set<String> = [
    "kc", "qc", "sc", "mp", "mep", "msp", "obe", "mbe", "cbe", "kbe", "dbe", "phd", "vc", "frs",
  ]

  /// "Iraqi Prime Minister Haider al-Abadi", "FCO Spokesperson Lena Moss": where the name of a person begins whose office
  /// stands behind the name of a country or a body.
  private static func behindOffice(_ begin: Int, _ phrase: Phrase, _ annotations: Annotations) -> Int? {
    // "Secretary of State John Kerry"
    if begin > 1, begin + 1 < phrase.head, annotations.tokens[begin - 1].lower == "of",
      HumanNouns.rank(annotations.tokens[begin - 2].lower) != nil, GivenNames.gender(of: annotations.tokens[begin].lower) == nil,
      GivenNames.gender(of: annotations.tokens[begin + 1].lower) != nil
    {
      return begin + 1
    }
    guard var office = (begin..<phrase.head).last(where: { HumanNouns.rank(annotations.tokens[$0].lower) != nil }) else {
      return nil
    }
    // "Chief Executive"
    while office + 2 < phrase.head,
      ["executive", "officer", "financial", "operating"].contains(annotations.tokens[office + 1].lower)
    { office += 1 }
    guard (office + 1...phrase.head).allSatisfy({ isPersonal($0, annotations) }),
      office + 1 < phrase.head || HumanNouns.rank(annotations.tokens[phrase.head].lower) == nil
    else { return nil }
    let isNamed = GivenNames.gender(of: annotations.tokens[office + 1].lower) != nil
    return isNamed || isTitle(office, of: phrase, annotations) ? office + 1 : nil
  }

  /// A word of a name, or a particle in it.
  private static func isPersonal(_ index: Int, _ annotations: Annotations) -> Bool {
    annotations.tags[index] == .name || NameRun.particles.contains(annotations.tokens[index].lower)
  }

  /// What a person or a party can be.
  private static let creeds: Set<String> = [
    "national", "liberal", "conservative", "republican", "communist", "socialist", "radical", "separatist", "royalist",
    "islamist",
    "democrat", "loyalist", "citizen", "civilian", "patient", "consumer", "tenant", "student", "child", "woman", "farmer",
    "worker",
  ]

  /// A given name first.
  private static func isPersonal(_ name: Range<Int>, _ annotations: Annotations) -> Bool {
    name.count > 1 && GivenNames.gender(of: annotations.tokens[name.lowerBound].lower) != nil
  }

  private static func isInName(_ index: Int, _ phrase: Phrase, _ annotations: Annotations) -> Bool {
    if let possessor = phrase.possessor.map({ annotations.phrases[$0] }),
      index < possessor.tokens.upperBound + (possessor.kind == .pronoun ? 0 : 1)
    {
      return false
    }
    let tag = annotations.tags[index]
    if tag == .possessiveMark, index + 1 < annotations.tokens.count, annotations.tokens[index + 1].lower == "and" { return true }
    if tag == .name || NameRun.joinsPossessor(index, annotations.tokens, annotations.tags) { return true }
    let lower = annotations.tokens[index].lower
    if NameRun.particles.contains(lower), index > phrase.tokens.lowerBound { return true }
    return (tag == .preposition || tag == .conjunction || tag == .other || tag == .determiner || tag == .noun)
      && [
        "of", "for", "in", "on", "to", "without", "against", "the", "and", "&",
      ]
      .contains(lower)
      && index > phrase.tokens.lowerBound
  }

  private static func isTitle(_ index: Int, of phrase: Phrase, _ annotations: Annotations) -> Bool {
    let lower = annotations.tokens[index].lower
    // "Economy Minister Paula Fenwick"
    let isOffice =
      index + 1 < phrase.head && ["minister", "secretary", "commissioner"].contains(annotations.tokens[index + 1].lower)
      && GivenNames.gender(of: lower) == nil
    guard HumanNouns.rank(lower) != nil || OfficeWords.isPart(lower) || isOffice else { return false }
    // "Ambassador Samantha Power"
    if GivenNames.gender(of: annotations.tokens[index + 1].lower) != nil, index + 1 < phrase.head { return true }
    // "General Motors", "Foreign Ministry": the last word makes it an organisation, so the first is no title.
    let last = annotations.tokens[phrase.head].lower
    if (index + 1..<max(phrase.head, index + 1)).contains(where: {
      annotations.tokens[$0 + 1].lower == "of" && OrganizationNouns.nameHeads.contains(annotations.tokens[$0].lower)
    }) {
      return false
    }
    return !OrganizationNouns.nameHeads.contains(last) && !PlaceNouns.nameHeads.contains(last)
  }

  private static func isTitleOrRole(_ index: Int, _ annotations: Annotations) -> Bool {
    let lower = annotations.tokens[index].lower
    let tag = annotations.tags[index]
    guard tag == .noun || tag == .name || tag == .adjective else { return false }
    return HumanNouns.rank(lower) != nil || OfficeWords.isPart(lower)
      || tag == .noun && HumanNouns.describesHuman(Suffixes.singular(lower))
  }
}
