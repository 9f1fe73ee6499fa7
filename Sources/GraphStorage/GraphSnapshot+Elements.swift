import Graph

extension GraphSnapshot {
  /// A node with its content.
  public func node(_ id: NodeID) -> Node {
    Node(id: id, labels: labels(of: id).map { labelName($0) }.sorted(), properties: properties(of: id))
  }

  /// A relationship with its content.
  public func relationship(_ id: RelationshipID) -> Relationship {
    Relationship(
      id: id, type: relationshipTypeName(type(of: id)), source: source(of: id), target: target(of: id),
      properties: properties(of: id))
  }

  /// All elements with their content: nodes by id, then relationships by id.
  public func elements() -> GraphElements { GraphElements(snapshot: self) }
}

/// The elements of a snapshot, read a batch at a time as they are asked for.
public struct GraphElements: ElementSource {
  let snapshot: GraphSnapshot

  private static func count(_ capacity: Int) -> Int { (capacity + Batch.capacity - 1) / Batch.capacity }

  private var nodeBatchCount: Int { Self.count(snapshot.nodeCapacity) }

  public var batchCount: Int { nodeBatchCount + Self.count(snapshot.relationshipCapacity) }

  public func batch(_ index: Int) -> ElementBatch {
    let isNodes = index < nodeBatchCount
    let first = (isNodes ? index : index - nodeBatchCount) * Batch.capacity
    var cursor = ScanCursor(first..<(first + Batch.capacity))
    if isNodes {
      let rows = snapshot.scanNodes(from: &cursor).map(\.rawValue)
      let (names, numbers) = Self.numbered(snapshot.nodes.labelSets.gather(rows)) { set in
        snapshot.catalog.labelSets[set].map { snapshot.labelName($0) }.sorted()
      }
      return ElementBatch(.node, index: index, rows: rows, ids: rows, names: names, nameNumbers: numbers)
    }
    let rows = snapshot.scanRelationships(from: &cursor).map(\.rawValue)
    let (names, numbers) = Self.numbered(snapshot.relationships.types.gather(rows)) { type in
      [snapshot.relationshipTypeName(RelationshipTypeID(UInt32(type)))]
    }
    return ElementBatch(
      .relationship, index: index, rows: rows, ids: rows, names: names, nameNumbers: numbers,
      sources: snapshot.relationships.sources.gather(rows), targets: snapshot.relationships.targets.gather(rows))
  }

  public func properties(of batch: ElementBatch) -> [ElementBatch.Column] {
    let table = batch.kind == .node ? snapshot.nodes.properties : snapshot.relationships.properties
    return table.columns.indices.compactMap { key in
      let values = batch.rows.withUnsafeBufferPointer { table.columns[key].gather($0, pool: snapshot.pool) }
      if case .constant(.null, _) = values.storage { return nil }
      return (snapshot.propertyKeys[key], values)
    }
  }

  /// - Complexity: O(segments), and O(values) for segments in which types mix.
  public func valueTypes(of kind: ElementKind) -> [String: Set<ValueType>] {
    let table = kind == .node ? snapshot.nodes.properties : snapshot.relationships.properties
    var types: [String: Set<ValueType>] = [:]
    for (key, column) in table.columns.enumerated() where column.presentCount > 0 {
      types[snapshot.propertyKeys[key]] = column.valueTypes
    }
    return types
  }

  /// The different ones of `numbers` by name, and for each number the place of its name.
  private static func numbered<Number: FixedWidthInteger>(
    _ numbers: [Number], _ name: (Number) -> [String]
  ) -> (names: [[String]], numbers: [UInt32]) {
    var names: [[String]] = []
    var places: [Number: UInt32] = [:]
    var last: (number: Number, place: UInt32)?
    let numbered = numbers.map { number -> UInt32 in
      // Elements of one kind mostly come together.
      if let last, last.number == number { return last.place }
      let place = places[number] ?? UInt32(names.count)
      if place == names.count {
        places[number] = place
        names.append(name(number))
      }
      last = (number, place)
      return place
    }
    return (names, numbered)
  }
}
