/// Accounts that stand beside each other and differ though no word denies the other: another number, another day, another word
/// for what happened ("resigned", "was dismissed"), or a no against a yes. How likely a pair is to be in conflict is a sum of
/// weights over what the two share and how they stand to each other, fitted by logistic regression to documents whose conflicts
/// people have marked (compare de Marneffe, Rafferty and Manning, "Finding Contradictions in Text", ACL 2008, for the
/// features).
struct RivalAccounts {
  private let annotations: Annotations
  private let words: ClaimWords
  private let traits: ClaimTraits
  private let known: Set<[Range<Int>]>
  /// Claims that deny what another says: they are no accounts of what they share no word with besides.
  private let denials: Set<Int>
  /// Whom each entity speaks, works or stands for.
  private let sides: [Int: Set<Int>]
  /// What each claim is about: entities, and events as negative numbers.
  private let topics: [Set<Int>]

  private static let mostRivals = 4
  private static let threshold = -0.5

  init(_ annotations: Annotations, _ words: ClaimWords, _ traits: ClaimTraits, known: [Contradiction]) {
    self.annotations = annotations
    self.words = words
    self.traits = traits
    self.known = Set(known.map { [annotations.claims[$0.first].passage, annotations.claims[$0.second].passage] })
    denials = Set(known.lazy.filter { $0.reason == .denial }.map(\.second))
    sides = Sides.of(annotations)
    topics = annotations.claims.map { Self.topics(of: $0, annotations) }
  }

  private static func topics(of claim: ClaimFinding, _ annotations: Annotations) -> Set<Int> {
    var topics: Set<Int> = []
    for subject in claim.subjects {
      switch subject {
      case .entity(let entity): topics.insert(entity)
      case .event(let event):
        topics.insert(-1 - event)
        for participant in annotations.events[event].participants { topics.insert(participant.entity) }
      }
    }
    return topics
  }

