import Graph

/// The answer to one statement: column names, records pulled a batch at a time, and a summary once they are exhausted.
///
/// Every node, relationship and path in a record has its content. Not safe to share between threads.
public final class QueryResult {
  public let columns: [String]
  private let pull: () throws(CypherError) -> RecordBatch?
  private let finish: () -> QuerySummary
  private var finished: QuerySummary?

  /// - Parameters:
  ///   - pull: the next records, never an empty array; nil at the end.
  ///   - finish: called once, after the last record.
  public convenience init(
    columns: [String], pull: @escaping () throws(CypherError) -> [[Value]]?, finish: @escaping () -> QuerySummary
  ) {
    self.init(
      columns: columns,
      pullBatch: { () throws(CypherError) in try pull().map { RecordBatch(records: $0) } },
      finish: finish)
  }

  /// - Parameters:
  ///   - pullBatch: the next records, nil at the end.
  ///   - finish: called once, after the last record.
  public init(
    columns: [String], pullBatch: @escaping () throws(CypherError) -> RecordBatch?, finish: @escaping () -> QuerySummary
  ) {
    self.columns = columns
    pull = pullBatch
    self.finish = finish
  }

  /// The next records, nil at the end.
  public func nextRecords() throws(CypherError) -> [[Value]]? { try nextBatch()?.records() }

  /// The next records in the form in which they come, nil at the end.
  public func nextBatch() throws(CypherError) -> RecordBatch? {
    guard finished == nil else { return nil }
    if let batch = try pull() { return batch }
    finished = finish()
    return nil
  }

  /// All records that are left.
  public func allRecords() throws(CypherError) -> [[Value]] {
    var all: [[Value]] = []
    while let records = try nextRecords() { all += records }
    return all
  }

  /// What the statement did; valid once the records are exhausted, and at once for a statement without columns.
  public var summary: QuerySummary {
    if let finished { return finished }
    let summary = finish()
    finished = summary
    return summary
  }
}

/// What a statement did and what it cost.
public struct QuerySummary: Sendable {
  public var counters = UpdateCounters()
  public var milliseconds: Double = 0
  /// The plan, for EXPLAIN and PROFILE.
  public var plan: PlanDescription?
  /// Warnings, such as a label that no node has.
  public var notifications: [Notification] = []

  public init() {}
}

/// How a statement changed the graph.
public struct UpdateCounters: Sendable, Equatable {
  public var nodesCreated = 0
  public var nodesDeleted = 0
  public var relationshipsCreated = 0
  public var relationshipsDeleted = 0
  public var propertiesSet = 0
  public var labelsAdded = 0
  public var labelsRemoved = 0
  public var indexesAdded = 0
  public var indexesRemoved = 0
  public var constraintsAdded = 0
  public var constraintsRemoved = 0

  public init() {}

  public var isEmpty: Bool { self == UpdateCounters() }
}

/// A warning about a statement that ran all the same.
public struct Notification: Sendable {
  public var message: String
  public var position: SourcePosition?
  public var hint: String?

  public init(message: String, position: SourcePosition? = nil, hint: String? = nil) {
    self.message = message
    self.position = position
    self.hint = hint
  }
}

/// An operator of a plan and the operators it pulls from.
public struct PlanDescription: Sendable {
  public var name: String
  /// What it does with what, such as `(p:Person)` or `p.risk > 0.5`.
  public var details: String
  public var estimatedRows: Double
  /// Rows produced and time spent in it without its children; nil unless profiled.
  public var actualRows: Int?
  public var milliseconds: Double?
  /// The most that it kept in memory at a time, roughly counted; nil unless profiled.
  public var memoryByteCount: Int?
  /// How it ran, as far as there are several ways; empty unless profiled.
  public var modes: [ExecutionMode]
  public var children: [PlanDescription]

  public init(
    name: String, details: String, estimatedRows: Double, actualRows: Int? = nil, milliseconds: Double? = nil,
    memoryByteCount: Int? = nil, modes: [ExecutionMode] = [], children: [PlanDescription]
  ) {
    self.name = name
    self.details = details
    self.estimatedRows = estimatedRows
    self.actualRows = actualRows
    self.milliseconds = milliseconds
    self.memoryByteCount = memoryByteCount
    self.modes = modes
    self.children = children
  }
}

/// How an operator came by its rows, where there are several ways.
public enum ExecutionMode: Sendable, Equatable {
  /// Counts were passed along the relationships of a pattern; its matches were not enumerated.
  case countPassing
  /// Rows of neighbours were intersected; the matches of a cycle were not enumerated.
  case intersection
  /// Cycles were made smaller, because relationships lead to one node at most.
  case functions
  /// One row stood for several.
  case factorised
  /// So many threads shared the work.
  case parallel(workerCount: Int)
  /// Something that an earlier statement had made of the graph was used again.
  case reused
  /// A scan has left out so many of the blocks of 1,024 rows that it came to, because what they hold lies between bounds that no
  /// row wanted lies between.
  case skipping(blockCount: Int, of: Int)
  /// So much was written to temporary space, because the operator had passed its share of the memory.
  case spilled(byteCount: Int)
}
