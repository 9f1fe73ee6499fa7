/// Which paths are wanted and what they may repeat: a search must end, and what is selected must not hang on other paths.
struct PathSelectionCheck {
  let context: SemanticContext

  func check(_ pattern: Pattern) throws(CypherError) {
    for path in pattern.paths {
      if let count = path.selector?.count, case .parameter(let name) = count.kind {
        try context.use(parameter: name, at: count.span)
      }
    }
    if pattern.mode == .repeatableElements {
      for path in pattern.paths { try checkEnds(path) }
    } else if pattern.paths.count > 1, let path = pattern.paths.first(where: { $0.selector?.isSelective == true }) {
      throw CypherError(
        .syntaxError, .unexpectedSyntax,
        "a path that is selected cannot share a pattern with other paths, whose relationships it must not repeat", at: path.span,
        hint: "give it a MATCH of its own, or write MATCH REPEATABLE ELEMENTS")
    }
  }

  /// Where relationships may be repeated, a walk without an upper bound has no end.
  private func checkEnds(_ path: PathPattern) throws(CypherError) {
    guard path.shortest == nil, path.selector?.isSelective != true, path.mode == nil || path.mode == .walk else { return }
    guard let step = path.steps.first(where: { $0.bounds.maximum == nil }) else { return }
    throw CypherError(
      .syntaxError, .unexpectedSyntax, "a walk that may repeat relationships and has no largest length never ends",
      at: step.span, hint: "give it a largest length such as {1,5}, a selector such as ANY SHORTEST, or the mode TRAIL")
  }
}
