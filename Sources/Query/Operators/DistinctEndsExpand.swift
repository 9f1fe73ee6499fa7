import Cypher
import Graph
import GraphStorage

/// PruningVarLengthExpand: for each row every node that some chain of relationships leads to, once, found breadth first.
///
/// Right for chains of at least 0 or 1 relationships: the shortest walk to another node repeats no relationship. Back to the
/// start a chain without repetition exists exactly if a cycle does: two walks that left the start by different relationships
/// and meet. O(relationships within the length) for each row.
final class DistinctEndsExpand: RowExpansion {
  private let from: Int
  private let chain: RelationshipChain
  private var expander: Expander?
  private var starts: NodeRows!
  private var reached = ReachedNodes()
  /// For each reached node: how far it is, and by which relationship the walk to it left the start (0 for the start itself).
  private var distances: [Int] = []
  private var branches: [UInt32] = []
  private var neighbours: [NodeID] = []
  private var relationships: [RelationshipID] = []
  private var found: [NodeID] = []
  private var pending: ArraySlice<NodeID>?
  private var ends: [NodeID] = []

  /// - Parameters:
  ///   - from: the column of the node that chains begin at.
  ///   - chain: of at least 0 or 1 relationships.
  init(layout: RowLayout, input: Operator, kept: [Int], from: Int, chain: RelationshipChain) {
    precondition(chain.bounds.minimum <= 1, "longer chains may repeat nodes, which breadth-first search does not see")
    self.from = from
    self.chain = chain
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    expander = RelationshipTypeFilter(chain.types, context.snapshot).expander(chain.direction, context.snapshot)
    starts = try NodeRows(batch.columns[from], batch)
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    if pending == nil {
      guard let start = starts[row], expander != nil || chain.bounds.minimum == 0 else { return (0, true) }
      try search(from: start, context)
      pending = found[...]
    }
    let taken = pending!.prefix(limit)
    ends += taken
    pending = pending!.dropFirst(limit)
    let isDone = pending!.isEmpty
    if isDone { pending = nil }
    return (taken.count, isDone)
  }

  private func search(from start: NodeID, _ context: ExecutionContext) throws(CypherError) {
    found.removeAll(keepingCapacity: true)
    if chain.bounds.minimum == 0 { found.append(start) }
    guard let expander else { return }
    reached.removeAll()
    reached.insert(start)
    distances = [0]
    branches = [0]
    var isStartFound = chain.bounds.minimum == 0
    var head = 0
    while head < reached.count && distances[head] < chain.bounds.maximum ?? .max {
      if head & 1023 == 0 { try context.evaluation.poll() }
      neighbours.removeAll(keepingCapacity: true)
      relationships.removeAll(keepingCapacity: true)
      expander.expand(reached.nodes[head], into: &neighbours, relationships: &relationships)
      for index in neighbours.indices {
        let branch = head == 0 ? relationships[index].rawValue + 1 : branches[head]
        let (place, isNew) = reached.insert(neighbours[index])
        if isNew {
          distances.append(distances[head] + 1)
          branches.append(branch)
          found.append(neighbours[index])
        } else if !isStartFound && closesCycle(from: head, to: place, branch) {
          isStartFound = true
          found.append(start)
        }
      }
      head += 1
    }
  }

  /// True if the relationship from the node at `head` to the one at `place`, both reached, closes a chain through the start.
  private func closesCycle(from head: Int, to place: Int, _ branch: UInt32) -> Bool {
    if place == 0 { return chain.direction != .both || head == 0 }
    // Followed one way only, walks that meet elsewhere do not lead back to the start.
    guard chain.direction == .both else { return false }
    return branches[place] != branch && distances[head] + distances[place] + 1 <= chain.bounds.maximum ?? .max
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { ends = [] }
    return [Vector(.nodes(ends))]
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    expander = nil
    starts = nil
    reached.removeAll()
    distances = []
    branches = []
    neighbours = []
    relationships = []
    found = []
    pending = nil
    ends = []
  }
}
