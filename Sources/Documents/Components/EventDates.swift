import Graph

/// When an event happened: a date of its own, the narrowest that the text gives; otherwise the date of its sentence; otherwise
/// the day on which it was said, as the last possible one.
enum EventDates {
  /// - Parameter foreign: dates that hang on the noun of another event.
  static func date(
    _ event: inout EventFinding, _ members: [EventCandidate], foreign: Set<Int>, _ annotations: Annotations
  ) {
    defer { if event.from != nil, members.contains(where: { isSinceBegun($0, annotations) }) { event.to = nil } }
    let ofNoun = members.filter(\.isTimeOfNoun).compactMap(\.time).map { annotations.times[$0] }.filter {
      $0.from != nil || $0.to != nil
    }
    if let best = ofNoun.min(by: { ($0.dayCount ?? 100_000) < ($1.dayCount ?? 100_000) }), (best.dayCount ?? 100) <= 2 {
      return set(best, &event, annotations)
    }
    let own = members.filter(\.hasOwnTime).compactMap { closed($0, annotations) }.filter {
      $0.from != nil || $0.to != nil
    }
    if let best = own.min(by: { ($0.dayCount ?? 100_000) < ($1.dayCount ?? 100_000) }) { return set(best, &event, annotations) }
    for member in members {
      if let time = ofSentence(member, foreign, annotations) { return set(time, &event, annotations) }
    }
    // Whoever tells of an act of his own tells of that day's.
    for member in members {
      guard let (statement, time) = saying(of: member.trigger, annotations) else { continue }
      let isOwnAct = event.participants.contains { $0.role == "agent" && $0.entity == annotations.statements[statement].speaker }
      if isOwnAct { set(time, &event, annotations) }
      return
    }
  }

  /// The statement that tells of it, with its day.
  private static func saying(of trigger: Range<Int>, _ annotations: Annotations) -> (statement: Int, time: TimeExpression)? {
    guard let statement = annotations.statement(around: trigger.lowerBound),
      let time = annotations.statements[statement].time.map({ annotations.times[$0] }), time.to != nil
    else { return nil }
    return (statement, time)
  }

  /// "since the intervention began on January 11": it has gone on from that day.
  private static func isSinceBegun(_ member: EventCandidate, _ annotations: Annotations) -> Bool {
    let phrase = annotations.phraseOfToken[member.trigger.lowerBound]
    guard member.time != nil, phrase >= 0 else { return false }
    let range = annotations.phrases[phrase].tokens
    guard range.lowerBound > 0, annotations.tokens[range.lowerBound - 1].lower == "since",
      range.upperBound < annotations.tokens.count
    else { return false }
    return ["begin", "start"].contains(VerbForms.lemma(of: annotations.tokens[range.upperBound].lower) ?? "")
  }

  private static func closed(_ member: EventCandidate, _ annotations: Annotations) -> TimeExpression? {
    guard let time = member.time.map({ annotations.times[$0] }) else { return nil }
    return member.isTimeClosed ? time.closed : time
  }

  /// An undated event right after a dated one of its kind is of the same day: one account of a fight after another's, the
  /// second sentence of a court after the first.
  static func inherit(_ events: inout [EventFinding], _ annotations: Annotations) {
    ofTheDay(&events, annotations)
    TellingDates(annotations).follow(&events)
    boundBySaying(&events, annotations)
    bound(&events, annotations)
  }

  /// What somebody tells of on Saturday happened by Saturday.
  private static func boundBySaying(_ events: inout [EventFinding], _ annotations: Annotations) {
    for index in events.indices where events[index].from == nil && events[index].to == nil {
      guard let time = events[index].triggers.compactMap({ saying(of: $0, annotations)?.time }).first else { continue }
      if events[index].isPlanned {
        // "is expected to visit the town on Friday": nobody said so on a day to come.
        guard let day = time.from, let today = annotations.document.date, today < day else { continue }
        events[index].from = day
      }
      events[index].to = time.to
      events[index].dateText = annotations.text(of: time.tokens)
    }
  }

