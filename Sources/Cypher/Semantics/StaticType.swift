/// What is known of an expression's type before the statement runs. `any` is everything that is not known, and null, which
/// belongs to every type.
public indirect enum StaticType: Sendable, Equatable {
  case any, boolean, integer, float, number, string, map, node, relationship, path
  case list(StaticType)
  /// A date, a time or a moment.
  case temporal
  case duration

  init(_ pattern: ValueTypePattern) {
    switch pattern.kind {
    case .any, .nothing, .null, .propertyValue: self = .any
    case .boolean: self = .boolean
    case .string: self = .string
    case .integer: self = .integer
    case .float: self = .float
    case .date, .localTime, .zonedTime, .localDateTime, .zonedDateTime: self = .temporal
    case .duration: self = .duration
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    case .map: self = .map
    case .list(let element): self = .list(StaticType(element))
    case .anyOf(let types): self = types.dropFirst().reduce(StaticType(types[0])) { $0.joined(StaticType($1)) }
    }
  }

  /// True if a value of this type may be one of `other`; false only where it cannot.
  func couldBe(_ other: StaticType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any): true
    case (.integer, .number), (.number, .integer), (.float, .number), (.number, .float), (.integer, .float): true
    case (.list(let element), .list(let otherElement)): element.couldBe(otherElement)
    default: self == other
    }
  }

  /// True if a value of this type may be one of `others`.
  func couldBe(anyOf others: [StaticType]) -> Bool { others.contains { couldBe($0) } }

  /// The type of something that is of one type or of the other.
  func joined(_ other: StaticType) -> StaticType {
    if self == other { return self }
    switch (self, other) {
    case (.integer, .float), (.float, .integer), (.number, .integer), (.number, .float), (.integer, .number), (.float, .number):
      return .number
    case (.list(let element), .list(let otherElement)): return .list(element.joined(otherElement))
    default: return .any
    }
  }

  /// The type of the elements, where it is a list.
  var element: StaticType {
    if case .list(let element) = self { return element }
    return .any
  }

  /// The type as messages name it, article included.
  var description: String {
    switch self {
    case .any: "a value"
    case .boolean: "a Boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .number: "a number"
    case .string: "a string"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    case .list: "a list"
    case .temporal: "a temporal value"
    case .duration: "a duration"
    }
  }

  /// The name of the type in a signature.
  public var signatureText: String {
    switch self {
    case .any: "ANY"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .number: "NUMBER"
    case .string: "STRING"
    case .map: "MAP"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    case .list(let element): "LIST<\(element.signatureText)>"
    case .temporal: "TEMPORAL"
    case .duration: "DURATION"
    }
  }

  /// "a node or a relationship".
  static func description(of types: [StaticType]) -> String {
    let names = types.map(\.description)
    guard names.count > 1 else { return names.first ?? "a value" }
    return names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
  }
}
