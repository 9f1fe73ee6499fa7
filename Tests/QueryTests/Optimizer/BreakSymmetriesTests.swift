import Query
import Testing

/// Patterns that look alike from several variables are counted as if each binding had been looked for.
struct BreakSymmetriesTests {
  /// Cliques of several sizes that overlap, a hub, parallel relationships, and persons of whom not all have the label.
  private static let script = [
    "UNWIND range(0, 39) AS i CREATE (p:Person {id: i}) FOREACH (x IN CASE WHEN i % 4 > 0 THEN [1] ELSE [] END | SET p:Adult)",
    "MATCH (a:Person), (b:Person) WHERE a.id < b.id AND (b.id - a.id < 4 OR a.id = 7) CREATE (a)-[:KNOWS]->(b)",
    "MATCH (a:Person)-[:KNOWS]->(b) WHERE a.id % 5 = 0 CREATE (b)-[:KNOWS]->(a), (a)-[:LIKES]->(b)",
  ]

  static let queries = [
    "MATCH (a)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(a) RETURN count(*)",
    "MATCH (a:Adult)-[:KNOWS]-(b:Adult)-[:KNOWS]-(c:Adult)-[:KNOWS]-(a) RETURN count(*)",
    "MATCH (a:Adult)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(a) RETURN count(*)",
    "MATCH (a)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(a), (d)-[:KNOWS]-(a), (d)-[:KNOWS]-(b), (d)-[:KNOWS]-(c) RETURN count(*)",
    "MATCH (a)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(a), (d)-[:KNOWS]-(a), (d)-[:KNOWS]-(b), (d)-[:KNOWS]-(c) RETURN a, count(*)",
    "MATCH (a)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(a), (d)-[:LIKES]-(a), (d)-[:KNOWS]-(b), (d)-[:KNOWS]-(c) RETURN count(*)",
    "MATCH (a)-[:KNOWS]->(b)-[:KNOWS]->(c)-[:KNOWS]-(a) RETURN count(*)",
    // Which of two is the hub depends on what they are joined by.
    "MATCH (a)-[:KNOWS]-(b)-[:LIKES]-(a) RETURN count(*)",
    "MATCH (a)-[:KNOWS]-(b)-[]-(a) RETURN count(*)",
    "MATCH (a)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(a), (a)-[:LIKES]->(x) RETURN count(*)",
    "MATCH (a)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(d)-[:KNOWS]-(a) RETURN count(*)",
    "MATCH (a)-[:KNOWS]-(b)-[:KNOWS]-(c)-[:KNOWS]-(d)-[:KNOWS]-(a), (a)-[:KNOWS]-(c) RETURN count(*)",
  ]

  @Test(arguments: queries, [false, true])
  func `the count is the same`(query: String, hasLoop: Bool) throws {
    var script = Self.script
    if hasLoop { script.append("MATCH (a:Person {id: 9}) CREATE (a)-[:KNOWS]->(a)") }
    let plans = try BothPlans(script)
    let sorted: ([[String]]) -> [String] = { rows in rows.map { $0.joined(separator: " | ") }.sorted() }
    let found = try sorted(plans.optimized.literals(query))
    #expect(try found == sorted(plans.naive.literals(query)))
    plans.optimized.disabledRules = ["BreakSymmetries"]
    #expect(try found == sorted(plans.optimized.literals(query)))
    #expect(found != ["0"])
  }
}
