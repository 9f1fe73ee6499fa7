// Types of values: IS TYPED, CAST and `||`.
extension QueryGenerator {
  private static let types = [
    "INTEGER", "FLOAT", "STRING", "BOOLEAN", "DATE", "DURATION", "MAP", "NODE", "RELATIONSHIP", "PATH", "NULL", "NOTHING", "ANY",
    "INTEGER NOT NULL", "STRING NOT NULL", "INTEGER | STRING", "LIST<INTEGER>", "LIST<ANY>", "LIST<STRING NOT NULL>",
    "LIST<INTEGER | STRING> NOT NULL", "PROPERTY VALUE", "ANY NOT NULL",
  ]

  mutating func typeTest(_ depth: Int) -> String {
    let kind = pick([Kind.any, .any, .integer, .string, .float, .boolean, .date, .list(.integer), .node, .relationship, .map])
    let value = expression(kind, depth)
    switch number(0...3) {
    case 0: return "((\(value)) :: \(pick(Self.types)))"
    case 1: return "((\(value)) IS TYPED \(pick(Self.types)))"
    case 2: return "((\(value)) IS NOT :: \(pick(Self.types)))"
    default: return "((\(value)) IS :: \(pick(Self.types)))"
    }
  }

  /// A conversion to `kind`; one that can fail only where the statement may.
  mutating func cast(to kind: Kind, _ depth: Int) -> String? {
    let (source, target): (Kind, String)
    switch kind {
    case .integer: (source, target) = (pick(mayFail ? [.integer, .string, .boolean] : [.integer, .boolean]), "INTEGER")
    case .float: (source, target) = (pick(mayFail ? [.float, .string] : [.float]), "FLOAT")
    case .string: (source, target) = (pick([.integer, .string, .boolean, .date, .float]), pick(["STRING", "STRING | INTEGER"]))
    case .boolean: (source, target) = (pick([.boolean, .integer]), "BOOLEAN")
    case .date: (source, target) = (.date, "DATE")
    case .list(.integer): (source, target) = (.list(.integer), "LIST<INTEGER>")
    case .list(.string): (source, target) = (.list(.integer), "LIST<STRING>")
    default: return nil
    }
    // A number whose type is only known later stays what it is in a choice of types.
    if kind == .string, source == .integer, target != "STRING" { return nil }
    return "CAST(\(expression(source, depth)) AS \(target))"
  }
}
