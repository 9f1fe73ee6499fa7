/// Which capitalised words of a document are names. A capital inside a sentence says so; at a sentence's start and in a
/// headline it says nothing, so there the rest of the document decides.
struct NameEvidence {
  /// Lower-case form → how often it stood with and without a capital where capitals mean something.
  private var capitalised: [String: Int] = [:]
  private var plain: [String: Int] = [:]

  init(_ annotations: Annotations) {
    for sentence in annotations.sentences {
      guard !Self.isTitleCase(sentence, annotations) else { continue }
      for index in sentence.tokens where annotations.tokens[index].kind == .word {
        let token = annotations.tokens[index]
        if !token.isCapitalised {
          plain[token.lower, default: 0] += 1
        } else if !Self.isInitial(index, in: sentence, annotations) {
          capitalised[token.lower, default: 0] += 1
        }
      }
    }
  }

  /// Headlines capitalise every word of weight: two in three of a title's words begin with a capital.
  static func isTitleCase(_ sentence: Sentence, _ annotations: Annotations) -> Bool {
    guard sentence.kind == .title || sentence.kind == .heading || sentence.kind == .standfirst else { return false }
    let words = sentence.tokens.filter { annotations.tokens[$0].kind == .word && annotations.tokens[$0].lower.utf8.count > 3 }
    let capitals = words.filter { annotations.tokens[$0].isCapitalised }
    return capitals.count * 3 >= words.count * 2
  }

  /// The first word of a sentence or of a quotation.
  private static func isInitial(_ index: Int, in sentence: Sentence, _ annotations: Annotations) -> Bool {
    if index == sentence.tokens.lowerBound { return true }
    let before = annotations.tokens[index - 1].form
    return before == "“" || before == "\"" || before == "‘" || before == "(" || before == ":" || before == "—"
      || before == "•" || (index == sentence.tokens.lowerBound + 1 && annotations.tokens[index - 1].kind == .mark)
  }

  func isName(at index: Int, in annotations: Annotations, sentence: Sentence) -> Bool {
    let token = annotations.tokens[index]
    guard token.isCapitalised, token.lower != "i", !token.lower.hasPrefix("i'") else { return false }
    let known = capitalised[token.lower] ?? 0
    if Self.isTitleCase(sentence, annotations) {
      return known > 0 && (plain[token.lower] ?? 0) == 0 || Gazetteer.isKnownName(token.lower)
    }
    guard Self.isInitial(index, in: sentence, annotations) else {
      if token.form == "The" || token.form == "A" { return false }
      return true
    }
    if ClosedClasses.determiners.contains(token.lower) || ClosedClasses.personalPronouns.contains(token.lower) { return false }
    if isFunctionWord(token.lower) {
      return known > 0 && !(plain[token.lower] ?? 0 > 0) && nextIsCapitalised(index, sentence, annotations)
    }
    if (plain[token.lower] ?? 0) > 0 && known == 0 {
      return nextIsCapitalised(index, sentence, annotations) && !isCommon(token.lower)
    }
    if known > 0 || Gazetteer.isKnownName(token.lower) { return true }
    if nextIsCapitalised(index, sentence, annotations) { return !isCommonModifier(token.lower) }
    return !isCommon(token.lower)
  }

  private func nextIsCapitalised(_ index: Int, _ sentence: Sentence, _ annotations: Annotations) -> Bool {
    index + 1 < sentence.tokens.upperBound && annotations.tokens[index + 1].isCapitalised
      && annotations.tokens[index + 1].kind == .word
  }

  private func isFunctionWord(_ lower: String) -> Bool {
    ClosedClasses.prepositions.contains(lower) || ClosedClasses.conjunctions.contains(lower)
      || ClosedClasses.subordinators.contains(lower) || ClosedClasses.modals.contains(lower) || ClosedClasses.forms[lower] != nil
      || ClosedClasses.adverbs.contains(lower) || ClosedClasses.possessives.contains(lower)
      || ClosedClasses.numberWords[lower] != nil || ClosedClasses.otherPronouns.contains(lower)
  }

  /// A word that is no name although a name may follow it: "Former President X", "Earlier battles".
  private func isCommonModifier(_ lower: String) -> Bool {
    ClosedClasses.commonAdjectives.contains(lower) && !["northern", "southern", "eastern", "western"].contains(lower)
      || lower.hasSuffix("ly") || HumanNouns.isHuman(Suffixes.singular(lower)) && HumanNouns.rank(lower) == nil
  }

  private func isCommon(_ lower: String) -> Bool {
    isCommonModifier(lower) || VerbForms.table[lower] != nil || HumanNouns.isHuman(Suffixes.singular(lower))
      || Suffixes.isPlural(lower) || lower.hasSuffix("ing") || lower.hasSuffix("ed") || Suffixes.tag(of: lower) != nil
      || CommonNouns.contains(lower)
  }
}