  /// What is told without a date next to what has just happened happened by the document's day at the latest.
  private static func bound(_ events: inout [EventFinding], _ annotations: Annotations) {
    let datelines = Datelines(annotations)
    guard let today = datelines.last else { return }
    func isFresh(_ event: EventFinding) -> Bool {
      guard let day = event.from ?? event.to, event.from != nil else { return false }
      return (0...14).contains(today.daysSinceEpoch - day.daysSinceEpoch)
    }
    for index in events.indices where events[index].from == nil && events[index].to == nil && !events[index].isPlanned {
      guard let trigger = events[index].triggers.first, !isRemote(trigger, annotations) else { continue }
      let block = annotations.tokens[trigger.lowerBound].block
      let isOfThePast = annotations.times.contains { time in
        annotations.tokens[time.tokens.lowerBound].block == block
          && (time.to ?? time.from).map { today.daysSinceEpoch - $0.daysSinceEpoch > 30 } ?? false
      }
      let isNextToFresh = !isOfThePast && events.indices.contains { $0 != index && isFresh(events[$0]) }
      if isNextToFresh { events[index].to = datelines.day(at: trigger.lowerBound) }
    }
  }

  /// Whether a verb tells of it in a clause that is so.
  private static func isTold(_ trigger: Range<Int>, _ annotations: Annotations, _ isSo: (Clause) -> Bool) -> Bool {
    annotations.clauses(around: trigger.lowerBound).contains { index in
      annotations.clauses[index].mainVerb == trigger.lowerBound && isSo(annotations.clauses[index])
    }
  }

  /// "Medivale, bought by a fund in 2021, closed two clinics": between the commas of a participle before the verb.
  static func isInsideParticiple(_ time: Range<Int>, before trigger: Int, _ annotations: Annotations) -> Bool {
    let begin = annotations.sentences[annotations.sentenceIndex(ofToken: time.lowerBound)].tokens.lowerBound
    guard time.upperBound < trigger, annotations.tokens[time.upperBound].form == ",",
      let comma = (begin..<time.lowerBound).last(where: { annotations.tokens[$0].form == "," }), comma > begin
    else { return false }
    return annotations.tags[comma - 1].isNominal && annotations.tags[comma + 1] == .verbParticiple
  }

  /// Told in the past perfect, or in a relative clause: from before.
  private static func isRemote(_ trigger: Range<Int>, _ annotations: Annotations) -> Bool {
    isTold(trigger, annotations) { clause in
      clause.kind == .relative || clause.verb.contains { annotations.tokens[$0].lower == "had" }
    }
  }

  private static func ofTheDay(_ events: inout [EventFinding], _ annotations: Annotations) {
    for index in events.indices where events[index].from == nil && events[index].to == nil && !events[index].isPlanned {
      guard let trigger = events[index].triggers.first,
        events[index].triggers.allSatisfy({ saying(of: $0, annotations) == nil })
      else { continue }
      if events[index].type == "testimony" {
        dateByHearing(index, &events, annotations)
        continue
      }
      // "has been jailed" tells of no day.
      if isPresentPerfect(trigger, annotations) { continue }
      if events[index].type == "vote", let ballot = ballot(before: trigger.lowerBound, events), !isRemote(trigger, annotations) {
        (events[index].from, events[index].to) = (ballot.from, ballot.to)
        continue
      }
      let isFight = events[index].type == "attack" && annotations.statement(around: trigger.lowerBound) != nil
      let isPenalty = events[index].type == "order" && isNakedPassive(trigger, annotations)
      if events[index].type == "order", let sentence = sentencing(of: events[index], events), !isRemote(trigger, annotations) {
        (events[index].from, events[index].to) = (sentence.from, sentence.to)
        continue
      }
      guard isFight || isPenalty || Self.ofOneDay.contains(events[index].type) else { continue }
      let sentence = annotations.sentenceIndex(ofToken: trigger.lowerBound)
      let other = events.indices.filter { candidate in
        candidate != index && events[candidate].from != nil && events[candidate].to != nil
          && EventFamilies.areOfOneDay(events[candidate].type, events[index].type)
          && !events[candidate].isPlanned
          && events[candidate].triggers.contains {
            annotations.tokens[trigger.lowerBound].block - annotations.tokens[$0.lowerBound].block
              <= (isFight ? 10 : events[index].type == "charge" ? 0 : 1)
              && sentence - annotations.sentenceIndex(ofToken: $0.lowerBound) <= (isFight ? 10 : 3)
              && $0.lowerBound < trigger.lowerBound
          }
      }.max { events[$0].triggers.count < events[$1].triggers.count }
      if let other {
        events[index].from = events[other].from
        events[index].to = events[other].to
      }
    }
  }

