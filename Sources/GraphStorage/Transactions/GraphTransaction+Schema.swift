import Graph
import Synchronization

extension GraphTransaction {
  /// Makes an index. O(n log n) in the elements that it is over; the words of a full-text index are collected at the commit.
  /// - Throws: `schema` if there is one of that name or over the same.
  public func createIndex(_ definition: IndexDefinition) throws(StorageError) {
    try checkName(definition.name)
    if let present = snapshot.indexDefinitions.first(where: { $0.coversSame(as: definition) }) {
      throw StorageError(
        .schema, "there is already an index over the same: `\(present.name)`", remedy: "drop it first, or use that one")
    }
    let targets = try targets(definition.element, definition.owners, definition.keys)
    if definition.kind == .fullText {
      snapshot.textIndexCount += 1
      snapshot.textIndexes.append(
        FullTextIndex(definition, number: snapshot.textIndexCount, owners: targets.map(\.owner), keys: targets[0].keys))
    } else {
      precondition(targets.count == 1, "a \(definition.kind.rawValue) index is over one label or type")
      snapshot.indexes.append(PropertyIndex(definition, targets[0], of: snapshot))
    }
    journal?.define(definition)
    schemaHasChanged()
  }

  /// Makes a constraint, and for one that demands uniqueness its index. O(n log n) in the elements that it is over.
  /// - Throws: `schema` if there is one of that name or that demands the same, or an index over the same stands in its way;
  ///   `constraintUnsatisfied` if the graph does not meet it.
  public func createConstraint(_ definition: ConstraintDefinition) throws(StorageError) {
    try createConstraint(definition, index: nil)
  }

  /// Makes several constraints that demand uniqueness, their indexes on all workers.
  /// - Parameter stream: takes the indexes, if there is one.
  func createConstraints(_ definitions: [ConstraintDefinition], _ stream: SegmentStream?) throws(StorageError) {
    var targets: [SchemaTarget] = []
    for definition in definitions {
      targets.append(try self.targets(definition.element, [definition.owner], definition.keys)[0])
    }
    var indexes = [PropertyIndex?](repeating: nil, count: definitions.count)
    let state = snapshot
    indexes.withUnsafeMutableBufferPointer { indexes in
      nonisolated(unsafe) let indexes = indexes
      WorkerPool.shared.run(pieceCount: indexes.count) { piece, _ in
        indexes[piece] = PropertyIndex(definitions[piece].index, targets[piece], of: state)
      }
    }
    if let stream {
      for index in indexes.indices {
        for tree in indexes[index]!.trees.indices {
          stream.take(&indexes[index]!.trees[tree].pages, 0..<indexes[index]!.trees[tree].pages.count)
        }
      }
      try stream.drain()
    }
    for (definition, index) in zip(definitions, indexes) { try createConstraint(definition, index: index) }
  }

  /// - Parameter index: the index of a constraint that demands uniqueness, where it has been built already.
  private func createConstraint(_ definition: ConstraintDefinition, index: PropertyIndex?) throws(StorageError) {
    try checkName(definition.name)
    if let present = snapshot.constraintDefinitions.first(where: { $0.demandsSame(as: definition) }) {
      throw StorageError(.schema, "there is already a constraint that demands the same: `\(present.name)`")
    }
    let target = try targets(definition.element, [definition.owner], definition.keys)[0]
    let savepoint = savepoint()
    if definition.demandsUniqueness {
      if let present = snapshot.indexDefinitions.first(where: { $0.coversSame(as: definition.index) }) {
        throw StorageError(
          .schema, "the constraint needs an index of its own, and `\(present.name)` is over the same", remedy: "drop that first")
      }
      snapshot.indexes.append(index ?? PropertyIndex(definition.index, target, of: snapshot))
    }
    let constraint = Constraint(definition: definition, target: target)
    snapshot.constraints.append(constraint)
    if let violation = ConstraintCheck(snapshot: snapshot, constraint: constraint).firstViolation() {
      rollback(to: savepoint)
      var error = StorageError(
        .constraintUnsatisfied, violation, remedy: "mend the graph, or make an index instead of a constraint")
      error.constraint = definition
      throw error
    }
    journal?.define(definition)
    schemaHasChanged()
  }

  /// Drops an index.
  /// - Throws: `schema` if there is none of that name, or a constraint owns it.
  public func dropIndex(named name: String) throws(StorageError) {
    if let owner = snapshot.constraintDefinitions.first(where: { $0.name == name && $0.demandsUniqueness }) {
      throw StorageError(
        .schema, "index `\(name)` belongs to the constraint of the same name", remedy: "use DROP CONSTRAINT \(owner.name)")
    }
    if let position = snapshot.indexes.firstIndex(where: { $0.definition.name == name }) {
      snapshot.indexes.remove(at: position)
    } else if let position = snapshot.textIndexes.firstIndex(where: { $0.definition.name == name }) {
      snapshot.textIndexes.remove(at: position)
    } else {
      throw StorageError(.schema, "there is no index `\(name)`", remedy: "SHOW INDEXES lists those that there are")
    }
    journal?.name(.dropIndexNamed, name)
    schemaHasChanged()
  }

  /// Drops a constraint and its index.
  /// - Throws: `schema` if there is none of that name.
  public func dropConstraint(named name: String) throws(StorageError) {
    guard let position = snapshot.constraints.firstIndex(where: { $0.definition.name == name }) else {
      throw StorageError(.schema, "there is no constraint `\(name)`", remedy: "SHOW CONSTRAINTS lists those that there are")
    }
    if snapshot.constraints.remove(at: position).definition.demandsUniqueness {
      snapshot.indexes.removeAll { $0.definition.name == name }
    }
    journal?.name(.dropConstraintNamed, name)
    schemaHasChanged()
  }

  /// A name that no index and no constraint has: `wish`, or that with a number behind it.
  public func freeName(_ wish: String) -> String {
    var name = wish
    var number = 2
    while isTaken(name) {
      name = "\(wish)_\(number)"
      number += 1
    }
    return name
  }

  private func isTaken(_ name: String) -> Bool {
    snapshot.indexDefinitions.contains { $0.name == name } || snapshot.constraints.contains { $0.definition.name == name }
  }

  private func checkName(_ name: String) throws(StorageError) {
    guard isTaken(name) else { return }
    throw StorageError(
      .schema, "there is already an index or a constraint named `\(name)`", remedy: "choose another name, or drop that first")
  }

  /// What a definition is over; gives numbers to names that are new.
  func targets(_ element: ElementKind, _ owners: [String], _ keys: [String]) throws(StorageError) -> [SchemaTarget] {
    let numbers = keys.map { propertyKeyID(creating: $0) }
    var targets: [SchemaTarget] = []
    for owner in owners {
      let number =
        element == .node ? labelID(creating: owner).rawValue : try relationshipTypeID(creating: owner).rawValue
      targets.append(SchemaTarget(element: element, owner: number, keys: numbers))
    }
    return targets
  }

  private func schemaHasChanged() {
    hasChanges = true
    snapshot.schemaStamp = SchemaStamps.next()
  }
}

/// Numbers that tell states of the schema apart, in all graphs of the process.
private enum SchemaStamps {
  private static let last = Atomic<UInt64>(0)

  static func next() -> UInt64 { last.wrappingAdd(1, ordering: .relaxed).newValue }
}
