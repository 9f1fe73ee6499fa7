/// Tagged words → one tree a sentence: several greedy arc-eager parsers, some from left to right, some from right to left, vote
/// on each word's head and relation; the best projective tree with one root wins (Sagae & Lavie 2006) and is revised.
package struct DependencyParser {
  package struct Voter {
    let model: LinearModel
    /// Reads from the last word to the first.
    let isReversed: Bool

    package init(model: LinearModel, isReversed: Bool) {
      self.model = model
      self.isReversed = isReversed
    }
  }

  private let voters: [Voter]
  private let revision: TreeRevision?
  private let relationCount: Int
  private let rootRelation: Int
  private let markRelation: UInt8
  private let isMark: [Bool]

  /// `isMark` tells for each tag whether its words are punctuation: they hang by rules (`PunctuationAttachment`).
  package init(
    voters: [Voter], revision: TreeRevision? = nil, relationCount: Int, rootRelation: Int, markRelation: Int, isMark: [Bool]
  ) {
    self.voters = voters
    self.revision = revision
    self.relationCount = relationCount
    self.rootRelation = rootRelation
    self.markRelation = UInt8(markRelation)
    self.isMark = isMark
  }

  /// Which words are punctuation by their tags.
  package static func marks(_ sentence: SentenceForms, _ isMark: [Bool]) -> [Bool] {
    (0..<sentence.count).map { sentence.tags[$0] != 255 && isMark[Int(sentence.tags[$0])] }
  }

  /// What a thread needs while it parses.
  package struct Workspace: ~Copyable {
    var features = FeatureList()
    let plain = SentenceForms()
    let reversed = SentenceForms()
    let state: ParserState
    let scores: UnsafeMutablePointer<Int32>
    var heads: [[Int32]]
    var relations: [[UInt8]]
    var margins: [[Float]]

    package init(_ parser: borrowing DependencyParser) {
      state = ParserState(relationCount: parser.relationCount)
      scores = .allocate(capacity: state.classCount)
      heads = .init(repeating: [], count: parser.voters.count)
      relations = .init(repeating: [], count: parser.voters.count)
      margins = .init(repeating: [], count: parser.voters.count)
    }

    deinit { scores.deallocate() }
  }

  /// Heads (`count` is the root) and relations of the words. Complexity: O(words); O(words³) where the voters'
  /// choices make no tree.
  package func parse(
    _ sentence: SentenceForms, _ workspace: inout Workspace, heads: inout [Int], relations: inout [UInt8]
  ) {
    let marks = Self.marks(sentence, isMark)
    let places = workspace.plain.removeMarks(of: sentence, isMark: marks)
    var plainHeads: [Int] = []
    var plainRelations: [UInt8] = []
    parsePlain(workspace.plain, &workspace, heads: &plainHeads, relations: &plainRelations)
    heads = [Int](repeating: sentence.count, count: sentence.count)
    relations = [UInt8](repeating: markRelation, count: sentence.count)
    for (index, place) in places.enumerated() {
      heads[place] = plainHeads[index] == places.count ? sentence.count : places[plainHeads[index]]
      relations[place] = plainRelations[index]
    }
    PunctuationAttachment.attach(sentence, isMark: marks, heads: &heads)
    if places.isEmpty, sentence.count > 0 { relations[0] = UInt8(rootRelation) }
  }

  private func parsePlain(
    _ sentence: SentenceForms, _ workspace: inout Workspace, heads: inout [Int], relations: inout [UInt8]
  ) {
    let votes = vote(sentence, &workspace)
    votes.decide(rootRelation: UInt8(rootRelation), heads: &heads, relations: &relations)
    revision?.revise(
      sentence, votes, rootRelation: UInt8(rootRelation), &workspace.features, heads: &heads, relations: &relations)
  }

  /// What each voter says of a sentence without marks. Complexity: O(words).
  package func vote(_ sentence: SentenceForms, _ workspace: inout Workspace) -> TreeVote {
    if voters.contains(where: \.isReversed) { workspace.reversed.reverse(of: sentence) }
    for (index, voter) in voters.enumerated() {
      run(voter, index, voter.isReversed ? workspace.reversed : sentence, &workspace)
    }
    return TreeVote(
      count: sentence.count, heads: workspace.heads, relations: workspace.relations, margins: workspace.margins)
  }

  private func run(_ voter: Voter, _ index: Int, _ sentence: SentenceForms, _ workspace: inout Workspace) {
    let state = workspace.state
    let count = sentence.count
    state.reset(count: count)
    var heads = [Int32](repeating: Int32(count), count: count)
    var relations = [UInt8](repeating: UInt8(rootRelation), count: count)
    var margins = [Float](repeating: 0, count: count)
    func place(_ word: Int) -> Int { voter.isReversed && word < count ? count - 1 - word : word }
    while !state.isFinished {
      if let action = state.onlyAction {
        state.apply(action)
        continue
      }
      workspace.features.removeAll()
      ParserFeatures.extract(state, sentence, into: &workspace.features)
      workspace.scores.update(repeating: 0, count: voter.model.classCount)
      voter.model.score(workspace.features, into: workspace.scores)
      let action = state.bestAction(workspace.scores, rootRelation: rootRelation)
      if action > ParserState.reduce {
        let isLeft = action < 2 + relationCount
        let dependent = isLeft ? state.top : state.next
        margins[place(dependent)] = Float(workspace.scores[action]) * voter.model.scale
      }
      state.apply(action)
    }
    for word in 0..<count {
      heads[place(word)] = Int32(place(Int(state.heads[word])))
      relations[place(word)] = state.relations[word]
    }
    workspace.heads[index] = heads
    workspace.relations[index] = relations
    workspace.margins[index] = margins
  }
}
