import Graph

extension GraphSnapshot {
  /// The value of a property, `.null` where the element has none. For edges; operators call `gather`.
  public func property(_ key: PropertyKeyID, of node: NodeID) -> Value {
    nodes.properties.value(key, at: node.rawValue, pool: pool)
  }

  public func property(_ key: PropertyKeyID, of relationship: RelationshipID) -> Value {
    relationships.properties.value(key, at: relationship.rawValue, pool: pool)
  }

  /// The text that an element has under a key, nil where it has none or something else. For edges.
  public func text(_ key: String, of node: NodeID) -> String? {
    guard let key = propertyKeyID(key), case .string(let text) = property(key, of: node) else { return nil }
    return text
  }

  public func text(_ key: String, of relationship: RelationshipID) -> String? {
    guard let key = propertyKeyID(key), case .string(let text) = property(key, of: relationship) else { return nil }
    return text
  }

  /// All properties of an element, in the order in which the graph first met their keys.
  public func properties(of node: NodeID) -> PropertyMap {
    map(nodes.properties.entries(at: node.rawValue, pool: pool))
  }

  public func properties(of relationship: RelationshipID) -> PropertyMap {
    map(relationships.properties.entries(at: relationship.rawValue, pool: pool))
  }

  private func map(_ entries: [(key: PropertyKeyID, value: Value)]) -> PropertyMap {
    PropertyMap(entries.map { (propertyKeyName($0.key), $0.value) })
  }

  /// One property of many nodes as a vector of the same number of rows: typed where the column is, with a mask of those that
  /// have none. Rows that `nulls` masks are null in the result as well.
  public func gather(_ key: PropertyKeyID, of nodes: [NodeID], nulls: NullMask? = nil) -> Vector {
    nodes.withUnsafeBytes { rows in
      Self.gather(self.nodes.properties[key], rows.bindMemory(to: UInt32.self), nulls: nulls, pool: pool)
    }
  }

  public func gather(_ key: PropertyKeyID, of relationships: [RelationshipID], nulls: NullMask? = nil) -> Vector {
    relationships.withUnsafeBytes { rows in
      Self.gather(self.relationships.properties[key], rows.bindMemory(to: UInt32.self), nulls: nulls, pool: pool)
    }
  }

  private static func gather(
    _ column: Column?, _ rows: UnsafeBufferPointer<UInt32>, nulls: NullMask?, pool: StringPool
  ) -> Vector {
    guard let column else { return Vector(.constant(.null, count: rows.count)) }
    var vector = column.gather(rows, pool: pool)
    guard let nulls, nulls.hasNulls else { return vector }
    switch vector.storage {
    case .constant: break
    case .values(var values):
      for row in values.indices where nulls[row] { values[row] = .null }
      vector.storage = .values(values)
    default:
      vector.nulls = vector.nulls.map { $0 | nulls } ?? nulls
    }
    return vector
  }

  /// The number of nodes that have a property.
  public func nodeCount(having key: PropertyKeyID) -> Int { nodes.properties[key]?.presentCount ?? 0 }
  public func relationshipCount(having key: PropertyKeyID) -> Int { relationships.properties[key]?.presentCount ?? 0 }
}
