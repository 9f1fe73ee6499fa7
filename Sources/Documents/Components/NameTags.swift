/// What capitals say where the models do not heed them: inside a sentence a capital makes a name of a noun or an adjective
/// ("French", "the Army"); at its beginning it makes one only of what is known as a name, and none of a common noun
/// ("Police", "Gunmen").
struct NameTags {
  /// Lower-case words that stand with a capital inside some sentence, and pairs of them in a row.
  private var inside: Set<String> = []
  private var pairs: Set<String> = []
  /// Words behind a given name.
  private var surnames: Set<String> = []

  init(_ annotations: Annotations) {
    for sentence in annotations.sentences where Self.isProse(sentence) {
      for index in sentence.tokens where annotations.tokens[index].isCapitalised {
        if GivenNames.gender(of: annotations.tokens[index].lower) != nil, let pair = Self.pair(at: index, annotations) {
          surnames.formUnion(pair.split(separator: " ").dropFirst().map(String.init))
        }
        guard !Self.isInitial(index, in: sentence, annotations) else { continue }
        inside.insert(annotations.tokens[index].lower)
        if let pair = Self.pair(at: index, annotations) { pairs.insert(pair) }
      }
    }
  }

  /// A capitalised word with the capitalised one right behind it.
  private static func pair(at index: Int, _ annotations: Annotations) -> String? {
    guard index + 1 < annotations.tokens.count, annotations.tokens[index + 1].isCapitalised,
      annotations.tokens[index + 1].kind == .word
    else { return nil }
    return annotations.tokens[index].lower + " " + annotations.tokens[index + 1].lower
  }

  func mark(_ sentence: Sentence, in annotations: inout Annotations) {
    guard Self.isProse(sentence) else { return markHeadline(sentence, in: &annotations) }
    for index in sentence.tokens where annotations.tokens[index].isCapitalised && annotations.tokens[index].kind == .word {
      let isInitial =
        sentence.kind != .dateline && sentence.kind != .byline && Self.isInitial(index, in: sentence, annotations)
      switch annotations.tags[index] {
      case .noun, .pluralNoun, .adjective, .other, .verbParticiple, .verbPast,
        .verbGerund
      where !Self.isInitialLetter(index, annotations):
        // "Cross-examining him, Wren said"
        let isHyphened = annotations.tokens[index].form.split(separator: "-").dropFirst().contains { $0.first!.isLowercase }
        let isCompound =
          (annotations.wordsOfToken[index].count > 1 || isHyphened)
          && (annotations.tags[index] == .adjective || isInitial && annotations.tags[index].isVerb)
          && !Self.closesName(index, annotations)
        // "Sable Wing is registered", of which the text speaks as "Sable Wing Cargo" elsewhere.
        let isRepeated = isInitial && Self.pair(at: index, annotations).map { pairs.contains($0) } ?? false
        let isAcronym = annotations.tokens[index].isInCapitals && inside.contains(annotations.tokens[index].lower)
        if !isCompound,
          !ClosedClasses.isNoise(annotations.tokens[index]),
          !isInitial || isRepeated || isAcronym || isKnown(annotations.tokens[index].lower) || isSurname(index, annotations)
            || Self.opensBody(index, annotations)
        {
          annotations.tags[index] = .name
        }
      case _ where Self.isInitialLetter(index, annotations): annotations.tags[index] = .name
      // "the Justice and Work Party"
      case let tag where [.verbBase, .verbThird].contains(tag) && !isInitial && Self.opensBody(index, annotations):
        annotations.tags[index] = .name
      case .preposition where !isInitial && Self.isInsideName(index, annotations):
        for word in index - 1...index + 1 { annotations.tags[word] = .name }
      case .determiner where !isInitial && Self.closesMotto(index, annotations):
        for word in index - 2...index { annotations.tags[word] = .name }
      case .name where isInitial && Self.opensDate(index, annotations): annotations.tags[index] = .adjective
      case .name where isInitial:
        if let common = commonTag(index, annotations) { annotations.tags[index] = common }
      default: break
      }
    }
  }

  /// "Leung Kwok-hung of": what hyphens join behind a name, where no noun follows that it could describe.
  private static func closesName(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 0, annotations.tags[index - 1] == .name, annotations.tokens[index - 1].isCapitalised,
      index + 1 >= annotations.tags.count || !annotations.tags[index + 1].isNominal && annotations.tags[index + 1] != .adjective,
      let first = annotations.tokens[index].lower.split(separator: "-").first
    else { return false }
    return LanguageModels.syntax.lexicon(of: String(first)).isEmpty && Gazetteer.places[String(first)] == nil
      && !annotations.tokens[index].lower.hasSuffix("ed")
  }

  /// "Meridian Press": a noun for a body has a capital only inside a name, and one word of it stands before.
  private static func opensBody(_ index: Int, _ annotations: Annotations) -> Bool {
    let (next, behind) = (index + 1, index + 2)
    guard behind < annotations.tokens.count, [.noun, .adjective, .verbBase, .verbThird].contains(annotations.tags[index]),
      annotations.tokens[next].isCapitalised, !annotations.tokens[next].isInCapitals,
      OrganizationNouns.nameHeads.contains(annotations.tokens[next].lower),
      HumanNouns.rank(annotations.tokens[next].lower) == nil
    else { return false }
    let lower = annotations.tokens[index].lower
    return !annotations.tokens[behind].isCapitalised && !OfficeWords.isPart(lower)
      && !OrganizationNouns.commonHeads.contains(lower)
      && !ClosedClasses.commonAdjectives.contains(lower)
  }

