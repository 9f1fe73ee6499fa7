/// Every function of the language, by name.
public enum FunctionCatalog {
  /// All functions, by area; the area's name is what SHOW FUNCTIONS calls the category. An area's other names come last in it.
  public static let areas: [(category: String, functions: [FunctionSignature])] = [
    ("Aggregating", aggregates), ("Scalar", scalars + elementPredicates + conversions), ("List", lists + collections),
    ("Numeric", mathematics),
    ("String", strings), ("Temporal", temporals),
  ].map { ($0.0, $0.1 + aliases(of: $0.1)) }

  /// All functions.
  public static let all: [FunctionSignature] = areas.flatMap(\.functions)

  private static let byName: [String: FunctionSignature] = {
    var table: [String: FunctionSignature] = [:]
    for signature in all {
      let previous = table.updateValue(signature, forKey: signature.name.lowercased())
      precondition(previous == nil, "the function \(signature.name) is listed twice")
    }
    return table
  }()

  /// The function called `name`, in any case of letters.
  public static func signature(named name: String) -> FunctionSignature? { byName[name.lowercased()] }

  /// True if `name` is an aggregate function.
  public static func isAggregate(_ name: String) -> Bool { signature(named: name)?.isAggregate ?? false }

  /// The canonical names, sorted.
  public static let names: [String] = all.map(\.name).sorted()
}

extension Expression {
  /// True for `count(*)` and a call of an aggregate function; the arguments are not looked at.
  public var isAggregateCall: Bool {
    switch kind {
    case .countAll: true
    case .function(let call): FunctionCatalog.isAggregate(call.name.text)
    default: false
    }
  }

  /// True if an aggregate function is called anywhere in it, subqueries aside.
  public var containsAggregate: Bool { contains(where: \.isAggregateCall) }
}
