import Graph
import Query
import Testing

/// LET, FILTER, FOR, FINISH, ORDER BY on its own and the other words of ISO GQL and current Cypher.
struct RowClauseTests {
  static let script = ["UNWIND [3, 1, null, 2] AS x CREATE (:N {x: x})"]

  static let answers: [(query: String, rows: [String])] = [
    ("LET a = 1, b = a + 1 RETURN a, b", ["1 | 2"]),
    ("MATCH (n:N) LET y = n.x * 10 FILTER y > 10 RETURN y ORDER BY y", ["20", "30"]),
    ("MATCH (n:N) LET y = n.x FILTER WHERE y IS NULL RETURN count(*) AS c", ["1"]),
    ("FOR x IN [1, 2] FOR y IN ['a', 'b'] RETURN x, y", ["1 | 'a'", "1 | 'b'", "2 | 'a'", "2 | 'b'"]),
    ("FOR x IN ['a', 'b'] WITH ORDINALITY i RETURN x, i", ["'a' | 1", "'b' | 2"]),
    ("FOR x IN range(5, 6) WITH OFFSET i RETURN x, i", ["5 | 0", "6 | 1"]),
    ("FOR x IN null RETURN x", []),
    ("FOR x IN [1, 2] WITH x AS y RETURN y", ["1", "2"]),
    ("FOR x IN range(1, 3000) WITH OFFSET i FILTER x = 3000 RETURN i", ["2999"]),
    ("MATCH (n:N) ORDER BY n.x LIMIT 2 RETURN n.x", ["1", "2"]),
    ("MATCH (n:N) LET x = n.x ORDER BY x DESC OFFSET 1 LIMIT 2 RETURN x", ["3", "2"]),
    ("FOR x IN [1, 2, 3] SKIP 1 RETURN x", ["2", "3"]),
    ("FOR x IN [1, 2, 3] LIMIT 1 LIMIT 5 RETURN x", ["1"]),
    ("FOR x IN [1, 2, 3] RETURN x OFFSET 2", ["3"]),
    ("UNWIND [2, null, 1] AS x RETURN x ORDER BY x", ["1", "2", "null"]),
    ("UNWIND [2, null, 1] AS x RETURN x ORDER BY x NULLS FIRST", ["null", "1", "2"]),
    ("UNWIND [2, null, 1] AS x RETURN x ORDER BY x DESC", ["null", "2", "1"]),
    ("UNWIND [2, null, 1] AS x RETURN x ORDER BY x DESC NULLS LAST", ["2", "1", "null"]),
    ("UNWIND ['b', null, 'a'] AS x WITH x ORDER BY x ASC NULLS FIRST LIMIT 2 RETURN x", ["null", "'a'"]),
    ("UNWIND [1, 1] AS x RETURN ALL x", ["1", "1"]),
    ("UNWIND [1, 1] AS x WITH ALL x RETURN DISTINCT x", ["1"]),
    ("RETURN all(x IN [1] WHERE x = 1) AS a", ["true"]),
    ("RETURN 1 AS x UNION DISTINCT RETURN 1 AS x", ["1"]),
    ("MATCH (n:N) FINISH", []),
    ("CYPHER 25 RETURN 1 AS x", ["1"]),
    ("CYPHER 5 runtime = slotted planner=cost RETURN 1 AS x", ["1"]),
    ("WITH 1 AS let, 2 AS filter, 3 AS next, 4 AS offset, 5 AS cypher RETURN let + filter + next + offset + cypher AS x", ["15"]),
    ("MATCH let = (finish:N {x: 1}) RETURN length(let), finish.x", ["0 | 1"]),
  ]

  @Test func `row clauses mean what GQL says`() throws {
    let both = try BothPlans(Self.script)
    for (query, rows) in Self.answers { both.expect(query, gives: rows) }
  }

  @Test func `INSERT creates, and FINISH ends an update without rows`() throws {
    let both = try BothPlans([])
    for engine in [both.optimized, both.naive] {
      let result = try engine.run("INSERT (a:A {x: 1})-[:R]->(:B) LET y = a.x FILTER y = 1 FINISH", parameters: [:])
      #expect(try result.allRecords().isEmpty)
      #expect(result.summary.counters.nodesCreated == 2)
    }
    both.expect("MATCH (:A)-[r:R]->(:B) RETURN count(r)", gives: ["1"])
  }

  @Test func `SKIP and LIMIT take any constant, and only one that counts rows`() throws {
    let both = try BothPlans([])
    both.expect("UNWIND [1, 2, 3] AS x RETURN x SKIP 1 LIMIT 3 - 2", gives: ["2"])
    both.expect("UNWIND [1, 2, 3] AS x RETURN x LIMIT toInteger($n)", ["n": .string("1")], gives: ["1"])
    both.expect("UNWIND [1] AS x RETURN x LIMIT 1 - 2", fails: "NegativeIntegerArgument")
    both.expect("UNWIND [1] AS x RETURN x SKIP $n", ["n": .integer(-1)], fails: "NegativeIntegerArgument")
    both.expect("UNWIND [1] AS x LIMIT $n RETURN x", ["n": .float(1.5)], fails: "InvalidArgumentType")
    both.expect("MATCH (n:Nothing) LIMIT $n RETURN n", ["n": .null], fails: "InvalidArgumentType")
    for engine in [both.optimized, both.naive] {
      let result = try engine.run("CREATE (n:Made) RETURN n LIMIT 0", parameters: [:])
      #expect(try result.allRecords().isEmpty)
      #expect(result.summary.counters.nodesCreated == 1)
    }
    both.expect("UNWIND [1, 2] AS x CREATE (:Made) LIMIT 1 RETURN x", gives: ["1"])
    both.expect("MATCH (n:Made) RETURN count(*)", gives: ["3"])
  }
}
