import Cypher
import Graph
import GraphStorage

/// A breadth-first search from two different nodes towards each other, straight along the adjacency of the graph, for one of the
/// shortest paths (I. Pohl, "Bi-directional search", 1971).
///
/// Always the side with fewer nodes to look at goes on. The balls around the ends do not touch until a relationship joins them,
/// so that the first that does is on a shortest path. O(relationships within half the distance from either end).
final class AdjacencySearch {
  /// What is known on one side; elements of one place belong together.
  private final class Side {
    let nodes = ElementQueue()
    /// The place from which each was reached, and the relationship that led there.
    let parents = ElementQueue()
    let relationships = ElementQueue()
    /// Where the nodes at the greatest distance begin.
    var level = 0
    var depth = 0
    /// Told apart by the lowest bit of a mark.
    let bit: UInt32

    init(bit: UInt32) { self.bit = bit }

    func begin(at node: NodeID, _ marks: NodeMarks.Search) {
      for queue in [nodes, parents, relationships] { queue.count = 0 }
      level = 0
      depth = 0
      marks.mark(node.rawValue, bit)
      append(node.rawValue, parent: 0, relationship: 0)
    }

    @inline(__always) func append(_ node: UInt32, parent: UInt32, relationship: UInt32) {
      nodes.append(node)
      parents.append(parent)
      relationships.append(relationship)
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
    while near.level < near.nodes.count, far.level < far.nodes.count, near.depth + far.depth < maximum {
      let isNear = near.nodes.count - near.level <= far.nodes.count - far.level
      let meeting = try isNear ? advance(near, forward, search, context) : advance(far, backward, search, context)
      if let meeting { return path(through: meeting) }
    }
    return nil
  }

  /// Moves a side one relationship further, as far as it does not meet the other.
  private func advance(
    _ side: Side, _ expander: Expander, _ search: NodeMarks.Search, _ context: ExecutionContext
  ) throws(CypherError) -> Meeting? {
    let end = side.nodes.count
    for head in side.level..<end {
      if head & 1023 == 0 { try context.evaluation.poll() }
      for run in expander.runs(of: NodeID(side.nodes.numbers[head])) {
        if let meeting = follow(run, from: head, side, search) { return meeting }
      }
    }
    side.level = end
    side.depth += 1
    return nil
  }

  @inline(__always)
  private func follow(_ run: NeighbourRun, from head: Int, _ side: Side, _ search: NodeMarks.Search) -> Meeting? {
    for queue in [side.nodes, side.parents, side.relationships] { queue.reserve(run.count) }
    for index in 0..<run.count {
      let node = run.neighbours[index]
      if let mark = search.number(of: node) {
        guard mark & 1 != side.bit else { continue }
        let other = Int(mark &>> 1)
        return side.bit == 0
          ? Meeting(near: head, relationship: run.relationships[index], far: other)
          : Meeting(near: other, relationship: run.relationships[index], far: head)
      }
      search.mark(node, UInt32(truncatingIfNeeded: side.nodes.count) &<< 1 | side.bit)
      side.append(node, parent: UInt32(truncatingIfNeeded: head), relationship: run.relationships[index])
    }
    return nil
  }

  private func path(through meeting: Meeting) -> [(relationship: RelationshipID, node: NodeID)] {
    var path: [(relationship: RelationshipID, node: NodeID)] = []
    var place = meeting.near
    while place != 0 {
      path.append((RelationshipID(near.relationships.numbers[place]), NodeID(near.nodes.numbers[place])))
      place = Int(near.parents.numbers[place])
    }
    path.reverse()
    path.append((RelationshipID(meeting.relationship), NodeID(far.nodes.numbers[meeting.far])))
    place = meeting.far
    while place != 0 {
      let parent = Int(far.parents.numbers[place])
      path.append((RelationshipID(far.relationships.numbers[place]), NodeID(far.nodes.numbers[parent])))
      place = parent
    }
    return path
  }
}
