/// The neighbours of the token that is being tagged: tags on its left, words on its right.
struct TagContext {
  let token: Token
  let previous: String
  let previousTag: Tag?
  /// The nearest tag on the left that is no adverb and no negation.
  let governorTag: Tag?
  let governor: String
  let next: String
  let nextToken: Token?
  let afterNext: String
  let earlierTags: ArraySlice<Tag>

  init(index: Int, sentence: Sentence, annotations: Annotations) {
    token = annotations.tokens[index]
    let hasPrevious = index > sentence.tokens.lowerBound
    previous = hasPrevious ? annotations.tokens[index - 1].lower : ""
    previousTag = hasPrevious ? annotations.tags[index - 1] : nil
    var left = index - 1
    while left >= sentence.tokens.lowerBound, annotations.tags[left] == .adverb || annotations.tags[left] == .negation {
      left -= 1
    }
    governorTag = left >= sentence.tokens.lowerBound ? annotations.tags[left] : nil
    governor = left >= sentence.tokens.lowerBound ? annotations.tokens[left].lower : ""
    let hasNext = index + 1 < sentence.tokens.upperBound
    nextToken = hasNext ? annotations.tokens[index + 1] : nil
    next = hasNext ? annotations.tokens[index + 1].lower : ""
    afterNext = index + 2 < sentence.tokens.upperBound ? annotations.tokens[index + 2].lower : ""
    earlierTags = annotations.tags[sentence.tokens.lowerBound..<index]
  }

  var nextIsNumber: Bool {
    guard let nextToken else { return false }
    return nextToken.kind == .number || ClosedClasses.numberWords[next] != nil || nextToken.form.first?.isNumber == true
      || nextToken.form == "$" || nextToken.form == "€" || nextToken.form == "£"
  }

  /// Whether the next word can open a noun phrase: anything but a mark, a verb that is none else, or a function word.
  var nextCanStartNominal: Bool {
    guard let nextToken, nextToken.kind != .mark || nextToken.form == "“" || nextToken.form == "‘" || nextToken.form == "$" else {
      return false
    }
    if nextIsNumber || nextToken.isCapitalised { return true }
    if ClosedClasses.determiners.contains(next) || ClosedClasses.possessives.contains(next) { return true }
    if ["me", "us", "you", "him", "her", "it", "them", "which", "whom"].contains(next) { return true }
    return nextIsPlainNoun
  }

  /// The next word is a noun or an adjective as far as lists can tell.
  var nextIsPlainNoun: Bool {
    guard let nextToken, nextToken.kind == .word, !isFunctionWord(next) else { return false }
    guard let entry = VerbForms.table[next] else { return !next.hasSuffix("ly") }
    if VerbList.nounForms.contains(entry.lemma), !entry.reading.isDisjoint(with: [.base, .third]) { return true }
    return entry.reading.contains(.participle) || entry.reading.contains(.gerund)
  }

  var nextCanContinueNominal: Bool {
    guard let nextToken, nextToken.kind == .word else { return false }
    if nextToken.isCapitalised { return true }
    guard !isFunctionWord(next), !next.hasSuffix("ly") else { return false }
    guard let entry = VerbForms.table[next] else { return true }
    return VerbList.nounForms.contains(entry.lemma) && !entry.reading.isDisjoint(with: [.base, .third])
      || VerbList.nounGerunds.contains(next)
  }

  var nextStartsVerb: Bool {
    if ClosedClasses.modals.contains(next) || ClosedClasses.forms[next] != nil { return true }
    if ClosedClasses.adverbs.contains(next) || next.hasSuffix("ly") {
      return VerbForms.table[afterNext] != nil || ClosedClasses.forms[afterNext] != nil
    }
    guard let entry = VerbForms.table[next], nextToken?.isCapitalised == false else { return false }
    return !entry.reading.isDisjoint(with: [.past, .third]) || entry.reading == .base
  }

  private func isFunctionWord(_ lower: String) -> Bool {
    ClosedClasses.prepositions.contains(lower) || ClosedClasses.conjunctions.contains(lower)
      || ClosedClasses.subordinators.contains(lower) || ClosedClasses.modals.contains(lower)
      || ClosedClasses.forms[lower] != nil || ClosedClasses.adverbs.contains(lower) || ClosedClasses.negations.contains(lower)
      || ClosedClasses.personalPronouns.contains(lower) || ClosedClasses.relatives.contains(lower) || lower == "to"
      || lower == "'s"
      || ClosedClasses.determiners.contains(lower)
  }
}
