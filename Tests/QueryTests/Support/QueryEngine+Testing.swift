import Cypher
import Graph
import GraphStorage
import Query

extension QueryEngine {
  /// An engine over a new graph in memory that `script` has filled.
  static func over(_ script: String...) throws -> QueryEngine {
    let engine = QueryEngine(store: GraphStore())
    for statement in script { _ = try engine.run(statement, parameters: [:]).allRecords() }
    return engine
  }

  /// The records of a statement, each value as a literal.
  func literals(_ text: String, _ parameters: [String: Value] = [:]) throws -> [[String]] {
    try run(text, parameters: parameters).allRecords().map { $0.map(\.literal) }
  }

  /// The only column of a statement's records, each value as a literal.
  func column(_ text: String, _ parameters: [String: Value] = [:]) throws -> [String] {
    try literals(text, parameters).map { $0[0] }
  }

  /// The TCK's word for what is wrong with a statement; nil if nothing is.
  func failure(_ text: String, _ parameters: [String: Value] = [:]) -> String? {
    do {
      _ = try run(text, parameters: parameters).allRecords()
      return nil
    } catch {
      return error.detail.rawValue
    }
  }
}
