import Cypher

// Calls of whatever the catalog lists, with arguments of the types that it asks for.
extension QueryGenerator {
  /// The functions that give a kind and can be given arguments by their types alone.
  private static let callable: [Kind: [FunctionSignature]] = {
    var table: [Kind: [FunctionSignature]] = [:]
    for signature in FunctionCatalog.all where !signature.isAggregate && !signature.isVolatile {
      guard let kind = kind(of: signature.result), isCallable(signature) else { continue }
      table[kind, default: []].append(signature)
    }
    return table
  }()

  /// The clock shows every engine another time, and identities differ between graphs.
  private static func isCallable(_ signature: FunctionSignature) -> Bool {
    let clocks = ["realtime", "statement", "transaction"]
    if clocks.contains(where: signature.name.hasSuffix) || ["timestamp", "id", "elementId"].contains(signature.name) {
      return false
    }
    return signature.parameters.allSatisfy { $0.types.contains { $0 == .any || kind(of: $0) != nil } }
  }

  private static func kind(of type: StaticType) -> Kind? {
    switch type.signatureText {
    case "BOOLEAN": .boolean
    case "INTEGER": .integer
    case "FLOAT", "NUMBER": .float
    case "STRING": .string
    case "MAP": .map
    case "NODE": .node
    case "RELATIONSHIP": .relationship
    case "PATH": .path
    case "DURATION": .duration
    case "TEMPORAL": .date
    case "ANY": .any
    case "LIST<ANY>": .list(.any)
    case "LIST<STRING>": .list(.string)
    case "LIST<INTEGER>": .list(.integer)
    case "LIST<NODE>": .list(.node)
    default: nil
    }
  }

  mutating func catalogCall(_ kind: Kind, _ depth: Int) -> String? {
    guard let signature = Self.callable[kind]?.randomElement(using: &random) else { return nil }
    var arguments: [String] = []
    for parameter in signature.parameters {
      if parameter.isOptional && chance(50) { break }
      arguments.append(argument(parameter, of: signature, depth))
    }
    // Without arguments a temporal function looks at the clock.
    if arguments.isEmpty && !signature.parameters.isEmpty { return nil }
    if signature.isVariadic { arguments.append(arguments[arguments.count - 1]) }
    return "\(signature.name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func argument(
    _ parameter: FunctionSignature.Parameter, of signature: FunctionSignature, _ depth: Int
  ) -> String {
    switch parameter.name {
    case "unit": return pick(["'year'", "'month'", "'day'", "'week'"])
    case "mode": return pick(["'HALF_UP'", "'FLOOR'", "'CEILING'"])
    default: break
    }
    let kinds = parameter.types.compactMap(Self.kind(of:)).filter { $0 != .any }
    guard kinds.isEmpty else { return expression(pick(kinds), min(depth, 1)) }
    switch signature.result {
    case .temporal, .duration: return pick([date(1), literalMoment(), "null"])
    default: return expression(pick([.integer, .string, .float, .boolean, .date, .list(.integer)]), min(depth, 1))
    }
  }

  private mutating func literalMoment() -> String {
    pick([
      "datetime('2013-01-11T10:00:00Z')", "localdatetime('2013-01-11T10:00:00')", "localtime('12:30')", "time('12:30+01:00')",
      "'2013-01-11'", "'12:30'", "{year: 2013, month: 2}", "{hour: 12, minute: 5}", "'P1Y2M'",
    ])
  }
}
