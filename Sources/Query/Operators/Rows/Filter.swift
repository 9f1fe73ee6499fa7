import Cypher
import Graph

/// Keeps the rows for which every condition holds: narrows the selection, moves nothing.
final class Filter: Operator {
  private let predicates: [any CompiledPredicate]

  init(input: Operator, predicates: [any CompiledPredicate]) {
    self.predicates = predicates
    super.init(layout: input.layout, inputs: [input])
  }

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while var batch = try input.next(context) {
      for predicate in predicates where batch.selectedCount > 0 {
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
