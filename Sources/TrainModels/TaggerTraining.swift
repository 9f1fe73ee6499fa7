import Linguistics

/// Learns tags with an averaged perceptron that reads its own tags as it goes.
struct TaggerTraining {
  private let sentences: [TrainingSentence]
  private let tagCount: Int
  private let classOfTag: [WordClasses]
  private let ambiguity: WordTable
  private let lexicon: WordTable

  init(_ sentences: [TrainingSentence], tagNames: NameSet, ambiguity: WordTable, lexicon: WordTable) {
    self.sentences = sentences
    tagCount = tagNames.count
    classOfTag = WordClasses.ofTags(SyntaxNumbers.partOfSpeech(tagNames))
    self.ambiguity = ambiguity
    self.lexicon = lexicon
  }

  static func withTables<R>(_ ambiguity: [UInt8], _ lexicon: [UInt8], _ body: (WordTable, WordTable) -> R) -> R {
    ambiguity.withUnsafeBytes { first in
      lexicon.withUnsafeBytes { second in body(WordTable(first)!, WordTable(second)!) }
    }
  }

  /// Word → the classes that it has in the texts, as bits; above them a number for its tags, those of one time in twenty at
  /// least, for words met three times or more. Rarer words are there only if they are of a closed class.
  static func ambiguity(_ sentences: [TrainingSentence], tagNames: NameSet) -> [UInt8] {
    var counts: [UInt64: [UInt32]] = [:]
    let classOfTag = WordClasses.ofTags(SyntaxNumbers.partOfSpeech(tagNames))
    for sentence in sentences {
      let forms = sentence.forms(nil, nil)
      for index in sentence.words.indices where sentence.tags[index] != 255 {
        counts[forms.words[index].lower, default: [UInt32](repeating: 0, count: tagNames.count)][Int(sentence.tags[index])] += 1
      }
    }
    var entries: [(word: UInt64, value: UInt32)] = []
    for (word, tags) in counts.sorted(by: { $0.key < $1.key }) {
      let total = tags.reduce(0, +)
      let classes = tags.indices.reduce(into: WordClasses()) { if tags[$1] > 0 { $0.formUnion(classOfTag[$1]) } }
      guard total >= 3 || !classes.isSubset(of: .open) else { continue }
      var value = classes.rawValue
      if total >= 3 { value |= number(of: tags, total) << UInt32(WordClasses.bitCount) }
      entries.append((word, value))
    }
    return WordTable.bytes(entries)
  }

  /// A number other than 0 for the commoner tags of a word in their order.
  private static func number(of tags: [UInt32], _ total: UInt32) -> UInt32 {
    let order = tags.indices.filter { tags[$0] * 20 >= total }.sorted { tags[$0] != tags[$1] ? tags[$0] > tags[$1] : $0 < $1 }
    var value: UInt64 = 17
    for tag in order { value = FeatureKey.pair(value, UInt64(tag)) }
    return UInt32(truncatingIfNeeded: value) | 1
  }

  /// Learns one look; a second one from the tags that the first gives to each sentence.
  func train(_ plan: SyntaxTraining.Plan, firstTags: [[UInt8]]? = nil) -> [UInt8] {
    let runs = (0..<plan.tagRuns).map { run(plan, firstTags, seed: UInt64($0 + 7)) }
    return FeatureWeights.packed(runs, rowLimit: plan.tagRows, leastMoves: plan.tagLeastMoves)
  }

  private func run(_ plan: SyntaxTraining.Plan, _ firstTags: [[UInt8]]?, seed: UInt64) -> FeatureWeights {
    let weights = FeatureWeights(classCount: tagCount)
    var features = FeatureList()
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: tagCount)
    defer { scores.deallocate() }
    var random = SeededRandom(seed: seed)
    let forms = sentences.map { $0.forms(ambiguity, lexicon) }
    for _ in 0..<plan.tagRounds {
      for number in random.order(sentences.count) {
        let (sentence, form) = (sentences[number], forms[number])
        if let firstTags { for (index, tag) in firstTags[number].enumerated() { form.tags[index] = tag } }
        for index in sentence.words.indices {
          features.removeAll()
          TaggerFeatures.extract(form, index, into: &features)
          if firstTags != nil { TaggerFeatures.extractSecond(form, index, into: &features) }
          weights.score(features, scores)
          let gold = Int(sentence.tags[index])
          let allowed = WordClasses.allowed(for: form.words[index]).union(gold == 255 ? [] : classOfTag[gold])
          for tag in 0..<tagCount where classOfTag[tag].isDisjoint(with: allowed) { scores[tag] = -.infinity }
          var best = 0
          for tag in 1..<tagCount where scores[tag] > scores[best] { best = tag }
          if gold != 255 {
            var rival = gold == 0 ? 1 : 0
            for tag in 0..<tagCount where tag != gold && scores[tag] > scores[rival] { rival = tag }
            if scores[gold] <= scores[rival] + Float(plan.tagMargin) {
              weights.update(features, gold, 1)
              weights.update(features, rival, -1)
            }
          }
          weights.advance()
          form.tags[index] = UInt8(best)
        }
      }
    }
    return weights
  }
}
