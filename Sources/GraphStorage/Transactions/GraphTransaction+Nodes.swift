import Graph

extension GraphTransaction {
  /// Creates a node. Nulls among the properties leave the property out.
  /// - Throws: `unstorableValue` or `limitExceeded`; nothing is written then.
  @discardableResult
  public func createNode(labels: [LabelID], properties: [(PropertyKeyID, Value)] = []) throws(StorageError) -> NodeID {
    guard snapshot.nodes.capacity < UInt32.max - 1 else {
      throw StorageError(.limitExceeded, "a graph holds at most 4,294,967,294 nodes")
    }
    let labels = Set(labels).sorted()
    let row = snapshot.nodes.capacity
    for (key, value) in properties { try checkStorable(value, key) }
    journal?.createNode(labels: labels, properties: properties)
    hasChanges = true
    snapshot.nodes.capacity += 1
    _ = snapshot.nodes.existing.insert(row)
    snapshot.nodes.labelSets.set(snapshot.catalog.labelSets.number(of: labels), at: row)
    for label in labels {
      snapshot.nodes.reserve(label)
      _ = snapshot.nodes.labels[Int(label.rawValue)].insert(row)
    }
    for (key, value) in properties {
      snapshot.nodes.properties.set(value, for: key, at: row, pool: snapshot.pool)
    }
    for label in labels { index(NodeID(row), label: label, isPresent: true) }
    touch(NodeID(row), labels)
    return NodeID(row)
  }

  /// Sets a property; null removes it.
  /// - Returns: false if there was nothing to do: the property is absent and to be removed.
  /// - Throws: `unstorableValue` or `missingElement`; nothing is written then.
  @discardableResult
  public func set(_ value: Value, for key: PropertyKeyID, of node: NodeID) throws(StorageError) -> Bool {
    try checkExists(node)
    try checkStorable(value, key)
    let labels = snapshot.labels(of: node)
    if case .null = value, !(snapshot.nodes.properties[key]?.isPresent(at: node.rawValue) ?? false) { return false }
    journal?.set(.setNodeProperty, node.rawValue, key, value)
    hasChanges = true
    store(value, key, node.rawValue, labels)
    touch(node, labels, key)
    return true
  }

  /// Adds a label. False if the node has it already.
  @discardableResult
  public func addLabel(_ label: LabelID, to node: NodeID) throws(StorageError) -> Bool {
    try checkExists(node)
    let before = snapshot.labels(of: node)
    guard !before.contains(label) else { return false }
    journal?.numbers(.addLabel, node.rawValue, label.rawValue)
    hasChanges = true
    snapshot.nodes.reserve(label)
    _ = snapshot.nodes.labels[Int(label.rawValue)].insert(node.rawValue)
    let number = snapshot.catalog.labelSets.number(of: (before + [label]).sorted())
    snapshot.nodes.labelSets.set(number, at: node.rawValue)
    index(node, label: label, isPresent: true)
    count(node, label, sign: 1)
    touch(node, [label])
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
    count(node, label, sign: -1)
    touch(node, [label])
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
    touch(node, snapshot.labels(of: node))
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
    let concerned = snapshot.indexes.indices.filter { position in
      let target = snapshot.indexes[position].target
      return target.element == .node && target.keys.contains(key) && labels.contains(LabelID(target.owner))
    }
    index(row, concerned, isPresent: false)
    snapshot.nodes.properties.set(value, for: key, at: row, pool: snapshot.pool)
    index(row, concerned, isPresent: true)
  }

  /// Puts a node into the indexes of a label, or takes it out.
  private func index(_ node: NodeID, label: LabelID, isPresent: Bool) {
    let concerned = snapshot.indexes.indices.filter { position in
      let target = snapshot.indexes[position].target
      return target.element == .node && target.owner == label.rawValue
    }
    index(node.rawValue, concerned, isPresent: isPresent)
  }

  /// Puts an element with its present values into some of the indexes, or takes it out.
  func index(_ row: UInt32, _ positions: [Int], isPresent: Bool) {
    for position in positions {
      let target = snapshot.indexes[position].target
      let values = snapshot.values(target.keys, target.element, at: row)
      if isPresent {
        snapshot.indexes[position].insert(values, element: row)
      } else {
        snapshot.indexes[position].remove(values, element: row)
      }
    }
  }

  /// Counts a node's relationships among those of a label's nodes, or no longer.
  private func count(_ node: NodeID, _ label: LabelID, sign: Int) {
    for number in snapshot.relationshipTypes.indices {
      let type = RelationshipTypeID(UInt32(number))
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
}
