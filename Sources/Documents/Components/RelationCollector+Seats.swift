// Where organisations have their seats and what they are parts of, by the words beside their names.
extension RelationCollector {
  private static let seats: Set<String> = ["headquarters", "headquarter", "seat", "base", "office", "domicile", "quarters"]
  private static let having: Set<String> = ["have", "keep", "maintain", "establish"]

  mutating func readSeats() {
    for clause in annotations.clauses where !clause.isNegated && !clause.isFuture && clause.modal == nil { readSeat(clause) }
    for token in tokens.indices where Self.seats.contains(tokens[token].lower) { readSeat(at: token) }
    for mention in annotations.mentions where mention.form == .name && mention.kind == .organization { readTown(of: mention) }
  }

  /// "has its headquarters in Averby"
  private mutating func readSeat(_ clause: Clause) {
    guard Self.having.contains(clause.lemma), !clause.isPassive, let object = clause.objects.first,
      Self.seats.contains(Suffixes.singular(tokens[annotations.phrases[object].head].lower)),
      let subject = clause.subjects.first, let owner = annotations.entity(ofPhrase: subject), kind(owner) == .organization,
      let place = place(behind: annotations.phrases[object].tokens.upperBound)
    else { return }
    let begin = annotations.phrases[subject].tokens.lowerBound
    let end = annotations.phrases[place.phrase].tokens.upperBound
    add("BASED_IN", owner, place.entity, evidence: min(begin, end - 1)..<end)
  }

