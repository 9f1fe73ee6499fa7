import Cypher
import Graph
import GraphStorage
import Query
import Testing

struct SchemaStatementTests {
  static let listing = "SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint"

  @Test func `indexes have the name that they are given or one made up`() throws {
    let engine = try QueryEngine.over(
      "CREATE INDEX FOR (p:Person) ON (p.name)", "CREATE RANGE INDEX both FOR (p:Person) ON (p.first, p.last)",
      "CREATE TEXT INDEX FOR ()-[r:KNOWS]-() ON (r.how)", "CREATE FULLTEXT INDEX FOR (n:A|B|A) ON EACH [n.x, n.y]",
      "CREATE INDEX index_Person_x FOR (p:Other) ON (p.x)", "CREATE INDEX FOR (p:Person) ON (p.x)")
    #expect(
      try engine.literals(Self.listing) == [
        ["'both'", "'RANGE'", "'NODE'", "['Person']", "['first', 'last']", "null"],
        ["'fulltext_A_B_x_y'", "'FULLTEXT'", "'NODE'", "['A', 'B']", "['x', 'y']", "null"],
        ["'index_Person_name'", "'RANGE'", "'NODE'", "['Person']", "['name']", "null"],
        ["'index_Person_x'", "'RANGE'", "'NODE'", "['Other']", "['x']", "null"],
        ["'index_Person_x_2'", "'RANGE'", "'NODE'", "['Person']", "['x']", "null"],
        ["'text_KNOWS_how'", "'TEXT'", "'RELATIONSHIP'", "['KNOWS']", "['how']", "null"],
      ])
    #expect(try engine.column("SHOW TEXT INDEXES YIELD name") == ["'text_KNOWS_how'"])
    #expect(
      try engine.column(
        "SHOW INDEXES YIELD name, state, populationPercent AS p WHERE p = 100.0 AND state = 'ONLINE' RETURN count(*)") == ["6"])
  }

  @Test func `a parameter may say what an index or a constraint is called`() throws {
    let engine = QueryEngine(store: GraphStore())
    let names: [String: Value] = ["index": .string("by name"), "constraint": .string("c"), "number": .integer(1)]
    for statement in [
      "CREATE INDEX $index FOR (p:Person) ON (p.name)", "CREATE INDEX $index IF NOT EXISTS FOR (p:Person) ON (p.other)",
      "CREATE CONSTRAINT $constraint FOR (p:Person) REQUIRE p.id IS UNIQUE",
    ] {
      _ = try engine.run(statement, parameters: names)
    }
    #expect(try engine.column("SHOW INDEXES YIELD name") == ["'by name'", "'c'"])
    #expect(engine.failure("DROP INDEX $number", names) == "InvalidArgumentType")
    #expect(engine.failure("DROP INDEX $missing", names) == "MissingParameter")
    _ = try engine.run("DROP INDEX $index", parameters: names)
    _ = try engine.run("DROP CONSTRAINT $constraint IF EXISTS", parameters: names)
    #expect(try engine.column("SHOW INDEXES YIELD name") == [])
  }

  @Test func `a statement that SHOW gives makes the same again`() throws {
    let engine = try QueryEngine.over(
      "CREATE INDEX `for` FOR (p:`a b`) ON (p.`x``y`, p.z)", "CREATE TEXT INDEX FOR ()-[r:KNOWS]-() ON (r.how)",
      "CREATE FULLTEXT INDEX f FOR (n:A|B) ON EACH [n.x] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}",
      "CREATE CONSTRAINT FOR (p:P) REQUIRE (p.a, p.b) IS UNIQUE", "CREATE CONSTRAINT FOR (p:P) REQUIRE p.c IS NOT NULL",
      "CREATE CONSTRAINT FOR ()-[r:T]-() REQUIRE r.d IS KEY",
      "CREATE CONSTRAINT FOR (p:P) REQUIRE p.e IS :: LIST<DATE NOT NULL> | LOCAL TIME")
    let schema = engine.store.snapshot.schemaDefinitions
    let again = QueryEngine(store: GraphStore())
    for table in ["INDEXES", "CONSTRAINTS"] {
      for record in try engine.run("SHOW \(table) YIELD createStatement AS s WHERE s IS NOT NULL", parameters: [:]).allRecords() {
        guard case .string(let statement) = record[0] else { return #expect(Bool(false), "no text") }
        _ = try again.run(statement, parameters: [:])
      }
    }
    #expect(again.store.snapshot.schemaDefinitions == schema)
  }

  @Test func `IF EXISTS and IF NOT EXISTS make repetition harmless`() throws {
    let engine = try QueryEngine.over("CREATE INDEX i FOR (a:A) ON (a.x)", "CREATE CONSTRAINT c FOR (a:A) REQUIRE a.id IS UNIQUE")
    for statement in [
      "CREATE INDEX i IF NOT EXISTS FOR (b:B) ON (b.y)", "CREATE INDEX j IF NOT EXISTS FOR (a:A) ON (a.x)",
      "CREATE CONSTRAINT c IF NOT EXISTS FOR (b:B) REQUIRE b.y IS UNIQUE",
      "CREATE CONSTRAINT IF NOT EXISTS FOR (a:A) REQUIRE a.id IS UNIQUE",
      "DROP INDEX nothing IF EXISTS", "DROP CONSTRAINT nothing IF EXISTS",
    ] {
      #expect(try engine.run(statement, parameters: [:]).summary.counters.isEmpty, "\(statement)")
    }
    for (statement, counted) in [("DROP INDEX i", \UpdateCounters.indexesRemoved), ("DROP CONSTRAINT c", \.constraintsRemoved)] {
      #expect(try engine.run(statement, parameters: [:]).summary.counters[keyPath: counted] == 1)
      #expect(engine.failure(statement) == "SchemaError")
    }
    #expect(engine.store.snapshot.schemaDefinitions.isEmpty)
  }

  static let constraints: [(statement: String, fine: [String], wrong: [(query: String, detail: String)])] = [
    (
      "CREATE CONSTRAINT c FOR (p:P) REQUIRE p.id IS UNIQUE",
      ["CREATE (:P {id: 1}), (:P {id: 2}), (:P), (:P), (:Q {id: 1})", "MATCH (p:P) SET p.id = 3 - p.id", "MERGE (:P {id: 1})"],
      [
        ("CREATE (:P {id: 1.0})", "UniqueConstraintViolated"), ("MATCH (q:Q) SET q:P", "UniqueConstraintViolated"),
        ("MATCH (p:P) SET p.id = 7", "UniqueConstraintViolated"),
        ("UNWIND [8, 8] AS i CREATE (:P {id: i})", "UniqueConstraintViolated"),
      ]
    ),
    (
      "CREATE CONSTRAINT c FOR (p:P) REQUIRE p.id IS NOT NULL",
      [
        "CREATE (:P {id: 1})", "CREATE (p:P) SET p.id = 2", "MATCH (p:P {id: 1}) REMOVE p.id SET p.id = 5",
        "CREATE (p:P) DELETE p",
      ],
      [
        ("CREATE (:P)", "PropertyExistenceViolated"), ("MATCH (p:P) REMOVE p.id", "PropertyExistenceViolated"),
        ("MATCH (p:P) SET p = {}", "PropertyExistenceViolated"), ("CREATE (n) SET n:P", "PropertyExistenceViolated"),
      ]
    ),
    (
      "CREATE CONSTRAINT c FOR (p:P) REQUIRE (p.a, p.b) IS NODE KEY", ["CREATE (:P {a: 1, b: 1}), (:P {a: 1, b: 2})"],
      [("CREATE (:P {a: 1})", "KeyConstraintViolated"), ("CREATE (:P {a: 1, b: 2})", "KeyConstraintViolated")]
    ),
    (
      "CREATE CONSTRAINT c FOR ()-[r:R]-() REQUIRE r.id IS RELATIONSHIP KEY", ["CREATE (a:P)-[:R {id: 1}]->(a), (a)-[:S]->(a)"],
      [
        ("MATCH (a:P) CREATE (a)-[:R {id: 1}]->(a)", "KeyConstraintViolated"),
        ("MATCH (a:P) CREATE (a)-[:R]->(a)", "KeyConstraintViolated"),
        ("MATCH ()-[r:R]->() SET r.id = null", "KeyConstraintViolated"),
      ]
    ),
  ]

  @Test func `a type constraint takes one type or several, and shows them`() throws {
    let engine = try QueryEngine.over(
      "CREATE CONSTRAINT t FOR (p:P) REQUIRE p.x IS :: STRING | INTEGER",
      "CREATE CONSTRAINT FOR ()-[r:T]-() REQUIRE (r.y) IS TYPED LIST<FLOAT NOT NULL>",
      "CREATE CONSTRAINT u FOR (p:P) REQUIRE p.at :: ZONED DATETIME")
    #expect(
      try engine.literals("SHOW PROPERTY TYPE CONSTRAINTS YIELD name, type, propertyType") == [
        ["'t'", "'NODE_PROPERTY_TYPE'", "'INTEGER | STRING'"],
        ["'type_T_y'", "'RELATIONSHIP_PROPERTY_TYPE'", "'LIST<FLOAT NOT NULL>'"],
        ["'u'", "'NODE_PROPERTY_TYPE'", "'ZONED DATETIME'"],
      ])
    #expect(
      engine.failure("CREATE (a:P {x: 1, at: datetime('2020-01-01T00:00Z')})-[:T {y: [1.5]}]->(:P {x: 'a'})-[:T]->(a)") == nil)
    for wrong in [
      "CREATE (:P {x: 1.5})", "MATCH (p:P) SET p.at = '2020'", "MATCH ()-[r:T]->() SET r.y = [1]",
      "MATCH ()-[r:T]->() SET r.y = 1.5",
    ] {
      #expect(engine.failure(wrong) == "PropertyTypeViolated", "\(wrong)")
    }
    for wrong in ["MAP", "NODE", "ANY", "INTEGER NOT NULL", "LIST<INTEGER>", "LIST<MAP NOT NULL>", "NUMBERS"] {
      #expect(engine.failure("CREATE CONSTRAINT FOR (p:P) REQUIRE p.z IS :: \(wrong)") == "UnexpectedSyntax", "\(wrong)")
    }
  }

  @Test(arguments: constraints)
  func `a constraint holds at the end of every statement`(
    _ test: (statement: String, fine: [String], wrong: [(query: String, detail: String)])
  ) throws {
    let engine = try QueryEngine.over(test.statement)
    for query in test.fine { #expect(engine.failure(query) == nil, "\(query)") }
    let before = try engine.literals("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r")
    for (query, detail) in test.wrong {
      #expect(engine.failure(query) == detail, "\(query)")
      #expect(try engine.literals("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r") == before, "\(query)")
    }
    // In an open transaction the statement is undone as well, and the transaction fails.
    _ = try engine.run("BEGIN", parameters: [:])
    #expect(engine.failure(test.wrong[0].query) == test.wrong[0].detail)
    _ = try engine.run("ROLLBACK", parameters: [:])
  }

  @Test func `the error names element, property, constraint and what to do`() throws {
    let engine = try QueryEngine.over("CREATE CONSTRAINT ids FOR (p:P) REQUIRE p.id IS UNIQUE", "CREATE (:P {id: 'x'})")
    do {
      _ = try engine.run("CREATE (:P {id: 'x'})", parameters: [:])
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.kind == .constraintValidationFailed)
      #expect(error.message == "node 0 and node 1 both have `id` = 'x', and constraint `ids` demands that it is unique for (:P)")
      #expect(error.hint == "use MERGE to find the node that is there, or lift the constraint: DROP CONSTRAINT ids")
    }
    do {
      _ = try engine.run("CREATE CONSTRAINT needed FOR (p:P) REQUIRE p.name IS NOT NULL", parameters: [:])
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.kind == .constraintVerificationFailed)
      #expect(error.message == "node 0 has no property `name`, and constraint `needed` demands it of every (:P)")
    }
  }

  @Test func `constraints are listed with what they demand`() throws {
    let engine = try QueryEngine.over(
      "CREATE CONSTRAINT a FOR (p:P) REQUIRE p.id IS UNIQUE", "CREATE CONSTRAINT FOR (p:P) REQUIRE p.x IS NOT NULL",
      "CREATE CONSTRAINT k FOR ()-[r:T]-() REQUIRE (r.x, r.y) IS REL KEY")
    #expect(
      try engine.literals("SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties, ownedIndex") == [
        ["'a'", "'NODE_PROPERTY_UNIQUENESS'", "'NODE'", "['P']", "['id']", "'a'"],
        ["'exists_P_x'", "'NODE_PROPERTY_EXISTENCE'", "'NODE'", "['P']", "['x']", "null"],
        ["'k'", "'RELATIONSHIP_KEY'", "'RELATIONSHIP'", "['T']", "['x', 'y']", "'k'"],
      ])
    #expect(try engine.column("SHOW NODE PROPERTY EXISTENCE CONSTRAINTS YIELD name") == ["'exists_P_x'"])
    #expect(try engine.column("SHOW KEY CONSTRAINTS YIELD name") == ["'k'"])
    #expect(try engine.column("SHOW RELATIONSHIP UNIQUENESS CONSTRAINTS").isEmpty)
    #expect(try engine.column("SHOW INDEXES YIELD owningConstraint AS c WHERE c IS NOT NULL RETURN c") == ["'a'", "'k'"])
    #expect(engine.failure("DROP INDEX a") == "SchemaError")
  }

  static let answers = [
    "MATCH (p:P) WHERE p.a = 3 AND p.b = 'x3' RETURN count(*)", "MATCH (p:P {b: 'x1', a: 1}) RETURN count(*)",
    "MATCH (p:P) WHERE p.a = 3 AND p.b = null RETURN count(*)", "MATCH (p:P) WHERE p.b STARTS WITH 'x1' RETURN count(*)",
    "MATCH (p:P) WHERE p.b CONTAINS '1' RETURN count(*)", "MATCH (p:P) WHERE p.b ENDS WITH '1' RETURN count(*)",
    "MATCH (p:P) WHERE p.b CONTAINS 1 RETURN count(*)",
    "MATCH (p:P) WHERE p.at = datetime('2020-01-05T01:00+01:00') RETURN count(*)",
    "MATCH (p:P) WHERE p.at > datetime('2020-01-05T00:00Z') RETURN count(*)",
    "MATCH (p:P) WHERE p.at <= datetime('2020-01-05T00:00Z') RETURN count(*)",
    "MATCH (p:P) WHERE p.for = duration('P3D') RETURN count(*)", "MATCH (p:P) WHERE p.for > duration('P3D') RETURN count(*)",
    "MATCH (p:P) WHERE p.list = [1, 'a'] RETURN count(*)", "MATCH (p:P) WHERE p.list > [1] RETURN count(*)",
    "MATCH (p:P) WHERE p.list = [1.0, 'a'] RETURN count(*)", "MATCH (p:P) WHERE p.a = 0.0 / 0.0 RETURN count(*)",
    "MATCH (p:P) WHERE 3 = p.a AND p.b STARTS WITH 'x' AND p.at IS NOT NULL RETURN count(*)",
  ]

  @Test(arguments: answers)
  func `an index changes no answer`(query: String) throws {
    let graph = """
      UNWIND range(1, 40) AS i
      CREATE (:P {a: i % 5, b: 'x' + (i % 20), at: datetime('2020-01-01T00:00Z') + duration({days: i % 9}),
        for: duration({days: i % 4}), list: [i % 3, 'a']}), (:P {b: i})
      """
    let plain = try QueryEngine.over(graph)
    let indexed = try QueryEngine.over(
      "CREATE INDEX FOR (p:P) ON (p.a, p.b)", "CREATE INDEX FOR (p:P) ON (p.at)", "CREATE INDEX FOR (p:P) ON (p.for)",
      "CREATE INDEX FOR (p:P) ON (p.list)", "CREATE TEXT INDEX FOR (p:P) ON (p.b)", graph)
    #expect(try indexed.column(query) == plain.column(query))
  }

  @Test func `the planner uses every kind of index`() throws {
    let engine = try QueryEngine.over(
      "UNWIND range(1, 200) AS i CREATE (:P {a: i % 10, b: 'x' + i, c: 'y' + i})", "CREATE INDEX FOR (p:P) ON (p.a, p.b)",
      "CREATE TEXT INDEX FOR (p:P) ON (p.c)")
    func leaf(_ query: String) throws -> String {
      var plan = try #require(try engine.run("EXPLAIN " + query, parameters: [:]).summary.plan)
      while let child = plan.children.first, child.name != "Argument" { plan = child }
      return "\(plan.name) \(plan.details)"
    }
    #expect(try leaf("MATCH (p:P {a: 1, b: 'x1'}) RETURN p") == "NodeIndexSeek (p:P {a: 1, b: 'x1'})")
    #expect(try leaf("MATCH (p:P {a: 1}) RETURN p").hasPrefix("NodeByLabelScan"))
    #expect(try leaf("MATCH (p:P) WHERE p.c CONTAINS '17' RETURN p") == "NodeIndexStrings (p:P) c CONTAINS '17'")
    #expect(try leaf("MATCH (p:P) WHERE p.b CONTAINS '17' RETURN p").hasPrefix("NodeByLabelScan"))
  }

  @Test func `plans follow the indexes that come and go`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 50) AS i CREATE (:P {a: i})")
    let query = "MATCH (p:P {a: 7}) RETURN p.a"
    for statement in [
      "CREATE INDEX i FOR (p:P) ON (p.a)", "DROP INDEX i", "BEGIN", "CREATE INDEX i FOR (p:P) ON (p.a)", "ROLLBACK",
    ] {
      #expect(try engine.column(query) == ["7"])
      _ = try engine.run(statement, parameters: [:])
    }
    #expect(try engine.column(query) == ["7"])
  }

  static let refusals: [(statement: String, message: String)] = [
    ("CREATE POINT INDEX FOR (n:A) ON (n.x)", "there are no POINT indexes here"),
    ("CREATE LOOKUP INDEX FOR (n) ON EACH labels(n)", "no LOOKUP indexes"),
    ("CREATE VECTOR INDEX v FOR (n:A) ON (n.x)", "no VECTOR indexes"),
    ("CREATE BTREE INDEX FOR (n:A) ON (n.x)", "no BTREE indexes"),
    ("CREATE INDEX ON :A(x)", "form of old"), ("CREATE CONSTRAINT ON (n:A) ASSERT n.x IS UNIQUE", "form of old"),
    ("CREATE TEXT INDEX FOR (n:A) ON (n.x, n.y)", "a TEXT index is over one property"),
    ("CREATE INDEX FOR (n:A|B) ON (n.x)", "expected `)`"),
    ("CREATE INDEX FOR (n:A) ON (m.x)", "no variable `m` here"), ("CREATE INDEX FOR (n:A) ON (n.x, n.x)", "stands here twice"),
    ("CREATE FULLTEXT INDEX FOR (n:A) ON (n.x)", "expected EACH"),
    ("CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS RELATIONSHIP KEY", "does not go with"),
    ("CREATE CONSTRAINT FOR (n:A) REQUIRE (n.x, n.y) IS NOT NULL", "only UNIQUE and KEY"),
    ("CREATE INDEX i FOR (n:A) ON (n.x) OPTIONS 1", "OPTIONS takes a map"),
    (
      "CREATE FULLTEXT INDEX FOR (n:A) ON EACH [n.x] OPTIONS {indexConfig: {`fulltext.analyzer`: 'klingon'}}",
      "no analyzer 'klingon'"
    ),
    ("CREATE INDEX FOR (n:A) ON (n.x) OPTIONS {speed: 1}", "no option `speed`"),
    ("DROP INDEX nothing", "there is no index `nothing`"),
    ("DROP CONSTRAINT nothing", "there is no constraint `nothing`"), ("SHOW POINT INDEXES", "there are no POINT INDEXES"),
  ]

  @Test(arguments: refusals)
  func `what cannot be made is refused in a sentence`(_ test: (statement: String, message: String)) throws {
    let engine = try QueryEngine.over()
    do {
      _ = try engine.run(test.statement, parameters: [:])
      Issue.record("nothing was thrown: \(test.statement)")
    } catch {
      #expect(error.message.contains(test.message), "\(test.statement): \(error.message)")
      #expect(error.position != nil, "\(test.statement)")
    }
  }

  @Test func `words of the commands stay usable as names`() throws {
    let engine = try QueryEngine.over("CREATE (range:Range {text: 1})-[:FULLTEXT {each: 2}]->(key:Key {options: 3})")
    #expect(try engine.column("MATCH (range)-[load]->(key) RETURN range.text + load.each + key.options") == ["6"])
    #expect(try engine.column("CREATE range = (text)-[:T]->(index) RETURN length(range)") == ["1"])
  }
}
