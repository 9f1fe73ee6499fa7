import Cypher
import Graph

/// `reduce(accumulator = start, variable IN list | step)`: step n of all rows at once, on rows whose lists are long enough.
///
/// With a test it is `allReduce`: true if the test holds after every step, null if it is null after one and false after none.
/// A row whose test has failed takes no more steps.
struct ReduceExpression: CompiledExpression {
  let start: any CompiledExpression
  let list: any CompiledExpression
  /// Compiled against the outer layout with the accumulator and then the variable as two more columns.
  let step: any CompiledExpression
  /// Compiled as `step`, for the accumulator that the step has given.
  let test: (any CompiledExpression)?
  let rows: LocalRows
  /// The place of the list.
  let span: SourceSpan
  let testSpan: SourceSpan
  /// How many lists and maps a step may put around its accumulator.
  let levelsPerStep: Int

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let starts = try start.evaluate(batch, context)
    let lists = try list.evaluate(batch, context)
    var results = [Value](repeating: .null, count: batch.rowCount)
    var verdicts = [Bool?](repeating: true, count: batch.rowCount)
    var hasList = [Bool](repeating: false, count: batch.rowCount)
    var elements: [(row: UInt32, list: [Value])] = []
    for row in batch.selectedRows {
      guard let list = try LocalRows.list(lists[Int(row)], span) else { continue }
      results[Int(row)] = starts[Int(row)]
      hasList[Int(row)] = true
      if !list.isEmpty { elements.append((row, list)) }
    }
    var nesting = NestingGuard(levelsPerStep: levelsPerStep, span: span)
    var position = 0
    while !elements.isEmpty {
      try context.poll()
      let active = elements.map(\.row)
      let accumulators = Vector(packing: active.map { results[Int($0)] })
      let current = Vector(packing: elements.map { $0.list[position] })
      let inner = rows.batch(batch, rows: active, adding: [accumulators, current])
      let stepped = try step.evaluate(inner, context)
      try nesting.check(stepped)
      for (index, row) in active.enumerated() { results[Int(row)] = stepped[index] }
      if let test {
        let outcome = rows.batch(batch, rows: active, adding: [stepped, current])
        let truths = try TruthRows(test.evaluate(outcome, context), outcome, testSpan)
        for (index, row) in active.enumerated() where verdicts[Int(row)] != false {
          if truths.isNull(index) { verdicts[Int(row)] = nil } else if !truths.values[index] { verdicts[Int(row)] = false }
        }
      }
      position += 1
      elements.removeAll { $0.list.count == position || verdicts[Int($0.row)] == false }
    }
    guard test != nil else { return Vector(.values(results)) }
    return BooleanSink().collect(batch) { hasList[$0] ? verdicts[$0] : nil }
  }
}
