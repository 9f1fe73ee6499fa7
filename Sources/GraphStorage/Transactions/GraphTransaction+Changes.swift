import Graph

extension GraphTransaction {
  /// Applies a list of changes, all or nothing.
  /// - Returns: the created nodes, in the order of the list.
  public func apply(_ changes: [GraphChange]) throws(StorageError) -> [NodeID] {
    let start = savepoint()
    var created: [NodeID] = []
    do throws(StorageError) {
      for change in changes { try apply(change, created: &created) }
    } catch {
      rollback(to: start)
      throw error
    }
    return created
  }

  private func apply(_ change: GraphChange, created: inout [NodeID]) throws(StorageError) {
    switch change {
    case .createNode(let labels, let properties):
      created.append(try createNode(labels: labels.map { labelID(creating: $0) }, properties: numbered(properties)))
    case .createRelationship(let type, let source, let target, let properties):
      try createRelationship(
        try relationshipTypeID(creating: type), from: try resolve(source, created), to: try resolve(target, created),
        properties: numbered(properties))
    case .setProperty(let node, let key, let value):
      try set(value, for: propertyKeyID(creating: key), of: try resolve(node, created))
    case .addLabel(let node, let label):
      try addLabel(labelID(creating: label), to: try resolve(node, created))
    case .createIndex(let definition):
      let isThere = snapshot.indexDefinitions.contains { $0.name == definition.name || $0.coversSame(as: definition) }
      if !isThere { try createIndex(definition) }
    }
  }

  /// Properties under their keys' numbers, without nulls.
  func numbered(_ properties: PropertyMap) -> [(PropertyKeyID, Value)] {
    var numbered: [(PropertyKeyID, Value)] = []
    for entry in properties.entries {
      if case .null = entry.value { continue }
      numbered.append((propertyKeyID(creating: entry.key), entry.value))
    }
    return numbered
  }

  private func resolve(_ reference: NodeReference, _ created: [NodeID]) throws(StorageError) -> NodeID {
    switch reference {
    case .existing(let node): return node
    case .created(let position):
      guard created.indices.contains(position) else {
        throw StorageError(.missingElement, "the list of changes creates no node \(position) before it is used")
      }
      return created[position]
    }
  }
}
