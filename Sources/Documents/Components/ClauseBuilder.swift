/// The clauses of one sentence in the order of their verbs.
struct ClauseBuilder {
  let annotations: Annotations
  let sentence: Sentence
  /// The index that the sentence's first clause will have in the document.
  let firstClause: Int
  var clauses: [Clause] = []
  /// The token that heads each clause in the tree: the verb, or what a copula makes a predicate of.
  var predicates: [Int] = []
  var clauseOfPredicate: [Int: Int] = [:]

  var tokens: [Token] { annotations.tokens }
  var tags: [Tag] { annotations.tags }
  var tree: DependencyTree { annotations.tree }

  init(sentence: Sentence, annotations: Annotations, firstClause: Int) {
    self.sentence = sentence
    self.annotations = annotations
    self.firstClause = firstClause
  }

  mutating func build() -> [Clause] {
    for token in sentence.tokens { if let predicate = predicate(ofVerb: token) { add(token, predicate) } }
    for index in clauses.indices { clauses[index].governor = governor(of: predicates[index]) }
    for index in clauses.indices {
      let arguments = ClauseArguments(annotations: annotations, predicate: predicates[index])
      arguments.fill(&clauses[index])
    }
    addTimes()
    addPlaces()
    partAtSemicolons()
    let repair = SubjectRepair(annotations: annotations, sentence: sentence)
    for index in clauses.indices {
      repair.mend(&clauses[index], predicate: predicates[index], earlier: clauses[..<index], later: clauses[(index + 1)...])
    }
    for index in clauses.indices {
      moveLateSubjects(of: index)
      addNeighbours(index)
      if !clauses[index].objects.isEmpty, clauses[index].verb.count == 1, clauses[index].kind != .participle {
        clauses[index].isPassive = false
      }
    }
    for index in clauses.indices { returnForeign(index) }
    for index in clauses.indices { inheritSubjects(index, depth: 0) }
    for index in clauses.indices {
      clauses[index].adjuncts.sort { $0.token < $1.token }
      clauses[index].governor = clauses[index].governor.map { $0 + firstClause }
    }
    return clauses
  }

  /// An active verb with a subject before it has none behind it: what the parser took for one right there is the object, and
  /// farther on it is in apposition.
  mutating func moveLateSubjects(of index: Int) {
    let verb = clauses[index].verb
    func isLate(_ phrase: Int) -> Bool { annotations.phrases[phrase].tokens.lowerBound >= verb.upperBound }
    guard !clauses[index].isPassive, clauses[index].mainVerb == predicates[index], !clauses[index].subjects.allSatisfy(isLate)
    else { return }
    let late = clauses[index].subjects.filter(isLate)
    clauses[index].subjects.removeAll(where: isLate)
    guard clauses[index].objects.isEmpty else { return }
    clauses[index].objects = late.filter { annotations.phrases[$0].tokens.lowerBound == verb.upperBound }
  }

  /// The clause above a predicate.
  func governor(of predicate: Int) -> Int? {
    var above = tree.heads[predicate]
    while above >= 0 {
      if let clause = clauseOfPredicate[above] { return clause }
      above = tree.heads[above]
    }
    return nil
  }
}

extension Clause {
  mutating func add(_ preposition: String, _ phrase: Int, at token: Int, _ annotations: Annotations) {
    adjuncts.append(Adjunct(preposition: preposition, phrase: phrase, token: token))
    extend(to: annotations.phrases[phrase].tokens)
  }

  mutating func extend(to range: Range<Int>) {
    tokens = min(tokens.lowerBound, range.lowerBound)..<max(tokens.upperBound, range.upperBound)
  }
}
