/// Puts the candidates of one document together.
struct EventMerger {
  let annotations: Annotations
  var candidates: [EventCandidate]
  var events: [EventFinding] = []
  var mentions: [EventMention] = []
  /// Candidate → event.
  var eventOf: [Int?]
  /// Event → the candidates in it.
  var members: [[Int]] = []

  init(_ annotations: Annotations, candidates: [EventCandidate]) {
    self.annotations = annotations
    self.candidates = candidates.map { candidate in
      var candidate = candidate
      candidate.stem = Self.stem(of: candidate, annotations)
      return candidate
    }
    eventOf = Array(repeating: nil, count: candidates.count)
  }

  mutating func merge() -> ([EventFinding], [EventMention]) {
    let inText = candidates.indices.sorted { candidates[$0].trigger.lowerBound < candidates[$1].trigger.lowerBound }
    let isHead: (Int) -> Bool = { [annotations, candidates] index in
      let kind = annotations.sentences[annotations.sentenceIndex(ofToken: candidates[index].trigger.lowerBound)].kind
      return kind == .title || kind == .standfirst || kind == .heading
    }
    // The body first: headlines are short, and point to what it tells.
    for index in inText where !isHead(index) { place(index) }
    for index in inText where eventOf[index] == nil && !isHead(index) { placeDenied(index) }
    for index in inText where eventOf[index] == nil && !isHead(index) && candidates[index].isNegated { placeNegated(index) }
    for index in inText where eventOf[index] == nil && !isHead(index) { placeDated(index) }
    for index in inText where isHead(index) { place(index) }
    finish()
    return (events, mentions)
  }

  mutating func place(_ index: Int) {
    let candidate = candidates[index]
    if let other = candidate.sameAs {
      if let event = eventOf[other] { return add(index, to: event) }
      place(other)
      if let event = eventOf[other] { return add(index, to: event) }
      // What the verb alone does not tell the noun or another verb of it may: "brought down a school and injured six".
      guard !candidates[other].isNegated, !candidate.isNoun else { return }
    }
    guard eventOf[index] == nil, !candidate.isGeneric, !candidate.isNegated || isDenied(candidate) else { return }
    if let event = earlier(index) ?? harming(index) ?? tolled(index) { return add(index, to: event) }
    if !isInHeadline(index), let bridged = repeated(candidate) ?? bridged(candidate) ?? courtly(candidate) {
      candidates[index] = bridged
      return open(index)
    }
    let isPlaced = !candidate.places.isEmpty && candidate.hasOwnTime
    guard !candidate.participants.isEmpty || !candidate.counts.isEmpty || isPlaced || isDatedHarm(candidate),
      !candidate.isHeadless
    else { return }
    guard !isInHeadline(index), candidate.type != "other" && !candidate.isSlight || isNotable(candidate) else { return }
    open(index)
    // The clause that tells what killed them may name nobody.
    if let other = candidate.sameAs, eventOf[other] == nil, !candidates[other].isNoun { add(other, to: events.count - 1) }
  }

  /// A new event of one candidate.
  private mutating func open(_ index: Int) {
    events.append(EventFinding(type: candidates[index].type, name: ""))
    members.append([])
    add(index, to: events.count - 1)
  }

  /// "denied that any money had been paid" may come before what it denies.
  mutating func placeDenied(_ index: Int) {
    let candidate = candidates[index]
    guard candidate.participants.isEmpty, !candidate.isNoun, isDenied(candidate) else { return }
    let sentence = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
    let near = events.indices.filter { event in
      EventFamilies.areCompatible(events[event].type, candidate.type) && abs(lastSentence(event) - sentence) <= 3
    }
    if let event = near.min(by: { abs(lastSentence($0) - sentence) < abs(lastSentence($1) - sentence) }) { add(index, to: event) }
  }

  /// "A ceasefire took effect on Saturday. It was signed by …": what names nobody gives its day to what is told of it next.
  mutating func placeDated(_ index: Int) {
    let candidate = candidates[index]
    guard candidate.isNoun, candidate.hasOwnTime, candidate.participants.isEmpty, !candidate.isGeneric, !candidate.isNegated,
      candidate.sameAs == nil
    else { return }
    let sentence = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
    let next = events.indices.first { event in
      let distance = annotations.sentenceIndex(ofToken: candidates[members[event][0]].trigger.lowerBound) - sentence
      return events[event].type == candidate.type && (0...2).contains(distance)
        && !members[event].contains { candidates[$0].hasOwnTime } && isPlanned(event) == candidate.isPlanned
    }
    if let next { add(index, to: next) }
  }

