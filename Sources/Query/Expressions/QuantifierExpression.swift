import Cypher
import Graph

/// `all`, `any`, `none`, `single(variable IN list WHERE filter)`: null where the elements for which the filter is null could
/// decide.
struct QuantifierExpression: CompiledExpression {
  /// How the elements of one list fared.
  private struct Tally {
    var trueCount = 0
    var falseCount = 0
    var nullCount = 0
  }

  let quantifier: Quantifier
  let list: any CompiledExpression
  /// Compiled against the outer layout with the variable as one more column.
  let filter: any CompiledExpression
  let rows: LocalRows
  /// The place of the list.
  let span: SourceSpan
  let filterSpan: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let lists = try list.evaluate(batch, context)
    var tallies = [Tally](repeating: Tally(), count: batch.rowCount)
    try rows.forEachChunk(of: lists, batch, context, span) { chunk throws(CypherError) in
      let truths = try TruthRows(filter.evaluate(chunk.batch, context), chunk.batch, filterSpan)
      for (row, outerRow) in chunk.outerRows.enumerated() {
        if truths.isNull(row) {
          tallies[Int(outerRow)].nullCount += 1
        } else if truths.values[row] {
          tallies[Int(outerRow)].trueCount += 1
        } else {
          tallies[Int(outerRow)].falseCount += 1
        }
      }
    }
    return BooleanSink().collect(batch) { lists.isNull($0) ? nil : verdict(tallies[$0]) }
  }

  private func verdict(_ tally: Tally) -> Bool? {
    let isOpen = tally.nullCount > 0
    switch quantifier {
    case .all: return tally.falseCount > 0 ? false : isOpen ? nil : true
    case .any: return tally.trueCount > 0 ? true : isOpen ? nil : false
    case .none: return tally.trueCount > 0 ? false : isOpen ? nil : true
    case .single: return tally.trueCount > 1 ? false : isOpen ? nil : tally.trueCount == 1
    }
  }
}
