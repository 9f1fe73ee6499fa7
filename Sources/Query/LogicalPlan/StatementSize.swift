import Cypher

/// Refuses queries whose plan would be so deep that walking it could exhaust a thread's stack.
enum StatementSize {
  /// About as many steps as a plan may have on the way from its first row to its last.
  static let largestStepCount = 1000

  static func check(_ query: SingleQuery) throws(CypherError) {
    var stepCount = 0
    for (index, clause) in query.clauses.enumerated() {
      let continuesRun = index > 0 && clause.isCreate && query.clauses[index - 1].isCreate
      stepCount += continuesRun ? 0 : clause.stepCount
      guard stepCount <= largestStepCount else {
        throw CypherError(
          .syntaxError, "StatementTooLong", "the query needs more than \(largestStepCount) steps one after the other",
          at: clause.span, hint: "split it into several statements")
      }
    }
  }
}

extension Clause {
  fileprivate var isCreate: Bool { if case .create = kind { true } else { false } }

  /// How many steps the clause becomes, the barriers of an update included.
  fileprivate var stepCount: Int {
    switch kind {
    case .match(let match): 1 + match.pattern.paths.reduce(0) { $0 + 1 + 3 * $1.steps.count }
    case .merge(let merge): 3 + 3 * merge.pattern.steps.count
    case .create, .set, .remove, .delete: 3
    case .unwind, .call: 1
    case .with, .return: 3
    }
  }
}
