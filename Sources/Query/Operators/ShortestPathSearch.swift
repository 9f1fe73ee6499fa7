import Cypher
import Graph
import GraphStorage

/// One or all shortest chains between two nodes of each row, searched from both ends at once, the smaller frontier first.
///
/// O(relationships within half the distance from either end) for each row.
final class ShortestPathSearch: RowExpansion {
  struct Shape {
    var from: Int
    var to: Int
    var types: RelationshipTypes
    var direction: Direction
    var minimum: Int
    var maximum: Int?
    var bindsSingleRelationship: Bool
    var findsAll: Bool
  }

  private let shape: Shape
  private var check: RelationshipCheck?
  private var filter: RelationshipTypeFilter!
  private var snapshot: GraphSnapshot!
  private var starts: NodeRows!
  private var ends: NodeRows!
  private var found: [[RelationshipID]] = []
  private var pending: ArraySlice<[RelationshipID]>?

  init(layout: RowLayout, input: Operator, kept: [Int], shape: Shape, check: RelationshipCheck?) {
    self.shape = shape
    self.check = check
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    snapshot = context.snapshot
    filter = RelationshipTypeFilter(shape.types, snapshot)
    starts = try NodeRows(batch.columns[shape.from], batch)
    ends = try NodeRows(batch.columns[shape.to], batch)
    check?.begin(batch)
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    let chains: ArraySlice<[RelationshipID]>
    if let pending { chains = pending } else { chains = try search(row, context)[...] }
    let taken = chains.prefix(limit)
    found += taken
    let isDone = taken.count == chains.count
    pending = isDone ? nil : chains.dropFirst(limit)
    return (taken.count, isDone)
  }

  private func search(_ row: UInt32, _ context: ExecutionContext) throws(CypherError) -> [[RelationshipID]] {
    guard let start = starts[row], let end = ends[row] else { return [] }
    if start == end { return shape.minimum == 0 ? [[]] : [] }
    if filter.matchesNothing || shape.maximum == 0 { return [] }
    func passing(_ neighbours: inout [NodeID], _ relationships: inout [RelationshipID]) throws(CypherError) {
      try check?.filter(&neighbours, &relationships, row: row, context.evaluation)
    }
    let search = BidirectionalSearch(
      snapshot: snapshot, types: filter.ids, direction: shape.direction, maximum: shape.maximum ?? .max,
      filter: check == nil ? nil : passing)
    return try search.shortestChains(from: start, to: end, all: shape.findsAll) { () throws(CypherError) in
      try context.evaluation.poll()
    }
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { found = [] }
    if shape.bindsSingleRelationship { return [Vector(.relationships(found.map { $0[0] }))] }
    return [Vector(.values(found.map { chain in .list(chain.map { .relationship(Relationship(id: $0)) }) }))]
  }

  override func reset() {
    super.reset()
    pending = nil
    found = []
  }
}
