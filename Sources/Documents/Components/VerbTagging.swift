/// Which reading of a verb form the words around it allow.
enum VerbTagging {
  static func tag(_ entry: VerbForms.Entry, _ context: TagContext) -> Tag {
    let reading = entry.reading
    if !reading.isDisjoint(with: [.past, .participle]), !isNounAfterDeterminer(entry, context) { return past(entry, context) }
    if reading.contains(.gerund) { return gerund(context) }
    if reading.contains(.third) { return third(entry, context) }
    return base(entry, context)
  }

  /// Whether `lower` can be an infinitive after "to".
  static func canBeBase(_ lower: String, after context: TagContext) -> Bool {
    if lower == "be" || lower == "have" || lower == "do" || lower == "not" { return true }
    if let entry = VerbForms.table[lower], entry.reading.contains(.base) {
      // "due to attacks", "according to police": after these "to" is a preposition.
      return !(["due", "according", "owing"].contains(context.previous) && VerbList.nounForms.contains(lower) && lower != "meet")
    }
    if lower.hasSuffix("ly") || ["further", "better", "fully", "still"].contains(lower) {
      return VerbForms.table[context.afterNext]?.reading.contains(.base) == true
    }
    return false
  }

  private static func isNounAfterDeterminer(_ entry: VerbForms.Entry, _ context: TagContext) -> Bool {
    let nounPossible = VerbList.nounForms.contains(context.token.lower)
    guard nounPossible else { return false }
    if isNominalLeft(context.previousTag) { return !(entry.reading.contains(.participle) && context.nextCanContinueNominal) }
    if !entry.reading.contains(.base) { return false }
    return context.previousTag == .preposition || context.previousTag == .noun
  }

  private static func isNominalLeft(_ tag: Tag?) -> Bool {
    switch tag {
    case .determiner, .possessive, .adjective, .possessiveMark, .number: true
    default: false
    }
  }

  private static func past(_ entry: VerbForms.Entry, _ context: TagContext) -> Tag {
    if context.governorTag == .modal || context.governorTag == .toParticle, entry.reading.contains(.base) { return .verbBase }
    if isNominalLeft(context.previousTag) || context.previousTag == .preposition {
      if context.nextCanContinueNominal { return .adjective }
      if context.previousTag == .determiner || context.previousTag == .preposition, entry.reading.contains(.participle) {
        return .adjective
      }
    }
    if context.governorTag == .auxiliary { return entry.reading.contains(.participle) ? .verbParticiple : .verbPast }
    if context.previousTag == .conjunction, context.earlierTags.suffix(4).contains(.verbParticiple),
      entry.reading.contains(.participle), !context.nextCanStartNominal
    {
      return .verbParticiple
    }
    if context.token.lower == "left", context.previousTag == .adjective { return .noun }
    if context.previousTag == nil, context.nextCanContinueNominal, entry.reading.contains(.participle) { return .adjective }
    if !entry.reading.contains(.past) { return .verbParticiple }
    if entry.reading.contains(.participle), context.next == "by", context.governorTag?.isNominal == true {
      return .verbParticiple
    }
    return .verbPast
  }

  private static func gerund(_ context: TagContext) -> Tag {
    let lower = context.token.lower
    if context.governorTag == .auxiliary, ClosedClasses.forms[context.governor] == "be" { return .verbGerund }
    if isNominalLeft(context.previousTag) {
      return context.nextCanContinueNominal && context.next != "of" && !VerbList.nounGerunds.contains(lower) ? .adjective : .noun
    }
    guard VerbList.nounGerunds.contains(lower) else { return .verbGerund }
    if context.previous == ",", context.next != "of", context.nextCanStartNominal || context.next == "at" { return .verbGerund }
    if context.nextToken?.kind == .word,
      ClosedClasses.determiners.contains(context.next) || context.nextIsNumber
        || ClosedClasses.possessives.contains(context.next)
    {
      return .verbGerund
    }
    return .noun
  }

  private static func third(_ entry: VerbForms.Entry, _ context: TagContext) -> Tag {
    let nounPossible = VerbList.nounForms.contains(entry.lemma)
    if isNominalLeft(context.previousTag) || (context.previousTag == .preposition && nounPossible) { return .pluralNoun }
    guard nounPossible else { return .verbThird }
    if ["“", "\""].contains(context.next), context.previousTag?.isNominal == true { return .verbThird }
    let subjectTag = context.previousTag == .adverb ? context.governorTag : context.previousTag
    switch subjectTag {
    case .pronoun, .relative: return .verbThird
    case .noun, .name:
      let finiteBefore = context.earlierTags.contains { $0 == .verbPast || $0 == .verbThird || $0 == .modal || $0 == .auxiliary }
      return !finiteBefore && (context.nextCanStartNominal || ["that", "to", "on", "in"].contains(context.next))
        ? .verbThird : .pluralNoun
    default: return .pluralNoun
    }
  }

  private static func base(_ entry: VerbForms.Entry, _ context: TagContext) -> Tag {
    switch context.governorTag {
    case .toParticle, .modal: return .verbBase
    case .auxiliary where ClosedClasses.forms[context.governor] == "do": return .verbBase
    default: break
    }
    let nounPossible = VerbList.nounForms.contains(entry.lemma)
    if isNominalLeft(context.previousTag) || (context.previousTag == .preposition && nounPossible) { return .noun }
    switch context.previousTag {
    case .pronoun:
      return ["it", "him", "them", "us", "me"].contains(context.previous) && nounPossible && context.previous != "they"
        ? .noun : .verbBase
    case .relative: return .verbBase
    case .verbBase, .verbPast, .verbThird, .verbGerund, .verbParticiple: return .noun
    case .pluralNoun:
      return !nounPossible || context.nextCanStartNominal || ["that", "to"].contains(context.next) ? .verbBase : .noun
    case .conjunction where context.earlierTags.contains(.verbBase): return .verbBase
    case .noun, .name: return nounPossible ? .noun : .verbBase
    default: return nounPossible ? .noun : .verbBase
    }
  }
}
