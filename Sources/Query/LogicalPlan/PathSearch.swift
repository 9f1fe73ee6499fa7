import Cypher

/// Finds the shortest paths that lead from a bound node to another one, which may be bound or not, for each pair of such nodes.
///
/// Input `i + 1` is one repetition of hop `i`, from the end that the search comes from. Where the search may go from both ends,
/// a last input is the only hop from its other end.
struct PathSearch: Sendable {
  struct Hop: Sendable {
    var repetition: PathRepetition
    /// True where the hop's variables are lists with an element a repetition.
    var bindsLists: Bool
  }

  /// How many paths of each pair of ends are wanted.
  enum Selection: Sendable {
    /// So many, the shortest first.
    case paths(Expression)
    /// All of the so many smallest lengths.
    case groups(Expression)
  }

  var hops: [Hop]
  /// The nodes before, between and behind the hops.
  var nodes: [String]
  /// What `nodes[i]` must satisfy besides what is asked in front of the search.
  var nodeConditions: [[Expression]]
  var selection: Selection
  var restriction: PathRestriction
  /// Bound to the path; nil where nobody asks.
  var path: String?
  /// What a whole path must satisfy to count.
  var conditions: [Expression]
  /// True for the functions, for which a path from a node to itself is none unless it may be empty.
  var leavesOutLoops: Bool
  /// True where the search begins at the pattern's last node.
  var isBackwards = false
  /// True where the node at which the search ends is bound.
  var isInto = false
  /// True where the search goes from both ends at once.
  var isBidirectional = false
  /// True where every hop repeats one relationship, which is read from the graph instead of running the hop's input.
  var readsAdjacency = false

  var start: String { nodes[0] }
  var end: String { nodes[nodes.count - 1] }
  /// The end that the search begins at, and the other one.
  var near: String { isBackwards ? end : start }
  var far: String { isBackwards ? start : end }

  /// What the search binds between its ends, and the path.
  var innerColumns: [RowLayout.Column] {
    var columns = nodes.dropFirst().dropLast().map { RowLayout.Column(name: $0, kind: .node) }
    for hop in hops {
      if hop.bindsLists {
        columns += hop.repetition.listColumns
      } else {
        columns += hop.repetition.relationships.map { .init(name: $0, kind: .relationship) }
      }
    }
    return columns + [path].compactMap { $0 }.map { .init(name: $0, kind: .path) }
  }

  var newColumns: [RowLayout.Column] { (isInto ? [] : [.init(name: far, kind: .node)]) + innerColumns }
}
