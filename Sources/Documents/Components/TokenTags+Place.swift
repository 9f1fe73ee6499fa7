// What the tree and the words around a token say about its tag.
extension TokenTags {
  /// Verbs that the tagger took for nouns and nouns for verbs or adjectives, by the tree and the word before.
  static func byPlace(_ tag: Tag, _ index: Int, _ annotations: Annotations) -> Tag? {
    let lower = annotations.tokens[index].lower
    let before = index > 0 ? annotations.tags[index - 1] : .mark
    let known = LanguageModels.syntax.lexicon(of: lower)
    let tree = annotations.tree
    switch tag {
    // "will close 34 shops"
    case .adverb where isBehindModal(index, annotations), .adjective where isBehindModal(index, annotations),
      .noun where isBehindModal(index, annotations):
      return .verbBase
    // "has since replaced its director"
    case .verbThird where isSince(index, annotations), .verbBase where isSince(index, annotations),
      .verbPast where isSince(index, annotations):
      return .auxiliary
    case .subordinator where lower == "since" && index > 0 && isSince(index - 1, annotations): return .adverb
    // "accepted the pay offer"
    case .adverb where before.isNominal && EventLexicon.nouns[lower] != nil && known.contains(.noun): return .noun
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
    case .noun where opensRelative(index, annotations), .pluralNoun where opensRelative(index, annotations):
      // "a nurse who works on the ward"
      return .verbThird
    // "Acme supplies the ministry"
    case .pluralNoun where isBetweenNameAndObject(index, annotations): return .verbThird
    // "a private jail run by Acme"
    case .noun
    where lower == "run" && before.isNominal && index + 1 < annotations.tokens.count
      && annotations.tokens[index + 1].lower == "by":
      return .verbParticiple
    // "deputy chief executive"
    case .noun
    where ["deputy", "assistant"].contains(lower) && index + 1 < annotations.tags.count
      && annotations.tags[index + 1] == .adjective:
      return .adjective
    // "was born in Oslo and lives in Ghent"
    case .pluralNoun
    where ["lives", "works", "teaches"].contains(lower) && [",", "and", "but"].contains(previous(index, annotations))
      && index + 1 < annotations.tags.count
      && ["in", "at", "near", "with", "for", "above", "alone", "outside"].contains(annotations.tokens[index + 1].lower)
      && index > 1 && !["his", "her", "their", "the", "of"].contains(annotations.tokens[index - 2].lower):
      return .verbThird
    // "Stavroula Mentis, 63, lives above a bakery"
    case .pluralNoun
    where previous(index, annotations) == "," && index > 2 && annotations.tags[index - 2] == .number
      && annotations.tokens[index - 3].form == "," && VerbForms.lemma(of: lower) != nil && index + 1 < annotations.tags.count
      && [.preposition, .determiner, .adverb].contains(annotations.tags[index + 1]):
      return .verbThird
    case .noun, .pluralNoun:
      // "Officials in Paris say they …"
      guard tree.first(of: index, by: .subject) != nil, tree.first(of: index, by: .copula) == nil,
        tree.first(of: index, by: .complement) != nil, before != .determiner, before != .possessive,
        VerbForms.lemma(of: lower) != nil
      else { return nil }
      return known.contains(.verb) ? .verbBase : .verbThird
    // "dismissed reports that", "would not confirm claims": behind a verb what is said is its object.
    case .verbThird where isSomethingSaid(index, annotations): return .pluralNoun
    // "A customs officer was paid": who is a subject is no verb.
    case .verbBase where isPerson(index, annotations), .verbThird where isPerson(index, annotations):
      return known.contains(.plural) ? .pluralNoun : .noun
    case .verbThird where tree.dependencies[index] == .subject && before != .pronoun && isFinite(index + 1, annotations):
      // "Early reports suggested"
      return .pluralNoun
    // "a 7 percent holding"
    case .verbGerund where ["%", "percent", "cent"].contains(previous(index, annotations)) && known.contains(.noun): return .noun
    // "a Basel drugs company"
    case .verbThird where describesBody(index, annotations): return .pluralNoun
    // "a 30% stake"
    case .verbBase where ["%", "percent", "cent"].contains(previous(index, annotations)) && known.contains(.noun): return .noun
    case .verbBase, .verbThird:
      if tree.first(of: index, by: .copula) != nil, before != .toParticle { return known.contains(.plural) ? .pluralNoun : .noun }
      guard
        before == .possessive
          || before == .possessiveMark
          || before == .subordinator && previous(index, annotations) == "that" && isModifier(index, annotations)
          || before == .determiner && ["a", "an", "the", "no", "every"].contains(previous(index, annotations))
      else { return nil }
      return known.contains(.plural) ? .pluralNoun : known.contains(.noun) ? .noun : nil
    // "died in a car bombing"
    case .verbGerund where isCompoundHead(index, annotations): return .noun
    // "They shot the wounded."
    case .verbParticiple
    where previous(index, annotations) == "the" && HumanNouns.isAfflicted(lower) && endsPhrase(index, annotations):
      return .pluralNoun
    // "Ministers from the five states met in Dorne": what has no passive is no participle of its noun.
    case .verbParticiple
    where VerbFrames.hasNoPassive(lower, before: index + 1 < annotations.tokens.count ? annotations.tokens[index + 1].lower : "")
      && tree.dependencies[index] == .adnominalClause && before.isNominal:
      return .verbPast
    case .verbParticiple:
      let hasHelp = [Dependency.auxiliary, .passiveAuxiliary, .copula].contains { tree.first(of: index, by: $0) != nil }
      if hasHelp || previous(index, annotations) == "," || tree.dependencies[index] == .adjectivalModifier { return nil }
      // "A diplomat insisted on it": without an auxiliary there is no passive.
      let isRoot = tree.dependencies[index] == .root && tree.first(of: index, by: .passiveSubject) != nil
      return isRoot || tree.first(of: index, by: .subject) != nil ? .verbPast : nil
    case .adjective where tree.first(of: index, by: .copula) != nil:
      // "were hurt" tells what happened.
      return (known.contains(.participle) || VerbForms.isIrregular(lower))
        && EventLexicon.isVerb(VerbForms.lemma(of: lower) ?? "") ? .verbParticiple : nil
    case .adjective
    where RoleNouns.type(lower) != nil && index + 1 < annotations.tokens.count && annotations.tokens[index + 1].lower == "of":
      // "as principal of the school"
      return .noun
    case .adjective:
      // "a takeover offer from"
      if before == .noun && known.contains(.noun) && !ClosedClasses.commonAdjectives.contains(lower)
        && !goesOn(after: index, annotations)
      {
        return .noun
      }
      // "no offer had been made"
      let next = index + 1 < annotations.tags.count ? annotations.tags[index + 1] : .mark
      // "the firm’s books", "a firm owned by"
      if OrganizationNouns.commonHeads.contains(lower),
        [.determiner, .possessive, .possessiveMark, .pluralNoun, .adjective].contains(before),
        !goesOn(after: index, annotations) || next == .number
      {
        return .noun
      }
      return before == .determiner && known.contains(.noun) && [.auxiliary, .modal].contains(next)
        && !HumanNouns.isAfflicted(lower)
        ? .noun : nil
    default: return nil
    }
  }

