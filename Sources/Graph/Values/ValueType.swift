/// The types of the openCypher type system, named as its specification names them.
public enum ValueType: String, Sendable, CaseIterable {
  case null = "Null"
  case boolean = "Boolean"
  case integer = "Integer"
  case float = "Float"
  case string = "String"
  case list = "List"
  case map = "Map"
  case node = "Node"
  case relationship = "Relationship"
  case path = "Path"
  case date = "Date"
  case localTime = "LocalTime"
  case time = "Time"
  case localDateTime = "LocalDateTime"
  case dateTime = "DateTime"
  case duration = "Duration"

  /// True for the six temporal types.
  public var isTemporal: Bool {
    switch self {
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: true
    default: false
    }
  }

  /// True for what a property may hold by itself; a list of such values of one type may be held too.
  public var isPropertyType: Bool {
    switch self {
    case .boolean, .integer, .float, .string: true
    default: isTemporal
    }
  }
}

extension Value {
  public var type: ValueType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .integer: .integer
    case .float: .float
    case .string: .string
    case .list: .list
    case .map: .map
    case .node: .node
    case .relationship: .relationship
    case .path: .path
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    case .duration: .duration
    }
  }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// True for integers and floats.
  public var isNumber: Bool {
    switch self {
    case .integer, .float: true
    default: false
    }
  }

  /// True if a property may hold the value: a scalar, or a list of scalars (openCypher: "property types").
  public var isStorable: Bool {
    if case .list(let elements) = self { return elements.allSatisfy { $0.type.isPropertyType } }
    return type.isPropertyType
  }
}
