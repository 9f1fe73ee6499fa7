import Cypher
import Graph
import GraphStorage

/// Adds to each row how many relationships an expand of one of its nodes would follow, from the degrees, without following them.
final class CountRelationships: Operator {
  private let kept: [Int]
  private let node: Int
  private let types: RelationshipTypes
  private let direction: Direction

  init(layout: RowLayout, input: Operator, kept: [Int], node: Int, types: RelationshipTypes, direction: Direction) {
    self.kept = kept
    self.node = node
    self.types = types
    self.direction = direction
    super.init(layout: layout, inputs: [input])
  }

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let batch = try input.next(context)?.compacted else { return nil }
    let nodes = try NodeRows(batch.columns[node], batch)
    let expander = RelationshipTypeFilter(types, context.snapshot).expander(direction, context.snapshot)
    var counts = [Int64](repeating: 0, count: batch.rowCount)
    if let expander {
      for row in 0..<batch.rowCount {
        if let node = nodes[UInt32(row)] { counts[row] = Int64(expander.degree(of: node)) }
      }
    }
    return Batch(columns: kept.map { batch.columns[$0] } + [Vector(.integers(counts))], rowCount: batch.rowCount)
  }
}
