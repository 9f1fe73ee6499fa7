// Whether a candidate is another word for an event that is known.
extension EventMerger {
  /// The event before `index` that it is another word for.
  func earlier(_ index: Int) -> Int? {
    let candidate = candidates[index]
    var best: (event: Int, score: Int)?
    for event in events.indices {
      guard let score = likeness(candidate, index, event) else { continue }
      if best == nil || score > best!.score
        || score == best!.score && (members[event].last ?? 0) > (members[best!.event].last ?? 0)
      {
        best = (event, score)
      }
    }
    return best?.event
  }

  /// How much speaks for `event`; nil where it cannot be the same or nothing speaks for it.
  func likeness(_ candidate: EventCandidate, _ index: Int, _ event: Int) -> Int? {
    let other = events[event]
    let coordinated = isCoordinated(candidate, event)
    let isHarm = ["attack", "killing", "death", "displacement"].contains(candidate.type)
    guard
      coordinated && isHarm && members[event].contains(where: { Self.harms.contains(candidates[$0].type) })
        || members[event].contains(where: { EventFamilies.areCompatible(candidates[$0].type, candidate.type) })
    else {
      return nil
    }
    let isPointer = candidate.isNoun && candidate.isDefinite && candidate.isBare
    // "the truce" is no meeting, "the contract" no offer.
    if isPointer, Self.onPaper.contains(candidate.type), !(candidate.stem == "deal" && other.type == "acquisition"),
      !members[event].contains(where: { candidates[$0].type == candidate.type })
    {
      return nil
    }
    if isPointer, isOfSeveral(event, against: index) { return nil }
    if isPointer, other.type != candidate.type, members[event].contains(where: { isLongAgo(candidates[$0]) }) { return nil }
    guard isPlanned(event) == candidate.isPlanned || isPointer, daysMeet(candidate, event) else { return nil }
    if candidate.isAnother != isAnother(event), !(candidate.isNoun && candidate.isDefinite) { return nil }
    let isShared = isShared(candidate, event)
    if isShared, isLongAgo(candidate) != members[event].contains(where: { isLongAgo(candidates[$0]) }) {
      return nil
    }
    if candidate.type == "other" || Self.counts.contains(candidate.stem), !sharesWord(candidate, event) { return nil }
    if !isPointer, Self.rulings.contains(candidate.type),
      isReversal(candidate.stem) != members[event].contains(where: { isReversal(candidates[$0].stem) })
    {
      return nil
    }
    if candidate.type == "departure", members[event].allSatisfy({ leaving(candidates[$0].stem) != leaving(candidate.stem) }) {
      return nil
    }
    if isInHeadline(index), members[event].contains(where: { isLongAgo(candidates[$0]) }) { return nil }
    if isOfBody(candidate) != members[event].contains(where: { isOfBody(candidates[$0]) }), !isPointer,
      candidate.type == "vote" || candidate.type == "election"
    {
      return nil
    }
    var score = 0
    let mine = roles(candidate.participants)
    let theirs = roles(other.participants)
    if candidate.type == "appointment", let one = appointee(candidate.participants), let two = appointee(other.participants),
      one != two
    {
      return nil
    }
    if isPartOfToll(candidate, event) { return nil }
    if isWounding(event), ["death", "killing"].contains(candidate.type), !mine.undergoing.isEmpty { return nil }
    let isRetold =
      candidate.type == other.type && mine.acting.contains { theirs.acting.contains($0) }
      && annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound) - lastSentence(event) <= 3
      && theirs.undergoing.allSatisfy { isSomeone($0) } && mine.undergoing.allSatisfy { !isSomeone($0) }
    // An agreement of two has two sides, whichever is named first.
    let isMutual =
      Self.mutual.contains(candidate.type) && candidate.type == other.type
      && (mine.acting.contains { theirs.undergoing.contains($0) } || mine.undergoing.contains { theirs.acting.contains($0) })
    guard let undergoing = isRetold || isMutual ? 1 : compareUndergoing(mine.undergoing, theirs.undergoing),
      let acting = isMutual
        ? 0
        : isShared || candidate.pointsBack
          ? compare(mine.acting, theirs.acting) ?? 0
          : compare(
            mine.acting, theirs.acting, isPointing: candidate.isNoun && candidate.isDefinite && candidate.type == other.type),
      // "The quake destroyed homes in San Lazaro": a town of the province that was struck.
      placesMeet(candidate, other) || candidate.pointsBack
    else { return nil }
    if undergoing == 0, isAnotherAct(candidate, event) { return nil }
    if candidate.pointsBack {
      let isSameWord = members[event].contains { candidates[$0].stem == candidate.backWord }
      return (placesMeet(candidate, other) ? 8 : 5) + (candidate.type == other.type ? 2 : 0) + (isSameWord ? 3 : 0) + undergoing
    }
    if isShared { return score + 4 }
    score += undergoing * 3 + acting * 2
    if candidate.type == other.type { score += 1 }
    if areArmed(mine.acting), areArmed(theirs.acting) { score += 2 }
    if sharesWord(candidate, event) { score += candidate.isDefinite ? 3 : 1 }
    if candidate.places.contains(where: { other.places.contains($0) }) { score += 2 }
    let distance = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound) - lastSentence(event)
    if candidate.isNoun, candidate.isBare, candidate.type == "operation", other.type != "operation" { return nil }
    if candidate.isNoun, candidate.isDefinite, candidate.isBare {
      let isSameKind = members[event].contains { candidates[$0].type == candidate.type }
      return score + 6 - min(4, max(0, distance) / 4) + min(4, members[event].count) + (isSameKind ? 2 : 0)
    }
    if candidate.isNoun, candidate.isBare, isInHeadline(index) { return score + 3 + min(4, members[event].count) }
    if coordinated { return score + 6 }
    // Two nameless accounts near each other in the text are of the same fight.
    let isPointing = candidate.isNoun && candidate.isDefinite && candidate.type == other.type
    if undergoing == 0, acting == 0, !isPointing, !(candidate.participants.isEmpty && isDenied(candidate)) {
      guard isNameless(mine.acting), isNameless(theirs.acting), distance <= 3, candidate.time == nil || !candidate.hasOwnTime
      else { return nil }
      guard !(mine.undergoing.isEmpty && mine.acting.isEmpty) || !candidate.counts.isEmpty else { return nil }
    }
    let isOpen =
      mine.undergoing.isEmpty || theirs.undergoing.isEmpty || isAnybody(mine.undergoing) || isAnybody(theirs.undergoing)
      || areStaff(mine.undergoing) && areStaff(theirs.undergoing)
    let isTally = !candidate.counts.isEmpty && !candidate.isNoun && distance <= 3 && isOpen
    // "denied that anyone had died": who is nobody in particular died where people did.
    if candidate.participants.isEmpty, !candidate.isNoun, distance <= 3, isDenied(candidate) { return score + 4 }
    let enough = isTally ? 1 : candidate.isDefinite ? 2 : 3
    return score + (distance <= 3 ? 1 : 0) >= enough ? score : nil
  }

  private static let mutual: Set<String> = ["agreement", "meeting", "contract"]

  static let harms: Set<String> = [
    "attack", "battle", "killing", "death", "operation", "displacement", "abduction", "accident", "detention", "search",
  ]

  /// A ballot of the people, in which everybody takes part.
  private func isShared(_ candidate: EventCandidate, _ event: Int) -> Bool {
    guard !isOfBody(candidate) else { return false }
    return candidate.type == "election"
      || candidate.type == "vote" && (candidate.isNoun || candidate.stem == "vote" || sharesWord(candidate, event))
  }

  /// Dated more than three hundred days before the document: "two years ago she lost".
  func isLongAgo(_ candidate: EventCandidate) -> Bool {
    guard candidate.hasOwnTime, let today = annotations.document.date,
      let day = candidate.time.flatMap({ annotations.times[$0].to })
    else { return false }
    return today.daysSinceEpoch - day.daysSinceEpoch > 300
  }

  /// Ballots of which one text tells several.
  static let counts: Set<String> = ["recount", "re-vote"]

  private static let rulings: Set<String> = ["sentence", "trial", "order", "rejection", "vote", "agreement"]

  /// A ruling on a ruling.
  private func isReversal(_ stem: String) -> Bool {
    ["overturn", "quash", "uphold", "annul", "reverse", "affirm", "commute", "strike"].contains(stem)
  }

  /// For a time, or from a roll, or for good.
  private func leaving(_ stem: String) -> Int {
    ["suspend", "suspension"].contains(stem) ? 1 : ["strike", "disbar", "defrock", "debar", "unfrock"].contains(stem) ? 2 : 0
  }

  /// A vote that a council or a board takes, and no ballot of the people.
  func isOfBody(_ candidate: EventCandidate) -> Bool {
    candidate.type == "vote"
      && candidate.participants.contains {
        $0.role == "agent"
          && (annotations.entities[$0.entity].kind == .organization
            || !annotations.entities[$0.entity].heads.isDisjoint(with: EventCompany.voters))
      }
  }

  static let onPaper: Set<String> = ["agreement", "contract", "bid", "acquisition", "investment"]

  func isDenied(_ candidate: EventCandidate) -> Bool {
    annotations.statements.contains { $0.form == .denial && $0.content.contains(candidate.trigger.lowerBound) }
  }

  /// "The deal still needs approval" tells of no deal done.
  func isPlanned(_ event: Int) -> Bool {
    let telling = members[event].filter { !(candidates[$0].isNoun && candidates[$0].isDefinite && candidates[$0].isBare) }
    return (telling.isEmpty ? members[event] : telling).allSatisfy { candidates[$0].isPlanned }
  }

  /// "the operation" is none of the "operations" of one night, nor are "the attacks" one attack.
  private func isOfSeveral(_ event: Int, against index: Int) -> Bool {
    let nouns = members[event].filter { candidates[$0].isNoun && candidates[$0].stem == candidates[index].stem }
    return !nouns.isEmpty && nouns.allSatisfy { isPlural($0) != isPlural(index) }
  }

  private func isPlural(_ index: Int) -> Bool { annotations.tags[candidates[index].trigger.upperBound - 1] == .pluralNoun }

  /// Who comes into office, where the text names him; behind him stands whom he succeeds.
  private func appointee(_ participants: [EventFinding.Participant]) -> Int? {
    participants.first { $0.role == "target" }.map(\.entity).flatMap { annotations.entities[$0].isAnonymous ? nil : $0 }
  }

  /// "Clashes have killed 26. … Farmers shot two of them": another number of the document's own is of another happening.
  private func isPartOfToll(_ candidate: EventCandidate, _ event: Int) -> Bool {
    guard !candidate.isNoun, !candidate.pointsBack,
      let own = candidate.counts.first(where: { $0.name == "killed" })?.quantity.value,
      candidate.clause.map({ annotations.clauses[$0].kind != .coordinated }) ?? false,
      annotations.statement(around: candidate.trigger.lowerBound) == nil
    else { return false }
    let counts = members[event].filter { !isInHeadline($0) }.flatMap { candidates[$0].counts }.filter { $0.name == "killed" }
    return !counts.isEmpty && counts.allSatisfy { count in count.quantity.value.map { $0 > own } ?? false }
  }

  /// "rejected an application", "approved a grant": two verbs for two acts of one body, where nothing says to whom they are done.
  func isAnotherAct(_ candidate: EventCandidate, _ event: Int) -> Bool {
    guard !candidate.isNoun, !candidate.pointsBack, candidate.stem != "vote", Self.acts.contains(candidate.type) else {
      return false
    }
    let verbs = members[event].filter { !candidates[$0].isNoun }
    return !verbs.isEmpty && !verbs.contains { candidates[$0].stem == candidate.stem }
  }

  static let acts: Set<String> = [
    "vote", "rejection", "payment", "contract", "order", "closure", "bid", "acquisition", "appointment", "departure",
    "publication",
  ]

  func isAnother(_ event: Int) -> Bool { members[event].contains { candidates[$0].isAnother } }

  func lastSentence(_ event: Int) -> Int {
    annotations.sentenceIndex(ofToken: candidates[members[event].last!].trigger.lowerBound)
  }

  func placesMeet(_ candidate: EventCandidate, _ event: EventFinding) -> Bool {
    let mine = candidate.places.filter { !annotations.entities[$0].isAnonymous }
    let theirs = event.places.filter { !annotations.entities[$0].isAnonymous }
    return mine.isEmpty || theirs.isEmpty || mine.contains { theirs.contains($0) }
      || annotations.relations.contains {
        $0.type == "LOCATED_IN"
          && (mine.contains($0.source) && theirs.contains($0.target) || mine.contains($0.target) && theirs.contains($0.source))
      }
  }

  func isWounding(_ event: Int) -> Bool {
    members[event].contains { ["wound", "injure"].contains(candidates[$0].stem) }
      && !members[event].contains { candidates[$0].type == "killing" }
  }

  func daysMeet(_ candidate: EventCandidate, _ event: Int) -> Bool {
    guard candidate.hasOwnTime, let time = candidate.time.map({ annotations.times[$0] }) else { return true }
    for member in members[event] where candidates[member].hasOwnTime {
      guard let other = candidates[member].time.map({ annotations.times[$0] }) else { continue }
      let low = time.from?.daysSinceEpoch ?? .min
      let high = time.to?.daysSinceEpoch ?? .max
      // A night has two days.
      if (other.from?.daysSinceEpoch ?? .min) > (high == .max ? high : high + 1)
        || (other.to?.daysSinceEpoch ?? .max) < (low == .min ? low : low - 1)
      {
        return false
      }
    }
    return true
  }

  func sharesWord(_ candidate: EventCandidate, _ event: Int) -> Bool {
    members[event].contains { candidates[$0].stem == candidate.stem }
  }

  static func stem(of candidate: EventCandidate, _ annotations: Annotations) -> String {
    let lower = annotations.tokens[candidate.isNoun ? candidate.trigger.upperBound - 1 : candidate.trigger.lowerBound].lower
    let stem = VerbForms.lemma(of: lower) ?? Suffixes.singular(lower)
    // "Two women were freed", "the women were released"
    return ["free", "liberate"].contains(stem) ? "release" : stem
  }

  /// "stormed a landing and killed 11": verbs of one subject in one sentence.
  func isCoordinated(_ candidate: EventCandidate, _ event: Int) -> Bool {
    guard let clause = candidate.clause.map({ annotations.clauses[$0] }),
      clause.kind == .coordinated || clause.kind == .participle,
      !candidate.isNoun
    else { return false }
    return members[event].contains { member in
      guard !candidates[member].isNoun, let other = candidates[member].clause.map({ annotations.clauses[$0] }) else {
        return false
      }
      return other.subjects == clause.subjects && !clause.subjects.isEmpty
        && annotations.sentenceIndex(ofToken: other.mainVerb) == annotations.sentenceIndex(ofToken: clause.mainVerb)
    }
  }
}
