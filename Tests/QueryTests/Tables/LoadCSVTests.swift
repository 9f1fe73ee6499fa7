import Cypher
import Graph
import Query
import Testing

struct LoadCSVTests {
  static let tables = SampleTables([
    "a": [["id", "name", ""], ["1", "x", "left out"], ["2", nil], ["3", "z", nil]],
    "b": [["id"], ["7"]], "twice": [["a", "a"], ["1", "2"]], "long": [["a"], ["1"], ["2", "3"]], "empty": [],
    "many": [["i"]] + (1...5000).map { ["\($0)"] },
  ])

  private func engine() throws -> QueryEngine {
    let engine = try QueryEngine.over()
    engine.tables = Self.tables
    return engine
  }

  @Test func `a record is a list, or with headers a map without the columns that have no name`() throws {
    let engine = try engine()
    #expect(try engine.column("LOAD CSV FROM 'b' AS row RETURN row") == ["['id']", "['7']"])
    #expect(
      try engine.column("LOAD CSV WITH HEADERS FROM 'a' AS row RETURN row") == [
        "{id: '1', name: 'x'}", "{id: '2', name: null}", "{id: '3', name: 'z'}",
      ])
    #expect(try engine.column("LOAD CSV WITH HEADERS FROM 'empty' AS row RETURN row").isEmpty)
  }

  @Test func `linenumber and file belong to the last LOAD CSV`() throws {
    let engine = try engine()
    let both = "LOAD CSV FROM 'b' AS x LOAD CSV WITH HEADERS FROM 'a' AS y RETURN x[0], y.id, linenumber(), file()"
    #expect(
      try engine.literals(both) == [
        ["'id'", "'1'", "2", "'a'"], ["'id'", "'2'", "3", "'a'"], ["'id'", "'3'", "4", "'a'"], ["'7'", "'1'", "2", "'a'"],
        ["'7'", "'2'", "3", "'a'"], ["'7'", "'3'", "4", "'a'"],
      ])
    #expect(try engine.column("LOAD CSV FROM 'b' AS row WITH row, linenumber() AS n RETURN n") == ["1", "2"])
    #expect(try engine.literals("RETURN linenumber(), file()") == [["null", "null"]])
    #expect(try engine.column("LOAD CSV FROM 'a' AS row WITH * WHERE row[0] <> 'id' RETURN count(linenumber())") == ["0"])
    _ = try engine.run("LOAD CSV WITH HEADERS FROM 'a' AS row CREATE (:N {id: row.id, line: linenumber()})", parameters: [:])
    #expect(
      try engine.literals("MATCH (n:N) RETURN n.id, n.line ORDER BY n.id") == [["'1'", "2"], ["'2'", "3"], ["'3'", "4"]])
  }

  @Test func `a long table is read in batches and only as far as it is needed`() throws {
    let engine = try engine()
    let sum = "LOAD CSV WITH HEADERS FROM 'many' AS row RETURN count(*), sum(toInteger(row.i)), max(linenumber())"
    #expect(try engine.literals(sum) == [["5000", "12502500", "5001"]])
    #expect(try engine.column("LOAD CSV WITH HEADERS FROM 'many' AS row RETURN row.i LIMIT 2") == ["'1'", "'2'"])
    #expect(try engine.column("UNWIND ['b', 'b'] AS f LOAD CSV FROM f AS row RETURN count(*)") == ["4"])
  }

  @Test func `the naive plan answers alike`() throws {
    let query = "LOAD CSV WITH HEADERS FROM 'many' AS row WITH row, linenumber() AS n WHERE n % 1000 = 0 RETURN row.i, n"
    let engine = try engine()
    let expected = try engine.literals(query)
    engine.disabledRules = QueryEngine.ruleNames
    #expect(try engine.literals(query) == expected && expected.count == 5)
  }

  static let wrong: [(query: String, detail: String, message: String)] = [
    ("LOAD CSV FROM 'none' AS row RETURN row", "FileAccessDenied", "no table none"),
    (
      "LOAD CSV WITH HEADERS FROM 'twice' AS row RETURN row", "MalformedTable",
      "twice, line 1: the header has two columns named `a`"
    ),
    ("LOAD CSV WITH HEADERS FROM 'long' AS row RETURN row", "MalformedTable", "long, line 3: found 2 fields, expected at most 1"),
    ("LOAD CSV FROM 1 AS row RETURN row", "InvalidArgumentType", "LOAD CSV"),
    ("LOAD CSV FROM null AS row RETURN row", "InvalidArgumentType", "found"),
    ("LOAD CSV FROM 'a' AS row FIELDTERMINATOR ';;' RETURN row", "UnexpectedSyntax", "a string of one character"),
    ("LOAD CSV FROM 'a' AS row FIELDTERMINATOR 1 RETURN row", "UnexpectedSyntax", "a string of one character"),
    ("LOAD CSV WITH HEADER FROM 'a' AS row RETURN row", "UnexpectedSyntax", "expected HEADERS"),
    ("LOAD CSV 'a' AS row RETURN row", "UnexpectedSyntax", "expected FROM"),
    ("UNWIND [1] AS row LOAD CSV FROM 'a' AS row RETURN row", "VariableAlreadyBound", "row"),
    ("LOAD CSV FROM 'a' AS row", "InvalidClauseComposition", "cannot end with LOAD CSV"),
  ]

  @Test(arguments: wrong)
  func `what is wrong is said with its place`(_ test: (query: String, detail: String, message: String)) throws {
    let engine = try engine()
    do {
      _ = try engine.run(test.query, parameters: [:]).allRecords()
      Issue.record("nothing was thrown: \(test.query)")
    } catch {
      #expect(error.detail.rawValue == test.detail && error.message.contains(test.message), "\(test.query): \(error)")
      #expect(error.position != nil)
    }
  }

  @Test func `without a source no file is read, and the refusal says how to allow one`() throws {
    let engine = try QueryEngine.over()
    do {
      _ = try engine.run("LOAD CSV FROM '/etc/passwd' AS row RETURN row", parameters: [:]).allRecords()
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.detail.rawValue == "FileAccessDenied" && error.hint?.contains("--allow-files") == true)
    }
  }

  @Test func `load and csv stay usable as names`() throws {
    #expect(try QueryEngine.over().column("WITH 1 AS load, 2 AS csv RETURN load + csv") == ["3"])
  }
}
