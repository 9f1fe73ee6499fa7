import Graph

/// A constraint with the numbers of what it is over.
struct Constraint: Sendable {
  let definition: ConstraintDefinition
  let target: SchemaTarget
}

/// Looks for what a constraint forbids.
struct ConstraintCheck {
  let snapshot: GraphSnapshot
  let constraint: Constraint

  private var definition: ConstraintDefinition { constraint.definition }
  private var target: SchemaTarget { constraint.target }

  /// What is wrong with one element, nil where nothing is. Whether it is unique is asked of the constraint's index.
  func violation(at row: UInt32) -> String? {
    guard snapshot.isMember(row, of: target.element, target.owner) else { return nil }
    let values = snapshot.values(target.keys, target.element, at: row)
    if definition.demandsPresence, let missing = values.firstIndex(where: \.isNull) {
      return
        "\(name(row)) has no property `\(definition.keys[missing])`, and constraint `\(definition.name)` demands it of every "
        + place
    }
    if case .type(let type) = definition.requirement, let value = values.first, !type.admits(value) {
      return "\(name(row)) has `\(definition.keys[0])` = \(Self.excerpt(value)), and constraint `\(definition.name)` demands "
        + "\(type.text) of every \(place)"
    }
    guard definition.demandsUniqueness, !values.contains(where: \.isNull) else { return nil }
    guard let other = twin(of: row, values) else { return nil }
    return "\(name(min(row, other))) and \(name(max(row, other))) both have \(described(values)), and constraint "
      + "`\(definition.name)` demands that it is unique for \(place)"
  }

  /// The first violation among all elements. O(n log n) where values have to be told apart, else O(n).
  /// - Parameter trustsIndex: whether the constraint's index is known to be right: where all its keys differ, so do the values.
  func firstViolation(trustsIndex: Bool = true) -> String? {
    if trustsIndex, definition.demandsUniqueness, !definition.demandsPresence, hasDistinctKeys { return nil }
    var found: String?
    snapshot.forEachBatch(target.element, target.owner) { rows in
      if found == nil { found = rows.lazy.compactMap { violation(at: $0) }.first }
    }
    return found
  }

  /// Values that are equal have equal keys.
  private var hasDistinctKeys: Bool {
    guard let index = snapshot.indexes.first(where: { $0.target == target && $0.definition.kind == .range }) else { return false }
    return index.trees.allSatisfy { $0.distinctCount == $0.count }
  }

  /// Another element with the same values.
  private func twin(of row: UInt32, _ values: [Value]) -> UInt32? {
    guard let rows = snapshot.lookup(target, values) else { return nil }
    return rows.first { other in
      guard other != row else { return false }
      let others = snapshot.values(target.keys, target.element, at: other)
      return zip(values, others).allSatisfy { $0.isEqual(to: $1) == true }
    }
  }

  // MARK: - Words

  private func name(_ row: UInt32) -> String {
    "\(target.element == .node ? "node" : "relationship") \(row)"
  }

  private var place: String {
    target.element == .node ? "(:\(definition.owner))" : "[:\(definition.owner)]"
  }

  private func described(_ values: [Value]) -> String {
    zip(definition.keys, values).map { "`\($0)` = \(Self.excerpt($1))" }.joined(separator: " and ")
  }

  /// A value as a message shows it, at most some sixty characters long.
  private static func excerpt(_ value: Value) -> String {
    let literal = value.literal
    return literal.count <= 60 ? literal : literal.prefix(59) + "…"
  }
}

extension ConstraintDefinition {
  /// What a user can do who meets a violation while writing.
  var remedy: String {
    let way =
      switch requirement {
      case .unique: element == .node ? "use MERGE to find the node that is there" : "give it another value"
      case .exists: "set the property in the same statement"
      case .key: "set all of \(keys.joined(separator: ", ")) in the same statement, to values that no other has"
      case .type(let type): "convert the value to \(type.text)"
      }
    return way + ", or lift the constraint: DROP CONSTRAINT \(name)"
  }
}
