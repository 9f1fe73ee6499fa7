import Linguistics

/// Learns where sentences end, on the words of our own tokenizer over the treebank's text.
struct SentenceTraining {
  let documents: [TreebankDocument]

  init(_ documents: [TreebankDocument]) { self.documents = documents }

  func train(rounds: Int) -> [UInt8] {
    let weights = FeatureWeights(classCount: 2)
    var features = FeatureList()
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: 2)
    defer { scores.deallocate() }
    var random = SeededRandom(seed: 11)
    let forms = SentenceForms()
    for _ in 0..<rounds {
      for number in random.order(documents.count) {
        let document = documents[number]
        let ends = Set(document.sentences.map { document.words[$0.upperBound - 1].end })
        document.bytes.withUnsafeBufferPointer { bytes in
          let base = bytes.baseAddress!
          for paragraph in document.paragraphs {
            var words: [Word] = []
            var tokenizer = WordTokenizer(base)
            tokenizer.tokenize(paragraph.lowerBound, paragraph.upperBound, into: &words)
            forms.fill(base, words[...], ambiguity: nil, lexicon: nil)
            for index in words.indices.dropLast() where SentenceBoundaries.isCandidate(words, index, base) {
              features.removeAll()
              SentenceBoundaries.extract(words, index, forms.words + index, base, into: &features)
              weights.score(features, scores)
              let wanted = ends.contains(words[index].end) ? 1 : 0
              // A margin keeps the rare classes from being won by a hair.
              if scores[wanted] <= scores[1 - wanted] + 1 {
                weights.update(features, wanted, 1)
                weights.update(features, 1 - wanted, -1)
              }
              weights.advance()
            }
          }
        }
      }
    }
    return FeatureWeights.packed([weights], rowLimit: 20_000)
  }
}
