/// Numbers of people that no event verb introduces, and the small phrases around numbers and denials that claims turn on.
enum CountPhrases {
  private static let killedWords: Set<String> = ["dead", "killed", "bodies", "body", "deaths", "corpses", "fatalities", "death"]
  private static let injuredWords: Set<String> = ["wounded", "injured", "hurt", "injuries"]
  private static let missingWords: Set<String> = ["missing", "unaccounted"]

  private static let linking = WordList.set(
    "are were is was remain remained still also be been have had feared presumed listed reported as")

  /// What the quantity counts: `killed`, `injured`, `missing`; nil for a number of anything else.
  static func name(_ index: Int, _ annotations: Annotations) -> String? {
    let quantity = annotations.quantities[index]
    let phrase = annotations.phraseOfToken[quantity.tokens.lowerBound]
    let tokens = annotations.tokens
    let end = phrase >= 0 ? annotations.phrases[phrase].tokens.upperBound : quantity.tokens.upperBound
    // "12 dead", "30 wounded", "40 people dead"
    let behind = quantity.tokens.upperBound
    for at in behind..<max(behind, min(tokens.count, end + 1)) {
      // "One body had been counted twice" gives no toll.
      if tokens[at].lower == "body", quantity.value == 1 { continue }
      if let name = countName(tokens[at].lower) { return name }
    }
    // "more than 300 are missing", "120 people were still unaccounted for"
    var at = max(behind, end)
    while at < tokens.count, at - end < 4, linking.contains(tokens[at].lower) { at += 1 }
    if at > end, at < tokens.count, let name = countName(tokens[at].lower), name != "killed" || tokens[at].lower == "dead" {
      return name
    }
    // "six of the dead"
    var after = quantity.tokens.upperBound
    while after < tokens.count, ["”", "\"", "’"].contains(tokens[after].form) { after += 1 }
    if after + 1 < tokens.count, tokens[after].lower == "of", let name = countName(tokens[after + 1].lower) { return name }
    if after + 2 < tokens.count, tokens[after].lower == "of", let name = countName(tokens[after + 2].lower) { return name }
    // "the bodies of five civilians"
    let begin = phrase >= 0 ? annotations.phrases[phrase].tokens.lowerBound : quantity.tokens.lowerBound
    if begin >= 2, tokens[begin - 1].lower == "of",
      ["bodies", "body", "corpses", "remains", "lives", "deaths"].contains(tokens[begin - 2].lower)
    {
      return "killed"
    }
    if annotations.clauses.contains(where: { $0.lemma == "bury" && phrase >= 0 && $0.objects.contains(phrase) }) {
      return "killed"
    }
    return numberOf(begin, annotations)
  }

  private static func countName(_ word: String) -> String? {
    if killedWords.contains(word) { return "killed" }
    if injuredWords.contains(word) { return "injured" }
    return missingWords.contains(word) ? "missing" : nil
  }

  /// "the number of wounded at 30", "the death toll had risen to 40", "a toll of 12".
  private static func numberOf(_ begin: Int, _ annotations: Annotations) -> String? {
    let tokens = annotations.tokens
    guard begin >= 2, ["at", "to", "of", "is", "are", "was", "were", "stood", "as", "than"].contains(tokens[begin - 1].lower)
    else { return nil }
    let floor = annotations.sentences[annotations.sentenceIndex(ofToken: begin)].tokens.lowerBound
    let window = max(floor, begin - 9)..<begin
    let words = window.map { tokens[$0].lower }
    if words.contains(where: { ["crowd", "turnout", "attendance"].contains($0) }) { return "force" }
    guard words.contains("toll") || words.contains("number") || words.contains("count") else { return nil }
    if words.contains(where: { ["protesters", "demonstrators", "marchers", "strikers", "participants"].contains($0) }) {
      return "force"
    }
    if words.contains(where: { injuredWords.contains($0) }) { return "injured" }
    return words.contains("toll") || words.contains(where: { killedWords.contains($0) || $0 == "victims" }) ? "killed" : nil
  }

  /// The people whose number it is: "1,200 fighters are active", "has 400 men".
  static func strengthOwner(_ index: Int, _ annotations: Annotations) -> Int? {
    guard let phrase = annotations.phrases.firstIndex(where: { $0.quantity == index }) else { return nil }
    guard let clause = annotations.clauses.first(where: { $0.subjects.contains(phrase) || $0.objects.contains(phrase) }) else {
      return nil
    }
    guard let entity = annotations.entity(ofPhrase: phrase), annotations.entities[entity].kind == .group else { return nil }
    if clause.subjects.contains(phrase) {
      return ["be", "remain", "operate", "hide", "serve", "stay"].contains(clause.lemma) ? entity : nil
    }
    guard ["have", "number", "command", "count", "field", "employ"].contains(clause.lemma) else { return nil }
    return clause.subjects.first.flatMap { annotations.entity(ofPhrase: $0) }.flatMap {
      annotations.entities[$0].kind == .organization ? $0 : nil
    } ?? entity
  }

