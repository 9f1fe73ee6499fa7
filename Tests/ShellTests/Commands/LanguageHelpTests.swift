import Cypher
import Graph
import Testing

@testable import Shell

@Suite struct LanguageHelpTests {
  private let help = LanguageHelp(
    style: Style(isOn: false),
    procedures: [
      ProcedureSignature(
        name: "graph.measure", arguments: [.init(name: "options", type: .map, defaultValue: .map(PropertyMap()))],
        results: [.init(name: "score", type: .float)], summary: "Measures it", details: "Takes a while.",
        options: [.init(name: "k", summary: "How often (3)"), .init(name: "labels", summary: "Where (everywhere)")],
        example: "CALL graph.measure()")
    ])

  @Test(
    "a procedure is found by its whole name or its last, and says what its options are", arguments: ["graph.measure", "MEASURE"])
  func procedure(name: String) {
    #expect(
      help.text(of: name) == """
        graph.measure(options = {} :: MAP) :: (score :: FLOAT)
          Measures it
          Takes a while.

          options:
            k       How often (3)
            labels  Where (everywhere)

          CALL graph.measure();
        """)
    #expect(help.text(of: "sure") == nil)
  }

  @Test func `what is only spoken of leads to where it is spoken of`() {
    #expect(help.names(mentioning: "Takes a WHILE") == ["graph.measure"])
    #expect(help.names(mentioning: "it").isEmpty)
  }
}
