import Cypher
import Graph
import GraphStorage

/// `n:A:B`: true if the node has every label, or the relationship has that type; null for null.
struct LabelTestExpression: RowTestExpression {
  let element: any CompiledExpression
  let labels: [String]
  let span: SourceSpan

  func run<Sink: RowTestSink>(
    _ batch: Batch, _ context: EvaluationContext, _ sink: Sink
  ) throws(CypherError) -> Sink.Output {
    let element = try self.element.evaluate(batch, context)
    let snapshot = context.snapshot
    let labelIDs = labels.map { snapshot.labelID($0) }
    let known = labelIDs.compactMap { $0 }
    let areAllKnown = known.count == labels.count
    if case .nodes(let nodes) = element.storage, context.deletedNodes.isEmpty {
      guard areAllKnown, let first = known.first else { return sink.collect(batch, nulls: element.nulls) { _ in false } }
      var answers = snapshot.has(first, nodes)
      for label in known.dropFirst() {
        let more = snapshot.has(label, nodes)
        for row in answers.indices where !more[row] { answers[row] = false }
      }
      return sink.collect(batch, nulls: element.nulls) { answers[$0] }
    }
    var answers = [Bool?](repeating: nil, count: batch.rowCount)
    for row in batch.selectedRows { answers[Int(row)] = try test(element[Int(row)], known, areAllKnown, context) }
    return sink.collect(batch) { answers[$0] }
  }

  private func test(
    _ value: Value, _ known: [LabelID], _ areAllKnown: Bool, _ context: EvaluationContext
  ) throws(CypherError) -> Bool? {
    switch value {
    case .null: return nil
    case .node(let node):
      if context.deletedNodes.contains(node.id) { throw .deletedAccess("node", at: span) }
      return areAllKnown && known.allSatisfy { context.snapshot.has($0, node.id) }
    case .relationship(let relationship):
      let type = context.typeName(of: relationship.id)
      return labels.allSatisfy { $0 == type }
    default:
      throw .invalidType("labels are tested on a Node, found \(value.type.phrase)", at: span)
    }
  }
}
