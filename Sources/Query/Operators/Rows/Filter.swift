import Cypher
import Graph

/// Keeps the rows for which every condition holds: narrows the selection, moves nothing.
final class Filter: Operator {
  private let predicates: [any CompiledPredicate]
  /// Whoever finds the rows by one of the conditions, and which: it holds as long as what is found there is exact.
  private let assured: (seek: NodeSeek, predicate: Int)?

  init(input: Operator, predicates: [any CompiledPredicate], assured: (seek: NodeSeek, predicate: Int)? = nil) {
    self.predicates = predicates
    self.assured = assured
    super.init(layout: input.layout, inputs: [input])
  }

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while var batch = try input.next(context) {
      let known = assured.map { $0.seek.isExact ? $0.predicate : -1 } ?? -1
      for (place, predicate) in predicates.enumerated() where place != known && batch.selectedCount > 0 {
        batch = batch.narrowed(to: try predicate.select(batch, context.evaluation))
      }
      if batch.selectedCount > 0 { return batch }
    }
    return nil
  }

  override func makePart(_ range: Range<Int>) -> Operator? {
    input.part(range).map { Filter(input: $0, predicates: predicates) }
  }
}
