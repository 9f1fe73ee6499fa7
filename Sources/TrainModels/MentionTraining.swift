import Graph
import Linguistics

/// One nominal with its features and the types that would be right.
struct MentionExample {
  let keys: [UInt64]
  /// Bits by `NominalType`.
  let allowed: UInt32
}

/// Learns the types of nominals: from GUM, which types every noun phrase, and from re3d, which marks only people, organisations,
/// places and times, so that there all other types are equally right for a phrase without a mark.
struct MentionTraining {
  let models: SyntaxModels
  private let features: MentionFeatures

  init(_ models: SyntaxModels) {
    self.models = models
    features = MentionFeatures(numbers: models.numbers)
  }

  // MARK: GUM

  /// The nominals of a treebank document over its own trees, with our tags.
  func examples(_ document: TreebankDocument) -> [MentionExample] {
    var reading = SyntaxReading()
    reading.words = document.words.map { Word(begin: $0.begin, end: $0.end) }
    reading.sentences = document.sentences
    var examples: [MentionExample] = []
    let types = TreebankMentions.types(document)
    document.bytes.withUnsafeBufferPointer { bytes in
      models.annotate(&reading, bytes.baseAddress!)
      for sentence in document.sentences {
        for word in sentence {
          let gold = document.words[word]
          reading.words[word].head = gold.head == sentence.count ? -1 : sentence.lowerBound + gold.head
          reading.words[word].relation = UInt8(models.relationNames.number(of: gold.relation) ?? 0)
          if let tag = models.tagNames.number(of: gold.universalTag + "|" + gold.tag) { reading.words[word].tag = UInt8(tag) }
        }
      }
      models.forEachTree(reading, bytes.baseAddress!) { tree, offset in
        collect(tree) {
          types[offset + $0].map { 1 << UInt32($0.rawValue) } ?? 1
        } add: {
          examples.append($0)
        }
      }
    }
    return examples
  }

  private func collect(_ tree: SentenceTree, _ allowed: (Int) -> UInt32, add: (MentionExample) -> Void) {
    var list = FeatureList()
    for word in 0..<tree.count where features.isCandidate(word, tree) {
      list.removeAll()
      features.extract(word, tree, into: &list)
      add(MentionExample(keys: (0..<list.count).map { list.keys[$0] }, allowed: allowed(word)))
    }
  }

  // MARK: re3d

  /// The nominals of an article over our own trees.
  func examples(_ article: MarkedArticle) -> [MentionExample] {
    var examples: [MentionExample] = []
    article.bytes.withUnsafeBufferPointer { bytes in
      let reading = models.read(bytes, blocks: article.blocks)
      let types = article.types(reading)
      models.forEachTree(reading, bytes.baseAddress!) { tree, offset in
        collect(tree) {
          types[offset + $0].map { 1 << UInt32($0.rawValue) } ?? MarkedArticle.unmarked
        } add: {
          examples.append($0)
        }
      }
    }
    return examples
  }

  /// How the mention model is learnt; found by cross-validation over the training documents.
  struct Plan {
    var rounds = 4
    var rowLimit = 70_000
    /// What an article's example counts, a treebank's being 1.
    var articleWeight: Float = 5
    /// In how many documents of the treebank a feature must occur; one that articles have too may do with half.
    var documentLimit = 2
    /// In how many articles a feature must occur to learn from them.
    var articleLimit = 4
    /// How many models the one that ships is the mean of, and the share of the articles that each learns from.
    var bagCount = 6
    var bagShare: Float = 0.6
    /// The share of features that is hidden from a step of learning.
    var dropout: Float = 0.3
    /// What events are given beforehand: they are rare, and likelihood alone would hardly ever name one.
    var eventBias: Float = 0.7
  }

