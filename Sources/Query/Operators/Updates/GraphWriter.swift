import Cypher
import Graph
import GraphStorage

/// Writes single elements to the transaction and counts what it did.
struct GraphWriter {
  let context: ExecutionContext
  private let transaction: GraphTransaction

  init(_ context: ExecutionContext) {
    self.context = context
    transaction = context.changes
  }

  // MARK: - Creating

  func createNode(labels: [LabelID], _ properties: [(key: String, value: Value)]) throws(CypherError) -> NodeID {
    let stored = numbered(properties)
    let node = try asCypherError { () throws(StorageError) in try transaction.createNode(labels: labels, properties: stored) }
    context.counters.nodesCreated += 1
    context.counters.labelsAdded += labels.count
    context.counters.propertiesSet += stored.count
    return node
  }

  func createRelationship(
    _ type: RelationshipTypeID, from source: NodeID, to target: NodeID, _ properties: [(key: String, value: Value)]
  ) throws(CypherError) -> RelationshipID {
    let stored = numbered(properties)
    let relationship = try asCypherError { () throws(StorageError) in
      try transaction.createRelationship(type, from: source, to: target, properties: stored)
    }
    context.counters.relationshipsCreated += 1
    context.counters.propertiesSet += stored.count
    return relationship
  }

  private func numbered(_ properties: [(key: String, value: Value)]) -> [(PropertyKeyID, Value)] {
    properties.filter { !$0.value.isNull }.map { (transaction.propertyKeyID(creating: $0.key), $0.value) }
  }

  func labels(_ names: [String]) -> [LabelID] {
    var ids: [LabelID] = []
    for name in names {
      let id = transaction.labelID(creating: name)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  func type(_ name: String) throws(CypherError) -> RelationshipTypeID {
    try asCypherError { () throws(StorageError) in try transaction.relationshipTypeID(creating: name) }
  }

  // MARK: - Changing

  /// Sets a property of a node or relationship; does nothing for null.
  func set(_ key: String, of owner: Value, to value: Value) throws(CypherError) {
    // A key that the graph has never met need not be given a number to be removed.
    if value.isNull && transaction.state.propertyKeyID(key) == nil { return }
    let id = transaction.propertyKeyID(creating: key)
    let isChanged: Bool
    switch owner {
    case .null: return
    case .node(let node):
      isChanged = try asCypherError { () throws(StorageError) in try transaction.set(value, for: id, of: node.id) }
    case .relationship(let relationship):
      isChanged = try asCypherError { () throws(StorageError) in try transaction.set(value, for: id, of: relationship.id) }
    default: throw .notAnElement("a node or a relationship", owner)
    }
    if isChanged { context.counters.propertiesSet += 1 }
  }

  /// Makes `entries` the properties of an element: all of them, or beside those it has under other keys.
  func set(_ entries: [(key: String, value: Value)], of owner: Value, replacing: Bool) throws(CypherError) {
    if replacing {
      let present = try owner.propertyEntries(transaction.state) ?? []
      for old in present where !entries.contains(where: { $0.key == old.key }) { try set(old.key, of: owner, to: .null) }
    }
    for entry in entries { try set(entry.key, of: owner, to: entry.value) }
  }

  func addLabels(_ labels: [LabelID], to owner: Value) throws(CypherError) {
    guard let node = try node(owner) else { return }
    for label in labels {
      let isAdded = try asCypherError { () throws(StorageError) in try transaction.addLabel(label, to: node) }
      if isAdded { context.counters.labelsAdded += 1 }
    }
  }

  func removeLabels(_ names: [String], from owner: Value) throws(CypherError) {
    guard let node = try node(owner) else { return }
    for name in names {
      guard let label = transaction.state.labelID(name) else { continue }
      let isRemoved = try asCypherError { () throws(StorageError) in try transaction.removeLabel(label, from: node) }
      if isRemoved { context.counters.labelsRemoved += 1 }
    }
  }

  private func node(_ owner: Value) throws(CypherError) -> NodeID? {
    switch owner {
    case .null: return nil
    case .node(let node): return node.id
    default: throw .notAnElement("a node", owner)
    }
  }

  // MARK: - Deleting

  func delete(_ relationship: RelationshipID) {
    let state = transaction.state
    guard state.contains(relationship) else { return }
    context.evaluation.deletedRelationships[relationship] = state.relationshipTypeName(state.type(of: relationship))
    if transaction.delete(relationship) { context.counters.relationshipsDeleted += 1 }
  }

  func delete(_ node: NodeID, detaching: Bool) throws(CypherError) {
    guard transaction.state.contains(node) else { return }
    if detaching {
      var neighbours: [NodeID] = []
      var relationships: [RelationshipID] = []
      transaction.state.expand(node, .both, into: &neighbours, relationships: &relationships)
      for relationship in relationships { delete(relationship) }
    }
    context.evaluation.deletedNodes.insert(node)
    let isDeleted = try asCypherError { () throws(StorageError) in try transaction.delete(node) }
    if isDeleted { context.counters.nodesDeleted += 1 }
  }
}