  /// "reports", "claims" and their like right behind a verb of denying or confirming.
  private static func isSomethingSaid(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 0, index < annotations.tokens.count, annotations.tokens[index].lower.hasSuffix("s"),
      SpeechLexicon.nouns[annotations.tokens[index].lower] != nil
    else { return false }
    let lemma = VerbForms.lemma(of: annotations.tokens[index - 1].lower) ?? ""
    return annotations.tags[index - 1].isVerb && (SpeechLexicon.isDenial(lemma) || SpeechLexicon.confirming.contains(lemma))
  }

  /// A form of "have" before "since" and a participle.
  private static func isSince(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index + 2 < annotations.tags.count, annotations.tokens[index + 1].lower == "since",
      ClosedClasses.forms[annotations.tokens[index].lower] == "have"
    else { return false }
    return annotations.tags[index + 2] == .verbParticiple || annotations.tags[index + 2] == .verbPast
  }

  /// A word that may be a verb right behind a modal and right before an object of its own.
  private static func isBehindModal(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 0, annotations.tags[index - 1] == .modal, index + 1 < annotations.tags.count,
      LanguageModels.syntax.lexicon(of: annotations.tokens[index].lower).contains(.verb)
    else { return false }
    return [.determiner, .possessive, .number, .name, .noun, .pluralNoun, .preposition].contains(annotations.tags[index + 1])
  }

