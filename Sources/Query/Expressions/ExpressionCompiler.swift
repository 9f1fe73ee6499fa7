import Cypher
import Graph

/// Compiles expressions of one scope: finds columns, functions and constants once, so that evaluation only runs kernels.
///
/// Aggregate calls never reach it: the planner replaces them with variables beforehand.
package struct ExpressionCompiler {
  package let layout: RowLayout
  package let functions: FunctionRegistry
  package let subqueries: any SubqueryPlanner

  package init(layout: RowLayout, functions: FunctionRegistry, subqueries: any SubqueryPlanner) {
    self.layout = layout
    self.functions = functions
    self.subqueries = subqueries
  }

  /// - Throws: UnknownFunction, UndefinedVariable and what folding a constant raises; never for what only a row can show.
  package func compile(_ expression: Expression) throws(CypherError) -> any CompiledExpression {
    switch expression.kind {
    case .null: return ConstantExpression(.null)
    case .boolean(let value): return ConstantExpression(.boolean(value))
    case .integer(let value): return ConstantExpression(.integer(value))
    case .float(let value): return ConstantExpression(.float(value))
    case .string(let value): return ConstantExpression(.string(value))
    case .parameter(let name): return ParameterExpression(name: name, span: expression.span)
    case .variable(let name): return try compileVariable(name, expression.span)
    default: return try subqueries.compileSubquery(expression, layout: layout)
    }
  }

  private func compileVariable(_ name: String, _ span: SourceSpan) throws(CypherError) -> any CompiledExpression {
    guard let column = layout.index(of: name) else {
      throw CypherError(.syntaxError, "UndefinedVariable", "variable `\(name)` is not defined", at: span)
    }
    return ColumnExpression(column: column)
  }

  /// The condition `expression`, as WHERE takes it.
  package func compilePredicate(_ expression: Expression) throws(CypherError) -> any CompiledPredicate {
    BooleanPredicate(condition: try compile(expression), span: expression.span)
  }
}
