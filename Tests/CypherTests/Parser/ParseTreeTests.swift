import Cypher
import Testing
import TestSupport

@Suite struct ParseTreeTests {
  static let texts = [
    "MATCH (a:Person {name: 'Ana'})-[r:SAYS|WROTE*1..3]->(c:Claim) WHERE a.age >= 18 AND NOT c.denied RETURN a, count(*) AS n",
    "RETURN 1 + 2 * 3 ^ 4 - -5",
    "RETURN NOT a = b OR c XOR d AND e",
    "RETURN 1 < 2 <= 3 <> x",
    "RETURN a = b IN c IS NULL",
    "RETURN x.y[1]['k'][1..][..2].z:Label",
    "RETURN - 9223372036854775808, -x.y, -5[0], - - 1, 0x1F, 0o17, .5, 1e-3",
    "RETURN 'it\\'s' STARTS WITH 'a' + \"b\\u0041\\n\" ENDS WITH 'c' CONTAINS 'd'",
    "RETURN [x IN [1, 2, 3] WHERE x > 1 | x * 2], [(a)-->(b) WHERE b.x | b.y], [1 IN x], [x]",
    "RETURN all(x IN list WHERE x > 0), reduce(sum = 0, x IN list | sum + x), count(DISTINCT n.x)",
    "RETURN CASE x WHEN 1 THEN 'a' ELSE 'b' END, CASE WHEN x THEN 1 END",
    "RETURN {a: 1, `b c`: {}}, n {.name, .*, other: 1, x}, $p, $0, $`a b`",
    "MATCH (n) WHERE (n)-[:KNOWS]->() AND EXISTS { (n)--(m) WHERE m.x } AND COUNT { MATCH (n) RETURN n } > 1 RETURN n",
    "MATCH (a:A|B&!(C|%) WHERE a.x > 1)-[r:!R&!S* WHERE r.w]->(:$(x)&$any(y))",
    "MATCH (IS A)-[r IS R]->(WHERE true) WHERE a IS LABELED A|B",
    "RETURN x IS TYPED INTEGER NOT NULL, x IS NOT :: LIST<STRING | ANY<FLOAT | NULL>> NOT NULL, x :: INT | BOOL LIST, y IS TRUE",
    "RETURN 'a' || b IS NOT NFKD NORMALIZED, c IS NORMALIZED, CAST(x AS TIMESTAMP WITH TIME ZONE), d IS NOT UNKNOWN",
    "MATCH (n) WHERE n:A:B AND n IS NOT LABELED C RETURN [n IN x WHERE n:A|B | n.y], [n IN x WHERE (n:A|B)]",
    "MATCH (n) SET n:A:$(x), n[k] = 1, n IS B REMOVE n:$(x), n[k]",
    "MATCH p = shortestPath((a)-[*]-(b)), (c)<--(d), (e)<-->(f) RETURN allShortestPaths((a)-[:T*..3]-(b))",
    "MATCH p = (a)-[r:R {x: 1}]->{2,5}(b)<-[:S]-+(c)--{,3}(d)-->*(e) RETURN p",
    "MATCH ((a)-[r]->(b) WHERE a.x < b.x){1,5} ((c)-->(d))+ (e) RETURN a",
    "MATCH p = SHORTEST 2 TRAIL PATHS ((a)-->+(b) WHERE a.x > 1), q = ALL SHORTEST (c)-->(d), SHORTEST 3 GROUPS (e)--+(f) FINISH",
    "MATCH REPEATABLE ELEMENTS ANY SHORTEST (a)-->+(b), ACYCLIC PATHS (c)--{1,2}(d) RETURN a",
    "OPTIONAL MATCH (n) WITH DISTINCT *, n.x AS x ORDER BY x DESC, n.y SKIP 1 LIMIT $n WHERE x RETURN *",
    "MERGE (n:A {k: 1}) ON CREATE SET n.x = 1, n += {y: 2} ON MATCH SET n = {}, n:B:C REMOVE n.z, n:D DETACH DELETE n",
    "CALL db.labels() YIELD label AS l WHERE l > 'a' RETURN l UNION ALL RETURN 1 AS l",
    "CALL test.proc",
    "EXPLAIN CREATE INDEX by_name IF NOT EXISTS FOR (n:Person) ON (n.name)",
    "CREATE CONSTRAINT FOR (n:Person) REQUIRE n.id IS UNIQUE",
    "CREATE TEXT INDEX `for` FOR ()<-[r:T]-() ON (r.how) OPTIONS {indexProvider: 'text-2.0'}",
    "CREATE FULLTEXT INDEX words FOR (n:A|B) ON EACH [n.x, n.y]",
    "CREATE CONSTRAINT keys IF NOT EXISTS FOR ()-[r:T]-() REQUIRE (r.a, r.b) IS REL KEY",
    "CREATE CONSTRAINT FOR (n:A) REQUIRE n.a IS NOT NULL",
    "LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS row FIELDTERMINATOR ';' RETURN row.a",
    "DROP CONSTRAINT by_id IF EXISTS;",
    "BEGIN TRANSACTION",
    "CYPHER 25 FOR x IN [1] WITH ORDINALITY i LET y = x, z = y FILTER WHERE y > 1 ORDER BY x DESC NULLS LAST OFFSET 1 FINISH",
    "CALL (x, y) { WITH x RETURN y UNION RETURN 1 AS y } IN TRANSACTIONS OF 10 ROWS OPTIONAL CALL { CREATE (n) } FINISH",
    "FOREACH (x IN [1] | CREATE (n) FOREACH (y IN x | SET n.y = y))",
    "RETURN COLLECT { MATCH (n) RETURN n.x } AS l NEXT RETURN l[0] AS x UNION DISTINCT OPTIONAL CALL p() YIELD x RETURN x",
    "SHOW BUILT IN FUNCTIONS YIELD name AS n, category ORDER BY n LIMIT 3 WHERE n > 'a' RETURN ALL n",
  ]

