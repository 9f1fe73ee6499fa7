import TestSupport

/// A random reading query that always has one answer: what it returns does not hang on the order of rows.
struct RandomQuery {
  private(set) var text = ""
  private var generator: SeededGenerator
  /// Variables that the next clause can use.
  private var nodes: [String] = []
  private var relationships: [String] = []
  private var count = 0

  init(using generator: inout SeededGenerator) {
    self.generator = SeededGenerator(seed: generator.next())
    addMatch(isOptional: chance(10))
    if chance(40) { addMatch(isOptional: chance(50)) }
    if chance(30) { addWith() }
    if chance(15) { addMatch(isOptional: chance(50)) }
    addReturn()
  }

  // MARK: - Dice

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func pick(_ items: [String]) -> String { items.randomElement(using: &generator)! }

  private mutating func fresh(_ stem: String) -> String {
    count += 1
    return "\(stem)\(count)"
  }

  // MARK: - Patterns

  private mutating func addMatch(isOptional: Bool) {
    var paths: [String] = []
    for _ in 0...(chance(25) ? 1 : 0) { paths.append(path()) }
    text += (isOptional ? "OPTIONAL MATCH " : "MATCH ") + paths.joined(separator: ", ")
    if chance(50) { text += " WHERE " + condition() }
    text += " "
  }

  private mutating func path() -> String {
    var path = node()
    for _ in 0..<[0, 1, 1, 1, 2, 2, 3].randomElement(using: &generator)! { path += relationship() + node() }
    return path
  }

  private mutating func node() -> String {
    if !nodes.isEmpty && chance(35) { return "(\(pick(nodes)))" }
    var name = ""
    if chance(75) {
      name = fresh("n")
      nodes.append(name)
    }
    let label = chance(40) ? ":" + pick(RandomGraph.labels) : ""
    let properties = chance(15) ? " {x: \(number(0...3))}" : ""
    return "(\(name)\(label)\(properties))"
  }

  private mutating func relationship() -> String {
    let types = chance(60) ? ":" + (chance(20) ? "R|S" : pick(RandomGraph.types)) : ""
    var inside = types
    if chance(20) {
      inside = types + "*" + pick(["1..2", "0..2", "..2", "2", "1..3"])
    } else if chance(40) {
      let name = fresh("r")
      relationships.append(name)
      inside = name + types + (chance(20) ? " {w: \(number(0...2))}" : "")
    }
    return pick(["-[\(inside)]->", "<-[\(inside)]-", "-[\(inside)]-"])
  }

  // MARK: - Conditions

  private mutating func condition() -> String {
    let first = predicate()
    switch number(0...5) {
    case 0: return first + " AND " + predicate()
    case 1: return first + " OR " + predicate()
    case 2: return "NOT (" + first + ")"
    default: return first
    }
  }

  private mutating func predicate() -> String {
    guard !nodes.isEmpty else { return "true" }
    let a = pick(nodes)
    let b = pick(nodes)
    let arrow = pick(["-->", "<--", "--", "-[:R]->", "-[:S*1..2]-"])
    switch number(0...9) {
    case 0: return "\(a).x = \(b).x"
    case 1: return "\(a).x \(pick(["<", "<=", ">", ">=", "="])) \(number(0...3))"
    case 2: return "\(a):\(pick(RandomGraph.labels))"
    case 3: return "\(a) <> \(b)"
    case 4: return "\(a).name STARTS WITH 'a'"
    case 5: return "\(a).x IN [0, 2, null]"
    case 6: return "(\(a))\(arrow)(\(b))"
    case 7: return "(\(a))\(arrow)(:\(pick(RandomGraph.labels)))"
    case 8: return "EXISTS { (\(a))\(arrow)(m) WHERE m.x = \(a).x }"
    default: return "COUNT { (\(a))\(arrow)() } > \(number(0...1))"
    }
  }

  // MARK: - Projections

  private mutating func addWith() {
    guard !nodes.isEmpty else { return }
    let kept = nodes.filter { _ in chance(70) }
    guard let first = kept.first else { return }
    switch number(0...2) {
    case 0: text += "WITH DISTINCT \(kept.joined(separator: ", ")) "
    case 1: text += "WITH \(kept.joined(separator: ", ")), count(*) AS c "
    default: text += "WITH \(kept.joined(separator: ", ")) "
    }
    nodes = kept
    relationships = []
    if chance(50) { text += "WHERE \(first).x >= \(number(0...2)) " }
  }

  private mutating func addReturn() {
    guard !nodes.isEmpty else {
      text += "RETURN count(*) AS c"
      return
    }
    let a = pick(nodes)
    let b = pick(nodes)
    switch number(0...7) {
    case 0: text += "RETURN count(*) AS c"
    case 1: text += "RETURN count(DISTINCT \(a)) AS c, max(\(b).x) AS m"
    case 2: text += "RETURN \(a).x AS k, count(*) AS c, sum(\(b).x) AS s"
    case 3: text += "RETURN DISTINCT \(a), \(b).name AS k"
    case 4: text += "RETURN \(a).id AS i, \(b).id AS j ORDER BY i DESC, j LIMIT \(number(0...5))"
    case 5: text += "RETURN \(a).id AS i, count(\(b)) AS c ORDER BY c, i SKIP \(number(0...2))"
    case 6 where !relationships.isEmpty: text += "RETURN \(pick(relationships)) AS r, \(a).id AS i"
    default: text += "RETURN " + nodes.map { "\($0).id AS id_\($0)" }.joined(separator: ", ")
    }
  }
}
