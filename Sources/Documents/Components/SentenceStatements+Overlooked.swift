// Sayings that the tree does not show: verbs of which the parser made nothing, or a noun or a participle.
extension SentenceStatements {
  /// A verb of saying that stands between somebody and what is said though the parser made nothing of it: "a nurse who works
  /// there said the number was nine", "a letter, signed by the treasurer, states that".
  mutating func readOverlooked() {
    for token in sentence.tokens where token > begin && token + 1 < end {
      guard isOverlookedVerb(token), let subject = speakingPhrase(before: token) else { continue }
      guard !found.contains(where: { $0.passage.contains(token) && ($0.speaker != nil || $0.form == .denial) }) else { continue }
      let isFollowed = tokens[token + 1].lower == "that"
      var start = isFollowed ? token + 2 : token + 1
      if !isFollowed, isPlain(token) || isAdjunct(token + 1), let that = thatBehind(token + 1, within: 7) { start = that + 1 }
      let speaker = speaker(subject)
      guard start < end, hasFiniteVerb(start..<end), speaker != nil || isPaper(subject) else { continue }
      let isInfinitive = tags[token + 1] == .toParticle && Self.takingInfinitives.contains(tokens[token].lower)
      guard isFollowed || start > token + 1 || isInfinitive || isPlain(token) && opensStatement(start) else { continue }
      let certainty = SpeechLexicon.certainty(of: VerbForms.lemma(of: tokens[token].lower) ?? "") ?? .reported
      add(
        start..<end, annotations.phrases[subject].tokens.lowerBound..<end, by: speaker, certainty,
        certainty == .denied ? .denial : form(start..<end))
    }
  }

  /// "The builder is alleged to have faked it", "was suspected of lying": verbs of hearsay that the tagger takes for adjectives.
  mutating func readOverlookedHearsay() {
    for token in sentence.tokens where token > begin + 1 && token + 2 < end && !tags[token].isVerb {
      guard let certainty = Self.hearsayForms[tokens[token].lower] else { continue }
      var be = token - 1
      while be > begin, tags[be] == .adverb { be -= 1 }
      let isOf = tokens[token + 1].lower == "of" && ["suspected", "accused"].contains(tokens[token].lower)
      guard ClosedClasses.forms[tokens[be].lower] == "be", isOf || tags[token + 1] == .toParticle,
        !found.contains(where: { $0.form == .hearsay && $0.passage.contains(token) }),
        let subject = speakingPhrase(before: be)
      else { continue }
      let isRelative = tokens[be - 1].lower == "who" || tokens[be - 1].lower == "which"
      let comma = isRelative ? (token..<end).first { tokens[$0].form == "," } : nil
      let limit = comma ?? unitEnd(after: token)
      add(token..<limit, annotations.phrases[governing(subject)].tokens.lowerBound..<limit, by: nil, certainty, .hearsay)
    }
  }

  private static let hearsayForms: [String: Certainty] = [
    "alleged": .rumoured, "suspected": .rumoured, "rumoured": .rumoured, "rumored": .rumoured, "accused": .rumoured,
    "purported": .rumoured, "believed": .probable, "thought": .probable, "feared": .probable, "presumed": .probable,
    "reputed": .reported, "understood": .reported, "reported": .reported, "said": .reported,
  ]

  /// "…, a clerk at the courthouse whispered.": a verb of speaking at the end of a sentence, of which the parser makes a
  /// participle.
  mutating func readClosing() {
    guard let verb = closingVerb(), let lemma = VerbForms.lemma(of: tokens[verb].lower),
      SpeechLexicon.quoting.contains(lemma) || SpeechLexicon.isSpeech(lemma),
      !found.contains(where: { $0.passage.contains(verb) && $0.speaker != nil }), let phrase = speakingPhrase(before: verb)
    else { return }
    let subject = governing(phrase)
    let comma = annotations.phrases[subject].tokens.lowerBound - 1
    guard comma > begin, tokens[comma].form == "," else { return }
    let speaker = speaker(subject)
    guard speaker != nil || isPaper(subject) else { return }
    let content = unitStart(before: comma)..<comma
    // Of the many words before a plain "said" the tagger may take the verb for a noun.
    guard hasFiniteVerb(content) || isPlain(verb) && content.count > 4 else { return }
    add(content, content.lowerBound..<end, by: speaker, SpeechLexicon.certainty(of: lemma) ?? .reported, form(content))
  }

  /// The last verb of the sentence, behind which there is no more than whom it was told, when and where.
  private func closingVerb() -> Int? {
    let reach = max(begin + 5, end - 9)..<max(begin + 5, end)
    guard
      let verb = reach.last(where: { token in
        tags[token].isVerb && (token == end - 1 || isPlain(token)) && VerbForms.lemma(of: tokens[token].lower) != nil
      })
    else { return nil }
    let rest = (verb + 1)..<end
    guard let first = rest.first else { return verb }
    let isAside = ["me", "us", "reporters"].contains(tokens[first].lower) || isAdjunct(first)
    return isAside && !rest.contains { tags[$0].isVerb || tags[$0] == .subordinator || tokens[$0].form == "," } ? verb : nil
  }

