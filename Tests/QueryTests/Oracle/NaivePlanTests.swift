import Cypher
import Graph
import GraphStorage
import Query
import TestSupport
import Testing

/// The oracle: with every rule switched off, the engine must answer as it does with all of them.
struct NaivePlanTests {
  private static let graphCount = 25
  private static let queriesPerGraph = 20

  @Test func optimizedAndNaivePlansAnswerAlike() throws {
    let seed = SeededGenerator.freshSeed()
    print("random queries from seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    var answerCount = 0
    for _ in 0..<Self.graphCount {
      let script = RandomGraph(using: &generator).script
      let engine = try QueryEngine.over(script, "CREATE INDEX FOR (n:A) ON (n.x)")
      let naive = QueryEngine(store: engine.store)
      naive.disabledRules = QueryEngine.ruleNames
      for _ in 0..<Self.queriesPerGraph {
        let query = RandomQuery(using: &generator).text
        let answer = Self.answer(engine, query)
        #expect(answer == Self.answer(naive, query), "seed \(seed)\n\(script)\n\(query)")
        if !answer.isEmpty { answerCount += 1 }
      }
    }
    // A generator whose queries find nothing would prove nothing.
    #expect(answerCount > Self.graphCount * Self.queriesPerGraph / 3)
  }

  @Test(arguments: QueryEngine.ruleNames.sorted())
  func eachRuleAloneKeepsTheAnswer(rule: String) throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5 {
      let script = RandomGraph(using: &generator).script
      let naive = try QueryEngine.over(script)
      naive.disabledRules = QueryEngine.ruleNames
      let single = QueryEngine(store: naive.store)
      single.disabledRules = QueryEngine.ruleNames.subtracting([rule])
      for _ in 0..<10 {
        let query = RandomQuery(using: &generator).text
        #expect(Self.answer(single, query) == Self.answer(naive, query), "\(rule), seed \(seed)\n\(script)\n\(query)")
      }
    }
  }

  /// The records, sorted, or what is wrong.
  private static func answer(_ engine: QueryEngine, _ query: String) -> [String] {
    do throws(CypherError) {
      return try engine.run(query, parameters: [:]).allRecords().map { $0.map(\.literal).joined(separator: " | ") }.sorted()
    } catch {
      return ["\(error.kind.rawValue): \(error.detail.rawValue): \(error.message)"]
    }
  }
}
