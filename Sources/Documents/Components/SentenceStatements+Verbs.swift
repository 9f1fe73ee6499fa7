// Verbs by which a sentence says that somebody says something.
extension SentenceStatements {
  mutating func readClause(_ index: Int) {
    let clause = annotations.clauses[index]
    if let special = DenialRules.read(clause, in: self) ?? Refusals.read(clause, in: self) {
      return add(
        special.content, special.passage, by: special.speaker, special.certainty, special.form, object: special.object,
        time: time(of: clause))
    }
    if let shown = shownByPicture(clause) {
      return add(shown, annotations.phrases[clause.subjects[0]].tokens.lowerBound..<end, by: nil, .probable, .indirect)
    }
    if let likely = likelihood(clause) ?? appearance(clause) { return add(likely, likely, by: nil, .probable, .hearsay) }
    if let doubted = doubtedSubject(clause) ?? openQuestion(clause) { return add(doubted, doubted, by: nil, .rumoured, .hearsay) }
    if clause.isPassive, clause.kind != .participle {
      if Self.telling.contains(clause.lemma) { return readTold(index) }
      if ["quote", "cite"].contains(clause.lemma), let said = saidInQuotation(clause, index), let subject = clause.subjects.first
      {
        return add(
          said, annotations.phrases[subject].tokens.lowerBound..<said.upperBound, by: speaker(governing(subject)), .reported,
          form(said), time: time(of: clause))
      }
      if let certainty = SpeechLexicon.hearsay[clause.lemma], isHearsay(clause) { return readHearsay(index, certainty) }
    }
    if let heard = readAttitude(clause, index) ?? readForthcoming(clause, index) {
      return add(heard.content, heard.passage, by: heard.speaker, heard.certainty, heard.form, time: time(of: clause))
    }
    if isHeard(clause) {
      let that = thatBehind(clause.verb.upperBound, within: 6).map { ($0 + 1)..<contentEnd(after: index) }
      guard let content = that ?? contentAfter(clause, index), let subject = clause.subjects.first else { return }
      return add(content, annotations.phrases[subject].tokens.lowerBound..<content.upperBound, by: nil, .reported, .hearsay)
    }
    if let estimate = estimate(clause, index) ?? characterisation(clause, index) ?? verdictInPassing(clause, index) {
      let own = clause.kind == .participle ? subject(of: clause) ?? mainSubject(before: clause) : clause.subjects.first
      guard let subject = own.map({ governing($0) }) else { return }
      let speaker = speaker(subject)
      guard speaker != nil || isPaper(subject) else { return }
      let isInPassing = clause.kind == .participle
      let start =
        isInPassing ? clause.verb.lowerBound : min(annotations.phrases[subject].tokens.lowerBound, clause.verb.lowerBound)
      return add(estimate, start..<estimate.upperBound, by: speaker, .reported, .fragment, time: time(of: clause))
    }
    if let stance = stance(clause, index), let subject = clause.subjects.first, let speaker = speaker(governing(subject)) {
      let certainty: Certainty = SpeechLexicon.certainty(of: clause.lemma) == .probable ? .probable : .reported
      return add(
        stance, annotations.phrases[governing(subject)].tokens.lowerBound..<stance.upperBound, by: speaker, certainty, .fragment,
        time: time(of: clause))
    }
    if let suspected = suspicion(clause, index), let subject = clause.subjects.first, let speaker = speaker(subject) {
      let start = annotations.phrases[subject].tokens.lowerBound
      return add(suspected, start..<suspected.upperBound, by: speaker, .rumoured, .indirect, time: time(of: clause))
    }
    guard isSaying(clause, index) else { return }
    // "Virtually no one believes": nobody says it.
    if let subject = clause.subjects.first, isNobody(subject) { return readSilence(index) }
    readSaying(index)
  }

