import Cypher
import Graph

/// The labels of a node, or the type of a relationship, that a statement writes: names, and what computes names for each row.
struct WrittenLabels<Computed: Sendable>: Sendable {
  struct Part: Sendable {
    var names: Computed
    var span: SourceSpan
  }

  var names: [String]
  var computed: [Part]

  func map<Other: Sendable>(
    _ transform: (Computed) throws(CypherError) -> Other
  ) throws(CypherError) -> WrittenLabels<Other> {
    var parts: [WrittenLabels<Other>.Part] = []
    for part in computed { parts.append(.init(names: try transform(part.names), span: part.span)) }
    return WrittenLabels<Other>(names: names, computed: parts)
  }
}

extension WrittenLabels<Expression> {
  /// - Parameter labels: nil for none; otherwise a list of names and of `$(…)`, as the semantic checks demand.
  init(_ labels: LabelExpression?) {
    names = labels?.requiredNames.map(\.text) ?? []
    computed = labels?.expressions.map { Part(names: $0, span: $0.span) } ?? []
  }

  /// As a pattern writes them.
  var text: String {
    names.map { ":\($0)" }.joined() + computed.map { ":$(\(ExpressionText.render($0.names)))" }.joined()
  }
}

extension WrittenLabels<Vector> {
  /// All names for one row.
  func names(of row: Int) throws(CypherError) -> [String] {
    var all = names
    for part in computed { all += try ComputedNames.names(of: part.names[row], at: part.span) }
    return all
  }
}
