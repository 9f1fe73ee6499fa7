import Cypher
import Graph
import GraphStorage

/// Adds to each row how many relationships an expand of one of its nodes would follow, from the degrees, without following them.
final class CountRelationships: Operator {
  private let kept: [Int]
  private let node: Int
  private let types: RelationshipTypes
  private let direction: Direction
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var expander: Expander?
  @exclusivity(unchecked) private var isReady = false

  init(layout: RowLayout, input: Operator, kept: [Int], node: Int, types: RelationshipTypes, direction: Direction) {
    self.kept = kept
    self.node = node
    self.types = types
    self.direction = direction
    super.init(layout: layout, inputs: [input])
  }

  override func makePart(_ range: Range<Int>) -> Operator? {
    input.part(range).map {
      CountRelationships(layout: layout, input: $0, kept: kept, node: node, types: types, direction: direction)
    }
  }

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let batch = try input.next(context)?.compacted else { return nil }
    // Only a statement that updates may find another graph with the next batch.
    if !isReady || context.transaction != nil {
      expander = RelationshipTypeFilter(types, context.snapshot).expander(direction, context.snapshot)
      isReady = true
    }
    let counts = try degrees(batch.columns[node], batch)
    profile?.isFactorised = true
    return Batch(columns: kept.map { batch.columns[$0] } + [Vector(.integers(counts))], rowCount: batch.rowCount)
  }

  private func degrees(_ column: Vector, _ batch: Batch) throws(CypherError) -> [Int64] {
    guard let expander else { return [Int64](repeating: 0, count: batch.rowCount) }
    if case .nodes(let ids) = column.storage, column.nulls == nil { return expander.degrees(of: ids) }
    let nodes = try NodeRows(column, batch)
    return (0..<batch.rowCount).map { row in nodes[UInt32(row)].map { Int64(expander.degree(of: $0)) } ?? 0 }
  }

  override func reset() {
    expander = nil
    isReady = false
  }
}
