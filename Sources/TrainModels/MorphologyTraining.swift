import Linguistics

/// Learns lemmas and morphological features, over gold trees with the tags of taggers that had not seen the sentence.
struct MorphologyTraining {
  struct Example {
    let keys: [UInt64]
    let wanted: Int
  }

  private var lemmas: [Example] = []
  private var inflections: [Example] = []
  private let scripts: [EditScript]
  private let featureNames: NameSet

  /// - Parameter tags: one list a sentence, in the documents' order.
  init(_ documents: [TreebankDocument], tags: [[UInt8]], relationNames: NameSet, lexicon: WordTable) {
    scripts = Self.scripts(documents)
    featureNames = Self.featureNames(documents)
    let scriptNumbers = Dictionary(uniqueKeysWithValues: scripts.enumerated().map { ($1, $0) })
    let forms = SentenceForms()
    var list = FeatureList()
    var number = 0
    for document in documents {
      for sentence in document.sentences {
        let words = document.words[sentence]
        let spans = words.map { Word(begin: $0.begin, end: $0.end) }
        document.bytes.withUnsafeBufferPointer { forms.fill($0.baseAddress!, spans[...], ambiguity: nil, lexicon: lexicon) }
        for (index, tag) in tags[number].enumerated() { forms.tags[index] = tag }
        number += 1
        let relations = words.map { UInt8(relationNames.number(of: $0.relation) ?? 0) }
        let tree = SentenceTree(forms, heads: words.map(\.head), relations: relations)
        for (index, word) in words.enumerated() {
          let text = Morphology.straight(String(decoding: document.bytes[word.begin..<word.end], as: UTF8.self))
          if let wanted = scriptNumbers[EditScript(from: text, to: word.lemma)] {
            MorphologyFeatures.lemma(index, text, tree, scripts, lexicon, into: &list)
            lemmas.append(Example(keys: list.all, wanted: wanted))
          }
          if let wanted = featureNames.number(of: word.features) {
            MorphologyFeatures.inflection(index, tree, into: &list)
            inflections.append(Example(keys: list.all, wanted: wanted))
          }
        }
      }
    }
  }

  /// Those that occur three times or more, the commonest first.
  private static func scripts(_ documents: [TreebankDocument]) -> [EditScript] {
    var counts: [String: Int] = [:]
    for document in documents {
      for word in document.words {
        let text = Morphology.straight(String(decoding: document.bytes[word.begin..<word.end], as: UTF8.self))
        counts[EditScript(from: text, to: word.lemma).name, default: 0] += 1
      }
    }
    return common(counts, limit: 3).compactMap { EditScript($0) }
  }

  private static func featureNames(_ documents: [TreebankDocument]) -> NameSet {
    var counts: [String: Int] = [:]
    for document in documents { for word in document.words { counts[word.features, default: 0] += 1 } }
    return NameSet(common(counts, limit: 2))
  }

  private static func common(_ counts: [String: Int], limit: Int) -> [String] {
    let common = counts.filter { $0.value >= limit }
    return common.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(250).map(\.key)
  }

  /// The archive's contents.
  func train(rounds: Int, rowLimit: Int) -> [(name: String, bytes: [UInt8])] {
    [
      ("edit scripts", NameSet(scripts.map(\.name)).bytes),
      ("lemmas", Self.train(lemmas, classCount: scripts.count, rounds: rounds, rowLimit: rowLimit)),
      ("feature names", featureNames.bytes),
      ("inflections", Self.train(inflections, classCount: featureNames.count, rounds: rounds, rowLimit: rowLimit)),
    ]
  }

  /// An averaged perceptron with margin.
  private static func train(_ examples: [Example], classCount: Int, rounds: Int, rowLimit: Int) -> [UInt8] {
    let weights = FeatureWeights(classCount: classCount)
    var list = FeatureList()
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: classCount)
    defer { scores.deallocate() }
    var random = SeededRandom(seed: 31)
    for _ in 0..<rounds {
      for number in random.order(examples.count) {
        let example = examples[number]
        list.replace(with: example.keys)
        weights.score(list, scores)
        var rival = example.wanted == 0 ? 1 : 0
        for other in 0..<classCount where other != example.wanted && scores[other] > scores[rival] { rival = other }
        if classCount > 1, scores[example.wanted] <= scores[rival] + 1 {
          weights.update(list, example.wanted, 1)
          weights.update(list, rival, -1)
        }
        weights.advance()
      }
    }
    return FeatureWeights.packed([weights], rowLimit: rowLimit, leastWeight: 4)
  }
}
