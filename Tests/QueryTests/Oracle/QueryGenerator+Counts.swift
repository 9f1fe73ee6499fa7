// Patterns that are only counted, with what makes counting hard: cycles, what must differ, what must not be there, what may be.
extension QueryGenerator {
  mutating func countingStatement() -> GeneratedQuery {
    hopsLeft = number(2...5)
    var clauses = [countedMatch()]
    while hopsLeft > 0 && chance(65) { clauses.append(chance(25) ? optionalPart() : countedMatch()) }
    if chance(15) { clauses.append("WITH * WHERE \(countedCondition())") }
    return GeneratedQuery(text: (clauses + [countingReturn()]).joined(separator: " "))
  }

  /// Counts in the transaction that has changed the graph: what is known of labels, degrees and neighbours has to follow.
  mutating func countingOfChanges() -> GeneratedQuery {
    let changes = (0...number(0...3)).map { _ -> String in
      scope = []
      hopsLeft = 2
      return chance(50) ? countedChange() : updatingStatement().text
    }
    scope = []
    var query = countingStatement()
    query.changes = changes
    // In the statement that changes the graph, once or for each of some rows.
    query.updates = chance(35)
    if query.updates { query.text = "\(countedChange()) WITH count(*) AS before CALL () { \(query.text) } RETURN *" }
    if query.updates && chance(30) {
      query.text = "UNWIND [1, 2] AS i \(countedChange()) WITH DISTINCT i CALL () { \(query.text) } RETURN *"
    }
    return query
  }

  /// Adds and takes away labels, relationships beside others, and nodes.
  private mutating func countedChange() -> String {
    let (label, other, type) = (pick(RandomGraph.labels), pick(RandomGraph.labels), pick(RandomGraph.types))
    switch number(0...8) {
    case 0: return "MATCH (n) WHERE n.id % \(number(1...3)) = 0 SET n:\(label)"
    case 1: return "MATCH (n:\(label)) WHERE n.id % \(number(1...3)) = 0 REMOVE n:\(label)"
    case 2: return "MATCH (n)-[r\(countedTypes())]->() WHERE r.id % \(number(1...4)) = 0 DELETE r"
    case 3: return "MATCH (n) WHERE n.id % \(number(2...5)) = 1 DETACH DELETE n"
    case 4: return "MATCH (n)-[r\(countedTypes())]->(m) WHERE r.id % 3 = 0 CREATE (n)-[:\(type) {w: r.w}]->(m)"
    case 5: return "MATCH (n)-[r:\(type)]->(m) CREATE (m)-[:\(pick(RandomGraph.types)) {id: r.id}]->(n)"
    case 6: return "MATCH (n:\(label)), (m:\(other)) WHERE (n.id * 2 + m.id) % 5 = 0 CREATE (n)-[:\(type) {w: n.id % 3}]->(m)"
    case 7: return "MATCH (n) WHERE NOT n:\(label) DETACH DELETE n"
    default: return "MATCH (n:\(label)) CREATE (n)-[:\(type)]->(:\(other) {x: n.x, id: n.id + 100})"
    }
  }

  private mutating func countedMatch() -> String {
    var paths = [chance(20) ? countedCycle() : countedPath(length: min(hopsLeft, number(0...3)))]
    if hopsLeft > 0 && chance(25) { paths.append(countedPath(length: min(hopsLeft, number(1...2)))) }
    let pattern = paths.joined(separator: ", ")
    // What may be repeated without an end is refused.
    let isBounded = !pattern.contains("*]") && !pattern.contains("..]")
    let text = "MATCH " + (isBounded && chance(6) ? "REPEATABLE ELEMENTS " : "") + pattern
    guard chance(60) else { return text }
    return text + " WHERE " + (0...number(0...2)).map { _ in countedCondition() }.joined(separator: " AND ")
  }

  /// What hangs on one node. What follows may ask for its variables, which then are null or not.
  private mutating func optionalPart() -> String {
    guard let start = variable(.node) else { return countedMatch() }
    let outer = scope
    hopsLeft -= 1
    var text = "OPTIONAL MATCH (\(start))\(countedRelationship())\(countedNode())"
    if chance(30) { text += countedRelationship() + countedNode() }
    if chance(30) { text += " WHERE \(countedCondition())" }
    if chance(80) { scope = outer }
    return text
  }

