/// A statement ready to be run again and again: its plan and, between runs, its operators.
final class PreparedStatement {
  let plan: StatementPlan
  /// True once the graph has been seen to have all names that the statement uses, so that there is nothing to warn of.
  @exclusivity(unchecked) var areNamesKnown = false
  /// What a run has given back and the next one takes. A result that is still being drawn has its operators with it, so a
  /// run that begins meanwhile finds none here and makes its own.
  @exclusivity(unchecked) private(set) var idleOperators: Operator?

  init(_ plan: StatementPlan) { self.plan = plan }

  func takeOperators() -> Operator? {
    defer { idleOperators = nil }
    return idleOperators
  }

  /// Takes the operators of a run that came to its end; they forget the run here.
  func giveBack(_ root: Operator) {
    root.restart()
    idleOperators = root
  }
}
