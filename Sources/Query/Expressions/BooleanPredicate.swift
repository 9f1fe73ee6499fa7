import Cypher
import Graph

/// Any Boolean expression as a condition: evaluated whole, then its rows are picked.
struct BooleanPredicate: CompiledPredicate {
  let condition: any CompiledExpression
  let span: SourceSpan

  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    let vector = try condition.evaluate(batch, context)
    switch vector.storage {
    case .constant(.boolean(let value), _): return value == truth ? batch.selectedRows : []
    case .constant(.null, _): return []
    default:
      let truths = try TruthRows(vector, batch, span)
      return SelectionSink(truth: truth).collect(batch, nulls: truths.nulls) { truths.values[$0] }
    }
  }
}
