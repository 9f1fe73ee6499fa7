// Statements that change the graph. What they make of it must not depend on the order of rows, so a clause writes constants,
// and only to one variable.
extension QueryGenerator {
  mutating func updatingStatement() -> GeneratedQuery {
    var clauses: [String] = []
    if chance(80) { clauses.append(match(isOptional: false)) } else { clauses.append(unwind()) }
    if chance(20) { clauses.append(with()) }
    clauses.append(update())
    if chance(35) { clauses.append("WITH * " + update()) }
    switch number(0...3) {
    case 0: clauses.append("RETURN count(*) AS c")
    case 1:
      clauses.append(
        "WITH count(*) AS before MATCH (z) RETURN before, z.id AS i, z.x AS x, labels(z) AS \(GeneratedQuery.bagPrefix)1")
    case 2: clauses.append("WITH count(*) AS before MATCH (y)-[q]->(z) RETURN before, count(q) AS c, sum(z.x) AS s")
    default: break
    }
    return GeneratedQuery(text: clauses.joined(separator: " "), updates: true)
  }

  private mutating func update() -> String {
    switch number(0...11) {
    case 9, 10: return foreach()
    case 11: return unitSubquery()
    case 0, 1: return create()
    case 2, 3: return merge()
    case 4, 5: return set()
    case 6: return remove()
    default: return delete()
    }
  }

  /// What a new node gets; the identity that the graph's own nodes have stays theirs.
  private mutating func constants() -> String {
    pick(["{x: 1}", "{x: 2, name: 'new'}", "{name: 'a'}", "{x: 3, list: [1, 2]}", "{day: date('2013-01-11')}"])
  }

  private mutating func create() -> String {
    let made = "(:\(pick(RandomGraph.labels)) \(constants()))"
    guard let node = variable(.node) else {
      guard let number = variable(.integer) else { return "CREATE \(made)-[:R]->(:New)" }
      return "CREATE (:\(pick(RandomGraph.labels)) {x: \(number)})"
    }
    switch number(0...3) {
    case 0: return "CREATE (\(node))-[:\(pick(RandomGraph.types)) {w: 1}]->\(made)"
    case 1: return "CREATE (\(node))<-[:\(pick(RandomGraph.types))]-(\(variable(.node) ?? node))"
    case 2: return "CREATE (:New {x: \(node).x}), \(made)"
    default: return "CREATE \(made)"
    }
  }

  private mutating func merge() -> String {
    let label = pick(RandomGraph.labels)
    var text: String
    let name = fresh("made")
    if let node = variable(.node), chance(60) {
      switch number(0...2) {
      case 0: text = "MERGE (\(node))-[\(name):\(pick(RandomGraph.types))]->(\(variable(.node) ?? node))"
      case 1: text = "MERGE (\(node))-[\(name):\(pick(RandomGraph.types)) {w: \(number(0...2))}]->(:\(label))"
      default: text = "MERGE (\(name):\(label) {x: coalesce(\(node).x, 7)})"
      }
    } else {
      text = "MERGE (\(name):\(label) {x: \(number(0...4))})"
    }
    if chance(50) { text += " ON CREATE SET \(name).seen = 1" }
    if chance(50) { text += " ON MATCH SET \(name).seen = 2" }
    return text
  }

  private mutating func set() -> String {
    guard let node = variable(.node) else { return merge() }
    switch number(0...7) {
    case 0: return "SET \(node).x = \(number(0...3)), \(node).name = 'set'"
    case 1: return "SET \(node):\(pick(RandomGraph.labels)):New"
    case 2: return "SET \(node) += {x: null, extra: [1, 2]}"
    case 3: return "SET \(node) = {id: \(node).id, x: 1}"
    case 4: return "SET \(node).x = null"
    case 5: return "SET \(node).copy = \(node).id + 1"
    case 6: return "SET (CASE WHEN \(node).id > 1 THEN \(node) END).even = true"
    default:
      guard let relationship = variable(.relationship) else { return "SET \(node).y = 'y'" }
      return "SET \(relationship).w = \(number(3...5)), \(relationship).new = true"
    }
  }

  private mutating func remove() -> String {
    guard let node = variable(.node) else { return create() }
    return pick(["REMOVE \(node).x", "REMOVE \(node):\(pick(RandomGraph.labels))", "REMOVE \(node).name, \(node):A:B"])
  }

  /// Changes for each element of a list; nested now and then.
  private mutating func foreach() -> String {
    let name = fresh("x")
    if let path = variable(.path), chance(40) { return "FOREACH (\(name) IN nodes(\(path)) | SET \(name).seen = 1)" }
    if let node = variable(.node), chance(40) {
      let condition = predicate(1)
      return "FOREACH (\(name) IN CASE WHEN \(condition) THEN [\(node)] ELSE [] END | SET \(name).seen = 1, \(name):New)"
    }
    let list = expression(.list(.integer), 1)
    let label = pick(RandomGraph.labels)
    switch number(0...3) {
    case 0: return "FOREACH (\(name) IN \(list) | MERGE (:\(label) {x: coalesce(\(name), 7)}))"
    case 1: return "FOREACH (\(name) IN \(list) | CREATE (:\(label) {x: \(name)})-[:R]->(:New))"
    case 2:
      let inner = fresh("x")
      return "FOREACH (\(name) IN \(list) | FOREACH (\(inner) IN [\(name), 5] | CREATE (:New {x: \(inner)})))"
    default:
      let made = fresh("made")
      return "FOREACH (\(name) IN \(list) | CREATE (\(made):\(label)) SET \(made).x = \(name))"
    }
  }

  /// `CALL { … }` that only changes the graph.
  private mutating func unitSubquery() -> String {
    let node = variable(.node)
    let update = inScope { generator in
      generator.scope = node.map { [Variable(name: $0, kind: .node)] } ?? []
      return generator.chance(50) ? generator.create() : generator.set()
    }
    guard let node else { return "CALL { \(update) }" }
    switch number(0...2) {
    case 0: return "CALL { WITH \(node) \(update) }"
    case 1: return "CALL (*) { \(update) }"
    default: return "CALL (\(node)) { UNWIND [1, 2] AS \(fresh("u")) \(update) }"
    }
  }

  /// Nothing that is gone is looked at again.
  private mutating func delete() -> String {
    if let relationship = variable(.relationship), chance(50) {
      scope = []
      return "DELETE \(relationship)"
    }
    guard let node = variable(.node) else { return create() }
    scope = []
    return "DETACH DELETE \(node)"
  }
}
