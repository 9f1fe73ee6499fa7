/// CALL: the procedure exists, the arguments fit it, and what it yields has names of its own.
struct ProcedureCallCheck {
  let context: SemanticContext
  let call: ProcedureCall
  /// True if the call is the whole query: then arguments and YIELD may be left out.
  let isStandalone: Bool

  /// Adds what is yielded to `scope`; the columns of a standalone call's answer.
  func check(_ scope: inout Scope) throws(CypherError) -> [ResultColumn] {
    guard let signature = context.procedures.signature(named: call.name.text) else {
      throw CypherError(
        .procedureError, .procedureNotFound, "no procedure `\(call.name.text)`", at: call.name.span,
        hint: ForeignWords.remedy(forProcedure: call.name.text)
          ?? NameSuggestion.hint(for: call.name.text, among: context.procedures.names) ?? "SHOW PROCEDURES lists all there are")
    }
    try checkArguments(signature, scope)
    let columns = try bindResults(signature, &scope)
    if let filter = call.filter { try ExpressionCheck(context: context, scope: scope).check(predicate: filter) }
    return isStandalone ? columns : []
  }

  private func checkArguments(_ signature: ProcedureSignature, _ scope: Scope) throws(CypherError) {
    guard let arguments = call.arguments else {
      guard isStandalone else {
        throw CypherError(
          .syntaxError, .invalidArgumentPassingMode, "a CALL within a query needs its arguments in parentheses",
          at: call.name.span, hint: signature.signatureText)
      }
      for argument in signature.arguments.prefix(signature.requiredArgumentCount) {
        try context.use(parameter: argument.name, at: call.name.span)
      }
      return
    }
    let (least, most) = (signature.requiredArgumentCount, signature.arguments.count)
    guard (least...most).contains(arguments.count) else {
      throw CypherError(
        .syntaxError, .invalidNumberOfArguments,
        "`\(signature.name)` takes \(least == most ? "\(most)" : "\(least) to \(most)") arguments, not \(arguments.count)",
        at: call.name.span, hint: signature.signatureText)
    }
    let check = ExpressionCheck(context: context, scope: scope)
    for (argument, field) in zip(arguments, signature.arguments) {
      let type = try check.type(of: argument)
      guard type.couldBe(field.type) else {
        throw check.wrongType(argument, type, needed: field.type.description, in: "the argument `\(field.name)`")
      }
    }
  }

  private func bindResults(_ signature: ProcedureSignature, _ scope: inout Scope) throws(CypherError) -> [ResultColumn] {
    guard let items = call.yield else {
      if call.yieldsAll, !isStandalone {
        throw CypherError(
          .syntaxError, .unexpectedSyntax, "YIELD * is only for a CALL that stands alone", at: call.name.span,
          hint: "name the results: \(signature.signatureText)")
      }
      guard isStandalone else { return [] }
      for field in signature.results { scope.define(field.name, field.type) }
      return signature.results.map { ResultColumn(name: $0.name, type: $0.type) }
    }
    var columns: [ResultColumn] = []
    for item in items {
      guard let field = signature.results.first(where: { $0.name == item.field.text }) else {
        throw CypherError(
          .syntaxError, .undefinedVariable, "`\(signature.name)` yields no `\(item.field.text)`", at: item.field.span,
          hint: signature.signatureText)
      }
      let variable = item.alias ?? item.field
      guard !scope.contains(variable.text) else { throw scope.alreadyBound(variable) }
      scope.define(variable.text, field.type)
      columns.append(ResultColumn(name: variable.text, type: field.type))
    }
    return columns
  }
}
