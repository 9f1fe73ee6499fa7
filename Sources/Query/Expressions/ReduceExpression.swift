import Cypher
import Graph

/// `reduce(accumulator = start, variable IN list | step)`: step n of all rows at once, on rows whose lists are long enough.
struct ReduceExpression: CompiledExpression {
  let start: any CompiledExpression
  let list: any CompiledExpression
  /// Compiled against the outer layout with the accumulator and then the variable as two more columns.
  let step: any CompiledExpression
  let rows: LocalRows
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let starts = try start.evaluate(batch, context)
    let lists = try list.evaluate(batch, context)
    var results = [Value](repeating: .null, count: batch.rowCount)
    var elements: [(row: UInt32, list: [Value])] = []
    for row in batch.selectedRows {
      guard let list = try LocalRows.list(lists[Int(row)], span) else { continue }
      results[Int(row)] = starts[Int(row)]
      if !list.isEmpty { elements.append((row, list)) }
    }
    var position = 0
    while !elements.isEmpty {
      try context.poll()
      let active = elements.map(\.row)
      let accumulators = Vector(packing: active.map { results[Int($0)] })
      let current = Vector(packing: elements.map { $0.list[position] })
      let inner = rows.batch(batch, rows: active, adding: [accumulators, current])
      let stepped = try step.evaluate(inner, context)
      for (index, row) in active.enumerated() { results[Int(row)] = stepped[index] }
      position += 1
      elements.removeAll { $0.list.count == position }
    }
    return Vector(.values(results))
  }
}
