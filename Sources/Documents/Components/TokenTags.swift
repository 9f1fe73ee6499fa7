import Linguistics

/// The models' tags and trees → one `Tag` a token and its place in the tree.
enum TokenTags {
  static func assign(_ annotations: inout Annotations) {
    let words = annotations.syntax.words
    let fineTags = LanguageModels.syntax.tagNames.names.map { fineTag($0) }
    var heads: [Int] = []
    var dependencies: [Dependency] = []
    heads.reserveCapacity(annotations.tokens.count)
    dependencies.reserveCapacity(annotations.tokens.count)
    annotations.tags.reserveCapacity(annotations.tokens.count)
    for range in annotations.wordsOfToken {
      let top = topWord(range, words)
      heads.append(words[top].head < 0 ? -1 : annotations.tokenOfWord[words[top].head])
      dependencies.append(Dependency.of(words[top].relation))
      let tag = range.count == 1 ? fineTags[Int(words[top].tag)] : joinedTag(range, words, fineTags)
      annotations.tags.append(tag ?? .other)
    }
    annotations.tree = DependencyTree(heads: heads, dependencies: dependencies)
    for token in annotations.tags.indices.reversed() {
      annotations.tags[token] = settled(annotations.tags[token], token, annotations)
    }
    for token in annotations.tags.indices.dropFirst() where endsPossessor(token, annotations) {
      annotations.tags[token] = .possessiveMark
    }
    for (token, tag) in annotations.tags.enumerated() where tag == .possessiveMark && annotations.tokens[token].form == "’" {
      let mark = annotations.tokens[token]
      annotations.tokens[token] = Token(
        span: mark.span, kind: .word, form: "'", lower: "'", isCapitalised: false, block: mark.block)
    }
    for sentence in annotations.sentences { rescueVerb(of: sentence, in: &annotations) }
    let capitals = NameTags(annotations)
    for sentence in annotations.sentences { capitals.mark(sentence, in: &annotations) }
  }

  /// "the Workers’ Federation": an apostrophe behind a plural and before a noun, where no quotation is open.
  private static func endsPossessor(_ token: Int, _ annotations: Annotations) -> Bool {
    let tokens = annotations.tokens
    guard ["’", "'"].contains(tokens[token].form), annotations.tags[token] == .mark, token > 0, token + 1 < tokens.count,
      tokens[token - 1].lower.hasSuffix("s"), annotations.tags[token - 1].isNominal,
      annotations.tags[token + 1].isNominal || annotations.tags[token + 1] == .adjective
        || tokens[token + 1].lower == "and" && tokens[token - 1].isCapitalised,
      tokens[token - 1].span.end == tokens[token].span.begin
    else { return false }
    var at = token - 1
    while at >= 0, tokens[at].block == tokens[token].block, token - at < 60 {
      if tokens[at].form == "‘" || tokens[at].form == "'" && annotations.tags[at] == .mark { return false }
      at -= 1
    }
    return true
  }

  /// The word by which a token hangs in the tree: no word of the token stands above it.
  private static func topWord(_ range: Range<Int>, _ words: [Word]) -> Int {
    guard range.count > 1 else { return range.lowerBound }
    return range.first { word in
      var above = words[word].head
      while above >= 0, !range.contains(above) { above = words[above].head }
      return above < 0
    } ?? range.lowerBound
  }

  /// `NOUN|NNS` and its like; nil for what no rule asks about.
  private static func fineTag(_ name: String) -> Tag? { table[name] ?? coarse[name.prefix { $0 != "|" }] }

  private static let table: [String: Tag] = [
    "NOUN|NNS": .pluralNoun, "ADJ|NNP": .name, "VERB|NNP": .name, "ADV|NNP": .name, "AUX|NNP": .name, "X|FW": .other,
    "VERB|VBZ": .verbThird, "VERB|VBD": .verbPast, "VERB|VBN": .verbParticiple, "VERB|VBG": .verbGerund, "AUX|MD": .modal,
    "PRON|PRP$": .possessive, "PRON|WP$": .possessive, "DET|PRP$": .possessive, "PRON|WDT": .relative, "PRON|EX": .adverb,
    "ADP|RP": .adverb, "PART|TO": .toParticle, "PART|POS": .possessiveMark, "PART|RB": .negation,
  ]
  private static let coarse: [Substring: Tag] = [
    "NOUN": .noun, "PROPN": .name, "VERB": .verbBase, "AUX": .auxiliary, "ADJ": .adjective, "ADV": .adverb, "PRON": .pronoun,
    "DET": .determiner, "ADP": .preposition, "SCONJ": .subordinator, "CCONJ": .conjunction, "NUM": .number, "PUNCT": .mark,
    "SYM": .mark,
  ]

