import Cypher
import Graph

/// A step of a running query: pulls batches from the operators below and gives batches to the one above.
///
/// An operator keeps the state of one run. `restart` makes it begin again, which an operator that runs another one repeatedly
/// uses, and so does the statement's next run. The batches given out have at least one selected row and at most
/// `Batch.capacity` rows.
class Operator {
  /// The columns of the batches given out.
  let layout: RowLayout
  let inputs: [Operator]
  /// What EXPLAIN shows; nil for an operator that the mapper made for itself, and where nobody will ask.
  var description: OperatorDescription?
  /// Rows and time, where the statement is profiled.
  @exclusivity(unchecked) var profile: OperatorProfile?

  init(layout: RowLayout, inputs: [Operator]) {
    self.layout = layout
    self.inputs = inputs
  }

  /// The operator that rows come from.
  final var input: Operator { inputs[0] }

  /// The next batch, nil at the end. What a subclass defines; others call `next`.
  func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    preconditionFailure("an operator must say what it produces")
  }

  /// True where `reset` leaves nothing of a run behind, least of all a graph, so that the operator may lie ready for the
  /// statement's next run. For an operator to say of itself.
  var isReusable: Bool { false }

  /// True where it goes on in temporary space when it has passed its share of the memory.
  var maySpill: Bool { false }

  /// True once it is known, without any work, that there is no further batch. Whoever asks spares the pull that finds the end.
  var isExhausted: Bool { false }

  /// Forgets what this operator itself has read and kept; `restart` has seen to those below.
  func reset() {}

  /// What `part` copies; nil for an operator that cannot be copied.
  func makePart(_ range: Range<Int>) -> Operator? { nil }

  final func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    try context.evaluation.poll()
    guard let profile else { return try produce(context) }
    let start = profile.start()
    let caller = context.profile
    context.profile = profile
    defer {
      context.profile = caller
      profile.stop(start)
    }
    let batch = try produce(context)
    profile.rowCount += batch?.selectedCount ?? 0
    return batch
  }

  /// True where this operator and all below it may be used for another run.
  final var isTreeReusable: Bool { isReusable && inputs.allSatisfy(\.isTreeReusable) }

  /// How many of this operator and those below may go on in temporary space.
  final var spillerCount: Int { inputs.reduce(maySpill ? 1 : 0) { $0 + $1.spillerCount } }

  /// Begins again from the first row.
  final func restart() {
    for input in inputs { input.restart() }
    reset()
  }
}