  /// Whether the verb is one of saying here.
  private func isSaying(_ clause: Clause, _ index: Int) -> Bool {
    guard
      SpeechLexicon.isSpeech(clause.lemma) || clause.lemma == "speak"
        || SpeechLexicon.isSpeechWithThat(clause.lemma) && introducesThat(clause, index)
        || SpeechLexicon.quoting.contains(clause.lemma) && hasQuote(near: clause) || isParenthetical(clause)
        || quoted(by: clause) != nil || urges(clause)
    else { return false }
    // "comment on reports that": a noun, whatever the tagger makes of it.
    guard clause.verb.count > 1 || clause.mainVerb == begin || tags[clause.mainVerb - 1] != .preposition else { return false }
    // "quoted her as saying": the verb before has the speaker.
    guard clause.kind != .participle || tokens[max(clause.verb.lowerBound - 1, begin)].lower != "as" else { return false }
    // "who asked that her name not be printed"
    guard clause.kind != .relative || !["ask", "request"].contains(clause.lemma) else { return false }
    guard clause.mainVerb == begin || tokens[clause.mainVerb - 1].lower != "nor" else { return false }
    guard !claimsNoWords(clause), clause.kind != .participle || Self.sayingInPassing.contains(clause.lemma) else { return false }
    guard clause.lemma != "agree" || hasThat(clause) || isParenthetical(clause) else { return false }
    return (clause.kind != .infinitive || SpeechLexicon.isDenial(clause.lemma)) && !clause.isPassive && !isNegatedSpeech(clause)
  }

  /// Who says it, and what stands behind the verb or before it.
  private mutating func readSaying(_ index: Int) {
    let clause = annotations.clauses[index]
    let certainty = certainty(of: clause)
    if let subject = invertedSubject(clause) ?? subjectBehind(clause) {
      let content = unitStart(before: clause.verb.lowerBound)..<clause.verb.lowerBound
      return add(
        content, content.lowerBound..<tailEnd(of: subject), by: speaker(subject), certainty, form(content), time: time(of: clause)
      )
    }
    guard let subject = quoted(by: clause) ?? subject(of: clause).map({ governing($0) }) else { return }
    let speaker = speakerOfRelative(clause, subject) ?? speaker(subject)
    let start = annotations.phrases[subject].tokens.lowerBound
    if let content = contentOfAccusation(clause, index) {
      return add(
        content, min(start, content.lowerBound)..<content.upperBound, by: speaker, certainty, form(content),
        time: time(of: clause))
    }
    if clause.lemma == "speak" { return }
    if let content = contentBeforeFragment(clause, start, index), !content.isEmpty {
      let limit = contentEnd(after: index)
      return add(content, content.lowerBound..<limit, by: speaker, certainty, form(content), time: time(of: clause))
    }
    if let content = contentAfter(clause, index), !isOrderInQuotation(clause, content) {
      let isPlain = clause.lemma == "say" || clause.lemma == "tell"
      let certaintyOfContent: Certainty =
        admitsTo(clause) ? .confirmed : isTalk(subject) ? .rumoured : isPlain ? .reported : certainty
      var low = max(start, begin)
      for part in parts(of: content) {
        add(
          part, min(low, part.lowerBound)..<part.upperBound, by: speaker, certaintyOfContent, form(part), time: time(of: clause)
        )
        low = part.upperBound
      }
      return
    }
    if let around = contentAround(clause, start, index) {
      return add(around, around.lowerBound..<around.upperBound, by: speaker, certainty, form(around), time: time(of: clause))
    }
    // "…, officials said": what stands before.
    let content = closingFragment(of: contentBefore(start))
    guard !content.isEmpty,
      !SpeechLexicon.isSpeechWithThat(clause.lemma) || hasQuote(near: clause) || isParenthetical(clause)
    else { return }
    add(
      content, content.lowerBound..<max(clause.tokens.upperBound, clause.verb.upperBound), by: speaker, certainty, form(content),
      time: time(of: clause))
  }

