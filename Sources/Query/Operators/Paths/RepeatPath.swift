import Cypher
import Graph
import GraphStorage

/// For each row every way to walk a repetition again and again from a node, found depth first.
///
/// The repetition itself runs over many nodes at a time (`HopTable`). Work is proportional to the paths that exist, which may be
/// exponential in their length; memory to the longest path and to the part of the graph that was seen.
final class RepeatPath: RowExpansion {
  struct Shape {
    var from: Int
    /// The column of the end node where it is bound already.
    var boundEnd: Int?
    var minimum: Int
    var maximum: Int?
    var restriction: PathRestriction
  }

  private let shape: Shape
  private let table: HopTable
  private let reader: PathColumnReader
  private var starts: NodeRows!
  private var boundEnds: NodeRows?
  private var trail: PathTrail?
  private var path = WalkedPath(start: NodeID(0), steps: [])
  /// For each node on the way the transition that is to be tried next.
  private var cursors: [Int32?] = []
  private var columns: [VectorBuilder]

  init(layout: RowLayout, input: Operator, inner: Operator?, kept: [Int], shape: Shape, reader: PathColumnReader) {
    self.shape = shape
    self.reader = reader
    table = reader.tables[0]
    columns = reader.columns.map { _ in VectorBuilder() }
    super.init(layout: layout, input: input, others: [inner].compactMap { $0 }, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    starts = try NodeRows(batch.columns[shape.from], batch)
    if let end = shape.boundEnd { boundEnds = try NodeRows(batch.columns[end], batch) }
    if !table.dependsOnRow { try table.load(batch.selectedRows.compactMap { starts[$0] }, context) }
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    var count = 0
    if trail == nil {
      guard let start = starts[row] else { return (0, true) }
      table.turn(to: row, of: batch!)
      try table.load([start], context)
      trail = PathTrail(shape.restriction, start: start)
      path = WalkedPath(start: start, steps: [])
      if shape.minimum == 0 { count += give(start, row) }
      cursors = [table.firstTransition(from: start)]
    }
    var stepsUntilPoll = 4096
    while !cursors.isEmpty && count < limit {
      count += try step(row, context)
      stepsUntilPoll -= 1
      if stepsUntilPoll == 0 {
        try context.evaluation.poll()
        stepsUntilPoll = 4096
      }
    }
    guard cursors.isEmpty else { return (count, false) }
    trail = nil
    return (count, true)
  }

  /// Walks the next repetition from the end of the path, or takes the last one back where there is none.
  private func step(_ row: UInt32, _ context: ExecutionContext) throws(CypherError) -> Int {
    guard let transition = cursors[cursors.count - 1] else {
      cursors.removeLast()
      if !path.steps.isEmpty {
        path.steps.removeLast()
        trail!.shorten(by: table.length)
      }
      return 0
    }
    cursors[cursors.count - 1] = table.transition(after: transition)
    guard trail!.extend(table.relationships(of: transition), table.nodes(of: transition)) else { return 0 }
    let node = table.target(of: transition)
    path.steps.append(.init(hop: 0, transition: transition, node: node))
    let count = path.steps.count >= shape.minimum ? give(node, row) : 0
    if path.steps.count >= shape.maximum ?? .max {
      path.steps.removeLast()
      trail!.shorten(by: table.length)
    } else {
      if !table.isLoaded(node) { try loadTargets(besides: transition, context) }
      cursors.append(table.firstTransition(from: node))
    }
    return count
  }

  /// Loads the target of a transition together with those of the next ones from the same node, which will be wanted soon.
  private func loadTargets(besides transition: Int32, _ context: ExecutionContext) throws(CypherError) {
    var targets: [NodeID] = []
    var next: Int32? = transition
    while let current = next, targets.count < Batch.capacity {
      targets.append(table.target(of: current))
      next = table.transition(after: current)
    }
    try table.load(targets, context)
  }

  private func give(_ node: NodeID, _ row: UInt32) -> Int {
    if let boundEnds, boundEnds[row] != node { return 0 }
    for (index, value) in reader.values(of: path).enumerated() { columns[index].append(value) }
    return 1
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    columns.indices.map { columns[$0].finish() }
  }

  override var isReusable: Bool { true }

  /// The graph may change before the next row.
  override func reset() {
    super.reset()
    table.clear()
    (starts, boundEnds) = (nil, nil)
    trail = nil
    path.steps = []
    cursors = []
    columns = reader.columns.map { _ in VectorBuilder() }
  }
}
