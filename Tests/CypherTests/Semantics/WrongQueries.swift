/// Statements that are wrong, by what is wrong with them.
enum WrongQueries {
  static let reading = [
    "", ";", "RETRUN 1", "MATCH (n) RETRUN n", "MATCH (n RETURN n", "RETURN 1 +", "RETURN [1, 2", "RETURN {a 1}",
    "RETURN {1a: 1}",
    "RETURN 'abc", "RETURN \"abc\nRETURN 1", "RETURN `abc", "RETURN 1 /* comment", "RETURN 12h4", "RETURN 0x", "RETURN 007",
    "RETURN 9223372036854775808", "RETURN 0x8000000000000000", "RETURN 1.5e999", "RETURN 42 — 41", "RETURN 1 != 2",
    "RETURN 5 # 3",
    "RETURN '\\uH123'", "RETURN '\\q'", "RETURN 'it''s'", "RETURN $", "MATCH (n) RETURN n; RETURN 1",
    "MATCH (a)-[:T..3]->(b) RETURN a",
    "MATCH (a)-[:T*-2]->(b) RETURN a", "MATCH (n:A:B|C) RETURN n", "MATCH (n:A|B:C) RETURN n", "MATCH (n IS A:B) RETURN n",
    "MATCH ()-[r:A:B]->() RETURN r", "MATCH (n:$label) RETURN n", "MATCH (n:A&) RETURN n", "MATCH (n:(A|B) RETURN n",
    "RETURN x IS NUL",
    "MATCH (n) RETURN n IS NOT Person", "MATCH (null) RETURN 1", "RETURN 1 AS LIMIT 5",
    "MATCH (n) WHERE RETURN n", "MATCH (order) RETURN limit", "RETURN 1 IS TYPED INTEGR", "RETURN 1 IS :: NUMBER",
    "RETURN 1 :: LIST<INTEGER", "RETURN CAST(1, FLOAT)", "RETURN 'a' IS NFX NORMALIZED", "RETURN x IS NOT 1",
    "MATCH p = shortestPath((a)-->(b)-->(c)) RETURN p", "CREATE (n) SET n", "SHOW ME", "DROP TABLE x", "RETURN x IS 1",
    "CREATE INDEX FOR (n:A) ON (m.x)", "RETURN CASE 1 END", "RETURN 日本語 é ☃",
  ]

  static let clauses = [
    "MATCH (n)", "CREATE (n) MATCH (m) RETURN m", "RETURN 1 AS a RETURN 2 AS b", "MATCH () RETURN *",
    "RETURN 1 AS a UNION RETURN 2 AS b", "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a", "RETURN 1 AS a, 2 AS a",
    "MATCH (n) WITH n.name RETURN 1", "MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n", "MATCH (n) RETURN n LIMIT -1",
    "USE graph MATCH (n) RETURN n", "LET x = 1, x = 2 RETURN x", "FINISH RETURN 1", "RETURN 1 AS x SHOW FUNCTIONS",
    "MATCH (n) CALL { WITH n RETURN n } RETURN n", "CALL { RETURN 1 } RETURN 1", "WITH 1 AS x CALL { RETURN x AS y } RETURN y",
    "WITH 1 AS x CALL { WITH x WHERE x = 1 RETURN x AS y } RETURN y",
    "WITH 1 AS x CALL (x) { WITH 2 AS x RETURN 1 AS y } RETURN y",
    "WITH 1 AS x CALL (x) { MATCH (n) } RETURN x", "MATCH (n) RETURN COLLECT { (n)-->(m) }",
    "MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m, n.x }", "MATCH (n) RETURN COUNT { CREATE (n) } AS c",
    "FOREACH (x IN [1] | MATCH (n))", "FOREACH (x IN 1 | CREATE (n))", "FOREACH (x IN [1] | )", "CREATE (n) NEXT RETURN 1 AS x",
    "MATCH (n) CALL (n) { CALL (n) { SET n.x = 1 } IN TRANSACTIONS }",
    "MATCH (n)-->(m) RETURN count(m) + COUNT { (n)-->() } AS c",
    "SHOW FUNCTIONS YIELD nam", "SHOW BLUE INDEXES", "CYPHER 4 RETURN 1", "FOR x IN 1 RETURN x", "MATCH (n) FILTER n RETURN n",
    "RETURN 1 AS x ORDER BY x NULLS", "MATCH (n) LIMIT n.x RETURN n",
    "MATCH (n) RETURN n SKIP 1.5", "MATCH (n) RETURN n LIMIT n.x",
    "MATCH (n) RETURN n LIMIT 1 - 2", "MATCH (n) RETURN n SKIP null",
  ]

  static let variables = [
    "MATCH (person) RETURN persn.name", "RETURN x", "MATCH (n) MATCH ()-[n]->() RETURN n", "WITH 1 AS n MATCH (n) RETURN n",
    "MATCH p = (a)-->(b) MATCH p = (c) RETURN p", "UNWIND [1] AS x UNWIND [2] AS x RETURN x",
    "MATCH (a)-[r]->()-[r]->() RETURN r",
    "MATCH (n) RETURN DISTINCT n.a ORDER BY n.b", "WITH 1 AS a WITH 2 AS b RETURN a", "MATCH (n) WHERE (n)-->(m) RETURN n",
    "MATCH (n $props) RETURN n", "RETURN $missing",
  ]

