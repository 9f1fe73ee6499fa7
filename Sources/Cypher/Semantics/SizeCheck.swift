/// How long a query may be. Each clause, and each element of a pattern that is looked for, is a level of the plan, and plans are
/// walked by recursion: without a limit a text could overflow the stack.
struct SizeCheck {
  /// Steps of one query between two UNIONs. A clause counts two, for what may have to stand between it and the next; a CREATE
  /// that follows another counts nothing, because the planner joins them.
  static let largestStepCount = 2_000

  func check(_ query: SingleQuery) throws(CypherError) {
    var stepCount = 0
    var followsCreate = false
    for clause in query.clauses {
      if case .create = clause.kind {
        if !followsCreate { stepCount += 2 }
        followsCreate = true
      } else {
        stepCount += 2 + clause.searchedElementCount
        followsCreate = false
      }
      guard stepCount <= Self.largestStepCount else {
        throw CypherError(
          .syntaxError, .unexpectedSyntax,
          "the query has more than \(Self.largestStepCount / 2) clauses, or as many elements in its patterns",
          at: clause.keywordSpan,
          hint: "split it into statements, or pass a list as a parameter and UNWIND it")
      }
    }
  }
}

extension Clause {
  /// The nodes and relationships that the clause looks for; for the clauses inside it, their steps.
  fileprivate var searchedElementCount: Int {
    switch kind {
    case .match(let match): match.pattern.paths.reduce(0) { $0 + $1.nodes.count + $1.relationships.count }
    case .merge(let merge): 1 + 2 * merge.pattern.steps.count
    case .subquery(let call): call.query.clauses.reduce(0) { $0 + 2 + $1.searchedElementCount }
    case .foreach(let loop): loop.clauses.reduce(2) { $0 + 2 + $1.searchedElementCount }
    default: 0
    }
  }
}