  /// What hyphens join is what its last word is, but that a participle or an adjective there makes an adjective of the whole.
  private static func joinedTag(_ range: Range<Int>, _ words: [Word], _ fineTags: [Tag?]) -> Tag? {
    switch fineTags[Int(words[range.upperBound - 1].tag)] {
    case .verbPast, .verbParticiple, .verbGerund, .adjective, .adverb, .preposition: .adjective
    case .number: .number
    case let last: last
    }
  }

  private static let compassPoints: Set = [
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
  ]

  /// Whether a word right behind a verb says where to, as a noun would: "ordered them to move north".
  private static func isGoal(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 0, annotations.tags[index - 1].isVerb else { return false }
    return index + 1 == annotations.tokens.count || annotations.tokens[index + 1].lower != "of"
  }

  /// What the word itself and its place in the tree say about the tag.
  private static func settled(_ tag: Tag, _ index: Int, _ annotations: Annotations) -> Tag {
    let lower = annotations.tokens[index].lower
    if tag != .number, annotations.tokens[index].kind == .number, CurrencyPrefixes.split(lower) != nil { return .number }
    if tag.isVerb || tag == .other || tag == .auxiliary, HumanNouns.isPeople(lower), VerbForms.lemma(of: lower) == nil {
      return .pluralNoun
    }
    if lower == "no", tag == .other { return .determiner }
    if tag == .name, ClosedClasses.isNoise(annotations.tokens[index]) { return .other }
    if tag == .other, Kinship.isRelative(lower) { return .noun }
    if lower == "that", opensContent(tag, index, annotations) { return .subordinator }
    if let mended = byPlace(tag, index, annotations) { return mended }
    switch tag {
    case .adverb where compassPoints.contains(lower) && isGoal(index, annotations): return .noun
    // "Japan promised aid" opens a sentence.
    case .noun where annotations.tokens[index].isCapitalised && Gazetteer.places[lower] == .country: return .name
    case .adverb where OrganizationNouns.commonHeads.contains(lower): return .noun
    case .negation, .adverb: return ClosedClasses.negations.contains(lower) ? .negation : tag == .negation ? .adverb : tag
    case .subordinator: return ClosedClasses.prepositions.contains(lower) ? .preposition : tag
    case .verbParticiple, .verbGerund, .verbPast:
      if lower == "according" { return .preposition }
      // "managing director", "acting head"
      if tag == .verbGerund, ["managing", "acting", "founding", "sitting", "ruling", "serving"].contains(lower),
        index + 1 < annotations.tags.count, HumanNouns.isHuman(annotations.tokens[index + 1].lower)
      {
        return .adjective
      }
      if lower == "neighbouring" || lower == "neighboring" { return .adjective }
      if tag == .verbParticiple, VerbForms.isPastOnly(lower) { return .verbPast }
      if lower == "told", annotations.tree.first(of: index, by: .passiveAuxiliary) == nil, !followsBe(index, annotations) {
        return .verbPast
      }
      let isModifier =
        annotations.tree.dependencies[index] == .adjectivalModifier && !startsPhrase(index + 1, annotations)
        && !(index > 0 && annotations.tags[index - 1].isNominal && isName(index + 1, annotations))
      return isModifier && annotations.tree.first(of: index, by: .auxiliary) == nil ? .adjective : tag
    case .noun where VerbForms.isPastOnly(lower) && !nounForms.contains(lower): return .verbPast
    case .adjective
    where VerbForms.isPastOnly(lower) && !nounForms.contains(lower) && index > 0 && annotations.tags[index - 1].isNominal:
      return .verbPast
    // "A fire swept through": what has a subject and no copula is no adjective.
    case .adjective
    where VerbForms.isIrregular(lower) && index > 0 && annotations.tags[index - 1].isNominal
      && annotations.tree.first(of: index, by: .subject) == index - 1 && annotations.tree.first(of: index, by: .copula) == nil:
      return .verbPast
    case .noun where lower == "worth" && startsSum(index + 1, annotations): return .preposition
    case .name
    where index + 1 < annotations.tags.count && ClosedClasses.prepositions.contains(lower) && lower != "may"
      && opensSentence(index, annotations) && annotations.tags[index + 1] == .name && lower.utf8.count > 1:
      return .preposition
    case .number where !isNumber(annotations.tokens[index]): return openTag(lower) ?? tag
    case .relative where annotations.tree.dependencies[index] == .clauseMarker: return .subordinator
    case .adjective where HumanNouns.isHuman(lower) && !goesOn(after: index, annotations): return .noun
    case .adjective where annotations.tree.dependencies[index] == .relativeClause:
      return VerbForms.lemma(of: lower) != nil && annotations.tree.first(of: index, by: .copula) == nil ? .verbPast : tag
    case .pronoun where ["who", "which", "whom"].contains(lower): return isRelative(index, annotations) ? .relative : .pronoun
    case .name
    where !annotations.tokens[index].isCapitalised && ["by", "of", "in", "on", "at", "for", "with", "from"].contains(lower):
      return .preposition
    case .name where !annotations.tokens[index].isCapitalised && LanguageModels.syntax.lexicon(of: lower).contains(.noun):
      return .noun
    case .name where !annotations.tokens[index].isCapitalised && LanguageModels.syntax.lexicon(of: lower).contains(.plural):
      return .pluralNoun
    case .mark where annotations.tokens[index].kind == .number: return .number
    default: return tag
    }
  }

