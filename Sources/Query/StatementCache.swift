import Cypher
import Graph
import GraphStorage

/// Statements by text. A plan holds as long as the catalog and the graph's order of magnitude are what they were.
struct StatementCache {
  private struct Entry {
    let statement: PreparedStatement
    /// Names, not values: what is missing is told before a statement runs.
    let parameterNames: [String]
    let schemaStamp: UInt64
    let magnitude: Int

    func isFor(_ parameters: [String: Value]) -> Bool {
      guard parameters.count == parameterNames.count else { return false }
      // Mostly they are few, and then comparing is less than hashing.
      if parameters.count <= 4 { return parameters.keys.allSatisfy(parameterNames.contains) }
      return parameterNames.allSatisfy { parameters.index(forKey: $0) != nil }
    }

    func isValid(in snapshot: GraphSnapshot) -> Bool {
      schemaStamp == snapshot.schemaStamp && magnitude == snapshot.magnitude && statement.plan.isValid(in: snapshot)
    }
  }

  private static let largestCount = 256
  private var entries: [String: [Entry]] = [:]
  private var count = 0
  private let last = Last()

  /// What was asked for last: statements that come in numbers are mostly the same again, and comparing is less than hashing.
  private final class Last {
    var text = ""
    var entry: Entry?
  }

  /// The statement with this text, if there is one whose plan is valid for a snapshot and these parameters.
  func statement(_ text: String, _ parameters: [String: Value], _ snapshot: GraphSnapshot) -> PreparedStatement? {
    if let entry = last.entry, last.text == text, entry.isFor(parameters), entry.isValid(in: snapshot) { return entry.statement }
    guard let entry = entries[text]?.first(where: { $0.isFor(parameters) }), entry.isValid(in: snapshot) else { return nil }
    (last.text, last.entry) = (text, entry)
    return entry.statement
  }

  /// Keeps a statement, in place of one with the same text and parameters.
  mutating func insert(
    _ statement: PreparedStatement, _ text: String, _ parameters: [String: Value], _ snapshot: GraphSnapshot
  ) {
    if count >= Self.largestCount { removeAll() }
    let entry = Entry(
      statement: statement, parameterNames: Array(parameters.keys), schemaStamp: snapshot.schemaStamp,
      magnitude: snapshot.magnitude)
    let known = entries[text, default: []].filter { !$0.isFor(parameters) }
    last.entry = nil
    count += known.count + 1 - (entries[text]?.count ?? 0)
    entries[text] = known + [entry]
  }

  /// Forgets all statements, whose end is a recursion.
  mutating func removeAll() {
    AmpleStack.run {
      last.entry = nil
      entries.removeAll()
    }
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
