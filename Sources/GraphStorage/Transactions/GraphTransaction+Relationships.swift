import Graph

extension GraphTransaction {
  /// Creates a relationship between nodes that exist. Nulls among the properties leave the property out.
  /// - Throws: `missingElement`, `unstorableValue` or `limitExceeded`; nothing is written then.
  @discardableResult
  public func createRelationship(
    _ type: RelationshipTypeID, from source: NodeID, to target: NodeID, properties: [(PropertyKeyID, Value)] = []
  ) throws(StorageError) -> RelationshipID {
    try checkExists(source)
    try checkExists(target)
    for (key, value) in properties { try checkStorable(value, key) }
    guard snapshot.relationships.capacity < UInt32.max - 1 else {
      throw StorageError(.limitExceeded, "a graph holds at most 4,294,967,294 relationships")
    }
    journal?.createRelationship(type, source, target, properties: properties)
    hasChanges = true
    let row = snapshot.relationships.capacity
    let number = Int(type.rawValue)
    snapshot.relationships.capacity += 1
    snapshot.relationships.reserve(type)
    _ = snapshot.relationships.existing.insert(row)
    _ = snapshot.relationships.byType[number].insert(row)
    snapshot.relationships.types.set(UInt16(number), at: row)
    snapshot.relationships.sources.set(source.rawValue, at: row)
    snapshot.relationships.targets.set(target.rawValue, at: row)
    snapshot.relationships.outgoing[number].add(source.rawValue, neighbour: target.rawValue, relationship: row)
    snapshot.relationships.incoming[number].add(target.rawValue, neighbour: source.rawValue, relationship: row)
    count(1, type, source, target)
    for (key, value) in properties {
      snapshot.relationships.properties.set(value, for: key, at: row, pool: snapshot.pool)
    }
    index(row, indexes(on: type), isPresent: true)
    touch(RelationshipID(row), type)
    return RelationshipID(row)
  }

  /// Sets a property; null removes it.
  /// - Returns: false if there was nothing to do: the property is absent and to be removed.
  @discardableResult
  public func set(_ value: Value, for key: PropertyKeyID, of relationship: RelationshipID) throws(StorageError) -> Bool {
    guard snapshot.contains(relationship) else {
      throw StorageError(.missingElement, "relationship \(relationship.rawValue) does not exist, or has been deleted")
    }
    try checkStorable(value, key)
    let row = relationship.rawValue
    if case .null = value, !(snapshot.relationships.properties[key]?.isPresent(at: row) ?? false) { return false }
    journal?.set(.setRelationshipProperty, row, key, value)
    hasChanges = true
    let type = snapshot.type(of: relationship)
    let concerned = indexes(on: type).filter { snapshot.indexes[$0].target.keys.contains(key) }
    index(row, concerned, isPresent: false)
    snapshot.relationships.properties.set(value, for: key, at: row, pool: snapshot.pool)
    index(row, concerned, isPresent: true)
    touch(relationship, type, key)
    return true
  }

  /// Deletes a relationship. False if it does not exist (any more).
  @discardableResult
  public func delete(_ relationship: RelationshipID) -> Bool {
    guard snapshot.contains(relationship) else { return false }
    let row = relationship.rawValue
    let type = snapshot.type(of: relationship)
    let source = snapshot.source(of: relationship)
    let target = snapshot.target(of: relationship)
    journal?.numbers(.deleteRelationship, row)
    hasChanges = true
    index(row, indexes(on: type), isPresent: false)
    touch(relationship, type)
    let number = Int(type.rawValue)
    _ = snapshot.relationships.existing.remove(row)
    _ = snapshot.relationships.byType[number].remove(row)
    let wasLeaving = snapshot.relationships.outgoing[number].remove(
      source.rawValue, neighbour: target.rawValue, relationship: row)
    let wasReaching = snapshot.relationships.incoming[number].remove(
      target.rawValue, neighbour: source.rawValue, relationship: row)
    if !wasLeaving || !wasReaching {
      snapshot.rememberContradiction("relationship \(row) is not among those of the nodes that it is between")
    }
    count(-1, type, source, target)
    for column in snapshot.relationships.properties.columns.indices {
      _ = snapshot.relationships.properties.columns[column].remove(at: row)
    }
    return true
  }

  /// The places of the indexes over the relationships of a type.
  private func indexes(on type: RelationshipTypeID) -> [Int] {
    snapshot.indexes.indices.filter { position in
      let target = snapshot.indexes[position].target
      return target.element == .relationship && target.owner == type.rawValue
    }
  }

  private func count(_ amount: Int, _ type: RelationshipTypeID, _ source: NodeID, _ target: NodeID) {
    snapshot.degrees.add(amount, labels: snapshot.labels(of: source), type: type, isOutgoing: true)
    snapshot.degrees.add(amount, labels: snapshot.labels(of: target), type: type, isOutgoing: false)
  }
}
