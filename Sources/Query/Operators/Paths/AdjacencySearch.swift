import Cypher
import Graph
import GraphStorage

/// A breadth-first search from two different nodes towards each other, straight along the adjacency of the graph, for one of the
/// shortest paths (I. Pohl, "Bi-directional search", 1971).
///
/// Always the side with fewer nodes to look at goes on. The balls around the ends do not touch until a relationship joins them,
/// so that the first that does is on a shortest path. O(relationships within half the distance from either end).
final class AdjacencySearch {
  /// A node that was reached, the place of the node before it and the relationship between them.
  private struct Step {
    var node: UInt32
    var parent: UInt32
    var relationship: UInt32
  }

  /// What is known on one side.
  private final class Side {
    let steps = SearchQueue<Step>()
    /// Where the nodes at the greatest distance begin.
    var level = 0
    var depth = 0
    /// Tells the marks of the sides apart.
    let bit: UInt32

    init(bit: UInt32) { self.bit = bit }

    /// The number of nodes at the greatest distance.
    var frontierCount: Int { steps.count - level }

    func begin(at node: NodeID, _ marks: NodeMarks.Search) {
      marks.mark(node.rawValue, bit)
      steps.begin(with: Step(node: node.rawValue, parent: 0, relationship: 0))
      level = 0
      depth = 0
    }
  }

  /// The relationship by which the sides met, and its ends as places.
  private struct Meeting {
    var near: Int
    var relationship: UInt32
    var far: Int
  }

  private var marks: BorrowedMarks?
  private let near = Side(bit: 0)
  private let far = Side(bit: 1)

  /// Gives the marks back.
  func clear() { marks = nil }

  /// The relationships of a path and the node behind each; nil where no path of at most `maximum` relationships joins the nodes.
  ///
  /// - Parameters:
  ///   - forward: follows relationships as the path is walked.
  ///   - backward: follows them the other way.
  func shortestPath(
    from start: NodeID, to end: NodeID, _ forward: Expander, _ backward: Expander, maximum: Int, _ context: ExecutionContext
  ) throws(CypherError) -> [(relationship: RelationshipID, node: NodeID)]? {
    let search = marks.reserve(for: context).begin()
    near.begin(at: start, search)
    far.begin(at: end, search)
    while near.frontierCount > 0, far.frontierCount > 0, near.depth + far.depth < maximum {
      let isNear = near.frontierCount <= far.frontierCount
      let meeting = try isNear ? advance(near, forward, search, context) : advance(far, backward, search, context)
      if let meeting { return path(through: meeting) }
    }
    return nil
  }

  /// Moves a side one relationship further, as far as it does not meet the other.
  private func advance(
    _ side: Side, _ expander: Expander, _ search: NodeMarks.Search, _ context: ExecutionContext
  ) throws(CypherError) -> Meeting? {
    let end = side.steps.count
    for head in side.level..<end {
      if head & 1023 == 0 { try context.evaluation.poll() }
      for run in expander.runs(of: NodeID(side.steps.elements[head].node)) {
        if let meeting = follow(run, from: head, side, search) { return meeting }
      }
    }
    side.level = end
    side.depth += 1
    return nil
  }

  @inline(__always)
  private func follow(_ run: NeighbourRun, from head: Int, _ side: Side, _ search: NodeMarks.Search) -> Meeting? {
    side.steps.reserve(run.count)
    let (steps, bit) = (side.steps.elements, side.bit)
    var count = side.steps.count
    for index in 0..<run.count {
      let (node, relationship) = (run.neighbours[index], run.relationships[index])
      if let mark = search.number(of: node) {
        guard mark & 1 != bit else { continue }
        let other = Int(mark &>> 1)
        return bit == 0
          ? Meeting(near: head, relationship: relationship, far: other)
          : Meeting(near: other, relationship: relationship, far: head)
      }
      search.mark(node, UInt32(truncatingIfNeeded: count) &<< 1 | bit)
      steps[count] = Step(node: node, parent: UInt32(truncatingIfNeeded: head), relationship: relationship)
      count &+= 1
    }
    side.steps.count = count
    return nil
  }

  private func path(through meeting: Meeting) -> [(relationship: RelationshipID, node: NodeID)] {
    let (near, far) = (near.steps.elements, far.steps.elements)
    var path: [(relationship: RelationshipID, node: NodeID)] = []
    var place = meeting.near
    while place != 0 {
      path.append((RelationshipID(near[place].relationship), NodeID(near[place].node)))
      place = Int(near[place].parent)
    }
    path.reverse()
    path.append((RelationshipID(meeting.relationship), NodeID(far[meeting.far].node)))
    place = meeting.far
    while place != 0 {
      let parent = Int(far[place].parent)
      path.append((RelationshipID(far[place].relationship), NodeID(far[parent].node)))
      place = parent
    }
    return path
  }
}