  private mutating func countedPath(length: Int) -> String {
    hopsLeft -= max(1, length)
    var text = countedNode()
    for _ in 0..<length { text += countedRelationship() + countedNode() }
    return text
  }

  /// Back to where it begins: a loop, two relationships between two nodes, or a longer way round.
  private mutating func countedCycle() -> String {
    let length = min(max(1, hopsLeft), number(1...5))
    hopsLeft -= length
    let start = variable(.node) ?? bind("n", .node)
    var text = "(\(start))"
    for _ in 1..<max(1, length) { text += countedRelationship() + countedNode() }
    return text + countedRelationship() + "(\(start))"
  }

  private mutating func countedNode() -> String {
    if let known = variable(.node), chance(40) { return "(\(known))" }
    let label = chance(35) ? countedLabels() : ""
    let map = chance(6) ? " {x: \(number(0...3))}" : ""
    return chance(25) ? "(\(label)\(map))" : "(\(bind("n", .node))\(label)\(map))"
  }

  private mutating func countedLabels() -> String { chance(80) ? ":\(pick(RandomGraph.labels))" : labels() }

  private mutating func countedRelationship() -> String {
    if hopsLeft > 0 && chance(15) {
      hopsLeft -= 1
      if chance(25) { return arrow("[\(countedTypes())]") + pick(["{2}", "{1,2}", "{0,1}", "{,2}"]) }
      if chance(40) { return arrow("[\(countedTypes())*\(pick(["", "1..", "0..", "2.."]))]") }
      let map = chance(20) ? " {w: \(number(0...2))}" : ""
      return arrow("[\(countedTypes())*\(pick(["2", "1..2", "0..1", "0..2", "1..3"]))\(map)]")
    }
    let name = chance(50) ? bind("r", .relationship) : ""
    let map = chance(6) ? " {w: \(number(0...2))}" : ""
    let condition = name.isEmpty || !map.isEmpty || chance(92) ? "" : " WHERE \(name).w > \(number(0...1))"
    return arrow("[\(name)\(countedTypes())\(map)\(condition)]")
  }

  mutating func countedTypes() -> String {
    switch number(0...19) {
    case 0...3: ""
    case 4, 5: ":\(pick(RandomGraph.types))|\(pick(RandomGraph.types))"
    case 6: pick([":!R", ":%", ":$('S')", ":$any(['R', 'T'])"])
    default: ":\(pick(RandomGraph.types))"
    }
  }

  private mutating func countingReturn() -> String {
    let relationships = variables(.relationship)
    if !relationships.isEmpty && chance(15) { return typedReturn(pick(relationships)) }
    guard let node = variable(.node), chance(50) else { return "RETURN count(*) AS c" }
    switch number(0...7) {
    case 0: return "RETURN \(node) AS k, count(*) AS c"
    case 1: return "RETURN \(node).x AS k, count(*) AS c, sum(\(node).id) AS s, min(\(node).id) AS m"
    case 2: return "RETURN count(DISTINCT \(node)) AS c, max(\(node).name) AS m"
    case 3: return "RETURN count(\(pick(variables(.node) + variables(.relationship)))) AS c"
    case 7: return "RETURN size([(\(node))--(e) WHERE e.x > 0 | e]) AS k, count(*) AS c, max(\(node).f) AS m"
    case 4: return "RETURN labels(\(node)) AS \(Self.bagName), count(*) AS c, count(DISTINCT \(node).x) AS d, sum(\(node).f) AS f"
    case 5: return "RETURN \(node).x + 1 AS k, \(node).name AS l, count(\(node).any) AS c, sum(DISTINCT \(node).x) AS s"
    default: return "RETURN \(node).x AS k, avg(\(node).id) AS a"
    }
  }

  private static let bagName = GeneratedQuery.bagPrefix + "k"

  private mutating func typedReturn(_ relationship: String) -> String {
    guard let node = variable(.node), chance(50) else { return "RETURN type(\(relationship)) AS k, count(*) AS c" }
    return chance(50)
      ? "RETURN type(\(relationship)) AS k, \(node).x AS l, count(*) AS c, max(\(node).id) AS m"
      : "RETURN \(node) AS k, type(\(relationship)) + '!' AS t, count(\(relationship)) AS c"
  }
}
