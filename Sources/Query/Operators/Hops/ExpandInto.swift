import Cypher
import Graph
import GraphStorage

/// For each row every relationship between two nodes that are bound already.
final class ExpandInto: RowExpansion {
  private let from: Int
  private let to: Int
  private let types: RelationshipTypes
  private let direction: Direction
  private let givesRelationships: Bool
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var snapshot: GraphSnapshot!
  @exclusivity(unchecked) private var filter: RelationshipTypeFilter!
  @exclusivity(unchecked) private var starts: NodeRows!
  @exclusivity(unchecked) private var ends: NodeRows!
  @exclusivity(unchecked) private var relationships: [RelationshipID] = []

  init(
    layout: RowLayout, input: Operator, kept: [Int], from: Int, to: Int, types: RelationshipTypes, direction: Direction,
    givesRelationships: Bool
  ) {
    self.from = from
    self.to = to
    self.types = types
    self.direction = direction
    self.givesRelationships = givesRelationships
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    snapshot = context.snapshot
    filter = RelationshipTypeFilter(types, snapshot)
    starts = try NodeRows(batch.columns[from], batch)
    ends = try NodeRows(batch.columns[to], batch)
  }

  /// Parallel relationships are few: all of a row go into one batch, whatever `limit` says.
  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    guard let start = starts[row], let end = ends[row], !filter.matchesNothing else { return (0, true) }
    let before = relationships.count
    snapshot.relationships(from: start, to: end, types: filter.ids, direction, into: &relationships)
    return (relationships.count - before, true)
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { relationships = [] }
    return givesRelationships ? [Vector(.relationships(relationships))] : []
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    snapshot = nil
    filter = nil
    starts = nil
    ends = nil
    relationships = []
  }
}
