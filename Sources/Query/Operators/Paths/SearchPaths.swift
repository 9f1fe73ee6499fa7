import Cypher
import Graph
import GraphStorage

/// For each row the shortest paths from a node to another one, or to every other one.
///
/// Between two different nodes with a single kind of relationship the search goes from both ends at once, otherwise by length
/// from one end. All paths of a row are found before the first is given out.
final class SearchPaths: RowExpansion {
  struct Shape {
    var near: Int
    /// The column of the node at the other end, where it is bound.
    var far: Int?
    var hops: [PathLayers.Hop]
    var restriction: PathRestriction
    var count: RowCountExpression
    var countsLengths: Bool
    var leavesOutLoops: Bool
  }

  private let shape: Shape
  private let reader: PathColumnReader
  private let conditions: RowConditions?
  private let conditionReader: PathColumnReader
  private var nearNodes: NodeRows!
  private var farNodes: NodeRows?
  private let adjacencySearch = AdjacencySearch()
  private var count = 1
  private var pending: ArraySlice<WalkedPath>?
  private var pendingByteCount = 0
  private var columns: [VectorBuilder]

  init(
    layout: RowLayout, input: Operator, inner: [Operator], kept: [Int], shape: Shape, reader: PathColumnReader,
    conditions: RowConditions?, conditionReader: PathColumnReader
  ) {
    self.shape = shape
    self.reader = reader
    self.conditions = conditions
    self.conditionReader = conditionReader
    columns = reader.columns.map { _ in VectorBuilder() }
    super.init(layout: layout, input: input, others: inner, kept: kept)
  }

  private var tables: [HopTable] { reader.tables + [reader.flippedTable].compactMap { $0 } }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    nearNodes = try NodeRows(batch.columns[shape.near], batch)
    if let far = shape.far { farNodes = try NodeRows(batch.columns[far], batch) }
    count = try shape.count.value(context)
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    if pending == nil {
      guard let start = nearNodes[row] else { return (0, true) }
      var end: NodeID?
      if let farNodes {
        guard let bound = farNodes[row] else { return (0, true) }
        end = bound
      }
      for table in tables { table.turn(to: row, of: batch!) }
      pending = try search(from: start, to: end, row, context)[...]
    }
    let taken = pending!.prefix(limit)
    for path in taken {
      for (index, value) in reader.values(of: path).enumerated() { columns[index].append(value) }
    }
    pending = pending!.dropFirst(limit)
    let isDone = pending!.isEmpty
    if isDone {
      pending = nil
      context.release(byteCount: pendingByteCount)
      pendingByteCount = 0
    }
    return (taken.count, isDone)
  }

  private func search(
    from start: NodeID, to end: NodeID?, _ row: UInt32, _ context: ExecutionContext
  ) throws(CypherError) -> [WalkedPath] {
    let mayBeEmpty = shape.hops.allSatisfy { $0.minimum == 0 }
    let leavesOutStart = shape.leavesOutLoops && !mayBeEmpty
    if leavesOutStart && start == end { return [] }
    if let flipped = reader.flippedTable, let end, start != end, count == 1 {
      if !shape.countsLengths, let forward = reader.tables[0].adjacency(context), let backward = flipped.adjacency(context) {
        let walk = try adjacencySearch.shortestPath(
          from: start, to: end, forward, backward, maximum: shape.hops[0].maximum ?? .max, context)
        return walk.map { [path(along: $0, from: start)] } ?? []
      }
      let search = BidirectionalSearch(
        forward: reader.tables[0], backward: flipped, maximum: shape.hops[0].maximum ?? .max)
      return try search.shortestPaths(from: start, to: end, all: shape.countsLengths, context)
    }
    let search = LayeredSearch(
      hops: shape.hops, restriction: shape.restriction, count: count, countsLengths: shape.countsLengths,
      conditions: conditions, conditionReader: conditionReader, row: row, batch: batch!)
    let found = try search.paths(from: start, to: end, isEnd: { !leavesOutStart || $0 != start }, context)
    pendingByteCount = found.reduce(0) { $0 + 32 + 24 * $1.steps.count }
    return found
  }

  private func path(along walk: [(relationship: RelationshipID, node: NodeID)], from start: NodeID) -> WalkedPath {
    let transitions = reader.tables[0].note(walk)
    return WalkedPath(start: start, steps: zip(walk, transitions).map { .init(hop: 0, transition: $1, node: $0.node) })
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    columns.indices.map { columns[$0].finish() }
  }

  override var isReusable: Bool { true }

  /// The graph may change before the next row.
  override func reset() {
    super.reset()
    for table in tables { table.clear() }
    adjacencySearch.clear()
    (nearNodes, farNodes) = (nil, nil)
    pending = nil
    pendingByteCount = 0
    columns = reader.columns.map { _ in VectorBuilder() }
  }
}
