import Cypher
import Graph

/// A test that is written once and gives either a Boolean vector or the rows that pass, as the sink asks.
protocol RowTestExpression: CompiledExpression, CompiledPredicate {
  func run<Sink: RowTestSink>(
    _ batch: Batch, _ context: EvaluationContext, _ sink: Sink
  ) throws(CypherError) -> Sink.Output
}

extension RowTestExpression {
  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    try run(batch, context, BooleanSink())
  }

  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    try run(batch, context, SelectionSink(truth: truth))
  }
}
