import Graph

/// Days that a telling keeps: what is told in the plain past, without a date, right after something with a day, happened on
/// that day (the narrative time of Reichenbach and of Kamp and Reyle).
struct TellingDates {
  let annotations: Annotations
  let datelines: Datelines
  /// Days on which somebody said something: nothing goes on from there.
  let said: Set<Int>
  private let newsDay: CalendarDate?
  /// What minutes tell without a day was done at the meeting.
  private let isMinutes: Bool
  /// Blocks before which an hour stands, the entries of a running report: they tell what happens as it does.
  let entries: Set<Int>

  init(_ annotations: Annotations) {
    self.annotations = annotations
    datelines = Datelines(annotations)
    said = Self.daysOfSaying(annotations)
    newsDay = Self.newsDay(annotations, said)
    isMinutes = annotations.sentences.prefix { $0.block < 4 }.contains { sentence in
      sentence.kind != .paragraph && sentence.tokens.contains { annotations.tokens[$0].lower == "minutes" }
    }
    entries = Self.entries(annotations)
  }

  /// A warning, a ruling and an announcement have happened too; mere saying has not.
  private static func daysOfSaying(_ annotations: Annotations) -> Set<Int> {
    Set(annotations.statements.compactMap(\.time)).filter { index in
      let time = annotations.times[index].tokens
      let clause = annotations.clauses(around: time.lowerBound).map { annotations.clauses[$0] }.first { clause in
        clause.adjuncts.contains { annotations.phrases[$0.phrase].tokens == time }
      }
      guard let lemma = clause?.lemma else { return true }
      return !SpeechLexicon.isSpeech(lemma) || TimeParser.sayings.contains(lemma) || ["tell", "testify"].contains(lemma)
    }
  }

  /// The day of which a report tells first, where it lies shortly before the report's own.
  private static func newsDay(_ annotations: Annotations, _ said: Set<Int>) -> CalendarDate? {
    guard let today = annotations.document.date else { return nil }
    let first = annotations.times.indices.first { index in
      let sentence = annotations.sentenceIndex(ofToken: annotations.times[index].tokens.lowerBound)
      return !said.contains(index) && annotations.sentences[sentence].kind == .paragraph
        && (annotations.times[index].dayCount ?? 3) <= 2
    }
    let day = first.flatMap { annotations.times[$0].from }
    return day.flatMap { (0...30).contains(today.daysSinceEpoch - $0.daysSinceEpoch) ? $0 : nil }
  }

  func follow(_ events: inout [EventFinding]) {
    point(&events)
    let inText = events.indices.sorted {
      (events[$0].triggers.first?.lowerBound ?? 0) < (events[$1].triggers.first?.lowerBound ?? 0)
    }
    for index in inText where events[index].from == nil && events[index].to == nil && !events[index].isPlanned {
      if let told = told(events[index].triggers) { tell(&events[index], told.lowerBound, events) }
      if events[index].from == nil, let hourly = events[index].triggers.first(where: hasHour),
        let day = dayOfHour(hourly.lowerBound, events)
      {
        (events[index].from, events[index].to) = (day, day)
      }
      if events[index].from == nil, events[index].triggers.contains(where: isOfTheHour),
        let today = datelines.day(at: events[index].triggers[0].lowerBound)
      {
        (events[index].from, events[index].to) = (today, today)
      }
      if events[index].from == nil { bound(&events[index]) }
    }
  }

  private func tell(_ event: inout EventFinding, _ token: Int, _ events: [EventFinding]) {
    if let time = time(before: token) {
      set(time, &event)
    } else if let other = neighbour(of: token, events) {
      (event.from, event.to) = (events[other].from, events[other].to)
      event.dateText = events[other].dateText
    } else if goesOn(from: token), let day = dayOfHour(token, events) {
      (event.from, event.to) = (day, day)
    } else if let time = period(before: token) {
      set(time, &event)
    } else if let day = leadDay(for: event, token, events) {
      (event.from, event.to) = (day, day)
    } else if isMinutes, annotations.statement(around: token) == nil, let today = datelines.day(at: token) {
      (event.from, event.to) = (today, today)
    }
  }

  func set(_ time: TimeExpression, _ event: inout EventFinding) {
    (event.from, event.to) = (time.from, time.to)
    event.dateText = annotations.text(of: time.tokens)
  }

  // MARK: What it goes on from

  /// The last date before a word, if it is a day, in the paragraph and within two sentences.
  private func time(before token: Int) -> TimeExpression? {
    guard let time = lastTime(before: token), isPastDay(time),
      annotations.tokens[time.tokens.lowerBound].block == annotations.tokens[token].block,
      annotations.sentenceIndex(ofToken: token) - annotations.sentenceIndex(ofToken: time.tokens.lowerBound) <= 2
    else { return nil }
    return time
  }

  func lastTime(before token: Int) -> TimeExpression? {
    let isOwn = annotations.statement(around: token) == nil
    return annotations.times.indices.last { index in
      let time = annotations.times[index]
      return time.tokens.upperBound <= token && !said.contains(index) && time.from != nil && time.to != nil
        && !(isOwn && isOfReport(time.tokens.lowerBound))
    }.map { annotations.times[$0] }
  }

