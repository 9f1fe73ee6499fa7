/// What computes the names in a label expression is a string or a list of strings.
struct LabelCheck {
  let expressions: ExpressionCheck

  func check(_ labels: LabelExpression?) throws(CypherError) {
    for expression in labels?.expressions ?? [] {
      let type = try expressions.type(of: expression)
      guard type.couldBe(anyOf: [.string, .list(.string)]) else {
        throw expressions.wrongType(expression, type, needed: "a string or a list of strings", in: "a computed label or type")
      }
    }
  }

  /// Labels that are written to a node: each part must say which label it is.
  func check(writing labels: LabelExpression?, in clause: String, at span: SourceSpan) throws(CypherError) {
    try check(labels)
    guard let labels, !labels.conjuncts.allSatisfy(\.namesLabels) else { return }
    throw CypherError(
      .syntaxError, .unexpectedSyntax, "\(clause) needs a list of labels, without alternatives, `!` and `%`", at: span,
      hint: "write \(CypherPrinter.text(ofLabels: labels.names))")
  }
}

extension LabelExpression {
  /// True for a name, and for `$(…)`; `$any(…)` leaves open which of its names is meant.
  fileprivate var namesLabels: Bool {
    switch self {
    case .name: true
    case .dynamic(let labels): labels.quantifier == .all
    default: false
    }
  }
}

extension CypherPrinter {
  fileprivate static func text(ofLabels names: [Name]) -> String {
    names.isEmpty ? ":Label" : names.map { ":" + quoted(schemaName: $0.text) }.joined()
  }
}
