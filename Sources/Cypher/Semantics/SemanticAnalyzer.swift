/// Says whether a statement that can be read also makes sense: openCypher's rules about variables, aggregation, patterns,
/// types and the order of clauses. Every compile-time error of the TCK is raised by the parser or here.
public enum SemanticAnalyzer {
  /// - Parameters:
  ///   - procedures: what CALL can call.
  ///   - parameters: the names of the parameters that are given; nil leaves missing ones to whoever runs the statement.
  /// - Throws: the first error, without its position in lines and columns: `located(in:)` adds it.
  /// - Complexity: O(size of the tree × variables in scope).
  public static func check(
    _ statement: Statement, procedures: ProcedureCatalog = ProcedureCatalog(), parameters: Set<String>? = nil
  ) throws(CypherError) {
    let context = SemanticContext(procedures: procedures, parameters: parameters)
    switch statement.body {
    case .query(let query): _ = try AmpleStack.run { () throws(CypherError) in try QueryCheck(context: context).check(query) }
    case .schema(let command):
      if let name = command.name, name.isParameter { try context.use(parameter: name.name.text, at: name.name.span) }
    case .transaction: break
    }
  }
}

/// What every check needs to know besides the tree.
struct SemanticContext {
  let procedures: ProcedureCatalog
  let parameters: Set<String>?

  /// A parameter is used at `span`.
  func use(parameter name: String, at span: SourceSpan) throws(CypherError) {
    guard let parameters, !parameters.contains(name) else { return }
    throw CypherError(
      .parameterMissing, .missingParameter, "the parameter `$\(name)` has no value", at: span,
      hint: NameSuggestion.nearest(to: name, among: parameters.sorted()).map { "did you mean `$\($0)`?" }
        ?? "give it one beside the statement; in the shell: :param \(name) => value")
  }
}
