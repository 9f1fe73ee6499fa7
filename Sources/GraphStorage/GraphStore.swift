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
///
/// A graph in a file is opened lazily: columns are read when they are first touched. One process may have a file open for
/// writing; others may read it at the same time and see it as it was when they opened it.
public final class GraphStore: Sendable {
  public enum OpenMode: Sendable {
    /// The file must exist; nothing is written to it, also not to recover it.
    case readOnly
    /// The file must exist.
    case readWrite
    /// The file is made if it does not exist.
    case create
  }

  private let published: Mutex<GraphSnapshot>
  private let gate = WriterGate()
  let file: GraphFile?
  let checkpointer: Checkpointer?

  /// An empty graph in memory.
  public init() {
    file = nil
    checkpointer = nil
    published = Mutex(GraphSnapshot(pool: StringPool(), file: nil))
  }

  init(file: GraphFile, snapshot: GraphSnapshot, policy: CheckpointPolicy) {
    self.file = file
    checkpointer = file.isReadOnly ? nil : Checkpointer(file: file, policy: policy)
    published = Mutex(snapshot)
  }

  deinit { leave() }

  /// The file's path, nil for a graph in memory.
  public var path: String? { file?.path }

  public var isReadOnly: Bool { file?.isReadOnly ?? false }

  /// The latest committed state. O(1).
  public var snapshot: GraphSnapshot { published.withLock { $0 } }

  /// Begins the one writing transaction; waits while another one is open in this process. A thread that holds one open must
  /// not ask for a second.
  /// - Throws: `readOnly`, or the damage that reading has met: a graph that cannot be read whole is not written to.
  public func begin() throws(StorageError) -> GraphTransaction {
    try begin(recordsJournal: file != nil)
  }

  /// A transaction without a journal is published with `fold`.
  func begin(recordsJournal: Bool) throws(StorageError) -> GraphTransaction {
    if let file, file.isReadOnly { throw file.readOnlyError }
    try snapshot.checkIntact()
    enter()
    return GraphTransaction(store: self, snapshot: snapshot, recordsJournal: recordsJournal)
  }

  /// A transaction that is published with `fold`, and beside which nothing is folded meanwhile.
  func beginLoad() throws(StorageError) -> GraphTransaction {
    let transaction = try begin(recordsJournal: false)
    try settle()
    transaction.snapshot = snapshot
    return transaction
  }

  /// Makes a transaction's state the latest one, durably if there is a file. The caller is inside the gate.
  func publish(_ snapshot: GraphSnapshot, journal: [UInt8]?) throws(StorageError) {
    guard let file, let journal, let checkpointer, journal.count <= GraphFile.largestRecordByteCount, checkpointer.makeRoom()
    else { return try fold(snapshot) }
    try file.append(journal, of: snapshot)
    // The commit is durable already. A state that cannot take over what was folded stays as it is.
    let settled = (try? checkpointer.settle(snapshot.searched())) ?? snapshot.searched()
    show(settled)
    checkpointer.note(settled)
  }

  /// Writes `snapshot` as a checkpoint, if there is a file, and makes it the latest state. The caller is inside the gate.
  func fold(_ snapshot: GraphSnapshot) throws(StorageError) {
    guard let file, let checkpointer else {
      try snapshot.textTables.updateMemory(to: snapshot)
      return show(snapshot.searched())
    }
    checkpointer.stop()
    show(try file.checkpoint(checkpointer.settle(snapshot)).searched())
    checkpointer.note(self.snapshot)
  }

  /// Makes a recovered state the current one, before the store is handed out. The words of what is recovered were committed
  /// with it.
  func restore(_ snapshot: GraphSnapshot) {
    show(snapshot.searched())
  }

  /// Makes a state the one that is handed out, with a stamp of its own.
  private func show(_ snapshot: GraphSnapshot) {
    published.withLock { current in
      let stamp = current.commitStamp &+ 1
      current = snapshot
      current.commitStamp = stamp
    }
  }

  /// Makes the latest state refer to what has been folded in the background; nothing is being folded afterwards. The caller is
  /// inside the gate.
  func settle() throws(StorageError) {
    guard let checkpointer else { return }
    checkpointer.stop()
    let settled = try checkpointer.settle(snapshot)
    published.withLock { $0 = settled }
  }

  /// Waits for the writer's place; `end` gives it up.
  func enter() { gate.enter() }
  func end() { gate.leave() }
}
