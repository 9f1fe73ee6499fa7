// Claims of statements that tell no event: who is responsible, what is denied, what is merely stated.
extension ClaimCollector {
  mutating func readResponsibility() {
    for (index, statement) in annotations.statements.enumerated() {
      if statement.form == .blame, let object = statement.object.flatMap({ annotations.entity(ofPhrase: $0) }) {
        let event =
          eventInside(statement)
          ?? mainEvent(annotations.eventMentions.filter { $0.trigger.lowerBound < statement.passage.upperBound }) {
            isBlamable($0)
          }
        guard let event else { continue }
        addResponsibility(index, event, object, statement.certainty)
      } else if let (event, object) = workOf(statement) {
        addResponsibility(index, event, object, statement.certainty)
      } else if statement.form == .denial, statement.certainty == .denied, !used.contains(index),
        CountPhrases.deniesRole(statement, annotations)
      {
        let blamed = claims.last { $0.predicate == "responsible" && $0.passage.lowerBound < statement.passage.lowerBound }?
          .subjects.first
        let main = mainEvent(annotations.eventMentions.filter { $0.trigger.lowerBound < statement.passage.upperBound }) {
          isBlamable($0)
        }
        let event = blamed ?? (CountPhrases.namesRole(statement, annotations) ? main.map { .event($0) } : nil)
        guard let event else { continue }
        var subjects = [event]
        if let speaker = statement.speaker { subjects.append(.entity(speaker)) }
        add("responsible", .denied, statement: index, passage: statement.passage, about: subjects)
      }
    }
  }

  func isBlamable(_ event: Int) -> Bool {
    isViolent(event) || ["abduction", "payment", "closure", "split"].contains(annotations.events[event].type)
  }

  func eventInside(_ statement: Statement) -> Int? {
    // "blamed the army, which has kidnapped …": what is blamed on it stands behind "for".
    if let link = statement.content.first(where: { ["for", "of"].contains(annotations.tokens[$0].lower) }) {
      let inside = annotations.eventMentions.first {
        statement.content.contains($0.trigger.lowerBound) && $0.trigger.lowerBound > link && !$0.isAside
      }
      if let inside { return inside.event }
    }
    if statement.content.contains(where: { annotations.tags[$0] == .relative }) { return nil }
    return annotations.eventMentions.first { statement.content.contains($0.trigger.lowerBound) && !$0.isAside }?.event
      ?? annotations.eventMentions.first { statement.passage.contains($0.trigger.lowerBound) && !$0.isAside }?.event
  }

  mutating func addResponsibility(_ statement: Int, _ event: Int, _ object: Int, _ certainty: Certainty) {
    add(
      "responsible", certainty, statement: statement, passage: annotations.statements[statement].passage,
      about: [.event(event), .entity(object)], object: nil)
    guard !annotations.events[event].participants.contains(where: { $0.entity == object && $0.role == "agent" }) else { return }
    annotations.events[event].participants.append(
      .init(role: "agent", entity: object, evidence: annotations.statements[statement].passage, certainty: certainty))
  }

  /// "the raid was the work of the brigade", "was carried out by".
  func workOf(_ statement: Statement) -> (event: Int, object: Int)? {
    for clause in annotations.clauses
    where statement.content.contains(clause.mainVerb) && clause.lemma == "be" && !clause.isNegated {
      guard let object = clause.objects.first,
        ["work", "doing", "responsibility"].contains(annotations.tokens[annotations.phrases[object].head].lower),
        let agent = clause.adjuncts.first(where: { $0.preposition == "of" }).flatMap({ annotations.entity(ofPhrase: $0.phrase) }),
        let event = annotations.eventMentions.first(where: { mention in
          clause.subjects.contains { annotations.phrases[$0].tokens.overlaps(mention.trigger) }
        })?.event
      else { continue }
      return (event, agent)
    }
    return nil
  }

  // MARK: Amounts and shares

