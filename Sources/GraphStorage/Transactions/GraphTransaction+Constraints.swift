import Graph

extension GraphTransaction {
  /// Checks that what was written since the last check meets the constraints. A transaction may pass through states that do
  /// not: a statement's end, and the commit, are what counts.
  /// - Throws: `constraintViolated`; what was written stays, so that the caller can go back to a savepoint.
  /// - Complexity: O((elements written to) × log(elements) × constraints).
  public func verifyConstraints() throws(StorageError) {
    guard !unverified.isEmpty else { return }
    for constraint in snapshot.constraints {
      let check = ConstraintCheck(snapshot: snapshot, constraint: constraint)
      for row in unverified.rows(constraint.target.element).sorted() {
        if let violation = check.violation(at: row) { throw Self.violated(constraint.definition, violation) }
      }
    }
    unverified = TouchedElements()
  }

  /// Checks all elements.
  func verifyAllConstraints() throws(StorageError) {
    for constraint in snapshot.constraints {
      let check = ConstraintCheck(snapshot: snapshot, constraint: constraint)
      if let violation = check.firstViolation() { throw Self.violated(constraint.definition, violation) }
    }
    unverified = TouchedElements()
  }

  private static func violated(_ definition: ConstraintDefinition, _ violation: String) -> StorageError {
    var error = StorageError(.constraintViolated, violation, remedy: definition.remedy)
    error.constraint = definition
    return error
  }

  /// Notes that a node was written to, for whoever has to look at it again: constraints, full-text indexes.
  /// - Parameter key: the property that was written, nil where more may have changed.
  func touch(_ node: NodeID, _ labels: [LabelID], _ key: PropertyKeyID? = nil) {
    if snapshot.constraints.isEmpty && snapshot.textIndexes.isEmpty { return }
    let owners = labels.map(\.rawValue)
    let isConcerned: (SchemaTarget) -> Bool = { target in
      target.element == .node && owners.contains(target.owner) && key.map { target.keys.contains($0) } ?? true
    }
    if snapshot.constraints.contains(where: { isConcerned($0.target) }) { unverified.insert(.node, node.rawValue) }
    let isSearched = snapshot.textIndexes.contains { $0.isOver(.node, owners, key) }
    if isSearched { snapshot.unsearched.insert(.node, node.rawValue) }
  }

  /// The same for a relationship.
  func touch(_ relationship: RelationshipID, _ type: RelationshipTypeID, _ key: PropertyKeyID? = nil) {
    if snapshot.constraints.isEmpty && snapshot.textIndexes.isEmpty { return }
    let isConcerned: (SchemaTarget) -> Bool = { target in
      target.element == .relationship && target.owner == type.rawValue && key.map { target.keys.contains($0) } ?? true
    }
    if snapshot.constraints.contains(where: { isConcerned($0.target) }) {
      unverified.insert(.relationship, relationship.rawValue)
    }
    let isSearched = snapshot.textIndexes.contains { $0.isOver(.relationship, [type.rawValue], key) }
    if isSearched { snapshot.unsearched.insert(.relationship, relationship.rawValue) }
  }
}