  /// A third person right behind "who" and before what a verb has behind it.
  private static func opensRelative(_ index: Int, _ annotations: Annotations) -> Bool {
    let lower = annotations.tokens[index].lower
    guard previous(index, annotations) == "who", lower.hasSuffix("s"), VerbForms.lemma(of: lower) != nil,
      index + 1 < annotations.tags.count
    else { return false }
    return [.preposition, .determiner, .adverb, .possessive, .name].contains(annotations.tags[index + 1])
  }

  /// Behind a name and right before a determiner a third person is what the name does.
  private static func isBetweenNameAndObject(_ index: Int, _ annotations: Annotations) -> Bool {
    let token = annotations.tokens[index]
    guard index > 0, index + 1 < annotations.tags.count, !token.isCapitalised, annotations.tokens[index - 1].isCapitalised,
      annotations.tags[index - 1] == .name || LanguageModels.syntax.lexicon(of: annotations.tokens[index - 1].lower).isEmpty,
      annotations.tokens[index - 1].kind == .word, VerbForms.lemma(of: token.lower) != nil
    else { return false }
    return [.determiner, .possessive].contains(annotations.tags[index + 1])
  }

  /// Between "a", a name and a noun for a body: what the body deals in.
  private static func describesBody(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 1, index + 1 < annotations.tokens.count, annotations.tokens[index - 1].isCapitalised,
      ["a", "an"].contains(annotations.tokens[index - 2].lower)
    else { return false }
    return OrganizationNouns.commonHeads.contains(annotations.tokens[index + 1].lower)
  }

  /// A word for a happening behind a thing that would do no such thing, without an object of its own.
  private static func isCompoundHead(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 0, annotations.tags[index - 1] == .noun, annotations.tree.dependencies[index] == .adnominalClause,
      annotations.tree.heads[index] == index - 1, EventLexicon.nouns[annotations.tokens[index].lower] != nil,
      !HumanNouns.isHuman(previous(index, annotations))
    else { return false }
    let next = index + 1 < annotations.tags.count ? annotations.tags[index + 1] : .mark
    return next == .preposition || next == .mark || next.isVerb || next == .auxiliary || next == .modal
  }

  /// A word for people behind another noun, where the tree has it as a subject or an object.
  private static func isPerson(_ index: Int, _ annotations: Annotations) -> Bool {
    index > 0 && annotations.tags[index - 1].isNominal
      && HumanNouns.isHuman(Suffixes.singular(annotations.tokens[index].lower))
      && [.subject, .passiveSubject, .object, .obliqueAgent].contains(annotations.tree.dependencies[index])
  }

  private static func isFinite(_ index: Int, _ annotations: Annotations) -> Bool {
    index < annotations.tags.count && [.verbPast, .verbThird, .auxiliary, .modal].contains(annotations.tags[index])
  }

  /// "that patrol boats had fired": a noun before a plural for which a finite verb follows.
  static func isModifier(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index + 2 < annotations.tags.count, annotations.tags[index + 1] == .pluralNoun else { return false }
    let rest = index + 2..<min(annotations.tags.count, index + 8)
    return rest.first {
      annotations.tags[$0] == .mark || annotations.tags[$0].isVerb || [.auxiliary, .modal].contains(annotations.tags[$0])
    }
    .map { [.auxiliary, .modal, .verbPast, .verbThird].contains(annotations.tags[$0]) } ?? false
  }

  /// Past tenses that are nouns as well.
  static let nounForms: Set<String> = [
    "saw", "rose", "fell", "bore", "spoke", "lay", "drove", "bit", "dove",
  ]

  static func followsBe(_ index: Int, _ annotations: Annotations) -> Bool {
    (max(0, index - 3)..<index).contains { ["be", "have"].contains(ClosedClasses.forms[annotations.tokens[$0].lower] ?? "") }
  }

  static func startsSum(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index < annotations.tokens.count else { return false }
    return annotations.tags[index] == .number
      || ["$", "€", "£", "¥", "about", "some", "nearly", "more"].contains(annotations.tokens[index].form)
  }

