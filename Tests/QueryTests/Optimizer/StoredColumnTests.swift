import Cypher
import Graph
import GraphStorage
import Query
import TestSupport
import Testing

/// Scans that ask conditions where values are stored, against the naive plan, and how they show themselves.
struct StoredColumnTests {
  private static let properties = """
    {serial: i, words: (i * 7919) % 1500, share: ((i * 104729) % 1000) / 1000.0,
      made: date('2020-01-01') + duration({days: i / 10}), lang: ['en', 'de', 'fr'][i % 3],
      mixed: CASE i % 5 WHEN 0 THEN i WHEN 1 THEN toString(i % 7) WHEN 2 THEN i / 4.0 WHEN 3 THEN i % 2 = 0 END,
      sparse: CASE WHEN i % 9 = 0 THEN i % 100 END, odd: CASE WHEN i = 77 THEN 0.0 / 0.0 ELSE i * 1.0 END,
      flag: i % 4 = 0}
    """

  /// Papers with serial numbers that rise, of which the first 3,000 lie between other nodes.
  private static let script = [
    """
    UNWIND range(0, 2999) AS i
    CREATE (:Paper \(properties))-[:CITES {weight: ((i * 104729) % 1000) / 1000.0, n: i}]->
      (:Other {serial: i, words: -i, share: -1.0})
    """,
    "UNWIND range(3000, 4999) AS i CREATE (:Paper \(properties))",
  ]

  private func plans() throws -> BothPlans { try BothPlans(Self.script) }

  private func scan(_ query: String, _ engine: QueryEngine) throws -> PlanDescription {
    let result = try engine.run("PROFILE " + query, parameters: [:])
    _ = try result.allRecords()
    var plan = try #require(result.summary.plan)
    while let child = plan.children.first { plan = child }
    return plan
  }

