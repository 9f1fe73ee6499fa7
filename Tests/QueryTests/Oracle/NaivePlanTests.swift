import Cypher
import Foundation
import Graph
import GraphStorage
import Query
import TestSupport
import Testing

/// The oracle: with every rule switched off, the engine must answer as it does with all of them, and with all but one.
struct NaivePlanTests {
  private static let queriesPerGraph = 25
  /// What a query may take; one that takes longer says nothing.
  private static let timeoutSeconds = 2.0

  private static var queryCount: Int {
    ProcessInfo.processInfo.environment["DOSSIER_ORACLE_QUERIES"].flatMap { Int($0) } ?? 500
  }

  @Test func `optimized and naive plans answer alike`() throws {
    let seed = SeededGenerator.freshSeed()
    print("\(Self.queryCount) random queries from seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    var tally = Tally()
    while tally.count < Self.queryCount {
      let graph = RandomGraph(using: &generator)
      let script = graph.script + "\n\(graph.indexes)"
      let bench = try Bench(graph, timeoutSeconds: Self.timeoutSeconds)
      for _ in 0..<Self.queriesPerGraph {
        let query = QueryGenerator.statement(using: &generator)
        let rule = QueryEngine.ruleNames.sorted().randomElement(using: &generator)!
        let naive = Answer(bench.naive, query)
        tally.add(naive, query)
        if naive.isLimited { continue }
        if let difference = bench.difference(naive, query, without: rule) {
          Issue.record("seed \(seed)\n\(script)\n\(query)\n\(difference)\n\(bench.shrunk(query, without: rule))")
        }
        for text in query.changes + [query.text] { Self.checkRoundTrip(text, seed) }
      }
    }
    print(tally)
    tally.expectSubstance()
  }

  @Test(arguments: QueryEngine.ruleNames.sorted())
  func `each rule alone keeps the answer`(rule: String) throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let graph = RandomGraph(using: &generator)
      let script = graph.script + "\n\(graph.indexes)"
      let bench = try Bench(graph, timeoutSeconds: Self.timeoutSeconds)
      bench.optimized.disabledRules = QueryEngine.ruleNames.subtracting([rule])
      for _ in 0..<8 {
        let query = QueryGenerator.statement(using: &generator)
        let naive = Answer(bench.naive, query)
        let single = Answer(bench.optimized, query)
        if naive.isLimited || single.isLimited { continue }
        #expect(single == naive, "\(rule), seed \(seed)\n\(script)\n\(query)\nwith it: \(single)\nwithout: \(naive)")
      }
    }
  }

  /// What is printed of a statement is read as that statement.
  private static func checkRoundTrip(_ text: String, _ seed: UInt64) {
    do throws(CypherError) {
      let statement = try CypherParser.parse(text)
      let printed = CypherPrinter.text(of: statement)
      #expect(try CypherParser.parse(printed) == statement, "seed \(seed)\n\(text)\nprinted: \(printed)")
    } catch {
      Issue.record("seed \(seed)\n\(text)\ncannot be read: \(error.rendered(in: text))")
    }
  }
}

/// One graph and the engines that are compared over it.
private struct Bench {
  let naive: QueryEngine
  let optimized: QueryEngine
  private let partial: QueryEngine

  init(_ graph: RandomGraph, timeoutSeconds: Double) throws {
    naive = try QueryEngine.over(graph.script)
    for index in graph.indexes { _ = try naive.run(index, parameters: [:]).allRecords() }
    optimized = QueryEngine(store: naive.store)
    partial = QueryEngine(store: naive.store)
    naive.disabledRules = QueryEngine.ruleNames
    for engine in [naive, optimized, partial] { engine.limits.timeoutSeconds = timeoutSeconds }
  }

  /// What the plans with all rules, and with all but `rule`, answer otherwise than the naive one; nil if nothing.
  func difference(_ expected: Answer, _ query: GeneratedQuery, without rule: String) -> String? {
    partial.disabledRules = [rule]
    // Once more, with the operators of the first run.
    let engines = [("all rules", optimized), ("all rules but \(rule)", partial), ("all rules, run again", optimized)]
    for (name, engine) in engines {
      let found = Answer(engine, query)
      if found != expected && !found.isLimited { return "naive: \(expected)\n\(name): \(found)" }
    }
    return nil
  }

  func shrunk(_ query: GeneratedQuery, without rule: String) -> String {
    let shrinker = QueryShrinker { candidate in
      let naive = Answer(self.naive, candidate)
      // What is no longer a statement that makes sense shows another fault, or none.
      if naive.failure?.contains("compile time") == true || naive.isLimited { return false }
      return difference(naive, candidate, without: rule) != nil
    }
    let small = shrinker.shrunk(query)
    return "shrunk: \(small.text)\n\(difference(Answer(naive, small), small, without: rule) ?? "")"
  }
}

/// What became of the queries: a generator whose queries find nothing, or fail, would prove nothing.
private struct Tally: CustomStringConvertible {
  private(set) var count = 0
  private var answered = 0
  private var failures: [String: Int] = [:]
  private var updates = 0
  /// Statements that were refused before they ran: the generator's fault.
  private var refused: [String] = []

  mutating func add(_ answer: Answer, _ query: GeneratedQuery) {
    count += 1
    if query.updates { updates += 1 }
    if let failure = answer.failure {
      failures[failure, default: 0] += 1
      if failure.contains("compile time") { refused.append("\(query)\n\(answer)") }
    }
    if !answer.records.isEmpty || !answer.graph.isEmpty { answered += 1 }
  }

  var description: String {
    let failed = failures.sorted { $0.value > $1.value }.map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
    return
      "\(count) queries, \(updates) of them updating: \(answered) found something; failed: \(failed.isEmpty ? "none" : failed)"
  }

  func expectSubstance() {
    #expect(answered > count * 2 / 5)
    #expect(refused.isEmpty, "\(self)\n\(refused.prefix(3).joined(separator: "\n"))")
  }
}
