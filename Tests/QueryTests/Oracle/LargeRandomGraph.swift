import TestSupport

/// A random graph of more nodes than a segment holds, as statements that make it: few relationships each, so that naive plans
/// come to an end, values and labels that keep to some segments, and gaps where nodes have been deleted.
struct LargeRandomGraph {
  private(set) var script: [String] = []
  private let nodeCount: Int
  private var generator: SeededGenerator

  init(nodeCount: Int, using generator: inout SeededGenerator) {
    self.nodeCount = nodeCount
    self.generator = SeededGenerator(seed: generator.next())
    script = ["CREATE INDEX FOR (n:N) ON (n.id)"]
    addNodes()
    for type in ["R", "S", "T", "R", "S"] { addRelationships(type) }
    addChanges()
    script.append("DROP INDEX node_range_N_id IF EXISTS")
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func chance() -> Bool { Bool.random(using: &generator) }

  private mutating func addNodes() {
    let cut = number(0...nodeCount)
    let (first, end) = (number(0...(nodeCount / 2)), number((nodeCount / 2)...nodeCount))
    script += [
      """
      UNWIND range(0, \(nodeCount - 1)) AS i CREATE (n:N {id: i})
      SET n.x = [0, 1, 2, 3, 0, null, null][i * \(number(3...97)) % 7],
        n.name = CASE WHEN i % 3 > 0 AND i >= \(cut) THEN ['a', 'b', 'ab', '', 'É'][i * \(number(1...13)) % 5] END,
        n.f = [0.5, -1.5, 2.25, null][i % 4],
        n.flag = CASE WHEN i > \(cut) THEN [true, false, null][i * \(number(1...5)) % 3] END,
        n.any = CASE WHEN i < \(cut) THEN i % 5
          ELSE [1, 'a', true, 2.5, [1], date('2013-01-11'), null][i * \(number(1...11)) % 7] END,
        n.day = [date('2013-01-11'), date('2012-12-31'), null][i % 3],
        n.list = [[1, 2], [], [3, 1, 2], null][i * \(number(1...9)) % 4]
      """,
      "MATCH (n:N) WHERE n.id >= \(first) AND n.id < \(end) SET n:A",
      "MATCH (n:N) WHERE n.id % \(number(2...90)) = 0 SET n:B",
      "MATCH (n:N) WHERE n.id % \(number(200...20000)) < 9 SET n:C",
    ]
  }

  /// Some types have hubs at one end.
  private mutating func addRelationships(_ type: String) {
    let hubCount = [nodeCount, nodeCount, nodeCount / 5 + 1, nodeCount / 50 + 1].randomElement(using: &generator)!
    let even = "i * \(number(1...9973)) % \(nodeCount)"
    let hub = "(i * \(number(1...9973)) + i / \(number(3...9))) % \(hubCount)"
    let (source, target) = chance() ? (even, hub) : (hub, even)
    script.append(
      """
      UNWIND range(0, \(number((nodeCount / 10)...(nodeCount * 2 / 3)))) AS i
      MATCH (a:N {id: \(source)}), (b:N {id: \(target)})
      CREATE (a)-[:\(type) {id: i, w: CASE WHEN i % 3 > 0 THEN i % \(number(2...5)) END}]->(b)
      """)
  }

  /// Loops, parallel relationships, what has been deleted, and in half of the graphs a segment without nodes.
  private mutating func addChanges() {
    script += [
      "MATCH (a:N) WHERE a.id % \(number(5...4000)) = 1 CREATE (a)-[:R {w: 1}]->(a)",
      "MATCH (a:N)-[r:S]->(b) WHERE r.id % \(number(4...40)) = 1 CREATE (a)-[:T {w: 2, id: r.id}]->(b)",
      "MATCH (a:N)-[r:S]->(b) WHERE r.id % \(number(4...40)) = 1 DELETE r",
    ]
    if chance() { script.append("MATCH (a:N) WHERE a.id % \(number(7...90)) = 3 DETACH DELETE a") }
    if chance() { script.append("MATCH (a:N) WHERE a.id >= 16000 AND a.id < 33000 DETACH DELETE a") }
  }
}