  /// "The dam burst on Monday": a disaster needs nobody who takes part.
  func isDatedHarm(_ candidate: EventCandidate) -> Bool {
    ["accident", "attack", "battle"].contains(candidate.type) && !candidate.isNoun
      && (candidate.hasOwnTime
        || candidate.type == "accident" && candidate.places.contains { !annotations.entities[$0].isAnonymous })
  }

  /// What has no type of its own is worth an event where somebody by name or in a number does it or undergoes it, or a day or a
  /// place fixes it.
  func isNotable(_ candidate: EventCandidate) -> Bool {
    guard !candidate.participants.isEmpty else { return false }
    let isFixed =
      candidate.hasOwnTime || !candidate.places.isEmpty
      || annotations.times.contains { candidate.evidence.contains($0.tokens.lowerBound) && $0.from != nil }
    let parties = candidate.participants.map(\.entity).filter { !annotations.isUnnamedThing($0) }
    if candidate.isSlight, parties.isEmpty { return false }
    if candidate.isSlight, !isFixed, Set(parties).count < 2 {
      // "She has bought a dog" is no deal; "the council sold the meadow" is.
      return candidate.type != "other"
        && candidate.participants.contains { annotations.entities[$0.entity].kind == .organization }
    }
    if candidate.type != "other" { return true }
    return isFixed || candidate.participants.contains { isKnown($0.entity) || !candidate.isSlight && isCounted($0.entity) }
  }

  /// "infected six colleagues": the text says how many.
  private func isCounted(_ entity: Int) -> Bool {
    annotations.entities[entity].mentions.contains { index in
      annotations.mentions[index].phrase.map { annotations.phrases[$0].quantity != nil } ?? false
    }
  }

  /// Somebody by name, or a person of whom the text speaks more than once.
  func isKnown(_ entity: Int) -> Bool {
    let found = annotations.entities[entity]
    return !found.isAnonymous || found.kind == .person && found.mentions.count > 1
  }

  /// "said that no earlier offer had been made": what somebody says did not happen is what others say did.
  mutating func placeNegated(_ index: Int) {
    let candidate = candidates[index]
    let sentence = annotations.sentenceIndex(ofToken: candidate.trigger.lowerBound)
    let mine = roles(candidate.participants)
    var best: (event: Int, score: Int)?
    for event in events.indices where EventFamilies.areCompatible(events[event].type, candidate.type) {
      let theirs = roles(events[event].participants)
      let distance =
        members[event].map { abs(annotations.sentenceIndex(ofToken: candidates[$0].trigger.lowerBound) - sentence) }.min() ?? 0
      guard distance <= 4, let undergoing = compareUndergoing(mine.undergoing, theirs.undergoing), daysMeet(candidate, event),
        candidate.type == "other" || candidate.type != events[event].type && undergoing == 0
          ? sharesWord(candidate, event) : true
      else { continue }
      let score =
        4 * undergoing + (candidate.type == events[event].type ? 3 : 0) + (sharesWord(candidate, event) ? 2 : 0) - distance
        + (candidate.isAnother && isAnother(event) ? 6 : 0)
      if best == nil || score > best!.score || score == best!.score && event > best!.event { best = (event, score) }
    }
    if let best { add(index, to: best.event) }
  }

  func isInHeadline(_ index: Int) -> Bool {
    annotations.sentences[annotations.sentenceIndex(ofToken: candidates[index].trigger.lowerBound)].kind != .paragraph
  }

  mutating func add(_ index: Int, to event: Int) {
    eventOf[index] = event
    members[event].append(index)
    guard !isInHeadline(index), !candidates[index].isNegated || members[event].count == 1 else { return }
    for participant in candidates[index].participants { note(participant, of: event) }
    for place in candidates[index].places where !events[event].places.contains(place) { events[event].places.append(place) }
  }

  mutating func note(_ participant: EventFinding.Participant, of event: Int) {
    let known = events[event].participants.contains { $0.entity == participant.entity }
    if !known { events[event].participants.append(participant) }
  }
}
