import Graph
import Linguistics

/// Treebank documents → sentence splitter, tagger, parsers, their revision, and morphology.
struct SyntaxTraining {
  let documents: [TreebankDocument]
  let lexicon: [UInt8]
  let tagNames: NameSet
  let relationNames: NameSet
  /// Every sentence of the treebank with its gold annotation.
  private let sentences: [TrainingSentence]

  init(_ documents: [TreebankDocument], lexicon: [UInt8]) {
    self.documents = documents
    self.lexicon = lexicon
    tagNames = NameSet(Self.names(documents) { $0.universalTag + "|" + $0.tag })
    relationNames = NameSet(Self.names(documents) { $0.relation })
    let (tags, relations) = (tagNames, relationNames)
    sentences = documents.flatMap { document in
      document.sentences.map { TrainingSentence(document, $0, tags, relations) }
    }
  }

  /// The names that occur twice or more, the commonest first.
  private static func names(_ documents: [TreebankDocument], _ name: (TreebankWord) -> String) -> [String] {
    var counts: [String: Int] = [:]
    for document in documents { for word in document.words { counts[name(word), default: 0] += 1 } }
    return counts.filter { $0.value > 1 }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
  }

  struct Plan {
    var tagRounds = 12
    /// How many times the tagger is trained, in other orders, for a mean of weights.
    var tagRuns = 3
    /// A tag must win by this much, or training goes on.
    var tagMargin = 1
    var parserRounds = 10
    /// By how much the best right action must win.
    var parserMargin: Float = 1
    var parserLeastWeight = 4
    var foldCount = 4
    var voterCount = 3
    var tagRows = 180_000
    var parserRows = 400_000
    /// How often a weight of the tagger, or of a parser, must have been moved.
    var tagLeastMoves: Float = 2
    var leastMoves: Float = 2
    var morphologyRounds = 4
    var morphologyRows = 25_000
    var revision = RevisionTraining.Plan()
  }

  /// The archive's contents.
  func train(_ plan: Plan) -> [(name: String, bytes: [UInt8])] {
    var contents: [(name: String, bytes: [UInt8])] = [
      ("tag names", tagNames.bytes), ("relation names", relationNames.bytes), ("lexicon", lexicon),
    ]
    contents.append(("sentences", SentenceTraining(documents).train(rounds: 10)))
    let ambiguity = TaggerTraining.ambiguity(sentences, tagNames: tagNames)
    contents.append(("ambiguity", ambiguity))
    report("tagging")
    let firstTags = crossTags(plan, firstTags: nil)
    for (name, tags) in zip(PartOfSpeechTagger.names, [nil, firstTags]) {
      contents.append((name, tagger(sentences, tags, ambiguity, plan)))
    }
    report("tagging what each part of the treebank has not seen")
    let tagged = tagged(crossTags(plan, firstTags: firstTags), ambiguity)
    report("parsing what each part of the treebank has not seen")
    let votes = crossVoted(tagged, plan)
    contents += voters(tagged, plan)
    return contents + revision(tagged, votes, plan) + morphology(tagged, plan)
  }