  @Test func `comparisons of every kind of column with every kind of value select what the naive plan selects`() throws {
    let plans = try plans()
    var generator = SeededGenerator(seed: 20)
    let keys = ["serial", "words", "share", "made", "lang", "mixed", "sparse", "odd", "flag", "missing"]
    let values = [
      "0", "77", "750", "-3", "9223372036854775807", "9007199254740993", "0.5", "249.75", "-0.0", "1e300", "0.0 / 0.0", "'en'",
      "'3'",
      "'xx'", "true", "date('2020-06-01')", "$parameter", "$null", "$list", "toFloat('x')",
    ]
    let parameters: [String: Value] = ["parameter": .integer(1200), "null": .null, "list": .list([.integer(1)])]
    for _ in 0..<150 {
      let conditions = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
        let key = keys.randomElement(using: &generator)!
        let comparison = ["=", "<>", "<", "<=", ">", ">="].randomElement(using: &generator)!
        let value = values.randomElement(using: &generator)!
        return Bool.random(using: &generator) ? "n.\(key) \(comparison) \(value)" : "\(value) \(comparison) n.\(key)"
      }
      let label = [":Paper", ":Other", ""].randomElement(using: &generator)!
      let results = "count(*), min(n.serial), max(n.serial), sum(n.words)"
      let query = "MATCH (n\(label)) WHERE \(conditions.joined(separator: " AND ")) RETURN \(results)"
      let expected = try plans.naive.literals(query, parameters)
      #expect(try plans.optimized.literals(query, parameters) == expected, "\(query)")
    }
  }

  @Test func `membership in lists and being there select what the naive plan selects`() throws {
    let plans = try plans()
    var generator = SeededGenerator(seed: 21)
    let keys = ["serial", "words", "share", "made", "lang", "mixed", "sparse", "odd", "flag", "missing"]
    let values = [
      "0", "1", "2", "3", "77", "750", "-3", "4998", "9007199254740993", "0.5", "249.75", "2.0", "0.0 / 0.0", "'en'", "'3'",
      "'xx'",
      "true", "date('2020-06-01')", "date('2020-06-02')", "$parameter", "null", "[1]",
    ]
    let parameters: [String: Value] = [
      "parameter": .integer(1200), "null": .null, "list": .list([.integer(7), .string("fr"), .float(0.25), .null]),
      "many": .list((0..<400).map { .integer($0 * $0) }), "none": .list([]), "number": .integer(1),
    ]
    for _ in 0..<150 {
      let conditions = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
        let key = keys.randomElement(using: &generator)!
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return "n.\(key) IS NULL"
        case 1: return "n.\(key) IS NOT NULL"
        case 2: return "n.\(key) IN \(["$list", "$many", "$none", "$null"].randomElement(using: &generator)!)"
        case 3: return "n.\(key) <= 3000"
        default:
          let list = (0..<Int.random(in: 0...12, using: &generator)).map { _ in values.randomElement(using: &generator)! }
          return "n.\(key) IN [\(list.joined(separator: ", "))]"
        }
      }
      let label = [":Paper", ":Other", ""].randomElement(using: &generator)!
      let query = "MATCH (n\(label)) WHERE \(conditions.joined(separator: " AND ")) RETURN count(*), sum(n.serial), sum(n.words)"
      let expected = try plans.naive.literals(query, parameters)
      #expect(try plans.optimized.literals(query, parameters) == expected, "\(query)")
    }
    #expect(plans.optimized.failure("MATCH (n:Paper) WHERE n.serial IN $number RETURN count(*)", parameters) != nil)
    #expect(try plans.optimized.literals("MATCH (n:Nobody) WHERE n.serial IN $number RETURN count(*)", parameters) == [["0"]])
  }

  @Test func `conditions on relationships are asked in their scan`() throws {
    let plans = try plans()
    for condition in [
      "r.weight > 0.9", "r.weight <= 0.1 AND r.n > 100", "r.n = 5", "r.missing = 1", "r.n <> 7", "r.n IN [5, 9, 2000]",
      "r.missing IS NULL",
    ] {
      for pattern in ["(:Paper)-[r:CITES]->(o)", "(o)<-[r]-(:Paper)", "()-[r:CITES]->(o:Other)"] {
        let query = "MATCH \(pattern) WHERE \(condition) RETURN count(*), sum(r.n), sum(o.serial)"
        #expect(try plans.optimized.literals(query) == plans.naive.literals(query), "\(query)")
      }
    }
  }

  @Test func `the first rows of an order are those of the naive plan`() throws {
    let plans = try plans()
    for key in ["words", "share", "made", "lang", "mixed", "sparse", "odd", "flag", "missing"] {
      for direction in ["", " DESC"] {
        for limit in [1, 700, 2200] {
          let tail = "ORDER BY key\(direction), serial DESC LIMIT \(limit)"
          for query in [
            "MATCH (n:Paper) RETURN n.\(key) AS key, n.serial AS serial \(tail)",
            "MATCH (n:Paper) WHERE n.words > 500 RETURN n.\(key) AS key, n.serial AS serial \(tail)",
            "MATCH (n) WITH n.\(key) AS key, n.serial AS serial \(tail) RETURN key, serial",
          ] {
            #expect(try plans.optimized.literals(query) == plans.naive.literals(query), "\(query)")
          }
        }
      }
    }
    let query = "MATCH (:Paper)-[r:CITES]->(o:Other) RETURN r.weight AS w, r.n AS n, o.serial AS o ORDER BY w DESC, n LIMIT 100"
    #expect(try plans.optimized.literals(query) == plans.naive.literals(query))
  }

  @Test func `least and greatest values are those of the naive plan`() throws {
    let plans = try plans()
    for key in ["serial", "words", "share", "made", "lang", "mixed", "sparse", "odd", "flag", "missing"] {
      for label in [":Paper", ":Other", "", ":Nobody"] {
        let query = "MATCH (n\(label)) RETURN min(n.\(key)), max(n.\(key)), count(n.\(key)), count(*)"
        #expect(try plans.optimized.literals(query) == plans.naive.literals(query), "\(query)")
      }
    }
    let query = "MATCH ()-[r:CITES]->() RETURN max(r.weight), min(r.n)"
    #expect(try plans.optimized.literals(query) == plans.naive.literals(query))
  }

  @Test func `what is written and removed later is seen`() throws {
    let engine = try plans().optimized
    let greatest = "MATCH (n:Paper) RETURN max(n.words)"
    let above = "MATCH (n:Paper) WHERE n.words > 1499 RETURN count(*)"
    #expect(try engine.column(greatest) == ["1499"])
    #expect(try engine.column(above) == ["0"])
    _ = try engine.column("MATCH (n:Paper {serial: 3000}) SET n.words = 5000 RETURN 1")
    #expect(try engine.column(greatest) == ["5000"])
    #expect(try engine.column(above) == ["1"])
    _ = try engine.column("MATCH (n:Paper {serial: 3000}) REMOVE n.words RETURN 1")
    #expect(try engine.column(greatest) == ["1499"])
    #expect(try engine.column(above) == ["0"])
  }

  @Test func `an error of a condition comes as in the naive plan`() throws {
    let plans = try plans()
    plans.expect("MATCH (n:Paper) WHERE 1 / n.words > 0 AND n.serial < 0 RETURN count(*)", fails: "DivisionByZero")
    plans.expect("MATCH (n:Paper) WHERE n.serial < 0 AND 1 / n.words > 0 RETURN count(*)", gives: ["0"])
    plans.expect("MATCH (n:Nobody) WHERE n.serial < date('never') RETURN count(*)", gives: ["0"])
    #expect(plans.optimized.failure("MATCH (n:Paper) RETURN n.words, 1 / n.words AS y ORDER BY n.words DESC LIMIT 1") != nil)
  }

  @Test func `a profile says how many blocks were left out`() throws {
    let engine = try plans().optimized
    let found = try scan("MATCH (n:Paper) WHERE n.serial >= 4990 RETURN sum(n.words)", engine)
    #expect(found.details == "(n:Paper) WHERE n.serial >= 4990")
    #expect(found.actualRows == 10)
    #expect(found.modes.contains(.skipping(blockCount: 7, of: 8)))
    let listed = try scan("MATCH (n:Paper) WHERE n.serial IN [17, 4990, 4999] AND n.sparse IS NULL RETURN sum(n.words)", engine)
    #expect(listed.details == "(n:Paper) WHERE n.serial IN [17, 4990, 4999] AND n.sparse IS NULL")
    #expect(listed.modes.contains(.skipping(blockCount: 6, of: 8)))
    let first = try scan("MATCH (n:Paper) RETURN n.words AS w ORDER BY n.made LIMIT 3", engine)
    #expect(first.details == "(n:Paper) UP TO THE LAST ROW WANTED BY made")
    #expect(try #require(first.actualRows) < 5000)
  }

  @Test func `each of the rules can be switched off`() throws {
    let engine = try plans().optimized
    engine.disabledRules = ["TestStoredColumns", "BoundScansByOrder", "ReadColumnEnds"]
    for query in [
      "MATCH (n:Paper) WHERE n.serial > 7 RETURN sum(n.words)", "MATCH (n:Paper) RETURN n.words AS w ORDER BY w LIMIT 3",
      "MATCH (n:Paper) RETURN max(n.words)", "MATCH (n:Paper) WHERE n.serial IN [7, 9] RETURN sum(n.words)",
    ] {
      #expect(try scan(query, engine).modes.allSatisfy { if case .skipping = $0 { false } else { true } })
    }
  }
}
