/// What a type constraint lets a property be: one type or one of several. Null always passes.
public struct PropertyType: Hashable, Sendable {
  public enum Scalar: String, Sendable, CaseIterable {
    case boolean = "BOOLEAN"
    case string = "STRING"
    case integer = "INTEGER"
    case float = "FLOAT"
    case date = "DATE"
    case localTime = "LOCAL TIME"
    case zonedTime = "ZONED TIME"
    case localDateTime = "LOCAL DATETIME"
    case zonedDateTime = "ZONED DATETIME"
    case duration = "DURATION"

    /// Nil for types that a property cannot have by itself.
    public init?(_ type: ValueType) {
      switch type {
      case .boolean: self = .boolean
      case .string: self = .string
      case .integer: self = .integer
      case .float: self = .float
      case .date: self = .date
      case .localTime: self = .localTime
      case .time: self = .zonedTime
      case .localDateTime: self = .localDateTime
      case .dateTime: self = .zonedDateTime
      case .duration: self = .duration
      case .null, .list, .map, .node, .relationship, .path: return nil
      }
    }
  }

  public enum Alternative: Hashable, Sendable {
    case scalar(Scalar)
    /// A list of such values without nulls.
    case list(Scalar)

    public var text: String {
      switch self {
      case .scalar(let scalar): scalar.rawValue
      case .list(let scalar): "LIST<\(scalar.rawValue) NOT NULL>"
      }
    }

    public init?(text: String) {
      if let scalar = Scalar(rawValue: text) {
        self = .scalar(scalar)
      } else if let list = Scalar.allCases.first(where: { Alternative.list($0).text == text }) {
        self = .list(list)
      } else {
        return nil
      }
    }

    func admits(_ value: Value) -> Bool {
      switch (self, value) {
      case (.scalar(let scalar), _): Scalar(value.type) == scalar
      case (.list(let scalar), .list(let elements)): elements.allSatisfy { Scalar($0.type) == scalar }
      default: false
      }
    }
  }

  /// At least one, each once, sorted by text.
  public let alternatives: [Alternative]

  /// - Parameter alternatives: at least one.
  public init(_ alternatives: [Alternative]) {
    self.alternatives = Set(alternatives).sorted { $0.text < $1.text }
  }

  public func admits(_ value: Value) -> Bool { value.isNull || alternatives.contains { $0.admits(value) } }

  /// As a type is written in a query, such as `INTEGER | LIST<STRING NOT NULL>`.
  public var text: String { alternatives.map(\.text).joined(separator: " | ") }
}
