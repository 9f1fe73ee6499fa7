import Graph

/// What an index or a constraint is over, by the numbers of the catalog.
struct SchemaTarget: Hashable, Sendable {
  var element: ElementKind
  /// The number of the label or the relationship type.
  var owner: UInt32
  var keys: [PropertyKeyID]
}

extension GraphSnapshot {
  /// The values of an element under the keys of a target.
  func values(_ keys: [PropertyKeyID], _ element: ElementKind, at row: UInt32) -> [Value] {
    let table = element == .node ? nodes.properties : relationships.properties
    return keys.map { table.value($0, at: row, pool: pool) }
  }

  /// Calls `body` with the rows of all elements that a target is over, some thousands at a time, ascending, until it throws.
  func forEachBatch<Failure: Error>(
    _ element: ElementKind, _ owner: UInt32, _ body: ([UInt32]) throws(Failure) -> Void
  ) throws(Failure) {
    var cursor = ScanCursor()
    while true {
      let rows: [UInt32] =
        switch element {
        case .node: scanNodes(label: LabelID(owner), from: &cursor).map(\.rawValue)
        case .relationship: scanRelationships(type: RelationshipTypeID(owner), from: &cursor).map(\.rawValue)
        }
      guard !rows.isEmpty else { return }
      try body(rows)
    }
  }

  /// Whether a target is over an element that exists.
  func isMember(_ row: UInt32, of element: ElementKind, _ owner: UInt32) -> Bool {
    switch element {
    case .node: nodes.has(LabelID(owner), at: row)
    case .relationship: Int(owner) < relationships.byType.count && relationships.byType[Int(owner)].contains(row)
    }
  }
}
