// SHOW, a form of Cypher's other implementations.
extension Parser {
  /// `SHOW [restriction] subject [YIELD …] [WHERE …]`, behind its keyword.
  mutating func showCommand() throws(CypherError) -> ShowCommand {
    var command = try showSubject()
    if accept(.yield) {
      if accept(.star) {
        command.yieldsAll = true
      } else {
        command.yield = [try yieldItem()]
        while accept(.comma) { command.yield?.append(try yieldItem()) }
      }
      command.order = try rowOrder()
    }
    command.filter = try filter()
    return command
  }

  /// The words as far as FUNCTIONS, INDEXES and the like; those before it say which of them are wanted.
  private mutating func showSubject() throws(CypherError) -> ShowCommand {
    let start = token.lowerBound
    var words: [String] = []
    for offset in 0..<Self.mostShowWords {
      let word = text(token(after: offset).span).uppercased()
      guard let subject = ShowSubject.allCases.first(where: { $0.rawValue == word || $0.singular == word }) else {
        words.append(word)
        continue
      }
      for _ in 0..<offset { advance() }
      let restriction = words.joined(separator: " ")
      let span = span(from: start)
      advance()
      return ShowCommand(subject: subject, restriction: try known(restriction, of: subject, span))
    }
    throw unexpected("FUNCTIONS", "PROCEDURES", "INDEXES", "CONSTRAINTS")
  }

  /// `SHOW NODE PROPERTY EXISTENCE CONSTRAINTS` and the like, the subject included.
  private static var mostShowWords: Int { 5 }

  private func known(_ restriction: String, of subject: ShowSubject, _ span: SourceSpan) throws(CypherError) -> String? {
    if restriction.isEmpty || restriction == "ALL" { return nil }
    guard subject.restrictions.contains(restriction) else {
      let known = ["ALL"] + subject.restrictions
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "there are no \(restriction) \(subject.rawValue) to show", at: span,
        hint: "between SHOW and \(subject.rawValue) may stand \(known.joined(separator: ", "))")
    }
    return restriction
  }
}