  @Test func `statements are read as they always were`() throws {
    let trees = try Self.texts.map { "\($0)\n\n\(TreeText.of(try CypherParser.parse($0)))\n" }
    assertSnapshot(trees.joined(separator: "\n---\n\n"), named: "ParseTrees.txt")
  }

  @Test func `every expression knows its text`() throws {
    let text = "RETURN (a + b.c) * count( DISTINCT x ) AS total"
    guard case .query(let query) = try CypherParser.parse(text).body,
      case .return(let projection) = query.parts[0].clauses[0].kind,
      case .binary(.multiply, let left, let right) = projection.items[0].expression.kind
    else { return #expect(Bool(false), "not the tree that was meant") }
    func slice(_ span: SourceSpan) -> String {
      String(decoding: Array(text.utf8)[span.lowerBound..<span.upperBound], as: UTF8.self)
    }
    #expect(slice(left.span) == "(a + b.c)")
    #expect(slice(right.span) == "count( DISTINCT x )")
    #expect(slice(projection.items[0].expression.span) == "(a + b.c) * count( DISTINCT x )")
  }

  @Test(arguments: [
    ("RETURN n.name", "n.name"), ("RETURN  count( * ) ", "count( * )"), ("RETURN (1)+2", "(1)+2"), ("RETURN `a b`", "a b"),
    ("RETURN 1 AS one", "one"), ("RETURN 'é' + /* c */ 'x'", "'é' + /* c */ 'x'"),
  ])
  func `a column is called as it is written`(text: String, column: String) throws {
    guard case .query(let query) = try CypherParser.parse(text).body,
      case .return(let projection) = query.parts[0].clauses[0].kind
    else { return #expect(Bool(false), "not a RETURN") }
    #expect(projection.items.map(\.columnName) == [column])
  }
}
