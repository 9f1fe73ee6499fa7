import Cypher

/// What a mutation may write into a statement: the language's words, and pieces that are hard to come by one letter at a time.
enum Vocabulary {
  static let keywords: [String] = Keyword.allCases.map(\.rawValue)

  static let functions: [String] = FunctionCatalog.names

  static let names = ["n", "m", "r", "p", "x", "y", "A", "B", "R", "S", "id", "name", "list", "`a b`", "$p", "$list"]

  static let numbers = [
    "0", "1", "2", "3", "-1", "7", "1.5", "0.0", "-0.0", "1e308", "1e-308", "9223372036854775807", "-9223372036854775808", "0x10",
    "0o17", "1000000", "4294967296", "0.1",
  ]

  static let strings = [
    "''", "'a'", "'ab'", "\"é\"", "'\\n'", "'\\u0041'", "'2013-01-11'", "'P1Y2M3DT4H5M6.7S'", "'12:34:56.789+01:00'",
    "'2013-01-11T12:00[Africa/Bamako]'", "'(a|b)*c?'", "'[^a-z]+'", "'NaN'", "'日本'",
  ]

  static let symbols = [
    "(", ")", "[", "]", "{", "}", ",", ":", "::", ".", "..", "|", "||", "&", "!", "+", "+=", "-", "*", "/", "%", "^", "=", "=~",
    "<>", "<", "<=", ">", ">=", "->", "<-", "--", "-->", "<--", ";", "$", "{1,3}", "{,2}", "*1..2",
  ]

  /// Whole expressions.
  static let expressions = [
    "null", "true", "(1 + 2)", "[1, null, 'a']", "{a: 1, b: [2]}", "n.x", "n.name", "count(*)", "collect(n)", "sum(n.x)",
    "size([1, 2])", "range(0, 10, 3)", "[x IN [1, 2, 3] WHERE x > 1 | x * 2]", "[(n)-->(m) | m.id]",
    "all(x IN [1, 2] WHERE x > 0)", "reduce(t = 0, x IN [1, 2] | t + x)", "CASE WHEN n.x > 1 THEN 'a' ELSE null END",
    "CASE n.x WHEN 1 THEN 2 END", "EXISTS { (n)-->() }", "EXISTS { MATCH (n)-->(m) WHERE m.x = n.x RETURN m }",
    "COUNT { (n)--(m:A) }", "COLLECT { MATCH (n)-->(m) RETURN m.id }", "n {.*, k: 1}", "n:A&!B", "n:A|B", "n IS NULL",
    "date('2013-01-11')", "datetime('2013-01-11T10:00Z')", "duration({days: 1.5})",
    "duration.between(date('2013-01-11'), date())",
    "date.truncate('month', date('2013-01-11'))", "localtime({hour: 12})", "'a' || 'b'", "[1] || [2]", "x[0]", "x[1..]",
    "x[..-1]",
    "toString(1.5)", "split('a,b', ',')", "substring('abc', 1, 1)", "x IS :: INTEGER", "x IN [1, 2, null]",
    "shortestPath((n)-[*..3]-(m))", "nodes(p)", "labels(n)", "properties(n)", "keys(n)", "elementId(n)",
    "percentileCont(n.x, 0.5)",
  ]

  /// Whole clauses.
  static let clauses = [
    "MATCH (n)", "MATCH (n:A)-[r:R]->(m)", "MATCH p = (n)-[*1..3]-(m)", "OPTIONAL MATCH (n)-[r]-(m {x: 1})", "WHERE n.x > 1",
    "WHERE (n)-->(m) AND n.x IS NOT NULL", "WITH n", "WITH *", "WITH DISTINCT n.x AS x",
    "WITH n.x AS x, count(*) AS c WHERE c > 1",
    "WITH n ORDER BY n.x SKIP 1 LIMIT 2", "RETURN *", "RETURN n", "RETURN count(*)", "RETURN DISTINCT n.x AS x ORDER BY x DESC",
    "UNWIND [1, 2, 3] AS x", "UNWIND range(0, 5) AS x", "UNION", "UNION ALL", "CREATE (n:A {x: 1})-[:R]->(:B)",
    "MERGE (n:A {id: 1}) ON CREATE SET n.y = 1 ON MATCH SET n.y = 2", "SET n.x = 1, n:B", "SET n += {a: 1}", "REMOVE n.x, n:A",
    "DELETE r", "DETACH DELETE n", "FOREACH (x IN [1, 2] | CREATE (:C {x: x}))", "CALL { MATCH (a) RETURN count(a) AS k }",
    "CALL (n) { MATCH (n)-->(b) RETURN count(b) AS k }", "CALL db.labels() YIELD label", "LET y = 1", "FILTER n.x = 1",
    "FOR x IN [1, 2]", "NEXT", "FINISH", "OFFSET 1", "NULLS FIRST", "MATCH ANY SHORTEST (n)-[:R]->+(m)",
    "MATCH SHORTEST 2 (n)-[:R]-*(m)", "MATCH ((a)-[:R]->(b) WHERE a.x < b.x){1,3}", "MATCH (n:A|B WHERE n.x > 1)",
    "MATCH TRAIL (n)-[:R|S]-{1,2}(m)", "EXPLAIN", "PROFILE", "SHOW INDEXES", "SHOW FUNCTIONS",
    "CREATE INDEX i FOR (n:A) ON (n.x)", "CREATE CONSTRAINT c FOR (n:A) REQUIRE n.id IS UNIQUE", "LOAD CSV FROM 'a' AS row",
  ]
}
