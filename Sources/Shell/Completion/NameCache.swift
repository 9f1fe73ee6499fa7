import Cypher
import Graph

/// The graph's names for completion, read again at most once after each line that was carried out.
final class NameCache {
  private unowned let workspace: any Workspace
  private var cachedSchema: GraphSchema?
  private var cachedEntityNames: [String]?

  /// Enough to choose from; more would only delay the key.
  private static let entityNameLimit = 20_000

  init(workspace: any Workspace) { self.workspace = workspace }

  func forget() {
    cachedSchema = nil
    cachedEntityNames = nil
  }

  /// Nil if the graph cannot be asked now.
  var schema: GraphSchema? {
    if cachedSchema == nil { cachedSchema = try? workspace.session.schema() }
    return cachedSchema
  }

  /// Names and aliases of the entities and events, sorted.
  var entityNames: [String] {
    if let cachedEntityNames { return cachedEntityNames }
    let names = readEntityNames()
    cachedEntityNames = names
    return names
  }

  private func readEntityNames() -> [String] {
    let query = """
      MATCH (n) WHERE n.name IS NOT NULL
      RETURN n.name AS name, n.aliases AS aliases LIMIT \(Self.entityNameLimit)
      """
    guard workspace.session.transactionState != .failed,
      let result = try? workspace.session.run(query, parameters: [:]), let records = try? result.allRecords()
    else { return [] }
    var names: Set<String> = []
    for record in records {
      if case .string(let name) = record[0] { names.insert(name) }
      guard case .list(let aliases) = record[1] else { continue }
      for case .string(let alias) in aliases { names.insert(alias) }
    }
    return names.sorted()
  }
}
