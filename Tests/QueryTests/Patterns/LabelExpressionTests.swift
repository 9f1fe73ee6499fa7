import Cypher
import Graph
import Query
import Testing

/// Label and type expressions: what they find, the same with every rule on and off.
struct LabelExpressionTests {
  static let script = """
    CREATE (a:A {id: 1}), (b:B {id: 2}), (ab:A:B {id: 3}), (c:C {id: 4}), (n {id: 5}), (abc:A:B:C {id: 6}),
      (a)-[:R {id: 1, w: 1}]->(b), (b)-[:S {id: 2, w: 2}]->(ab), (ab)-[:T {id: 3, w: 3}]->(c), (c)-[:R {id: 4, w: 4}]->(n),
      (n)-[:S {id: 5, w: 5}]->(abc), (a)-[:R {id: 6, w: 9}]->(a)
    """

  private func answers(_ query: String, _ parameters: [String: Value] = [:]) throws -> [String] {
    let engine = try QueryEngine.over(Self.script)
    let optimized = try engine.column(query, parameters)
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try engine.column(query, parameters) == optimized, "\(query)")
    return optimized
  }

  @Test(arguments: [
    ("A", "1 3 6"), ("A|B", "1 2 3 6"), ("A|C", "1 3 4 6"), ("A&B", "3 6"), ("A:B", "3 6"), ("!A", "2 4 5"), ("A&!C", "1 3"),
    ("!(A|B)", "4 5"), ("!A&!B", "4 5"), ("A&(B|C)", "3 6"), ("A&B|C", "3 4 6"), ("%", "1 2 3 4 6"), ("!%", "5"),
    ("!!A", "1 3 6"),
    ("A&B&C", "6"), ("(A&!B)|(B&!A)", "1 2"), ("Unknown", ""), ("A|Unknown", "1 3 6"), ("!Unknown", "1 2 3 4 5 6"),
    ("(A|B)&(B|C)", "2 3 6"), ("$('A')", "1 3 6"), ("$(['A', 'B'])", "3 6"), ("$any(['A', 'C'])", "1 3 4 6"),
    ("$all([])", "1 2 3 4 5 6"),
    ("$any([])", ""), ("A&!$('C')", "1 3"), ("$('A' + '')|C", "1 3 4 6"),
  ])
  func `nodes are found by label expressions in patterns and in predicates`(labels: String, ids: String) throws {
    let expected = ids.split(separator: " ").map(String.init)
    #expect(try answers("MATCH (n:\(labels)) RETURN n.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH (n) WHERE n:\(labels) RETURN n.id AS id ORDER BY id") == expected)
    guard !labels.contains(":") else { return }
    #expect(try answers("MATCH (n IS \(labels)) RETURN n.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH (n) WHERE n IS LABELED \(labels) RETURN n.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH (n) WHERE NOT n IS NOT LABELED \(labels) RETURN n.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH ()-->(n:\(labels)) RETURN DISTINCT n.id AS id ORDER BY id") == expected.filter { $0 != "" })
  }

  @Test(arguments: [
    ("R", "1 4 6"), ("R|S", "1 2 4 5 6"), ("R|:S", "1 2 4 5 6"), ("!R", "2 3 5"), ("!R&!S", "3"), ("%", "1 2 3 4 5 6"),
    ("!%", ""),
    ("R&S", ""), ("R&!S", "1 4 6"), ("(R|S)&!S", "1 4 6"), ("Unknown", ""), ("!Unknown", "1 2 3 4 5 6"), ("Unknown|T", "3"),
    ("$('R')", "1 4 6"), ("$any(['R', 'T'])", "1 3 4 6"), ("$all(['R', 'T'])", ""), ("!R&$any(['R', 'T'])", "3"),
  ])
  func `relationships are found by type expressions in patterns and in predicates`(types: String, ids: String) throws {
    let expected = ids.split(separator: " ").map(String.init)
    #expect(try answers("MATCH ()-[r:\(types)]->() RETURN r.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH (b)<-[r:\(types)]-(a) RETURN r.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH ()-[r:\(types)]-() RETURN DISTINCT r.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH p = ()-[:\(types)*1..1]->() RETURN relationships(p)[0].id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH ()-[r]->() MATCH (a)-[r:\(types)]->(b) RETURN r.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH ()-[:\(types)]->() RETURN count(*) AS c") == ["\(expected.count)"])
    guard !types.contains(":") else { return }
    #expect(try answers("MATCH ()-[r]->() WHERE r:\(types) RETURN r.id AS id ORDER BY id") == expected)
    #expect(try answers("MATCH ()-[r IS \(types)]->() RETURN r.id AS id ORDER BY id") == expected)
  }

  @Test(arguments: [
    ("MATCH (n) RETURN n:A|B AS x ORDER BY n.id", "true true true false false true"),
    ("OPTIONAL MATCH (n:Unknown) RETURN n:A|B, n IS LABELED A", "null"),
    ("WITH null AS n RETURN n:%", "null"), ("WITH null AS n RETURN n:!A", "null"),
    ("MATCH (n) WITH collect(n) AS ns RETURN [n IN ns WHERE n:A | n.id]", "[1, 3, 6]"),
    ("MATCH (n) WITH collect(n) AS ns RETURN [n IN ns WHERE n:A|C | n.id]", "[1, 3, 4, 6]"),
    ("MATCH (n) WITH collect(n) AS ns RETURN size([n IN ns WHERE (n:A|C)])", "4"),
    ("MATCH (n) WITH collect(n) AS ns RETURN [n IN ns WHERE n:A|C | [m IN ns WHERE m:B|C | m.id][0]]", "[2, 2, 2, 2]"),
    ("MATCH (n {id: 1}) RETURN [(n)-[r:R|S]->(m:A|B) WHERE m:A|B | r.id]", "[6, 1]"),
    ("MATCH (n {id: 2}) RETURN reduce(s = 0, x IN [m IN [n] WHERE m:A|B | m.id] | s + x)", "2"),
    ("MATCH (n) WITH collect(n) AS ns RETURN [n IN ns WHERE n:A | n:B|C]", "[false, true, true]"),
    ("MATCH (n) WITH collect(n) AS ns RETURN [n IN ns WHERE n:A|(C&!A) | n.id]", "[1, 3, 4, 6]"),
    ("MATCH (n {id: 1}) RETURN CASE WHEN n:B|C THEN 'x' ELSE 'y' END", "'y'"),
    ("MATCH (n) WHERE EXISTS { (n)-[:!R]->(:A|B) } RETURN collect(n.id)", "[2, 5]"),
    ("MATCH (n) WHERE (n)-[:!R]->(:A&B) RETURN collect(n.id)", "[2, 5]"),
    ("MATCH (n:(A|B)&!C)--(m:%) RETURN count(*)", "6"),
    ("MATCH p = shortestPath((:A {id: 1})-[:R|S*]->(x {id: 3})) RETURN length(p)", "2"),
    ("MATCH p = shortestPath((:A {id: 1})-[:!T*]->(x {id: 4})) RETURN length(p)", nil),
  ])
  func `label expressions work wherever a predicate or a pattern does`(query: String, expected: String?) throws {
    let found = try answers(query)
    #expect(found.joined(separator: " ") == expected ?? "")
  }

  @Test func `a choice of labels is read from the scans of each and gives a node once`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 3000) AS i CREATE (:A {i: i}), (:A:B {i: i}), (:B {i: i}), (:C)")
    #expect(try engine.column("MATCH (n:A|B) RETURN count(*)") == ["9000"])
    #expect(try engine.column("MATCH (n:A|B|Nothing) RETURN count(DISTINCT n)") == ["9000"])
    #expect(try engine.column("MATCH (n:A&B|C) RETURN count(*)") == ["6000"])
    #expect(try engine.column("UNWIND [1, 2] AS x MATCH (n:A|B) RETURN count(*)") == ["18000"])
    func names(_ query: String) throws -> [String] {
      var names: [String] = []
      var next: PlanDescription? = try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan
      while let plan = next {
        names.append(plan.details.isEmpty ? plan.name : "\(plan.name) \(plan.details)")
        next = plan.children.first
      }
      return names
    }
    #expect(try names("MATCH (n:A|B) RETURN n.i").suffix(2) == ["NodeByLabelScan (n:A|B)", "Argument"])
    #expect(try names("MATCH (n:A&B|C) RETURN n.i").contains { $0.hasPrefix("Filter") })
    #expect(try names("MATCH (n) WHERE n:A OR n:C RETURN n.i").contains("NodeByLabelScan (n:A|C)"))
    #expect(try engine.column("MATCH (n) WHERE n:A OR n:B OR n:C RETURN count(*)") == ["12000"])
    #expect(try names("MATCH (n:A&!B) RETURN n.i").contains("NodeByLabelScan (n:A)"))
  }
}
