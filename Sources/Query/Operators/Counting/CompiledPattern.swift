import Cypher
import Graph

/// A `CountedPattern` ready to run: conditions by node and by link, parts in the order of the pattern's.
struct CompiledPattern {
  let pattern: CountedPattern
  /// Over rows of the node.
  var nodeConditions: [[any CompiledPredicate]] = []
  var linkConditions: [LinkCondition?] = []
  var parts: [CompiledPattern] = []

  init(pattern: CountedPattern) { self.pattern = pattern }
}

/// What the relationships of one link must satisfy: conditions over rows of a node, a relationship and a node.
final class LinkCondition: Hashable {
  let predicates: [any CompiledPredicate]
  /// True if a predicate mentions one of the nodes, or a part hangs on them.
  let readsNodes: Bool
  /// Patterns that must, or must not, match between the two nodes.
  let parts: [(isPresent: Bool, pattern: CompiledPattern)]

  init(predicates: [any CompiledPredicate], readsNodes: Bool, parts: [(isPresent: Bool, pattern: CompiledPattern)] = []) {
    self.predicates = predicates
    self.readsNodes = readsNodes
    self.parts = parts
  }

  static func == (a: LinkCondition, b: LinkCondition) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
