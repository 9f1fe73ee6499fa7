import Cypher
import Graph
import GraphStorage

/// Makes records of batches: every node, relationship and path in them gets its content.
struct RecordMaker {
  private let snapshot: GraphSnapshot

  init(_ snapshot: GraphSnapshot) { self.snapshot = snapshot }

  /// - Parameters:
  ///   - places: where the columns of the result stand in the batch.
  ///   - check: asked once the records have been read.
  func records(
    of batch: Batch, _ places: [Int], check: @escaping () throws(CypherError) -> Void = {}
  ) -> RecordBatch {
    RecordBatch(columns: places.map { batch.columns[$0] }, rows: batch.selectedRows, fill: filled, check: check)
  }

  private func filled(_ value: Value) -> Value {
    switch value {
    case .node(let node): .node(filled(node))
    case .relationship(let relationship): .relationship(filled(relationship))
    case .path(let path):
      .path(Path(nodes: path.nodes.map { filled($0) }, relationships: path.relationships.map { filled($0) }))
    case .list(let elements): .list(elements.map { filled($0) })
    case .map(let map): .map(PropertyMap(map.entries.map { ($0.key, filled($0.value)) }))
    default: value
    }
  }

  /// A node that the statement has deleted is shown without content; one that stands for something that is not in the graph
  /// brings its own.
  private func filled(_ node: Node) -> Node {
    if snapshot.contains(node.id) { return snapshot.node(node.id) }
    return node.content == nil ? Node(id: node.id, labels: [], properties: PropertyMap()) : node
  }

  private func filled(_ relationship: Relationship) -> Relationship {
    if snapshot.contains(relationship.id) { return snapshot.relationship(relationship.id) }
    if relationship.content != nil { return relationship }
    return Relationship(
      id: relationship.id, type: snapshot.relationshipTypeName(snapshot.type(of: relationship.id)),
      source: snapshot.source(of: relationship.id), target: snapshot.target(of: relationship.id), properties: PropertyMap())
  }
}