  /// ", says the defence;": somebody between a verb of saying behind a comma and a stop, whatever the tree makes of it.
  private func subjectBehind(_ clause: Clause) -> Int? {
    let (low, next) = (clause.verb.lowerBound, clause.verb.upperBound)
    guard low > begin, next < end, [",", "”", "\"", "’", ";", ":"].contains(tokens[low - 1].form), !clause.isPassive,
      clause.verb.count == 1, !Self.transitive.contains(clause.lemma), SpeechLexicon.isSpeech(clause.lemma),
      let phrase = annotations.phrase(startingAt: next), annotations.phrases[phrase].kind != .time,
      annotations.phrases[phrase].kind != .number, annotations.entity(ofPhrase: phrase) != nil
    else { return nil }
    let after = tailEnd(of: phrase)
    return after >= end || [",", ";", ":", "—", "”"].contains(tokens[after].form)
      || ["who", "which", "of", "in", "for", "at"].contains(tokens[after].lower) ? phrase : nil
  }

  /// "The firm blamed the boat, which it said had no lights": behind "which" the pronoun is who has the main verb.
  private func speakerOfRelative(_ clause: Clause, _ subject: Int) -> Int? {
    let start = annotations.phrases[subject].tokens.lowerBound
    guard start > begin, ["which", "whom", "who"].contains(tokens[start - 1].lower), let kinds = kinds(of: tokens[start].lower),
      let main = mainSubject(before: clause), let entity = annotations.entity(ofPhrase: main),
      kinds.contains(annotations.entities[entity].kind)
    else { return nil }
    return entity
  }

  /// What a pronoun may stand for.
  func kinds(of pronoun: String) -> Set<EntityKind>? {
    switch pronoun {
    case "he", "she": [.person]
    case "it": [.organization, .place]
    case "they": [.group, .organization]
    default: nil
    }
  }

