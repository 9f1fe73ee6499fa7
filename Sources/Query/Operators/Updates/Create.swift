import Cypher
import Graph
import GraphStorage

/// What CREATE and MERGE make for a row, compiled.
struct Creation {
  struct NodeItem {
    var labels: WrittenLabels<any CompiledExpression>
    var properties: PropertyExpressions
    var span: SourceSpan
  }

  struct RelationshipItem {
    var type: WrittenLabels<any CompiledExpression>
    var source: End
    var target: End
    var properties: PropertyExpressions
    var span: SourceSpan
    var propertySpan: SourceSpan
  }

  /// An end of a new relationship: a column of the row, or the n-th node made for it.
  enum End {
    case column(Int)
    case created(Int)
  }

  var nodes: [NodeItem]
  var relationships: [RelationshipItem]

  /// Makes the elements of every row of a batch without a selection; one vector for each item, nodes first.
  func run(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> [Vector] {
    var nodeProperties: [PropertyColumns] = []
    for item in nodes { nodeProperties.append(try item.properties.evaluate(batch, context)) }
    var relationshipProperties: [PropertyColumns] = []
    for item in relationships { relationshipProperties.append(try item.properties.evaluate(batch, context)) }
    let writer = GraphWriter(context)
    var labels: [LabelColumn] = []
    for item in nodes { labels.append(try LabelColumn(item.labels, batch, writer)) }
    var types: [TypeColumn] = []
    for item in relationships { types.append(try TypeColumn(item.type, item.span, batch, writer)) }

    var made = [[NodeID]](repeating: [], count: nodes.count)
    var joined = [[RelationshipID]](repeating: [], count: relationships.count)
    for row in 0..<UInt32(batch.rowCount) {
      for (index, item) in nodes.enumerated() {
        try CypherError.placing(at: item.span) { () throws(CypherError) in
          let entries = try nodeProperties[index].entries(of: row, context.snapshot)
          made[index].append(try writer.createNode(labels: try labels[index].labels(of: row), entries))
        }
      }
      for (index, item) in relationships.enumerated() {
        let source = try node(item.source, item.span, row, batch, made)
        let target = try node(item.target, item.span, row, batch, made)
        try CypherError.placing(at: item.propertySpan) { () throws(CypherError) in
          let entries = try relationshipProperties[index].entries(of: row, context.snapshot)
          joined[index].append(try writer.createRelationship(try types[index].type(of: row), from: source, to: target, entries))
        }
      }
    }
    context.showChanges()
    return made.map { Vector(.nodes($0)) } + joined.map { Vector(.relationships($0)) }
  }

  private func node(
    _ end: End, _ span: SourceSpan, _ row: UInt32, _ batch: Batch, _ made: [[NodeID]]
  ) throws(CypherError) -> NodeID {
    switch end {
    case .created(let index): return made[index][Int(row)]
    case .column(let column):
      switch batch.columns[column][Int(row)] {
      case .node(let node): return node.id
      case .null:
        throw CypherError(
          .semanticError, "MissingNode", phase: .runtime,
          "a relationship needs a node at each end, but one of them is null", at: span)
      case let other: throw .notAnElement("a node", other)
      }
    }
  }
}

/// CREATE: makes the pattern's elements for each row.
final class Create: Operator {
  private let kept: [Int]
  private let creation: Creation

  init(layout: RowLayout, input: Operator, kept: [Int], creation: Creation) {
    self.kept = kept
    self.creation = creation
    super.init(layout: layout, inputs: [input])
  }

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let batch = try input.next(context)?.compacted else { return nil }
    let made = try creation.run(batch, context)
    return Batch(columns: kept.map { batch.columns[$0] } + made, rowCount: batch.rowCount)
  }
}
