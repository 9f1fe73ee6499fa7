import Graph
import Query
import Testing

/// `IS TYPED`, CAST, `IS TRUE`, `IS NORMALIZED` and `||`.
struct TypeExpressionTests {
  private let harness = ExpressionHarness()

  /// Each type with the values that are of it; of all others it must say no.
  static let values = [
    "true", "1", "1.5", "'a'", "date('2013-01-02')", "localtime('10:00')", "time('10:00Z')", "localdatetime('2013-01-02T10:00')",
    "datetime('2013-01-02T10:00Z')", "duration('P1D')", "{a: 1}", "[1, 2]", "[1, null]", "['a', 1]", "[]", "[[1], ['a']]", "null",
  ]

  @Test(arguments: [
    ("BOOLEAN", "true null"), ("BOOL", "true null"), ("STRING", "'a' null"), ("VARCHAR", "'a' null"), ("INTEGER", "1 null"),
    ("INT", "1 null"), ("SIGNED INTEGER", "1 null"), ("INT64", "1 null"), ("FLOAT", "1.5 null"), ("DOUBLE PRECISION", "1.5 null"),
    ("DATE", "date('2013-01-02') null"), ("LOCAL TIME", "localtime('10:00') null"),
    ("TIME WITHOUT TIMEZONE", "localtime('10:00') null"), ("ZONED TIME", "time('10:00Z') null"),
    ("TIME WITH TIME ZONE", "time('10:00Z') null"), ("LOCAL DATETIME", "localdatetime('2013-01-02T10:00') null"),
    ("TIMESTAMP WITHOUT TIME ZONE", "localdatetime('2013-01-02T10:00') null"),
    ("ZONED DATETIME", "datetime('2013-01-02T10:00Z') null"), ("TIMESTAMP WITH TIMEZONE", "datetime('2013-01-02T10:00Z') null"),
    ("DURATION", "duration('P1D') null"), ("MAP", "{a: 1} null"), ("ANY MAP", "{a: 1} null"), ("NULL", "null"), ("NOTHING", ""),
    ("NODE", "null"), ("EDGE", "null"), ("PATH", "null"), ("INTEGER NOT NULL", "1"), ("integer!", "1"), ("NULL NOT NULL", ""),
    ("INTEGER | STRING", "1 'a' null"), ("INTEGER | STRING NOT NULL", "1 'a' null"),
    ("INTEGER NOT NULL | STRING NOT NULL", "1 'a'"),
    ("ANY<INTEGER | BOOL> NOT NULL", "true 1"), ("LIST<INTEGER>", "[1, 2] [1, null] [] null"),
    ("LIST<INTEGER NOT NULL>", "[1, 2] [] null"), ("LIST<INTEGER NOT NULL> NOT NULL", "[1, 2] []"), ("LIST<NOTHING>", "[] null"),
    ("INTEGER LIST", "[1, 2] [1, null] [] null"), ("ARRAY<LIST<INTEGER | STRING>>", "[] [[1], ['a']] null"),
    ("LIST<ANY>", "[1, 2] [1, null] ['a', 1] [] [[1], ['a']] null"), ("LIST", "[1, 2] [1, null] ['a', 1] [] [[1], ['a']] null"),
    ("INTEGER LIST LIST", "[] null"), ("ANY NOT NULL | NULL", values.joined(separator: " ")),
    ("ANY VALUE", values.joined(separator: " ")),
  ])
  func `a value is of the types that it is of`(type: String, expected: String) throws {
    let accepted = try Self.values.filter { try harness.literal("\($0) IS TYPED \(type)") == "true" }
    #expect(accepted.joined(separator: " ") == expected)
    for value in Self.values {
      let answer = accepted.contains(value) ? "true" : "false"
      #expect(try harness.literal("\(value) IS :: \(type)") == answer)
      #expect(try harness.literal("(\(value)) :: \(type)") == answer)
      #expect(try harness.literal("NOT \(value) IS NOT :: \(type)") == answer)
    }
  }

