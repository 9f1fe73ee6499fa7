import Cypher
import Graph

/// A pattern of which nobody asks more than how often it matches, in all or for each node of one variable.
///
/// A match is an assignment of nodes to `nodes` and of relationships to `links` that satisfies the predicates and restrictions;
/// `parts` multiply how often it counts.
struct CountedPattern: Sendable {
  struct NodeElement: Sendable {
    var variable: String
    /// Labels that it must have, all of them.
    var labels: [String] = []
    /// Conditions on the node alone.
    var predicates: [Expression] = []
  }

  /// A relationship between two nodes.
  struct Link: Sendable {
    var variable: String
    /// The source and the target, unless direction does not matter.
    var from: Int
    var to: Int
    var types: RelationshipTypes
    var isDirected: Bool
    /// Conditions on the relationship and its two nodes.
    var predicates: [Expression] = []
    /// True if a predicate mentions one of the nodes, or a part hangs on them.
    var readsNodes = false
    /// Patterns that must, or must not, match between the two nodes.
    var parts: [PairPart] = []
    /// True where it only matters whether there is such a relationship.
    var isExistence = false
    /// Not nil for a chain of relationships, this many or more; their graph has no cycle.
    var chainMinimum: Int?
  }

  /// What a match must not be.
  enum Restriction: Sendable {
    case sameNode(Int, Int)
    case sameRelationship(Int, Int)
    /// Any relationship like this one, which is not one of `links`.
    case related(Link)
  }

  /// A pattern of its own that hangs on one node.
  struct Part: Sendable {
    enum Kind: Sendable {
      /// Counts as often as it matches, once where it does not: OPTIONAL MATCH.
      case optional
      /// Counts once where it matches, not at all elsewhere: EXISTS.
      case present
      /// The contrary: NOT EXISTS.
      case absent
    }

    var node: Int
    var kind: Kind
    /// Counted for each node of its `root`, which stands for `node`.
    var pattern: CountedPattern
  }

  /// A pattern of its own between the two nodes of a link: EXISTS and NOT EXISTS.
  struct PairPart: Sendable {
    /// False where it must not match.
    var isPresent: Bool
    /// Its first two nodes stand for the source and the target of the link.
    var pattern: CountedPattern
  }

  var nodes: [NodeElement] = []
  var links: [Link] = []
  /// Pairs of variables that stand for one node.
  var equalNodes: [(Int, Int)] = []
  var restrictions: [Restriction] = []
  var parts: [Part] = []
  /// The variable whose nodes are counted for one by one; nil where only the number of all matches is wanted.
  var root: Int?
  /// The link whose types are counted for one by one; nil where it does not matter which type it is.
  var typed: Int?
}

/// Counts the matches of a pattern: gives rows of `root`'s node and `typed`'s type, as far as there are such, and `multiplicity`,
/// never 0.
struct MatchCount: Sendable {
  /// Holds the name of the type.
  static let typeColumn = " type"

  var pattern: CountedPattern
  /// Holds the number.
  var multiplicity: String

  var columns: [RowLayout.Column] {
    (pattern.root.map { [.init(name: pattern.nodes[$0].variable, kind: .node)] } ?? [])
      + (pattern.typed.map { _ in [.init(name: Self.typeColumn)] } ?? []) + [.init(name: multiplicity)]
  }
}

extension CountedPattern {
  /// The pattern and all that hang on its nodes.
  var withParts: [CountedPattern] { [self] + parts.flatMap(\.pattern.withParts) }

  /// What the chains of any length follow, those of its parts left aside.
  var chainTypes: [RelationshipTypes] { links.filter { $0.chainMinimum != nil }.map(\.types) }

  /// True if its links form no cycle, so that counts can be passed from node to node.
  var isAcyclic: Bool {
    var groups = Array(nodes.indices)
    func group(_ node: Int) -> Int { groups[node] == node ? node : group(groups[node]) }
    for (a, b) in equalNodes { groups[group(a)] = group(b) }
    for link in links where link.from != link.to {
      let (from, to) = (group(link.from), group(link.to))
      if from == to { return false }
      groups[from] = to
    }
    return true
  }
}
