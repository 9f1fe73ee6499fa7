import Cypher
import Graph
import GraphStorage

/// Statements by text. A plan holds as long as the catalog and the graph's order of magnitude are what they were.
struct StatementCache {
  private struct Entry {
    let statement: PreparedStatement
    /// Names, not values: what is missing is told before a statement runs.
    let parameterNames: Set<String>
    let schemaStamp: UInt64
    let magnitude: Int

    func isFor(_ parameters: [String: Value]) -> Bool {
      parameters.count == parameterNames.count && parameterNames.allSatisfy { parameters.index(forKey: $0) != nil }
    }
  }

  private static let largestCount = 256
  private var entries: [String: [Entry]] = [:]
  private var count = 0

  /// The statement with this text, if there is one whose plan is valid for a snapshot and these parameters.
  func statement(_ text: String, _ parameters: [String: Value], _ snapshot: GraphSnapshot) -> PreparedStatement? {
    guard let known = entries[text] else { return nil }
    for entry in known where entry.isFor(parameters) {
      guard entry.schemaStamp == snapshot.schemaStamp, entry.magnitude == snapshot.magnitude,
        entry.statement.plan.isValid(in: snapshot)
      else { return nil }
      return entry.statement
    }
    return nil
  }

  /// Keeps a statement, in place of one with the same text and parameters.
  mutating func insert(
    _ statement: PreparedStatement, _ text: String, _ parameters: [String: Value], _ snapshot: GraphSnapshot
  ) {
    if count >= Self.largestCount { removeAll() }
    let entry = Entry(
      statement: statement, parameterNames: Set(parameters.keys), schemaStamp: snapshot.schemaStamp,
      magnitude: snapshot.magnitude)
    let known = entries[text, default: []].filter { !$0.isFor(parameters) }
    count += known.count + 1 - (entries[text]?.count ?? 0)
    entries[text] = known + [entry]
  }

  /// Forgets all statements, whose end is a recursion.
  mutating func removeAll() {
    AmpleStack.run { entries.removeAll() }
    count = 0
  }
}

extension GraphSnapshot {
  /// How many binary digits the number of elements has.
  fileprivate var magnitude: Int {
    let elementCount = nodeCount + relationshipCount
    return elementCount.bitWidth - elementCount.leadingZeroBitCount
  }
}