  /// The named place of "in Averby" at a token.
  private func place(behind end: Int) -> (entity: Int, phrase: Int)? {
    guard end + 1 < tokens.count, ["in", "at", "on"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0
    else {
      return nil
    }
    let phrase = annotations.phraseStartingAt[end + 1]
    guard let entity = annotations.entity(ofPhrase: phrase), kind(entity) == .place else { return nil }
    return (entity, phrase)
  }

  /// "the headquarters of Acme in Averby", "Acme's headquarters are in Averby"
  private mutating func readSeat(at token: Int) {
    let phrase = annotations.phraseOfToken[token]
    guard phrase >= 0, annotations.phrases[phrase].head == token else { return }
    var end = annotations.phrases[phrase].tokens.upperBound
    var owner = ownerOf(phrase)
    if owner == nil, end + 1 < tokens.count, tokens[end].lower == "of", annotations.phraseStartingAt[end + 1] >= 0 {
      owner = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 1])
      end = annotations.phrases[annotations.phraseStartingAt[end + 1]].tokens.upperBound
    }
    guard let owner, kind(owner) == .organization else { return }
    if end < tokens.count, ClosedClasses.forms[tokens[end].lower] == "be" { end += 1 }
    guard let place = place(behind: end) else { return }
    let begin = annotations.phrases[phrase].tokens.lowerBound
    add("BASED_IN", owner, place.entity, evidence: begin..<annotations.phrases[place.phrase].tokens.upperBound)
  }

  /// "the Northgate Group of Halden", "Miravel, of Lusaria,", "Pelton Works (Averby)", "the Port Hospital in Lassa"; "the Serious
  /// Crime Branch of the Leam Police".
  private mutating func readTown(of mention: Mention) {
    guard let entity = mention.entity, let phrase = mention.phrase, !annotations.isInHeadline(mention.head) else { return }
    let range = annotations.phrases[phrase].tokens
    var end = range.upperBound
    guard end + 1 < tokens.count, tokens[end].block == tokens[end - 1].block else { return }
    // "the Institute of Virology, a branch of the Academy"
    if tokens[end].form == ",", let part = annotations.phrase(startingAt: end + 1), annotations.phrases[part].kind == .common,
      case let inner = annotations.phrases[part].tokens.upperBound, inner + 1 < tokens.count, tokens[inner].lower == "of",
      Self.branches.contains(tokens[annotations.phrases[part].head].lower), let next = annotations.phrase(startingAt: inner + 1),
      let whole = annotations.entity(ofPhrase: next), kind(whole) == .organization, whole != entity
    {
      return add("PART_OF", entity, whole, evidence: range.lowerBound..<annotations.phrases[next].tokens.upperBound)
    }
    // "the Port Office, part of the Transport Ministry"
    if tokens[end].form == ",", end + 3 < tokens.count, tokens[end + 1].lower == "part", tokens[end + 2].lower == "of",
      annotations.phraseStartingAt[end + 3] >= 0,
      let whole = annotations.entity(ofPhrase: annotations.phraseStartingAt[end + 3]), kind(whole) == .organization,
      whole != entity
    {
      return add("PART_OF", entity, whole, evidence: range.lowerBound..<(end + 4))
    }
    let isInserted = tokens[end].form == "," && ["of", "from", "in", "on", "near", "outside"].contains(tokens[end + 1].lower)
    if isInserted { end += 1 }
    let isBracket = tokens[end].form == "("
    guard end + 1 < tokens.count, annotations.phraseStartingAt[end + 1] >= 0 else { return }
    var next = annotations.phraseStartingAt[end + 1]
    // "in the principality of Saint-Orme"
    let inner = annotations.phrases[next].tokens.upperBound
    if annotations.phrases[next].kind == .common, inner + 1 < tokens.count, tokens[inner].lower == "of",
      PlaceNouns.kinds.contains(tokens[annotations.phrases[next].head].lower)
        || ["principality", "kingdom", "republic", "duchy"].contains(tokens[annotations.phrases[next].head].lower),
      annotations.phraseStartingAt[inner + 1] >= 0
    {
      next = annotations.phraseStartingAt[inner + 1]
    }
    let named = annotations.mentionOfPhrase[next]
    guard named >= 0, annotations.mentions[named].form == .name, let target = annotations.mentions[named].entity, target != entity
    else { return }
    let evidence = range.lowerBound..<annotations.phrases[next].tokens.upperBound
    let behind = annotations.phrases[next].tokens.upperBound
    if kind(target) == .place {
      let isSeated = ["in", "at"].contains(tokens[end].lower) && isSeated(mention)
      let isClosed = isBracket && behind < tokens.count && tokens[behind].form == ")"
      if tokens[end].lower == "of" || isInserted || isSeated || isClosed {
        let type = isBuilding(mention) || ["on", "near", "outside"].contains(tokens[end].lower) ? "LOCATED_IN" : "BASED_IN"
        add(type, entity, target, evidence: evidence)
        // "on Harbour Street in Port Elen"
        if tokens[end].lower == "on", let town = place(behind: behind), town.entity != target {
          add(type, entity, town.entity, evidence: evidence.lowerBound..<annotations.phrases[town.phrase].tokens.upperBound)
        }
      }
    } else if kind(target) == .organization || isPolice(target), tokens[end].lower == "of", isPart(mention) {
      add("PART_OF", entity, target, evidence: evidence)
    }
  }

  func isPolice(_ entity: Int) -> Bool {
    kind(entity) == .group
      && (NameFolding.folded(annotations.entities[entity].name).split(separator: " ").contains {
        Self.bodies.contains(String($0))
      }
        || !annotations.entities[entity].heads.isDisjoint(with: Self.bodies))
  }

  private static let bodies: Set<String> = ["police", "military", "forces", "gendarmerie", "guard", "opposition"]

  /// Nouns for parts that name no body when they stand alone.
  private static let branches: Set<String> = [
    "branch", "arm", "division", "section", "limb", "offspring", "department",
  ]

  private func isBuilding(_ mention: Mention) -> Bool { mention.tokens.contains { PlaceNouns.sites.contains(tokens[$0].lower) } }

  /// What stands in one place: a court, a hospital, a school.
  private func isSeated(_ mention: Mention) -> Bool {
    mention.tokens.contains { token in
      let lower = tokens[token].lower
      return PlaceNouns.sites.contains(lower)
        || ["court", "tribunal", "school", "college", "academy", "institute"].contains(lower)
    }
  }

  private func isPart(_ mention: Mention) -> Bool {
    mention.tokens.contains { Self.partNouns.contains(tokens[$0].lower) }
  }

  /// What an organisation has of its own.
  static let partNouns = WordList.set(
    """
    wing unit subsidiary board branch arm division faction committee council secretariat cell section chapter panel mission agency
    tribunal body department directorate bureau squad office service desk brigade battalion regiment corps company platoon
    garrison command detachment task-force taskforce team group institute faculty school laboratory lab affiliate offshoot
    organ commission subcommittee sub-committee bench chamber inspectorate registry fund trust foundation syndicate
    """)
}