  private func voters(_ tagged: [TaggedSentence], _ plan: Plan) -> [(name: String, bytes: [UInt8])] {
    report("parsing")
    let voters = SyntaxModels.voterNames.prefix(plan.voterCount)
    var models = [[UInt8]](repeating: [], count: voters.count)
    models.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let models = buffer.baseAddress!
      let names = relationNames
      WorkerPool.shared.run(pieceCount: voters.count) { piece, _ in
        models[piece] = ParserTraining(
          tagged, relationNames: names, isReversed: voters[piece].isReversed, seed: UInt64(piece + 1)
        ).train(plan)
      }
    }
    return voters.indices.map { (voters[$0].name, models[$0]) }
  }

  private func morphology(_ tagged: [TaggedSentence], _ plan: Plan) -> [(name: String, bytes: [UInt8])] {
    report("inflection")
    return lexicon.withUnsafeBytes { bytes in
      MorphologyTraining(documents, tags: tagged.map(\.tags), relationNames: relationNames, lexicon: WordTable(bytes)!)
        .train(rounds: plan.morphologyRounds, rowLimit: plan.morphologyRows)
    }
  }

  /// The models that revise the voters' trees.
  private func revision(_ tagged: [TaggedSentence], _ votes: [TreeVote], _ plan: Plan) -> [(name: String, bytes: [UInt8])] {
    report("revising")
    let folds = sentences.map { $0.document % plan.foldCount }
    return RevisionTraining(tagged, votes, folds: folds, relationNames: relationNames).train(plan.revision)
  }

  /// What parsers say of sentences that they have not seen: a revision must learn from such votes as it will meet.
  private func crossVoted(_ tagged: [TaggedSentence], _ plan: Plan) -> [TreeVote] {
    let voters = SyntaxModels.voterNames.prefix(plan.voterCount)
    var votes = [TreeVote?](repeating: nil, count: tagged.count)
    var models = [[UInt8]](repeating: [], count: plan.foldCount * voters.count)
    models.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let models = buffer.baseAddress!
      WorkerPool.shared.run(pieceCount: plan.foldCount * voters.count) { piece, _ in
        let (fold, voter) = piece.quotientAndRemainder(dividingBy: voters.count)
        let rest = sentences.indices.filter { sentences[$0].document % plan.foldCount != fold }.map { tagged[$0] }
        models[piece] = ParserTraining(
          rest, relationNames: relationNames, isReversed: voters[voter].isReversed, seed: UInt64(voter + 1)
        ).train(plan)
      }
    }
    for fold in 0..<plan.foldCount {
      let archive = OpenArchive(ModelArchive.bytes(voters.indices.map { (voters[$0].name, models[fold * voters.count + $0]) }))
        .archive
      let parser = DependencyParser(
        voters: voters.map { DependencyParser.Voter(model: LinearModel(archive[$0.name]!)!, isReversed: $0.isReversed) },
        relationCount: relationNames.count, rootRelation: relationNames.number(of: "root")!, markRelation: 0, isMark: [])
      var workspace = DependencyParser.Workspace(parser)
      for index in sentences.indices where sentences[index].document % plan.foldCount == fold {
        votes[index] = parser.vote(tagged[index].forms, &workspace)
      }
    }
    return votes.map { $0! }
  }

  private func tagger(
    _ sentences: [TrainingSentence], _ firstTags: [[UInt8]]?, _ ambiguity: [UInt8], _ plan: Plan
  ) -> [UInt8] {
    TaggerTraining.withTables(ambiguity, lexicon) { ambiguity, lexicon in
      TaggerTraining(sentences, tagNames: tagNames, ambiguity: ambiguity, lexicon: lexicon).train(plan, firstTags: firstTags)
    }
  }

  /// The tags that a first look, or a second one at `firstTags`, gives to sentences that it has not seen: who learns from tags
  /// must learn from such as it will meet.
  private func crossTags(_ plan: Plan, firstTags: [[UInt8]]?) -> [[UInt8]] {
    var result = firstTags ?? sentences.map { [UInt8](repeating: 255, count: $0.words.count) }
    result.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let result = buffer.baseAddress!
      WorkerPool.shared.run(pieceCount: plan.foldCount) { fold, _ in
        // Documents, not sentences, are set apart: neighbours share their names.
        let isHeldOut = { (index: Int) in sentences[index].document % plan.foldCount == fold }
        let rest = sentences.indices.filter { !isHeldOut($0) }
        let ambiguity = TaggerTraining.ambiguity(rest.map { sentences[$0] }, tagNames: tagNames)
        let model = tagger(rest.map { sentences[$0] }, firstTags.map { tags in rest.map { tags[$0] } }, ambiguity, plan)
        TaggerTraining.withTables(ambiguity, lexicon) { ambiguity, lexicon in
          model.withUnsafeBytes { bytes in
            // Who has the first look's tags goes on with the second.
            let looks = [LinearModel](repeating: LinearModel(bytes)!, count: firstTags == nil ? 1 : 2)
            let tagger = PartOfSpeechTagger(looks: looks, partOfSpeech: SyntaxNumbers.partOfSpeech(tagNames))
            for index in sentences.indices where isHeldOut(index) {
              result[index] = sentences[index].tags(by: tagger, look: looks.count - 1, from: result[index], ambiguity, lexicon)
            }
          }
        }
      }
    }
    return result
  }

  private func tagged(_ tags: [[UInt8]], _ ambiguity: [UInt8]) -> [TaggedSentence] {
    let isMark = SyntaxNumbers(tags: tagNames, relations: relationNames).isMark
    return TaggerTraining.withTables(ambiguity, lexicon) { ambiguity, lexicon in
      zip(sentences, tags).map { TaggedSentence($0, tags: $1, isMark, ambiguity, lexicon) }
    }
  }
}