  /// "J. P. Hall": a letter before another or before a name.
  private static func isInitialLetter(_ index: Int, _ annotations: Annotations) -> Bool {
    func isLetter(_ token: Token) -> Bool { token.form.utf8.count == 2 && token.isCapitalised && token.form.hasSuffix(".") }
    guard isLetter(annotations.tokens[index]), index + 1 < annotations.tokens.count else { return false }
    let next = annotations.tokens[index + 1]
    return isLetter(next) && index + 2 < annotations.tokens.count && annotations.tokens[index + 2].isCapitalised
      || next.isCapitalised && annotations.tags[index + 1] == .name
  }

  /// "Clinics Across Borders": nobody writes a preposition with a capital in running text but inside a name.
  private static func isInsideName(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 0, index + 1 < annotations.tokens.count, !annotations.tokens[index].isInCapitals,
      annotations.tokens[index - 1].block == annotations.tokens[index].block
    else { return false }
    let (before, next) = (annotations.tokens[index - 1], annotations.tokens[index + 1])
    return before.isCapitalised && before.kind == .word && !before.isInCapitals && next.isCapitalised && next.kind == .word
      && annotations.tags[index - 1].isNominal && annotations.tags[index + 1].isNominal
  }

  /// "Water for All"
  private static func closesMotto(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 1, !annotations.tokens[index].isInCapitals, annotations.tokens[index].lower == "all" else { return false }
    return ["for", "to"].contains(annotations.tokens[index - 1].form) && annotations.tokens[index - 2].isCapitalised
      && annotations.tags[index - 2].isNominal
  }

  /// "Price said", "Stone’s letter", where the text has named Joan Price and Miriam Stone.
  private func isSurname(_ index: Int, _ annotations: Annotations) -> Bool {
    guard surnames.contains(annotations.tokens[index].lower), index + 1 < annotations.tokens.count,
      [.noun, .pluralNoun, .other].contains(annotations.tags[index])
    else { return false }
    return [.verbPast, .verbThird, .verbParticiple, .auxiliary, .modal, .possessiveMark].contains(annotations.tags[index + 1])
      || annotations.tokens[index + 1].form == ","
  }

  /// A headline's adjective is a name where the body makes it one: "Sorvian".
  private func markHeadline(_ sentence: Sentence, in annotations: inout Annotations) {
    for index in sentence.tokens where annotations.tags[index] == .adjective && annotations.tokens[index].isCapitalised {
      let lower = annotations.tokens[index].lower
      let isName = inside.contains(lower) && LanguageModels.syntax.lexicon(of: lower).isEmpty
      if isName || Gazetteer.demonyms[lower] != nil { annotations.tags[index] = .name }
    }
  }

  /// "Last February", "Next Monday" at the head of a sentence.
  private static func opensDate(_ index: Int, _ annotations: Annotations) -> Bool {
    guard DateText.adjectives.contains(annotations.tokens[index].lower),
      index + 1 < annotations.tokens.count
    else { return false }
    let next = annotations.tokens[index + 1].lower
    return DateText.month(next) != nil || DateText.weekdays[next] != nil || TimeParser.seasons[next] != nil
      || ["week", "month", "year", "night", "weekend"].contains(next)
  }

  private static func isProse(_ sentence: Sentence) -> Bool {
    [.paragraph, .caption, .dateline, .byline].contains(sentence.kind)
  }

  private func isKnown(_ lower: String) -> Bool {
    Gazetteer.demonyms[lower] != nil || CultureNames.isPeople(lower)
      || !["others", "another", "neither", "none"].contains(lower) && LanguageModels.syntax.lexicon(of: lower).isEmpty
        && !HumanNouns.isPeople(lower) && !HumanNouns.isHuman(Suffixes.singular(lower))
  }

  /// The tag of a sentence's first word that is a common noun and no part of a name.
  private func commonTag(_ index: Int, _ annotations: Annotations) -> Tag? {
    let lower = annotations.tokens[index].lower
    // "Carmaker Vesta said"
    if Self.trades.contains(lower), index + 1 < annotations.tags.count, annotations.tags[index + 1] == .name { return .noun }
    let known = LanguageModels.syntax.lexicon(of: lower)
    // "Hotelier Franco Neri"
    if index + 1 < annotations.tokens.count, Occupations.nouns.contains(lower) || Occupations.isMade(lower),
      GivenNames.gender(of: lower) == nil, annotations.tokens[index + 1].isCapitalised,
      GivenNames.gender(of: annotations.tokens[index + 1].lower) != nil
    {
      return .noun
    }
    guard known.contains(.noun) || known.contains(.plural) || HumanNouns.isPeople(lower), !inside.contains(lower),
      !Gazetteer.isKnownName(lower), OrganizationNouns.known[lower] == nil, !CultureNames.isPeople(lower),
      HumanNouns.rank(lower) == nil,
      index + 1 >= annotations.tags.count || annotations.tags[index + 1] != .name
    else { return nil }
    return known.contains(.plural) || Suffixes.isPlural(lower) ? .pluralNoun : .noun
  }

  /// What a company does, which opens a sentence before its name.
  private static let trades = WordList.set(
    """
    carmaker automaker chipmaker drugmaker steelmaker planemaker toymaker truckmaker watchmaker brewer distiller insurer lender
    retailer grocer airline shipbuilder housebuilder builder broadcaster supplier manufacturer startup start-up refiner
    supermarket brokerage contractor developer wholesaler distributor shipper
    """)

  /// The first word of a sentence or of a quotation.
  private static func isInitial(_ index: Int, in sentence: Sentence, _ annotations: Annotations) -> Bool {
    index == sentence.tokens.lowerBound
      || ["“", "\"", "‘", "(", ":", "—", "•"].contains(annotations.tokens[index - 1].form)
      || index == sentence.tokens.lowerBound + 1 && annotations.tokens[index - 1].kind == .mark
  }
}
