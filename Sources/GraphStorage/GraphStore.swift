import Graph
import Synchronization

/// A graph, in memory or in a file: hands out snapshots to readers and one transaction at a time to a writer.
///
///     let store = GraphStore()
///     let transaction = try store.begin()
///     let person = transaction.labelID(creating: "Person")
///     let name = transaction.propertyKeyID(creating: "name")
///     try transaction.createNode(labels: [person], properties: [(name, .string("Ana Ruiz"))])
///     try transaction.commit()
///     store.snapshot.nodeCount(person)  // 1
public final class GraphStore: Sendable {
  private let published: Mutex<GraphSnapshot>
  private let gate = WriterGate()

  /// An empty graph in memory.
  public init() {
    published = Mutex(GraphSnapshot(pool: StringPool(), damage: DamageRecord()))
  }

  /// The latest committed state. O(1).
  public var snapshot: GraphSnapshot { published.withLock { $0 } }

  /// Begins the one writing transaction; waits while another one is open in this process. A thread that holds one open must
  /// not ask for a second.
  public func begin() throws(StorageError) -> GraphTransaction {
    gate.enter()
    return GraphTransaction(store: self, snapshot: snapshot, recordsJournal: false)
  }

  func publish(_ snapshot: GraphSnapshot, journal: [UInt8]?) throws(StorageError) {
    published.withLock { $0 = snapshot }
  }

  func end() { gate.leave() }
}
