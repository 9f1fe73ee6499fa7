/// What is asked of a file that may be forged, and what makes it.
enum Statements {
  static let making = [
    """
    UNWIND range(1, 120) AS i
    CREATE (:A:Even {id: i, name: 'n' + (i % 7), f: i / 4.0, day: date('2013-01-11') + duration({days: i}), list: [i, 'a'],
      flag: i % 2 = 0})-[:R {w: i, note: 'w' + i}]->(:B {id: i, time: time('12:00:00+01:00'), clock: localtime('11:00'),
      moment: datetime('2013-01-11T12:00[Europe/Stockholm]'), local: localdatetime('2013-01-11T12:00'),
      span: duration('P1M2DT3S')})
    """,
    "CREATE INDEX ids FOR (n:A) ON (n.id)", "CREATE INDEX days FOR (n:A) ON (n.day)",
    "CREATE INDEX moments FOR (n:B) ON (n.moment)",
    "CREATE INDEX pairs FOR (n:A) ON (n.id, n.flag)", "CREATE TEXT INDEX names FOR (n:A) ON (n.name)",
    "CREATE INDEX weights FOR ()-[r:R]-() ON (r.w)", "CREATE CONSTRAINT unique_b FOR (n:B) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT typed FOR (n:A) REQUIRE n.id IS :: INTEGER", "CREATE FULLTEXT INDEX words FOR (n:A) ON EACH [n.name]",
    "MATCH (a:A), (b:B) WHERE a.id = b.id + 1 CREATE (a)-[:S]->(b)",
    "MATCH (a:A), (b:A) WHERE a.id % 10 = 0 AND b.id % 7 = 0 CREATE (a)-[:T {since: date('2001-02-03')}]->(b)",
    "MATCH (a:A) WHERE a.id % 20 = 0 CREATE (a)-[:S]->(a)", "MATCH (a:A) WHERE a.id > 60 REMOVE a:Even",
    "MATCH (b:B) WHERE b.id > 110 DETACH DELETE b",
  ]

  static let journaled = [
    "CREATE (:A {id: 900, name: 'late'})-[:U {w: 1.5}]->(:New {id: 901, day: date('2020-02-29')})",
    "MATCH (a:A {id: 3})-[r:R]->() DELETE r", "MATCH (a:A {id: 4}) SET a.name = 'ship', a:Even, a.extra = [1.5, null]",
    "MATCH (a:A {id: 5}) REMOVE a:Even, a.f", "CREATE INDEX floats FOR (n:A) ON (n.f)", "DROP INDEX days",
    "MATCH (b:B {id: 9}) DETACH DELETE b",
    "CREATE (:B {id: 990})", "CREATE (:B {id: 991})", "CREATE (:B {id: 992, span: duration('P9D')})", "CREATE (:B {id: 993})",
    "MATCH (a:B {id: 990}), (b:B {id: 991}) CREATE (a)-[:S {w: 3}]->(b)", "MATCH (a:B {id: 992}) SET a.flag = true",
    "MATCH (a:B {id: 993}) DELETE a",
  ]

  static let reading = [
    "MATCH (n) RETURN n", "MATCH (a)-[r]->(b) RETURN a, r, b", "MATCH (n) RETURN labels(n), count(*), count(n.name)",
    "MATCH ()-[r]->() RETURN type(r), count(*), sum(r.w)", "MATCH (n) RETURN count(*)", "MATCH ()-[r:R]->() RETURN count(r)",
    "MATCH (a)-->(b)-->(c) RETURN count(*)", "MATCH (a)--(b)--(c)--(a) RETURN count(*)",
    "MATCH (a:A)-[:R]->(b:B)<-[:S]-(c:A) RETURN count(*)", "MATCH (a:A)-[:T]->(b:A)-[:T]->(c:A)-[:T]->(a) RETURN count(*)",
    "MATCH (a:A {id: 7})-[r]-(b) RETURN a, r, b", "MATCH (a:A) WHERE a.id > 3 AND a.id < 40 RETURN a.id ORDER BY a.id",
    "MATCH (a:A) WHERE a.name STARTS WITH 'n' RETURN a.name, count(*) ORDER BY a.name",
    "MATCH (a:A) WHERE a.name CONTAINS '3' RETURN a.id", "MATCH (a:A) WHERE a.f > 3.5 AND a.flag RETURN max(a.f), avg(a.id)",
    "MATCH (a:A) WHERE a.day > date('2013-02-01') RETURN a.day.year, a.day.week, a.day + duration('P1D'), toString(a.day)",
    "MATCH (b:B) RETURN b.time.hour, b.clock.minute, b.moment.epochMillis, b.local.ordinalDay, b.span.seconds, toString(b.time)",
    "MATCH (b:B) RETURN b.moment + b.span, b.local - b.span, b.span * 2, b.time + b.span ORDER BY b.moment, b.span, b.time",
    "MATCH (b:B) WHERE b.moment >= datetime('2000-01-01T00:00Z') RETURN count(*)",
    "MATCH (n:B) RETURN min(n.id), max(n.id), min(n.day)", "MATCH ()-[r:R {w: 7}]->() RETURN r",
    "MATCH ()-[r]->() RETURN max(r.since)",
    "MATCH p = (a:A {id: 20})-[*1..3]->(b) RETURN count(p)", "MATCH p = shortestPath((a:A {id: 1})-[*]-(b:B {id: 9})) RETURN p",
    "MATCH (a:A)-[r]->(b) WHERE r.w > 5 RETURN a.id, collect(b.id), collect(DISTINCT type(r))",
    "CALL db.index.fulltext.queryNodes('words', 'n1 OR late') YIELD node, score RETURN node, score",
    "CALL dossier.pagerank() YIELD node, score RETURN node.id, score ORDER BY score LIMIT 3",
    "CALL dossier.components({labels: 'A'}) YIELD node RETURN count(*)", "CALL dossier.triangles() YIELD node RETURN count(*)",
    "CALL dossier.degree({labels: 'A', types: 'T'}) YIELD node RETURN count(*)",
    "CALL db.schema.nodeTypeProperties()", "CALL db.schema.relTypeProperties()", "CALL db.schema.visualization()",
    "SHOW INDEXES", "SHOW CONSTRAINTS",
  ]

  static let updating = [
    "CREATE (:A {id: 5000, name: 'added'})-[:R {w: 5000}]->(:Added {id: 1})",
    "MATCH (a:A) SET a.seen = a.id, a.name = 'x' + a.id",
    "MATCH (n:A) WHERE n.id > 100 SET n:Old REMOVE n.f", "MATCH (a:A)-[r:R]->() WHERE a.id < 30 DELETE r",
    "MATCH ()-[r:T]->() SET r.w = 1", "MATCH (b:B) WHERE b.id < 20 DETACH DELETE b",
    "MATCH (a:A), (b:B) WHERE a.id = b.id CREATE (a)-[:S]->(b)", "MATCH (n:Even) REMOVE n:Even",
    "CREATE INDEX made FOR (n:A) ON (n.seen)", "DROP INDEX ids", "DROP INDEX words",
    "MATCH (n:A) WHERE n.id = 40 DETACH DELETE n",
    "MATCH (n) DETACH DELETE n",
  ]
}