  /// How the members of a body voted they did in its one vote.
  private static func ballot(before token: Int, _ events: [EventFinding]) -> EventFinding? {
    let ballots = events.filter { event in
      event.type == "vote" && event.from != nil && event.from == event.to && !event.isPlanned
        && event.triggers.contains { $0.lowerBound < token }
    }
    return Set(ballots.map(\.from)).count == 1 ? ballots.last : nil
  }

  /// What a court orders of the one whom it has just sentenced: "He banned him from running a company".
  private static func sentencing(of order: EventFinding, _ events: [EventFinding]) -> EventFinding? {
    let bound = Set(order.participants.map(\.entity))
    return events.last { event in
      event.type == "sentence" && event.from != nil && event.from == event.to && !event.isPlanned
        && event.triggers[0].lowerBound < order.triggers[0].lowerBound
        && event.participants.contains { ["target", "victim"].contains($0.role) && bound.contains($0.entity) }
    }
  }

  private static func isPresentPerfect(_ trigger: Range<Int>, _ annotations: Annotations) -> Bool {
    isTold(trigger, annotations) { clause in
      clause.isPerfect
        && clause.verb.contains { ["has", "have"].contains(annotations.tokens[$0].lower) }
    }
  }

  /// "Her doctor was barred for life": by whom, the sentence before has said.
  private static func isNakedPassive(_ trigger: Range<Int>, _ annotations: Annotations) -> Bool {
    isTold(trigger, annotations) { clause in
      clause.isPassive && !clause.isPerfect
        && !clause.adjuncts.contains { $0.preposition == "by" }
    }
  }

  /// Witnesses of whom a report tells without a day were heard on the day of the one before.
  private static func dateByHearing(_ index: Int, _ events: inout [EventFinding], _ annotations: Annotations) {
    let today = annotations.document.date
    let other = events.indices.last {
      $0 != index && events[$0].type == "testimony" && events[$0].from != nil && events[$0].from == events[$0].to
        && !events[$0].isPlanned && events[$0].triggers.first!.lowerBound < events[index].triggers.first!.lowerBound
        && (today == nil || (0...7).contains(today!.daysSinceEpoch - events[$0].from!.daysSinceEpoch))
    }
    guard let other else {
      let sessions = annotations.statements.compactMap(\.time).map { annotations.times[$0] }
      let session = (sessions + annotations.times).first { time in
        time.dayCount == 1 && today.map { (0...7).contains($0.daysSinceEpoch - time.from!.daysSinceEpoch) } ?? false
      }
      if let session { set(session, &events[index], annotations) }
      return
    }
    (events[index].from, events[index].to) = (events[other].from, events[other].to)
  }

  /// What a court or the police do to several people they do on one day.
  private static let ofOneDay: Set<String> = ["sentence", "arrest", "detention", "charge", "search", "appointment"]

  private static func set(_ time: TimeExpression, _ event: inout EventFinding, _ annotations: Annotations) {
    event.from = time.from
    event.to = time.to
    event.dateText = annotations.text(of: time.tokens)
  }

