import Graph

extension GraphTransaction {
  /// Creates a node. Nulls among the properties leave the property out.
  /// - Throws: `constraintViolated`, `unstorableValue` or `limitExceeded`; nothing is written then.
  @discardableResult
  public func createNode(labels: [LabelID], properties: [(PropertyKeyID, Value)] = []) throws(StorageError) -> NodeID {
    guard snapshot.nodes.capacity < UInt32.max - 1 else {
      throw StorageError(.limitExceeded, "a graph holds at most 4,294,967,294 nodes")
    }
    let labels = Set(labels).sorted()
    let row = snapshot.nodes.capacity
    for (key, value) in properties {
      try checkStorable(value, key)
      for label in labels { try checkUnique(value, label: label, key: key, except: row) }
    }
    journal?.createNode(labels: labels, properties: properties)
    hasChanges = true
    snapshot.nodes.capacity += 1
    _ = snapshot.nodes.existing.insert(row)
    snapshot.nodes.labelSets.set(snapshot.catalog.labelSets.number(of: labels), at: row)
    for label in labels {
      snapshot.nodes.reserve(label)
      _ = snapshot.nodes.labels[Int(label.rawValue)].insert(row)
    }
    for (key, value) in properties { store(value, key, row, labels) }
    return NodeID(row)
  }

  /// Sets a property; null removes it.
  /// - Returns: false if there was nothing to do: the property is absent and to be removed.
  /// - Throws: `constraintViolated`, `unstorableValue` or `missingElement`; nothing is written then.
  @discardableResult
  public func set(_ value: Value, for key: PropertyKeyID, of node: NodeID) throws(StorageError) -> Bool {
    try checkExists(node)
    try checkStorable(value, key)
    let labels = snapshot.labels(of: node)
    for label in labels { try checkUnique(value, label: label, key: key, except: node.rawValue) }
    if case .null = value, !(snapshot.nodes.properties[key]?.isPresent(at: node.rawValue) ?? false) { return false }
    journal?.set(.setNodeProperty, node.rawValue, key, value)
    hasChanges = true
    store(value, key, node.rawValue, labels)
    return true
  }

  /// Adds a label. False if the node has it already.
  @discardableResult
  public func addLabel(_ label: LabelID, to node: NodeID) throws(StorageError) -> Bool {
    try checkExists(node)
    let before = snapshot.labels(of: node)
    guard !before.contains(label) else { return false }
    for index in snapshot.indexes where index.description.label == label {
      let key = index.description.key
      try checkUnique(snapshot.property(key, of: node), label: label, key: key, except: node.rawValue)
    }
    journal?.numbers(.addLabel, node.rawValue, label.rawValue)
    hasChanges = true
    snapshot.nodes.reserve(label)
    _ = snapshot.nodes.labels[Int(label.rawValue)].insert(node.rawValue)
    let number = snapshot.catalog.labelSets.number(of: (before + [label]).sorted())
    snapshot.nodes.labelSets.set(number, at: node.rawValue)
    index(node, label: label, isPresent: true)
    return true
  }

  /// Removes a label. False if the node does not have it.
  @discardableResult
  public func removeLabel(_ label: LabelID, from node: NodeID) throws(StorageError) -> Bool {
    try checkExists(node)
    let before = snapshot.labels(of: node)
    guard before.contains(label) else { return false }
    journal?.numbers(.removeLabel, node.rawValue, label.rawValue)
    hasChanges = true
    _ = snapshot.nodes.labels[Int(label.rawValue)].remove(node.rawValue)
    snapshot.nodes.labelSets.set(snapshot.catalog.labelSets.number(of: before.filter { $0 != label }), at: node.rawValue)
    index(node, label: label, isPresent: false)
    return true
  }

  /// Deletes a node. False if it does not exist (any more).
  /// - Throws: `connected` if it still has relationships.
  @discardableResult
  public func delete(_ node: NodeID) throws(StorageError) -> Bool {
    guard snapshot.contains(node) else { return false }
    guard snapshot.degree(of: node, .both) == 0 else {
      throw StorageError(
        .connected, "node \(node.rawValue) still has relationships", remedy: "delete those first, or use DETACH DELETE")
    }
    let row = node.rawValue
    for label in snapshot.labels(of: node) {
      index(node, label: label, isPresent: false)
      _ = snapshot.nodes.labels[Int(label.rawValue)].remove(row)
    }
    journal?.numbers(.deleteNode, row)
    hasChanges = true
    snapshot.nodes.labelSets.set(0, at: row)
    for column in snapshot.nodes.properties.columns.indices { _ = snapshot.nodes.properties.columns[column].remove(at: row) }
    _ = snapshot.nodes.existing.remove(row)
    return true
  }

  // MARK: - Helpers

  /// Writes a property and brings the indexes of the node's labels along.
  private func store(_ value: Value, _ key: PropertyKeyID, _ row: UInt32, _ labels: [LabelID]) {
    for position in snapshot.indexes.indices where snapshot.indexes[position].description.key == key {
      guard labels.contains(snapshot.indexes[position].description.label) else { continue }
      snapshot.indexes[position].remove(snapshot.property(key, of: NodeID(row)), node: row)
      snapshot.indexes[position].insert(value, node: row)
    }
    snapshot.nodes.properties.set(value, for: key, at: row, pool: snapshot.pool)
  }

  /// Puts a node into what is kept per label, or takes it out: indexes and degrees.
  private func index(_ node: NodeID, label: LabelID, isPresent: Bool) {
    for position in snapshot.indexes.indices where snapshot.indexes[position].description.label == label {
      let value = snapshot.property(snapshot.indexes[position].description.key, of: node)
      if isPresent {
        snapshot.indexes[position].insert(value, node: node.rawValue)
      } else {
        snapshot.indexes[position].remove(value, node: node.rawValue)
      }
    }
    for number in snapshot.relationshipTypes.indices {
      let type = RelationshipTypeID(UInt32(number))
      let sign = isPresent ? 1 : -1
      let outgoing = snapshot.degree(of: node, types: [type], .outgoing)
      snapshot.degrees.add(sign * outgoing, labels: [label], type: type, isOutgoing: true)
      let incoming = snapshot.degree(of: node, types: [type], .incoming)
      snapshot.degrees.add(sign * incoming, labels: [label], type: type, isOutgoing: false)
    }
  }

  func checkExists(_ node: NodeID) throws(StorageError) {
    guard snapshot.contains(node) else {
      throw StorageError(.missingElement, "node \(node.rawValue) does not exist, or has been deleted")
    }
  }

  func checkStorable(_ value: Value, _ key: PropertyKeyID) throws(StorageError) {
    guard ValueCoding.isStorable(value) else {
      throw StorageError(
        .unstorableValue, "property `\(snapshot.propertyKeyName(key))` cannot hold a map, a node, a relationship or a path",
        remedy: "store their properties one by one")
    }
  }

  func checkUnique(_ value: Value, label: LabelID, key: PropertyKeyID, except row: UInt32) throws(StorageError) {
    guard !snapshot.indexes.isEmpty, let index = snapshot.propertyIndex(label, key), index.description.isUnique else { return }
    guard let other = index.lookup(value).first(where: { $0.rawValue != row }) else { return }
    let place = "(:\(snapshot.labelName(label)) {\(snapshot.propertyKeyName(key))})"
    throw StorageError(
      .constraintViolated, "node \(other.rawValue) already has this value, and \(place) is unique",
      remedy: "use MERGE to find the node that is there")
  }
}