/// A treebank sentence with the numbers of its tags, heads and relations.
struct TrainingSentence {
  let document: Int
  let bytes: [UInt8]
  let words: [Word]
  /// 255 where the tag is too rare to be learnt.
  let tags: [UInt8]
  let heads: [Int]
  let relations: [UInt8]

  init(_ document: TreebankDocument, _ range: Range<Int>, _ tagNames: NameSet, _ relationNames: NameSet) {
    self.document = Int(truncatingIfNeeded: FeatureKey.bytes(Array(document.id.utf8), document.id.utf8.count) >> 8)
    let all = document.words[range]
    let begin = all.first!.begin
    bytes = Array(document.bytes[begin..<all.last!.end])
    words = all.map { Word(begin: $0.begin - begin, end: $0.end - begin) }
    tags = all.map { UInt8(tagNames.number(of: $0.universalTag + "|" + $0.tag) ?? 255) }
    heads = all.map(\.head)
    relations = all.map { UInt8(relationNames.number(of: $0.relation) ?? relationNames.number(of: "dep") ?? 0) }
  }

  func forms(_ ambiguity: WordTable?, _ lexicon: WordTable?) -> SentenceForms {
    let forms = SentenceForms()
    bytes.withUnsafeBufferPointer { forms.fill($0.baseAddress!, words[...], ambiguity: ambiguity, lexicon: lexicon) }
    return forms
  }

  /// The tags that one look of a tagger gives, from those of the look before.
  func tags(
    by tagger: PartOfSpeechTagger, look: Int, from tags: [UInt8], _ ambiguity: WordTable, _ lexicon: WordTable
  ) -> [UInt8] {
    let forms = forms(ambiguity, lexicon)
    for (index, tag) in tags.enumerated() { forms.tags[index] = tag }
    var features = FeatureList()
    // As many scores as there can be tags.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
      tagger.look(look, forms, &features, scores.baseAddress!)
    }
    return (0..<forms.count).map { forms.tags[$0] }
  }
}

/// A sentence without its marks, with predicted tags and the gold tree. Not shared between threads that write.
struct TaggedSentence: @unchecked Sendable {
  let forms: SentenceForms
  /// The number of words for the root.
  let heads: [Int]
  let relations: [UInt8]
  /// The tags of all its words, marks too.
  let tags: [UInt8]

  init(_ sentence: TrainingSentence, tags: [UInt8], _ isMarkOfTag: [Bool], _ ambiguity: WordTable, _ lexicon: WordTable) {
    let whole = sentence.forms(ambiguity, lexicon)
    self.tags = tags
    for (index, tag) in tags.enumerated() { whole.tags[index] = tag }
    let isMark = DependencyParser.marks(whole, isMarkOfTag)
    forms = SentenceForms()
    let places = forms.removeMarks(of: whole, isMark: isMark)
    let plain = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    heads = places.map { place in
      var head = sentence.heads[place]
      // What hangs on a mark hangs on the mark's head.
      while head < isMark.count, isMark[head] { head = sentence.heads[head] }
      return plain[head] ?? places.count
    }
    relations = places.map { sentence.relations[$0] }
  }
}