  /// "was quoted by the daily as saying that he had left": what stands behind.
  private func saidInQuotation(_ clause: Clause, _ index: Int) -> Range<Int>? {
    let limit = contentEnd(after: index)
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(limit, clause.verb.upperBound + 10))
    guard let saying = reach.first(where: { tokens[$0].lower == "saying" }), saying > begin, tokens[saying - 1].lower == "as"
    else {
      return nil
    }
    let start = saying + 1 < limit && tokens[saying + 1].lower == "that" ? saying + 2 : saying + 1
    return start < limit ? start..<limit : nil
  }

  /// "The paper quoted a nurse as saying that": the nurse says it.
  private func quoted(by clause: Clause) -> Int? {
    guard clause.lemma == "quote" || clause.lemma == "cite" else { return nil }
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(end, clause.verb.upperBound + 12))
    guard let saying = reach.first(where: { ["saying", "telling"].contains(tokens[$0].lower) }), saying > reach.lowerBound + 1,
      tokens[saying - 1].lower == "as"
    else { return nil }
    return clause.objects.first ?? annotations.phrase(startingAt: clause.verb.upperBound)
  }

  /// "a banker in Halden told me": the banker, not the town.
  func governing(_ subject: Int) -> Int {
    var subject = subject
    let first = annotations.phrases[subject].tokens.lowerBound
    if ["itself", "himself", "herself", "themselves"].contains(tokens[first].lower), first > begin,
      annotations.phraseOfToken[first - 1] >= 0
    {
      // "the company itself spoke of"
      subject = annotations.phraseOfToken[first - 1]
    }
    for _ in 0..<3 {
      let start = annotations.phrases[subject].tokens.lowerBound
      guard start - 2 >= begin, tags[start - 1] == .preposition, annotations.phraseOfToken[start - 2] >= 0,
        annotations.phrases[annotations.phraseOfToken[start - 2]].tokens.upperBound == start - 1,
        annotations.entity(ofPhrase: annotations.phraseOfToken[start - 2]) != nil
      else { return subject }
      subject = annotations.phraseOfToken[start - 2]
    }
    return subject
  }

  /// "…, a clerk whispered.", "the coroner, the witness answered, had found": verbs by which one speaks as well as says, between
  /// commas or at the end behind one.
  private func isParenthetical(_ clause: Clause) -> Bool {
    guard SpeechLexicon.quoting.contains(clause.lemma) || SpeechLexicon.certainty(of: clause.lemma) != nil,
      !clause.isPassive, let subject = clause.subjects.first
    else { return false }
    let start = annotations.phrases[governing(subject)].tokens.lowerBound
    guard start > begin, tokens[start - 1].form == ",", annotations.phrases[subject].tokens.upperBound <= clause.verb.lowerBound
    else { return false }
    return clause.verb.upperBound >= end || [",", ";"].contains(tokens[clause.verb.upperBound].form)
      || closesReport(clause, clause.verb.upperBound, end)
      || clause.verb.upperBound + 1 == end && tags[clause.verb.upperBound] == .pronoun
  }

  /// Who says it: of verbs that a conjunction adds, or that follow in passing behind a comma, the subject of the verb before.
  private func subject(of clause: Clause) -> Int? {
    let before = clause.verb.lowerBound - 1
    guard before > begin, let subject = clause.subjects.first else { return clause.subjects.first }
    if let nearer = subjectBehindThat(clause, instead: subject) { return nearer }
    // "The tanker, Ann Lee said, was sold": of two subjects the one that stands at the verb.
    if let last = clause.subjects.dropFirst().last(where: { annotations.phrases[$0].tokens.upperBound == before + 1 }) {
      return last
    }
    // "Its secretary, Ann Lee, accused the board of": a subject behind the verb is none.
    if Self.transitive.contains(clause.lemma) || isPreceded(clause),
      annotations.phrases[subject].tokens.lowerBound >= clause.verb.upperBound, tags[before] != .conjunction,
      let phrase = speakingPhrase(before: clause.verb.lowerBound)
    {
      return phrase
    }
    let isLate = tags[before] == .conjunction && annotations.phrases[subject].tokens.lowerBound >= clause.verb.upperBound
    let isInPassing = clause.kind == .participle && tokens[before].form == ","
    guard isLate || isInPassing else { return subject }
    let shared = annotations.clauses[clauses].last { other in
      other.mainVerb < clause.mainVerb && [.main, .coordinated].contains(other.kind)
        && other.subjects.contains { annotations.phrases[$0].tokens.upperBound <= other.verb.lowerBound }
    }
    return shared?.subjects.first ?? subject
  }

  /// "told reporters that witnesses had told them": the witnesses tell, not the reporters.
  private func subjectBehindThat(_ clause: Clause, instead subject: Int) -> Int? {
    guard let phrase = speakingPhrase(before: clause.verb.lowerBound), phrase != subject else { return nil }
    let that = annotations.phrases[phrase].tokens.lowerBound - 1
    guard that > begin, tokens[that].lower == "that", annotations.phrases[subject].tokens.upperBound == that,
      annotations.entity(ofPhrase: phrase) != nil
    else { return nil }
    return phrase
  }

  /// "Nothing suggests that he knew": who says so denies it.
  private mutating func readSilence(_ index: Int) {
    let clause = annotations.clauses[index]
    guard let subject = clause.subjects.first, tokens[annotations.phrases[subject].tokens.lowerBound].lower == "nothing",
      let content = contentAfter(clause, index)
    else { return }
    let around = found.last { $0.speaker != nil && $0.content.contains(clause.mainVerb) }
    add(
      content, annotations.phrases[subject].tokens.lowerBound..<content.upperBound, by: around?.speaker,
      around == nil ? .rumoured : .denied, around == nil ? .hearsay : .denial)
  }

  /// How sure the verb makes what is said: who does not believe it denies it, who does not deny it says it.
  private func certainty(of clause: Clause) -> Certainty {
    let certainty = SpeechLexicon.certainty(of: clause.lemma) ?? .reported
    guard clause.isNegated else { return certainty }
    switch certainty {
    case .denied, .rumoured: return .reported
    case .probable: return ["believe", "think", "accept", "consider", "feel"].contains(clause.lemma) ? .denied : .probable
    default: return ["accept", "agree", "concede", "acknowledge"].contains(clause.lemma) ? .denied : certainty
    }
  }

  /// "“The company told them to stop”": an order that somebody tells of.
  private func isOrderInQuotation(_ clause: Clause, _ content: Range<Int>) -> Bool {
    tags[content.lowerBound] == .toParticle
      && annotations.quotations.contains { !$0.isFragment && $0.tokens.contains(clause.mainVerb) }
  }

  /// "accepted that", "pointed out that", "reminded the court that": behind the verb, past at most whom it is told.
  private func introducesThat(_ clause: Clause, _ index: Int) -> Bool {
    let limit = min(end, clause.verb.upperBound + 9)
    guard clause.verb.upperBound < limit else { return false }
    let rest = clause.verb.upperBound..<limit
    guard let that = rest.first(where: { tokens[$0].lower == "that" && tags[$0] == .subordinator }) else { return false }
    return !(rest.lowerBound..<that).contains { tags[$0].isVerb || tags[$0] == .conjunction || tokens[$0].form == "," }
  }

  func hasFiniteSubject(_ clause: Clause) -> Bool {
    clause.subjects.first.map { annotations.phrases[$0].tokens.lowerBound < clause.verb.lowerBound } ?? false
  }

  /// "described him as quiet", "a load that two sources describe as weapons"
  private func characterisation(_ clause: Clause, _ index: Int) -> Range<Int>? {
    if ["attribute", "ascribe"].contains(clause.lemma), !clause.isPassive, clause.kind != .infinitive, hasFiniteSubject(clause),
      !clause.objects.isEmpty
    {
      return clause.verb.upperBound..<contentEnd(after: index)
    }
    let isNaming = ["call", "label", "brand", "term", "dub", "pronounce"].contains(clause.lemma)
    guard
      isNaming
        || ["describe", "characterise", "characterize", "portray", "depict", "represent", "see", "regard"].contains(clause.lemma)
        || isListed(clause),
      !clause.isPassive,
      clause.kind != .infinitive, clause.kind != .participle, hasFiniteSubject(clause)
    else { return nil }
    let limit = contentEnd(after: index)
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(limit, clause.verb.upperBound + 12))
    guard reach.contains(where: { tokens[$0].lower == "as" }) || isNaming && callsSomething(clause, limit) else { return nil }
    return clause.verb.upperBound..<limit
  }

  /// "The register lists her as a director": what a paper has somebody down for.
  private func isListed(_ clause: Clause) -> Bool {
    ["list", "name", "identify", "record", "show", "give", "register", "cite"].contains(clause.lemma)
      && clause.subjects.first.map { isPaper($0) } ?? false
  }

  /// "called the move routine", "calls it a coup": something, and behind it what it is said to be.
  private func callsSomething(_ clause: Clause, _ limit: Int) -> Bool {
    guard let object = annotations.phrase(startingAt: clause.verb.upperBound),
      annotations.phrases[object].tokens.upperBound < limit
    else {
      return false
    }
    let first = tokens[clause.verb.upperBound].lower
    guard !["itself", "himself", "herself", "themselves", "for", "on", "him", "her", "them", "me", "us"].contains(first) else {
      return false
    }
    let next = annotations.phrases[object].tokens.upperBound
    return [.adjective, .determiner, .verbParticiple, .verbPast].contains(tags[next]) || ["“", "\""].contains(tokens[next].form)
  }

  /// "He appears to have left", "It seems that they knew".
  private func appearance(_ clause: Clause) -> Range<Int>? {
    guard clause.lemma == "appear" || clause.lemma == "seem", !clause.isNegated, clause.kind != .infinitive,
      clause.verb.upperBound + 1 < end
    else { return nil }
    let next = clause.verb.upperBound
    guard tags[next] == .toParticle || tokens[next].lower == "that" || tags[next] == .adverb && tags[next + 1] == .toParticle
    else { return nil }
    let start = clause.subjects.first.map { annotations.phrases[$0].tokens.lowerBound } ?? clause.verb.lowerBound
    return min(start, clause.verb.lowerBound)..<end
  }

  /// "A video appears to show soldiers at the gate": what is to be seen in it.
  private func shownByPicture(_ clause: Clause) -> Range<Int>? {
    guard ["appear", "seem", "purport", "claim"].contains(clause.lemma), !clause.isNegated, hasFiniteSubject(clause),
      let subject = clause.subjects.first, isPaper(subject), clause.verb.upperBound + 2 < end,
      tags[clause.verb.upperBound] == .toParticle, tokens[clause.verb.upperBound + 1].lower == "show"
    else { return nil }
    return (clause.verb.upperBound + 2)..<end
  }

  /// "accuses him of selling the railways", "spoke of dozens of injured": what stands behind "of".
  func contentOfAccusation(_ clause: Clause, _ index: Int) -> Range<Int>? {
    guard ["accuse", "suspect", "speak", "warn", "complain", "boast", "write", "talk"].contains(clause.lemma) else { return nil }
    let limit = contentEnd(after: index)
    let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(limit, clause.verb.upperBound + 8))
    guard let of = reach.first(where: { tokens[$0].lower == "of" }), of + 1 < limit,
      of == clause.verb.upperBound
        || clause.objects.contains(where: { annotations.phrases[$0].tokens.upperBound == of })
          && !["speak", "warn", "complain", "boast", "write", "talk"].contains(clause.lemma)
    else { return nil }
    return (of + 1)..<limit
  }

  /// "The court is likely to meet on Friday": the clause with its subject.
  func likelihood(_ clause: Clause) -> Range<Int>? {
    guard clause.lemma == "be", !clause.isNegated, let subject = clause.subjects.first else { return nil }
    let words = clause.verb.upperBound..<min(end, clause.verb.upperBound + 3)
    guard let word = words.first(where: { tokens[$0].lower == "likely" }), word + 1 < end, tags[word + 1] == .toParticle else {
      return nil
    }
    let start = annotations.phrases[subject].tokens.lowerBound
    return start < clause.verb.lowerBound ? start..<max(end, word + 1) : nil
  }

  /// "It is unclear whether he knew", "is not known who fired": the clause with the question.
  func openQuestion(_ clause: Clause) -> Range<Int>? {
    let isKnowing = clause.lemma == "know" && clause.isPassive && clause.isNegated
    guard clause.lemma == "be" || clause.lemma == "remain" || isKnowing, clause.verb.upperBound < end else { return nil }
    let words = clause.verb.upperBound..<min(end, clause.verb.upperBound + 5)
    let question = words.first { Self.questions.contains(tokens[$0].lower) }
    guard let question, question + 2 < end else { return nil }
    let opening = (clause.verb.lowerBound..<question).map { tokens[$0].lower }
    let isOpen =
      isKnowing || opening.contains("unclear") || opening.contains("unknown")
      || opening.contains("clear") && (clause.isNegated || opening.contains("not"))
    let before = max(begin, clause.verb.lowerBound - 2)..<clause.verb.lowerBound
    guard isOpen, let start = before.first(where: { tokens[$0].lower == "it" }) else { return nil }
    return start..<unitEnd(after: question)
  }

  private static let questions: Set<String> = ["whether", "who", "what", "why", "how", "when", "where", "if", "which", "whose"]

  /// "The death of X is unconfirmed": the subject and the verdict.
  func doubtedSubject(_ clause: Clause) -> Range<Int>? {
    guard clause.lemma == "be" || clause.lemma == "remain", let subject = clause.subjects.first else { return nil }
    let words = clause.verb.upperBound..<min(end, clause.verb.upperBound + 3)
    guard
      words.contains(where: {
        ["unconfirmed", "unverified", "uncertain", "doubtful", "unclear", "unknown"].contains(tokens[$0].lower)
      })
    else {
      return nil
    }
    return annotations.phrases[subject].tokens.lowerBound..<words.upperBound
  }

  static let sayingInPassing: Set<String> = [
    "say", "add", "warn", "insist", "claim", "argue", "deny", "promise", "note", "tell", "accuse", "allege", "complain",
    "suggest", "maintain", "concede", "admit", "acknowledge", "explain", "predict", "stress", "assert", "contend", "declare",
    "caution", "state", "announce", "confirm", "reveal", "disclose", "testify", "complain", "lament", "joke", "emphasise",
    "emphasize", "reiterate", "repeat", "boast",
  ]

  /// "claimed the lives of", "claimed victory": nothing is said there.
  func claimsNoWords(_ clause: Clause) -> Bool {
    if ["concede", "declare", "admit", "predict", "announce"].contains(clause.lemma), !hasThat(clause),
      let object = clause.objects.first
    {
      let head = Suffixes.singular(tokens[annotations.phrases[object].head].lower)
      if ["defeat", "victory", "war", "state", "emergency", "independence", "bankruptcy"].contains(head) { return true }
    }
    if clause.lemma == "show" { return !hasThat(clause) && !showsHappening(clause) }
    guard clause.lemma == "claim", let object = clause.objects.first else { return false }
    return ["life", "lives", "responsibility", "title", "credit"].contains(tokens[annotations.phrases[object].head].lower)
  }

  /// "Footage shows the mayor leaving", "records show he was paid": a picture or a paper and what is to be seen in it.
  func showsHappening(_ clause: Clause) -> Bool {
    guard clause.lemma == "show", let subject = clause.subjects.first, isPaper(subject), clause.verb.upperBound < end
    else { return false }
    return (clause.verb.upperBound..<min(end, clause.verb.upperBound + 14)).contains { tags[$0].isVerb }
  }

  func isNobody(_ phrase: Int) -> Bool {
    let first = annotations.phrases[phrase].tokens.lowerBound
    let before = first > begin ? tokens[first - 1].lower : ""
    return ["no", "nobody", "none", "neither", "few"].contains(tokens[first].lower)
      || before == "no" && tokens[first].lower == "one"
  }

  func hasThat(_ clause: Clause) -> Bool {
    (clause.verb.upperBound..<min(end, clause.verb.upperBound + 2)).contains { tokens[$0].lower == "that" }
  }

  func isNegatedSpeech(_ clause: Clause) -> Bool {
    clause.isNegated
      && ["say", "comment", "know", "decide", "find", "reply", "respond", "answer", "report"].contains(clause.lemma)
  }

  func hasQuote(near clause: Clause) -> Bool {
    annotations.quotations.contains { $0.tokens.overlaps(sentence.tokens) && !$0.tokens.contains(clause.mainVerb) }
  }

  /// "…,” says a French official": the subject that stands behind the verb, where nothing said follows it.
  func invertedSubject(_ clause: Clause) -> Int? {
    guard let subject = clause.subjects.first, clause.verb.lowerBound > begin, contentClauseAfter(clause) == nil else {
      return nil
    }
    // "dismissed the report and said Anoun had left": the verb has its subject from the one before.
    guard tags[clause.verb.lowerBound - 1] != .conjunction, !Self.transitive.contains(clause.lemma) else { return nil }
    if isPreceded(clause) { return nil }
    return annotations.phrases[subject].tokens.lowerBound >= clause.verb.upperBound ? subject : nil
  }

  /// "Its headman, Ann Lee, said armed men had come": nothing but somebody between commas before the verb.
  private func isPreceded(_ clause: Clause) -> Bool {
    let verb = clause.verb.lowerBound
    guard tokens[verb - 1].form == ",", clause.verb.upperBound < end, let phrase = speakingPhrase(before: verb),
      annotations.entity(ofPhrase: phrase) != nil
    else { return false }
    let start = unitStart(before: verb)
    return annotations.phrases[phrase].tokens.lowerBound <= start + 1 && !hasFiniteVerb(start..<verb)
      && !annotations.quotations.contains { $0.tokens.overlaps(start..<verb) } && hasFiniteVerb(clause.verb.upperBound..<end)
  }

  /// Verbs behind which stands whom or what they are about, never who says it.
  private static let transitive = WordList.set(
    """
    accuse blame deny reject dismiss tell inform warn assure notify advise remind alert brief urge criticise criticize condemn
    praise suspect ask call describe
    """)

  func contentClauseAfter(_ clause: Clause) -> Int? {
    clause.verb.upperBound < end && tokens[clause.verb.upperBound].lower == "that" ? clause.verb.upperBound : nil
  }

}
