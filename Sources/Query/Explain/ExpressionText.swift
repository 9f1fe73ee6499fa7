import Cypher

/// An expression in a plan, written short: the planner's own columns appear as what they stand for is called.
enum ExpressionText {
  static func render(_ expression: Expression) -> String {
    switch expression.kind {
    case .variable(let name): return name.hasPrefix(" ") ? String(name.drop { $0 == " " }) : name
    case .parameter(let name): return "$\(name)"
    case .null: return "null"
    case .boolean(let value): return "\(value)"
    case .integer(let value): return "\(value)"
    case .float(let value): return "\(value)"
    case .string(let value): return "'\(value)'"
    case .property(let owner, let key): return "\(render(owner)).\(key.text)"
    case .hasLabels(let owner, let labels): return render(owner) + labels.map { ":\($0.text)" }.joined()
    case .comparison(let operands, let operators):
      return zip([""] + operators.map { " \(symbol($0)) " }, operands).map { $0 + render($1) }.joined()
    case .function(let call):
      return "\(call.name.text)(\(call.isDistinct ? "DISTINCT " : "")\(call.arguments.map(render).joined(separator: ", ")))"
    case .countAll: return "count(*)"
    case .isNull(let operand): return "\(render(operand)) IS NULL"
    case .isNotNull(let operand): return "\(render(operand)) IS NOT NULL"
    case .unary(let unary, let operand): return (unary == .not ? "NOT " : unary == .minus ? "-" : "+") + render(operand)
    case .binary(let binary, let left, let right): return "\(render(left)) \(symbol(binary)) \(render(right))"
    case .list(let elements): return "[\(elements.map(render).joined(separator: ", "))]"
    default: return "…"
    }
  }

  private static func symbol(_ comparison: ComparisonOperator) -> String {
    switch comparison {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  private static func symbol(_ binary: BinaryOperator) -> String {
    switch binary {
    case .or: "OR"
    case .xor: "XOR"
    case .and: "AND"
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    case .in: "IN"
    case .startsWith: "STARTS WITH"
    case .endsWith: "ENDS WITH"
    case .contains: "CONTAINS"
    case .matches: "=~"
    }
  }
}
