import Linguistics

/// Learns the actions of the arc-eager parser with a dynamic oracle (Goldberg & Nivre 2012): after the first round it follows its
/// own choices, wrong ones too, and learns the best that can still be done, and to do it by a margin.
struct ParserTraining {
  private let sentences: [TaggedSentence]
  private let relationCount: Int
  private let rootRelation: Int
  private let isReversed: Bool
  private let seed: UInt64

  init(_ sentences: [TaggedSentence], relationNames: NameSet, isReversed: Bool, seed: UInt64) {
    self.sentences = sentences
    relationCount = relationNames.count
    rootRelation = relationNames.number(of: "root")!
    self.isReversed = isReversed
    self.seed = seed
  }

  func train(_ plan: SyntaxTraining.Plan) -> [UInt8] {
    let state = ParserState(relationCount: relationCount)
    let weights = FeatureWeights(classCount: state.classCount, isAdaptive: true)
    var features = FeatureList()
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: state.classCount)
    defer { scores.deallocate() }
    var random = SeededRandom(seed: seed)
    let oracles = sentences.map {
      DynamicOracle($0, relationCount: relationCount, rootRelation: rootRelation, isReversed: isReversed)
    }
    for round in 0..<plan.parserRounds {
      for number in random.order(oracles.count) {
        let oracle = oracles[number]
        state.reset(count: oracle.count)
        while !state.isFinished {
          features.removeAll()
          ParserFeatures.extract(state, oracle.forms, into: &features)
          weights.score(features, scores)
          let predicted = state.bestAction(scores, rootRelation: rootRelation)
          let gold = oracle.bestAction(state, scores)
          let right = oracle.isRight(predicted, state) ? predicted : gold
          if let rival = oracle.bestMistake(state, scores), rival != right, scores[rival] > scores[right] - plan.parserMargin {
            weights.update(features, right, 1)
            weights.update(features, rival, -1)
          }
          weights.advance()
          state.apply(round > 0 && random.unit() < 0.9 ? predicted : gold)
        }
      }
    }
    return FeatureWeights.packed(
      [weights], rowLimit: plan.parserRows, leastWeight: plan.parserLeastWeight, leastMoves: plan.leastMoves)
  }
}

/// How many arcs of the gold tree an action puts out of reach.
struct DynamicOracle {
  let forms: SentenceForms
  let count: Int
  private let heads: [Int]
  private let relations: [UInt8]
  private let relationCount: Int
  private let rootRelation: Int

  init(_ sentence: TaggedSentence, relationCount: Int, rootRelation: Int, isReversed: Bool) {
    count = sentence.forms.count
    self.relationCount = relationCount
    self.rootRelation = rootRelation
    if isReversed {
      let (count, gold) = (self.count, sentence)
      forms = SentenceForms()
      forms.reverse(of: sentence.forms)
      heads = (0..<count).map { gold.heads[count - 1 - $0] == count ? count : count - 1 - gold.heads[count - 1 - $0] }
      relations = gold.relations.reversed()
    } else {
      forms = sentence.forms
      heads = sentence.heads
      relations = sentence.relations
    }
  }

  func cost(_ action: Int, _ state: ParserState) -> Int {
    let next = state.next
    var cost = 0
    if action == ParserState.shift {
      for place in 0..<state.stackCount {
        let word = Int(state.stack[place])
        if heads[next] == word { cost += 1 }
        if heads[word] == next, state.heads[word] < 0 { cost += 1 }
      }
    } else if action == ParserState.reduce {
      for word in next..<count where heads[word] == state.top { cost += 1 }
    } else if action < 2 + relationCount {
      let top = state.top
      if heads[top] != next, heads[top] > next { cost += 1 }
      for word in next..<count where heads[word] == top { cost += 1 }
    } else {
      let top = state.top
      if heads[next] != top {
        if heads[next] > next { cost += 1 }
        for place in 0..<(state.stackCount - 1) where Int(state.stack[place]) == heads[next] { cost += 1 }
      }
      for place in 0..<state.stackCount {
        let word = Int(state.stack[place])
        if heads[word] == next, state.heads[word] < 0 { cost += 1 }
      }
    }
    return cost
  }

  /// An arc of the gold tree must bear its relation; any will do for an arc that is lost anyhow.
  func isRelationRight(_ action: Int, _ state: ParserState) -> Bool {
    guard action > ParserState.reduce else { return true }
    if action < 2 + relationCount {
      return heads[state.top] != state.next || Int(relations[state.top]) == action - 2
    }
    return heads[state.next] != state.top || Int(relations[state.next]) == action - 2 - relationCount
  }

  /// Whether an action puts nothing out of reach.
  func isRight(_ action: Int, _ state: ParserState) -> Bool { cost(action, state) == 0 && isRelationRight(action, state) }

  /// The allowed action with the highest score that is not right, if there is one.
  func bestMistake(_ state: ParserState, _ scores: UnsafePointer<Float>) -> Int? {
    var best: Int?
    func consider(_ action: Int) { if best.map({ scores[action] > scores[$0] }) ?? true { best = action } }
    /// Arcs by their first action: where the arc is right, only its relation can be wrong.
    func considerArcs(_ first: Int, isRoot: Bool) {
      let isArcRight = cost(first, state) == 0
      for relation in 0..<relationCount where (relation == rootRelation) == isRoot {
        if !isArcRight || !isRelationRight(first + relation, state) { consider(first + relation) }
      }
    }
    if state.canShift, cost(ParserState.shift, state) > 0 { consider(ParserState.shift) }
    if state.canReduce, cost(ParserState.reduce, state) > 0 { consider(ParserState.reduce) }
    if state.canLeftArc { considerArcs(2, isRoot: state.next == count) }
    if state.canRightArc { considerArcs(2 + relationCount, isRoot: false) }
    return best
  }

  /// The allowed action of the lowest cost; of several, the one with the highest score.
  func bestAction(_ state: ParserState, _ scores: UnsafePointer<Float>) -> Int {
    var best = -1
    var least = Int.max
    func consider(_ action: Int, _ cost: Int) {
      guard cost < least || cost == least && scores[action] > scores[best] else { return }
      (best, least) = (action, cost)
    }
    if state.canShift { consider(ParserState.shift, cost(ParserState.shift, state)) }
    if state.canReduce { consider(ParserState.reduce, cost(ParserState.reduce, state)) }
    if state.canLeftArc {
      let cost = cost(2, state)
      if heads[state.top] == state.next {
        consider(2 + (state.next == count ? rootRelation : Int(relations[state.top])), cost)
      } else if state.next == count {
        consider(2 + rootRelation, cost)
      } else {
        consider(2 + bestRelation(scores + 2), cost)
      }
    }
    if state.canRightArc {
      let cost = cost(2 + relationCount, state)
      let relation = heads[state.next] == state.top ? Int(relations[state.next]) : bestRelation(scores + 2 + relationCount)
      consider(2 + relationCount + relation, cost)
    }
    return best
  }

  private func bestRelation(_ scores: UnsafePointer<Float>) -> Int {
    var best = rootRelation == 0 ? 1 : 0
    for relation in 0..<relationCount where relation != rootRelation && scores[relation] > scores[best] { best = relation }
    return best
  }
}
