/// A statement ready to be run again and again: its plan and, between runs, its operators.
final class PreparedStatement {
  let plan: StatementPlan
  /// True once the graph has been seen to have all names that the statement uses, so that there is nothing to warn of.
  @exclusivity(unchecked) var areNamesKnown = false
  /// What a run has given back and the next one takes. A result that is still being drawn has its operators with it, so a
  /// run that begins meanwhile finds none here and makes its own.
  @exclusivity(unchecked) private(set) var idleOperators: OperatorTree?

  init(_ plan: StatementPlan) { self.plan = plan }

  func takeOperators() -> OperatorTree? {
    var taken: OperatorTree?
    swap(&taken, &idleOperators)
    return taken
  }

  /// Takes the operators of a run that came to its end; they forget the run here.
  func giveBack(_ operators: OperatorTree) {
    operators.root.restart()
    idleOperators = operators
  }
}

/// The operators of a query and what is the same for all its runs.
final class OperatorTree {
  let root: Operator
  /// Where the columns of the result stand in the root's batches.
  let places: [Int]
  /// How many of the operators may go on in temporary space.
  let spillerCount: Int

  init(_ root: Operator, columns: [String]) {
    self.root = root
    places = columns.map { root.layout.index(of: $0)! }
    spillerCount = root.spillerCount
  }
}
