// Truth values, with every way to be unknown.
extension QueryGenerator {
  /// A predicate behind WHERE, where patterns may stand.
  mutating func condition(_ depth: Int) -> String {
    let outer = allowsPatterns
    allowsPatterns = true
    defer { allowsPatterns = outer }
    return predicate(depth)
  }

  mutating func predicate(_ depth: Int) -> String {
    guard depth > 0 else { return simplePredicate(0) }
    switch number(0...9) {
    case 0, 1: return "(\(predicate(depth - 1)) AND \(predicate(depth - 1)))"
    case 2, 3: return "(\(predicate(depth - 1)) OR \(predicate(depth - 1)))"
    case 4: return "(\(predicate(depth - 1)) XOR \(predicate(depth - 1)))"
    case 5: return "(NOT \(predicate(depth - 1)))"
    default: return simplePredicate(depth - 1)
    }
  }

  private mutating func simplePredicate(_ depth: Int) -> String {
    switch number(0...19) {
    case 18, 19: return typeTest(depth)
    case 0...3: return comparison(depth)
    case 4: return "\(expression(pick([.integer, .string, .date, .node, .any]), depth)) IS \(pick(["NULL", "NOT NULL"]))"
    case 5: return chance(50) ? membership(depth) : storedTest()
    case 6: return "\(expression(.string, depth)) \(pick(["STARTS WITH", "ENDS WITH", "CONTAINS"])) \(expression(.string, 0))"
    case 7: return "\(expression(.string, depth)) =~ \(pick(["'a.*'", "'(?i)A'", "'[ab]+'", "'.*b'"]))"
    case 8, 9: return quantified(depth)
    case 10, 11: return existence(depth)
    case 12, 13: return labelTest()
    case 14: return "COUNT { \(subquery(depth)) } \(pick([">", "=", "<="])) \(number(0...2))"
    case 15: return leaf(.boolean)
    case 16: return "isEmpty(\(expression(pick([.string, .list(.integer)]), depth)))"
    default: return elementComparison()
    }
  }

  private mutating func comparison(_ depth: Int) -> String {
    let operators = ["=", "<>", "<", "<=", ">", ">="]
    if chance(12) { return "\(expression(.any, 0)) \(pick(operators)) \(expression(.any, 0))" }
    let kind = pick([Kind.integer, .integer, .integer, .float, .string, .date, .boolean, .list(.integer)])
    let first = "\(expression(kind, depth)) \(pick(operators)) \(expression(kind, depth))"
    return chance(12) ? "\(first) \(pick(operators)) \(expression(kind, 0))" : first
  }

  private mutating func elementComparison() -> String {
    let kind = pick([Kind.node, .relationship])
    guard let left = variable(kind), let right = variable(kind) else { return comparison(0) }
    return "\(left) \(pick(["=", "<>"])) \(right)"
  }

  /// What a scan may ask where the values are stored.
  private mutating func storedTest() -> String {
    guard let element = variable(pick([.node, .node, .relationship])) else { return comparison(0) }
    let property = "\(element).\(pick(["x", "name", "f", "flag", "day", "any", "id", "w"]))"
    if chance(30) { return "\(property) IS \(pick(["NULL", "NOT NULL"]))" }
    let values = ["0", "1", "2", "3", "2.25", "-1.5", "'a'", "'ab'", "true", "date('2013-01-11')", "null", "[1]", "1.0"]
    return "\(property) IN [\((0..<number(0...4)).map { _ in pick(values) }.joined(separator: ", "))]"
  }

  private mutating func membership(_ depth: Int) -> String {
    let kind = pick([Kind.integer, .string, .any])
    let list = chance(50) ? expression(.list(kind), depth) : "[\(leaf(kind)), \(leaf(kind)), null]"
    return "\(expression(kind, depth)) IN \(list)"
  }

  private mutating func quantified(_ depth: Int) -> String {
    let name = fresh("e")
    let quantifier = pick(["all", "any", "none", "single"])
    let list: String
    let kind: Kind
    if chance(25), let bag = bag() {
      (list, kind) = (bag.text, bag.element)
    } else if chance(30), let relationships = variable(.list(.relationship)) {
      (list, kind) = (relationships, .relationship)
    } else {
      kind = pick([.integer, .string, .any])
      list = expression(.list(kind), depth)
    }
    return inScope { generator in
      generator.scope.append(Variable(name: name, kind: kind))
      return "\(quantifier)(\(name) IN \(list) WHERE \(generator.predicate(1)))"
    }
  }

  private mutating func labelTest() -> String {
    guard let node = variable(.node) else { return leaf(.boolean) }
    // In parentheses, because the bar of a comprehension could be taken for one between labels.
    return "(\(node)\(labels()))"
  }

  /// A pattern as a truth value, or EXISTS.
  private mutating func existence(_ depth: Int) -> String {
    if allowsPatterns, chance(40), let node = variable(.node), hopsLeft > 0 {
      hopsLeft -= 1
      let end = chance(50) ? variable(.node) ?? "" : ""
      return "(\(node))\(arrow(pick(["", "[:R]", "[:S|T]", "[:R*1..2]"])))(\(end)\(chance(30) ? labels() : ""))"
    }
    guard hopsLeft > 0 else { return comparison(depth) }
    return "EXISTS { \(subquery(depth)) }"
  }

  /// What stands in the braces of EXISTS and COUNT.
  mutating func subquery(_ depth: Int) -> String {
    let hopsOutside = max(0, hopsLeft - 2)
    defer { hopsLeft += hopsOutside }
    hopsLeft -= hopsOutside
    return inScope { generator in
      let hasWord = generator.chance(50)
      var text = (hasWord ? "MATCH " : "") + generator.pattern()
      if generator.chance(60) { text += " WHERE " + generator.condition(depth > 0 ? 1 : 0) }
      guard hasWord else { return text }
      if generator.chance(30) { text += " " + generator.with() }
      if generator.chance(50) {
        text +=
          " RETURN \(generator.chance(30) ? "DISTINCT " : "")\(generator.expression(.integer, 1)) AS \(generator.fresh("c"))"
      }
      return text
    }
  }
}
