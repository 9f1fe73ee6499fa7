import Cypher
import Graph
import GraphStorage

/// DELETE and DETACH DELETE. All rows come in first, then relationships go before nodes, so that a clause that names a node
/// and all its relationships succeeds in whatever order it names them.
final class Delete: Operator {
  private let targets: [any CompiledExpression]
  private let spans: [SourceSpan]
  private let isDetaching: Bool
  private var rows = RowBuffer()
  private var reader: RowBuffer.Reader?

  init(input: Operator, targets: [any CompiledExpression], spans: [SourceSpan], isDetaching: Bool) {
    self.targets = targets
    self.spans = spans
    self.isDetaching = isDetaching
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if reader == nil {
      try deleteAll(context)
      reader = rows.reader()
    }
    return try reader!.next()
  }

  private func deleteAll(_ context: ExecutionContext) throws(CypherError) {
    var nodes: [(node: NodeID, span: SourceSpan)] = []
    let writer = GraphWriter(context)
    var relationships: [RelationshipID] = []
    while let batch = try input.next(context) {
      try rows.append(batch, context)
      for (target, span) in zip(targets, spans) {
        let values = try target.evaluate(batch, context.evaluation)
        var found: [NodeID] = []
        try CypherError.placing(at: span) { () throws(CypherError) in
          for row in batch.selectedRows { try Self.collect(values[Int(row)], &found, &relationships) }
        }
        nodes += found.map { ($0, span) }
      }
    }
    for relationship in relationships { writer.delete(relationship) }
    for (node, span) in nodes {
      try CypherError.placing(at: span) { () throws(CypherError) in try writer.delete(node, detaching: isDetaching) }
    }
    context.showChanges()
  }

  private static func collect(
    _ value: Value, _ nodes: inout [NodeID], _ relationships: inout [RelationshipID]
  ) throws(CypherError) {
    switch value {
    case .null: break
    case .node(let node): nodes.append(node.id)
    case .relationship(let relationship): relationships.append(relationship.id)
    case .path(let path):
      nodes += path.nodes.map(\.id)
      relationships += path.relationships.map(\.id)
    default:
      throw .notAnElement(
        "a node, a relationship or a path", value, hint: "DELETE takes whole elements; REMOVE n.key takes a property away")
    }
  }

  override var maySpill: Bool { true }

  override var isReusable: Bool { true }

  override func reset() {
    rows.release()
    reader = nil
  }
}
