/// The trained models that turn text into tagged words and trees, opened from an archive without copying.
package struct SyntaxModels {
  package let tagNames: NameSet
  package let relationNames: NameSet
  private let boundaries: SentenceBoundaries
  private let tagger: PartOfSpeechTagger
  private let apostrophes: PossessiveApostrophe?
  private let currencies: CurrencySigns?
  private let perfects: PerfectAuxiliary
  private let nouns: NounReading?
  private let finiteVerbs: FiniteVerb?
  private let particles: NameParticle?
  private let tagCount: Int
  private let ambiguity: WordTable
  private let lexicon: WordTable
  private let organizations: WordTable?
  private let senses: WordTable?
  private let parser: DependencyParser
  private let participles: ReducedRelative?
  private let agreement: SubjectAgreement?
  private let ages: StatedAges?
  private let mentions: MentionClassifier?
  private let morphology: Morphology?
  package let numbers: SyntaxNumbers

  /// Nil if the archive lacks a model that reading needs; one without the mention model finds no mentions.
  package init?(_ archive: ModelArchive) {
    func model(_ name: String) -> LinearModel? { archive[name].flatMap { LinearModel($0) } }
    guard let tags = archive["tag names"], let relations = archive["relation names"], let sentences = model("sentences"),
      let ambiguity = archive["ambiguity"].flatMap({ WordTable($0) }),
      let lexicon = archive["lexicon"].flatMap({ WordTable($0) })
    else { return nil }
    tagNames = NameSet(tags)
    relationNames = NameSet(relations)
    boundaries = SentenceBoundaries(model: sentences)
    tagCount = tagNames.count
    self.ambiguity = ambiguity
    self.lexicon = lexicon
    organizations = archive["organizations"].flatMap { WordTable($0) }
    senses = archive["senses"].flatMap { WordTable($0) }
    var voters: [DependencyParser.Voter] = []
    for (name, isReversed) in Self.voterNames {
      if let found = model(name) { voters.append(DependencyParser.Voter(model: found, isReversed: isReversed)) }
    }
    let taggers = PartOfSpeechTagger.names.compactMap(model)
    guard !taggers.isEmpty, !voters.isEmpty, let root = relationNames.number(of: "root") else { return nil }
    let numbers = SyntaxNumbers(tags: tagNames, relations: relationNames)
    self.numbers = numbers
    self.tagger = PartOfSpeechTagger(looks: taggers, partOfSpeech: numbers.partOfSpeech)
    apostrophes = PossessiveApostrophe(tags: tagNames, isMark: numbers.isMark)
    currencies = CurrencySigns(tags: tagNames)
    perfects = PerfectAuxiliary(tags: tagNames)
    nouns = NounReading(tags: tagNames)
    finiteVerbs = FiniteVerb(tags: tagNames)
    particles = NameParticle(tags: tagNames)
    participles = ReducedRelative(tags: tagNames, relations: relationNames)
    agreement = SubjectAgreement(tags: tagNames, relations: relationNames)
    ages = StatedAges(tags: tagNames, relations: relationNames)
    let looks = TreeRevision.arcNames.compactMap { archive[$0].flatMap { WeightArray($0) } }
    let revision = looks.isEmpty ? nil : model("revised relations").map { TreeRevision(looks: looks, relations: $0) }
    parser = DependencyParser(
      voters: voters, revision: revision, relationCount: relationNames.count, rootRelation: root,
      markRelation: Int(numbers.punctuation),
      isMark: numbers.isMark)
    if let scripts = archive["edit scripts"], let lemmas = model("lemmas"), let names = archive["feature names"],
      let inflections = model("inflections")
    {
      morphology = Morphology(
        scripts: NameSet(scripts).names.compactMap { EditScript($0) }, scriptModel: lemmas, featureNames: NameSet(names),
        featureModel: inflections)
    } else {
      morphology = nil
    }
    mentions = model("mentions").map { MentionClassifier(model: $0, numbers: numbers) }
  }

  /// What the lexicon knows of a word in small letters; empty for an unknown one.
  package func lexicon(of word: String) -> WordLexicon { WordLexicon(rawValue: lexicon[WordForm.key(of: word)]) }

  /// The parsers and whether they read backwards.
  package static let voterNames: [(name: String, isReversed: Bool)] = [
    ("parser forwards 1", false), ("parser backwards 1", true), ("parser forwards 2", false), ("parser backwards 2", true),
  ]

  /// Words and sentences of the text in `blocks`, tagged and parsed. A block is made of pieces (byte ranges) and ends a
  /// sentence. Complexity: linear in the text but for the rare sentence on which the parsers make no tree.
  package func read(_ bytes: UnsafeBufferPointer<UInt8>, blocks: [[Range<Int>]]) -> SyntaxReading {
    var reading = SyntaxReading()
    guard let base = bytes.baseAddress else { return reading }
    var tokenizer = WordTokenizer(base)
    for (number, block) in blocks.enumerated() {
      let first = reading.words.count
      for piece in block { tokenizer.tokenize(piece.lowerBound, piece.upperBound, into: &reading.words) }
      var begin = first
      for end in boundaries.ends(reading.words, first..<reading.words.count, base) {
        reading.sentences.append(begin..<end)
        reading.blockOfSentence.append(number)
        begin = end
      }
    }
    annotate(&reading, base)
    return reading
  }

  /// Tags and trees for words and sentences that are given.
  package func annotate(_ reading: inout SyntaxReading, _ bytes: UnsafePointer<UInt8>) {
    let forms = SentenceForms()
    var features = FeatureList()
    var workspace = DependencyParser.Workspace(parser)
    var heads: [Int] = []
    var relations: [UInt8] = []
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: tagCount)
    defer { scores.deallocate() }
    for sentence in reading.sentences {
      let words = reading.words[sentence]
      fill(forms, bytes, words)
      let others = ages?.others(forms, words, bytes)
      if let others { fill(forms, bytes, ArraySlice(others.map { words[sentence.lowerBound + $0] })) }
      tagger.tag(forms, &features, scores)
      apostrophes?.settle(forms)
      currencies?.settle(forms)
      perfects.settle(forms)
      nouns?.settle(forms)
      particles?.settle(forms)
      finiteVerbs?.settle(forms)
      parser.parse(forms, &workspace, heads: &heads, relations: &relations)
      participles?.settle(forms, heads: &heads, relations: &relations)
      agreement?.settle(forms, heads: &heads, relations: &relations)
      if let others {
        let tags = others.indices.map { forms.tags[$0] }
        fill(forms, bytes, words)
        ages?.putBack(into: forms, besides: others, tags, heads: &heads, relations: &relations)
      }
      for index in 0..<sentence.count {
        reading.words[sentence.lowerBound + index].tag = forms.tags[index]
        reading.words[sentence.lowerBound + index].head = heads[index] == sentence.count ? -1 : sentence.lowerBound + heads[index]
        reading.words[sentence.lowerBound + index].relation = relations[index]
      }
      let tree = SentenceTree(forms, heads: heads, relations: relations)
      mentions?.classify(tree, offset: sentence.lowerBound, &features, into: &reading.mentions)
    }
  }

  private func fill(_ forms: SentenceForms, _ bytes: UnsafePointer<UInt8>, _ words: ArraySlice<Word>) {
    forms.fill(bytes, words, ambiguity: ambiguity, lexicon: lexicon, organizations: organizations, senses: senses)
  }

  /// The trees of a reading, one after the other; `offset` is the place of a sentence's first word. A tree's forms are good
  /// during the call only.
  package func forEachTree(
    _ reading: SyntaxReading, _ bytes: UnsafePointer<UInt8>, _ body: (_ tree: SentenceTree, _ offset: Int) -> Void
  ) {
    let forms = SentenceForms()
    for sentence in reading.sentences {
      let words = reading.words[sentence]
      fill(forms, bytes, words)
      for (index, word) in words.enumerated() { forms.tags[index] = word.tag }
      let heads = words.map { $0.head < 0 ? sentence.count : $0.head - sentence.lowerBound }
      body(SentenceTree(forms, heads: heads, relations: words.map(\.relation)), sentence.lowerBound)
    }
  }
}

extension SyntaxModels {
  /// Lemma and features of each word of a reading; for those who ask: reading does without.
  package func morphology(of reading: SyntaxReading, _ bytes: UnsafePointer<UInt8>) -> [WordMorphology] {
    var result: [WordMorphology] = []
    result.reserveCapacity(reading.words.count)
    var list = FeatureList()
    forEachTree(reading, bytes) { tree, offset in
      for index in 0..<tree.count {
        let word = reading.words[offset + index]
        let text = String(decoding: UnsafeBufferPointer(start: bytes + word.begin, count: word.end - word.begin), as: UTF8.self)
        result.append(
          morphology?.analyse(index, text, tree, lexicon: lexicon, &list) ?? WordMorphology(lemma: text, features: "_"))
      }
    }
    return result
  }
}

/// Words with tags and heads, and the sentences that they form.
package struct SyntaxReading: Sendable {
  package var words: [Word] = []
  /// Ranges of `words`, covering all.
  package var sentences: [Range<Int>] = []
  package var blockOfSentence: [Int] = []
  /// In the order of their heads.
  package var mentions: [NominalMention] = []

  package init() {}
}