  /// The one date of the sentence, provided that it is not the day of the saying.
  private static func ofSentence(_ member: EventCandidate, _ foreign: Set<Int>, _ annotations: Annotations) -> TimeExpression? {
    guard !member.isBackground else { return nil }
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: member.trigger.lowerBound)]
    let said = Set(annotations.statements.filter { $0.passage.overlaps(sentence.tokens) }.compactMap(\.time))
    let times = annotations.times.indices.filter { index in
      sentence.tokens.contains(annotations.times[index].tokens.lowerBound) && !foreign.contains(index)
        && (!said.contains(index) || isRightBefore(member, annotations)) && !isFixed(annotations.times[index], annotations)
        && (annotations.times[index].from != nil || annotations.times[index].to != nil)
        && !isOfAnotherClause(annotations.times[index], member, annotations)
        && !isBeyondSemicolon(annotations.times[index].tokens, member.trigger, annotations)
        && !isInUtterance(annotations.times[index].tokens, member, annotations)
        && !isOfLaterClause(annotations.times[index], member, annotations)
        && !isBehindSubject(annotations.times[index].tokens, member, annotations)
        && !isOfNext(annotations.times[index].tokens, member.trigger.lowerBound, annotations)
        && !isBeforeDistance(annotations.times[index].tokens, member.trigger, annotations)
        && !isOfSequel(annotations.times[index], member, annotations)
        && !isInsideRelative(annotations.times[index].tokens, member.trigger, annotations)
        && !(member.isPlanned && isPast(annotations.times[index], annotations))
        && !isComparison(annotations.times[index].tokens, annotations)
    }
    let nearest = times.min { a, b in
      distance(annotations.times[a].tokens, member, annotations) < distance(annotations.times[b].tokens, member, annotations)
    }
    return nearest.map { index in
      let time = annotations.times[index]
      // "since 1989, when a strike ended in the dismissal of 600"
      let end = time.tokens.upperBound
      let isWhen = (end..<min(annotations.tokens.count, end + 2)).contains { annotations.tokens[$0].lower == "when" }
      return isWhen && end <= member.trigger.lowerBound ? time.closed : time
    }
  }

  /// "set a new vote for Sept. 13": no day of the setting.
  private static func isFixed(_ time: TimeExpression, _ annotations: Annotations) -> Bool {
    let before = time.tokens.lowerBound - 1
    return before > 0 && annotations.tokens[before].lower == "for" && time.dayCount == 1 && annotations.tags[before - 1].isNominal
  }

  /// "said on Sunday after signing a pact": of the same day.
  private static func isRightBefore(_ member: EventCandidate, _ annotations: Annotations) -> Bool {
    guard let clause = member.clause.map({ annotations.clauses[$0] }), annotations.tags[clause.mainVerb] == .verbGerund,
      clause.verb.lowerBound > 0
    else { return false }
    return annotations.tokens[clause.verb.lowerBound - 1].lower == "after"
  }

  /// "for the first time since 1968", "the deadliest attack since March": what something is compared with.
  static func isComparison(_ time: Range<Int>, _ annotations: Annotations) -> Bool {
    let since = time.lowerBound - 1
    guard since > 0, annotations.tokens[since].lower == "since" else { return false }
    // "the first strike since 1989, when" goes on with what happened then.
    let behind = time.upperBound..<min(annotations.tokens.count, time.upperBound + 2)
    if behind.contains(where: { annotations.tokens[$0].lower == "when" }) { return false }
    return (max(0, since - 6)..<since).contains { at in
      let lower = annotations.tokens[at].lower
      return ["first", "most", "worst", "biggest", "only"].contains(lower)
        || lower.hasSuffix("est") && annotations.tags[at] == .adjective
    }
  }

  /// "told the inquiry that she had signed it in March": a date of what is said is not that of saying it.
  private static func isInUtterance(_ time: Range<Int>, _ member: EventCandidate, _ annotations: Annotations) -> Bool {
    annotations.statements.contains {
      $0.form != .ownVoice && !$0.content.contains(member.trigger.lowerBound) && $0.content.contains(time.lowerBound)
    }
  }

  /// "on Monday, three years after a ferry sank": the date of what came after.
  static func isBeforeDistance(_ time: Range<Int>, _ trigger: Range<Int>, _ annotations: Annotations) -> Bool {
    guard time.upperBound < trigger.lowerBound else { return false }
    return (time.upperBound + 1..<trigger.lowerBound).contains { at in
      ["after", "before"].contains(annotations.tokens[at].lower)
        && DateText.isUnit(annotations.tokens[at - 1].lower)
    }
  }

  /// "Galli, who bought the club in 2009, is suspected of paying": a date between the commas of a relative clause that has
  /// ended before the event is told.
  static func isInsideRelative(_ time: Range<Int>, _ trigger: Range<Int>, _ annotations: Annotations) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: time.lowerBound)].tokens
    // "returned a painting to the heirs of a man from whom the Nazis stole it in 1938"
    if trigger.upperBound < time.lowerBound {
      return (trigger.upperBound..<time.lowerBound).contains { at in
        guard ["who", "whom", "which", "whose", "that"].contains(annotations.tokens[at].lower),
          annotations.tags[at] != .subordinator, at + 1 < time.lowerBound
        else { return false }
        return (at + 1..<time.lowerBound).contains { [.verbPast, .auxiliary].contains(annotations.tags[$0]) }
          && !(at + 1..<time.lowerBound).contains { [",", ";", "—"].contains(annotations.tokens[$0].form) }
      }
    }
    guard time.upperBound <= trigger.lowerBound,
      (time.upperBound..<trigger.lowerBound).contains(where: { annotations.tokens[$0].form == "," }),
      let comma = (sentence.lowerBound..<time.lowerBound).last(where: { annotations.tokens[$0].form == "," })
    else { return false }
    return (comma + 1..<min(comma + 3, time.lowerBound)).contains {
      ["who", "which", "whose", "whom", "where"].contains(annotations.tokens[$0].lower)
    }
  }

  /// "was dismissed on May 17 after directors found that money had been moved": what is told in the past perfect is older
  /// than the clauses above it.
  private static func isOfLaterClause(_ time: TimeExpression, _ member: EventCandidate, _ annotations: Annotations) -> Bool {
    guard let own = member.clause else { return false }
    let clause = annotations.clauses[own]
    guard clause.isPerfect, clause.verb.contains(where: { annotations.tokens[$0].lower == "had" }) else { return false }
    return annotations.clauses(around: member.trigger.lowerBound).contains { index in
      let other = annotations.clauses[index]
      return index != own && !other.isPerfect && !SpeechLexicon.isSpeech(other.lemma)
        && other.adjuncts.contains { annotations.phrases[$0.phrase].tokens == time.tokens }
    }
  }

  /// "The owner of a hostel in which seven died was jailed on Thursday": what a relative clause without commas says of the
  /// subject has no part in the day that stands behind the verb.
  private static func isBehindSubject(_ time: Range<Int>, _ member: EventCandidate, _ annotations: Annotations) -> Bool {
    guard let clause = member.clause.map({ annotations.clauses[$0] }), clause.kind == .relative, !member.isNoun,
      let above = clause.governor.map({ annotations.clauses[$0] }), clause.mainVerb < above.mainVerb,
      time.lowerBound > above.mainVerb, clause.begin > 0
    else { return false }
    return !annotations.tokens[max(0, clause.begin - 2)..<clause.mainVerb].contains { $0.form == "," }
  }

  /// "dug on Wednesday after a dam collapsed": the day of what came after. A month or a year may be that of both.
  private static func isOfSequel(_ time: TimeExpression, _ member: EventCandidate, _ annotations: Annotations) -> Bool {
    guard !member.isNoun, let clause = member.clause.map({ annotations.clauses[$0] }), (time.dayCount ?? 100) <= 7 else {
      return false
    }
    return time.tokens.upperBound <= clause.mainVerb && annotations.isOpened(clause, by: ["after"])
  }

  private static let planning: Set<String> = ["plan", "schedule", "set", "slate", "arrange", "expect", "bill"]

  /// "since the intervention began Jan. 11", "paid the relatives of X, who died in May": a date of a clause that neither tells
  /// the event nor stands above it.
  private static func isOfAnotherClause(_ time: TimeExpression, _ member: EventCandidate, _ annotations: Annotations) -> Bool {
    var above: Set<Int> = []
    var next = member.clause
    while let clause = next, above.insert(clause).inserted { next = annotations.clauses[clause].governor }
    return annotations.clauses(around: member.trigger.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      guard !above.contains(index), clause.adjuncts.contains(where: { annotations.phrases[$0.phrase].tokens == time.tokens })
      else { return false }
      if clause.kind == .coordinated, isBelowRelative(clause, annotations) { return true }
      // "warned it in a letter dated Oct. 2"
      if clause.lemma == "date", clause.kind == .participle { return false }
      switch clause.kind {
      case .relative: return true
      // "fired tear gas to disperse the crowd on Monday": done on that day for that purpose; "was chosen to lead it in March".
      case .infinitive:
        return !isBehindWhen(clause, annotations) && !isPurpose(clause, annotations)
          && !(clause.governor == member.clause && (member.type == "appointment" || isOver(time, annotations)))
      case .participle:
        // "stopped a boat loaded with rifles on Friday": what only describes has no day, unlike "a strike planned for June".
        if !planning.contains(clause.lemma), EventLexicon.readings(of: clause.lemma).allSatisfy({ $0.type == "other" }) {
          return false
        }
        // "registered in Dubai, between March and May": beyond the comma it is the sentence's again.
        return clause.isPassive
          && !(clause.verb.upperBound..<max(clause.verb.upperBound, time.tokens.lowerBound)).contains {
            annotations.tokens[$0].form == ","
          }
      case .adverbial, .complement:
        return ["since", "until", "before"].contains(annotations.tokens[max(0, clause.tokens.lowerBound - 1)].lower)
      case .main, .coordinated: return clause.isFuture != member.isPlanned && clause.isFuture
      }
    }
  }

  /// "had ordered him to widen the stairs in February": by now it has been ordered, whenever it was done.
  private static func isOver(_ time: TimeExpression, _ annotations: Annotations) -> Bool {
    guard let today = annotations.document.date, time.from != nil, let to = time.to else { return false }
    return to.daysSinceEpoch <= today.daysSinceEpoch
  }

  /// An infinitive that no verb asks for: beside an object of a verb that makes nobody do anything.
  private static func isPurpose(_ clause: Clause, _ annotations: Annotations) -> Bool {
    if annotations.tree.dependencies[clause.mainVerb] == .adverbialClause { return true }
    guard let above = clause.governor.map({ annotations.clauses[$0] }), above.kind != .infinitive else { return false }
    return !above.isPassive && !above.objects.isEmpty && !VerbFrames.objectControl.contains(above.lemma)
  }

  /// "were arrested when they tried to open it on Sunday": the day of both.
  private static func isBehindWhen(_ clause: Clause, _ annotations: Annotations) -> Bool {
    guard let above = clause.governor.map({ annotations.clauses[$0] }), [.adverbial, .participle].contains(above.kind) else {
      return false
    }
    return annotations.isOpened(above, by: ["when", "as", "while"])
  }

  /// "who was then manager and resigned last May": a verb joined to that of a relative clause.
  private static func isBelowRelative(_ clause: Clause, _ annotations: Annotations) -> Bool {
    var next = clause.governor
    var steps = 0
    while let index = next, steps < 4 {
      let above = annotations.clauses[index]
      if above.kind == .relative { return true }
      guard above.kind == .coordinated else { return false }
      next = above.governor
      steps += 1
    }
    return false
  }

  private static func isBeyondSemicolon(_ time: Range<Int>, _ trigger: Range<Int>, _ annotations: Annotations) -> Bool {
    let between =
      min(
        time.upperBound, trigger.upperBound)..<max(time.lowerBound, trigger.lowerBound, min(time.upperBound, trigger.upperBound))
    return between.contains { annotations.tokens[$0].form == ";" }
  }

  private static func isPast(_ time: TimeExpression, _ annotations: Annotations) -> Bool {
    guard let today = annotations.document.date else { return false }
    return (time.to ?? time.from).map { $0.daysSinceEpoch < today.daysSinceEpoch } ?? false
  }

  /// How many words off; what is joined to a clause with a date has rather the one behind it.
  private static func distance(_ time: Range<Int>, _ member: EventCandidate, _ annotations: Annotations) -> Int {
    let trigger = member.trigger
    if time.lowerBound >= trigger.upperBound { return time.lowerBound - trigger.upperBound }
    let isJoined = member.clause.map { annotations.clauses[$0].kind == .coordinated } ?? false
    let isBeyond = (time.upperBound..<max(time.upperBound, trigger.lowerBound)).contains { annotations.tokens[$0].lower == "and" }
    return trigger.lowerBound - time.upperBound + (isJoined && isBeyond ? 10 : 0)
  }

  /// "was questioned and released the following morning", "was held two days after the fire and freed in June": the date behind
  /// a verb that is joined on is of that one alone where it goes on from the first, or the first has a distance of its own.
  static func isOfNext(_ time: Range<Int>, _ verb: Int, _ annotations: Annotations) -> Bool {
    guard verb < time.lowerBound else { return false }
    let next = annotations.clauses(around: verb).first { index in
      let clause = annotations.clauses[index]
      return clause.kind == .coordinated && clause.mainVerb > verb && clause.mainVerb < time.lowerBound
    }
    guard let next else { return false }
    if TimeParser.isAnaphoric(time.map { annotations.tokens[$0].lower }) { return true }
    return (verb + 2..<max(verb + 2, annotations.clauses[next].mainVerb)).contains { at in
      ["after", "before"].contains(annotations.tokens[at].lower) && DateText.isUnit(annotations.tokens[at - 1].lower)
    }
  }
}

extension Annotations {
  /// The innermost statement whose content holds a token; nil where the document speaks itself.
  func statement(around token: Int) -> Int? {
    var best: Int?
    for index in statements.indices where statements[index].content.contains(token) {
      if best == nil || statements[index].content.count <= statements[best!].content.count { best = index }
    }
    return best
  }
}
