import Linguistics

/// The models' tags and trees → one `Tag` a token and its place in the tree.
enum TokenTags {
  static func assign(_ annotations: inout Annotations) {
    let words = annotations.syntax.words
    let names = LanguageModels.syntax.tagNames
    var heads: [Int] = []
    var dependencies: [Dependency] = []
    heads.reserveCapacity(annotations.tokens.count)
    dependencies.reserveCapacity(annotations.tokens.count)
    annotations.tags.reserveCapacity(annotations.tokens.count)
    for range in annotations.wordsOfToken {
      let top = topWord(range, words)
      heads.append(words[top].head < 0 ? -1 : annotations.tokenOfWord[words[top].head])
      dependencies.append(Dependency.of(words[top].relation))
      let tag = range.count == 1 ? fineTag(names[Int(words[top].tag)]) : joinedTag(range, words, names)
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
  private static func joinedTag(_ range: Range<Int>, _ words: [Word], _ names: NameSet) -> Tag? {
    switch fineTag(names[Int(words[range.upperBound - 1].tag)]) {
    case .verbPast, .verbParticiple, .verbGerund, .adjective, .adverb, .preposition: .adjective
    case .number: .number
    case let last: last
    }
  }

  /// What the word itself and its place in the tree say about the tag.
  private static func settled(_ tag: Tag, _ index: Int, _ annotations: Annotations) -> Tag {
    let lower = annotations.tokens[index].lower
    if tag.isVerb || tag == .other || tag == .auxiliary, HumanNouns.isPeople(lower), VerbForms.lemma(of: lower) == nil {
      return .pluralNoun
    }
    if lower == "no", tag == .other { return .determiner }
    if tag == .other, HumanNouns.familyNouns.contains(lower) { return .noun }
    if lower == "that", opensContent(tag, index, annotations) { return .subordinator }
    if let mended = byPlace(tag, index, annotations) { return mended }
    switch tag {
    case .negation, .adverb: return ClosedClasses.negations.contains(lower) ? .negation : tag == .negation ? .adverb : tag
    case .subordinator: return ClosedClasses.prepositions.contains(lower) ? .preposition : tag
    case .verbParticiple, .verbGerund, .verbPast:
      if lower == "according" { return .preposition }
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
    case .name where !annotations.tokens[index].isCapitalised && ["by", "of", "in", "on", "at", "for", "with", "from"].contains(lower):
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
    if isSecondSubject(index, annotations) { return true }
    let next = annotations.tags[index + 1]
    if [.determiner, .possessive].contains(next) { return true }
    guard next.isNominal || [.pronoun, .adjective, .number].contains(next) else { return false }
    return VerbForms.lemma(of: annotations.tokens[index - 1].lower).map { SpeechLexicon.isSpeech($0) } ?? false
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

  /// Verbs that the tagger took for nouns and nouns for verbs or adjectives, by the tree and the word before.
  private static func byPlace(_ tag: Tag, _ index: Int, _ annotations: Annotations) -> Tag? {
    let lower = annotations.tokens[index].lower
    let before = index > 0 ? annotations.tags[index - 1] : .mark
    let known = LanguageModels.syntax.lexicon(of: lower)
    let tree = annotations.tree
    switch tag {
    case .noun where lower == "says", .pluralNoun where lower == "says": return .verbThird
    case .verbParticiple where before == .preposition && endsPhrase(index, annotations),
      .verbPast where before == .preposition && endsPhrase(index, annotations):
      // "of injured."
      return HumanNouns.isAfflicted(lower) ? .pluralNoun : nil
    case .noun
    where before.isNominal && VerbForms.isIrregular(lower) && index + 1 < annotations.tags.count
      && [.determiner, .possessive, .name, .pronoun].contains(annotations.tags[index + 1]):
      // "The ministry put its losses at two"
      return .verbPast
    case .noun, .pluralNoun:
      // "Officials in Paris say they …"
      guard tree.first(of: index, by: .subject) != nil, tree.first(of: index, by: .copula) == nil,
        tree.first(of: index, by: .complement) != nil, before != .determiner, before != .possessive,
        VerbForms.lemma(of: lower) != nil
      else { return nil }
      return known.contains(.verb) ? .verbBase : .verbThird
    case .verbBase, .verbThird:
      if tree.first(of: index, by: .copula) != nil, before != .toParticle { return known.contains(.plural) ? .pluralNoun : .noun }
      guard
        before == .possessive
          || before == .possessiveMark
          || before == .subordinator && previous(index, annotations) == "that" && isModifier(index, annotations)
          || before == .determiner && ["a", "an", "the", "no", "every"].contains(previous(index, annotations))
      else { return nil }
      return known.contains(.plural) ? .pluralNoun : known.contains(.noun) ? .noun : nil
    case .verbParticiple:
      let hasHelp = [Dependency.auxiliary, .passiveAuxiliary, .copula].contains { tree.first(of: index, by: $0) != nil }
      return !hasHelp && previous(index, annotations) != "," && tree.first(of: index, by: .subject) != nil
        && tree.dependencies[index] != .adjectivalModifier
        ? .verbPast : nil
    case .adjective where tree.first(of: index, by: .copula) != nil:
      // "were hurt" tells what happened.
      return (known.contains(.participle) || VerbForms.isIrregular(lower))
        && EventLexicon.isVerb(VerbForms.lemma(of: lower) ?? "") ? .verbParticiple : nil
    case .adjective:
      // "a takeover offer from"
      if before == .noun && known.contains(.noun) && !goesOn(after: index, annotations) { return .noun }
      // "no offer had been made"
      let next = index + 1 < annotations.tags.count ? annotations.tags[index + 1] : .mark
      // "the firm’s books", "a firm owned by"
      if OrganizationNouns.commonHeads.contains(lower), [.determiner, .possessive, .possessiveMark].contains(before),
        !goesOn(after: index, annotations)
      {
        return .noun
      }
      return before == .determiner && known.contains(.noun) && [.auxiliary, .modal].contains(next)
        && !HumanNouns.isAfflicted(lower)
        ? .noun : nil
    default: return nil
    }
  }

  /// "that patrol boats had fired": a noun before a plural for which a finite verb follows.
  private static func isModifier(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index + 2 < annotations.tags.count, annotations.tags[index + 1] == .pluralNoun else { return false }
    let rest = index + 2..<min(annotations.tags.count, index + 8)
    return rest.first {
      annotations.tags[$0] == .mark || annotations.tags[$0].isVerb || [.auxiliary, .modal].contains(annotations.tags[$0])
    }
    .map { [.auxiliary, .modal, .verbPast, .verbThird].contains(annotations.tags[$0]) } ?? false
  }

  /// Past tenses that are nouns as well.
  private static let nounForms: Set<String> = [
    "saw", "rose", "fell", "bore", "spoke", "lay", "drove", "bit", "shook", "wore", "dove",
  ]

  private static func followsBe(_ index: Int, _ annotations: Annotations) -> Bool {
    (max(0, index - 3)..<index).contains { ["be", "have"].contains(ClosedClasses.forms[annotations.tokens[$0].lower] ?? "") }
  }

  private static func startsSum(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index < annotations.tokens.count else { return false }
    return annotations.tags[index] == .number
      || ["$", "€", "£", "¥", "about", "some", "nearly", "more"].contains(annotations.tokens[index].form)
  }

  private static func opensSentence(_ index: Int, _ annotations: Annotations) -> Bool {
    index == 0 || annotations.sentences[annotations.sentenceIndex(ofToken: index)].tokens.lowerBound == index
  }

  private static func endsPhrase(_ index: Int, _ annotations: Annotations) -> Bool {
    index + 1 >= annotations.tags.count || annotations.tags[index + 1] == .mark || annotations.tags[index + 1] == .preposition
  }

  private static func previous(_ index: Int, _ annotations: Annotations) -> String {
    index > 0 ? annotations.tokens[index - 1].lower : ""
  }

  private static func isName(_ index: Int, _ annotations: Annotations) -> Bool {
    index < annotations.tags.count && annotations.tags[index] == .name
  }

  /// "Belmokhtar's group claimed responsibility": where a sentence has no finite verb, the participle right behind a noun
  /// and before another is the verb and no modifier.
  private static func rescueVerb(of sentence: Sentence, in annotations: inout Annotations) {
    let finite: Set<Tag> = [.verbPast, .verbThird, .verbBase, .auxiliary, .modal]
    guard sentence.kind == .paragraph, !sentence.tokens.contains(where: { finite.contains(annotations.tags[$0]) }) else { return }
    let words = annotations.syntax.words
    let verb = sentence.tokens.dropFirst().first { index in
      let word = words[annotations.wordsOfToken[index].lowerBound]
      let before = annotations.tags[index - 1]
      let isAfterSubject =
        before.isNominal || before == .pronoun || ["both", "all", "many", "some"].contains(annotations.tokens[index - 1].lower)
      return annotations.tags[index] == .adjective && isAfterSubject
        && annotations.tree.dependencies[index] == .adjectivalModifier
        && LanguageModels.syntax.tagNames[Int(word.tag)].hasPrefix("VERB|")
    }
    if let verb { annotations.tags[verb] = .verbPast }
  }

  /// A number or a determiner, before which no modifier stands.
  private static func startsPhrase(_ index: Int, _ annotations: Annotations) -> Bool {
    index < annotations.tags.count && [.number, .determiner, .possessive].contains(annotations.tags[index])
  }

  /// Whether the noun phrase goes on behind a token.
  private static func goesOn(after index: Int, _ annotations: Annotations) -> Bool {
    index + 1 < annotations.tags.count
      && (annotations.tags[index + 1].isNominal || [.adjective, .number, .conjunction].contains(annotations.tags[index + 1]))
  }

  private static func isRelative(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 0 else { return false }
    let before = annotations.tags[index - 1]
    return before.isNominal || before == .preposition || annotations.tokens[index - 1].form == ","
  }
}

/// What capitals say where the models do not heed them: inside a sentence a capital makes a name of a noun or an adjective
/// ("French", "the Army"); at its beginning it makes one only of what is known as a name, and none of a common noun
/// ("Police", "Gunmen").
struct NameTags {
  /// Lower-case words that stand with a capital inside some sentence, and pairs of them in a row.
  private var inside: Set<String> = []
  private var pairs: Set<String> = []

  init(_ annotations: Annotations) {
    for sentence in annotations.sentences where Self.isProse(sentence) {
      for index in sentence.tokens where annotations.tokens[index].isCapitalised {
        guard !Self.isInitial(index, in: sentence, annotations) else { continue }
        inside.insert(annotations.tokens[index].lower)
        if let pair = Self.pair(at: index, annotations) { pairs.insert(pair) }
      }
    }
  }

  /// A capitalised word with the capitalised one right behind it.
  private static func pair(at index: Int, _ annotations: Annotations) -> String? {
    guard index + 1 < annotations.tokens.count, annotations.tokens[index + 1].isCapitalised,
      annotations.tokens[index + 1].kind == .word
    else { return nil }
    return annotations.tokens[index].lower + " " + annotations.tokens[index + 1].lower
  }

  func mark(_ sentence: Sentence, in annotations: inout Annotations) {
    guard Self.isProse(sentence) else { return markHeadline(sentence, in: &annotations) }
    for index in sentence.tokens where annotations.tokens[index].isCapitalised && annotations.tokens[index].kind == .word {
      let isInitial =
        sentence.kind != .dateline && sentence.kind != .byline && Self.isInitial(index, in: sentence, annotations)
      switch annotations.tags[index] {
      case .noun, .pluralNoun, .adjective, .other, .verbParticiple, .verbPast, .verbGerund:
        let isCompound = annotations.tags[index] == .adjective && annotations.wordsOfToken[index].count > 1
        // "Sable Wing is registered", of which the text speaks as "Sable Wing Cargo" elsewhere.
        let isRepeated = isInitial && Self.pair(at: index, annotations).map { pairs.contains($0) } ?? false
        if !isCompound, !isInitial || isRepeated || isKnown(annotations.tokens[index].lower) { annotations.tags[index] = .name }
      case .name where isInitial:
        if let common = commonTag(index, annotations) { annotations.tags[index] = common }
      default: break
      }
    }
  }

  /// A headline's adjective is a name where the body makes it one: "Sorvian".
  private func markHeadline(_ sentence: Sentence, in annotations: inout Annotations) {
    for index in sentence.tokens where annotations.tags[index] == .adjective && annotations.tokens[index].isCapitalised {
      let lower = annotations.tokens[index].lower
      let isName = inside.contains(lower) && LanguageModels.syntax.lexicon(of: lower).isEmpty
      if isName || Gazetteer.demonyms[lower] != nil { annotations.tags[index] = .name }
    }
  }

  private static func isProse(_ sentence: Sentence) -> Bool {
    [.paragraph, .caption, .dateline, .byline].contains(sentence.kind)
  }

  private func isKnown(_ lower: String) -> Bool {
    Gazetteer.demonyms[lower] != nil
      || !["others", "another", "neither", "none"].contains(lower) && LanguageModels.syntax.lexicon(of: lower).isEmpty
        && !HumanNouns.isPeople(lower) && !HumanNouns.isHuman(Suffixes.singular(lower))
  }

  /// The tag of a sentence's first word that is a common noun and no part of a name.
  private func commonTag(_ index: Int, _ annotations: Annotations) -> Tag? {
    let lower = annotations.tokens[index].lower
    let known = LanguageModels.syntax.lexicon(of: lower)
    guard known.contains(.noun) || known.contains(.plural) || HumanNouns.isPeople(lower), !inside.contains(lower),
      !Gazetteer.isKnownName(lower), OrganizationNouns.known[lower] == nil, HumanNouns.rank(lower) == nil,
      index + 1 >= annotations.tags.count || annotations.tags[index + 1] != .name
    else { return nil }
    return known.contains(.plural) || Suffixes.isPlural(lower) ? .pluralNoun : .noun
  }

  /// The first word of a sentence or of a quotation.
  private static func isInitial(_ index: Int, in sentence: Sentence, _ annotations: Annotations) -> Bool {
    index == sentence.tokens.lowerBound
      || ["“", "\"", "‘", "(", ":", "—", "•"].contains(annotations.tokens[index - 1].form)
      || index == sentence.tokens.lowerBound + 1 && annotations.tokens[index - 1].kind == .mark
  }
}
