import Cypher
import Testing
import TestSupport

/// What the parser and the semantic analysis can show of the kit without running anything.
@Suite(.enabled(if: ConformanceKit.isPresent, "the openCypher kit is not on this machine"))
struct CompileTimeTests {
  @Test func `every text of the kit is accepted or refused as the kit says, before it runs`() throws {
    let kit = try #require(try ConformanceKit.find())
    var failures: [String] = []
    var textCount = 0
    for scenario in kit.scenarios {
      textCount += scenario.steps.count { $0.document != nil }
      failures += try Self.failures(of: scenario)
    }
    print("compile time: \(textCount) texts, \(failures.count) failures")
    #expect(textCount > 0)
    #expect(failures.isEmpty, "\(failures.prefix(40).joined(separator: "\n"))")
  }

  private static func failures(of scenario: ConformanceKit.Scenario) throws -> [String] {
    var failures: [String] = []
    var procedures = ProcedureCatalog()
    var parameters: Set<String> = []
    let steps = try scenario.steps.map { try ScenarioStep($0) }
    let expected = steps.lazy.compactMap { step -> ScenarioStep.ExpectedError? in
      if case .error(let expected) = step { return expected }
      return nil
    }.first
    for step in steps {
      switch step {
      case .procedure(let signature, _, _): procedures.add(signature)
      case .parameters(let values): parameters = Set(values.keys)
      case .setup(let text):
        if let error = Self.error(in: text, procedures, []) { failures.append("\(scenario.id)\n\(error.rendered(in: text))") }
      case .query(let text, let isControl):
        let error = Self.error(in: text, procedures, parameters)
        let problem = Self.problem(error, isControl ? nil : expected)
        if let problem { failures.append("\(scenario.id): \(problem)\n\(error?.rendered(in: text) ?? text)") }
      default: break
      }
    }
    return failures
  }

  /// Errors of a running query are none of this test's business, and those of any time may come early or not.
  private static func problem(_ error: CypherError?, _ expected: ScenarioStep.ExpectedError?) -> String? {
    guard let error else { return expected?.phase == "compile time" ? "no error" : nil }
    guard let expected, expected.phase != "runtime" else { return "should be accepted" }
    return expected.mismatch(error)
  }

  private static func error(in text: String, _ procedures: ProcedureCatalog, _ parameters: Set<String>) -> CypherError? {
    do throws(CypherError) {
      try SemanticAnalyzer.check(try CypherParser.parse(text), procedures: procedures, parameters: parameters)
      return nil
    } catch {
      return error
    }
  }
}
