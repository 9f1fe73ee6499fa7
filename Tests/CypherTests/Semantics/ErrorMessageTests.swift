import Cypher
import Testing
import TestSupport

@Suite struct ErrorMessageTests {
  static let procedures = ProcedureCatalog([
    ProcedureSignature(
      name: "test.add",
      arguments: [ProcedureSignature.Field(name: "x", type: .integer), ProcedureSignature.Field(name: "y", type: .integer)],
      results: [ProcedureSignature.Field(name: "sum", type: .integer)])
  ])

  private func error(in text: String) -> CypherError? {
    do throws(CypherError) {
      try SemanticAnalyzer.check(try CypherParser.parse(text), procedures: Self.procedures, parameters: [])
      return nil
    } catch {
      return error
    }
  }

  @Test func `every wrong query is told what is wrong, where, and what to do`() {
    var texts: [String] = []
    for query in WrongQueries.all {
      guard let error = error(in: query) else {
        Issue.record("no error: \(query)")
        continue
      }
      #expect(error.phase == .compileTime)
      #expect(!error.message.hasSuffix("."), "\(error.message)")
      texts.append("\(error.kind.rawValue) \(error.detail.rawValue)\n\(error.rendered(in: query))\n")
    }
    #expect(texts.count >= 60)
    assertSnapshot(texts.joined(separator: "\n"), named: "WrongQueries.txt")
  }

  @Test func `the caret stands under wide and combining letters`() {
    let query = "RETURN '日本' + 'e\u{301}' + x"
    let lines = error(in: query)?.rendered(in: query).split(separator: "\n").map(String.init) ?? []
    #expect(lines.count > 3)
    #expect(lines[3] == "  |                       ^")
  }

  @Test func `lines and columns count scalars from one`() {
    let query = "MATCH (n)\n  WHERE n.é = 1\n  RETURN m"
    #expect(error(in: query)?.located(in: query).position == SourcePosition(line: 3, column: 10, length: 1))
  }
}
