import Cypher
import Graph

extension ExpressionCompiler {
  /// `value IS :: type`, `condition IS TRUE`, `text IS NORMALIZED`, `CAST(value AS type)`.
  func compileTypeExpression(_ expression: Expression) throws(CypherError) -> any CompiledExpression {
    switch expression.kind {
    case .typeTest(let operand, let type):
      let operand = try compile(operand)
      return folded(ValueTestExpression(operand: operand) { type.accepts($0) }, of: [operand])
    case .truthTest(let operand, let truth):
      let compiled = try compile(operand)
      return folded(TruthTestExpression(operand: compiled, truth: truth, span: operand.span), of: [compiled])
    case .normalizationTest(let operand, let form):
      let operand = try compile(operand)
      return folded(ValueTestExpression(operand: operand) { $0.isNormalized(form) }, of: [operand])
    case .cast(let operand, let type):
      let compiled = try compile(operand)
      let cast = CastExpression(
        operand: compiled, type: type, conversion: ValueConversion(functions: functions), span: operand.span)
      return folded(cast, of: [compiled])
    default: preconditionFailure("only tests and conversions of types are compiled here")
    }
  }
}

extension Value {
  /// Whether a text is in a normal form; null for what is no text.
  fileprivate func isNormalized(_ form: NormalizationForm) -> Bool? {
    guard case .string(let text) = self else { return nil }
    return text.isNormalized(form)
  }
}
