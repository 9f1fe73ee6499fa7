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

  private func collect(
    _ tree: SentenceTree, isLexical: Bool = true, _ allowed: (Int) -> UInt32, add: (MentionExample) -> Void
  ) {
    var list = FeatureList()
    for word in 0..<tree.count where features.isCandidate(word, tree) {
      list.removeAll()
      features.extract(word, tree, isLexical: isLexical, into: &list)
      add(MentionExample(keys: (0..<list.count).map { list.keys[$0] }, allowed: allowed(word)))
    }
  }

  // MARK: re3d

  /// The nominals of an article over our own trees.
  func examples(_ article: MarkedArticle, isLexical: Bool) -> [MentionExample] {
    var examples: [MentionExample] = []
    article.bytes.withUnsafeBufferPointer { bytes in
      let reading = models.read(bytes, blocks: article.blocks)
      let types = article.types(reading)
      models.forEachTree(reading, bytes.baseAddress!) { tree, offset in
        collect(tree, isLexical: isLexical) {
          types[offset + $0].map { 1 << UInt32($0.rawValue) } ?? MarkedArticle.unmarked
        } add: {
          examples.append($0)
        }
      }
    }
    return examples
  }

  /// - Parameter articles: examples by article. A feature that the treebank lacks must come from `articleLimit` of
  /// them, so that no
  ///   article's own names are learnt by heart.
  static func train(
    treebank: [MentionExample], articles: [[MentionExample]], articleLimit: Int, rounds: Int, rowLimit: Int
  ) -> [UInt8] {
    var known: Set<UInt64> = []
    for example in treebank { known.formUnion(example.keys) }
    var articleCounts: [UInt64: Int] = [:]
    for article in articles {
      for key in Set(article.flatMap(\.keys)) { articleCounts[key, default: 0] += 1 }
    }
    let marked = articles.joined().map { example in
      MentionExample(
        keys: example.keys.filter { known.contains($0) || articleCounts[$0]! >= articleLimit }, allowed: example.allowed)
    }
    return train(treebank + marked, rounds: rounds, rowLimit: rowLimit)
  }

  private static func train(_ examples: [MentionExample], rounds: Int, rowLimit: Int) -> [UInt8] {
    let classCount = NominalType.allCases.count
    let weights = FeatureWeights(classCount: classCount)
    var list = FeatureList()
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: classCount)
    defer { scores.deallocate() }
    var random = SeededRandom(seed: 5)
    for _ in 0..<rounds {
      for number in random.order(examples.count) {
        let example = examples[number]
        list.replace(with: example.keys)
        weights.score(list, scores)
        var best = -1
        var right = -1
        for type in 0..<classCount {
          if example.allowed >> UInt32(type) & 1 == 1 {
            if right < 0 || scores[type] > scores[right] { right = type }
          } else if best < 0 || scores[type] > scores[best] {
            best = type
          }
        }
        if scores[right] <= scores[best] + 1 {
          weights.update(list, right, 1)
          weights.update(list, best, -1)
        }
        weights.advance()
      }
    }
    return weights.packed(rowLimit: rowLimit)
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
