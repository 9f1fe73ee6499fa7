/// The claims of one document while they are gathered.
struct ClaimCollector {
  var annotations: Annotations
  var claims: [ClaimFinding] = []
  /// Statements that a claim has been made from.
  var used: Set<Int> = []
  /// Event → statement (-1 the document's own voice) pairs that have an `occurred`.
  var told: Set<[Int]> = []

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
    Topics.carry(in: &result)
    EventCertainty.set(&result)
    return result
  }

  mutating func add(
    _ predicate: String, _ certainty: Certainty, statement: Int?, passage: Range<Int>, about subjects: [ClaimFinding.Subject],
    quantity: Quantity? = nil, object: Int? = nil
  ) {
    let found = statement.map { annotations.statements[$0] }
    let day = found?.time.flatMap { annotations.times[$0].from == annotations.times[$0].to ? annotations.times[$0].from : nil }
    claims.append(
      ClaimFinding(
        predicate: predicate, certainty: certainty, passage: passage, quantity: quantity, speaker: found?.speaker,
        subjects: subjects,
        object: object, saidOn: day, statement: statement))
    if let statement { used.insert(statement) }
  }

  // MARK: Events

  mutating func readEventMentions() {
    for mention in annotations.eventMentions {
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: mention.trigger.lowerBound)]
      guard sentence.kind == .paragraph || sentence.kind == .caption else { continue }
      var statement = annotations.statement(around: mention.trigger.lowerBound)
      // A question asserts nothing.
      if statement == nil, annotations.tokens[sentence.tokens.upperBound - 1].form == "?" { continue }
      if mention.isAside, let found = statement, [.indirect, .accordingTo, .hearsay].contains(annotations.statements[found].form)
      {
        statement = nil
      }
      guard !isUtterance(mention), !isMinor(mention, statement) else { continue }
      guard !(mention.isNoun && mention.isBare && mention.counts.isEmpty) || mention.isNegated else { continue }
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

  /// What has neither a type of its own nor a day is told, but claimed only where somebody says it.
  private func isMinor(_ mention: EventMention, _ statement: Int?) -> Bool {
    let event = annotations.events[mention.event]
    return statement == nil && event.type == "other" && event.from == nil && event.to == nil
  }

  /// "told the inquiry that …": the claim there is what is said, not that it was.
  private func isUtterance(_ mention: EventMention) -> Bool {
    ["testimony", "statement"].contains(annotations.events[mention.event].type)
      && annotations.statements.contains {
        $0.form != .ownVoice && $0.speaker != nil && $0.passage.contains(mention.trigger.lowerBound)
          && !$0.content.contains(mention.trigger.lowerBound)
      }
  }

  func countCertainty(_ statement: Int?) -> Certainty {
    statement.map { annotations.statements[$0].certainty } ?? .confirmed
  }

  func passage(_ mention: EventMention, _ statement: Int?) -> Range<Int> {
    statement.map { annotations.statements[$0].passage } ?? mention.evidence
  }

  mutating func addOccurrence(_ mention: EventMention, _ statement: Int?) {
    // The document says it once in its own voice for each sentence that tells it; the rest is telling of it.
    let isTold = !mention.isNoun && !mention.isAside
    let voice = isTold ? -2 - annotations.sentenceIndex(ofToken: mention.trigger.lowerBound) : -1
    guard statement != nil || isTold || !told.contains([mention.event, -1]) else { return }
    guard told.insert([mention.event, statement ?? voice]).inserted else { return }
    if statement == nil { told.insert([mention.event, -1]) }
    guard let statement else {
      return add("occurred", .confirmed, statement: nil, passage: mention.evidence, about: [.event(mention.event)])
    }
    let found = annotations.statements[statement]
    if found.form == .blame || found.form == .refusal { return }
    var certainty = found.certainty
    if mention.isNegated || certainty == .reported && isDenied(mention, by: found) { certainty = .denied }
    if certainty == .reported, deniesTalk(found) { certainty = .denied }
    if certainty == .reported, isOwnAct(mention, found) { certainty = .confirmed }
    add("occurred", certainty, statement: statement, passage: found.passage, about: [.event(mention.event)])
  }

  /// Whether what is said opens with a no that reaches the word for a happening.
  private func isDenied(_ mention: EventMention, by statement: Statement) -> Bool {
    let negation = NegativeContent(annotations)
    let trigger = mention.trigger.lowerBound
    return negation.opensWithNone(statement)
      || (mention.isNoun ? negation.deniesExistence(statement, of: trigger) : negation.opensWithNever(statement, before: trigger))
  }

  /// "Rumours that he would resign were “nonsense”, he said"
  private func deniesTalk(_ statement: Statement) -> Bool {
    let words = statement.content.map { annotations.tokens[$0].lower }
    guard words.prefix(3).contains(where: { SpeechLexicon.nouns[$0] != nil }) else { return false }
    return words.indices.contains { at in
      SpeechLexicon.denialNouns.contains(words[at])
        && words[max(0, at - 3)..<at].contains { ClosedClasses.forms[$0] == "be" }
    }
  }

  /// A party speaks of what it did itself: the speaker is the agent, by a pronoun or by name.
  func isOwnAct(_ mention: EventMention, _ statement: Statement) -> Bool {
    guard let speaker = statement.speaker, statement.form != .direct else { return false }
    let isSides =
      annotations.entities[speaker].kind == .group && !annotations.entities[speaker].heads.isDisjoint(with: Self.sides)
    if isSides,
      annotations.events[mention.event].participants.contains(where: { annotations.entities[$0.entity].kind == .organization })
    {
      return true
    }
    return annotations.events[mention.event].participants.contains { participant in
      participant.entity == speaker && participant.role == "agent"
        && participant.evidence.clamped(to: statement.content).count > 0 && !isAttribution(participant.evidence)
    }
  }

  /// "The ship, the owner said, was sold": who is named only with a verb of saying between commas does nothing there.
  private func isAttribution(_ evidence: Range<Int>) -> Bool {
    guard evidence.lowerBound > 0, evidence.upperBound + 1 < annotations.tokens.count,
      annotations.tokens[evidence.lowerBound - 1].form == ","
    else { return false }
    let lemma = VerbForms.lemma(of: annotations.tokens[evidence.upperBound].lower) ?? ""
    return SpeechLexicon.certainty(of: lemma) != nil || SpeechLexicon.quoting.contains(lemma)
  }

  /// "the two firms", "both sides": the parties themselves.
  private static let sides: Set<String> = ["firm", "company", "side", "party", "government", "club", "bank", "union", "group"]

  // MARK: Counts without an event verb

  /// "the bodies of five civilians", "have buried seven", "put the number of wounded at 30", "a death toll of 40".
  mutating func readCountPhrases() {
    for (index, quantity) in annotations.quantities.enumerated() where quantity.unit == nil {
      guard !claims.contains(where: { $0.quantity?.tokens == quantity.tokens }), let name = CountPhrases.name(index, annotations)
      else { continue }
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
  mutating func reportingClause(_ quantity: Quantity) -> Int? {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: quantity.tokens.lowerBound)]
    let clause = annotations.clauses.first { clause in
      sentence.tokens.contains(clause.mainVerb) && ["put", "set", "estimate", "give"].contains(clause.lemma) && !clause.isPassive
        && clause.mainVerb < quantity.tokens.lowerBound
    }
    guard let clause, let subject = clause.subjects.first, let speaker = annotations.entity(ofPhrase: subject) else { return nil }
    let range = CountPhrases.withoutStop(annotations.phrases[subject].tokens.lowerBound..<sentence.tokens.upperBound, annotations)
    annotations.statements.append(
      Statement(
        content: clause.mainVerb..<range.upperBound, passage: range, speaker: speaker, certainty: .reported, form: .indirect))
    return annotations.statements.count - 1
  }

  /// The event that words at `token` speak of where they name none: one that the counted take part in, else the main one so far.
  func salientEvent(before token: Int, sharing entity: Int?) -> Int? {
    let before = annotations.eventMentions.filter { $0.trigger.lowerBound < token }
    if let entity,
      let shared = before.last(where: { mention in
        annotations.events[mention.event].participants.contains { $0.entity == entity } && isViolent(mention.event)
      })
    {
      return shared.event
    }
    return mainEvent(before) { isViolent($0) }
  }

  func isViolent(_ event: Int) -> Bool {
    ["attack", "battle", "killing", "death", "accident", "operation", "protest"].contains(annotations.events[event].type)
  }

  /// Of those told so far the one told most often, the first among equals.
  func mainEvent(_ mentions: [EventMention], _ isRight: (Int) -> Bool) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in mentions where isRight(mention.event) { counts[mention.event, default: 0] += 1 }
    return counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }

  // MARK: How many they are

  /// "Police said no more than 2,100 had come" right after the organisers' number of those who took part.
  func isRival(_ quantity: Int, _ statement: Int, of claim: Int) -> Bool {
    guard claims[claim].predicate == "force", claims[claim].speaker != annotations.statements[statement].speaker,
      annotations.statements[statement].speaker != nil
    else { return false }
    let phrase = annotations.phraseOfToken[annotations.quantities[quantity].tokens.lowerBound]
    guard phrase >= 0 else { return false }
    return annotations.phrases[phrase].kind == .number && annotations.contained(in: phrase) == nil
      || annotations.entity(ofPhrase: phrase).map { annotations.entities[$0].kind == .group } ?? false
  }

  private mutating func addFigure(_ quantity: Quantity, by speaker: Int?, _ passage: Range<Int>, of earlier: ClaimFinding) {
    let certainty = CountPhrases.certainty(passage, annotations)
    annotations.statements.append(
      Statement(content: quantity.tokens, passage: passage, speaker: speaker, certainty: certainty, form: .indirect))
    add(
      earlier.predicate, certainty, statement: annotations.statements.count - 1, passage: passage, about: earlier.subjects,
      quantity: quantity)
  }

  /// "between 1,200 and 1,500 fighters are active in Mali", "a figure the officer calls closer to 800 or 900".
  mutating func readStrengths() {
    var last: (sentence: Int, claim: Int)?
    for (index, quantity) in annotations.quantities.enumerated() where quantity.unit == nil {
      let sentence = annotations.sentenceIndex(ofToken: quantity.tokens.lowerBound)
      guard !claims.contains(where: { $0.quantity?.tokens == quantity.tokens }) else {
        last = claims.firstIndex { $0.quantity?.tokens == quantity.tokens }.map { (sentence, $0) } ?? last
        continue
      }
      if let previous = last, sentence - previous.sentence <= 1,
        let (speaker, range) = CountPhrases.figureSpeaker(index, annotations)
      {
        addFigure(quantity, by: speaker, range, of: claims[previous.claim])
        continue
      }
      let statement = annotations.statement(around: quantity.tokens.lowerBound)
      if let previous = last, sentence - previous.sentence <= 1, let statement, isRival(index, statement, of: previous.claim) {
        add(
          "force", countCertainty(statement), statement: statement, passage: annotations.statements[statement].passage,
          about: claims[previous.claim].subjects, quantity: quantity)
        continue
      }
      guard let entity = CountPhrases.strengthOwner(index, annotations), statement != nil else { continue }
      annotations.entities[entity].strength = annotations.entities[entity].strength ?? quantity
      add(
        "strength", countCertainty(statement), statement: statement, passage: annotations.statements[statement!].passage,
        about: [.entity(entity)], quantity: quantity)
      last = (sentence, claims.count - 1)
    }
  }
}
