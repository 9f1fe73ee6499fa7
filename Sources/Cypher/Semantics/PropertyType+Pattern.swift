import Graph

extension PropertyType {
  /// The type that a constraint demands.
  /// - Throws: an error at the part that no property can be held to.
  init(_ type: ValueTypePattern) throws(CypherError) {
    var alternatives: [Alternative] = []
    let parts: [ValueTypePattern] = if case .anyOf(let types) = type.kind { types } else { [type] }
    for part in parts { alternatives.append(try Self.alternative(part)) }
    self.init(alternatives)
  }

  private static func alternative(_ type: ValueTypePattern) throws(CypherError) -> Alternative {
    guard type.isNullable else {
      throw refused(
        "a type constraint lets a property be missing", type, hint: "leave NOT NULL out, and add a constraint IS NOT NULL")
    }
    if let scalar = known(type.kind) { return .scalar(scalar) }
    guard case .list(let element) = type.kind, let scalar = known(element.kind) else {
      throw refused(
        "no property can be held to this type", type,
        hint: "there are \(Scalar.allCases.map(\.rawValue).joined(separator: ", ")) and lists of them")
    }
    guard !element.isNullable else {
      throw refused("a list in a property has no nulls", element, hint: "write \(Alternative.list(scalar).text)")
    }
    return .list(scalar)
  }

  private static func known(_ kind: ValueTypePattern.Kind) -> Scalar? {
    switch kind {
    case .boolean: .boolean
    case .string: .string
    case .integer: .integer
    case .float: .float
    case .date: .date
    case .localTime: .localTime
    case .zonedTime: .zonedTime
    case .localDateTime: .localDateTime
    case .zonedDateTime: .zonedDateTime
    case .duration: .duration
    default: nil
    }
  }

  private static func refused(_ message: String, _ type: ValueTypePattern, hint: String) -> CypherError {
    CypherError(.syntaxError, .unexpectedSyntax, message, at: type.span, hint: hint)
  }
}
