import Graph
import GraphStorage

/// The relationship types that a pattern allows, in the numbers of a graph.
struct RelationshipTypeFilter {
  /// Empty for every type.
  let ids: [RelationshipTypeID]
  /// True where the graph has none of the types.
  let matchesNothing: Bool

  init(_ types: RelationshipTypes, _ snapshot: GraphSnapshot) {
    let found = types.ids(in: snapshot)
    ids = found ?? []
    matchesNothing = found?.isEmpty ?? false
  }

  /// What follows relationships of these types from batch after batch; nil where there are none.
  func expander(_ direction: Direction, _ snapshot: GraphSnapshot) -> Expander? {
    matchesNothing ? nil : snapshot.expander(types: ids, direction)
  }

  func contains(_ type: RelationshipTypeID) -> Bool { ids.isEmpty && !matchesNothing || ids.contains(type) }
}
