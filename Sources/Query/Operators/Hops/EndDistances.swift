import Cypher
import Graph
import GraphStorage

/// How far nodes are at least from the end that chains are to reach, as far as it pays to know: found breadth first from the end.
final class EndDistances {
  /// Beyond so many nodes no further step is measured.
  private static let largestCount = 4096

  private let chain: RelationshipChain
  private var marks: BorrowedMarks?
  private var search: NodeMarks.Search?
  private let reached = SearchQueue<UInt32>()
  /// How many steps from the end all nodes are known.
  private var depth = 0

  /// - Parameter chain: as it is walked towards the end.
  init(_ chain: RelationshipChain) {
    self.chain = chain
  }

  /// Measures anew. O(relationships within `depth` steps of the end, or of some 4096 nodes).
  func measure(from end: NodeID, depth: Int, _ context: ExecutionContext) throws(CypherError) {
    let search = marks.reserve(for: context).begin()
    self.search = search
    search.mark(end.rawValue, 0)
    reached.begin(with: end.rawValue)
    self.depth = 0
    let filter = RelationshipTypeFilter(chain.types, context.snapshot)
    guard let expander = filter.expander(chain.direction.reversed, context.snapshot) else {
      self.depth = .max
      return
    }
    var level = 0
    while self.depth < depth, reached.count <= Self.largestCount {
      try context.evaluation.poll()
      let levelEnd = reached.count
      // Nothing is left to find: what is not marked does not reach the end at all.
      guard level < levelEnd else { return self.depth = .max }
      for head in level..<levelEnd {
        for run in expander.runs(of: NodeID(reached.elements[head])) {
          reached.appendUnmarked(in: run, search, number: UInt32(self.depth + 1))
        }
      }
      level = levelEnd
      self.depth += 1
    }
  }

  /// False if no chain of at most `stepCount` relationships leads from the node to the end.
  @inline(__always)
  func allow(_ node: NodeID, stepCount: Int) -> Bool {
    guard let search, stepCount <= depth else { return true }
    guard let distance = search.number(of: node.rawValue) else { return false }
    return Int(distance) <= stepCount
  }
}
