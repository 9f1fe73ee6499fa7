import Graph

/// Events, counts, relations and statements → claims, each with its speaker, certainty and passage.
struct ClaimFinder: Component {
  let name = "claim finder"
  let requires: Set<Layer> = [.entities, .statements, .relations, .events, .quantities, .clauses]
  let assigns: Set<Layer> = [.claims]

  func annotate(_ annotations: inout Annotations) {
    var collector = ClaimCollector(annotations)
    collector.readEventMentions()
    collector.readCountPhrases()
    collector.readStrengths()
    collector.readResponsibility()
    collector.readOtherStatements()
    collector.readRelations()
    annotations = collector.finished()
  }
}

/// The claims of one document while they are gathered.
struct ClaimCollector {
  private(set) var annotations: Annotations
  private(set) var claims: [ClaimFinding] = []
  /// Statements that a claim has been made from.
  private var used: Set<Int> = []
  /// Event → statement (-1 the document's own voice) pairs that have an `occurred`.
  private var told: Set<[Int]> = []

  init(_ annotations: Annotations) {
    self.annotations = annotations
  }

  func finished() -> Annotations {
    var result = annotations
    // In text order, so that keys follow the text.
    result.claims = claims.enumerated().sorted { a, b in
      a.element.passage.lowerBound != b.element.passage.lowerBound
        ? a.element.passage.lowerBound < b.element.passage.lowerBound : a.offset < b.offset
    }.map(\.element)
    EventCertainty.set(&result)
    return result
  }

  private mutating func add(
    _ predicate: String, _ certainty: Certainty, statement: Int?, passage: Range<Int>, about subjects: [ClaimFinding.Subject],
    quantity: Quantity? = nil, object: Int? = nil
  ) {
    let found = statement.map { annotations.statements[$0] }
    let day = found?.time.flatMap { annotations.times[$0].from == annotations.times[$0].to ? annotations.times[$0].from : nil }
    claims.append(
      ClaimFinding(
        predicate: predicate, certainty: certainty, passage: passage, quantity: quantity, speaker: found?.speaker, subjects: subjects,
        object: object, saidOn: day))
    if let statement { used.insert(statement) }
  }

  // MARK: Events

