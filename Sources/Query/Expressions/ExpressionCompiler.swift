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

  /// - Throws: UnknownFunction, UndefinedVariable, InvalidNumberOfArguments; never what only a row can show, though the row be
  ///   made of constants.
  package func compile(_ expression: Expression) throws(CypherError) -> any CompiledExpression {
    let span = expression.span
    switch expression.kind {
    case .null: return ConstantExpression(.null)
    case .boolean(let value): return ConstantExpression(.boolean(value))
    case .integer(let value): return ConstantExpression(.integer(value))
    case .float(let value): return ConstantExpression(.float(value))
    case .string(let value): return ConstantExpression(.string(value))
    case .parameter(let name): return ParameterExpression(name: name, span: span)
    case .variable(let name): return try compileVariable(name, span)
    case .list(let elements):
      let elements = try compile(elements)
      return folded(ListExpression(elements: elements), of: elements)
    case .map(let entries):
      let values = try compile(entries.map(\.value))
      return folded(MapExpression(keys: entries.map(\.key.text), values: values), of: values)
    case .mapProjection(let base, let includesAll, let entries):
      return MapProjectionExpression(
        base: try compile(base), includesAll: includesAll, keys: entries.map(\.key.text),
        values: try compile(entries.map(\.value)), span: span)
    case .unary(let symbol, let operand): return try compileUnary(symbol, operand, span)
    case .binary(let symbol, let left, let right): return try compileBinary(symbol, left, right, span)
    case .chain(let first, let links): return try compileChain(first, links)
    case .comparison(let operands, let operators): return try compileComparison(operands, operators, span)
    case .isNull(let operand): return try compileNullTest(operand, answerForNull: true)
    case .isNotNull(let operand): return try compileNullTest(operand, answerForNull: false)
    case .typeTest, .truthTest, .normalizationTest, .cast: return try compileTypeExpression(expression)
    case .hasLabels(let operand, let labels):
      let condition = try LabelCondition(labels).map { names throws(CypherError) in try compile(names) }
      return LabelTestExpression(element: try compile(operand), labels: condition, span: span)
    case .property, .subscripted, .slice: return try compileAccess(expression)
    case .function(let call): return try compileCall(call, span)
    case .countAll:
      throw CypherError(.syntaxError, .invalidAggregation, "count(*) is allowed only in WITH and RETURN", at: span)
    case .case(let conditional): return try compileCase(conditional, span)
    case .listComprehension, .quantifier, .reduce:
      return oncePerRun(try compileComprehension(expression), expression)
    case .patternComprehension, .patternPredicate, .exists, .count, .collect, .shortestPath:
      return oncePerRun(try subqueries.compileSubquery(expression, layout: layout), expression)
    }
  }

  private func oncePerRun(_ compiled: any CompiledExpression, _ expression: Expression) -> any CompiledExpression {
    compiled.constantValue == nil ? subqueries.evaluatingOnce(compiled, expression, layout: layout) : compiled
  }

  func compile(_ expressions: [Expression]) throws(CypherError) -> [any CompiledExpression] {
    var compiled: [any CompiledExpression] = []
    for expression in expressions { compiled.append(try compile(expression)) }
    return compiled
  }

  /// The condition `expression`, as WHERE takes it.
  package func compilePredicate(_ expression: Expression) throws(CypherError) -> any CompiledPredicate {
    let compiled = try compile(expression)
    return compiled as? any CompiledPredicate ?? BooleanPredicate(condition: compiled, span: expression.span)
  }

  private func compileVariable(_ name: String, _ span: SourceSpan) throws(CypherError) -> any CompiledExpression {
    guard let column = layout.index(of: name) else {
      throw CypherError(.syntaxError, .undefinedVariable, "variable `\(name)` is not defined", at: span)
    }
    return ColumnExpression(column: column)
  }

  private func compileNullTest(
    _ operand: Expression, answerForNull: Bool
  ) throws(CypherError) -> any CompiledExpression {
    let operand = try compile(operand)
    return folded(NullTestExpression(operand: operand, answerForNull: answerForNull), of: [operand])
  }

  /// The same compiler for rows with more columns at the right.
  func adding(_ names: [Name]) -> ExpressionCompiler {
    var layout = self.layout
    for name in names { layout.append(name.text) }
    return ExpressionCompiler(layout: layout, functions: functions, subqueries: subqueries)
  }

  /// The constant that `expression` is where all its `operands` are constants. One that fails stays as it is, to fail when a row
  /// asks for it.
  func folded(_ expression: any CompiledExpression, of operands: [any CompiledExpression]) -> any CompiledExpression {
    guard operands.allSatisfy({ $0.constantValue != nil }) else { return expression }
    let context = EvaluationContext(snapshot: nil)
    guard let vector = try? expression.evaluate(Batch(columns: [], rowCount: 1), context) else { return expression }
    return ConstantExpression(vector[0])
  }
}
