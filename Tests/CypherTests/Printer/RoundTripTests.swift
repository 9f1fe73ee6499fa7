import Cypher
import Testing
import TestSupport

@Suite struct RoundTripTests {
  @Test(arguments: 0..<20) func `what is printed from a tree is read as that tree`(round: Int) throws {
    for offset in 0..<100 {
      let seed = UInt64(round * 100 + offset)
      var generator = SyntaxGenerator(seed: seed)
      let statement = generator.statement(generator.number(1...5))
      let text = CypherPrinter.text(of: statement)
      do {
        let reread = try CypherParser.parse(text)
        #expect(reread == statement, "seed \(seed): \(text)\nread as: \(CypherPrinter.text(of: reread))")
      } catch {
        Issue.record("seed \(seed): \(text)\n\(error.rendered(in: text))")
      }
    }
  }

  @Test func `commands on indexes, constraints and files are printed as they are read`() throws {
    for seed in 0..<400 as Range<UInt64> {
      var generator = SyntaxGenerator(seed: seed)
      let load = Clause(.loadCSV(generator.loadCSV(0)), SourceSpan(0, 0))
      let query = RegularQuery(parts: [SingleQuery(clauses: [load])])
      let statement = Statement(body: seed % 4 == 0 ? .query(query) : .schema(generator.schemaCommand()))
      let text = CypherPrinter.text(of: statement)
      do {
        #expect(try CypherParser.parse(text) == statement, "seed \(seed): \(text)")
      } catch {
        Issue.record("seed \(seed): \(text)\n\(error)")
      }
    }
  }

  @Test(arguments: [
    "RETURN x :: INT | BOOL LIST <-- y AS z", "RETURN x :: INT | STRING < y AS z", "RETURN x IS :: LIST<INT> <- y AS z",
    "RETURN x :: INT | LIST<BOOL> >- y AS z",
  ])
  func `a type that is followed by a comparison is read again`(text: String) throws {
    let statement = try CypherParser.parse(text)
    let printed = CypherPrinter.text(of: statement)
    #expect(try CypherParser.parse(printed) == statement, "\(printed)")
  }

  @Test(arguments: [
    "RETURN 1+1", "RETURN `a b`", "MATCH (n) RETURN n.name, count( * )", "RETURN (1)", "RETURN 0x1F AS hex",
    "MATCH p = shortestPath((a)-[*..3]-(b)) RETURN p",
  ])
  func `columns keep their names when a statement is printed`(text: String) throws {
    func columns(_ statement: Statement) -> [String] {
      guard case .query(let query) = statement.body, case .return(let projection)? = query.parts[0].clauses.last?.kind else {
        return []
      }
      return projection.items.map(\.columnName)
    }
    let statement = try CypherParser.parse(text)
    let reread = try CypherParser.parse(CypherPrinter.text(of: statement))
    #expect(!columns(statement).isEmpty)
    #expect(columns(reread) == columns(statement))
    #expect(CypherPrinter.text(of: reread) == CypherPrinter.text(of: statement))
  }
}
