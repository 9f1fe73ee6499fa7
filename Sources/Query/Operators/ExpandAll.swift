import Cypher
import Graph
import GraphStorage

/// For each row every relationship of a node, with the node at its other end.
final class ExpandAll: RowExpansion {
  private let from: Int
  private let types: RelationshipTypes
  private let direction: Direction
  private let givesRelationships: Bool
  private let givesNeighbours: Bool
  private var expander: Expander?
  private var isReady = false
  private var nodes: NodeRows!
  private var neighbours: [NodeID] = []
  private var relationships: [RelationshipID] = []
  /// The part of a node with more relationships than a batch has room for that is still to come.
  private var rest: Rest?

  private struct Rest {
    var neighbours: ArraySlice<NodeID>
    var relationships: ArraySlice<RelationshipID>
  }

  init(
    layout: RowLayout, input: Operator, kept: [Int], from: Int, types: RelationshipTypes, direction: Direction,
    givesRelationships: Bool,
    givesNeighbours: Bool
  ) {
    self.from = from
    self.types = types
    self.direction = direction
    self.givesRelationships = givesRelationships
    self.givesNeighbours = givesNeighbours
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    // Only a statement that updates may find another graph with the next batch.
    if !isReady || context.transaction != nil {
      expander = RelationshipTypeFilter(types, context.snapshot).expander(direction, context.snapshot)
      isReady = true
    }
    nodes = try NodeRows(batch.columns[from], batch)
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    if let rest { return give(rest, limit) }
    guard let node = nodes[row], let expander else { return (0, true) }
    let before = neighbours.count
    expander.expand(node, into: &neighbours, relationships: &relationships)
    let count = neighbours.count - before
    guard count > limit else { return (count, true) }
    rest = Rest(neighbours: neighbours[(before + limit)...], relationships: relationships[(before + limit)...])
    neighbours.removeSubrange((before + limit)...)
    relationships.removeSubrange((before + limit)...)
    return (limit, false)
  }

  private func give(_ rest: Rest, _ limit: Int) -> (count: Int, isDone: Bool) {
    neighbours += rest.neighbours.prefix(limit)
    relationships += rest.relationships.prefix(limit)
    let isDone = rest.neighbours.count <= limit
    self.rest =
      isDone
      ? nil : Rest(neighbours: rest.neighbours.dropFirst(limit), relationships: rest.relationships.dropFirst(limit))
    return (min(limit, rest.neighbours.count), isDone)
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    var columns: [Vector] = []
    if givesRelationships { columns.append(Vector(.relationships(relationships))) }
    if givesNeighbours { columns.append(Vector(.nodes(neighbours))) }
    relationships = []
    neighbours = []
    return columns
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    expander = nil
    isReady = false
    nodes = nil
    rest = nil
    neighbours = []
    relationships = []
  }
}
