import Cypher

/// A chain of single relationships that a path walks once or many times: what a quantified path pattern repeats, and what a
/// search for paths advances by.
struct PathRepetition: Sendable {
  /// One repetition as a pattern of its own.
  var pattern: PatternGraph
  /// `nodes[i]` and `nodes[i + 1]` are joined by `relationships[i]`; a node may stand there twice.
  var nodes: [String]
  var relationships: [String]
  var bounds: PathQuantifier
  /// Bound to the list of the paths of all repetitions; nil where nobody asks.
  var path: String?

  /// Everything that the pattern binds for one repetition, each variable once.
  var variables: [String] {
    (nodes + relationships).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// The lists that the variables stand for outside.
  var listColumns: [RowLayout.Column] { (variables + [path].compactMap { $0 }).map { .init(name: $0) } }

  /// The pattern where the node at one end is bound.
  func pattern(from near: String) -> PatternGraph {
    var pattern = self.pattern
    for index in pattern.nodes.indices where pattern.nodes[index].variable == near { pattern.nodes[index].isBound = true }
    return pattern
  }
}

/// Walks a repetition again and again from a bound node, each time from where the last one ended.
///
/// Input 1 is one repetition from a bound `from`.
struct RepeatedPath: Sendable {
  var from: String
  var to: String
  var isInto: Bool
  /// True where the repetition is walked from its last node to its first.
  var isBackwards: Bool
  /// Bound to the list of all relationships walked, in the order of the pattern.
  var relationships: String
  /// Its variables are bound to lists with an element a repetition, in the order of the pattern.
  var repetition: PathRepetition
  var restriction: PathRestriction
  /// True where a repetition is one relationship, which is read from the graph instead of running input 1.
  var readsAdjacency = false

  /// The node of the repetition that it is walked from.
  var near: String { isBackwards ? repetition.nodes[repetition.nodes.count - 1] : repetition.nodes[0] }

  var newColumns: [RowLayout.Column] {
    var columns = [RowLayout.Column(name: relationships)]
    if !isInto { columns.append(.init(name: to, kind: .node)) }
    return columns + repetition.listColumns
  }
}
