// Expressions of a wanted kind. A `depth` of 0 gives a variable, a property or a literal.
extension QueryGenerator {
  mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    let outer = allowsPatterns
    allowsPatterns = false
    defer { allowsPatterns = outer }
    if chance(25), let name = variable(kind) { return name }
    if depth <= 0 || chance(15) { return leaf(kind) }
    if chance(10) { return conditional(kind, depth - 1) }
    if chance(6), let cast = cast(to: kind, depth - 1) { return cast }
    if mayFail, chance(35), let call = catalogCall(kind, depth - 1) { return call }
    switch kind {
    case .boolean: return predicate(depth)
    case .integer: return integer(depth - 1)
    case .float: return float(depth - 1)
    case .string: return string(depth - 1)
    case .date: return date(depth - 1)
    case .duration: return duration(depth - 1)
    case .map: return map(depth - 1)
    case .list(let element): return list(of: element, depth - 1)
    case .any, .node, .relationship, .path, .record: return leaf(kind)
    }
  }

  // MARK: - Leaves

  mutating func leaf(_ kind: Kind) -> String {
    if chance(4) { return "null" }
    if chance(50),
      let key = Self.keys[kind]?.randomElement(using: &random), let owner = variable(.node) ?? variable(.record)
    {
      return "\(owner).\(key)"
    }
    if chance(30), kind == .integer, let relationship = variable(.relationship) { return "\(relationship).\(pick(["w", "id"]))" }
    if chance(50), let name = variable(kind) { return name }
    return literal(kind)
  }

  /// The properties of `RandomGraph` by what they hold.
  private static let keys: [Kind: [String]] = [
    .integer: ["x", "id", "x"], .string: ["name"], .float: ["f"], .boolean: ["flag"], .date: ["day"], .list(.integer): ["list"],
    .any: ["any", "any", "missing"],
  ]

  private static let parameters: [Kind: String] = [
    .integer: "$one", .float: "$half", .string: "$word", .boolean: "$yes", .any: "$one", .list(.any): "$many",
  ]

  private mutating func literal(_ kind: Kind) -> String {
    if chance(6), let parameter = Self.parameters[kind] { return chance(85) ? parameter : "$nothing" }
    switch kind {
    case .integer: return "\(number(0...3))"
    case .float: return pick(["0.5", "-1.5", "2.25", "0.25"])
    case .string: return pick(["'a'", "'b'", "'ab'", "''", "'É'", "\"a'b\""])
    case .boolean: return pick(["true", "false"])
    case .date: return pick(["date('2013-01-11')", "date('2012-12-31')", "date({year: 2013, month: 3, day: 1})"])
    case .duration: return pick(["duration('P1D')", "duration({months: 1, days: 2})", "duration('PT1H30M')"])
    case .map: return "{a: \(number(0...3)), b: \(pick(["'a'", "null", "[1, 2]"]))}"
    case .any: return pick(["1", "'a'", "true", "2.5", "[1]", "null", "date('2013-01-11')"])
    case .list(let element):
      let elements = (0..<number(0...3)).map { _ in leaf(element) }
      return "[\(elements.joined(separator: ", "))]"
    case .node, .relationship, .path, .record: return variable(kind) ?? "null"
    }
  }

  private mutating func conditional(_ kind: Kind, _ depth: Int) -> String {
    switch number(0...3) {
    case 0: return "coalesce(\(expression(kind, depth)), \(expression(kind, depth)))"
    case 1:
      let subject = pick([Kind.integer, .string])
      return """
        CASE \(expression(subject, depth)) WHEN \(expression(subject, 0)) THEN \(expression(kind, depth)) \
        WHEN \(expression(subject, 0)) THEN \(expression(kind, depth)) ELSE \(expression(kind, depth)) END
        """
    case 2: return "CASE WHEN \(predicate(depth)) THEN \(expression(kind, depth)) END"
    default: return "CASE WHEN \(predicate(depth)) THEN \(expression(kind, depth)) ELSE \(expression(kind, depth)) END"
    }
  }

  // MARK: - Numbers

  private mutating func integer(_ depth: Int) -> String {
    switch number(0...15) {
    case 0, 1: return "(\(expression(.integer, depth)) \(pick(["+", "-", "*"])) \(expression(.integer, depth)))"
    case 2: return "(\(expression(.integer, depth)) \(pick(["/", "%"])) \(number(1...3)))"
    case 3: return "\(pick(["-", "+", "- -"]))\(expression(.integer, 0))"
    case 4: return "abs(\(expression(.integer, depth)))"
    case 5: return "sign(\(expression(pick([.integer, .float]), depth)))"
    case 6: return "size(\(expression(pick([.string, .list(.integer), .list(.any)]), depth)))"
    case 7: return "toInteger(\(expression(pick([.float, .integer, .string]), depth)))"
    case 8: return "\(expression(.list(.integer), depth))[\(number(-1...2))]"
    case 9: return "\(pick(["head", "last"]))(\(expression(.list(.integer), depth)))"
    case 10: return "\(date(0)).\(pick(["year", "month", "day", "week", "quarter", "ordinalDay"]))"
    case 11: return reduced(depth)
    case 12: return "{a: \(expression(.integer, depth))}.a"
    case 13: return count(depth)
    case 14 where !variables(.path).isEmpty: return "length(\(variable(.path) ?? "null"))"
    default:
      guard let node = variable(.node) else { return leaf(.integer) }
      return pick(["size(labels(\(node)))", "size(keys(\(node)))", "\(node)['x']", "degree(\(node))", "outDegree(\(node), 'R')"])
    }
  }

  /// The fold is the same in any order of the list.
  private mutating func reduced(_ depth: Int) -> String {
    let total = fresh("t")
    let element = fresh("e")
    if chance(40), let bag = bag(), bag.element == .integer {
      return "reduce(\(total) = 0, \(element) IN \(bag.text) | \(total) + coalesce(\(element), 1))"
    }
    let list = expression(.list(.integer), depth)
    let start = expression(.integer, 0)
    let step = inScope { generator in
      generator.scope.append(Variable(name: element, kind: .integer))
      return generator.expression(.integer, depth - 1)
    }
    return "reduce(\(total) = \(start), \(element) IN \(list) | \(total) + \(step))"
  }

  /// How many rows a subquery has, or a pattern comprehension elements.
  private mutating func count(_ depth: Int) -> String {
    guard hopsLeft > 0 else { return leaf(.integer) }
    if chance(30), let bag = bag() { return "size(\(bag.text))" }
    return "COUNT { \(subquery(depth)) }"
  }

  private mutating func float(_ depth: Int) -> String {
    switch number(0...7) {
    case 0, 1: return "(\(expression(.float, depth)) \(pick(["+", "-", "*"])) \(expression(.float, depth)))"
    case 2: return "(\(expression(.float, depth)) / \(pick(["2.0", "0.5", "4.0"])))"
    case 3: return "toFloat(\(expression(.float, depth)))"
    case 4: return "abs(\(expression(.float, depth)))"
    case 5: return "(\(expression(.float, depth)) + 0.25)"
    case 6: return "toFloat(toString(\(expression(.float, 0))))"
    default: return "-\(leaf(.float))"
    }
  }

  // MARK: - Texts

  private mutating func string(_ depth: Int) -> String {
    switch number(0...11) {
    case 0, 1: return "(\(expression(.string, depth)) \(pick(["+", "||"])) \(expression(.string, depth)))"
    case 2: return "\(pick(["toUpper", "toLower", "trim", "lTrim", "rTrim", "reverse"]))(\(expression(.string, depth)))"
    case 3: return "substring(\(expression(.string, depth)), \(number(0...2))\(chance(50) ? ", \(number(0...2))" : ""))"
    case 4: return "\(pick(["left", "right"]))(\(expression(.string, depth)), \(number(0...2)))"
    case 5: return "replace(\(expression(.string, depth)), \(expression(.string, 0)), \(expression(.string, 0)))"
    case 6: return "toString(\(expression(pick([.integer, .float, .boolean, .string, .date]), depth)))"
    case 7: return "\(expression(.list(.string), depth))[\(number(-1...1))]"
    case 8 where !variables(.relationship).isEmpty: return "type(\(variable(.relationship) ?? "null"))"
    case 9: return "head(split(\(expression(.string, depth)), 'b'))"
    case 10: return "(\(expression(.string, depth)) + \(expression(.integer, 0)))"
    default: return "{a: \(expression(.string, depth))}['a']"
    }
  }
}
