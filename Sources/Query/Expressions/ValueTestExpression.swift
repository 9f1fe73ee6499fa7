import Cypher
import Graph

/// A test of each value by itself, such as `value IS :: type`.
struct ValueTestExpression: RowTestExpression {
  let operand: any CompiledExpression
  /// Nil where the answer is null.
  let test: @Sendable (Value) -> Bool?

  func run<Sink: RowTestSink>(
    _ batch: Batch, _ context: EvaluationContext, _ sink: Sink
  ) throws(CypherError) -> Sink.Output {
    let values = try operand.evaluate(batch, context)
    return sink.collect(batch) { test(values[$0]) }
  }
}

/// `condition IS TRUE`, `IS FALSE`, `IS UNKNOWN`: never null.
struct TruthTestExpression: RowTestExpression {
  let operand: any CompiledExpression
  let truth: TruthValue
  let span: SourceSpan

  func run<Sink: RowTestSink>(
    _ batch: Batch, _ context: EvaluationContext, _ sink: Sink
  ) throws(CypherError) -> Sink.Output {
    let values = try operand.evaluate(batch, context)
    var answers = [Bool?](repeating: nil, count: batch.rowCount)
    for row in batch.selectedRows.lazy.map({ Int($0) }) {
      switch values[row] {
      case .null: answers[row] = truth == .unknown
      case .boolean(let value): answers[row] = truth == (value ? .true : .false)
      case let other: throw .notBoolean(other, at: span)
      }
    }
    return sink.collect(batch) { answers[$0] }
  }
}
