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
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var expander: Expander?
  @exclusivity(unchecked) private var starts: NodeRows!
  @exclusivity(unchecked) private var marks: BorrowedMarks?
  /// The nodes reached in the order in which they were, the start first; their places are their marks, as long as it is not known
  /// whether a chain leads back to the start.
  private let reached = SearchQueue<UInt32>()
  /// For each of them by which relationship the walk to it left the start, plus one (0 for the start itself), as long as it is
  /// not known whether a chain leads back to the start.
  private let branches = SearchQueue<UInt32>()
  /// Where in `reached` the nodes at each distance begin.
  @exclusivity(unchecked) private var levels: [Int] = []
  @exclusivity(unchecked) private var found: [NodeID] = []
  @exclusivity(unchecked) private var pending: Range<Int>?
  @exclusivity(unchecked) private var ends: [NodeID] = []

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
      pending = 0..<found.count
    }
    let taken = pending!.prefix(limit)
    ends += found[taken]
    pending = taken.upperBound..<found.count
    let isDone = pending!.isEmpty
    if isDone { pending = nil }
    return (taken.count, isDone)
  }

  private func search(from start: NodeID, _ context: ExecutionContext) throws(CypherError) {
    found.removeAll(keepingCapacity: true)
    var isStartFound = chain.bounds.minimum == 0
    if isStartFound { found.append(start) }
    if let expander {
      let search = marks.reserve(for: context).begin()
      search.mark(start.rawValue, 0)
      reached.begin(with: start.rawValue)
      branches.begin(with: 0)
      levels = [0]
      while levels[levels.count - 1] < reached.count, levels.count - 1 < chain.bounds.maximum ?? .max {
        let level = levels[levels.count - 1]..<reached.count
        levels.append(reached.count)
        for head in level {
          if head & 1023 == 0 { try context.evaluation.poll() }
          let runs = expander.runs(of: NodeID(reached.elements[head]))
          if isStartFound {
            for run in runs { reached.appendUnmarked(in: run, search, number: 0) }
          } else {
            for run in runs where follow(run, from: head, search) { isStartFound = true }
          }
        }
      }
      let nodes = UnsafeBufferPointer(start: reached.elements + 1, count: reached.count - 1)
      nodes.withMemoryRebound(to: NodeID.self) { found.append(contentsOf: $0) }
    }
    if isStartFound && chain.bounds.minimum > 0 { found.append(start) }
  }

  /// Notes what is new in a run, and whether a chain leads back to the start; true if one does.
  private func follow(_ run: NeighbourRun, from head: Int, _ search: NodeMarks.Search) -> Bool {
    reached.reserve(run.count)
    branches.reserve(run.count)
    let (nodes, branches) = (reached.elements, branches.elements)
    var count = reached.count
    var closes = false
    for index in 0..<run.count {
      let node = run.neighbours[index]
      let branch = head == 0 ? run.relationships[index] &+ 1 : branches[head]
      if let place = search.number(of: node) {
        if closesCycle(from: head, to: Int(place), branch) { closes = true }
      } else {
        search.mark(node, UInt32(truncatingIfNeeded: count))
        nodes[count] = node
        branches[count] = branch
        count &+= 1
      }
    }
    reached.count = count
    self.branches.count = count
    return closes
  }

  /// True if the relationship from the node at `head` to the one at `place`, both reached, closes a chain through the start.
  private func closesCycle(from head: Int, to place: Int, _ branch: UInt32) -> Bool {
    if place == 0 { return chain.direction != .both || head == 0 }
    // Followed one way only, walks that meet elsewhere do not lead back to the start.
    guard chain.direction == .both, branches.elements[place] != branch else { return false }
    return distance(of: head) + distance(of: place) + 1 <= chain.bounds.maximum ?? .max
  }

  /// How far a reached node is from the start. O(levels).
  private func distance(of place: Int) -> Int { levels.lastIndex { $0 <= place }! }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { ends = [] }
    return [Vector(.nodes(ends))]
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    expander = nil
    starts = nil
    marks = nil
    found = []
    pending = nil
    ends = []
  }
}
