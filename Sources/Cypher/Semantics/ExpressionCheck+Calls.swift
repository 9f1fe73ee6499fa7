// Calls of functions: they exist, take that many arguments of those types, and aggregates stand where rows are grouped.
extension ExpressionCheck {
  func type(ofCall call: FunctionCall, _ expression: Expression) throws(CypherError) -> StaticType {
    guard let signature = FunctionCatalog.signature(named: call.name.text) else {
      throw CypherError(
        .syntaxError, .unknownFunction, "no function `\(call.name.text)`", at: call.name.span,
        hint: FunctionCatalog.remedy(forAbsent: call.name.text)
          ?? NameSuggestion.hint(for: call.name.text, among: FunctionCatalog.names) ?? "SHOW FUNCTIONS lists all there are")
    }
    // Read from the signature's text: once.
    let parameters = signature.parameters
    try checkArgumentCount(call, signature, parameters, expression)
    var inner = self
    if signature.isAggregate {
      try checkAggregation(expression)
      inner.aggregation = .insideAggregate
    } else if call.isDistinct {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "`\(signature.name)` is not an aggregate function and takes no DISTINCT",
        at: call.name.span)
    }
    for (index, argument) in call.arguments.enumerated() {
      let type = try inner.type(of: argument)
      let parameter = parameters[min(index, parameters.count - 1)]
      guard type.couldBe(anyOf: parameter.types) else {
        throw wrongType(
          argument, type, needed: StaticType.description(of: parameter.types), in: "`\(signature.name)`")
      }
    }
    return signature.result
  }

  func type(ofCountAll expression: Expression) throws(CypherError) -> StaticType {
    try checkAggregation(expression)
    return .integer
  }

  private func checkArgumentCount(
    _ call: FunctionCall, _ signature: FunctionSignature, _ parameters: [FunctionSignature.Parameter], _ expression: Expression
  ) throws(CypherError) {
    let count = call.arguments.count
    let tooMany = !signature.isVariadic && count > parameters.count
    guard tooMany || count < parameters.count(where: { !$0.isOptional }) else { return }
    throw CypherError(
      .syntaxError, .invalidNumberOfArguments,
      "`\(signature.name)` takes \(signature.argumentCountText), not \(count)", at: expression.span,
      hint: signature.signatureText)
  }

  private func checkAggregation(_ expression: Expression) throws(CypherError) {
    switch aggregation {
    case .allowed:
      guard case .function(let call) = expression.kind else { return }
      for argument in call.arguments { try checkIsStable(argument) }
    case .insideAggregate:
      throw CypherError(
        .syntaxError, .nestedAggregation, "an aggregate function cannot be called inside another", at: expression.span,
        hint: "compute the inner one in a WITH before")
    case .forbidden:
      throw CypherError(
        .syntaxError, .invalidAggregation, "an aggregate function cannot be called here", at: expression.span,
        hint: "compute it in a WITH before")
    }
  }

  /// What is aggregated must be the same however often it is looked at.
  private func checkIsStable(_ argument: Expression) throws(CypherError) {
    if case .function(let call) = argument.kind, FunctionCatalog.signature(named: call.name.text)?.isVolatile == true {
      throw CypherError(
        .syntaxError, .nonConstantExpression, "`\(call.name.text)` cannot be called inside an aggregate function",
        at: argument.span, hint: "compute it in a WITH before")
    }
    for child in argument.children { try checkIsStable(child) }
  }
}

extension FunctionSignature {
  fileprivate var argumentCountText: String {
    let minimum = minimumArgumentCount
    guard let maximum = maximumArgumentCount else { return "at least \(minimum) argument\(minimum == 1 ? "" : "s")" }
    if maximum == 0 { return "no arguments" }
    let range = minimum == maximum ? "\(maximum)" : "\(minimum) to \(maximum)"
    return "\(range) argument\(maximum == 1 ? "" : "s")"
  }
}
