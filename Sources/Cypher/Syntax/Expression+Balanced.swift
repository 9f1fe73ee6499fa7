extension Expression {
  /// `operands`, of which there is at least one, joined by AND, OR or XOR – which may be grouped at will – to a tree of as few
  /// levels as can be. They are evaluated in the same order as in any other grouping.
  public static func balanced(_ symbol: BinaryOperator, _ operands: [Expression]) -> Expression {
    balanced(symbol, operands[...])
  }

  private static func balanced(_ symbol: BinaryOperator, _ operands: ArraySlice<Expression>) -> Expression {
    guard operands.count > 1 else { return operands[operands.startIndex] }
    let middle = operands.startIndex + operands.count / 2
    let left = balanced(symbol, operands[..<middle])
    let right = balanced(symbol, operands[middle...])
    return Expression(.binary(symbol, left, right), left.span.union(right.span))
  }
}
