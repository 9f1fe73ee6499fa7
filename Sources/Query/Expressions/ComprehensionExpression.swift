import Cypher
import Graph

/// `[variable IN list WHERE filter | projection]`.
struct ComprehensionExpression: CompiledExpression {
  let list: any CompiledExpression
  /// Compiled against the outer layout with the variable as one more column.
  let filter: (any CompiledPredicate)?
  /// Nil where the elements themselves are wanted.
  let projection: (any CompiledExpression)?
  let rows: LocalRows
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let lists = try list.evaluate(batch, context)
    var results = [[Value]](repeating: [], count: batch.rowCount)
    try rows.forEachChunk(of: lists, batch, context, span) { chunk throws(CypherError) in
      var inner = chunk.batch
      if let filter { inner = inner.narrowed(to: try filter.select(inner, context)) }
      let values = try projection?.evaluate(inner, context) ?? inner.columns[inner.columns.count - 1]
      for row in inner.selectedRows { results[Int(chunk.outerRows[Int(row)])].append(values[Int(row)]) }
    }
    return Vector(.values((0..<batch.rowCount).map { lists.isNull($0) ? .null : .list(results[$0]) }))
  }
}
