import Cypher
import Graph
import GraphStorage
import Query
import Testing

/// What passes its share of memory goes to temporary space, and the answer stays the same.
struct SpillTests {
  private static let script = [
    """
    UNWIND range(0, 2999) AS i
    CREATE (p:Person {id: i, name: 'person number ' + (i * 7 % 911), group: i % 13})
    SET p.number = CASE i % 7 WHEN 0 THEN null WHEN 1 THEN 0.0 / 0.0 WHEN 2 THEN i % 50 ELSE (i * 31 % 101) / 4.0 END,
        p.mixed = CASE i % 6 WHEN 0 THEN i % 40 WHEN 1 THEN 'm' + (i % 30) WHEN 2 THEN [i % 5, 'x']
          WHEN 3 THEN (i % 40) * 1.0 WHEN 4 THEN i % 3 = 0 ELSE null END,
        p.born = date('2000-01-01') + duration({days: i % 400})
    """,
    "MATCH (a:Person), (b:Person) WHERE b.id = a.id * 3 % 3000 CREATE (a)-[:KNOWS]->(b)",
  ]

  private static let store = {
    let engine = QueryEngine(store: GraphStore())
    for statement in script {
      do { _ = try engine.run(statement, parameters: [:]).allRecords() } catch { Issue.record(error) }
    }
    return engine.store
  }()

  /// The same graph twice: with as much memory as is usual, and with very little.
  private static func engines(_ byteLimit: Int = 64 << 10) -> (roomy: QueryEngine, narrow: QueryEngine) {
    let narrow = QueryEngine(store: store)
    narrow.limits.memoryByteCount = byteLimit
    return (QueryEngine(store: store), narrow)
  }