  mutating func readEventMentions() {
    for mention in annotations.eventMentions {
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: mention.trigger.lowerBound)]
      guard sentence.kind == .paragraph || sentence.kind == .caption else { continue }
      var statement = annotations.statement(around: mention.trigger.lowerBound)
      if mention.isAside, let found = statement, [.indirect, .accordingTo, .hearsay].contains(annotations.statements[found].form) { statement = nil }
      guard !(mention.isNoun && mention.isBare && mention.counts.isEmpty) else { continue }
      addOccurrence(mention, statement)
      for count in mention.counts {
        var subjects: [ClaimFinding.Subject] = [.event(mention.event)]
        if let counted = count.counted { subjects.append(.entity(counted)) }
        add(
          count.name, countCertainty(statement), statement: statement, passage: passage(mention, statement), about: subjects,
          quantity: count.quantity)
      }
    }
  }

  private func countCertainty(_ statement: Int?) -> Certainty {
    statement.map { annotations.statements[$0].certainty } ?? .confirmed
  }

  private func passage(_ mention: EventMention, _ statement: Int?) -> Range<Int> {
    statement.map { annotations.statements[$0].passage } ?? mention.evidence
  }

  private mutating func addOccurrence(_ mention: EventMention, _ statement: Int?) {
    guard told.insert([mention.event, statement ?? -1]).inserted else { return }
    guard let statement else {
      // The document says it once in its own voice; the rest is telling.
      return add("occurred", .confirmed, statement: nil, passage: mention.evidence, about: [.event(mention.event)])
    }
    let found = annotations.statements[statement]
    if found.form == .blame { return }
    var certainty = found.certainty
    if mention.isNegated, certainty != .denied { certainty = .denied }
    if certainty == .reported, isOwnAct(mention, found) { certainty = .confirmed }
    add("occurred", certainty, statement: statement, passage: found.passage, about: [.event(mention.event)])
  }

  /// A party speaks of what it did itself: the speaker is the agent, by a pronoun or by name.
  private func isOwnAct(_ mention: EventMention, _ statement: Statement) -> Bool {
    guard let speaker = statement.speaker, statement.form != .direct else { return false }
    return annotations.events[mention.event].participants.contains { participant in
      participant.entity == speaker && participant.role == "agent" && participant.evidence.clamped(to: statement.content).count > 0
    }
  }

  // MARK: Counts without an event verb

  /// "the bodies of five civilians", "have buried seven", "put the number of wounded at 30", "a death toll of 40".
  mutating func readCountPhrases() {
    for (index, quantity) in annotations.quantities.enumerated() where quantity.unit == nil {
      guard !claims.contains(where: { $0.quantity?.tokens == quantity.tokens }), let name = CountPhrases.name(index, annotations) else { continue }
      let phrase = annotations.phraseOfToken[quantity.tokens.lowerBound]
      let counted = phrase >= 0 ? annotations.entity(ofPhrase: phrase) : nil
      guard let event = salientEvent(before: quantity.tokens.lowerBound, sharing: counted) else { continue }
      let statement = annotations.statement(around: quantity.tokens.lowerBound) ?? reportingClause(quantity)
      if !annotations.events[event].counts.contains(where: { $0.name == name && $0.counted == counted }) {
        annotations.events[event].counts.append(.init(name: name, quantity: quantity, counted: counted))
      }
      if let counted, !annotations.events[event].participants.contains(where: { $0.entity == counted }) {
        annotations.events[event].participants.append(
          .init(role: "victim", entity: counted, evidence: annotations.phrases[phrase].tokens, certainty: .reported))
      }
      var subjects: [ClaimFinding.Subject] = [.event(event)]
      if let counted { subjects.append(.entity(counted)) }
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: quantity.tokens.lowerBound)]
      let passage = statement.map { annotations.statements[$0].passage } ?? CountPhrases.withoutStop(sentence.tokens, annotations)
      add(name, countCertainty(statement), statement: statement, passage: passage, about: subjects, quantity: quantity)
    }
  }

  /// "A doctor put the number of wounded at about 30": putting a number is saying it.
  private mutating func reportingClause(_ quantity: Quantity) -> Int? {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: quantity.tokens.lowerBound)]
    let clause = annotations.clauses.first { clause in
      sentence.tokens.contains(clause.mainVerb) && ["put", "set", "estimate", "give"].contains(clause.lemma) && !clause.isPassive
        && clause.mainVerb < quantity.tokens.lowerBound
    }
    guard let clause, let subject = clause.subjects.first, let speaker = annotations.entity(ofPhrase: subject) else { return nil }
    let range = CountPhrases.withoutStop(annotations.phrases[subject].tokens.lowerBound..<sentence.tokens.upperBound, annotations)
    annotations.statements.append(
      Statement(content: clause.mainVerb..<range.upperBound, passage: range, speaker: speaker, certainty: .reported, form: .indirect))
    return annotations.statements.count - 1
  }

  /// The event that words at `token` speak of where they name none: one that the counted take part in, else the main one so far.
  private func salientEvent(before token: Int, sharing entity: Int?) -> Int? {
    let before = annotations.eventMentions.filter { $0.trigger.lowerBound < token }
    if let entity, let shared = before.last(where: { mention in
      annotations.events[mention.event].participants.contains { $0.entity == entity } && isViolent(mention.event)
    }) {
      return shared.event
    }
    return mainEvent(before) { isViolent($0) }
  }

  private func isViolent(_ event: Int) -> Bool {
    ["attack", "battle", "killing", "death", "accident", "operation", "protest"].contains(annotations.events[event].type)
  }

  /// Of those told so far the one told most often, the first among equals.
  private func mainEvent(_ mentions: [EventMention], _ isRight: (Int) -> Bool) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in mentions where isRight(mention.event) { counts[mention.event, default: 0] += 1 }
    return counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }

  // MARK: How many they are

  /// "between 1,200 and 1,500 fighters are active in Mali", "a figure the officer calls closer to 800 or 900".
  mutating func readStrengths() {
    var last: (sentence: Int, claim: Int)?
    for (index, quantity) in annotations.quantities.enumerated() where quantity.unit == nil {
      let sentence = annotations.sentenceIndex(ofToken: quantity.tokens.lowerBound)
      guard !claims.contains(where: { $0.quantity?.tokens == quantity.tokens }) else {
        last = claims.firstIndex { $0.quantity?.tokens == quantity.tokens }.map { (sentence, $0) } ?? last
        continue
      }
      if let previous = last, sentence - previous.sentence <= 1, let (speaker, range) = CountPhrases.figureSpeaker(index, annotations) {
        annotations.statements.append(
          Statement(content: quantity.tokens, passage: range, speaker: speaker, certainty: CountPhrases.certainty(range, annotations), form: .indirect))
        let earlier = claims[previous.claim]
        add(
          earlier.predicate, annotations.statements.last!.certainty, statement: annotations.statements.count - 1, passage: range,
          about: earlier.subjects, quantity: quantity)
        continue
      }
      guard let entity = CountPhrases.strengthOwner(index, annotations) else { continue }
      let statement = annotations.statement(around: quantity.tokens.lowerBound)
      guard statement != nil else { continue }
      annotations.entities[entity].strength = annotations.entities[entity].strength ?? quantity
      add("strength", countCertainty(statement), statement: statement, passage: annotations.statements[statement!].passage, about: [.entity(entity)], quantity: quantity)
      last = (sentence, claims.count - 1)
    }
  }

  // MARK: Responsibility

  mutating func readResponsibility() {
    for (index, statement) in annotations.statements.enumerated() {
      if statement.form == .blame, let object = statement.object.flatMap({ annotations.entity(ofPhrase: $0) }) {
        let event = eventInside(statement) ?? mainEvent(annotations.eventMentions.filter { $0.trigger.lowerBound < statement.passage.upperBound }) { isBlamable($0) }
        guard let event else { continue }
        addResponsibility(index, event, object, statement.certainty)
      } else if let (event, object) = workOf(statement) {
        addResponsibility(index, event, object, statement.certainty)
      } else if statement.form == .denial, statement.certainty == .denied, !used.contains(index), CountPhrases.deniesRole(statement, annotations) {
        let blamed = claims.last { $0.predicate == "responsible" && $0.passage.lowerBound < statement.passage.lowerBound }?.subjects.first
        let main = mainEvent(annotations.eventMentions.filter { $0.trigger.lowerBound < statement.passage.upperBound }) { isBlamable($0) }
        let event = blamed ?? (CountPhrases.namesRole(statement, annotations) ? main.map { .event($0) } : nil)
        guard let event else { continue }
        var subjects = [event]
        if let speaker = statement.speaker { subjects.append(.entity(speaker)) }
        add("responsible", .denied, statement: index, passage: statement.passage, about: subjects)
      }
    }
  }

  private func isBlamable(_ event: Int) -> Bool { isViolent(event) || ["abduction", "payment", "closure", "split"].contains(annotations.events[event].type) }

  private func eventInside(_ statement: Statement) -> Int? {
    annotations.eventMentions.first { statement.passage.contains($0.trigger.lowerBound) }?.event
  }

  private mutating func addResponsibility(_ statement: Int, _ event: Int, _ object: Int, _ certainty: Certainty) {
    add("responsible", certainty, statement: statement, passage: annotations.statements[statement].passage, about: [.event(event), .entity(object)], object: nil)
    guard !annotations.events[event].participants.contains(where: { $0.entity == object && $0.role == "agent" }) else { return }
    annotations.events[event].participants.append(
      .init(role: "agent", entity: object, evidence: annotations.statements[statement].passage, certainty: certainty))
  }

  /// "the raid was the work of the brigade", "was carried out by".
  private func workOf(_ statement: Statement) -> (event: Int, object: Int)? {
    for clause in annotations.clauses where statement.content.contains(clause.mainVerb) && clause.lemma == "be" && !clause.isNegated {
      guard let object = clause.objects.first, ["work", "doing", "responsibility"].contains(annotations.tokens[annotations.phrases[object].head].lower),
        let agent = clause.adjuncts.first(where: { $0.preposition == "of" }).flatMap({ annotations.entity(ofPhrase: $0.phrase) }),
        let event = annotations.eventMentions.first(where: { mention in
          clause.subjects.contains { annotations.phrases[$0].tokens.overlaps(mention.trigger) }
        })?.event
      else { continue }
      return (event, agent)
    }
    return nil
  }

  // MARK: The rest

  mutating func readOtherStatements() {
    for (index, statement) in annotations.statements.enumerated() where !used.contains(index) {
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: statement.content.lowerBound)]
      guard sentence.kind == .paragraph, !isInsideUsed(index) else { continue }
      if CountPhrases.refusesExistence(statement, annotations) || statement.form == .denial && statement.certainty != .reported && !spellsOut(statement), let event = doubtedEvent(statement) {
        let certainty: Certainty = statement.form == .denial ? statement.certainty : .denied
        add("occurred", certainty, statement: index, passage: statement.passage, about: [.event(event)])
        continue
      }
      if statement.form == .hearsay, statement.speaker == nil {
        guard let event = doubtedEvent(statement) ?? mainEvent(annotations.eventMentions.filter({ $0.trigger.lowerBound < statement.content.lowerBound }), { _ in true })
        else { continue }
        add("occurred", statement.certainty, statement: index, passage: statement.passage, about: [.event(event)])
        continue
      }
      add("states", statement.certainty, statement: index, passage: statement.passage, about: subjects(of: statement))
    }
  }

  /// A denial of claims that are told in a clause of their own.
  private func spellsOut(_ statement: Statement) -> Bool {
    statement.certainty == .denied && !annotations.eventMentions.contains { statement.content.contains($0.trigger.lowerBound) }
      && statement.content.contains { annotations.tokens[$0].lower == "that" }
  }

  /// A statement inside the passage of another by the same speaker that has its claim, or around one, says nothing more.
  private func isInsideUsed(_ index: Int) -> Bool {
    let statement = annotations.statements[index]
    return used.contains { other in
      let known = annotations.statements[other]
      guard other != index, known.speaker == statement.speaker || statement.speaker == nil else { return false }
      return known.content.clamped(to: statement.content).count * 2 >= min(known.content.count, statement.content.count)
    }
  }

  /// The event whose happening a denial or a doubt is about: one in its words, else the last that was rumoured or reported.
  private func doubtedEvent(_ statement: Statement) -> Int? {
    if let inside = annotations.eventMentions.first(where: { statement.content.contains($0.trigger.lowerBound) }) { return inside.event }
    let block = annotations.tokens[statement.content.lowerBound].block
    let last = claims.filter { claim in
      claim.predicate == "occurred" && claim.passage.upperBound <= statement.passage.lowerBound
        && block - annotations.tokens[claim.passage.lowerBound].block <= 1 && claim.certainty != .confirmed
    }.max { $0.passage.lowerBound < $1.passage.lowerBound }
    if case .event(let event)? = last?.subjects.first { return event }
    return nil
  }

  private func subjects(of statement: Statement) -> [ClaimFinding.Subject] {
    var subjects: [ClaimFinding.Subject] = []
    for mention in annotations.eventMentions where statement.content.contains(mention.trigger.lowerBound) && !subjects.contains(.event(mention.event)) {
      subjects.append(.event(mention.event))
    }
    if subjects.isEmpty, let event = mainEvent(annotations.eventMentions.filter { $0.trigger.lowerBound < statement.content.lowerBound }, { _ in true }) {
      subjects.append(.event(event))
    }
    // "If they did this", "it was planned": the fight that everything is about.
    let pointing = statement.content.contains { ["this", "it", "that"].contains(annotations.tokens[$0].lower) && annotations.tags[$0] == .pronoun }
    if pointing, let main = mainEvent(annotations.eventMentions.filter { $0.trigger.lowerBound < statement.content.lowerBound }, { isViolent($0) }),
      !subjects.contains(.event(main))
    {
      subjects.append(.event(main))
    }
    for mention in annotations.mentions where statement.content.contains(mention.head) && mention.form != .adjective && subjects.count < 5 {
      guard let entity = mention.entity, !subjects.contains(.entity(entity)), !annotations.entities[entity].isAnonymous || mention.form == .pronoun else { continue }
      subjects.append(.entity(entity))
    }
    if subjects.isEmpty, let speaker = statement.speaker { subjects.append(.entity(speaker)) }
    return subjects
  }

  mutating func readRelations() {
    for relation in annotations.relations {
      claims.append(
        ClaimFinding(
          predicate: relation.type, certainty: relation.certainty, passage: relation.evidence, quantity: nil,
          speaker: relation.statement.flatMap { annotations.statements[$0].speaker }, subjects: [.entity(relation.source)],
          object: relation.target, saidOn: nil))
    }
  }
}

/// An event is as sure as the surest claim about it.
enum EventCertainty {
  static func set(_ annotations: inout Annotations) {
    for event in annotations.events.indices {
      let about = annotations.claims.filter { $0.subjects.contains(.event(event)) && $0.predicate != "states" && $0.predicate != "responsible" }
      guard let best = about.map(\.certainty).max() else { continue }
      annotations.events[event].certainty = best
      for index in annotations.events[event].participants.indices {
        let own = annotations.events[event].participants[index].certainty
        annotations.events[event].participants[index].certainty = min(own, best)
      }
    }
  }
}
