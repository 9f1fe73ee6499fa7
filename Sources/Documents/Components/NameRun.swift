/// How far a name goes: capitalised words, particles between them ("bin", "van der"), and the small words inside the names of
/// organisations ("Bank of England", "Department for Transport").
enum NameRun {
  static let particles: Set<String> = [
    "bin", "bint", "binti", "ibn", "van", "von", "der", "den", "de", "del", "della", "degli", "dei", "delle", "di", "da", "das",
    "do",
    "dos", "du", "des", "la", "las", "los", "le", "al", "el", "ul", "ben", "abu", "ould", "ag", "y", "e", "zu", "zum", "zur",
    "ter",
    "ten", "af", "av", "vom", "het", "'t", "op",
  ]

  /// "People's Front", "Workers' Party": a possessor that is part of the name.
  private static let peoples: Set<String> = [
    "people", "peoples", "workers", "women", "children", "farmers", "teachers", "students", "writers", "veterans", "players",
    "miners", "lawyers",
    "doctors", "men", "citizens",
  ]

  /// Whether the mark at `index` stands inside such a name.
  static func joinsPossessor(_ index: Int, _ tokens: [Token], _ tags: [Tag]) -> Bool {
    guard tags[index] == .possessiveMark, index + 1 < tags.count, tags[index + 1] == .name, index > 0, tags[index - 1] == .name
    else { return false }
    // "St. Brendan’s Hospital"
    let isSaint = index > 1 && ["st.", "st", "saint", "queen", "king"].contains(tokens[index - 2].lower)
    // "the Papermakers' Union": many of them, whatever they are.
    let areMany = HumanNouns.isPeople(tokens[index - 1].lower) || tokens[index].form.utf8.last != UInt8(ascii: "s")
    let isUnion = areMany && bodiesOfPeople.contains(tokens[index + 1].lower)
    return isUnion || peoples.contains(tokens[index - 1].lower)
      || (isSaint || houses.contains(tokens[index + 1].lower)) && tokens[index + 1].isCapitalised
  }

  /// What people form: "the Patients’ League".
  private static let bodiesOfPeople: Set<String> = [
    "league", "association", "union", "federation", "alliance", "party", "club", "council", "society", "forum", "front",
    "movement",
    "committee", "fund", "trust", "network", "group", "guild", "congress", "cooperative", "chamber", "coalition", "mission",
    "commission", "tribunal", "bank", "institute", "centre", "center",
  ]
  private static let houses: Set<String> = ["hospital", "church", "cathedral", "college", "school", "chapel", "infirmary"]
  /// Legal forms, which some write small.
  private static let legalForms: Set<String> = ["plc", "ltd", "inc", "llc", "gmbh", "ag", "s.a.", "oy", "ab", "nv", "spa"]

