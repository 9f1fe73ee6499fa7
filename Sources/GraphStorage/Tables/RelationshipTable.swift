import Graph

/// Everything kept per relationship, and the adjacency of each type in both directions.
struct RelationshipTable: Sendable {
  /// The next id to give out.
  var capacity: UInt32 = 0
  /// The relationships that exist.
  var existing = Bitmap()
  var types = FixedColumn<UInt16>()
  var sources = FixedColumn<UInt32>()
  var targets = FixedColumn<UInt32>()
  /// For each type the relationships of it.
  var byType: [Bitmap] = []
  /// For each type the relationships that leave a node, and those that reach it.
  var outgoing: [AdjacencyTable] = []
  var incoming: [AdjacencyTable] = []
  var properties = PropertyTable()

  /// The type column has 16 bits a relationship.
  static let largestTypeCount = Int(UInt16.max)

  mutating func reserve(_ type: RelationshipTypeID) {
    while byType.count <= Int(type.rawValue) {
      byType.append(Bitmap())
      outgoing.append(AdjacencyTable())
      incoming.append(AdjacencyTable())
    }
  }

  func count(of type: RelationshipTypeID) -> Int {
    let index = Int(type.rawValue)
    return index < byType.count ? byType[index].count : 0
  }
}