  /// "costs the region £3 million", "speaks of 46 percent": a statement whose only number is one of money or a share. A
  /// second one right after it by somebody else is of the same thing.
  mutating func readAmounts() {
    var last: (sentence: Int, claim: Int)?
    let order = annotations.statements.indices.sorted {
      annotations.statements[$0].passage.lowerBound < annotations.statements[$1].passage.lowerBound
    }
    for index in order {
      let statement = annotations.statements[index]
      guard let speaker = statement.speaker, statement.form != .denial, statement.form != .blame else { continue }
      let inside = annotations.quantities.filter { statement.content.contains($0.tokens.lowerBound) }.compactMap { quantity in
        inMoney(quantity) ?? last.flatMap { asRival(quantity, statement, of: claims[$0.claim]) }
      }
      guard inside.count == 1, let quantity = inside.first else { continue }
      let sentence = annotations.sentenceIndex(ofToken: quantity.tokens.lowerBound)
      if let known = claims.firstIndex(where: { $0.quantity?.tokens == quantity.tokens }) {
        last = (sentence, known)
        continue
      }
      var predicate = quantity.unit == "percent" ? "share" : "amount"
      var about = subjects(of: statement)
      if !isBareFigure(statement) {
        // A sum with words of its own is not of the happening told before.
        let own = about.filter { subject in
          guard case .event(let event) = subject else { return true }
          return annotations.eventMentions.contains { $0.event == event && statement.content.contains($0.trigger.lowerBound) }
        }
        if !own.isEmpty { about = own }
      }
      if let last, sentence - last.sentence <= 1, claims[last.claim].quantity?.unit == quantity.unit,
        claims[last.claim].speaker != speaker, isBareFigure(statement)
      {
        (predicate, about) = (claims[last.claim].predicate, claims[last.claim].subjects)
      }
      add(predicate, statement.certainty, statement: index, passage: statement.passage, about: about, quantity: quantity)
      last = (sentence, claims.count - 1)
    }
  }

  /// "speaks of 46 percent", "the figure is closer to $1 million": nothing is told that the number could be of but what was
  /// told before.
  private func isBareFigure(_ statement: Statement) -> Bool {
    !annotations.clauses(around: statement.content.lowerBound).contains { index in
      let clause = annotations.clauses[index]
      return statement.content.contains(clause.mainVerb) && !["be", "stand", "amount", "come", "total"].contains(clause.lemma)
    }
  }

  /// "The mayor told me that it was 15,000": a bare number for what the last one was of.
  private func asRival(_ quantity: Quantity, _ statement: Statement, of claim: ClaimFinding) -> Quantity? {
    guard let unit = claim.quantity?.unit, claim.speaker != statement.speaker,
      annotations.phraseOfToken[quantity.tokens.lowerBound] >= 0,
      annotations.phrases[annotations.phraseOfToken[quantity.tokens.lowerBound]].kind == .number
    else { return nil }
    let opening = statement.content.prefix(5).map { annotations.tokens[$0].lower }
    guard let subject = opening.first(where: { $0 != "the" && $0 != "that" && $0 != "true" }),
      ["it", "sum", "figure", "price", "amount", "number", "total"].contains(subject)
    else { return nil }
    var found = quantity
    found.unit = unit
    return found
  }

