import Cypher
import Graph

extension ValueTypePattern {
  /// True if `value` is of this type. A list is of type `LIST<T>` if each element is of type `T`.
  func accepts(_ value: Value) -> Bool {
    if value.isNull { return acceptsNull }
    switch kind {
    case .any: return true
    case .nothing, .null: return false
    case .propertyValue: return value.isStorable
    case .list(let element):
      guard case .list(let elements) = value else { return false }
      return elements.allSatisfy { element.accepts($0) }
    case .anyOf(let types): return types.contains { $0.accepts(value) }
    default: return kind.simpleType == value.type
    }
  }
}

extension ValueTypePattern.Kind {
  /// The type of the values, where it is one type.
  fileprivate var simpleType: ValueType? {
    switch self {
    case .boolean: .boolean
    case .string: .string
    case .integer: .integer
    case .float: .float
    case .date: .date
    case .localTime: .localTime
    case .zonedTime: .time
    case .localDateTime: .localDateTime
    case .zonedDateTime: .dateTime
    case .duration: .duration
    case .node: .node
    case .relationship: .relationship
    case .path: .path
    case .map: .map
    case .any, .nothing, .null, .propertyValue, .list, .anyOf: nil
    }
  }
}
