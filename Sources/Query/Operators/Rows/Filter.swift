import Cypher
import Graph

/// Keeps the rows for which every condition holds: narrows the selection, moves nothing.
final class Filter: Operator {
  private let predicates: [any CompiledPredicate]
  /// Whoever finds the rows by one of the conditions, and which: it holds as long as what is found there is exact.
  private let assured: (seek: NodeSeek, predicate: Int)?
  @exclusivity(unchecked) private var batches = HalvedBatches()

  init(input: Operator, predicates: [any CompiledPredicate], assured: (seek: NodeSeek, predicate: Int)? = nil) {
    self.predicates = predicates
    self.assured = assured
    super.init(layout: input.layout, inputs: [input])
  }

  override var isReusable: Bool { true }

  override var isExhausted: Bool { batches.isEmpty && input.isExhausted }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      let kept = try batches.next(input, context) { (batch) throws(CypherError) in try rowsKept(batch, context.evaluation) }
      guard let kept else { return nil }
      if kept.selectedCount > 0 { return kept }
    }
  }

  private func rowsKept(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Batch {
    var batch = batch
    let known = assured.map { $0.seek.isExact ? $0.predicate : -1 } ?? -1
    for (place, predicate) in predicates.enumerated() where place != known && batch.selectedCount > 0 {
      batch = batch.narrowed(to: try predicate.select(batch, context))
    }
    return batch
  }

  override func reset() { batches = HalvedBatches() }

  override func makePart(_ range: Range<Int>) -> Operator? {
    input.part(range).map { Filter(input: $0, predicates: predicates) }
  }
}
