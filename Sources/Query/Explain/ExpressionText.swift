import Cypher

/// An expression as a plan shows it: in Cypher, the planner's own columns without the blank that hides them.
enum ExpressionText {
  static func render(_ expression: Expression) -> String {
    CypherPrinter.text(
      of: expression.replacing { part in
        guard case .variable(let name) = part.kind, name.hasPrefix(" ") else { return nil }
        return .reference(String(name.drop { $0 == " " }), part.span)
      })
  }
}
