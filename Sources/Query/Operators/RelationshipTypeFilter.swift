import Graph
import GraphStorage

/// The relationship types that a pattern names, in the numbers of a graph.
struct RelationshipTypeFilter {
  /// Empty for every type.
  let ids: [RelationshipTypeID]
  /// True where types are named and the graph has none of them.
  let matchesNothing: Bool

  init(_ names: [String], _ snapshot: GraphSnapshot) {
    ids = names.compactMap { snapshot.relationshipTypeID($0) }
    matchesNothing = !names.isEmpty && ids.isEmpty
  }

  /// What follows relationships of these types from batch after batch; nil where there are none.
  func expander(_ direction: Direction, _ snapshot: GraphSnapshot) -> Expander? {
    matchesNothing ? nil : snapshot.expander(types: ids, direction)
  }

  func contains(_ type: RelationshipTypeID) -> Bool { ids.isEmpty && !matchesNothing || ids.contains(type) }
}
