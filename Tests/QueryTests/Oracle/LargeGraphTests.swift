import Foundation
import Query
import TestSupport
import Testing

/// The oracle over graphs of several segments, which all workers read in parts and whose rows go to temporary space.
///
/// Naive plans take seconds over them: only `DOSSIER_HUGE=1` asks for it.
struct LargeGraphTests {
  private static let isWanted = ProcessInfo.processInfo.environment["DOSSIER_HUGE"] == "1"
  private static let queriesPerGraph = 40

  @Test(.enabled(if: isWanted), arguments: [nil, 4 << 20, 1 << 20] as [Int?])
  func `large graphs are answered alike`(memoryByteCount: Int?) throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    let graph = LargeRandomGraph(nodeCount: .random(in: 16_000...70_000, using: &generator), using: &generator)
    let naive = try QueryEngine.over()
    for statement in graph.script { _ = try naive.run(statement, parameters: [:]).allRecords() }
    let optimized = QueryEngine(store: naive.store)
    naive.disabledRules = QueryEngine.ruleNames
    optimized.leastParallelRows = 1
    if let memoryByteCount { optimized.limits.memoryByteCount = memoryByteCount }
    for engine in [naive, optimized] { engine.limits.timeoutSeconds = 5 }
    for _ in 0..<Self.queriesPerGraph {
      let query = QueryGenerator.statement(using: &generator)
      let expected = Answer(naive, query)
      if expected.isLimited { continue }
      let found = Answer(optimized, query)
      if found.isLimited { continue }
      #expect(found == expected, "seed \(seed)\n\(graph.script.joined(separator: ";\n"))\n\(query)")
    }
  }
}
