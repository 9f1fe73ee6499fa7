/// Words → tags, in two looks from left to right: the first knows the two tags before a word, the second also what the first
/// made of the words behind it.
package struct PartOfSpeechTagger {
  /// The names of the models, one a look.
  package static let names = ["tagger 1", "tagger 2"]

  private let looks: [LinearModel]
  /// Tag → the bit of its part of speech.
  private let classOfTag: [WordClasses]

  /// `partOfSpeech`: tag → index into `SyntaxNumbers.partsOfSpeech`.
  package init(looks: [LinearModel], partOfSpeech: [UInt8]) {
    self.looks = looks
    classOfTag = WordClasses.ofTags(partOfSpeech)
  }

  /// Fills `sentence.tags` with tags that `WordClasses` allows. Complexity: O(words).
  package func tag(_ sentence: SentenceForms, _ features: inout FeatureList, _ scores: UnsafeMutablePointer<Int32>) {
    for look in looks.indices { self.look(look, sentence, &features, scores) }
  }

  /// One look at a sentence that has the tags of the look before it.
  package func look(
    _ number: Int, _ sentence: SentenceForms, _ features: inout FeatureList, _ scores: UnsafeMutablePointer<Int32>
  ) {
    let model = looks[number]
    for index in 0..<sentence.count {
      features.removeAll()
      TaggerFeatures.extract(sentence, index, into: &features)
      if number > 0 { TaggerFeatures.extractSecond(sentence, index, into: &features) }
      scores.update(repeating: 0, count: model.classCount)
      model.score(features, into: scores)
      let allowed = WordClasses.allowed(for: sentence.words[index])
      for tag in 0..<model.classCount where classOfTag[tag].isDisjoint(with: allowed) { scores[tag] = .min }
      sentence.tags[index] = UInt8(LinearModel.best(scores, model.classCount))
    }
  }
}
