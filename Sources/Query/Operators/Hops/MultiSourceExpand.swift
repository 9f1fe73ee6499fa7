import Cypher
import Graph
import GraphStorage

/// PruningVarLengthExpand FROM ALL STARTS AT ONCE: every node that some chain of relationships leads to from any of the input's
/// nodes, once, found by one breadth-first search that begins at all of them.
///
/// Right for chains of at least 0 or 1 relationships: the shortest walk to another node repeats no relationship. To a start
/// itself a chain leads from another start or in a cycle. Where relationships are followed both ways, both are found as
/// `DistinctEndsExpand` finds a cycle: by two walks that left a start, or two starts, by different relationships and meet; the
/// shortest such chain has two neighbours to which walks come that do, and those are not longer than the chain's own parts.
/// O(relationships within the length of any start) in all. Only starts are read before the first ends are given.
final class MultiSourceExpand: Operator {
  /// How a node was reached.
  private struct Walk: BitwiseCopyable {
    /// The place of the start.
    var start: UInt32
    /// The relationship by which the start was left.
    var branch: UInt32
  }

  private let from: Int
  private let chain: RelationshipChain
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var expander: Expander?
  @exclusivity(unchecked) private var marks: BorrowedMarks?
  @exclusivity(unchecked) private var search: NodeMarks.Search?
  /// The nodes reached in the order in which they were, the starts first; their places are their marks as long as there are
  /// starts to which no chain is known to lead.
  private let reached = SearchQueue<UInt32>()
  /// For each of them, as long as that matters and relationships are followed both ways; nothing of worth for starts.
  private let walks = SearchQueue<Walk>()
  @exclusivity(unchecked) private var startCount = 0
  /// For each start whether a chain is known to lead to it, and how many there are for which none is.
  @exclusivity(unchecked) private var isFound: [Bool] = []
  @exclusivity(unchecked) private var unfoundCount = 0
  /// Starts found and not given yet.
  @exclusivity(unchecked) private var foundStarts: [NodeID] = []
  /// The next node to go on from, and how far from the starts it is.
  @exclusivity(unchecked) private var head = 0
  @exclusivity(unchecked) private var depth = 0
  /// Where in `reached` the nodes at this distance begin, and those behind them.
  @exclusivity(unchecked) private var level = 0..<0
  /// How many of the nodes reached have been given.
  @exclusivity(unchecked) private var givenCount = 0