  /// A quantity with its unit; "700 million" alone, where the sentence speaks of money, is of that money.
  private func inMoney(_ quantity: Quantity) -> Quantity? {
    if quantity.unit != nil { return quantity }
    let phrase = annotations.phraseOfToken[quantity.tokens.lowerBound]
    guard (quantity.value ?? quantity.maximum ?? 0) >= 100_000, phrase < 0 || annotations.phrases[phrase].kind == .number else {
      return nil
    }
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: quantity.tokens.lowerBound)].tokens
    let money = annotations.quantities.last {
      $0.unit != nil && $0.unit != "percent" && sentence.contains($0.tokens.lowerBound)
        && $0.tokens.lowerBound < quantity.tokens.lowerBound
    }
    guard let money else { return nil }
    var found = quantity
    found.unit = money.unit
    return found
  }

  // MARK: The rest

  mutating func readOtherStatements() {
    // The innermost first: what it says its surroundings need not say again.
    let order = annotations.statements.indices.sorted {
      annotations.statements[$0].content.count < annotations.statements[$1].content.count
    }
    let negation = NegativeContent(annotations)
    for index in order where !used.contains(index) {
      let statement = annotations.statements[index]
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: statement.content.lowerBound)]
      guard sentence.kind == .paragraph, !isInsideUsed(index), !isRemark(index) else { continue }
      if CountPhrases.refusesExistence(statement, annotations)
        || statement.form == .denial && statement.certainty != .reported && !spellsOut(statement),
        let event = doubtedEvent(statement)
      {
        let certainty: Certainty = statement.form == .denial ? statement.certainty : .denied
        let speaker = statement.speaker.map { [ClaimFinding.Subject.entity($0)] } ?? []
        let predicate = CountPhrases.refusesPart(statement, annotations) ? "responsible" : "occurred"
        add(predicate, certainty, statement: index, passage: statement.passage, about: [.event(event)] + speaker)
        continue
      }
      if statement.form == .hearsay, statement.speaker == nil, statement.certainty == .rumoured {
        let isPointing = !annotations.clauses.contains { statement.content.contains($0.mainVerb) && $0.lemma != "be" }
        guard
          let event = doubtedEvent(statement)
            ?? (isPointing
              ? mainEvent(
                annotations.eventMentions.filter({ $0.trigger.lowerBound < statement.content.lowerBound }), { _ in true }) : nil)
        else {
          var subjects = subjects(of: statement)
          // "Shares in Kessler rose amid talk that it would be bought"
          if subjects.isEmpty { subjects = namedSubjects(in: sentence.tokens) }
          if !subjects.isEmpty {
            add("states", .rumoured, statement: index, passage: statement.passage, about: subjects)
          }
          continue
        }
        add("occurred", statement.certainty, statement: index, passage: statement.passage, about: [.event(event)])
        continue
      }
      if statement.form == .hearsay, statement.speaker == nil, statement.certainty == .confirmed { continue }
      let certainty: Certainty = negation.isNegative(statement) || refusesTruth(statement) ? .denied : statement.certainty
      add("states", certainty, statement: index, passage: statement.passage, about: subjects(of: statement))
    }
  }

  /// "That's not true", "it is a lie", where no happening is known that it could be about.
  private func refusesTruth(_ statement: Statement) -> Bool {
    let words = statement.content.map { annotations.tokens[$0].lower }
    guard words.count < 14, statement.speaker != nil else { return false }
    // "“No, sir,” said the witness"
    if words.count <= 7, let first = words.first(where: { !["“", "\"", "‘"].contains($0) }), ["no", "never"].contains(first),
      words.contains(","), statement.form == .direct, !statement.content.contains(where: { annotations.tags[$0].isVerb })
    {
      return true
    }
    return words.indices.contains { at in
      let before = words[max(0, at - 3)..<at]
      let isVerdict = before.contains { ClosedClasses.forms[$0] == "be" }
      let isNegated = before.contains { ["not", "n't", "never"].contains($0) }
      if ["true", "correct", "so", "right"].contains(words[at]) { return isVerdict && isNegated && at + 4 >= words.count }
      return isVerdict && !isNegated && SpeechLexicon.denialNouns.contains(words[at])
    }
  }

  /// A denial of claims that are told in a clause of their own.
  func spellsOut(_ statement: Statement) -> Bool {
    statement.certainty == .denied && !annotations.eventMentions.contains { statement.content.contains($0.trigger.lowerBound) }
      && statement.content.contains { annotations.tokens[$0].lower == "that" }
  }

  /// A statement inside the passage of another by the same speaker that has its claim, or around one, says nothing more.
  func isInsideUsed(_ index: Int) -> Bool {
    let statement = annotations.statements[index]
    return used.contains { other in
      let known = annotations.statements[other]
      guard other != index, known.speaker == statement.speaker || statement.speaker == nil else { return false }
      // "said its tests had found no trace of it": the tests are told, the trace is denied.
      if statement.form == .denial, statement.certainty == .denied, known.form != .denial { return false }
      // "said the gas came from a tank, “but we cannot confirm that”": the doubt is a part of it.
      if [.denial, .refusal].contains(known.form), !spellsOut(known), known.content.count < statement.content.count {
        return known.passage.clamped(to: statement.content).count * 2 >= statement.content.count
      }
      return known.content.clamped(to: statement.content).count * 2 >= min(known.content.count, statement.content.count)
    }
  }

  /// "the smallest number I thought they would swallow": a small part of what the same speaker says.
  private func isRemark(_ index: Int) -> Bool {
    let statement = annotations.statements[index]
    guard let speaker = statement.speaker, statement.form != .denial else { return false }
    return annotations.statements.indices.contains { other in
      let outer = annotations.statements[other]
      return other != index && outer.speaker == speaker && outer.form == .direct
        && outer.content.lowerBound <= statement.content.lowerBound && statement.content.upperBound <= outer.content.upperBound
        && statement.content.count * 5 < outer.content.count * 2
        && statement.passage.lowerBound > outer.content.lowerBound
        && annotations.tags[statement.passage.lowerBound - 1] != .conjunction
    }
  }

  /// The event whose happening a denial or a doubt is about: one in its words, else the last that was rumoured or reported.
  func doubtedEvent(_ statement: Statement) -> Int? {
    if let inside = annotations.eventMentions.first(where: { statement.content.contains($0.trigger.lowerBound) }) {
      return inside.event
    }
    if let named = eventNamed(in: statement) { return named }
    let block = annotations.tokens[statement.content.lowerBound].block
    let answered = answered(by: statement)
    if let answered, !annotations.eventMentions.contains(where: { answered.content.contains($0.trigger.lowerBound) }) {
      return nil
    }
    let isOfPicture = namesPicture(statement.content.prefix(4))
    let last = claims.filter { claim in
      claim.predicate == "occurred" && claim.passage.upperBound <= statement.passage.lowerBound
        && block - annotations.tokens[claim.passage.lowerBound].block <= 1 && claim.certainty != .confirmed
        && (!isOfPicture || namesPicture(claim.passage))
    }.max { $0.passage.lowerBound < $1.passage.lowerBound }
    if case .event(let event)? = last?.subjects.first { return event }
    return nil
  }

  /// "could not verify the footage": of nothing that no footage shows.
  private func namesPicture(_ words: Range<Int>) -> Bool {
    words.contains { Speakers.pictures.contains(Suffixes.singular(annotations.tokens[$0].lower)) }
  }

  /// "denies murder", "rejected the bribery charge": the last happening of the kind that a denial's own words name.
  private func eventNamed(in statement: Statement) -> Int? {
    guard statement.form == .denial else { return nil }
    let types = statement.content.prefix(6).compactMap { EventLexicon.nouns[Suffixes.singular(annotations.tokens[$0].lower)] }
    guard let type = types.first(where: { !["other", "statement", "publication", "charge"].contains($0) }) else { return nil }
    return annotations.eventMentions.last { mention in
      mention.trigger.lowerBound < statement.content.lowerBound && annotations.events[mention.event].type == type
    }?.event
  }

  /// What somebody else said last, in the same paragraph: what a denial without words of its own answers.
  private func answered(by statement: Statement) -> Statement? {
    let block = annotations.tokens[statement.content.lowerBound].block
    return annotations.statements.filter { other in
      other.speaker != nil && other.speaker != statement.speaker && other.form != .refusal
        && other.passage.upperBound <= statement.passage.lowerBound
        && annotations.tokens[other.passage.lowerBound].block == block
    }.max { $0.passage.lowerBound < $1.passage.lowerBound }
  }

  /// What a statement is about: the happenings and the things that it names; what it only points to, where it names no
  /// happening; the speaker, where it names nothing.
  func subjects(of statement: Statement) -> [ClaimFinding.Subject] {
    var subjects: [ClaimFinding.Subject] = []
    for mention in annotations.eventMentions
    where statement.content.contains(mention.trigger.lowerBound) && !subjects.contains(.event(mention.event)) {
      subjects.append(.event(mention.event))
    }
    if subjects.isEmpty, let event = lastEvent(before: statement.content.lowerBound) { subjects.append(.event(event)) }
    if pointsBack(statement), let event = eventPointedTo(before: statement), !subjects.contains(.event(event)) {
      subjects.append(.event(event))
    }
    for mention in annotations.mentions(beginningIn: statement.passage) where subjects.count < 6 {
      let mention = annotations.mentions[mention]
      guard statement.content.contains(mention.head) || statement.form == .hearsay, mention.form != .adjective,
        let entity = mention.entity,
        !subjects.contains(.entity(entity))
      else { continue }
      subjects.append(.entity(entity))
    }
    if !subjects.contains(where: { if case .entity(let entity) = $0 { entity != statement.speaker } else { false } }) {
      // Of whom the words about the speaker tell: "Acme's director, Ann Lee, says the licence is valid".
      for mention in annotations.mentions(beginningIn: statement.passage) where subjects.count < 4 {
        guard let entity = annotations.mentions[mention].entity, annotations.mentions[mention].form == .name,
          entity != statement.speaker, !subjects.contains(.entity(entity))
        else { continue }
        subjects.append(.entity(entity))
      }
    }
    let namesSomebody = annotations.mentions(beginningIn: statement.content).contains {
      annotations.mentions[$0].form != .pronoun && annotations.mentions[$0].form != .adjective
        && annotations.mentions[$0].entity != nil
    }
    if let speaker = statement.speaker, !namesSomebody, !subjects.contains(.entity(speaker)) {
      subjects.append(.entity(speaker))
    }
    return subjects
  }

  /// "If they did this", "it was planned", "the cause": what everything is about.
  private func pointsBack(_ statement: Statement) -> Bool {
    statement.content.contains {
      let lower = annotations.tokens[$0].lower
      return ["this", "it", "that"].contains(lower) && annotations.tags[$0] == .pronoun
        || ["cause", "blame", "outcome", "responsible", "incident", "tragedy", "disaster"].contains(lower)
    }
  }

  private func eventPointedTo(before statement: Statement) -> Int? {
    let before = annotations.eventMentions.filter { $0.trigger.lowerBound < statement.content.lowerBound }
    return mainEvent(before) { isViolent($0) } ?? mainEvent(before) { _ in true }
  }

  /// The last event told of in the same paragraph, within two sentences.
  func lastEvent(before token: Int) -> Int? {
    let block = annotations.tokens[token].block
    let sentence = annotations.sentenceIndex(ofToken: token)
    let before = annotations.eventMentions.filter { mention in
      mention.trigger.lowerBound < token && annotations.tokens[mention.trigger.lowerBound].block == block
        && sentence - annotations.sentenceIndex(ofToken: mention.trigger.lowerBound) <= 2
    }
    guard let last = before.last else { return nil }
    // "had been paid in breach of the sanctions": of one sentence what its verb tells.
    let place = annotations.sentenceIndex(ofToken: last.trigger.lowerBound)
    let told = before.last {
      !$0.isNoun && annotations.events[$0.event].type != "other"
        && annotations.sentenceIndex(ofToken: $0.trigger.lowerBound) == place
    }
    return (told ?? last).event
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
