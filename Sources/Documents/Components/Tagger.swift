/// Tokens → parts of speech: closed classes and verb forms by list, the rest by suffix, and what a list leaves open by the
/// words before and after. Two passes over each sentence.
struct Tagger: Component {
  let name = "tagger"
  let requires: Set<Layer> = [.tokens, .sentences]
  let assigns: Set<Layer> = [.tags]

  func annotate(_ annotations: inout Annotations) {
    annotations.tags = [Tag](repeating: .other, count: annotations.tokens.count)
    let names = NameEvidence(annotations)
    for sentence in annotations.sentences {
      for index in sentence.tokens {
        annotations.tags[index] = tag(at: index, in: sentence, of: annotations, names: names)
      }
    }
  }

  private func tag(at index: Int, in sentence: Sentence, of annotations: Annotations, names: NameEvidence) -> Tag {
    let token = annotations.tokens[index]
    let context = TagContext(index: index, sentence: sentence, annotations: annotations)
    switch token.kind {
    case .mark: return .mark
    case .number: return .number
    case .word: break
    }
    if token.form.utf8.first! <= 0x39, token.form.utf8.first! >= 0x30 {
      return token.lower.contains("-") || DateText.dayNumber(token.lower) != nil ? .adjective : .number
    }
    if token.lower == "'s" || token.lower == "'" { return possessiveMark(context) }
    if Suffixes.isCompoundAdjective(token.lower) { return .adjective }
    if names.isName(at: index, in: annotations, sentence: sentence) { return .name }
    if let closed = closedClass(token.lower, context) { return closed }
    if ClosedClasses.numberWords[token.lower] != nil { return .number }
    if ClosedClasses.commonAdjectives.contains(token.lower), isAdjectivePlace(context) { return adjectiveOrNoun(context) }
    if let entry = VerbForms.table[token.lower] { return VerbTagging.tag(entry, context) }
    return openClass(token, context)
  }

  /// `'s` is a possessive between nominals and a form of "be" after a pronoun or before a verb or a determiner.
  private func possessiveMark(_ context: TagContext) -> Tag {
    guard context.token.lower == "'s" else { return .possessiveMark }
    if context.previousTag == .pronoun || ["there", "here", "that", "what", "who", "it", "he", "she"].contains(context.previous) {
      return .auxiliary
    }
    if ["a", "the", "not", "been", "going"].contains(context.next) { return .auxiliary }
    return .possessiveMark
  }

  private func closedClass(_ lower: String, _ context: TagContext) -> Tag? {
    if lower == "to" { return VerbTagging.canBeBase(context.next, after: context) ? .toParticle : .preposition }
    if ClosedClasses.negations.contains(lower) { return .negation }
    if ClosedClasses.modals.contains(lower) { return lower == "'d" && context.next == "been" ? .auxiliary : .modal }
    if ClosedClasses.forms[lower] != nil { return .auxiliary }
    if lower == "that" { return that(context) }
    if lower == "her" { return context.nextCanStartNominal ? .possessive : .pronoun }
    if lower == "no", context.next == "one" { return .determiner }
    if lower == "who" || lower == "which" || lower == "whom" {
      return context.previousTag?.isNominal == true || context.previous == "," || context.previousTag == .preposition
        ? .relative : .pronoun
    }
    if ClosedClasses.possessives.contains(lower) { return .possessive }
    if ClosedClasses.personalPronouns.contains(lower) { return .pronoun }
    if lower == "mine",
      [.determiner, .adjective, .noun, .name, .possessive, .preposition].contains(context.previousTag ?? .other)
    {
      return .noun
    }
    if lower == "according" { return .preposition }
    if lower == "yet", context.previousTag == .negation { return .adverb }
    if lower == "so", context.next == "that" { return .subordinator }
    if ["some", "about", "around", "nearly", "over", "under"].contains(lower), context.nextIsNumber {
      return lower == "some" ? .determiner : .adverb
    }
    if ["more", "most", "much", "less", "least", "well", "all"].contains(lower), !context.nextCanStartNominal { return .adverb }
    if ClosedClasses.determiners.contains(lower) {
      if ["all", "both", "many", "few", "several", "some", "this", "these", "those", "most", "each", "another"].contains(lower),
        !context.nextCanStartNominal, context.next != "of"
      {
        return .pronoun
      }
      return .determiner
    }
    if ClosedClasses.conjunctions.contains(lower) { return .conjunction }
    if ClosedClasses.subordinators.contains(lower) { return .subordinator }
    if ["before", "after", "since", "until", "as", "than"].contains(lower) { return .preposition }
    if ClosedClasses.prepositions.contains(lower) { return particleOrPreposition(lower, context) }
    if ClosedClasses.adverbs.contains(lower) { return .adverb }
    if ClosedClasses.otherPronouns.contains(lower), ClosedClasses.numberWords[lower] == nil { return .pronoun }
    return nil
  }

