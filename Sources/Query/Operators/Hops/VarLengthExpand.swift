import Cypher
import Graph
import GraphStorage

/// For each row every chain of relationships that leads away from a node, none of them twice in one chain, found depth first.
///
/// Work is proportional to the chains that exist, which may be exponential in the length; memory to the longest chain.
final class VarLengthExpandAll: RowExpansion {
  struct Shape {
    var from: Int
    /// The column of the end node where it is bound already.
    var boundEnd: Int?
    var chain: RelationshipChain
    var listsBackwards: Bool
    var givesRelationships: Bool
    var givesEnds: Bool
    /// For chains that lead to a bound end in at most so many steps.
    var heedsEndDistances: Bool
  }

  /// The neighbours of one node on the way, and how many of them have been tried.
  private struct Frame {
    var neighbours: [NodeID] = []
    var relationships: [RelationshipID] = []
    var position = 0

    /// True if its arrays take more than a run should leave behind.
    var isLarge: Bool { neighbours.capacity > 256 }

    mutating func fill(with node: NodeID, _ expander: Expander?) {
      position = 0
      neighbours.removeAll(keepingCapacity: true)
      relationships.removeAll(keepingCapacity: true)
      expander?.expand(node, into: &neighbours, relationships: &relationships)
    }

    mutating func keep(
      _ check: RowConditions, _ row: UInt32, _ batch: Batch, _ context: ExecutionContext
    ) throws(CypherError) {
      if relationships.isEmpty { return }
      let kept = try check.holds(
        for: [Vector(.relationships(relationships))], count: relationships.count, row: row, of: batch, context.evaluation)
      guard kept.count < relationships.count else { return }
      neighbours = kept.map { neighbours[Int($0)] }
      relationships = kept.map { relationships[Int($0)] }
    }
  }

  /// So many frames stay between runs.
  private static let keptFrameCount = 16

  private let shape: Shape
  private let check: RowConditions?
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var snapshot: GraphSnapshot!
  @exclusivity(unchecked) private var expander: Expander?
  @exclusivity(unchecked) private var starts: NodeRows!
  @exclusivity(unchecked) private var boundEnds: NodeRows?
  /// Frames are kept when a chain grows shorter, and the first ones from run to run, so that their arrays are used again.
  @exclusivity(unchecked) private var frames: [Frame] = []
  @exclusivity(unchecked) private var depth = 0
  @exclusivity(unchecked) private var chain: [RelationshipID] = []
  /// What the chain has met, where something else than its relationships matters.
  @exclusivity(unchecked) private var trail: PathTrail?
  private let bounds: PathQuantifier
  @exclusivity(unchecked) private var endDistances: EndDistances?
  @exclusivity(unchecked) private var isWalking = false
  @exclusivity(unchecked) private var ends: [NodeID] = []
  @exclusivity(unchecked) private var lists: [Value] = []

  init(layout: RowLayout, input: Operator, kept: [Int], shape: Shape, check: RowConditions?) {
    self.shape = shape
    bounds = shape.chain.bounds
    self.check = check
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    snapshot = context.snapshot
    expander = RelationshipTypeFilter(shape.chain.types, snapshot).expander(shape.chain.direction, snapshot)
    starts = try NodeRows(batch.columns[shape.from], batch)
    if let end = shape.boundEnd { boundEnds = try NodeRows(batch.columns[end], batch) }
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    var count = 0
    if !isWalking {
      guard let start = starts[row] else { return (0, true) }
      isWalking = true
      if shape.chain.restriction != .trail { trail = PathTrail(shape.chain.restriction, start: start) }
      if bounds.minimum == 0 { count += give(start, row) }
      if shape.heedsEndDistances, let maximum = bounds.maximum, let end = boundEnds?[row] {
        if endDistances == nil { endDistances = EndDistances(shape.chain) }
        try endDistances!.measure(from: end, depth: maximum / 2, context)
      }
      if bounds.maximum != 0, mayReachEnd(start) { try push(start, row, context) }
    }
    var stepsUntilPoll = 4096
    while depth > 0 && count < limit {
      count += try step(row, context)
      stepsUntilPoll -= 1
      if stepsUntilPoll == 0 {
        try context.evaluation.poll()
        stepsUntilPoll = 4096
      }
    }
    if depth == 0 { isWalking = false }
    return (count, depth == 0)
  }

  /// Follows the next relationship at the end of the chain, or shortens the chain where there is none.
  private func step(_ row: UInt32, _ context: ExecutionContext) throws(CypherError) -> Int {
    let top = depth - 1
    let position = frames[top].position
    guard position < frames[top].neighbours.count else {
      depth -= 1
      if !chain.isEmpty { shorten() }
      return 0
    }
    frames[top].position += 1
    let relationship = frames[top].relationships[position]
    let node = frames[top].neighbours[position]
    if trail == nil {
      if chain.contains(relationship) { return 0 }
    } else if !trail!.extend(CollectionOfOne(relationship), CollectionOfOne(node)) {
      return 0
    }
    chain.append(relationship)
    let count = chain.count >= bounds.minimum ? give(node, row) : 0
    if let maximum = bounds.maximum, chain.count >= maximum || !mayReachEnd(node) {
      shorten()
    } else {
      try push(node, row, context)
    }
    return count
  }

  /// False if the chain, which has come to `node`, is too long already to reach the bound end.
  private func mayReachEnd(_ node: NodeID) -> Bool {
    guard let endDistances, let maximum = bounds.maximum else { return true }
    return endDistances.allow(node, stepCount: maximum - chain.count)
  }

  private func push(_ node: NodeID, _ row: UInt32, _ context: ExecutionContext) throws(CypherError) {
    if depth == frames.count { frames.append(Frame()) }
    frames[depth].fill(with: node, expander)
    if let check { try frames[depth].keep(check, row, batch!, context) }
    depth += 1
  }

  private func shorten() {
    chain.removeLast()
    trail?.shorten(by: 1)
  }

  private func give(_ node: NodeID, _ row: UInt32) -> Int {
    if let boundEnds, boundEnds[row] != node { return 0 }
    if shape.givesEnds { ends.append(node) }
    if shape.givesRelationships {
      let elements = chain.map { Value.relationship(Relationship(id: $0)) }
      lists.append(.list(shape.listsBackwards ? elements.reversed() : elements))
    }
    return 1
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    var columns: [Vector] = []
    if shape.givesRelationships { columns.append(Vector(.values(lists))) }
    if shape.givesEnds { columns.append(Vector(.nodes(ends))) }
    lists = []
    ends = []
    return columns
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    snapshot = nil
    expander = nil
    starts = nil
    boundEnds = nil
    frames.removeAll { $0.isLarge }
    if frames.count > Self.keptFrameCount { frames.removeLast(frames.count - Self.keptFrameCount) }
    trail = nil
    endDistances = nil
    depth = 0
    chain.removeAll(keepingCapacity: chain.count <= Self.keptFrameCount)
    isWalking = false
    ends = []
    lists = []
  }
}
