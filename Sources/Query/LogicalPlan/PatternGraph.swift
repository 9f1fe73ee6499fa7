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

  struct RelationshipElement: Sendable {
    var variable: String
    var isBound: Bool
    var from: String
    var to: String
    var types: RelationshipTypes
    var direction: Direction
    /// Nil for exactly one relationship.
    var length: Length?
    /// For a chain, and for what is searched as one; what a single relationship must satisfy is among the predicates.
    var each: EachRelationship?
    var shortest: PathPattern.Shortest?
  }

  struct Length: Sendable {
    var minimum: Int
    var maximum: Int?
  }

  var nodes: [NodeElement] = []
  var relationships: [RelationshipElement] = []
  var predicates: [Expression] = []
  var paths: [PathAssembly] = []

  /// The columns that this pattern adds to a row.
  var newColumns: [RowLayout.Column] {
    nodes.filter { !$0.isBound }.map { RowLayout.Column(name: $0.variable, kind: .node) }
      + relationships.filter { !$0.isBound }
      .map { RowLayout.Column(name: $0.variable, kind: $0.length == nil ? .relationship : .any) }
      + paths.map { RowLayout.Column(name: $0.variable, kind: .path) }
  }

  /// The pairs of relationships that might be one and the same: two of one pattern never are (a pattern matches trails).
  var distinctPairs: [RelationshipPair] {
    var pairs: [RelationshipPair] = []
    for (index, first) in relationships.enumerated() {
      for second in relationships[(index + 1)...] where first.mayEqual(second) {
        pairs.append(RelationshipPair(first: first.variable, second: second.variable))
      }
    }
    return pairs
  }
}

extension PatternGraph.RelationshipElement {
  /// The variable holds a list of relationships.
  var isList: Bool { length != nil }

  /// The variables besides its ends without which it cannot be searched: a shortest path cannot be checked afterwards.
  var searchedWith: Set<String> {
    shortest == nil ? [] : (each?.readVariables ?? []).subtracting([from, to])
  }

  fileprivate func mayEqual(_ other: Self) -> Bool {
    if variable == other.variable || shortest != nil || other.shortest != nil { return false }
    return types.mayShareType(with: other.types)
  }
}
