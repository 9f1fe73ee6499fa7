import Cypher
import Graph

/// The nodes of a column: an id a row and which rows have none.
struct NodeRows {
  let ids: [NodeID]
  private let nulls: NullMask?

  /// - Throws: a type error where a selected row is neither a node nor null.
  init(_ vector: Vector, _ batch: Batch) throws(CypherError) {
    if case .nodes(let ids) = vector.storage {
      self.ids = ids
      nulls = vector.nulls
      return
    }
    var ids = [NodeID](repeating: NodeID(0), count: vector.count)
    var nulls = NullMask(count: vector.count)
    for row in batch.selectedRows {
      switch vector[Int(row)] {
      case .node(let node): ids[Int(row)] = node.id
      case .null: nulls[Int(row)] = true
      case let other: throw .notAnElement("a node", other)
      }
    }
    self.ids = ids
    self.nulls = nulls
  }

  @inline(__always)
  subscript(row: UInt32) -> NodeID? {
    if let nulls, nulls[Int(row)] { return nil }
    return ids[Int(row)]
  }
}

/// The relationships of a column: an id a row and which rows have none.
struct RelationshipRows {
  let ids: [RelationshipID]
  private let nulls: NullMask?

  /// - Throws: a type error where a selected row is neither a relationship nor null.
  init(_ vector: Vector, _ batch: Batch) throws(CypherError) {
    if case .relationships(let ids) = vector.storage {
      self.ids = ids
      nulls = vector.nulls
      return
    }
    var ids = [RelationshipID](repeating: RelationshipID(0), count: vector.count)
    var nulls = NullMask(count: vector.count)
    for row in batch.selectedRows {
      switch vector[Int(row)] {
      case .relationship(let relationship): ids[Int(row)] = relationship.id
      case .null: nulls[Int(row)] = true
      case let other: throw .notAnElement("a relationship", other)
      }
    }
    self.ids = ids
    self.nulls = nulls
  }

  @inline(__always)
  subscript(row: UInt32) -> RelationshipID? {
    if let nulls, nulls[Int(row)] { return nil }
    return ids[Int(row)]
  }
}

extension CypherError {
  static func notAnElement(_ expected: String, _ value: Value, hint: String? = nil) -> CypherError {
    CypherError(
      .typeError, "InvalidArgumentType", phase: .runtime, "expected \(expected), found \(value.type.phrase)", hint: hint)
  }
}
