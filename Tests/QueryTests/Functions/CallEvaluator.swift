import Cypher
import Graph
import Testing

@testable import Query

/// Evaluates calls of scalar functions without an engine: literals, lists, maps, arithmetic and calls inside each other. What
/// a function yields is tested here, how expressions are compiled is tested elsewhere.
struct CallEvaluator {
  static let registry = FunctionRegistry(ScalarLibrary.all)

  /// 2015-07-21T21:40:32.142Z, in every test.
  let context = EvaluationContext(
    snapshot: nil, clock: StatementClock(secondsSinceEpoch: 1_437_514_832, nanoseconds: 142_000_000))
  var variables: [String: Value] = [:]

  func evaluate(_ text: String) throws -> Value {
    try value(of: CypherParser.parseExpression(text))
  }

  /// The result as a literal, or the TCK's words for its error: "TypeError InvalidArgumentValue".
  func outcome(_ text: String) -> String {
    do { return try evaluate(text).literal } catch {
      guard let error = error as? CypherError else { return "\(error)" }
      return "\(error.kind.rawValue) \(error.detail.rawValue)"
    }
  }

  private func value(of expression: Expression) throws -> Value {
    switch expression.kind {
    case .null: return .null
    case .boolean(let value): return .boolean(value)
    case .integer(let value): return .integer(value)
    case .float(let value): return .float(value)
    case .string(let value): return .string(value)
    case .list(let elements): return .list(try elements.map(value))
    case .map(let entries): return .map(PropertyMap(try entries.map { ($0.key.text, try value(of: $0.value)) }))
    case .variable(let name): return try #require(variables[name])
    case .unary(.minus, let operand):
      let operand = try value(of: operand)
      return try CypherError.translating { () throws(ValueError) in try Value.negating(operand) }
    case .binary(let symbol, let left, let right): return try arithmetic(symbol, value(of: left), value(of: right))
    case .function(let call): return try result(of: call)
    default:
      Issue.record("the evaluator of calls does not know \(expression.kind)")
      return .null
    }
  }

  private func arithmetic(_ symbol: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
    try CypherError.translating { () throws(ValueError) in
      switch symbol {
      case .add: try Value.adding(a, b)
      case .subtract: try Value.subtracting(a, b)
      case .multiply: try Value.multiplying(a, b)
      case .divide: try Value.dividing(a, by: b)
      case .modulo: try Value.remainder(a, by: b)
      default: try Value.power(a, b)
      }
    }
  }

  private func result(of call: FunctionCall) throws -> Value {
    let function = try #require(Self.registry.function(named: call.name.text), "\(call.name.text) is not registered")
    #expect(function.argumentCounts.contains(call.arguments.count))
    let arguments = try call.arguments.map(value)
    if function.propagatesNull, arguments.contains(where: \.isNull) { return .null }
    guard case .rows(let body) = function.implementation else {
      Issue.record("\(function.name) is not a function of rows")
      return .null
    }
    return try body(arguments, context)
  }
}
