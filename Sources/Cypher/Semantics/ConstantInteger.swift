/// The value of an expression made of integers, signs and arithmetic alone, as far as it is known before the statement runs.
enum ConstantInteger {
  /// Nil where anything else stands in it, and where evaluating it fails: that is an error of the run.
  static func value(of expression: Expression) -> Int64? {
    switch expression.kind {
    case .integer(let value): return value
    case .unary(.plus, let operand): return value(of: operand)
    case .unary(.minus, let operand): return value(of: operand).flatMap { whole(Int64(0).subtractingReportingOverflow($0)) }
    case .binary(let operation, let left, let right):
      guard let left = value(of: left), let right = value(of: right) else { return nil }
      return value(of: operation, left, right)
    default: return nil
    }
  }

  private static func value(of operation: BinaryOperator, _ left: Int64, _ right: Int64) -> Int64? {
    switch operation {
    case .add: whole(left.addingReportingOverflow(right))
    case .subtract: whole(left.subtractingReportingOverflow(right))
    case .multiply: whole(left.multipliedReportingOverflow(by: right))
    case .divide: whole(left.dividedReportingOverflow(by: right))
    case .modulo: whole(left.remainderReportingOverflow(dividingBy: right))
    default: nil
    }
  }

  private static func whole(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
    result.overflow ? nil : result.partialValue
  }
}
