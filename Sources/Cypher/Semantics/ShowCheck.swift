/// SHOW: what is yielded are columns of the subject, and what follows uses those.
struct ShowCheck {
  let context: SemanticContext
  let command: ShowCommand

  /// Adds the columns to `scope`, which are those of the answer where SHOW is the whole query.
  func check(_ scope: inout Scope) throws(CypherError) -> [ResultColumn] {
    let known = command.subject.columns
    for item in command.yield ?? [] where !known.contains(where: { $0.name == item.field.text }) {
      throw CypherError(
        .syntaxError, .undefinedVariable, "SHOW \(command.subject.rawValue) has no column `\(item.field.text)`",
        at: item.field.span,
        hint: NameSuggestion.hint(for: item.field.text, among: known.map(\.name))
          ?? "its columns are \(known.map(\.name).joined(separator: ", "))")
    }
    for yielded in command.yields {
      guard !scope.contains(yielded.variable.text) else { throw scope.alreadyBound(yielded.variable) }
      scope.define(yielded.variable.text, yielded.field.type)
    }
    let check = ExpressionCheck(context: context, scope: scope)
    for item in command.order.items { _ = try check.type(of: item.expression) }
    try RowLimitCheck.check(skip: command.order.skip, limit: command.order.limit, context)
    if let filter = command.filter { try check.check(predicate: filter) }
    return command.yields.map { ResultColumn(name: $0.variable.text, type: $0.field.type) }
  }
}
