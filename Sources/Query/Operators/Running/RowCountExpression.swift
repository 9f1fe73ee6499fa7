import Cypher
import Graph

/// The operand of SKIP or LIMIT: an expression without variables that must yield an integer of at least zero.
struct RowCountExpression {
  let clause: String
  let expression: any CompiledExpression
  let span: SourceSpan

  func value(_ context: ExecutionContext) throws(CypherError) -> Int {
    switch try expression.evaluate(.unit, context.evaluation)[0] {
    case .integer(let count) where count >= 0: return Int(count)
    case .integer(let count):
      throw CypherError(
        .syntaxError, "NegativeIntegerArgument", phase: .runtime,
        "\(clause) needs an integer of at least 0 but got \(count)", at: span)
    case let other:
      throw CypherError(
        .syntaxError, "InvalidArgumentType", phase: .runtime,
        "\(clause) needs an integer but got a \(other.type.rawValue)", at: span)
    }
  }
}

extension Int {
  /// The sum of two numbers of rows, or the greatest number where it is more: as good as all rows.
  func addingSaturated(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