  /// "“…,” said librarian Ann Lee, who runs it": a verb of saying right behind a quotation, and behind it somebody.
  mutating func readInverted() {
    for quotation in annotations.quotations where !quotation.isFragment && sentence.tokens.contains(quotation.tokens.lowerBound) {
      let verb = quotation.tokens.upperBound
      guard verb + 1 < end, let lemma = VerbForms.lemma(of: tokens[verb].lower),
        SpeechLexicon.isSpeech(lemma) || SpeechLexicon.quoting.contains(lemma),
        let subject = annotations.phrase(startingAt: verb + 1), let speaker = speaker(subject),
        !found.contains(where: { $0.speaker != nil && $0.content.overlaps(quotation.tokens) })
      else { continue }
      let content = max(begin, quotation.tokens.lowerBound)..<verb
      add(content, content.lowerBound..<tailEnd(of: subject), by: speaker, .reported, form(content))
    }
  }

  private func isPlain(_ token: Int) -> Bool { Self.plainSayings.contains(tokens[token].lower) }

  private func isOverlookedVerb(_ token: Int) -> Bool {
    guard isPlain(token) || isFiniteSaying(token) || isBaseForm(token), !isInQuotation(token, started: begin) else {
      return false
    }
    let before = tags[token - 1]
    return before != .auxiliary && before != .modal && before != .determiner && before != .possessive && before != .adjective
      && before != .toParticle && before != .preposition
  }

  /// "The panel ruled on Wednesday that": any verb of saying in a form that no noun has.
  private func isFiniteSaying(_ token: Int) -> Bool {
    guard tags[token] == .verbPast || tags[token] == .verbParticiple || tags[token] == .verbThird else { return false }
    guard let lemma = VerbForms.lemma(of: tokens[token].lower), lemma != "hear" else { return false }
    return SpeechLexicon.isSpeech(lemma) || SpeechLexicon.isSpeechWithThat(lemma)
  }

  /// "representatives, who met on Monday, fear that": forms that the tagger takes for nouns, behind a relative clause.
  private func isBaseForm(_ token: Int) -> Bool {
    Self.baseForms.contains(tokens[token].lower) && tokens[token + 1].lower == "that" && tokens[token - 1].form == ","
  }

  /// "on Wednesday", "yesterday": what may stand between such a verb and "that".
  private func isAdjunct(_ token: Int) -> Bool { tags[token] == .preposition || annotations.time(startingAt: token) != nil }

  private static let baseForms = WordList.set(
    "claim fear say deny believe insist allege suspect hope estimate argue think expect")
  private static let takingInfinitives: Set<String> = ["claims", "claimed"]

  /// Behind a verb of saying without "that": somebody or something, and a finite verb soon after.
  private func opensStatement(_ start: Int) -> Bool {
    guard annotations.phraseStartingAt[start] >= 0 else { return false }
    return hasFiniteVerb(start..<min(end, start + 9))
  }

  /// The phrase that a verb at `token` has for its subject: right before it, or before a relative clause, a participle or an
  /// apposition between commas that ends there.
  func speakingPhrase(before token: Int) -> Int? {
    var at = token
    while at > begin, tags[at - 1] == .adverb { at -= 1 }
    guard at > begin else { return nil }
    if tokens[at - 1].form == "," {
      guard let comma = (begin..<(at - 1)).last(where: { tokens[$0].form == "," }), at - comma < 16, comma > begin else {
        return nil
      }
      let isAppositional = (begin..<comma).contains { tokens[$0].form == "," } && annotations.phraseStartingAt[comma + 1] >= 0
      let outer = isAppositional ? (begin..<comma).last { tokens[$0].form == "," } ?? comma : comma
      return phraseEnding(at: outer) ?? phraseEnding(at: comma)
    }
    if let relative = (max(begin, at - 9)..<at).last(where: { ["who", "which"].contains(tokens[$0].lower) }), relative > begin,
      tokens[relative - 1].form != ","
    {
      return phraseEnding(at: relative)
    }
    return beforeParticiple(at) ?? phraseEnding(at: at)
  }

  /// "A memo dated June 12 warned": what stands before a participle and its adjuncts.
  private func beforeParticiple(_ verb: Int) -> Int? {
    guard
      let participle = (max(begin, verb - 8)..<verb).last(where: { Self.attributing.contains(tokens[$0].lower) }),
      participle > begin, participle + 1 < verb,
      !(participle..<verb).contains(where: { tokens[$0].form == "," || [.auxiliary, .modal, .relative].contains(tags[$0]) })
    else { return nil }
    return phraseEnding(at: participle)
  }

  private static let attributing = WordList.set(
    """
    dated seen obtained published released signed written leaked sent issued filed posted reviewed circulated found prepared
    drafted compiled drawn reached contacted interviewed based
    """)

  private func phraseEnding(at end: Int) -> Int? {
    guard end > begin else { return nil }
    let phrase = annotations.phraseOfToken[end - 1]
    guard phrase >= 0, annotations.phrases[phrase].tokens.upperBound == end, annotations.phrases[phrase].kind != .time else {
      return nil
    }
    return phrase
  }

  /// Forms that are hardly anything but verbs of saying.
  private static let plainSayings = WordList.set(
    """
    said says told tells claimed insisted insists argued argues denied denies admitted admits testified testifies maintained
    maintains alleged alleges stated states replied explained added warned warns believes believed announced confirmed asserts
    asserted contends contended acknowledged concedes conceded thinks thought writes wrote
    """)
}
