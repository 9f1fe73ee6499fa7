import Graph

extension GraphSnapshot {
  /// Every index by name, those of constraints included.
  public var indexDefinitions: [IndexDefinition] {
    (indexes.map(\.definition) + textIndexes.map(\.definition)).sorted { $0.name < $1.name }
  }

  /// Every constraint by name.
  public var constraintDefinitions: [ConstraintDefinition] {
    constraints.map(\.definition).sorted { $0.name < $1.name }
  }

  /// What statements would have to create to give another graph the same indexes and constraints.
  public var schemaDefinitions: SchemaDefinitions {
    let constraints = constraintDefinitions
    let owned = Set(constraints.filter(\.demandsUniqueness).map(\.name))
    return SchemaDefinitions(indexes: indexDefinitions.filter { !owned.contains($0.name) }, constraints: constraints)
  }

  /// The range and text indexes on the nodes of a label.
  public func indexes(on label: LabelID) -> [IndexDefinition] { indexes(.node, label.rawValue) }

  /// The range and text indexes on the relationships of a type.
  public func indexes(on type: RelationshipTypeID) -> [IndexDefinition] { indexes(.relationship, type.rawValue) }

  private func indexes(_ element: ElementKind, _ owner: UInt32) -> [IndexDefinition] {
    indexes.filter { $0.target.element == element && $0.target.owner == owner }.map(\.definition)
  }

  /// The nodes of a label whose properties have `values`, ascending, found in an index over exactly these keys; nil where no
  /// index can tell, so that a scan has to. Among the nodes found may be some with other values (of the same hash, or date-times
  /// of the same instant): whoever asks compares once more. O(log of the nodes + result).
  public func lookup(_ label: LabelID, _ keys: [PropertyKeyID], _ values: [Value]) -> [NodeID]? {
    lookup(SchemaTarget(element: .node, owner: label.rawValue, keys: keys), values)?.map { NodeID($0) }
  }

  /// The same for one property; `isExact` is true where no other nodes can be among those found.
  public func lookup(_ label: LabelID, _ key: PropertyKeyID, _ value: Value) -> (nodes: [NodeID], isExact: Bool)? {
    guard let probe = IndexKey.Probe(value) else { return nil }
    // Each index is asked where it stands: a copy of one would count references to all that it holds.
    return indexes.withUnsafeBufferPointer { indexes in
      guard var index = indexes.baseAddress else { return nil }
      let end = index + indexes.count
      while index < end {
        if index.pointee.isOver(label, key), index.pointee.definition.holds(probe.family) {
          return (index.pointee.lookup(probe) { NodeID($0) }, probe.family.isExact)
        }
        index += 1
      }
      return nil
    }
  }

  /// What looks nodes of a label up by one property, for many values; nil where there is no index.
  public func nodeLookup(_ label: LabelID, _ key: PropertyKeyID) -> NodeLookup? {
    NodeLookup(indexes.filter { $0.isOver(label, key) })
  }

  /// The least and the greatest value of a property over all nodes of a label; where several are equal, that of the node with
  /// the smallest id. Nil where no index can tell: every node must have a value that an index holds, and all of one type that
  /// indexes keep in its order. O(log of the nodes).
  package func indexBounds(of key: PropertyKeyID, onNodesOf label: LabelID) -> ColumnBounds? {
    let count = nodeCount(label)
    guard let index = rangeIndex(label, key), index.count == count, let ends = index.ends else { return nil }
    var bounds = ColumnBounds()
    bounds.valueCount = count
    (bounds.least, bounds.greatest) = (property(key, of: NodeID(ends.least)), property(key, of: NodeID(ends.greatest)))
    return bounds
  }

  /// True if every node of a label has a value of its own under a key: integers, dates or strings, all of one type. False where
  /// no index can tell. O(log of the nodes).
  package func hasDistinctValues(of key: PropertyKeyID, onNodesOf label: LabelID) -> Bool {
    guard let index = rangeIndex(label, key), index.count == nodeCount(label), index.distinctCount == index.count,
      let ends = index.ends
    else { return false }
    switch property(key, of: NodeID(ends.least)) {
    case .integer, .date, .string: return true
    default: return false
    }
  }

  /// The same for the relationships of a type.
  public func lookup(_ type: RelationshipTypeID, _ keys: [PropertyKeyID], _ values: [Value]) -> [RelationshipID]? {
    lookup(SchemaTarget(element: .relationship, owner: type.rawValue, keys: keys), values)?.map { RelationshipID($0) }
  }

  /// The nodes of a label whose property lies between the bounds, in the order of the property; nil where no index can tell.
  /// At least one bound is given. As for `lookup`, some may not be meant.
  public func range(_ label: LabelID, _ key: PropertyKeyID, lower: RangeBound?, upper: RangeBound?) -> [NodeID]? {
    let target = SchemaTarget(element: .node, owner: label.rawValue, keys: [key])
    for index in indexes where index.target == target {
      if let rows = index.range(lower: lower, upper: upper) { return rows.map { NodeID($0) } }
    }
    return nil
  }

  /// The nodes of a label whose string has `text` at its beginning, anywhere or at its end; nil where no index can tell.
  public func strings(_ label: LabelID, _ key: PropertyKeyID, _ match: StringMatch, _ text: String) -> [NodeID]? {
    let target = SchemaTarget(element: .node, owner: label.rawValue, keys: [key])
    return indexes.first { $0.target == target }?.strings(match, text).map { NodeID($0) }
  }

  func lookup(_ target: SchemaTarget, _ values: [Value]) -> [UInt32]? {
    guard let probe = IndexKey.Probe(values) else { return nil }
    for place in indexes.indices where indexes[place].target == target && indexes[place].definition.holds(probe.family) {
      return indexes[place].lookup(probe)
    }
    return nil
  }

  /// The range index on a label and key.
  func rangeIndex(_ label: LabelID, _ key: PropertyKeyID) -> PropertyIndex? {
    let target = SchemaTarget(element: .node, owner: label.rawValue, keys: [key])
    return indexes.first { $0.definition.kind == .range && $0.target == target }
  }
}

/// Looks nodes up by one property, in the state of the graph that it was made of.
///
/// The index stands in an object of its own, so that a look-up does not count references to all that it holds.
public final class NodeLookup {
  private let index: PropertyIndex
  private let others: [PropertyIndex]

  fileprivate init?(_ indexes: [PropertyIndex]) {
    guard let first = indexes.first else { return nil }
    index = first
    others = Array(indexes.dropFirst())
  }

  /// As `GraphSnapshot.lookup` gives them.
  public func nodes(_ value: Value) -> (nodes: [NodeID], isExact: Bool)? {
    guard let probe = IndexKey.Probe(value) else { return nil }
    if index.definition.holds(probe.family) { return (index.lookup(probe) { NodeID($0) }, probe.family.isExact) }
    for other in others where other.definition.holds(probe.family) {
      return (other.lookup(probe) { NodeID($0) }, probe.family.isExact)
    }
    return nil
  }
}

extension PropertyIndex {
  @inline(__always)
  fileprivate func isOver(_ label: LabelID, _ key: PropertyKeyID) -> Bool {
    target.owner == label.rawValue && target.element == .node && target.keys.count == 1 && target.keys[0] == key
  }
}
