import Graph

/// What a column says of a path that was walked. Hops are numbered in the order of the pattern.
enum PathColumn: Sendable {
  /// The node where the walk ended.
  case end
  /// The node behind the first so many hops.
  case node(behind: Int)
  /// The relationship of a hop that was walked once.
  case relationship(hop: Int)
  /// The n-th relationship, or node, of every repetition of a hop.
  case relationshipList(hop: Int, index: Int)
  case nodeList(hop: Int, index: Int)
  /// The path of every repetition of a hop.
  case pathList(hop: Int)
  case allRelationships
  case path
}

/// A path in the order in which it was walked.
struct WalkedPath {
  struct Step {
    /// In the order of walking.
    var hop: Int
    var transition: Int32
    /// Where the step ends.
    var node: NodeID
    /// True for a transition that was found from the other end: it leads back from `node`.
    var isFlipped = false
  }

  var start: NodeID
  var steps: [Step]
}

/// Reads the values of columns from paths that were walked along the transitions of some tables.
struct PathColumnReader {
  /// One a hop, in the order of walking.
  let tables: [HopTable]
  /// The only hop as it is walked from the other end, for a search from both ends.
  let flippedTable: HopTable?
  /// True where the path was walked from the pattern's last node to its first.
  let isBackwards: Bool
  let columns: [PathColumn]

  /// One repetition of a hop, in the order of the pattern.
  private struct Repetition {
    var hop: Int
    var nodes: [NodeID]
    var relationships: [RelationshipID]
  }

  /// One value a column.
  func values(of path: WalkedPath) -> [Value] {
    var repetitions: [Repetition] = []
    repetitions.reserveCapacity(path.steps.count)
    var end = path.start
    for step in path.steps {
      let (nodes, relationships) = elements(of: step, from: end)
      end = step.node
      repetitions.append(
        isBackwards
          ? Repetition(hop: tables.count - 1 - step.hop, nodes: nodes.reversed(), relationships: relationships.reversed())
          : Repetition(hop: step.hop, nodes: nodes, relationships: relationships))
    }
    if isBackwards { repetitions.reverse() }
    let first = isBackwards ? end : path.start
    return columns.map { column in
      if case .end = column { return .node(Node(id: end)) }
      return value(column, first, repetitions)
    }
  }

  /// The nodes, both ends included, and the relationships of a step, in the order of walking.
  private func elements(of step: WalkedPath.Step, from near: NodeID) -> (nodes: [NodeID], relationships: [RelationshipID]) {
    guard step.isFlipped, let flippedTable else {
      let table = tables[step.hop]
      return ([near] + table.nodes(of: step.transition), Array(table.relationships(of: step.transition)))
    }
    let nodes = flippedTable.nodes(of: step.transition).reversed() + [step.node]
    return (nodes, flippedTable.relationships(of: step.transition).reversed())
  }

  private func value(_ column: PathColumn, _ first: NodeID, _ repetitions: [Repetition]) -> Value {
    switch column {
    case .end: preconditionFailure("the end depends on the direction of the walk")
    case .node(let hopCount):
      let last = repetitions.last { $0.hop < hopCount }
      return .node(Node(id: last.map { $0.nodes[$0.nodes.count - 1] } ?? first))
    case .relationship(let hop):
      guard let repetition = repetitions.first(where: { $0.hop == hop }) else {
        preconditionFailure("a hop that binds a single relationship is walked once")
      }
      return .relationship(Relationship(id: repetition.relationships[0]))
    case .relationshipList(let hop, let index):
      return .list(repetitions.filter { $0.hop == hop }.map { .relationship(Relationship(id: $0.relationships[index])) })
    case .nodeList(let hop, let index):
      return .list(repetitions.filter { $0.hop == hop }.map { .node(Node(id: $0.nodes[index])) })
    case .pathList(let hop):
      return .list(repetitions.filter { $0.hop == hop }.map { .path(Self.path(from: $0.nodes[0], [$0])) })
    case .allRelationships:
      return .list(repetitions.flatMap(\.relationships).map { .relationship(Relationship(id: $0)) })
    case .path: return .path(Self.path(from: first, repetitions))
    }
  }

  private static func path(from first: NodeID, _ repetitions: [Repetition]) -> Path {
    Path(
      nodes: ([first] + repetitions.flatMap { $0.nodes.dropFirst() }).map { Node(id: $0) },
      relationships: repetitions.flatMap(\.relationships).map { Relationship(id: $0) })
  }
}
