import GraphStorage

/// What a scan goes through.
enum ScanSource {
  /// The nodes of a label, or all where it is nil.
  case nodes(label: String?)
  case relationships(RelationshipTypes)

  /// How many elements there are. O(types).
  func elementCount(in snapshot: GraphSnapshot) -> Int {
    switch self {
    case .nodes(let label?): snapshot.labelID(label).map { snapshot.nodeCount($0) } ?? 0
    case .nodes: snapshot.nodeCount
    case .relationships(let types):
      types.ids(in: snapshot).map { $0.reduce(0) { $0 + snapshot.relationshipCount($1) } } ?? snapshot.relationshipCount
    }
  }
}