  /// The same, but little memory is an eighth more than an operator took of it when there was enough; its share is half of that.
  private static func engines(tightFor name: String, in query: String) throws -> (roomy: QueryEngine, narrow: QueryEngine) {
    let roomy = QueryEngine(store: store)
    let result = try roomy.run("PROFILE " + query, parameters: [:])
    _ = try result.allRecords()
    var open = [try #require(result.summary.plan)]
    var byteCount = 0
    while let next = open.popLast() {
      if next.name == name { byteCount = next.memoryByteCount ?? 0 }
      open += next.children
    }
    return (roomy, engines(byteCount * 9 / 8).narrow)
  }

  private static func spilledByteCount(_ query: String, _ engine: QueryEngine) throws -> Int {
    let result = try engine.run("PROFILE " + query, parameters: [:])
    _ = try result.allRecords()
    var open = [try #require(result.summary.plan)]
    var sum = 0
    while let next = open.popLast() {
      for case .spilled(let byteCount) in next.modes { sum += byteCount }
      open += next.children
    }
    return sum
  }

  /// Values of every kind that a row can hold, among them some that are equal in other types.
  private static let everyKind = """
    [i, i * 1.0, 'text ' + i, i % 2 = 0, null, 0.0 / 0.0, [i, null, 'a'], {b: i, a: [i]},
    date('2000-01-01') + duration({days: i}), time('10:00+01:00'), localtime('10:11:12.000000013'),
    localdatetime('2001-02-03T04:05:06'), datetime('2001-02-03T04:05:06[Europe/Stockholm]'),
    datetime('2001-02-03T04:05:06+02:00'), duration({months: i, seconds: 3})]
    """

  static let sorts = [
    "MATCH (p:Person) RETURN p.name AS name, p.id AS id ORDER BY name",
    "MATCH (p:Person) RETURN p.name AS name, p.id AS id ORDER BY name DESC, id",
    "MATCH (p:Person) RETURN p.number AS number, p.id AS id ORDER BY number",
    "MATCH (p:Person) RETURN p.number AS number, p.id AS id ORDER BY number DESC, id DESC",
    "MATCH (p:Person) RETURN p.mixed AS mixed, p.id AS id ORDER BY mixed",
    "MATCH (p:Person) RETURN p.born AS born, p.group AS g, p.id AS id ORDER BY g DESC, born",
    "MATCH (p:Person) RETURN p.group AS g, p AS p, [p] AS list ORDER BY g",
    "MATCH q = (p:Person)-[r:KNOWS]->(o) RETURN q, r, {o: o} AS map ORDER BY o.name, p.id DESC",
    "UNWIND range(0, 400) AS i UNWIND \(everyKind) AS value RETURN value, i ORDER BY value",
    "UNWIND range(0, 400) AS i UNWIND \(everyKind) AS value RETURN value, i ORDER BY value DESC, i DESC",
    "MATCH (p:Person) RETURN p.name AS name, p.id AS id ORDER BY name, id SKIP 100 LIMIT 2500",
    "MATCH (p:Person) RETURN p.group AS g, p.name + p.name + p.name AS text ORDER BY g LIMIT 2900",
  ]

  @Test(arguments: sorts)
  func `an order is the same from temporary space, equal rows included`(query: String) throws {
    let (roomy, narrow) = Self.engines()
    #expect(try narrow.literals(query) == roomy.literals(query))
    #expect(try Self.spilledByteCount(query, narrow) > 0)
    #expect(try Self.spilledByteCount(query, roomy) == 0)
  }

  @Test func `more runs than are merged at a time are merged in several passes`() throws {
    let (roomy, narrow) = Self.engines()
    let query = "UNWIND range(1, 40000) AS i RETURN i, i * 7919 % 40009 % 1000 AS key ORDER BY key DESC"
    #expect(try narrow.literals(query) == roomy.literals(query))
    #expect(try Self.spilledByteCount(query, narrow) > 2 * 40000 * 24)
  }

  static let groups = [
    "MATCH (p:Person) RETURN p.name AS name, count(*), collect(p.id), min(p.mixed), max(p.number)",
    "MATCH (p:Person) RETURN p.id AS id, count(DISTINCT p.name), sum(p.group), avg(p.group), collect(DISTINCT p.mixed)",
    "MATCH (p:Person) RETURN p.mixed AS mixed, p.name AS name, count(*), sum(DISTINCT p.group), max(p.born)",
    "MATCH (p:Person) RETURN p.number + 0.1 AS number, p.id % 700 AS r, collect(p.name), round(stDev(p.id), 6)",
    "MATCH (p:Person) RETURN p.id % 1500 AS r, count(p.mixed), round(stDevP(p.group), 6), avg(p.id)",
    "MATCH (p:Person) RETURN p.name AS name, percentileCont(p.id, 0.4), percentileDisc(p.id, 0.6), collect({p: p})",
    "MATCH q = (p:Person)-[r:KNOWS]->(o) RETURN o AS o, r AS r, collect(q), count(*)",
    "MATCH (p:Person) RETURN p.id AS id, sum(9223372036854775807 - p.id), sum(duration({days: p.group}))",
    "UNWIND range(0, 300) AS i UNWIND \(everyKind) AS value RETURN value, count(*), collect(i), count(DISTINCT i % 3)",
    "UNWIND range(0, 300) AS i UNWIND \(everyKind) AS value RETURN i, collect(DISTINCT value), min(value), max(value)",
  ]

  @Test(arguments: groups)
  func `groups and their aggregates are the same from temporary space`(query: String) throws {
    let (roomy, narrow) = Self.engines()
    let (found, expected) = (try Set(narrow.literals(query)), try Set(roomy.literals(query)))
    #expect(found == expected)
    #expect(try narrow.literals(query).count == roomy.literals(query).count)
    #expect(try Self.spilledByteCount(query, narrow) > 0)
  }

  @Test(arguments: ["RETURN toString(i) AS t, count(*)", "RETURN DISTINCT toString(i)"])
  func `a partition that is too large is cut again`(ending: String) throws {
    let (roomy, narrow) = Self.engines(384 << 10)
    let query = "UNWIND range(1, 40000) AS i \(ending)"
    let found = try narrow.literals(query)
    #expect(try Set(found) == Set(roomy.literals(query)))
    #expect(found.count == 40000)
    let once = try Self.spilledByteCount(query, Self.engines(1 << 20).narrow)
    #expect(try Self.spilledByteCount(query, narrow) > once + once / 10)
  }

  @Test func `parts that several workers have read are put together in temporary space`() throws {
    let (roomy, narrow) = Self.engines()
    narrow.leastParallelRows = 1
    let query = "MATCH (p:Person) RETURN p.group AS g, collect(p.name + p.name) AS names, count(*) AS n ORDER BY g"
    #expect(try narrow.literals(query) == roomy.literals(query))
    #expect(try Self.spilledByteCount(query, narrow) > 0)
  }

  /// The rows in whatever order, and some of them from temporary space.
  private static func expectSameRows(_ query: String, tightFor name: String) throws {
    let (roomy, narrow) = try engines(tightFor: name, in: query)
    let (found, expected) = (try narrow.literals(query), try roomy.literals(query))
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
    #expect(try spilledByteCount(query, narrow) > 0)
  }

  static let distincts = [
    "MATCH (p:Person) RETURN DISTINCT p.name, p.id % 50",
    "MATCH (p:Person) RETURN DISTINCT p.mixed, p.number, p.id % 1000",
    "MATCH q = (p:Person)-[r:KNOWS]->(o) RETURN DISTINCT o, r, q, [o]",
    "UNWIND range(0, 400) AS i UNWIND \(everyKind) AS value RETURN DISTINCT value, i % 200",
    "MATCH (p:Person) RETURN p.name AS x UNION MATCH (p:Person) RETURN p.id AS x",
  ]

  @Test(arguments: distincts)
  func `distinct rows are the same from temporary space`(query: String) throws {
    try Self.expectSameRows(query, tightFor: "Distinct")
  }

  static let joins = [
    "MATCH (a:Person), (b:Person) WHERE a.id = b.id + 1 RETURN a.name, b.name, b.mixed",
    "MATCH (a:Person), (b:Person) WHERE a.name = b.name AND a.group = b.group RETURN a.id, b.id",
    "MATCH (a:Person), (b:Person) WHERE a.number = b.number AND a.id % 100 = b.id % 100 RETURN a.id, b.id",
    "MATCH (a:Person), (b:Person) WHERE a.mixed = b.mixed AND a.id % 20 = b.id % 20 RETURN a.id, b.id",
    "MATCH (a:Person), (b:Person) WHERE a.born = b.born AND a.id < b.id RETURN a.id, b.born",
  ]

  @Test(arguments: joins)
  func `joined rows are the same from temporary space`(query: String) throws {
    try Self.expectSameRows(query, tightFor: "HashJoin")
  }

  static let pieces = [
    // A key that is the same in all rows, and one that is the same in half of them.
    "MATCH (a:Person), (b:Person) WHERE a.id < 40 AND b.id >= 0 AND a.id * 0 = b.id * 0 RETURN a.id, b.id, b.name",
    "MATCH (a:Person), (b:Person) WHERE a.id < 40 AND a.id % 2 = b.id % 2 RETURN a.id, b.id, b.mixed",
  ]

  @Test(arguments: pieces)
  func `a side of a join that keys cannot cut is joined piece by piece`(query: String) throws {
    try Self.expectSameRows(query, tightFor: "HashJoin")
  }

  /// Checks that the rows, in whatever order, are those of the run in memory, and that temporary space was used.
  private static func expectSameSet(_ query: String, byteLimit: Int, partCount: Int) throws {
    let (roomy, narrow) = engines(byteLimit)
    if partCount > 1 { narrow.leastParallelRows = 1 }
    #expect(try Set(narrow.literals(query)) == Set(roomy.literals(query)))
    #expect(try spilledByteCount(query, narrow) > 0)
  }

  static let distinctAggregates = [
    "MATCH (p:Person) RETURN count(DISTINCT p.name + p.id), count(*)",
    "MATCH (p:Person) RETURN sum(DISTINCT p.id * 1.1), avg(DISTINCT p.number), min(DISTINCT p.mixed), count(DISTINCT p.id)",
    "MATCH (p:Person) RETURN p.id < 2990 AS k, count(DISTINCT p.name + p.id), count(DISTINCT [p.id])",
    "UNWIND range(0, 6000) AS i RETURN count(DISTINCT CASE WHEN i % 3 = 0 THEN toString(i) ELSE i % 5000 END)",
    "UNWIND range(0, 6000) AS i RETURN i < 4500 OR i % 50 = 0 AS k, count(DISTINCT i * i), sum(DISTINCT i % 7000)",
    "UNWIND range(0, 6000) AS i WITH CASE WHEN i < 4500 THEN 0 ELSE i END AS k, i RETURN k, count(DISTINCT -i), sum(DISTINCT i)",
    "MATCH (p:Person) RETURN count(DISTINCT p), count(DISTINCT {p: p}), max(DISTINCT p.born)",
  ]

  @Test(arguments: distinctAggregates, [1, 8])
  func `distinct values of a group are the same from temporary space`(query: String, partCount: Int) throws {
    try Self.expectSameSet(query, byteLimit: 192 << 10, partCount: partCount)
  }

  @Test func `distinct values are collected in the order in which they came`() throws {
    let (roomy, narrow) = Self.engines(512 << 10)
    let query = "UNWIND range(0, 60000) AS i RETURN collect(DISTINCT i * 7 % 4001)"
    #expect(try narrow.literals(query) == roomy.literals(query))
    let texts = "UNWIND range(0, 3000) AS i RETURN collect(DISTINCT 'a text that is long enough to count for much: ' + i)"
    #expect(try narrow.literals(texts) == roomy.literals(texts))
    #expect(try Self.spilledByteCount(texts, narrow) > 0)
  }

  static let buffered = [
    "MATCH (p:Person) WHERE p.id < 200 "
      + "CALL { WITH p MATCH (q:Person) WHERE q.group = p.group RETURN q.name AS n ORDER BY n LIMIT 40 } RETURN p.id, n",
    "MATCH (p:Person) WHERE p.id < 3 CALL { WITH p MATCH (q:Person) RETURN q.name + q.id AS n ORDER BY n } RETURN p.id, n",
    "MATCH (p:Person) RETURN p.id AS id, p.name AS name NEXT RETURN id AS x UNION ALL RETURN name AS x "
      + "NEXT RETURN count(x) AS c, min(x) AS m UNION RETURN count(DISTINCT x) AS c, max(x) AS m",
    "MATCH (p:Person) RETURN p.name AS n, [p.id] AS l "
      + "NEXT WITH n WHERE n > 'person number 5' RETURN n AS x UNION ALL RETURN l AS x",
  ]

  @Test(arguments: buffered)
  func `rows that wait for others come in the same order from temporary space`(query: String) throws {
    let (roomy, narrow) = Self.engines()
    #expect(try narrow.literals(query) == roomy.literals(query))
    #expect(try Self.spilledByteCount(query, narrow) > 0)
  }

  private static let chain = [
    script[0],
    "MATCH (p:Person) WITH collect(p) AS l UNWIND range(0, 2998) AS i WITH l[i] AS a, l[i + 1] AS b CREATE (a)-[:KNOWS]->(b)",
  ]

  static let updates = [
    "MATCH (p:Person) SET p.seen = p.name RETURN p.id AS id, p.seen AS seen, p.mixed AS m NEXT RETURN count(seen), min(m)",
    "UNWIND range(1, 5000) AS i CREATE (n:New {i: i}) WITH n, 'text ' + n.i AS t CREATE (:Other {t: t}) RETURN count(n), max(t)",
    "MATCH (p:Person)-[r:KNOWS]->(q) DELETE r WITH p, q, [p.name, q.id] AS l RETURN count(l), sum(q.id), min(l)",
    "MATCH (p:Person) DETACH DELETE p WITH p, 'x' AS x, range(0, 9) AS l RETURN count(x), sum(size(l)), count(p)",
    "MATCH (p:Person) MERGE (t:Town {of: p.group}) WITH p, t, p.name AS n SET t.name = n RETURN count(DISTINCT t), count(n)",
  ]

  @Test(arguments: updates)
  func `a statement that changes the graph holds its rows in temporary space`(query: String) throws {
    let (roomy, narrow) = (try QueryEngine.over(), try QueryEngine.over())
    for engine in [roomy, narrow] {
      for statement in Self.chain { _ = try engine.run(statement, parameters: [:]).allRecords() }
    }
    narrow.limits.memoryByteCount = 64 << 10
    let result = try narrow.run("PROFILE " + query, parameters: [:])
    let found = try result.allRecords().map { $0.map(\.literal) }
    #expect(try found == roomy.literals(query))
    var open = [try #require(result.summary.plan)]
    var hasSpilled = false
    while let next = open.popLast() {
      for case .spilled in next.modes { hasSpilled = true }
      open += next.children
    }
    #expect(hasSpilled)
    narrow.limits = roomy.limits
    for state in ["MATCH (n) RETURN count(n), count(n.seen), sum(n.i)", "MATCH ()-[r]->() RETURN count(r)"] {
      #expect(try narrow.literals(state) == roomy.literals(state))
    }
  }

  static let percentiles = [
    "UNWIND range(0, 9000) AS i RETURN percentileCont(i * 7919 % 9011, 0.3), percentileDisc(i * 7919 % 9011, 0.3)",
    "UNWIND range(0, 9000) AS i RETURN percentileDisc(CASE i % 3 WHEN 0 THEN i * 0.5 WHEN 1 THEN i END, 0.77), count(i)",
    "UNWIND range(0, 20000) AS i RETURN percentileCont(DISTINCT i * i % 9000, 0.9), percentileDisc(DISTINCT i % 9000, 0)",
    "UNWIND range(0, 9000) AS i RETURN i < 7000 OR i % 50 = 0 AS k, percentileDisc(i % 7001, 0.4), percentileCont(i, 1)",
    "UNWIND range(0, 9000) AS i WITH CASE WHEN i < 7000 THEN 0 ELSE i END AS k, i "
      + "RETURN k, percentileDisc(i % 7001, 0.4), percentileCont(-i, 0.6)",
    "MATCH (p:Person)-[:KNOWS]->() MATCH (p)-[:KNOWS]->() RETURN percentileDisc(p.id, 0.6), percentileCont(p.number, 0.1)",
    "MATCH (p:Person) RETURN percentileDisc(p.id, 0.6), percentileCont(p.number, 0.1)",
  ]

  @Test(arguments: percentiles, [1, 8])
  func `percentiles of more numbers than fit into memory are the same`(query: String, partCount: Int) throws {
    try Self.expectSameSet(query, byteLimit: 64 << 10, partCount: partCount)
  }

  private static let names = "COLLECT { MATCH (q:Person) WHERE q.group = p.group RETURN q.name }"

  static let gathered = [
    "RETURN p.id, COLLECT { MATCH (q:Person) WHERE q.group = p.group RETURN q.name ORDER BY q.id DESC } AS l",
    "AND size(\(names)) > 10 RETURN p.id",
    "RETURN max(size(\(names))), count(*)",
    "UNWIND \(names) AS name RETURN p.id, name",
    "RETURN p.id, [(p)-[:KNOWS]->(q) | q.name + ' whom ' + p.name + ' knows'] AS names ORDER BY p.id DESC",
  ]

  @Test(arguments: gathered)
  func `lists of many rows that do not fit into memory together are gathered for fewer rows at a time`(ending: String) throws {
    let (roomy, narrow) = Self.engines(512 << 10)
    let query = "MATCH (p:Person) WHERE p.id % 8 = 0 \(ending)"
    #expect(try narrow.literals(query) == roomy.literals(query))
  }

  @Test func `a list of one row that does not fit into memory is an error with its place`() throws {
    let (_, narrow) = Self.engines(256 << 10)
    do {
      _ = try narrow.run("MATCH (p:Person) RETURN COLLECT { MATCH (q:Person) RETURN q.name + q.id }", parameters: [:])
        .allRecords()
      Issue.record("no error")
    } catch {
      #expect(error.detail.rawValue == "MemoryLimitExceeded")
      #expect(error.message.contains("`COLLECT { … }`"))
      #expect(error.hint?.contains("rows") == true)
      #expect(error.span != nil)
    }
  }

  @Test func `what a statement that changes the graph returns waits in temporary space`() throws {
    let (roomy, narrow) = (try QueryEngine.over(), try QueryEngine.over())
    narrow.limits.memoryByteCount = 64 << 10
    let query = "UNWIND range(1, 5000) AS i CREATE (n:New {i: i, t: 'text ' + i}) RETURN n, n.t AS t, i, [n] AS l"
    let result = try narrow.run("PROFILE " + query, parameters: [:])
    #expect(try result.allRecords().map { $0.map(\.literal) } == roomy.literals(query))
    let hasSpilled = try #require(result.summary.plan).modes.contains { if case .spilled = $0 { true } else { false } }
    #expect(hasSpilled)
  }

  @Test func `a statement that is run again for each row gives its memory back`() throws {
    let engine = try QueryEngine.over("UNWIND range(0, 999) AS i CREATE (:Person {id: i})")
    engine.limits.memoryByteCount = 1 << 20
    let query =
      "UNWIND range(1, 200) AS i CALL { WITH i MATCH (p:Person) RETURN p.id AS id ORDER BY id DESC LIMIT 900 } RETURN count(id)"
    #expect(try engine.literals(query) == [["180000"]])
  }

  @Test func `without a folder for it the error says where and what helps`() throws {
    let (_, narrow) = Self.engines()
    narrow.temporaryFolders = ["/nowhere/at/all"]
    do {
      _ = try narrow.run("MATCH (p:Person) RETURN p.name AS name, p.id ORDER BY name", parameters: [:]).allRecords()
      Issue.record("no error")
    } catch {
      #expect(error.detail.rawValue == "TemporarySpaceUnavailable")
      #expect(error.message.contains("/nowhere/at/all"))
      #expect(error.hint?.contains("TMPDIR") == true)
    }
  }

  @Test func `a statement that spills can be ended`() throws {
    let (_, narrow) = Self.engines(64 << 10)
    narrow.limits.timeoutSeconds = 0.05
    let query = "MATCH (a:Person), (b:Person) RETURN a.name AS x, b.name AS y ORDER BY x, y"
    #expect(narrow.failure(query) == "TimeLimitExceeded")
  }

  @Test func `what cannot go to temporary space keeps its clear error`() throws {
    let (_, narrow) = Self.engines(64 << 10)
    do {
      _ = try narrow.run("MATCH (p:Person) RETURN collect(p.name + p.name)", parameters: [:]).allRecords()
      Issue.record("no error")
    } catch {
      #expect(error.detail.rawValue == "MemoryLimitExceeded")
      #expect(error.message.contains("`collect`"))
      #expect(error.hint?.contains("rows") == true)
      #expect(error.span != nil)
    }
  }
}
