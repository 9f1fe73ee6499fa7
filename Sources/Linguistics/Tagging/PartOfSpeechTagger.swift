/// Words → tags, from left to right, each knowing the two before it.
package struct PartOfSpeechTagger {
  private let model: LinearModel
  /// Tag → the bit of its part of speech.
  private let classOfTag: [WordClasses]

  /// `partOfSpeech`: tag → index into `SyntaxNumbers.partsOfSpeech`.
  package init(model: LinearModel, partOfSpeech: [UInt8]) {
    self.model = model
    classOfTag = WordClasses.ofTags(partOfSpeech)
  }

  /// Fills `sentence.tags` with tags that `WordClasses` allows. Complexity: O(words).
  package func tag(_ sentence: SentenceForms, _ features: inout FeatureList, _ scores: UnsafeMutablePointer<Int32>) {
    for index in 0..<sentence.count {
      features.removeAll()
      TaggerFeatures.extract(sentence, index, into: &features)
      scores.update(repeating: 0, count: model.classCount)
      model.score(features, into: scores)
      let allowed = WordClasses.allowed(for: sentence.words[index])
      for tag in 0..<model.classCount where classOfTag[tag].isDisjoint(with: allowed) { scores[tag] = .min }
      sentence.tags[index] = UInt8(LinearModel.best(scores, model.classCount))
    }
  }
}
