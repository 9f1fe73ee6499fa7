import Cypher
import Graph
import GraphStorage

/// `n:A|B`: true if the expression holds for the node's labels, or for the relationship's type; null for null.
struct LabelTestExpression: RowTestExpression {
  let element: any CompiledExpression
  let labels: LabelCondition<any CompiledExpression>
  let span: SourceSpan

  func run<Sink: RowTestSink>(
    _ batch: Batch, _ context: EvaluationContext, _ sink: Sink
  ) throws(CypherError) -> Sink.Output {
    let element = try self.element.evaluate(batch, context)
    let labels = try self.labels.map { names throws(CypherError) in try names.evaluate(batch, context) }
    if case .nodes(let nodes) = element.storage, context.deletedNodes.isEmpty {
      let answers = try labels.answers(for: nodes, nulls: element.nulls, batch, context.snapshot)
      return sink.collect(batch, nulls: element.nulls) { answers[$0] }
    }
    var answers = [Bool?](repeating: nil, count: batch.rowCount)
    for row in batch.selectedRows {
      guard let subject = try subject(element[Int(row)], context) else { continue }
      answers[Int(row)] = try labels.holds(for: subject, Int(row))
    }
    return sink.collect(batch) { answers[$0] }
  }

  private func subject(_ value: Value, _ context: EvaluationContext) throws(CypherError) -> LabelledElement? {
    switch value {
    case .null: return nil
    case .node(let node):
      if context.deletedNodes.contains(node.id) { throw .deletedAccess("node", at: span) }
      return .node(node.id, context.snapshot)
    case .relationship(let relationship): return .relationship(type: context.typeName(of: relationship.id))
    default:
      throw .invalidType("labels are tested on a Node, found \(value.type.phrase)", at: span)
    }
  }
}