  /// "The clerk reported that a branch had fallen on 28 June": before the telling, and no day of it.
  private func isOfReport(_ token: Int) -> Bool {
    annotations.statement(around: token) != nil
      && annotations.clauses(around: token).contains { index in
        let clause = annotations.clauses[index]
        return clause.isPerfect && clause.adjuncts.contains { annotations.phrases[$0.phrase].tokens.contains(token) }
      }
  }

  func isPastDay(_ time: TimeExpression) -> Bool {
    guard let count = time.dayCount, count <= 2, let from = time.from else { return false }
    return datelines.last.map { from.daysSinceEpoch <= $0.daysSinceEpoch } ?? true
  }

  /// The happening of a day that the paragraph has told within the two sentences before, no date between.
  private func neighbour(of token: Int, _ events: [EventFinding]) -> Int? {
    let sentence = annotations.sentenceIndex(ofToken: token)
    let block = annotations.tokens[token].block
    var best: (event: Int, trigger: Int)?
    for (index, event) in events.enumerated() {
      guard let from = event.from, let to = event.to, to.daysSinceEpoch - from.daysSinceEpoch <= 1, !event.isPlanned,
        let trigger = event.triggers.last(where: { $0.lowerBound < token })?.lowerBound,
        annotations.tokens[trigger].block == block,
        sentence - annotations.sentenceIndex(ofToken: trigger) <= 2, trigger > best?.trigger ?? -1
      else { continue }
      best = (index, trigger)
    }
    guard let best,
      !annotations.times.contains(where: { (best.trigger..<token).contains($0.tokens.lowerBound) && $0.from != nil })
    else { return nil }
    return best.event
  }

  /// The paragraph below the first goes into what that has told of one of the same people: "The council sacked its clerk on
  /// Thursday. ¶ The council voted to report him."
  private func leadDay(for event: EventFinding, _ token: Int, _ events: [EventFinding]) -> CalendarDate? {
    guard let newsDay, let lead = annotations.sentences.first(where: { $0.kind == .paragraph })?.block,
      annotations.tokens[token].block == lead + 1, annotations.statement(around: token) == nil
    else { return nil }
    let people = Set(event.participants.map(\.entity))
    let isGoneInto = events.contains { other in
      other.from == newsDay && other.to == newsDay && other.participants.contains { people.contains($0.entity) }
        && other.triggers.contains { annotations.tokens[$0.lowerBound].block == lead }
    }
    return isGoneInto ? newsDay : nil
  }

  /// "It changed hands in 2013. The rebels murdered the mayor": the month or year of the sentence before, told in the past as
  /// well.
  private func period(before token: Int) -> TimeExpression? {
    guard let time = lastTime(before: token), let count = time.dayCount, (3...366).contains(count), let to = time.to,
      datelines.last.map({ to.daysSinceEpoch < $0.daysSinceEpoch }) ?? true,
      annotations.tokens[time.tokens.lowerBound].block == annotations.tokens[token].block
    else { return nil }
    let sentence = annotations.sentenceIndex(ofToken: token)
    let first = annotations.sentenceIndex(ofToken: time.tokens.lowerBound)
    guard sentence - first <= 1,
      (annotations.statement(around: token) == nil) == (annotations.statement(around: time.tokens.lowerBound) == nil)
    else { return nil }
    let isTold = annotations.clauses(around: time.tokens.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      return [.main, .coordinated].contains(clause.kind)
        && (annotations.tags[clause.mainVerb] == .verbPast || isPastPassive(clause))
        && clause.adjuncts.contains { annotations.phrases[$0.phrase].tokens == time.tokens }
    }
    return isTold ? time : nil
  }

  /// The day to which an hour belongs: the last one told of, be it by a date or by another happening. In another paragraph of a
  /// report that is none from before what the report tells first. Without any it is the day of the report.
  private func dayOfHour(_ token: Int, _ events: [EventFinding]) -> CalendarDate? {
    let block = annotations.tokens[token].block
    var best: (token: Int, day: CalendarDate)?
    func offer(_ at: Int, _ day: CalendarDate) {
      guard at < token, at > best?.token ?? -1 else { return }
      let isOfReport = newsDay.map { $0.daysSinceEpoch <= day.daysSinceEpoch } ?? true
      if annotations.tokens[at].block == block || isOfReport { best = (at, day) }
    }
    for index in annotations.times.indices where !said.contains(index) && isPastDay(annotations.times[index]) {
      offer(annotations.times[index].tokens.lowerBound, annotations.times[index].from!)
    }
    for event in events where !event.isPlanned && !["testimony", "statement", "trial"].contains(event.type) {
      guard let from = event.from, let to = event.to, to.daysSinceEpoch - from.daysSinceEpoch <= 1 else { continue }
      for trigger in event.triggers { offer(trigger.lowerBound, from) }
    }
    return best?.day ?? (newsDay == nil ? nil : datelines.day(at: token))
  }
}
