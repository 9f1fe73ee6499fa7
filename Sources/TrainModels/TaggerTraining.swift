import Linguistics

/// Learns tags with an averaged perceptron that reads its own tags as it goes.
struct TaggerTraining {
  private let sentences: [TrainingSentence]
  private let tagCount: Int
  private let ambiguity: WordTable
  private let lexicon: WordTable

  init(_ sentences: [TrainingSentence], tagCount: Int, ambiguity: WordTable, lexicon: WordTable) {
    self.sentences = sentences
    self.tagCount = tagCount
    self.ambiguity = ambiguity
    self.lexicon = lexicon
  }

  static func withTables<R>(_ ambiguity: [UInt8], _ lexicon: [UInt8], _ body: (WordTable, WordTable) -> R) -> R {
    ambiguity.withUnsafeBytes { first in
      lexicon.withUnsafeBytes { second in body(WordTable(first)!, WordTable(second)!) }
    }
  }

  /// Word → which tags it has in the texts, those of one time in twenty at least, for words met three times or more.
  static func ambiguity(_ sentences: [TrainingSentence], tagCount: Int) -> [UInt8] {
    var counts: [UInt64: [UInt32]] = [:]
    for sentence in sentences {
      let forms = sentence.forms(nil, nil)
      for index in sentence.words.indices where sentence.tags[index] != 255 {
        counts[forms.words[index].lower, default: [UInt32](repeating: 0, count: tagCount)][Int(sentence.tags[index])] += 1
      }
    }
    var entries: [(word: UInt64, value: UInt32)] = []
    for (word, tags) in counts.sorted(by: { $0.key < $1.key }) {
      let total = tags.reduce(0, +)
      guard total >= 3 else { continue }
      let order = tags.indices.filter { tags[$0] * 20 >= total }.sorted { tags[$0] != tags[$1] ? tags[$0] > tags[$1] : $0 < $1 }
      var value: UInt64 = 17
      for tag in order { value = FeatureKey.pair(value, UInt64(tag)) }
      entries.append((word, UInt32(truncatingIfNeeded: value) | 1))
    }
    return WordTable.bytes(entries)
  }

  func train(rounds: Int, rowLimit: Int, margin: Float) -> [UInt8] {
    let weights = FeatureWeights(classCount: tagCount)
    var features = FeatureList()
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: tagCount)
    defer { scores.deallocate() }
    var random = SeededRandom(seed: 7)
    let forms = sentences.map { $0.forms(ambiguity, lexicon) }
    for _ in 0..<rounds {
      for number in random.order(sentences.count) {
        let (sentence, form) = (sentences[number], forms[number])
        for index in sentence.words.indices {
          features.removeAll()
          TaggerFeatures.extract(form, index, into: &features)
          weights.score(features, scores)
          var best = 0
          for tag in 1..<tagCount where scores[tag] > scores[best] { best = tag }
          let gold = Int(sentence.tags[index])
          if gold != 255 {
            var rival = gold == 0 ? 1 : 0
            for tag in 0..<tagCount where tag != gold && scores[tag] > scores[rival] { rival = tag }
            if scores[gold] <= scores[rival] + margin {
              weights.update(features, gold, 1)
              weights.update(features, rival, -1)
            }
          }
          weights.advance()
          form.tags[index] = UInt8(best)
        }
      }
    }
    return weights.packed(rowLimit: rowLimit)
  }
}