  /// Complexity: linear in the claims, each of which is compared with the last few of others.
  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    var paired = known
    for second in annotations.claims.indices {
      let claim = annotations.claims[second]
      guard claim.object == nil, Voice(claim, annotations) != nil, !isDirective(claim), !traits[second].isRefusal
      else { continue }
      var best: (first: Int, score: Double)?
      for (first, between) in rivals(of: second) {
        if denials.contains(second), words.shared(first, second) == 0 { continue }
        let difference = difference(first, second)
        guard !isColour(second, difference), !agrees(first, second, difference) else { continue }
        let score = score(first, second, between, difference)
        if score > Self.threshold, best == nil || score > best!.score { best = (first, score) }
      }
      guard let best, paired.insert([annotations.claims[best.first].passage, claim.passage]).inserted else { continue }
      found.append(Contradiction(first: best.first, second: second, reason: .accounts))
    }
    return found
  }

  /// "urged them to leave": nothing that could be false.
  private func isDirective(_ claim: ClaimFinding) -> Bool {
    claim.statement.map { annotations.isDirective(annotations.statements[$0]) } ?? false
  }

  /// The last claims of other speakers in this stretch of text, nearest first, one for each passage, with the
  /// number of passages between.
  private func rivals(of second: Int) -> [(first: Int, between: Int)] {
    let claim = annotations.claims[second]
    var found: [(first: Int, between: Int)] = []
    var passages: Set<Range<Int>> = []
    var first = second - 1
    while first >= 0, found.count < Self.mostRivals {
      defer { first -= 1 }
      let other = annotations.claims[first]
      guard words.areTogether(other, claim) else { break }
      guard other.object == nil, other.passage.upperBound <= claim.passage.lowerBound, passages.insert(other.passage).inserted
      else { continue }
      guard Voice(other, annotations) != nil, Voice.differ(other, claim, annotations), !traits[first].isRefusal,
        !isDoubt(other), isSameParagraph(other, claim) || sharesMuch(first, second)
      else { continue }
      found.append((first, passages.count - 1))
    }
    return found
  }

  /// "could not verify the images": no account of anything.
  private func isDoubt(_ claim: ClaimFinding) -> Bool {
    claim.certainty == .rumoured && claim.statement.map { annotations.statements[$0].form == .denial } ?? false
  }

  private func isSameParagraph(_ one: ClaimFinding, _ other: ClaimFinding) -> Bool {
    annotations.tokens[one.passage.lowerBound].block == annotations.tokens[other.passage.lowerBound].block
  }

  /// From one paragraph to the next only what has several words in common, or says the contrary, goes on with it.
  private func sharesMuch(_ first: Int, _ second: Int) -> Bool {
    let difference = difference(first, second)
    return words.shared(first, second) > 1 || difference.areOpposed || difference.numbers != .none
  }

  /// Numbers that agree, two who both say that a happening took place, and happenings whose days are other ones than those of
  /// the first without a word in the second that would date the same happening otherwise.
  private func agrees(_ first: Int, _ second: Int, _ difference: Difference) -> Bool {
    let (one, other) = (traits[first], traits[second])
    if one.isNegative, other.isNegative, difference.numbers == .none, !difference.areDaysApart { return true }
    if one.isNegative || other.isNegative || difference.areOpposed { return false }
    if numbersMeet(one, other) { return true }
    let (mine, theirs) = (annotations.claims[first], annotations.claims[second])
    if mine.predicate == "occurred", theirs.predicate == "occurred", mine.subjects.first == theirs.subjects.first,
      difference.numbers == .none, !difference.areDaysApart
    {
      return true
    }
    return other.times.isEmpty && mine.subjects.first != theirs.subjects.first && words.areOfOtherDays(mine, theirs)
  }

  /// Whether each number of the second is one that the first gives as well.
  private func numbersMeet(_ one: ClaimTraits.Traits, _ other: ClaimTraits.Traits) -> Bool {
    !other.quantities.isEmpty
      && other.quantities.allSatisfy { theirs in
        one.quantities.contains { mine in
          let (a, b) = (annotations.quantities[mine], annotations.quantities[theirs])
          guard a.unit == b.unit, let first = a.interval, let second = b.interval else { return false }
          return first.meets(second)
        }
      }
  }

  /// Words quoted as they were said mostly colour what has been told; without a number or a day of their own they are no
  /// account.
  private func isColour(_ second: Int, _ difference: Difference) -> Bool {
    traits[second].isQuotation && !traits[second].isNegative && difference.numbers == .none && !difference.areDaysApart
      && !difference.areOpposed
  }

  private func score(_ first: Int, _ second: Int, _ between: Int, _ difference: Difference) -> Double {
    zip(Self.weights, features(first, second, between, difference)).reduce(Self.bias) { $0 + $1.0 * $1.1 }
  }

  // MARK: Features

  private static let bias = -0.98
  /// One for each of `features`.
  private static let weights: [Double] = [
    0.7, 0.47, 0.85, 0.84, 0.36, 0.1, 0.14, 0.27, 0.32, 0.13, 0.35, -0.19, 0.97, -0.21, -0.17, -0.89, -0.43, -0.28, -0.93, -1.2,
    0.44, -0.48, 0.15, 0.77,
  ]

  private func features(_ first: Int, _ second: Int, _ between: Int, _ difference: Difference) -> [Double] {
    let (mine, theirs) = (annotations.claims[first], annotations.claims[second])
    let (one, other) = (traits[first], traits[second])
    let common = topics[first].intersection(topics[second]).subtracting([mine.speaker, theirs.speaker].compactMap { $0 }).count
    let shared = words.shared(first, second)
    // Of what else than the first number a second one could be, where both name things of their own.
    let isOfOther = shared == 0 && common == 0 && !isShort(theirs)
    var numbers = other.isLater ? .none : difference.numbers
    if isOfOther, numbers == .measured { numbers = .none }
    let gap = mine.passage.upperBound..<theirs.passage.lowerBound
    let distance = words.distance(mine, theirs)
    func value(_ holds: Bool) -> Double { holds ? 1 : 0 }
    return [
      Double(min(shared, 3)), value(numbers == .measured), value(numbers == .bare), value(difference.areDaysApart),
      value(distance == 0 && gap.contains { [";", ":"].contains(annotations.tokens[$0].form) }),
      value(theirs.speaker.map { isAbout(first, $0) } ?? false), Double(min(common, 2)), value(between == 0),
      value(other.isNegative),
      value(theirs.certainty == .denied), value(one.isNegative != other.isNegative), value(other.isQuotation && other.isNegative),
      value(difference.areOpposed), Double(min(distance, 4)), Double(min(between, 4)), value(mine.certainty == .denied),
      value(other.isFuture),
      value(other.isAdditive), value(areOnOneSide(mine.speaker, theirs.speaker)), value(other.isRefusal),
      value(theirs.speaker.map { speaksBetween($0, first, second) } ?? false), value(one.isQuotation),
      value(isAnnounced(mine, theirs)),
      value(between == 0 && isContrasted(theirs)),
    ]
  }

  /// "but", "while", "yet" before it.
  private func isContrasted(_ claim: ClaimFinding) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: claim.passage.lowerBound)].tokens
    let low = max(sentence.lowerBound, claim.passage.lowerBound - 3)
    return (low..<min(claim.passage.lowerBound + 1, sentence.upperBound)).contains {
      ["but", "however", "yet", "while", "whereas", "although", "though", "instead", "meanwhile"].contains(
        annotations.tokens[$0].lower)
    }
  }

  /// "put the delay at four hours": hardly more than the number.
  private func isShort(_ claim: ClaimFinding) -> Bool {
    claim.statement.map { annotations.statements[$0].form == .fragment } ?? false
      || ClaimWords.content(of: claim, annotations).count <= 6
  }

  /// Whether the text says or asks in this paragraph, shortly before the first claim or between the two, what is in dispute.
  private func isAnnounced(_ mine: ClaimFinding, _ theirs: ClaimFinding) -> Bool {
    let first = annotations.sentenceIndex(ofToken: mine.passage.lowerBound)
    let second = annotations.sentenceIndex(ofToken: theirs.passage.lowerBound)
    let block = annotations.tokens[theirs.passage.lowerBound].block
    return traits.announcements.contains { $0 >= first - 2 && $0 <= second && annotations.sentences[$0].block == block }
  }

  private enum Numbers { case none, bare, measured }

  /// In what two claims differ whatever they are about.
  private struct Difference {
    let numbers: Numbers
    let areDaysApart: Bool
    let areOpposed: Bool
  }

  private func difference(_ first: Int, _ second: Int) -> Difference {
    let (one, other) = (traits[first], traits[second])
    return Difference(
      numbers: differingNumbers(one, other), areDaysApart: differsInDays(one, other),
      areOpposed: Opposites.areOpposed(one.sides, other.sides))
  }

  /// Whether both give numbers of one unit, and none of them meet.
  private func differingNumbers(_ one: ClaimTraits.Traits, _ other: ClaimTraits.Traits) -> Numbers {
    var found = Numbers.none
    for mine in one.quantities {
      for theirs in other.quantities {
        let (a, b) = (annotations.quantities[mine], annotations.quantities[theirs])
        guard a.unit == b.unit, let first = a.interval, let second = b.interval else { continue }
        if !first.differs(from: second), a.unit != nil || b.value == a.value { return .none }
        if !first.differs(from: second) || areOfOtherStates(a, b) || a.unit == nil && areOfOtherThings(a, b) { continue }
        if a.unit != nil { found = .measured } else if found == .none { found = .bare }
      }
    }
    for mine in one.measures {
      for theirs in other.measures where theirs.unit == mine.unit && theirs.count != mine.count { found = .measured }
    }
    return found
  }

  private func areOfOtherStates(_ one: Quantity, _ other: Quantity) -> Bool {
    CountStates.differ(at: one.tokens.lowerBound, and: other.tokens.lowerBound, annotations)
  }

  /// "45,000 tickets" and "41 thefts": two nouns of which neither stands for the other, as "workers" does for "people".
  private func areOfOtherThings(_ one: Quantity, _ other: Quantity) -> Bool {
    guard let mine = noun(of: one), let theirs = noun(of: other), ClaimWords.meaning(of: mine) != ClaimWords.meaning(of: theirs)
    else {
      return false
    }
    let states = [one, other].map { CountStates.state(at: $0.tokens.lowerBound, annotations) }
    return states[0] == nil && states[1] == nil && !(HumanNouns.isHuman(mine) && HumanNouns.isHuman(theirs))
  }

  private func noun(of quantity: Quantity) -> String? {
    let phrase = annotations.phraseOfToken[quantity.tokens.lowerBound]
    guard phrase >= 0, annotations.phrases[phrase].kind == .common,
      annotations.tags[annotations.phrases[phrase].head] == .pluralNoun
    else { return nil }
    return Suffixes.singular(annotations.tokens[annotations.phrases[phrase].head].lower)
  }

  private func differsInDays(_ one: ClaimTraits.Traits, _ other: ClaimTraits.Traits) -> Bool {
    var differs = false
    for mine in one.times {
      for theirs in other.times {
        guard let from = annotations.times[mine].from, let to = annotations.times[mine].to,
          let start = annotations.times[theirs].from, let end = annotations.times[theirs].to
        else { continue }
        if from <= end, start <= to { return false }
        differs = true
      }
    }
    return differs
  }

  /// Whether a claim is about somebody or whom he belongs to.
  private func isAbout(_ claim: Int, _ speaker: Int) -> Bool {
    topics[claim].contains(speaker) || sides[speaker].map { !topics[claim].isDisjoint(with: $0) } ?? false
  }

  private func areOnOneSide(_ one: Int?, _ other: Int?) -> Bool {
    guard let one, let other, one != other else { return false }
    let (mine, theirs) = (sides[one] ?? [one], sides[other] ?? [other])
    return !mine.isDisjoint(with: theirs)
  }

  /// Whether the second speaker has already said something since the first claim.
  private func speaksBetween(_ speaker: Int, _ first: Int, _ second: Int) -> Bool {
    annotations.claims[(first + 1)..<second].contains { claim in
      claim.speaker == speaker && claim.object == nil && claim.passage.lowerBound >= annotations.claims[first].passage.upperBound
        && claim.passage.upperBound <= annotations.claims[second].passage.lowerBound
    }
  }
}

