import Cypher
import Graph

/// Any Boolean expression as a condition: evaluated whole, then its rows are picked.
struct BooleanPredicate: CompiledPredicate {
  let condition: any CompiledExpression
  let span: SourceSpan

  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    let vector = try condition.evaluate(batch, context)
    switch vector.storage {
    case .booleans(let rows): return pick(truth, rows, vector.nulls, batch)
    case .constant(.boolean(let value), _): return value == truth ? batch.selectedRows : []
    case .constant(.null, _): return []
    default:
      var selected: [UInt32] = []
      for row in batch.selectedRows {
        switch vector[Int(row)] {
        case .boolean(let value): if value == truth { selected.append(row) }
        case .null: break
        default:
          throw CypherError(.typeError, "InvalidArgumentType", phase: .runtime, "a condition is neither true nor false", at: span)
        }
      }
      return selected
    }
  }

  private func pick(_ truth: Bool, _ rows: [Bool], _ nulls: NullMask?, _ batch: Batch) -> [UInt32] {
    guard let nulls else { return batch.rows { rows[$0] == truth } }
    return batch.rows { rows[$0] == truth && !nulls[$0] }
  }
}