  static let updates = [
    "CREATE (a)-->(b)", "CREATE (a)-[:A|B]->(b)", "CREATE (a)-[:A]-(b)", "CREATE (a)-[:A*2]->(b)", "MATCH (a) CREATE (a)",
    "MATCH (a) CREATE (a:B)-[:T]->()", "MATCH (a)-[r:T]->(b) CREATE (a)-[r:T]->(b)", "MATCH (a) MERGE (a)",
    "MERGE (n $p) RETURN n",
    "MERGE (n) ON MATCH SET m.x = 1", "MATCH (n) DELETE n:Person", "MATCH (n) DELETE 1 + 1", "MATCH (n) SET n.x = [{a: 1}]",
    "CREATE (n:A|B)", "CREATE (n:$any(['A', 'B']))", "MERGE (n:!A)", "CREATE (n:A WHERE n.x = 1)", "CREATE ()-[:!A]->()",
    "MATCH (n) SET n:A|B", "MATCH (n) REMOVE n:%", "MATCH (n) SET n[1] = 2",
    "WITH 1 AS n SET n.x = 1", "MATCH (n) SET n = 1", "CREATE (n {x: missing})",
  ]

  static let calls = [
    "RETURN titel('x')", "RETURN toUpper()", "RETURN substring('a')", "RETURN pi(1)", "RETURN toUpper(DISTINCT 'a')",
    "MATCH (n) WHERE count(n) > 1 RETURN n", "RETURN count(count(*))", "MATCH (a)-->(b) RETURN a.x + count(b)",
    "MATCH (a)-->(b) RETURN a.x + b.y, a.x + b.y + count(*)", "MATCH (n) RETURN n.x ORDER BY max(n.y)", "RETURN count(rand())",
    "RETURN [x IN [1] | count(*)]", "MATCH (n) RETURN type(n)", "RETURN size(1)", "RETURN 1 AND true", "RETURN NOT 'a'",
    "RETURN 1 IN 2", "RETURN 'a' * 2", "WITH 1 AS x RETURN x.y", "WITH true AS x RETURN x[0]", "MATCH (n) RETURN (n)-->()",
    "RETURN 1 || 'a'", "RETURN 1 IS TRUE", "MATCH (n) RETURN CAST(n.x AS STRING) - 1",
    "MATCH (n) WHERE n RETURN n", "MATCH (n:$(1)) RETURN n", "MATCH (n WHERE n.x) WHERE (n WHERE m.x)-->() RETURN n",
    "MATCH (n WHERE count(n) > 1) RETURN n", "RETURN [1, 2]['a'..]", "RETURN all(x IN 1 WHERE x)", "CALL no.such()",
    "CALL test.add(1)",
    "CALL test.add('a', 1)", "CALL test.add(1, 2) YIELD total RETURN total",
    "WITH 1 AS sum CALL test.add(1, 2) YIELD sum RETURN sum",
    "CALL test.add", "MATCH (n) CALL test.add RETURN n", "RETURN 1:Label",
  ]

  static let paths = [
    "MATCH (a)+ RETURN a", "MATCH ((a)-->(b)){2..3} RETURN a", "MATCH (a)-[*]->+(b) RETURN a", "MATCH (a)-->{0}(b) RETURN a",
    "MATCH (a)-->{3,2}(b) RETURN a", "MATCH (a)-->{}(b) RETURN a", "MATCH (a) (b) RETURN a",
    "MATCH ((a)-->(b)) ((c)-->(d))+ RETURN a", "MATCH ((a)-->(b))* RETURN a", "MATCH ((a)){2} RETURN a",
    "MATCH (((a)-->(b))+ (c)-->(d)){2} RETURN a", "MATCH ((a)-->+(b)){2} RETURN a", "MATCH ((a)-[*]->(b)){2} RETURN a",
    "MATCH (a) MATCH ((a)-->(b))+ RETURN b", "MATCH ((a)-->(b))+ (b) RETURN a", "MATCH (b) ((a)-->(b))+ RETURN a",
    "MATCH ((a)-[a]->(b))+ RETURN a", "MATCH (c) ((a)-->(b) WHERE a.x < c.x)+ RETURN a",
    "MATCH (a)-[r]->+(b)-[r]->(c) RETURN r", "MATCH ()-[r]->() MATCH ()-[r]->+() RETURN r",
    "MATCH ((a)-->(b) WHERE 1) RETURN a", "MATCH p = (q = (a)-->(b)) RETURN p",
    "MATCH TRAIL (ACYCLIC (a)-->(b) WHERE a.x > 1) RETURN a", "MATCH SHORTEST (a)-->(b) RETURN a",
    "MATCH SHORTEST 0 (a)-->(b) RETURN a", "MATCH ANY SHORTEST (a)-->+(b), (c) RETURN a",
    "MATCH REPEATABLE ELEMENTS (a)-->+(b) RETURN a", "MATCH REPEATABLE ELEMENTS WALK (a)-[*2..]->(b) RETURN a",
    "CREATE (a) ((b)-[:R]->(c)){2} (d)", "CREATE (a)-[:R]->{2}(b)", "MERGE ANY SHORTEST (a)-[:R]->(b)",
    "CREATE ACYCLIC (a)-[:R]->(b)", "MATCH (n) WHERE (n)-->(n) ((a)-->(b))+ (n) RETURN n",
    "MATCH ANY $k PATHS (a)-->+(b) RETURN a",
  ]

  static let all = reading + clauses + variables + updates + calls + paths
}
