import Cypher

/// Makes a statement that shows a fault smaller, as long as it shows it: clauses, columns, paths, steps and conditions are left
/// out, and expressions replaced by what they hold.
struct QueryShrinker {
  /// How many smaller statements are tried.
  private static let attemptCount = 400

  let fails: (GeneratedQuery) -> Bool

  func shrunk(_ query: GeneratedQuery) -> GeneratedQuery {
    var best = query
    var attempts = 0
    var index = 0
    while let statement = try? CypherParser.parse(best.text), attempts < Self.attemptCount {
      let smaller = Self.smaller(than: statement)
      guard index < smaller.count else { break }
      attempts += 1
      var candidate = best
      candidate.text = CypherPrinter.text(of: smaller[index])
      if candidate.text.utf8.count < best.text.utf8.count, fails(candidate) {
        best = candidate
        index = 0
      } else {
        index += 1
      }
    }
    return best
  }

  // MARK: - Smaller statements

  private static func smaller(than statement: Statement) -> [Statement] {
    guard case .query(let query) = statement.body else { return [] }
    return smaller(than: query).map { Statement(mode: statement.mode, body: .query($0)) }
  }

  private static func smaller(than query: RegularQuery) -> [RegularQuery] {
    var results: [RegularQuery] =
      query.parts.count > 1 ? query.parts.map { RegularQuery(parts: [$0], continuations: query.continuations) } : []
    for index in query.continuations.indices {
      var result = query
      result.continuations.remove(at: index)
      results.append(result)
      for smaller in smaller(than: query.continuations[index]) {
        result = query
        result.continuations[index] = smaller
        results.append(result)
      }
    }
    for (index, part) in query.parts.enumerated() {
      for smaller in smaller(than: part) {
        var result = query
        result.parts[index] = smaller
        results.append(result)
      }
    }
    return results
  }

  private static func smaller(than query: SingleQuery) -> [SingleQuery] {
    var results: [SingleQuery] = []
    for index in query.clauses.indices where query.clauses.count > 1 {
      var result = query
      result.clauses.remove(at: index)
      results.append(result)
    }
    for (index, clause) in query.clauses.enumerated() {
      for kind in smaller(than: clause.kind) {
        var result = query
        result.clauses[index].kind = kind
        results.append(result)
      }
    }
    return results
  }

  private static func smaller(than clause: Clause.Kind) -> [Clause.Kind] {
    switch clause {
    case .match(let match):
      return smaller(than: match).map { .match($0) }
    case .unwind(let list, let name):
      return smaller(than: list).map { .unwind($0, as: name) }
    case .with(let projection, let filter):
      return weaker(than: filter).map { .with(projection, filter: $0) }
        + smaller(than: projection).map { .with($0, filter: filter) }
    case .return(let projection):
      return smaller(than: projection).map { .return($0) }
    case .subquery(var call):
      return smaller(than: call.query).map {
        call.query = $0
        return .subquery(call)
      }
    default:
      return []
    }
  }

  private static func smaller(than match: Match) -> [Match] {
    var results: [Match] = []
    for filter in weaker(than: match.filter) {
      var result = match
      result.filter = filter
      results.append(result)
    }
    for index in match.pattern.paths.indices {
      if match.pattern.paths.count > 1 {
        var result = match
        result.pattern.paths.remove(at: index)
        results.append(result)
      }
      if !match.pattern.paths[index].steps.isEmpty {
        var result = match
        result.pattern.paths[index].steps.removeLast()
        results.append(result)
      }
    }
    return results
  }

  private static func smaller(than projection: Projection) -> [Projection] {
    var results: [Projection] = []
    for index in projection.items.indices {
      var shorter = projection
      shorter.items.remove(at: index)
      if !shorter.items.isEmpty { results.append(shorter) }
      for expression in smaller(than: projection.items[index].expression) {
        var result = projection
        result.items[index].expression = expression
        results.append(result)
      }
    }
    if projection.isDistinct {
      var result = projection
      result.isDistinct = false
      results.append(result)
    }
    return results
  }

  /// The operands of a condition, and none at all.
  private static func weaker(than filter: Expression?) -> [Expression?] {
    guard let filter else { return [] }
    return [nil] + smaller(than: filter).map(Optional.some)
  }

  private static func smaller(than expression: Expression) -> [Expression] {
    var results = expression.children
    if case .binary(let symbol, let left, let right) = expression.kind {
      results += smaller(than: left).map { Expression(.binary(symbol, $0, right), expression.span) }
      results += smaller(than: right).map { Expression(.binary(symbol, left, $0), expression.span) }
    }
    if case .unary(let symbol, let operand) = expression.kind {
      results += smaller(than: operand).map { Expression(.unary(symbol, $0), expression.span) }
    }
    return results
  }
}
