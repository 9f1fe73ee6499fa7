// What is asked of patterns that are only counted: of a node, a relationship and its ends, two nodes, of what hangs on them.
extension QueryGenerator {
  mutating func countedCondition() -> String {
    guard let node = variable(.node) else { return "true" }
    let others = variables(.node).filter { $0 != node }
    let other = others.isEmpty || chance(8) ? node : pick(others)
    let not = chance(55) ? "NOT " : ""
    switch number(0...14) {
    case 0, 1: return "\(node) <> \(other)"
    case 2: return chance(25) ? "\(node) = \(other)" : "NOT \(node) = \(other)"
    case 3, 4: return "\(not)(\(node))\(arrow("[\(countedTypes())]"))(\(other))"
    case 5: return "\(not)(\(node))\(arrow("[\(countedTypes())]"))(:\(pick(RandomGraph.labels)))"
    case 6, 7: return not + countedExistence(node, other)
    case 8, 9: return nodeCondition(node, other)
    case 10, 11: return relationshipCondition(node) ?? "\(node) <> \(other)"
    case 12: return countedSubquery(node, other)
    case 13: return "\(not)(\(node))-[\(countedTypes())*\(pick(["", "2..", "0.."]))]->(\(pick(["", ":A", "{x: 1}"])))"
    default: return "\(node)\(chance(70) ? ":\(pick(RandomGraph.labels))" : labels())"
    }
  }

  /// Of one node or of two, which a relationship of the pattern may join.
  private mutating func nodeCondition(_ node: String, _ other: String) -> String {
    switch number(0...8) {
    case 6: "any(y IN [0, $one, \(other).x] WHERE y = \(node).x)"
    case 7: "size([(\(node))-[:S]-(e) | e.id]) \(pick([">", "="])) \(number(0...2))"
    case 8: "\(node).\(pick(["x", "id", "name"])) \(pick(["=", "<>", "<="])) \(pick(["$one", "$word", "$nothing", "$half"]))"
    case 0: "\(node).x \(pick(["<", "=", "<>"])) \(number(0...3))"
    case 1: "\(node).x + \(other).x > \(number(1...3))"
    case 2: "\(node).id \(pick(["<", "<="])) \(other).id"
    case 3: "(\(node).x < 2 OR \(other):\(pick(RandomGraph.labels)))"
    case 4: "NOT \(node).name = \(other).name"
    default: "\(node).x \(pick(["<", "=", "<>", ">="])) \(other).x"
    }
  }

  /// Of a relationship alone, of it and a node, of two of them.
  private mutating func relationshipCondition(_ node: String) -> String? {
    guard let relationship = variable(.relationship), let other = variable(.relationship) else { return nil }
    switch number(0...7) {
    case 0, 1: return "\(relationship) <> \(other)"
    case 2: return "NOT \(relationship) = \(other)"
    case 3: return "\(relationship).w >= \(node).x"
    case 4: return "\(pick(["startNode", "endNode"]))(\(relationship)) \(pick(["=", "<>"])) \(node)"
    case 5: return "type(\(relationship)) = '\(pick(RandomGraph.types))'"
    case 6: return "\(relationship).w < \(other).w"
    default: return "\(relationship).w > \(number(0...1))"
    }
  }

  /// EXISTS of what hangs on one node or on two, with conditions of its own that may read what is outside.
  private mutating func countedExistence(_ node: String, _ other: String) -> String {
    let word = chance(50) ? "MATCH " : ""
    let (first, second) = (arrow("[f\(countedTypes())]"), arrow("[\(countedTypes())]"))
    let end = pick(["e", other, other, other + ":A", ""])
    let outside = chance(15) ? variable(.node) ?? node : other
    let condition = pick([
      "", "", " WHERE e.x > 1", " WHERE e <> \(node)", " WHERE \(node).x < e.x", " WHERE f.w > 0", " WHERE \(outside).x <> e.x",
      " WHERE (e)-->(\(outside))", " WHERE NOT (e)-[:R]-()", " WHERE e.id < \(node).id AND f.w < 2", " WHERE e = \(outside)",
      " WHERE EXISTS { (\(outside))-[:S]-(e) }", " WHERE NOT EXISTS { (e)-[:S]-(\(outside)) WHERE e.x = \(node).x }",
    ])
    switch number(0...4) {
    case 0: return "EXISTS { \(word)(\(node))\(first)(e)\(condition) }"
    case 1: return "EXISTS { \(word)(\(node))\(first)(e)\(second)(g)\(arrow(""))(\(end))\(condition) }"
    case 2: return "EXISTS { \(word)(\(node))\(arrow("[f:R]"))(\(other)), (\(other))\(second)(e)\(condition) }"
    default: return "EXISTS { \(word)(\(node))\(first)(e)\(second)(\(end))\(condition) }"
    }
  }

  /// COUNT and COLLECT of what hangs on one node or on two.
  private mutating func countedSubquery(_ node: String, _ other: String) -> String {
    if chance(20) { return "COUNT { (e)\(arrow("[\(countedTypes())]"))(g)--() WHERE e.x < g.x } > \(number(0...4))" }
    let end = pick(["e", "e:B", other])
    let pattern = "(\(node))\(arrow("[f\(countedTypes())]"))(\(end))"
    let condition = pick(["", " WHERE f.w > 0", " WHERE \(other).x > 1", " WHERE f.w <> \(other).x"])
    if chance(25) {
      return "size(COLLECT { MATCH \(pattern)\(condition) RETURN f.id }) \(pick([">", "=", "<"])) \(number(0...2))"
    }
    return "COUNT { \(chance(50) ? "MATCH " : "")\(pattern)\(condition) } \(pick([">", "=", "<"])) \(number(0...2))"
  }
}
