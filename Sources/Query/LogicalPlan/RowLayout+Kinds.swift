import Cypher

extension RowLayout {
  /// What is known of the values of a variable.
  func kind(of name: String) -> Kind {
    guard let index = index(of: name) else { return .any }
    return columns[index].kind
  }

  /// What is known of the values of an expression: a bare variable keeps its kind.
  func kind(of expression: Expression) -> Kind {
    guard case .variable(let name) = expression.kind else { return .any }
    return kind(of: name)
  }

  var names: [String] { columns.map(\.name) }
}
