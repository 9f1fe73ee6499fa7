import Graph
import GraphStorage

/// The graph as dictionaries: slow, obvious, and what the store must agree with.
struct ModelGraph {
  struct ModelNode {
    var labels: Set<String> = []
    var properties: [String: Value] = [:]
  }

  struct ModelRelationship {
    var type: String
    var source: UInt32
    var target: UInt32
    var properties: [String: Value] = [:]
  }

  var nodes: [UInt32: ModelNode] = [:]
  var relationships: [UInt32: ModelRelationship] = [:]

  func isConnected(_ node: UInt32) -> Bool {
    relationships.values.contains { $0.source == node || $0.target == node }
  }

  /// Every element as a line of text, sorted.
  func lines() -> [String] {
    let nodeLines = nodes.map { id, node in
      "n\(id) \(node.labels.sorted()) \(Self.text(node.properties))"
    }
    let relationshipLines = relationships.map { id, relationship in
      "r\(id) \(relationship.type) \(relationship.source)>\(relationship.target) \(Self.text(relationship.properties))"
    }
    return (nodeLines + relationshipLines).sorted()
  }

  static func text(_ properties: [String: Value]) -> String {
    properties.map { "\($0)=\($1)" }.sorted().joined(separator: ",")
  }
}

extension GraphSnapshot {
  /// The same lines, from the store's scans and properties.
  func lines() -> [String] {
    elements().all.map { element in
      switch element {
      case .node(let node):
        return "n\(node.id.rawValue) \(node.labels) \(Self.text(node.properties))"
      case .relationship(let relationship):
        let content = relationship.content!
        return "r\(relationship.id.rawValue) \(content.type) \(content.source.rawValue)>\(content.target.rawValue) "
          + Self.text(content.properties)
      }
    }.sorted()
  }

  private static func text(_ properties: PropertyMap) -> String {
    ModelGraph.text(Dictionary(uniqueKeysWithValues: properties.entries.map { ($0.key, $0.value) }))
  }

  /// Where the derived structures (adjacency, label and type scans, statistics, indexes) disagree with the elements.
  func disagreements(with model: ModelGraph) -> [String] {
    var found: [String] = []
    if nodeCount != model.nodes.count { found.append("nodeCount \(nodeCount)") }
    if relationshipCount != model.relationships.count { found.append("relationshipCount \(relationshipCount)") }
    for name in labels { found += disagreements(label: name, model) }
    for name in relationshipTypes { found += disagreements(type: name, model) }
    for id in model.nodes.keys { found += disagreements(node: id, model) }
    return found
  }

  private func disagreements(label name: String, _ model: ModelGraph) -> [String] {
    var found: [String] = []
    let label = labelID(name)!
    let expected = model.nodes.filter { $1.labels.contains(name) }.map(\.key).sorted()
    if nodeCount(label) != expected.count { found.append("nodeCount(\(name))") }
    var scanned: [UInt32] = []
    var cursor = ScanCursor()
    while case let batch = scanNodes(label: label, from: &cursor, limit: 100), !batch.isEmpty {
      scanned += batch.map(\.rawValue)
    }
    if scanned != expected { found.append("scan of \(name)") }
    for type in relationshipTypes {
      let leaving = model.relationships.values.filter {
        $0.type == type && model.nodes[$0.source]!.labels.contains(name)
      }.count
      if relationshipCount(relationshipTypeID(type)!, at: label, isOutgoing: true) != leaving {
        found.append("degrees of \(name) by \(type)")
      }
    }
    for index in indexes(on: label) {
      found += disagreements(index: index, label, expected, model)
    }
    return found
  }

  private func disagreements(
    index: IndexDefinition, _ label: LabelID, _ members: [UInt32], _ model: ModelGraph
  ) -> [String] {
    let key = index.keys[0]
    var byValue: [String: [UInt32]] = [:]
    var values: [String: Value] = [:]
    for id in members {
      guard let value = model.nodes[id]!.properties[key], value.isEqual(to: value) == true else { continue }
      byValue["\(value)", default: []].append(id)
      values["\(value)"] = value
    }
    return byValue.compactMap { text, expected in
      lookup(label, [propertyKeyID(key)!], [values[text]!])?.map(\.rawValue) == expected ? nil : "lookup of \(text)"
    }
  }

  private func disagreements(type name: String, _ model: ModelGraph) -> [String] {
    let type = relationshipTypeID(name)!
    let expected = model.relationships.filter { $1.type == name }.map(\.key).sorted()
    var cursor = ScanCursor()
    var scanned: [UInt32] = []
    while case let batch = scanRelationships(type: type, from: &cursor, limit: 70), !batch.isEmpty {
      scanned += batch.map(\.rawValue)
    }
    return scanned == expected && relationshipCount(type) == expected.count ? [] : ["scan of \(name)"]
  }

  private func disagreements(node id: UInt32, _ model: ModelGraph) -> [String] {
    var found: [String] = []
    let all = model.relationships.sorted { $0.key < $1.key }
    for direction in [Direction.outgoing, .incoming, .both] {
      let expected = all.filter { _, relationship in
        (direction != .incoming && relationship.source == id) || (direction != .outgoing && relationship.target == id)
      }.map(\.key)
      let expansion = expand([NodeID(id)], direction)
      if expansion.relationships.map(\.rawValue).sorted() != expected { found.append("expand \(id) \(direction)") }
      if degree(of: NodeID(id), direction) != expected.count { found.append("degree \(id) \(direction)") }
      for (neighbour, relationship) in zip(expansion.neighbours, expansion.relationships) {
        let entry = model.relationships[relationship.rawValue]
        if entry == nil || (entry!.source == id ? entry!.target : entry!.source) != neighbour.rawValue {
          found.append("neighbour of \(id)")
        }
        var between: [RelationshipID] = []
        relationships(from: NodeID(id), to: neighbour, direction, into: &between)
        if !between.contains(relationship) { found.append("relationships from \(id) to \(neighbour)") }
      }
    }
    return found
  }
}