/// Who belongs to whom, and who speaks for whom.
enum Sides {
  private static let bonds: Set<String> = ["WORKS_FOR", "LEADS", "MEMBER_OF", "REPRESENTS", "PART_OF"]

  /// Who speaks for others by office; whom a firm has dismissed may deny what it says.
  static func voices(_ annotations: Annotations) -> [Int: Set<Int>] {
    var voices: [Int: Set<Int>] = [:]
    for relation in annotations.relations where ["WORKS_FOR", "LEADS", "REPRESENTS"].contains(relation.type) {
      let role = relation.role?.lowercased() ?? ""
      let isInOffice = relation.type == "LEADS" && !role.contains("former") && !hasLeft(relation.source, annotations)
      guard relation.type == "REPRESENTS" || isInOffice || offices.contains(where: { role.contains($0) }) else { continue }
      voices[relation.source, default: []].insert(relation.target)
    }
    return voices
  }

  /// Whoever has been dismissed or has resigned speaks for himself.
  private static func hasLeft(_ person: Int, _ annotations: Annotations) -> Bool {
    annotations.events.contains { event in
      event.type == "departure" && event.participants.contains { $0.entity == person }
    }
  }

  private static let offices = ["spokes", "lawyer", "solicitor", "barrister", "attorney", "counsel", "chief executive"]

  /// For an entity that works or stands for others: itself and them.
  static func of(_ annotations: Annotations) -> [Int: Set<Int>] {
    var sides: [Int: Set<Int>] = [:]
    for relation in annotations.relations where bonds.contains(relation.type) {
      sides[relation.source, default: [relation.source]].insert(relation.target)
    }
    return sides
  }
}
