// Patterns that are only counted, with what makes counting hard: cycles, what must differ, what must not be there, what may be.
extension QueryGenerator {
  mutating func countingStatement() -> GeneratedQuery {
    hopsLeft = number(2...5)
    var clauses = [countedMatch()]
    while hopsLeft > 0 && chance(65) { clauses.append(chance(20) ? optionalPart() : countedMatch()) }
    return GeneratedQuery(text: (clauses + [countingReturn()]).joined(separator: " "))
  }

  private mutating func countedMatch() -> String {
    var paths = [countedPath(length: min(hopsLeft, number(0...3)))]
    if hopsLeft > 0 && chance(25) { paths.append(countedPath(length: min(hopsLeft, number(1...2)))) }
    let text = "MATCH " + paths.joined(separator: ", ")
    guard chance(60) else { return text }
    return text + " WHERE " + (0...number(0...2)).map { _ in countedCondition() }.joined(separator: " AND ")
  }

  /// What hangs on one node; nothing else of the statement reads it.
  private mutating func optionalPart() -> String {
    guard let start = variable(.node) else { return countedMatch() }
    let outer = scope
    defer { scope = outer }
    hopsLeft -= 1
    var text = "OPTIONAL MATCH (\(start))\(countedRelationship())\(countedNode())"
    if chance(30) { text += countedRelationship() + countedNode() }
    return text
  }

  private mutating func countedPath(length: Int) -> String {
    hopsLeft -= max(1, length)
    var text = countedNode()
    for _ in 0..<length { text += countedRelationship() + countedNode() }
    return text
  }

  private mutating func countedNode() -> String {
    if let known = variable(.node), chance(40) { return "(\(known))" }
    let label = chance(35) ? ":\(pick(RandomGraph.labels))" : ""
    return chance(25) ? "(\(label))" : "(\(bind("n", .node))\(label))"
  }

  private mutating func countedRelationship() -> String {
    if hopsLeft > 0 && chance(15) {
      hopsLeft -= 1
      return arrow("[\(countedTypes())*\(pick(["2", "1..2", "0..1", "0..2"]))]")
    }
    let name = chance(40) ? bind("r", .relationship) : ""
    return arrow("[\(name)\(countedTypes())]")
  }

  private mutating func countedTypes() -> String {
    switch number(0...9) {
    case 0, 1: ""
    case 2: ":\(pick(RandomGraph.types))|\(pick(RandomGraph.types))"
    default: ":\(pick(RandomGraph.types))"
    }
  }

  private mutating func countedCondition() -> String {
    guard let node = variable(.node), let other = variable(.node) else { return "true" }
    let relationships = variables(.relationship)
    let not = chance(65) ? "NOT " : ""
    switch number(0...11) {
    case 0...2: return "\(node) <> \(other)"
    case 3: return "\(not)\(node) = \(other)"
    case 4, 5: return "\(not)(\(node))\(arrow("[\(countedTypes())]"))(\(other))"
    case 6: return "\(not)(\(node))\(arrow("[\(countedTypes())]"))(:\(pick(RandomGraph.labels)))"
    case 7:
      return "\(not)EXISTS { \(chance(50) ? "MATCH " : "")(\(node))\(arrow(""))(e)\(arrow("[\(countedTypes())]"))(\(other)) }"
    case 8: return "\(not)EXISTS { (\(node))\(arrow("[\(countedTypes())]"))(e) WHERE e.x > 1 }"
    case 9: return "\(node).x \(pick(["<", "=", "<>"])) \(chance(50) ? "\(other).x" : "\(number(0...3))")"
    case 10 where !relationships.isEmpty: return "\(pick(relationships)) <> \(pick(relationships))"
    case 11 where !relationships.isEmpty: return "\(pick(relationships)).w > \(number(0...1))"
    default: return "\(node):\(pick(RandomGraph.labels))"
    }
  }

  private mutating func countingReturn() -> String {
    let relationships = variables(.relationship)
    if !relationships.isEmpty && chance(15) { return "RETURN type(\(pick(relationships))) AS k, count(*) AS c" }
    guard let node = variable(.node), chance(50) else { return "RETURN count(*) AS c" }
    switch number(0...4) {
    case 0: return "RETURN \(node) AS k, count(*) AS c"
    case 1: return "RETURN \(node).x AS k, count(*) AS c, sum(\(node).id) AS s, min(\(node).id) AS m"
    case 2: return "RETURN count(DISTINCT \(node)) AS c, max(\(node).name) AS m"
    case 3: return "RETURN count(\(pick(variables(.node) + variables(.relationship)))) AS c"
    default: return "RETURN \(node).x AS k, avg(\(node).id) AS a"
    }
  }
}
