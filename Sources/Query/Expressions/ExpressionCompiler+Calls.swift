import Cypher

extension ExpressionCompiler {
  /// `base.key`, `base[index]`, `list[from..to]`.
  func compileAccess(_ expression: Expression) throws(CypherError) -> any CompiledExpression {
    let span = expression.span
    switch expression.kind {
    case .property(let base, let key):
      let base = try compile(base)
      let reader = PropertyReader(key: key.text, span: span)
      return folded(DateDistanceExpression(base, reader) ?? PropertyExpression(base: base, reader: reader), of: [base])
    case .subscripted(let base, let index):
      let (base, index) = (try compile(base), try compile(index))
      return folded(SubscriptExpression(base: base, index: index, span: span), of: [base, index])
    case .slice(let list, let from, let to):
      let list = try compile(list)
      let bounds = try compile([from, to].compactMap { $0 })
      let slice = SliceExpression(
        list: list, from: from == nil ? nil : bounds.first, to: to == nil ? nil : bounds.last, span: span)
      return folded(slice, of: [list] + bounds)
    default: preconditionFailure("only accesses are compiled here")
    }
  }

  func compileCall(_ call: FunctionCall, _ span: SourceSpan) throws(CypherError) -> any CompiledExpression {
    // `exists()` of a pattern asks for a match; of anything else, for a value.
    if call.name.text.lowercased() == "exists", let argument = call.arguments.first, case .patternPredicate = argument.kind {
      return try compile(argument)
    }
    if let name = LoadCSV.column(of: call), let column = layout.index(of: name) { return ColumnExpression(column: column) }
    guard let function = functions.function(named: call.name.text) else {
      throw CypherError(.syntaxError, .unknownFunction, "no function `\(call.name.text)`", at: call.name.span)
    }
    guard function.argumentCounts.contains(call.arguments.count) else {
      throw .wrongArgumentCount(function, found: call.arguments.count, at: span)
    }
    let arguments = try compile(call.arguments)
    if case .compiled(let make) = function.implementation { return folded(make(arguments, span), of: arguments) }
    let isVolatile = FunctionCatalog.signature(named: function.name)?.isVolatile ?? false
    let compiled = FunctionExpression(function: function, arguments: arguments, isVolatile: isVolatile, span: span)
    return function.isPure(for: arguments) ? folded(compiled, of: arguments) : compiled
  }

  /// CASE in both forms; the conditions of the simple one see its subject at the right of the row.
  func compileCase(_ expression: CaseExpression, _ span: SourceSpan) throws(CypherError) -> any CompiledExpression {
    let subject = try compile([expression.subject].compactMap { $0 }).first
    let inner = subject == nil ? self : adding([Name(CaseExpression.subjectName, span)])
    var branches: [ConditionalExpression.Branch] = []
    for alternative in expression.alternatives {
      let condition: any CompiledPredicate
      if subject == nil || alternative.testsSubject {
        condition = try inner.compilePredicate(alternative.when)
      } else {
        condition = ComparisonExpression(
          operator: .equal, left: ColumnExpression(column: layout.count), right: try inner.compile(alternative.when))
      }
      branches.append(ConditionalExpression.Branch(condition: condition, value: try compile(alternative.then)))
    }
    let otherwise = try compile([expression.otherwise].compactMap { $0 }).first
    return ConditionalExpression(
      subject: subject.map { ($0, column: layout.count) }, branches: branches, otherwise: otherwise)
  }

  /// List comprehension, quantifier and reduce: the body is compiled for rows with the local variables at the right.
  func compileComprehension(_ expression: Expression) throws(CypherError) -> any CompiledExpression {
    let span = expression.span
    switch expression.kind {
    case .listComprehension(let variable, let list, let filter, let projection):
      let inner = adding([variable])
      return ComprehensionExpression(
        list: try compile(list), filter: try inner.compileOptional(predicate: filter),
        projection: try inner.compile([projection].compactMap { $0 }).first,
        rows: localRows([filter, projection]), span: list.span)
    case .quantifier(let quantifier, let variable, let list, let filter):
      let inner = adding([variable])
      let condition = filter ?? Expression(.variable(variable.text), variable.span)
      return QuantifierExpression(
        quantifier: quantifier, list: try compile(list), filter: try inner.compile(condition), rows: localRows([filter]),
        span: list.span, filterSpan: condition.span)
    case .reduce(let accumulator, let start, let variable, let list, let step, let test):
      let inner = adding([accumulator, variable])
      return ReduceExpression(
        start: try compile(start), list: try compile(list), step: try inner.compile(step),
        test: try inner.compile([test].compactMap { $0 }).first, rows: localRows([step, test]), span: list.span,
        testSpan: test?.span ?? span, levelsPerStep: step.height)
    default: preconditionFailure("only comprehensions are compiled here")
    }
  }

  private func compileOptional(predicate: Expression?) throws(CypherError) -> (any CompiledPredicate)? {
    guard let predicate else { return nil }
    return try compilePredicate(predicate)
  }

  private func localRows(_ bodies: [Expression?]) -> LocalRows {
    var names: Set<String> = []
    for case let body? in bodies { names.formUnion(body.mentionedVariables) }
    return LocalRows(layout: layout, mentioned: names)
  }
}

extension CypherError {
  fileprivate static func wrongArgumentCount(_ function: ScalarFunction, found: Int, at span: SourceSpan) -> CypherError {
    let (fewest, most) = (function.argumentCounts.lowerBound, function.argumentCounts.upperBound)
    let expected =
      if fewest == most { "\(fewest)" } else if most == Int.max { "at least \(fewest)" } else { "\(fewest) to \(most)" }
    let noun = expected == "1" ? "argument" : "arguments"
    return CypherError(
      .syntaxError, .invalidNumberOfArguments, "\(function.name)() takes \(expected) \(noun), found \(found)", at: span)
  }
}
