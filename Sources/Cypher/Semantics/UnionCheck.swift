/// UNION joins queries with the same columns, and is either UNION or UNION ALL throughout.
struct UnionCheck {
  func checkKinds(_ query: RegularQuery) throws(CypherError) {
    guard let first = query.unions.first, let other = query.unions.firstIndex(where: { $0 != first }) else { return }
    throw CypherError(
      .syntaxError, .invalidClauseComposition, "UNION and UNION ALL cannot be mixed in one query",
      at: query.parts[other + 1].clauses.first?.keywordSpan)
  }

  /// - Parameter first: the columns of the first part, nil for that part itself.
  func check(columns: [String], against first: [String]?, at part: SingleQuery) throws(CypherError) {
    guard let first, Set(first) != Set(columns) || first.count != columns.count else { return }
    throw CypherError(
      .syntaxError, .differentColumnsInUnion,
      "all parts of a UNION need the same columns: the first has \(list(first)), this one \(list(columns))",
      at: part.clauses.last?.keywordSpan, hint: "name the columns alike with AS")
  }

  private func list(_ columns: [String]) -> String {
    columns.isEmpty ? "none" : columns.map { "`\($0)`" }.joined(separator: ", ")
  }
}