  static func end(from start: Int, limit: Int, tokens: [Token], tags: [Tag]) -> Int {
    var end = knownEnd(from: start, limit: limit, tokens) ?? start + 1
    while end < limit {
      if tags[end] == .name {
        if isCalendarWord(tokens[end].lower) { break }
        end += 1
      } else if tokens[end].kind == .number, isNumbered(tokens[end - 1]), tokens[end].lower.utf8.count <= 3 {
        // "Ward 6", "Quay 4"
        return end + 1
      } else if let next = afterPeople(end, limit, tokens, tags) {
        end = next
      } else if legalForms.contains(tokens[end].lower) {
        return end + 1
      } else if end + 1 < limit, joinsPossessor(end, tokens, tags) {
        end += 2
      } else if particles.contains(tokens[end].lower), let next = afterParticles(end, limit, tokens), tags[next] == .name {
        end = next + 1
      } else if let next = afterConnector(start, end, limit, tokens, tags) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  private static let numbered = WordList.set(
    """
    ward pier gate terminal unit block room zone sector route platform berth dock hangar courtroom camp plot lot reactor quay
    district
    building hall ring junction line shaft pit mine channel area region site base station wing
    """)

  static func isNumbered(_ token: Token) -> Bool { token.isCapitalised && numbered.contains(token.lower) }

  /// The end of "Dockers’ and Allied Trades Union" behind its first word.
  private static func afterPeople(_ mark: Int, _ limit: Int, _ tokens: [Token], _ tags: [Tag]) -> Int? {
    guard tags[mark] == .possessiveMark, mark + 2 < limit, tokens[mark + 1].lower == "and", tags[mark + 2] == .name,
      isPlural(tokens[mark - 1]), isCommonNoun(tokens[mark + 2])
    else { return nil }
    var end = mark + 2
    while end < limit, tags[end] == .name || end + 1 < limit && joinsPossessor(end, tokens, tags) { end += 1 }
    return OrganizationNouns.nameHeads.contains(tokens[end - 1].lower) && end > mark + 3 ? end : nil
  }

  private static func isCalendarWord(_ lower: String) -> Bool {
    DateText.weekdays[lower] != nil || DateText.month(lower) != nil && lower != "may" && lower != "march"
  }

  private static func afterParticles(_ index: Int, _ limit: Int, _ tokens: [Token]) -> Int? {
    var at = index
    while at < limit, particles.contains(tokens[at].lower), at - index < 3 { at += 1 }
    return at < limit ? at : nil
  }

  /// The end of the name after "of", "for", "in", "and" where the name goes on beyond it.
  private static func afterConnector(_ start: Int, _ index: Int, _ limit: Int, _ tokens: [Token], _ tags: [Tag]) -> Int? {
    let connector = tokens[index].lower
    guard ["of", "for", "in", "on", "to", "without", "and", "&", "against"].contains(connector), index + 1 < limit else {
      return nil
    }
    var next = index + 1
    if tokens[next].lower == "the", next + 1 < limit { next += 1 }
    guard tags[next] == .name, !isCalendarWord(tokens[next].lower) else { return nil }
    var end = next
    while end < limit, tags[end] == .name { end += 1 }
    end = endOfField(next..<end, limit, tokens, tags)
    // "the party of Prime Minister X"
    let isOffice = ["office", "department"].contains(tokens[index - 1].lower)
    if !isOffice, (next..<end).contains(where: { HumanNouns.rank(tokens[$0].lower) != nil }) { return nil }
    if Initials.match(closingBracketAcronym(at: end, limit, tokens), tokens[start..<end]) { return end }
    let last = tokens[index - 1].lower
    if connector == "of", next == index + 1,
      isComplete(tokens[start..<index]) && end == next + 1 || isSeated(tokens[start..<index], in: tokens[next..<end])
    {
      return nil
    }
    switch connector {
    // "Court of Arbitration for Sport"
    case "for"
    where index > start + 2 && tokens[start + 1].lower == "of" && Self.bodies.contains(tokens[start].lower)
      && (next..<end).allSatisfy({ isEnglish(tokens[$0]) }):
      return end
    // "left Orbex Systems for Varzan Energy"
    case "for" where index > start + 1 && isTrade(last): return nil
    case "of", "for":
      let head =
        OrganizationNouns.nameHeads.contains(last)
        || ["republic", "university", "department", "bank", "isle", "gulf", "cape", "panel", "team", "order", "house"]
          .contains(last)
      // "Hands for Water", "Friends of the Lake"
      return head || isPlural(tokens[index - 1]) && isCommonNoun(tokens[next]) ? end : nil
    // "Commission on Policing"
    case "on", "against", "to", "without":
      let isBody = OrganizationNouns.nameHeads.contains(last) || ["campaign", "inquiry", "conference"].contains(last)
      return (isBody || connector == "without" && isPlural(tokens[index - 1]))
        && (next..<end).allSatisfy({ tags[$0] != .name || isEnglish(tokens[$0]) })
        || connector == "on" && ["experts", "committee", "panel"].contains(last) ? end : nil
    case "&": return end
    // "Sorel and Partners"
    case "and" where end == next + 1 && partners.contains(tokens[next].lower): return end
    // "Devon and Cornwall Police"
    case "and"
    where end > next + 1 && jurisdictions.contains(tokens[end - 1].lower) && isPlace(tokens[next..<end - 1], isFirst: false)
      && isPlace(tokens[start..<index], isFirst: true) && !opensList(start, tokens):
      return end
    // "the Transport and Allied Workers’ Union"
    case "and": return joinsFields(start..<index, next, limit, tokens, tags)
    default: return nil
    }
  }

  /// What ends the name of a company and opens none of a body that is for something.
  private static func isTrade(_ lower: String) -> Bool {
    OrganizationNouns.companyHeads.contains(lower)
      && !["fund", "group", "services", "company", "partners", "works", "homes"].contains(lower)
  }

  /// "Marlin Industries of Hong Kong", "Tweed Coaches of Selkirk": a company’s legal form or trade, and a place that the reader
  /// knows or one word that means nothing else; banks and national companies bear theirs.
  private static func isSeated(_ name: ArraySlice<Token>, in place: ArraySlice<Token>) -> Bool {
    guard name.count >= 2, let first = name.first, let last = name.last,
      !["bank", "fund", "company", "corporation", "works"].contains(last.lower), !OfficeWords.isPart(first.lower),
      !ClosedClasses.commonAdjectives.contains(first.lower)
    else { return false }
    let isKnown = Gazetteer.places[place.map(\.lower).joined(separator: " ")] != nil
    if ["foundation", "trust", "institute", "club"].contains(last.lower) { return isKnown && !isEnglish(first) }
    let isNoWord = place.count == 1 && !isCommonNoun(place.first!)
    return OrganizationNouns.companyHeads.contains(last.lower) && (isKnown || isNoWord)
  }

  /// "Northgate Group of Halden": a company's whole name, behind which "of" says where it is.
  private static func isComplete(_ name: ArraySlice<Token>) -> Bool {
    guard name.count >= 2, let first = name.first, let last = name.last else { return false }
    return OrganizationNouns.companyHeads.contains(last.lower)
      && LanguageModels.syntax.lexicon(of: first.lower).isEmpty && Gazetteer.places[first.lower] == nil
      && Gazetteer.demonyms[first.lower] == nil
  }

  /// The end of "the Transport and Allied Workers’ Union": behind "the", common nouns by their own meaning up to the word for
  /// an organisation with which the name ends.
  private static func joinsFields(_ left: Range<Int>, _ right: Int, _ limit: Int, _ tokens: [Token], _ tags: [Tag]) -> Int? {
    // "the ruling Unity and Work Party"
    let isRanked =
      left.lowerBound > 1 && tokens[left.lowerBound - 2].lower == "the"
      && ["ruling", "opposition", "governing", "main", "largest", "new", "small"].contains(tokens[left.lowerBound - 1].lower)
    // "the African Union, whose Peace and Security Council"
    let isOwned =
      left.lowerBound > 0
      && (tags[left.lowerBound - 1] == .possessiveMark || ["whose", "its", "their"].contains(tokens[left.lowerBound - 1].lower))
    guard left.lowerBound > 0, isRanked || isOwned || tokens[left.lowerBound - 1].lower == "the",
      left.allSatisfy({ isCommonNoun(tokens[$0]) }),
      !left.contains(where: { OrganizationNouns.nameHeads.contains(tokens[$0].lower) && $0 == left.upperBound - 1 })
        || left.count == 1
          && !Self.bodies.contains(tokens[left.lowerBound].lower)
    else { return nil }
    var end = right
    while end < limit, tags[end] == .name || end + 1 < limit && joinsPossessor(end, tokens, tags) { end += 1 }
    // "the Health and Safety Executive"
    guard OrganizationNouns.nameHeads.contains(tokens[end - 1].lower) || tokens[end - 1].lower == "executive", end - right >= 1,
      (right..<end).allSatisfy({ tags[$0] != .name || isCommonNoun(tokens[$0]) })
    else { return nil }
    return end
  }

  /// What two neighbouring places have between them.
  private static let jurisdictions: Set<String> = [
    "police", "council", "constabulary", "trust", "district", "diocese", "assembly",
  ]

  /// Words that places bear and neither people nor bodies.
  private static func isPlace(_ words: ArraySlice<Token>, isFirst: Bool) -> Bool {
    guard words.count <= 2, let word = words.first else { return false }
    if Gazetteer.places[word.lower] != nil { return true }
    return GivenNames.gender(of: word.lower) == nil && !OrganizationNouns.nameHeads.contains(word.lower)
      && HumanNouns.rank(word.lower) == nil && !(isFirst && isCommonNoun(word))
  }

  /// Whether a comma or "between" stands before: "Lassa, Orto and Elmet Council".
  private static func opensList(_ start: Int, _ tokens: [Token]) -> Bool {
    start > 0 && [",", "and", "between", "both", "of"].contains(tokens[start - 1].lower)
  }

  private static let partners: Set<String> = [
    "partners", "sons", "daughters", "brothers", "associates", "company", "co", "co.", "colleagues",
  ]

  /// A word of the language that no place and no person is called by.
  private static func isEnglish(_ token: Token) -> Bool {
    !LanguageModels.syntax.lexicon(of: token.lower).isEmpty && Gazetteer.places[token.lower] == nil
      && GivenNames.gender(of: token.lower) == nil
  }

  private static func isPlural(_ token: Token) -> Bool {
    LanguageModels.syntax.lexicon(of: token.lower).contains(.plural) && GivenNames.gender(of: token.lower) == nil
  }

  private static let bodies: Set<String> = [
    "army", "navy", "government", "parliament", "union", "party", "bank", "court", "senate", "congress", "police", "church",
    "council",
  ]

  /// "Port and Harbour Workers", "Security and Co-operation": fields of work that a name joins, common nouns all of them; a
  /// second organisation or a place begins something else.
  private static func endOfField(_ field: Range<Int>, _ limit: Int, _ tokens: [Token], _ tags: [Tag]) -> Int {
    var end = field.upperBound
    while end + 1 < limit, tokens[end].lower == "and" || tokens[end].form == "&" || tokens[end].form == ",",
      tags[end + 1] == .name,
      isCommonNoun(tokens[end - 1]), isCommonNoun(tokens[end + 1]), !OrganizationNouns.nameHeads.contains(tokens[end + 1].lower)
    {
      end += 2
      while end < limit, tags[end] == .name { end += 1 }
    }
    return tokens[end - 1].form == "," ? end - 1 : end
  }

  private static func isCommonNoun(_ token: Token) -> Bool {
    let known = LanguageModels.syntax.lexicon(of: token.lower)
    return (known.contains(.noun) || known.contains(.adjective) || known.contains(.plural) || token.lower.contains("-"))
      && Gazetteer.places[token.lower] == nil
      && GivenNames.gender(of: token.lower) == nil
  }

  /// The end of a known organisation's name of several words that begins at `start`.
  private static func knownEnd(from start: Int, limit: Int, _ tokens: [Token]) -> Int? {
    var text = tokens[start].lower
    var found: Int?
    for end in (start + 1)..<max(start + 1, min(limit, start + 9)) {
      text += " " + tokens[end].lower
      if OrganizationNouns.known[text] != nil { found = end + 1 }
    }
    return found
  }

  /// The acronym of `(NRF)` at `index`, lower case.
  private static func closingBracketAcronym(at index: Int, _ limit: Int, _ tokens: [Token]) -> String {
    guard index + 2 < tokens.count, index < limit, tokens[index].form == "(", tokens[index + 2].form == ")",
      tokens[index + 1].isInCapitals
    else { return "" }
    return tokens[index + 1].lower
  }
}

/// Whether letters are the initials of a name: each letter begins a word or a part after a hyphen, small words may be left out.
enum Initials {
  static func match(_ acronym: String, _ name: ArraySlice<Token>) -> Bool {
    guard acronym.utf8.count >= 2 else { return false }
    var letters: [(letter: Character, isOptional: Bool)] = []
    for token in name where token.kind == .word {
      for (index, part) in token.lower.split(separator: "-").enumerated() {
        guard let first = part.first else { continue }
        letters.append((first, index > 0 || !token.isCapitalised || part == "al" || part == "the"))
      }
    }
    return match(Array(acronym.filter(\.isLetter))[...], letters[...])
  }

  private static func match(_ acronym: ArraySlice<Character>, _ letters: ArraySlice<(letter: Character, isOptional: Bool)>)
    -> Bool
  {
    guard let letter = letters.first else { return acronym.isEmpty }
    if let first = acronym.first, first == letter.letter, match(acronym.dropFirst(), letters.dropFirst()) { return true }
    return letter.isOptional && match(acronym, letters.dropFirst())
  }
}
