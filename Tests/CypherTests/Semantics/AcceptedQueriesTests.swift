import Cypher
import Testing

/// What looks wrong and is right.
@Suite struct AcceptedQueriesTests {
  @Test(arguments: [
    "MATCH (a), (b {x: a.x}) RETURN a", "CREATE (a {x: 1}), (b {y: a.x})", "CREATE (a), (a)-[:T]->(b), (b)-[:T]->(a)",
    "MATCH (n) WITH n.name AS name WHERE n.age > 1 RETURN name", "MATCH (n) RETURN n.name ORDER BY n.age",
    "MATCH (n) RETURN DISTINCT n.name ORDER BY n.name", "MATCH (n) RETURN n.age AS age, count(*) AS c ORDER BY n.age + count(*)",
    "MATCH (n) RETURN n.age, n.age + count(*)", "MATCH (n) RETURN $x + count(n) - 1", "MATCH (n) RETURN {k: collect(n)}.k[0]",
    "MATCH (a)-[r]->(b) MATCH (a)-[r]->(c) RETURN c",
    "MATCH ()-[r1]->()-[r2]->() WITH [r1, r2] AS rs MATCH ()-[rs*]->() RETURN rs",
    "MATCH (n) CREATE () WITH * RETURN n", "WITH null AS n MATCH (n) RETURN n", "MATCH (n) WHERE exists((n)-->()) RETURN n",
    "MATCH (n) RETURN [x IN [1] | n.x + x], [(n)-->(m) | m.name], all(n IN [1] WHERE n = 1)",
    "MATCH (n) RETURN CASE WHEN (n)-->() THEN 1 ELSE 2 END", "RETURN 1 AS a UNION RETURN 2 AS a UNION RETURN 3 AS a",
    "MATCH (n) RETURN n LIMIT toInteger(ceil(1.7))", "UNWIND [1, 2] AS x RETURN x ORDER BY -x SKIP $s",
    "MATCH (n) DELETE n.list[0]", "MATCH (n) SET (n).x = 1, n.y = [1, 2]", "RETURN date().year, duration('P1D').days",
    "MATCH (n) WITH n, count(*) AS c ORDER BY c WHERE c > 1 RETURN n",
    "MATCH (n) RETURN n.x AS `a b` ORDER BY `a b`", "MATCH (n) RETURN reduce(t = 0, x IN n.list | t + x) AS total",
    "MATCH (any)-[shortest:ALL]->(walk), (trail) RETURN any.paths, shortest, walk, trail",
    "MATCH (repeatable)-->(elements) MATCH different = (relationships) RETURN repeatable, elements, different",
    "MATCH (a)-[r:R]->+(b) RETURN [x IN r | x.w], size(r)",
    "MATCH ((a)-[r]->(b) WHERE a.x < b.x AND r.w > 1)+ RETURN a[0].x, size(b)",
    "MATCH (x) MATCH ((a)-->(b) WHERE b.x > x.x){2} (y) RETURN [n IN a | n.x], y", "MATCH ((a)-->(b)-->(a))+ RETURN a",
    "MATCH (p = (a)-->(b)){2} RETURN length(p[0])", "MATCH p = ANY SHORTEST ((a)-->+(b) WHERE size(a.list) > 1) RETURN p",
    "MATCH (q = (a)-->(b) WHERE length(q) = 1) RETURN q", "MATCH REPEATABLE ELEMENTS (a)-[r]->(b), (c)-[r]->(d) RETURN r",
    "MATCH REPEATABLE ELEMENTS ANY SHORTEST (a)-->+(b), (b)--(c) RETURN a", "MATCH DIFFERENT EDGES (a)-->+(b) RETURN a",
    "MATCH (n) WHERE EXISTS { ((a)-->(b))+ (n) } AND COUNT { ANY SHORTEST (n)-->+(m) } > 1 RETURN n",
    "MATCH (n:A)-[:R]-> +(m) WHERE (n)-[:R]->{2}(m) RETURN [p = (n)-[:R]->+(m) | length(p)]",
    "MATCH (explain)-[index:ON]->(profile:Match) RETURN explain.return, index, profile.`x y`",
  ])
  func `is accepted`(text: String) throws {
    do {
      try SemanticAnalyzer.check(try CypherParser.parse(text))
    } catch {
      Issue.record("\(error.rendered(in: text))")
    }
  }
}
