// CALL { … }, COLLECT { … } and NEXT.
extension QueryGenerator {
  /// How a subquery gets at the variables of the row.
  private enum Import: CaseIterable { case leadingWith, names, all, nothing, noNames }

  /// `CALL { … }` in one of its forms; what it returns is bound.
  mutating func subqueryCall() -> String {
    let outer = scope
    let form = pick(Import.allCases)
    let chosen = Array(outer.shuffled(using: &random).prefix(form == .leadingWith || form == .names ? number(1...2) : 0))
    let names = chosen.map(\.name).joined(separator: ", ")
    let opening: String
    switch form {
    case .leadingWith, .nothing: opening = "CALL {"
    case .names: opening = "CALL (\(names)) {"
    case .all: opening = "CALL (*) {"
    case .noNames: opening = "CALL () {"
    }
    let columns = returnedColumns()
    let body = inScope { generator in
      generator.subqueryParts(columns) { generator in
        generator.scope = form == .all ? outer : chosen
        return form == .leadingWith && !chosen.isEmpty ? "WITH \(names) " : ""
      }
    }
    scope = outer + columns
    return (chance(15) ? "OPTIONAL " : "") + "\(opening) \(body) }"
  }

  private mutating func returnedColumns() -> [Variable] {
    (0...number(0...1)).map { _ in Variable(name: fresh("s"), kind: pick(Self.plainKinds)) }
  }

  /// One query that returns `columns`, or two joined by UNION; each begins with what `begin` says.
  private mutating func subqueryParts(_ columns: [Variable], _ begin: (inout QueryGenerator) -> String) -> String {
    let hopsOutside = max(0, hopsLeft - 2)
    defer { hopsLeft = hopsOutside }
    let partCount = chance(20) ? 2 : 1
    return (0..<partCount).map { _ in
      hopsLeft = partCount == 1 ? 2 : 1
      let text = begin(&self) + subqueryClauses()
      return text + returning(columns, canLimit: partCount == 1)
    }.joined(separator: chance(50) ? " UNION " : " UNION ALL ")
  }

  private mutating func subqueryClauses() -> String {
    var clauses: [String] = []
    if chance(80) { clauses.append(chance(60) && hopsLeft > 0 ? match(isOptional: chance(15)) : unwind()) }
    if chance(20) { clauses.append(unwind()) }
    if chance(12), hopsLeft > 0 { clauses.append(subqueryCall()) }
    // Variables that are imported by name cannot be projected away and come back.
    if chance(20) { clauses.append("FILTER \(condition(1))") }
    return clauses.map { $0 + " " }.joined()
  }

  /// RETURN of `columns`: as they come, distinct, in order and cut, or one row with aggregates.
  private mutating func returning(_ columns: [Variable], canLimit: Bool) -> String {
    if chance(20) {
      let items = columns.map { column -> String in
        let value = expression(column.kind, 1)
        let isOrdered = [.integer, .string, .boolean, .float, .date].contains(column.kind)
        return isOrdered ? "\(pick(["min", "max"]))(\(value)) AS \(column.name)" : "head(collect(null)) AS \(column.name)"
      }
      return "RETURN " + items.joined(separator: ", ")
    }
    let items = columns.map { "\(expression($0.kind, 2)) AS \($0.name)" }.joined(separator: ", ")
    let text = (chance(20) ? "RETURN DISTINCT " : "RETURN ") + items
    return canLimit && chance(25) ? text + order(by: columns.map(\.name)) + rowLimits() : text
  }

  /// `COLLECT { … }` of values of one kind, in the order of the values where `isOrdered`, else in nobody's.
  mutating func collected(_ element: Kind, isOrdered: Bool) -> String {
    let hopsOutside = max(0, hopsLeft - 2)
    defer { hopsLeft += hopsOutside }
    hopsLeft -= hopsOutside
    return inScope { generator in
      let clause = generator.match(isOptional: false)
      let name = generator.fresh("c")
      var text =
        "COLLECT { \(clause) RETURN \(generator.chance(25) ? "DISTINCT " : "")\(generator.expression(element, 1)) AS \(name)"
      if isOrdered { text += generator.order(by: [name]) + (generator.chance(40) ? generator.rowLimits() : "") }
      return text + " }"
    }
  }

  /// A query whose rows go on into another behind NEXT.
  mutating func continuedStatement() -> GeneratedQuery {
    var text = readingClauses()
    var handed = scope
    for _ in 0...number(0...1) {
      let columns = (0...number(0...2)).map { _ in Variable(name: fresh("k"), kind: pick(Self.plainKinds)) }
      text += returning(columns, canLimit: true) + " NEXT "
      scope = columns
      handed = columns
      hopsLeft = 2
      if chance(60) { text += subqueryClauses() }
    }
    guard chance(25) else {
      let answer = returnClause()
      return GeneratedQuery(text: text + answer.text, isOrdered: answer.isOrdered)
    }
    let kinds = [pick([Kind.integer, .string, .boolean])]
    let first = returnClause(of: kinds)
    scope = handed
    return GeneratedQuery(text: text + first + (chance(50) ? " UNION " : " UNION ALL ") + returnClause(of: kinds))
  }
}
