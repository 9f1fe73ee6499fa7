import Cypher
import Graph
import Query
import Testing

@Suite struct SchemaProceduresTests {
  private func engine() throws -> QueryEngine {
    try QueryEngine.over(
      """
      CREATE (a:Person:Spy {name: 'a', age: 4}), (b:Person {name: 'b'}), (c:City {tags: ['x', 'y'], mixed: 1}),
        (d:City {mixed: 'x'}), (e {k: 1.5}),
        (a)-[:KNOWS {since: 1}]->(b), (b)-[:KNOWS]->(a), (a)-[:LIVES_IN]->(c), (e)-[:LIVES_IN]->(c)
      """)
  }

  @Test func `the graph of the graph has a node for each label and a relationship for each way labels are joined`() throws {
    let records = try engine().run("CALL db.schema.visualization()", parameters: [:]).allRecords()
    guard case .list(let nodes) = records[0][0], case .list(let relationships) = records[0][1] else {
      Issue.record("not two lists")
      return
    }
    #expect(nodes.map(\.literal).sorted() == ["(:City {name: 'City'})", "(:Person {name: 'Person'})", "(:Spy {name: 'Spy'})"])
    var labels: [NodeID: String] = [:]
    for case .node(let node) in nodes { labels[node.id] = node.labels[0] }
    let links = relationships.compactMap { value -> String? in
      guard case .relationship(let relationship) = value, let content = relationship.content else { return nil }
      return "\(labels[content.source] ?? "") \(content.type) \(labels[content.target] ?? "")"
    }
    #expect(
      links.sorted() == [
        "Person KNOWS Person", "Person KNOWS Spy", "Person LIVES_IN City", "Spy KNOWS Person", "Spy LIVES_IN City",
      ])
  }

  @Test func `its elements can be asked as others can`() throws {
    let engine = try engine()
    let nodes = try engine.literals(
      "CALL db.schema.visualization() YIELD nodes UNWIND nodes AS n RETURN n.name, labels(n), keys(n) ORDER BY n.name")
    #expect(nodes[0] == ["'City'", "['City']", "['name']"] && nodes.count == 3)
    let relationships = try engine.literals(
      """
      CALL db.schema.visualization() YIELD relationships UNWIND relationships AS r
      RETURN type(r), r.name, count(*) AS n ORDER BY n DESC
      """)
    #expect(relationships == [["'KNOWS'", "'KNOWS'", "3"], ["'LIVES_IN'", "'LIVES_IN'", "2"]])
    #expect(
      try engine.column("CALL db.schema.visualization() YIELD nodes RETURN [n IN nodes | id(n) > 100]") == ["[true, true, true]"])
  }

  @Test func `properties of nodes by their labels`() throws {
    #expect(
      try engine().literals("CALL db.schema.nodeTypeProperties()") == [
        ["''", "[]", "'k'", "['Float']", "true"],
        ["':`City`'", "['City']", "'mixed'", "['Integer', 'String']", "true"],
        ["':`City`'", "['City']", "'tags'", "['StringArray']", "false"],
        ["':`Person`'", "['Person']", "'name'", "['String']", "true"],
        ["':`Person`:`Spy`'", "['Person', 'Spy']", "'age'", "['Integer']", "true"],
        ["':`Person`:`Spy`'", "['Person', 'Spy']", "'name'", "['String']", "true"],
      ])
  }

  @Test func `properties of relationships by their type, nulls where there are none`() throws {
    #expect(
      try engine().literals("CALL db.schema.relTypeProperties()") == [
        ["':`KNOWS`'", "'since'", "['Integer']", "false"], ["':`LIVES_IN`'", "null", "null", "false"],
      ])
  }

  @Test func `the program says its name and version`() throws {
    #expect(
      try engine().literals("CALL dbms.components() YIELD name, versions, edition")
        == [["'dossier'", "['\(Version.text)']", "'embedded'"]])
  }
}