  /// Examples by document and by article. Articles are few and of one field: only what many of them share is learnt from
  /// them, else their own names would be known by heart.
  static func train(documents: [[MentionExample]], articles: [[MentionExample]], _ plan: Plan) -> [UInt8] {
    let inDocuments = counts(documents)
    let inArticles = counts(articles)
    // In the order of the examples, so that the same examples give the same bytes.
    var numbers: [UInt64: Int32] = [:]
    var keys: [UInt64] = []
    for key in documents.joined().lazy.flatMap(\.keys) where numbers[key] == nil {
      let count = inDocuments[key]!
      guard count >= plan.documentLimit || count + (inArticles[key] ?? 0) > plan.documentLimit else { continue }
      numbers[key] = Int32(keys.count)
      keys.append(key)
    }
    let examples = (
      documents: documents.joined().map { example in
        LogLinearTraining.Example(features: example.keys.compactMap { numbers[$0] }, allowed: example.allowed, weight: 1)
      },
      articles: articles.map { article in
        article.map { example in
          let known = example.keys.filter { inArticles[$0]! >= plan.articleLimit }
          return LogLinearTraining.Example(
            features: known.compactMap { numbers[$0] }, allowed: example.allowed, weight: plan.articleWeight)
        }
      }
    )
    let classCount = NominalType.allCases.count
    var weights = Self.weights(
      LogLinearTraining(classCount: classCount, featureCount: keys.count, dropout: plan.dropout), examples.documents,
      examples.articles, plan)
    if let bias = numbers[MentionFeatures.bias] {
      weights[Int(bias) * classCount + Int(NominalType.event.rawValue)] += plan.eventBias
    }
    return ModelPacking.pack(weights, classCount: classCount, keys: keys, rowLimit: plan.rowLimit, leastWeight: 2)
  }

  /// The mean of several models, each learnt from some of the articles (bagging; Breiman 1996): what only one article tells is
  /// diluted, what many tell stays.
  private static func weights(
    _ untrained: LogLinearTraining, _ documents: [LogLinearTraining.Example], _ articles: [[LogLinearTraining.Example]],
    _ plan: Plan
  ) -> [Float] {
    var weights: [Float] = []
    for bag in 0..<plan.bagCount {
      var random = SeededRandom(seed: UInt64(100 + bag))
      let count = Int((Float(articles.count) * plan.bagShare).rounded())
      let chosen = random.order(articles.count).prefix(count).sorted()
      var training = untrained
      training.train(documents + chosen.flatMap { articles[$0] }, rounds: plan.rounds, seed: UInt64(5 + bag))
      let averages = training.averages
      if weights.isEmpty { weights = [Float](repeating: 0, count: averages.count) }
      for (index, weight) in averages.enumerated() { weights[index] += weight / Float(plan.bagCount) }
    }
    return weights
  }

  /// Feature → in how many of the parts it occurs.
  private static func counts(_ parts: [[MentionExample]]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for part in parts {
      for key in Set(part.lazy.flatMap(\.keys)) { counts[key, default: 0] += 1 }
    }
    return counts
  }
}

/// The entities of a GUM document by the head of their phrase.
enum TreebankMentions {
  private static let names: [String: NominalType] = [
    "person": .person, "organization": .organization, "place": .place, "event": .event, "time": .time, "object": .object,
    "abstract": .abstract, "animal": .animal, "plant": .plant, "substance": .substance,
  ]

  /// Word → the type of the shortest mention that it heads.
  static func types(_ document: TreebankDocument) -> [NominalType?] {
    var types = [NominalType?](repeating: nil, count: document.words.count)
    var lengths = [Int](repeating: .max, count: document.words.count)
    for sentence in document.sentences {
      var open: [(group: String, type: String, begin: Int)] = []
      func close(_ begin: Int, _ end: Int, _ type: String) {
        let inside = begin...end
        guard let type = names[type],
          let head = inside.first(where: { !inside.contains(sentence.lowerBound + document.words[$0].head) || isRoot($0) })
        else { return }
        if end - begin < lengths[head] { (types[head], lengths[head]) = (type, end - begin) }
      }
      func isRoot(_ word: Int) -> Bool { document.words[word].head == sentence.count }
      for word in sentence {
        for piece in pieces(document.words[word].entity) {
          let fields = piece.filter { $0 != "(" && $0 != ")" }.split(separator: "-", omittingEmptySubsequences: false).map(
            String.init)
          if piece.hasPrefix("(") {
            guard fields.count > 1 else { continue }
            if piece.hasSuffix(")") { close(word, word, fields[1]) } else { open.append((fields[0], fields[1], word)) }
          } else if let last = open.lastIndex(where: { $0.group == fields[0] }) {
            let mention = open.remove(at: last)
            close(mention.begin, word, mention.type)
          }
        }
      }
    }
    return types
  }

  /// `(1-person-…(2-place-…)1)` → its brackets: each begins with `(` or ends with `)`, or both.
  private static func pieces(_ entity: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    for character in entity {
      if character == "(", !current.isEmpty {
        pieces.append(current)
        current = ""
      }
      current.append(character)
      if character == ")" {
        pieces.append(current)
        current = ""
      }
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }
}