  static func opensSentence(_ index: Int, _ annotations: Annotations) -> Bool {
    index == 0 || annotations.sentences[annotations.sentenceIndex(ofToken: index)].tokens.lowerBound == index
  }

  static func endsPhrase(_ index: Int, _ annotations: Annotations) -> Bool {
    index + 1 >= annotations.tags.count || annotations.tags[index + 1] == .mark || annotations.tags[index + 1] == .preposition
  }

  static func previous(_ index: Int, _ annotations: Annotations) -> String {
    index > 0 ? annotations.tokens[index - 1].lower : ""
  }

  static func isName(_ index: Int, _ annotations: Annotations) -> Bool {
    index < annotations.tags.count && annotations.tags[index] == .name
  }

  /// "Belmokhtar's group claimed responsibility": where a sentence has no finite verb, the participle right behind a noun
  /// and before another is the verb and no modifier.
  static func rescueVerb(of sentence: Sentence, in annotations: inout Annotations) {
    let finite: Set<Tag> = [.verbPast, .verbThird, .verbBase, .auxiliary, .modal]
    guard sentence.kind == .paragraph,
      !sentence.tokens.contains(where: {
        finite.contains(annotations.tags[$0])
          && !(annotations.tags[$0] == .verbBase && $0 > 0 && annotations.tags[$0 - 1] == .toParticle)
      })
    else { return }
    let words = annotations.syntax.words
    let verb = sentence.tokens.dropFirst().first { index in
      let word = words[annotations.wordsOfToken[index].lowerBound]
      let before = annotations.tags[index - 1]
      let isAfterSubject =
        before.isNominal || before == .pronoun || ["both", "all", "many", "some"].contains(annotations.tokens[index - 1].lower)
      if isAfterSubject, isPastForm(index, annotations) || isThirdForm(index, annotations) { return true }
      return annotations.tags[index] == .adjective && isAfterSubject
        && annotations.tree.dependencies[index] == .adjectivalModifier
        && LanguageModels.syntax.tagNames[Int(word.tag)].hasPrefix("VERB|")
    }
    if let verb { annotations.tags[verb] = isThirdForm(verb, annotations) ? .verbThird : .verbPast }
  }

  /// "The pipeline burst in February", "A fire swept through": an irregular past tense before what no noun has behind it.
  private static func isPastForm(_ index: Int, _ annotations: Annotations) -> Bool {
    let lower = annotations.tokens[index].lower
    guard annotations.tags[index] == .noun || annotations.tags[index] == .adjective, !annotations.tokens[index].isCapitalised,
      VerbForms.isIrregular(lower), index + 1 < annotations.tags.count
    else { return false }
    return [.preposition, .determiner, .possessive, .adverb, .name, .pronoun].contains(annotations.tags[index + 1])
  }

  /// "Stavroula Mentis lives above a bakery": what the tagger took for the last word of a name.
  private static func isThirdForm(_ index: Int, _ annotations: Annotations) -> Bool {
    guard annotations.tags[index] == .pluralNoun, annotations.tags[index - 1] == .name, !annotations.tokens[index].isCapitalised,
      index + 1 < annotations.tags.count, VerbForms.lemma(of: annotations.tokens[index].lower) != nil
    else { return false }
    return [.preposition, .determiner].contains(annotations.tags[index + 1])
  }

  /// A number or a determiner, before which no modifier stands.
  static func startsPhrase(_ index: Int, _ annotations: Annotations) -> Bool {
    index < annotations.tags.count && [.number, .determiner, .possessive].contains(annotations.tags[index])
  }

  /// Whether the noun phrase goes on behind a token.
  static func goesOn(after index: Int, _ annotations: Annotations) -> Bool {
    index + 1 < annotations.tags.count
      && (annotations.tags[index + 1].isNominal || [.adjective, .number, .conjunction].contains(annotations.tags[index + 1]))
  }

  static func isRelative(_ index: Int, _ annotations: Annotations) -> Bool {
    guard index > 0 else { return false }
    let before = annotations.tags[index - 1]
    return before.isNominal || before == .preposition || annotations.tokens[index - 1].form == ","
  }
}