  @Test func `property values are what a property can hold, in columns as well`() throws {
    let engine = try QueryEngine.over("CREATE (:A {x: 1, y: 'a'})-[:R]->(:A {x: 2.5, y: 'b'}), (:A {y: 'c'})")
    let query = "MATCH (n:A) WHERE n.x IS :: INTEGER NOT NULL RETURN n.y"
    #expect(try engine.column(query) == ["'a'"])
    #expect(try engine.column("MATCH (n:A) RETURN n.x IS :: FLOAT AS f ORDER BY n.y") == ["false", "true", "true"])
    let kinds = "MATCH p = (n)-[r]->(m) RETURN n :: NODE, r :: EDGE, p :: PATH, n :: PROPERTY VALUE, [r] :: LIST<EDGE>"
    #expect(try engine.literals(kinds) == [["true", "true", "true", "false", "true"]])
    #expect(
      try engine.column("UNWIND [1, 'a', [1], [[1]], {}] AS x RETURN x IS :: PROPERTY VALUE") == [
        "true", "true", "true", "false", "false",
      ])
  }

  @Test(arguments: [
    ("CAST('42' AS INTEGER)", "42"), ("CAST(' 4.7 ' AS INTEGER)", "4"), ("CAST(true AS INT)", "1"), ("CAST(1 AS FLOAT)", "1.0"),
    ("CAST('1e2' AS FLOAT)", "100.0"), ("CAST(1.5 AS STRING)", "'1.5'"), ("CAST(date('2013-01-02') AS STRING)", "'2013-01-02'"),
    ("CAST('TRUE' AS BOOL)", "true"), ("CAST(0 AS BOOLEAN)", "false"), ("CAST('2013-01-02' AS DATE)", "'2013-01-02'"),
    ("CAST(datetime('2013-01-02T10:00Z') AS DATE)", "'2013-01-02'"),
    ("CAST('2013-01-02T10:00' AS LOCAL DATETIME)", "'2013-01-02T10:00'"),
    ("CAST('P1D' AS DURATION)", "'P1D'"), ("CAST('10:00' AS LOCAL TIME)", "'10:00'"),
    ("CAST(['1', 2, null] AS LIST<INTEGER>)", "[1, 2, null]"),
    ("CAST('7' AS DATE | INTEGER)", "7"), ("CAST('7' AS STRING | INTEGER)", "'7'"), ("CAST(null AS INTEGER)", "null"),
    ("CAST({a: 1} AS MAP)", "{a: 1}"), ("CAST(1 AS ANY)", "1"), ("CAST([1] AS PROPERTY VALUE)", "[1]"),
    ("cast('1' as int) + 1", "2"),
  ])
  func `CAST converts`(text: String, expected: String) throws {
    #expect(try harness.literal(text) == expected)
  }

  @Test(arguments: [
    "CAST('abc' AS INTEGER)", "CAST(1e300 AS INTEGER)", "CAST({} AS STRING)", "CAST(null AS INTEGER NOT NULL)",
    "CAST([1] AS MAP)",
    "CAST('30 February' AS DATE)", "CAST(['x'] AS LIST<INTEGER>)", "CAST(1 AS NODE)", "CAST(1 AS NOTHING)",
    "CAST('maybe' AS BOOLEAN)",
    "CAST(1 AS NULL)", "CAST([{}] AS PROPERTY VALUE)",
  ])
  func `a conversion that cannot be done is an error`(text: String) {
    #expect(harness.failure(text) == "TypeError InvalidArgumentValue")
  }

  @Test(arguments: [
    ("'a' || 'b'", "'ab'"), ("[1] || [2, 'a']", "[1, 2, 'a']"), ("'a' || null", "null"), ("null || [1]", "null"),
    ("'a' || 'b' + 'c' || 'd'", "'abcd'"), ("'ab' || 'c' = 'abc'", "true"), ("[x IN ['a'] | x || 'b']", "['ab']"),
    ("true IS TRUE", "true"), ("null IS TRUE", "false"), ("null IS NOT TRUE", "true"), ("false IS FALSE", "true"),
    ("1 > null IS UNKNOWN", "null"), ("(1 > null) IS UNKNOWN", "true"), ("true IS NOT UNKNOWN", "true"),
    ("true IS FALSE", "false"),
    ("'\\u00e9' IS NORMALIZED", "true"), ("'e\\u0301' IS NORMALIZED", "false"), ("'e\\u0301' IS NFD NORMALIZED", "true"),
    ("'e\\u0301' IS NOT NFC NORMALIZED", "true"), ("'\\ufb01' IS NFC NORMALIZED", "true"),
    ("'\\ufb01' IS nfkc NORMALIZED", "false"),
    ("null IS NORMALIZED", "null"), ("1 IS NOT NFKD NORMALIZED", "null"),
  ])
  func `operators and tests`(text: String, expected: String) throws {
    #expect(try harness.literal(text) == expected)
  }

  @Test(arguments: [
    ("$x || 'a'", "TypeError InvalidArgumentType"), ("$x IS TRUE", "TypeError InvalidArgumentType"),
  ])
  func `what cannot be joined or tested is an error`(text: String, failure: String) {
    var harness = harness
    harness.context = EvaluationContext(snapshot: nil, parameters: ["x": .integer(1)])
    #expect(harness.failure(text) == failure)
  }
}
