import Cypher
import Graph
import GraphStorage

/// The property map of an element to be created, compiled: entry by entry where it is written as a map, otherwise as a whole.
enum PropertyExpressions {
  case entries([(key: String, value: any CompiledExpression)])
  case whole(any CompiledExpression)

  /// No properties at all.
  static let none = PropertyExpressions.entries([])

  /// The properties of every selected row of a batch.
  func evaluate(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> PropertyColumns {
    switch self {
    case .entries(let entries):
      var columns: [(key: String, values: Vector)] = []
      for entry in entries { columns.append((entry.key, try entry.value.evaluate(batch, context.evaluation))) }
      return .columns(columns)
    case .whole(let map): return .maps(try map.evaluate(batch, context.evaluation))
    }
  }
}

/// Evaluated properties: a column a key, or a map a row.
enum PropertyColumns {
  case columns([(key: String, values: Vector)])
  case maps(Vector)

  /// The properties of one row, nulls included.
  func entries(of row: UInt32, _ snapshot: GraphSnapshot) throws(CypherError) -> [(key: String, value: Value)] {
    switch self {
    case .columns(let columns): return columns.map { ($0.key, $0.values[Int(row)]) }
    case .maps(let maps): return try maps[Int(row)].propertyEntries(snapshot) ?? []
    }
  }
}

extension Value {
  /// The entries of a map, or the properties of an element; nil for null.
  func propertyEntries(_ snapshot: GraphSnapshot) throws(CypherError) -> [(key: String, value: Value)]? {
    switch self {
    case .null: return nil
    case .map(let map): return map.entries.map { ($0.key, $0.value) }
    case .node(let node): return snapshot.properties(of: node.id).entries.map { ($0.key, $0.value) }
    case .relationship(let relationship):
      return snapshot.properties(of: relationship.id).entries.map { ($0.key, $0.value) }
    default: throw .notAnElement("a map, a node or a relationship", self)
    }
  }
}
