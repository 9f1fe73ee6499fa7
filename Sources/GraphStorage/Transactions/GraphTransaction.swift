import Graph

/// The one writer's working state: a snapshot that only it sees, and the way to publish it.
///
/// Everything written is visible in `state` at once, to nobody else before `commit`. A transaction that goes without a commit
/// has changed nothing. Not safe to share between threads.
public final class GraphTransaction {
  var snapshot: GraphSnapshot
  var journal: JournalWriter?
  private let store: GraphStore
  private var isOpen = true
  /// True once something was written; a commit without writes costs nothing.
  var hasChanges = false
  /// What was written and not yet checked against the constraints.
  var unverified = TouchedElements()

  init(store: GraphStore, snapshot: GraphSnapshot, recordsJournal: Bool) {
    self.store = store
    self.snapshot = snapshot
    journal = recordsJournal ? JournalWriter() : nil
  }

  deinit { if isOpen { store.end() } }

  /// The graph as this transaction sees it, its own writes included.
  ///
  /// Read through this property rather than from a copy: as long as a copy is kept, the next write to a segment has to copy
  /// that segment first.
  public var state: GraphSnapshot {
    _read { yield snapshot }
  }

  /// Makes the writes durable and visible. When it returns, they survive a crash of the machine; when it throws, nothing was
  /// written and the transaction is over.
  /// - Throws: `constraintViolated` if what was written does not meet the constraints, and what keeps a file from being written.
  public func commit() throws(StorageError) {
    precondition(isOpen, "a transaction is committed or rolled back once")
    isOpen = false
    defer { store.end() }
    guard hasChanges else { return }
    try snapshot.checkIntact()
    try snapshot.checkCounts()
    try verifyConstraints()
    try store.publish(snapshot, journal: journal?.bytes)
  }

  /// Makes the writes so far durable and visible as `commit` does, and goes on: a rollback from now on forgets only what comes.
  /// Savepoints taken before are void.
  public func commitAndContinue() throws(StorageError) {
    precondition(isOpen, "a transaction that is over does not go on")
    guard hasChanges else { return }
    try snapshot.checkIntact()
    try snapshot.checkCounts()
    try store.publish(snapshot, journal: journal?.bytes)
    snapshot = store.snapshot
    if journal != nil { journal = JournalWriter() }
    hasChanges = false
  }

  /// Publishes the state as a checkpoint, without a journal record.
  func commitAsCheckpoint() throws(StorageError) {
    precondition(isOpen, "a transaction is committed or rolled back once")
    isOpen = false
    defer { store.end() }
    try snapshot.checkIntact()
    try snapshot.checkCounts()
    try store.fold(snapshot)
  }

  /// Forgets all writes.
  public func rollback() {
    precondition(isOpen, "a transaction is committed or rolled back once")
    isOpen = false
    store.end()
  }
}

// MARK: - Savepoints

/// A moment in a transaction to which it can return.
public struct Savepoint {
  fileprivate let snapshot: GraphSnapshot
  fileprivate let journalCount: Int
  fileprivate let hasChanges: Bool
  fileprivate let unverified: TouchedElements
}

extension GraphTransaction {
  /// Remembers the present state. O(1); after it the first write to each segment copies the segment.
  public func savepoint() -> Savepoint {
    Savepoint(snapshot: snapshot, journalCount: journal?.count ?? 0, hasChanges: hasChanges, unverified: unverified)
  }

  /// Undoes everything written since `savepoint` was taken. O(1).
  public func rollback(to savepoint: Savepoint) {
    snapshot = savepoint.snapshot
    journal?.truncate(to: savepoint.journalCount)
    hasChanges = savepoint.hasChanges
    unverified = savepoint.unverified
  }
}

// MARK: - Names

extension GraphTransaction {
  /// The number of a label, given out now if the name is new.
  public func labelID(creating name: String) -> LabelID {
    if let label = snapshot.labelID(name) { return label }
    journal?.name(.nameLabel, name)
    let label = LabelID(snapshot.catalog.labels.number(creating: name))
    snapshot.nodes.reserve(label)
    hasChanges = true
    return label
  }

  /// The number of a relationship type, given out now if the name is new. Throws beyond 65,535 types.
  public func relationshipTypeID(creating name: String) throws(StorageError) -> RelationshipTypeID {
    if let type = snapshot.relationshipTypeID(name) { return type }
    guard snapshot.relationshipTypes.count < RelationshipTable.largestTypeCount else {
      throw StorageError(
        .limitExceeded, "a graph has at most \(RelationshipTable.largestTypeCount) relationship types, and `\(name)` is one more",
        remedy: "keep what differs in a property")
    }
    journal?.name(.nameType, name)
    let type = RelationshipTypeID(snapshot.catalog.relationshipTypes.number(creating: name))
    snapshot.relationships.reserve(type)
    hasChanges = true
    return type
  }

  /// The number of a property key, given out now if the name is new.
  public func propertyKeyID(creating name: String) -> PropertyKeyID {
    if let key = snapshot.propertyKeyID(name) { return key }
    journal?.name(.nameKey, name)
    hasChanges = true
    return PropertyKeyID(snapshot.catalog.propertyKeys.number(creating: name))
  }
}