  private func that(_ context: TagContext) -> Tag {
    if context.previousTag?.isNominal == true, context.nextStartsVerb { return .relative }
    if context.nextIsPlainNoun, context.previousTag?.isVerb != true, context.previousTag?.isNominal != true { return .determiner }
    if context.previousTag?.isNominal == true || context.previousTag?.isVerb == true || context.previousTag == .mark
      || context.previousTag == .adjective || context.previousTag == .conjunction || context.previousTag == .adverb
      || context.previousTag == .number
    {
      return .subordinator
    }
    return context.nextCanStartNominal ? .determiner : .pronoun
  }

  /// `broke away`, `carried out`: right after a verb and not before a nominal, a preposition is an adverb.
  private func particleOrPreposition(_ lower: String, _ context: TagContext) -> Tag {
    guard ["up", "out", "off", "down", "away", "over", "on", "in", "about", "around", "along"].contains(lower) else {
      return .preposition
    }
    let verb = context.previousTag?.isVerb == true ? VerbForms.lemma(of: context.previous) : nil
    if let verb, VerbFrames.particles.contains(verb + " " + lower) { return .adverb }
    return context.nextCanStartNominal || context.nextIsNumber ? .preposition : .adverb
  }

  private func openClass(_ token: Token, _ context: TagContext) -> Tag {
    let lower = token.lower
    if ClosedClasses.commonAdjectives.contains(lower) { return adjectiveOrNoun(context) }
    if lower.hasSuffix("ly"), lower.utf8.count > 4, !Suffixes.nounsInLy.contains(lower) { return .adverb }
    if let suffixTag = Suffixes.tag(of: lower) {
      return suffixTag == .adjective ? adjectiveOrNoun(context) : suffixTag
    }
    if Suffixes.isPlural(lower) { return .pluralNoun }
    return .noun
  }

  /// Where a word that may be a verb or an adjective is no verb: before a nominal, after a verb or a copula.
  private func isAdjectivePlace(_ context: TagContext) -> Bool {
    switch context.governorTag {
    case .toParticle, .modal, .pronoun: false
    case .auxiliary: VerbForms.table[context.token.lower]?.reading.contains(.past) != true
    default:
      context.previousTag?.isVerb == true || context.nextCanContinueNominal
        || VerbForms.table[context.token.lower]?.reading.contains(.base) == true
    }
  }

  /// "the wounded", "a security official": an adjective with no noun after it, but a determiner or, for a noun for people,
  /// a modifier before it, is the noun itself.
  private func adjectiveOrNoun(_ context: TagContext) -> Tag {
    guard !context.nextCanContinueNominal else { return .adjective }
    switch context.previousTag {
    case .determiner, .possessive: return .noun
    case .adjective, .noun, .name, .possessiveMark:
      return HumanNouns.isHuman(context.token.lower) || context.token.lower == "military" ? .noun : .adjective
    default: return .adjective
    }
  }
}
