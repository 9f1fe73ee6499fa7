import Cypher
import Graph

/// A relationship, or a chain of them, as a pattern asks for it: what is followed, which way and how often.
struct RelationshipChain: Sendable {
  var types: RelationshipTypes
  var direction: Direction
  /// Nil for exactly one relationship, which is not bound as a list.
  var length: PathQuantifier?
  /// What each relationship of a chain must satisfy; conditions on a single one are predicates of the pattern.
  var each: EachRelationship?
  /// What the chain may meet more than once.
  var restriction = PathRestriction.trail

  var isList: Bool { length != nil }
  var bounds: PathQuantifier { length ?? .once }

  /// The same chain seen from its other end.
  var reversed: RelationshipChain {
    var chain = self
    chain.direction = direction.reversed
    return chain
  }
}