  /// "said that production will end", "said on Friday that no offer …": right behind a verb of saying, or before another
  /// determiner, "that" introduces what is said.
  private static func opensContent(_ tag: Tag, _ index: Int, _ annotations: Annotations) -> Bool {
    guard [.determiner, .relative, .pronoun].contains(tag), index > 0, index + 1 < annotations.tags.count else { return false }
    if isSecondSubject(index, annotations) || isBehindSpeech(index, annotations) { return true }
    let next = annotations.tags[index + 1]
    if [.determiner, .possessive].contains(next) { return true }
    guard next.isNominal || [.pronoun, .adjective, .number].contains(next) else { return false }
    return VerbForms.lemma(of: annotations.tokens[index - 1].lower).map { SpeechLexicon.isSpeech($0) } ?? false
  }

  /// "said outside the court that they had": a verb of saying a few words before, nothing but adjuncts between, and a pronoun
  /// that can only be a subject.
  private static func isBehindSpeech(_ index: Int, _ annotations: Annotations) -> Bool {
    guard ["he", "she", "they", "it", "we", "i", "there"].contains(annotations.tokens[index + 1].lower) else { return false }
    var at = index - 1
    while at > 0, index - at < 8, !annotations.tags[at].isVerb {
      if annotations.tags[at] == .mark || annotations.tags[at] == .conjunction { return false }
      at -= 1
    }
    return at > 0 && annotations.tags[at].isVerb
      && VerbForms.lemma(of: annotations.tokens[at].lower).map { SpeechLexicon.isSpeech($0) } ?? false
  }

  /// "said on 5 June that at least 12 were hurt", "told a court on Friday that 12 were hurt": what is said already has a
  /// subject of its own, and "that" does not stand behind what a relative clause would describe.
  private static func isSecondSubject(_ index: Int, _ annotations: Annotations) -> Bool {
    let tree = annotations.tree
    let verb = tree.heads[index]
    guard verb > index, 0..<index ~= tree.heads[verb] else { return false }
    var speech = tree.heads[verb]
    if tree.dependencies[verb] == .relativeClause, speech < index - 1 { speech = tree.heads[speech] }
    guard 0..<index ~= speech else { return false }
    // "A tribunal ruled on Friday that the firm had", where the tree takes the verb for the noun's participle
    if annotations.tags[speech].isNominal {
      speech = (speech + 1..<index).first { annotations.tags[$0].isVerb && tree.heads[$0] == speech } ?? speech
    }
    return (index + 1..<verb).contains { tree.heads[$0] == verb && [.subject, .passiveSubject].contains(tree.dependencies[$0]) }
      && VerbForms.lemma(of: annotations.tokens[speech].lower).map { SpeechLexicon.isSpeech($0) } ?? false
  }

  private static func isNumber(_ token: Token) -> Bool {
    token.kind == .mark || ClosedClasses.numberWords[token.lower] != nil || token.lower.utf8.contains { $0 &- 0x30 < 10 }
      || token.lower.split(separator: "-").allSatisfy { ClosedClasses.numberWords[String($0)] != nil }
      || ["dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens"].contains(token.lower)
  }

  /// What the lexicon has a word as first.
  private static func openTag(_ lower: String) -> Tag? {
    let known = LanguageModels.syntax.lexicon(of: lower)
    return known.contains(.plural) ? .pluralNoun : known.contains(.noun) ? .noun : known.contains(.adjective) ? .adjective : nil
  }

}