  /// "a figure the officer calls “closer to 800 or 900”": who gives the other number, and where.
  static func figureSpeaker(_ index: Int, _ annotations: Annotations) -> (speaker: Int?, passage: Range<Int>)? {
    let quantity = annotations.quantities[index]
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: quantity.tokens.lowerBound)]
    let clause = annotations.clauses.last { clause in
      sentence.tokens.contains(clause.mainVerb) && clause.mainVerb < quantity.tokens.lowerBound
        && ["call", "put", "say", "estimate", "describe", "believe", "think", "consider", "set"].contains(clause.lemma)
    }
    guard let clause, let subject = clause.subjects.first, quantity.tokens.lowerBound - clause.mainVerb < 14 else { return nil }
    let start = annotations.phrases[subject].tokens.lowerBound
    let window = max(sentence.tokens.lowerBound, start - 4)..<start
    let noun = window.last { ["figure", "number", "estimate", "total", "count", "toll"].contains(annotations.tokens[$0].lower) }
    let objects = clause.objects.map { annotations.tokens[annotations.phrases[$0].head].lower }
    let isEstimate =
      ["estimate", "put", "count"].contains(clause.lemma)
      && clause.objects.contains {
        annotations.phrases[$0].kind == .number && annotations.phrases[$0].tokens.overlaps(quantity.tokens)
      }
    guard noun != nil || isEstimate || objects.contains(where: { ["figure", "number", "total"].contains($0) }) else { return nil }
    let first =
      noun.map { annotations.phraseOfToken[$0] >= 0 ? annotations.phrases[annotations.phraseOfToken[$0]].tokens.lowerBound : $0 }
      ?? start
    return (annotations.entity(ofPhrase: subject), withoutStop(first..<sentence.tokens.upperBound, annotations))
  }

  static func certainty(_ range: Range<Int>, _ annotations: Annotations) -> Certainty {
    range.contains { SpeechLexicon.probableWords.contains(annotations.tokens[$0].lower) } ? .probable : .reported
  }

  static func withoutStop(_ range: Range<Int>, _ annotations: Annotations) -> Range<Int> {
    var high = range.upperBound
    while high > range.lowerBound + 1, [".", "!", "?"].contains(annotations.tokens[high - 1].form) { high -= 1 }
    return range.lowerBound..<high
  }

  private static let ownRoleWords: Set<String> = [
    "role", "involvement", "responsibility", "part", "participation", "complicity", "blame",
  ]
  private static let roleWords: Set<String> = [
    "role", "involvement", "responsibility", "part", "accusation", "accusations", "charge", "charges", "allegation",
    "allegations", "blame",
    "connection", "link", "links", "wrongdoing", "knowledge", "guilt", "complicity", "claim", "it", "participation", "being",
    "having",
  ]

  /// Whether a denial names the part played and not only what others said.
  static func namesRole(_ statement: Statement, _ annotations: Annotations) -> Bool {
    statement.content.prefix(6).contains { ownRoleWords.contains(annotations.tokens[$0].lower) }
  }

  /// Whether a denial is of having done it, not of some statement spelt out after "that".
  static func deniesRole(_ statement: Statement, _ annotations: Annotations) -> Bool {
    let words = statement.content.prefix(6).map { annotations.tokens[$0].lower }
    return words.contains { roleWords.contains($0) } && !statement.content.contains { annotations.tokens[$0].lower == "that" }
  }

  /// "had nothing to do with it", "played no part".
  static func refusesPart(_ statement: Statement, _ annotations: Annotations) -> Bool {
    let words = statement.content.map { annotations.tokens[$0].lower }
    return words.indices.dropLast(2).contains { at in
      words[at] == "nothing" && words[at + 1] == "to" && words[at + 2] == "do"
        || words[at] == "no" && ["role", "part", "involvement", "hand"].contains(words[at + 1])
    }
  }

  /// "have no such patient", "there was no attack", "it never happened".
  static func refusesExistence(_ statement: Statement, _ annotations: Annotations) -> Bool {
    guard statement.speaker != nil, statement.certainty == .reported else { return false }
    let words = statement.content.map { annotations.tokens[$0].lower }
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let after = index + 2 < words.count ? words[index + 2] : ""
      if word == "no", ["such", "evidence", "truth", "attack", "role", "part", "involvement"].contains(next) { return true }
      if word == "there", ClosedClasses.forms[next] == "be", ["no", "not", "n't", "never"].contains(after) {
        return NegativeContent(annotations).isNegative(statement)
      }
      if word == "nothing", next == "to", after == "do" || word == "nothing" && next == "of" && after == "the" { return true }
      if ["not", "n't"].contains(word), ["true", "happen", "happened"].contains(next) { return true }
    }
    // "it is a lie", "they were false"
    return words.count < 14
      && words.indices.contains { at in
        SpeechLexicon.denialNouns.contains(words[at])
          && words[max(0, at - 3)..<at].contains { ClosedClasses.forms[$0] == "be" || $0 == "'s" }
      }
  }
}
