import Cypher
import Graph

/// The pattern of one MATCH as a graph of variables, before anyone has said in which order it is walked.
///
/// Labels, property maps and WHERE have become `predicates`; elements without a name have been given one that no query can write.
struct PatternGraph: Sendable {
  struct NodeElement: Sendable {
    var variable: String
    /// True where the rows that come in have it already.
    var isBound: Bool
  }

  /// What joins two nodes.
  struct Link: Sendable {
    enum Body: Sendable {
      /// A relationship or a chain of them.
      case chain(RelationshipChain)
      case repetition(PathRepetition, PathRestriction)
      /// A whole path, of which only the shortest are wanted.
      case search(PathSearch)
    }

    /// Holds the relationship or the list of all of them; for a search it is only a name.
    var variable: String
    var isBound: Bool
    var from: String
    var to: String
    /// Relationships of links with the same number are never the same; nil where they may be.
    var trail: Int?
    var body: Body
  }

  /// A path whose nodes are more restricted than each of its links can see.
  struct RestrictedPath: Sendable {
    var path: PathAssembly
    var restriction: PathRestriction
  }

  var nodes: [NodeElement] = []
  var links: [Link] = []
  var predicates: [Expression] = []
  var paths: [PathAssembly] = []
  var restrictedPaths: [RestrictedPath] = []

  /// The columns that this pattern adds to a row.
  var newColumns: [RowLayout.Column] {
    nodes.filter { !$0.isBound }.map { RowLayout.Column(name: $0.variable, kind: .node) }
      + links.flatMap(\.newColumns) + paths.map { RowLayout.Column(name: $0.variable, kind: .path) }
  }
}

extension PatternGraph.Link {
  /// The columns that the link adds besides its ends.
  var newColumns: [RowLayout.Column] {
    switch body {
    case .chain(let chain): isBound ? [] : [.init(name: variable, kind: chain.isList ? .any : .relationship)]
    case .repetition(let repetition, _): [.init(name: variable)] + repetition.listColumns
    case .search(let search): search.innerColumns
    }
  }

  /// The variable holds a list of relationships.
  var isList: Bool {
    switch body {
    case .chain(let chain): chain.isList
    case .repetition: true
    case .search: false
    }
  }

  /// True for a path of which only some matches are wanted.
  var isSearch: Bool { if case .search = body { true } else { false } }

  /// The variables besides its ends without which it cannot be searched: a shortest path cannot be checked afterwards.
  var searchedWith: Set<String> {
    guard case .search(let search) = body else { return [] }
    let conditions = search.hops.flatMap(\.repetition.pattern.predicates) + search.conditions
    let mentioned = conditions.reduce(into: Set<String>()) { $0.formUnion($1.mentionedVariables) }
    return mentioned.subtracting(search.hops.flatMap(\.repetition.variables)).subtracting(search.names)
  }

  /// True unless it is certain that the two have no relationship in common.
  func mayEqual(_ other: Self) -> Bool {
    guard let trail, trail == other.trail, variable != other.variable else { return false }
    guard case .chain(let chain) = body, case .chain(let otherChain) = other.body else { return true }
    return chain.types.mayShareType(with: otherChain.types)
  }
}