  /// - Parameters:
  ///   - from: the column of the nodes that chains begin at.
  ///   - chain: of at least 0 or 1 relationships.
  init(layout: RowLayout, input: Operator, from: Int, chain: RelationshipChain) {
    precondition(chain.bounds.minimum <= 1, "longer chains may repeat nodes, which breadth-first search does not see")
    self.from = from
    self.chain = chain
    super.init(layout: layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if search == nil { try begin(context) }
    if let expander, let search { try goOn(expander, search, context) }
    let reachedEnds = givenCount..<min(reached.count, givenCount + Batch.capacity)
    if !reachedEnds.isEmpty {
      givenCount = reachedEnds.upperBound
      let ends = UnsafeBufferPointer(start: reached.elements + reachedEnds.lowerBound, count: reachedEnds.count)
      return batch(ends.withMemoryRebound(to: NodeID.self) { Array($0) })
    }
    guard !foundStarts.isEmpty else { return nil }
    let ends = Array(foundStarts.suffix(Batch.capacity))
    foundStarts.removeLast(ends.count)
    return batch(ends)
  }

  private func batch(_ ends: [NodeID]) -> Batch { Batch(columns: [Vector(.nodes(ends))], rowCount: ends.count) }

  /// Reads the starts.
  private func begin(_ context: ExecutionContext) throws(CypherError) {
    let search = marks.reserve(for: context).begin()
    self.search = search
    reached.count = 0
    while let batch = try input.next(context) {
      let starts = try NodeRows(batch.columns[from], batch)
      reached.reserve(batch.selectedCount)
      for row in batch.selectedRows {
        guard let start = starts[row], !search.isMarked(start.rawValue) else { continue }
        search.mark(start.rawValue, UInt32(truncatingIfNeeded: reached.count))
        reached.elements[reached.count] = start.rawValue
        reached.count += 1
      }
    }
    startCount = reached.count
    walks.reserve(startCount)
    walks.count = startCount
    level = 0..<startCount
    if chain.bounds.minimum > 0 {
      isFound = [Bool](repeating: false, count: startCount)
      unfoundCount = startCount
      givenCount = startCount
    }
    expander = RelationshipTypeFilter(chain.types, context.snapshot).expander(chain.direction, context.snapshot)
  }

  /// Searches on until a batch is full or all is found.
  private func goOn(_ expander: Expander, _ search: NodeMarks.Search, _ context: ExecutionContext) throws(CypherError) {
    let full = givenCount + Batch.capacity
    while reached.count < full, depth < chain.bounds.maximum ?? .max, head < reached.count {
      try context.evaluation.poll()
      advance(to: min(level.upperBound, head + 1024), full, expander, search)
      if head == level.upperBound {
        depth += 1
        level = head..<reached.count
      }
    }
  }

  /// Goes on from the nodes before `stop` until a batch is full.
  private func advance(to stop: Int, _ full: Int, _ expander: Expander, _ search: NodeMarks.Search) {
    let reached = self.reached
    var head = self.head
    while head < stop, reached.count < full {
      let runs = expander.runs(of: NodeID(reached.elements[head]))
      if unfoundCount == 0 {
        for run in runs { reached.appendUnmarked(in: run, search, number: 0) }
      } else if chain.direction == .both {
        for run in runs { followBothWays(run, from: head, search) }
      } else {
        for run in runs { followOneWay(run, search) }
      }
      head &+= 1
    }
    self.head = head
  }

  /// Notes what is new in a run, and starts that it leads to: followed one way only, any walk will do.
  private func followOneWay(_ run: NeighbourRun, _ search: NodeMarks.Search) {
    reached.reserve(run.count)
    let nodes = reached.elements
    var count = reached.count
    for index in 0..<run.count {
      let node = run.neighbours[index]
      if let place = search.number(of: node) {
        if place < startCount { find(place) }
      } else {
        search.mark(node, UInt32(truncatingIfNeeded: count))
        nodes[count] = node
        count &+= 1
      }
    }
    reached.count = count
  }

  /// Notes what is new in a run, and starts at which chains end because walks meet.
  private func followBothWays(_ run: NeighbourRun, from head: Int, _ search: NodeMarks.Search) {
    reached.reserve(run.count)
    walks.reserve(run.count)
    let (nodes, walks) = (reached.elements, walks.elements)
    let isStart = head < startCount
    var count = reached.count
    for index in 0..<run.count {
      let node = run.neighbours[index]
      let walk = isStart ? Walk(start: UInt32(truncatingIfNeeded: head), branch: run.relationships[index]) : walks[head]
      if let place = search.number(of: node) {
        // From other nodes the way to a start has been looked at when that was left.
        if isStart || (place >= startCount && walks[Int(place)].branch != walk.branch) { meet(walk, Int(place)) }
      } else {
        search.mark(node, UInt32(truncatingIfNeeded: count))
        nodes[count] = node
        walks[count] = walk
        count &+= 1
      }
    }
    (reached.count, self.walks.count) = (count, count)
  }

  /// A walk to a node at `depth` has met the one to `place`, which begins otherwise.
  @inline(never)
  private func meet(_ walk: Walk, _ place: Int) {
    if place < startCount {
      find(walk.start)
      return find(UInt32(place))
    }
    let other = walks.elements[place]
    // A relationship that leaves a start for another node leaves no other start.
    guard other.branch != walk.branch, depth + 1 + distance(of: place) <= chain.bounds.maximum ?? .max else { return }
    find(walk.start)
    find(other.start)
  }

  /// How far a reached node is from the starts; neighbours differ by 1 at most.
  private func distance(of place: Int) -> Int {
    place < level.lowerBound ? depth - 1 : place < level.upperBound ? depth : depth + 1
  }

  @inline(never)
  private func find(_ start: UInt32) {
    guard !isFound[Int(start)] else { return }
    isFound[Int(start)] = true
    unfoundCount -= 1
    foundStarts.append(NodeID(reached.elements[Int(start)]))
  }

  override var isReusable: Bool { true }

  override func reset() {
    expander = nil
    marks = nil
    search = nil
    reached.count = 0
    walks.count = 0
    isFound = []
    unfoundCount = 0
    foundStarts = []
    (head, depth, level, givenCount, startCount) = (0, 0, 0..<0, 0, 0)
  }
}
