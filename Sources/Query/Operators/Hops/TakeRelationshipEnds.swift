import Cypher
import Graph
import GraphStorage

/// Binds or checks the end nodes of a relationship, or of a list of relationships that form a chain, that each row has already.
final class TakeRelationshipEnds: RowExpansion {
  struct Shape {
    var relationship: Int
    var chain: RelationshipChain
    /// The columns of ends that are bound already.
    var boundFrom: Int?
    var boundTo: Int?
    /// True where both ends are the same variable.
    var isLoop: Bool
  }

  private let shape: Shape
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var snapshot: GraphSnapshot!
  @exclusivity(unchecked) private var filter: RelationshipTypeFilter!
  @exclusivity(unchecked) private var fromNodes: NodeRows?
  @exclusivity(unchecked) private var toNodes: NodeRows?
  @exclusivity(unchecked) private var froms: [NodeID] = []
  @exclusivity(unchecked) private var tos: [NodeID] = []

  init(layout: RowLayout, input: Operator, kept: [Int], shape: Shape) {
    self.shape = shape
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    snapshot = context.snapshot
    filter = RelationshipTypeFilter(shape.chain.types, snapshot)
    if let column = shape.boundFrom { fromNodes = try NodeRows(batch.columns[column], batch) }
    if let column = shape.boundTo { toNodes = try NodeRows(batch.columns[column], batch) }
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    guard let chain = try chain(batch!.columns[shape.relationship][Int(row)]) else { return (0, true) }
    guard shape.chain.bounds.contains(chain.count) else { return (0, true) }
    guard chain.allSatisfy({ snapshot.contains($0) && filter.contains(snapshot.type(of: $0)) }) else { return (0, true) }
    var count = 0
    for (from, to) in walks(along: chain, row) {
      if let fromNodes, fromNodes[row] != from { continue }
      if let toNodes, toNodes[row] != to { continue }
      if shape.isLoop && from != to { continue }
      froms.append(from)
      tos.append(to)
      count += 1
    }
    return (count, true)
  }

  /// The relationships of a cell; nil for null.
  private func chain(_ value: Value) throws(CypherError) -> [RelationshipID]? {
    switch value {
    case .null: return nil
    case .relationship(let relationship): return [relationship.id]
    case .list(let elements):
      var chain: [RelationshipID] = []
      for element in elements {
        guard case .relationship(let relationship) = element else { throw .notAnElement("a list of relationships", element) }
        chain.append(relationship.id)
      }
      return chain
    default: throw .notAnElement("a relationship", value)
    }
  }

  /// From where to where the chain leads, each way the direction allows.
  private func walks(along chain: [RelationshipID], _ row: UInt32) -> [(NodeID, NodeID)] {
    guard let first = chain.first else {
      return (fromNodes?[row] ?? toNodes?[row]).map { [($0, $0)] } ?? []
    }
    let (source, target) = (snapshot.source(of: first), snapshot.target(of: first))
    let starts =
      shape.chain.direction == .outgoing
      ? [source]
      : shape.chain.direction == .incoming
        ? [target]
        : source == target ? [source] : [source, target]
    return starts.compactMap { start in end(of: chain, from: start).map { (start, $0) } }
  }

  private func end(of chain: [RelationshipID], from start: NodeID) -> NodeID? {
    var node = start
    for relationship in chain {
      let (source, target) = (snapshot.source(of: relationship), snapshot.target(of: relationship))
      if shape.chain.direction != .incoming && source == node {
        node = target
      } else if shape.chain.direction != .outgoing && target == node {
        node = source
      } else {
        return nil
      }
    }
    return node
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    var columns: [Vector] = []
    if shape.boundFrom == nil { columns.append(Vector(.nodes(froms))) }
    if shape.boundTo == nil && !shape.isLoop { columns.append(Vector(.nodes(tos))) }
    froms = []
    tos = []
    return columns
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    snapshot = nil
    filter = nil
    fromNodes = nil
    toNodes = nil
    froms = []
    tos = []
  }
}
