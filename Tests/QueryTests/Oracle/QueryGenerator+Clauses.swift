// Reading clauses.
extension QueryGenerator {
  /// A few clauses and RETURN, now and then several joined by UNION or NEXT.
  mutating func readingStatement() -> GeneratedQuery {
    if chance(8) { return continuedStatement() }
    let openings = scope
    var text = readingClauses()
    guard chance(12) else {
      let answer = returnClause()
      return GeneratedQuery(text: text + answer.text, isOrdered: answer.isOrdered)
    }
    let kinds = (0...number(0...1)).map { _ in pick([Kind.integer, .string, .boolean, .node, .list(.integer)]) }
    text += returnClause(of: kinds)
    let union = chance(50) ? " UNION " : " UNION ALL "
    for _ in 0...number(0...1) {
      scope = openings
      hopsLeft = 3
      text += union + readingClauses() + returnClause(of: kinds)
    }
    return GeneratedQuery(text: text)
  }

  mutating func readingClauses() -> String {
    var clauses = [chance(6) ? subqueryCall() : chance(85) ? match(isOptional: chance(8)) : unwind()]
    for _ in 0..<pick([0, 0, 1, 1, 2, 3]) { clauses.append(readingClause()) }
    return clauses.map { $0 + " " }.joined()
  }

  private mutating func readingClause() -> String {
    switch number(0...15) {
    case 14, 15: subqueryCall()
    case 0...2: match(isOptional: false)
    case 3, 4: match(isOptional: true)
    case 5: unwind()
    case 6, 7: letClause()
    case 8: "FILTER \(chance(50) ? "WHERE " : "")\(condition(2))"
    case 9: forLoop()
    default: with()
    }
  }

  private mutating func letClause() -> String {
    var items: [String] = []
    for _ in 0...number(0...1) {
      let kind = pick(Self.plainKinds + [.any, .list(.string)])
      let text = expression(kind, 2)
      items.append("\(bind("l", kind)) = \(text)")
    }
    return "LET " + items.joined(separator: ", ")
  }

  private mutating func forLoop() -> String {
    let kind = pick([Kind.integer, .string])
    let list = expression(.list(kind), 2)
    return "FOR \(bind("f", kind)) IN \(list)"
  }

  mutating func match(isOptional: Bool) -> String {
    let text = (isOptional ? "OPTIONAL MATCH " : "MATCH ") + pattern()
    return chance(35) ? text + " WHERE " + condition(2) : text
  }

  /// At most a handful of rows for each.
  mutating func unwind() -> String {
    if chance(25), let bag = bag() {
      let name = bind("u", bag.element)
      return "UNWIND \(bag.text) AS \(name)"
    }
    let kind = pick([Kind.integer, .string, .any, .float])
    let list = expression(.list(kind), 2)
    let name = bind("u", kind)
    return "UNWIND \(list) AS \(name)"
  }
}
