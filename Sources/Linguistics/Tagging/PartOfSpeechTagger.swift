/// Words → tags, from left to right, each knowing the two before it.
package struct PartOfSpeechTagger {
  private let model: LinearModel
  /// Tag → the bit of its part of speech in a set of `OpenClass`.
  private let classOfTag: [UInt8]

  /// `partOfSpeech`: tag → index into `SyntaxNumbers.partsOfSpeech`.
  package init(model: LinearModel, partOfSpeech: [UInt8]) {
    self.model = model
    classOfTag = partOfSpeech.map { OpenClass.bit(of: SyntaxNumbers.partsOfSpeech[Int($0)]) }
  }

  /// Fills `sentence.tags`. A word that the training texts did not have gets a tag that the lexicon allows. Complexity:
  /// O(words).
  package func tag(_ sentence: SentenceForms, _ features: inout FeatureList, _ scores: UnsafeMutablePointer<Int32>) {
    for index in 0..<sentence.count {
      features.removeAll()
      TaggerFeatures.extract(sentence, index, into: &features)
      scores.update(repeating: 0, count: model.classCount)
      model.score(features, into: scores)
      let allowed = OpenClass.allowed(for: sentence.words[index])
      if allowed != 0 {
        for tag in 0..<model.classCount where classOfTag[tag] & allowed == 0 { scores[tag] = .min }
      }
      sentence.tags[index] = UInt8(LinearModel.best(scores, model.classCount))
    }
  }
}

/// Sets of open word classes, a bit each: what the lexicon lets a word be.
enum OpenClass {
  private static let (noun, verb, adjective, adverb, name, others): (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (
    1, 2, 4, 8, 16, 32
  )

  static func bit(of partOfSpeech: String) -> UInt8 {
    switch partOfSpeech {
    case "NOUN": noun
    case "VERB": verb
    case "ADJ": adjective
    case "ADV": adverb
    case "PROPN": name
    case "NUM", "SYM", "INTJ": others
    default: 64
    }
  }

  /// Function words that are too rare for the training texts.
  private static let rareFunctionWords = Set(
    [
      "amid", "amidst", "amongst", "versus", "via", "per", "whilst", "whereas", "whereby", "lest", "unto", "till",
      "notwithstanding",
      "whichever", "whomever", "whoever", "whosoever", "thy", "ye", "shall", "ought", "nor", "albeit", "vis", "qua", "sans",
      "astride", "atop", "beneath", "underneath", "opposite", "aboard", "concerning", "regarding", "excluding", "barring",
    ].map { WordForm.key(of: $0) })

  /// 0 where anything goes: for marks, for function words, and for words of the training texts that the lexicon does not
  /// know; those that it knows may be of a closed class too. What neither knows is of some open class.
  @inline(__always)
  static func allowed(for word: WordForm) -> UInt8 {
    guard word.traits.contains(.letter), word.byteCount > 2, !rareFunctionWords.contains(word.lower) else { return 0 }
    let isKnown = word.ambiguity != 0
    let known = WordLexicon(rawValue: UInt32(truncatingIfNeeded: WordLexicon.morphology(word.lexicon)))
    var allowed: UInt8 = 0
    if !known.isDisjoint(with: [.noun, .plural, .gerund]) { allowed |= noun }
    if !known.isDisjoint(with: [.verb, .thirdPerson, .past, .participle, .gerund]) { allowed |= verb }
    if !known.isDisjoint(with: [.adjective, .comparative, .superlative, .participle, .past, .gerund]) { allowed |= adjective }
    if !known.isDisjoint(with: [.adverb, .comparative, .superlative]) { allowed |= adverb }
    guard allowed != 0 else { return isKnown ? 0 : 63 }
    if isKnown { allowed |= 64 | others }
    return word.traits.contains(.capital) ? allowed | name | adjective : allowed
  }
}
