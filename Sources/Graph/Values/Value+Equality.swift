/// openCypher's `=` (CIP2016-06-14, "Equality"): three-valued, unknown as soon as a null decides.
extension Value {
  /// True, false, or nil where the answer is unknown.
  ///
  /// Numbers compare by exact mathematical value across `Integer` and `Float`; NaN equals nothing. Values of different types
  /// are not equal. Lists and maps compare element by element: a difference decides, otherwise a null inside makes the answer
  /// unknown. Elements of the graph are equal if their ids are, paths if their elements are. Instants are equal if local
  /// time, offset and zone are.
  public func isEqual(to other: Value) -> Bool? {
    switch (self, other) {
    case (.null, _), (_, .null): nil
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): ExactNumber.compare(a, b) == .equal
    case (.string(let a), .string(let b)): ExactText.isSame(a, b)
    case (.list(let a), .list(let b)): Self.areEqual(a, b)
    case (.map(let a), .map(let b)): Self.areEqual(a, b)
    default: isSameElementOrTemporal(as: other)
    }
  }

  /// Two-valued equality of nodes, relationships, paths and temporal values; false across types and for all other types.
  func isSameElementOrTemporal(as other: Value) -> Bool {
    switch (self, other) {
    case (.node(let a), .node(let b)): a.id == b.id
    case (.relationship(let a), .relationship(let b)): a.id == b.id
    case (.path(let a), .path(let b)): a.isSameWalk(as: b)
    case (.date(let a), .date(let b)): a == b
    case (.localTime(let a), .localTime(let b)): a == b
    case (.time(let a), .time(let b)): a == b
    case (.localDateTime(let a), .localDateTime(let b)): a == b
    case (.dateTime(let a), .dateTime(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    default: false
    }
  }

  private static func areEqual(_ a: [Value], _ b: [Value]) -> Bool? {
    guard a.count == b.count else { return false }
    var isUnknown = false
    for index in a.indices {
      switch a[index].isEqual(to: b[index]) {
      case true?: break
      case false?: return false
      case nil: isUnknown = true
      }
    }
    return isUnknown ? nil : true
  }

  private static func areEqual(_ a: PropertyMap, _ b: PropertyMap) -> Bool? {
    guard a.count == b.count else { return false }
    var isUnknown = false
    for entry in a.entries {
      guard let counterpart = b[entry.key] else { return false }
      switch entry.value.isEqual(to: counterpart) {
      case true?: break
      case false?: return false
      case nil: isUnknown = true
      }
    }
    return isUnknown ? nil : true
  }
}

extension Path {
  /// True if both pass the same nodes and relationships in the same order.
  func isSameWalk(as other: Path) -> Bool {
    relationships.elementsEqual(other.relationships) { $0.id == $1.id } && nodes.elementsEqual(other.nodes) { $0.id == $1.id }
  }
}
