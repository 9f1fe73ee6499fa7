import Cypher
import Graph
import GraphStorage
import Query
import Testing

/// The same statements with every optimiser rule and with none, each over a graph of its own that `script` has made.
struct BothPlans {
  let optimized: QueryEngine
  let naive: QueryEngine

  init(_ script: [String]) throws {
    optimized = QueryEngine(store: GraphStore())
    naive = QueryEngine(store: GraphStore())
    naive.disabledRules = QueryEngine.ruleNames
    for statement in script {
      _ = try optimized.run(statement, parameters: [:]).allRecords()
      _ = try naive.run(statement, parameters: [:]).allRecords()
    }
  }

  /// Demands that both give `rows`, values as literals joined by ` | `, in this order.
  func expect(
    _ query: String, _ parameters: [String: Value] = [:], gives rows: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (engine, name) in [(optimized, "optimized"), (naive, "naive")] {
      do {
        let found = try engine.literals(query, parameters).map { $0.joined(separator: " | ") }
        #expect(found == rows, "\(name): \(query)", sourceLocation: sourceLocation)
      } catch {
        Issue.record("\(name): \(query)\n\(error)", sourceLocation: sourceLocation)
      }
    }
  }

  /// Demands that both fail with this detail.
  func expect(
    _ query: String, _ parameters: [String: Value] = [:], fails detail: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for engine in [optimized, naive] {
      #expect(engine.failure(query, parameters) == detail, "\(query)", sourceLocation: sourceLocation)
    }
  }
}
