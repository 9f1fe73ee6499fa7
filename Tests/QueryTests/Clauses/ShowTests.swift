import Cypher
import Graph
import Query
import Testing

struct ShowTests {
  @Test func `SHOW FUNCTIONS lists the catalog`() throws {
    let engine = try QueryEngine.over()
    let result = try engine.run("SHOW FUNCTIONS", parameters: [:])
    #expect(result.columns == ["name", "category", "description"])
    #expect(try result.allRecords().count == FunctionCatalog.all.count)
    #expect(try engine.column("SHOW USER DEFINED FUNCTIONS").isEmpty)
    let counted = "SHOW BUILT IN FUNCTIONS YIELD name AS n, aggregating WHERE aggregating RETURN count(*) AS c"
    #expect(try engine.column(counted) == ["\(FunctionCatalog.all.filter(\.isAggregate).count)"])
    let signature = "SHOW ALL FUNCTIONS YIELD * WHERE name = 'toUpper' RETURN category, argumentDescription[0].name"
    #expect(try engine.literals(signature)[0][0] == "'String'")
  }

  @Test func `what is yielded can be ordered, cut and filtered`() throws {
    let engine = try QueryEngine.over()
    #expect(try engine.column("SHOW FUNCTIONS YIELD name ORDER BY name DESC SKIP 0 LIMIT 1 WHERE size(name) > 0").count == 1)
    #expect(try engine.column("SHOW PROCEDURES WHERE name = 'db.labels'") == ["'db.labels'"])
    let fields =
      "SHOW PROCEDURES YIELD name AS n, returnDescription AS r FILTER n = 'db.labels' UNWIND r AS field RETURN field.name"
    #expect(try engine.column(fields) == ["'label'"])
  }

  @Test func `indexes and constraints are shown by the same means`() throws {
    let engine = try QueryEngine.over("CREATE INDEX FOR (p:P) ON (p.x)", "CREATE CONSTRAINT FOR (p:P) REQUIRE p.id IS UNIQUE")
    #expect(try engine.column("SHOW INDEXES YIELD name WHERE name CONTAINS 'x' RETURN count(*)") == ["1"])
    #expect(try engine.literals("SHOW CONSTRAINTS").count == 1)
  }

  @Test func `a column that is not there is named, with what is`() throws {
    let engine = try QueryEngine.over()
    do {
      _ = try engine.run("SHOW FUNCTIONS YIELD nam", parameters: [:])
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.hint == "did you mean `name`?")
    }
  }
}
