import TestSupport

/// A small graph that random queries have something to find in, as a CREATE statement. Numbers are few, so that they meet;
/// floats are never whole, so that no two equal values look different.
struct RandomGraph {
  static let labels = ["A", "B", "C"]
  static let types = ["R", "S", "T"]

  /// What seeks may use, of nodes and of relationships, of one key and of two, of one type and of several.
  private static let indexes = [
    "CREATE INDEX FOR (n:A) ON (n.x)", "CREATE INDEX FOR (n:B) ON (n.name)", "CREATE INDEX FOR (n:C) ON (n.x, n.name)",
    "CREATE INDEX FOR (n:A) ON (n.id)", "CREATE INDEX FOR (n:B) ON (n.any)",
    "CREATE INDEX FOR ()-[r:R]-() ON (r.w)", "CREATE INDEX FOR ()-[r:S]-() ON (r.id)",
  ]

  let script: String
  /// Statements that make the graph's indexes.
  let indexes: [String]

  init(using generator: inout SeededGenerator) {
    let nodeCount = Int.random(in: 3...9, using: &generator)
    var parts: [String] = []
    for index in 0..<nodeCount {
      let labels = Self.labels.filter { _ in Bool.random(using: &generator) }.map { ":\($0)" }.joined()
      var properties = ["id: \(index)"]
      func maybe(_ key: String, _ values: [String], percent: Int) {
        if Int.random(in: 0..<100, using: &generator) < percent {
          properties.append("\(key): \(values.randomElement(using: &generator)!)")
        }
      }
      maybe("x", ["0", "1", "2", "3"], percent: 75)
      maybe("name", ["'a'", "'b'", "'ab'", "''", "'É'"], percent: 60)
      maybe("f", ["0.5", "-1.5", "2.25"], percent: 40)
      maybe("flag", ["true", "false"], percent: 40)
      maybe("list", ["[1, 2]", "[]", "[3, 1, 2]"], percent: 40)
      maybe("day", ["date('2013-01-11')", "date('2012-12-31')", "date('2013-03-01')"], percent: 40)
      // Of several types on purpose: a column of mixed values is stored and compared in another way.
      maybe("any", ["1", "'a'", "true", "2.5", "[1]", "date('2013-01-11')"], percent: 50)
      parts.append("(n\(index)\(labels) {\(properties.joined(separator: ", "))})")
    }
    // Those of some types form no cycle.
    let acyclic = Self.types.filter { _ in Bool.random(using: &generator) }
    // Those of some types lead from a node to one at most.
    let functional = Self.types.filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    var sources = Set<String>()
    for index in 0..<Int.random(in: nodeCount...(nodeCount * 5 / 2), using: &generator) {
      let type = Self.types.randomElement(using: &generator)!
      var source = Int.random(in: 0..<nodeCount, using: &generator)
      var target = Int.random(in: 0..<nodeCount, using: &generator)
      if acyclic.contains(type) {
        if source == target { target = (source + 1) % nodeCount }
        (source, target) = (min(source, target), max(source, target))
      }
      if functional.contains(type) && !sources.insert("\(source) \(type)").inserted { continue }
      let weight = Bool.random(using: &generator) ? ", w: \(Int.random(in: 0...2, using: &generator))" : ""
      parts.append("(n\(source))-[:\(type) {id: \(index)\(weight)}]->(n\(target))")
    }
    indexes = Self.indexes.filter { _ in Bool.random(using: &generator) }
    script = "CREATE " + parts.joined(separator: ", ")
  }
}
