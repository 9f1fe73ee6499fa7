import Cypher
import Graph

/// The groups of some rows, and for each aggregate what it has gathered of them.
///
/// What passes its share of memory goes to temporary space as groups with the state of their aggregates, cut into partitions by
/// the keys. The groups of a partition are put together by `take`, and may be cut again. A single group that is too large lets
/// the values go there that DISTINCT aggregates and percentiles gather.
final class Groups {
  private let keyCount: Int
  private let aggregates: [CompiledAggregate]
  // One thread at a time adds to the groups, so no access needs to be tracked.
  @exclusivity(unchecked) private var table: GroupTable
  @exclusivity(unchecked) private var accumulators: [any Accumulator]
  @exclusivity(unchecked) private var kept = KeptMemory()
  /// How often the rows were cut into partitions before they came here.
  private let level: Int
  @exclusivity(unchecked) private var partitions: RowPartitions?

  init(keyCount: Int, aggregates: [CompiledAggregate], level: Int = 0) {
    self.keyCount = keyCount
    self.aggregates = aggregates
    self.level = level
    table = GroupTable(columnCount: keyCount)
    accumulators = Self.accumulators(aggregates)
  }

  private static func accumulators(_ aggregates: [CompiledAggregate]) -> [any Accumulator] {
    aggregates.map { $0.function.makeAccumulator(distinct: $0.isDistinct) }
  }

  /// How many groups there are in memory.
  var count: Int { keyCount == 0 ? 1 : table.count }
  private var byteCount: Int { accumulators.reduce(table.byteCount) { $0 + $1.byteCount } }
  var isSpilled: Bool { partitions != nil }

  // MARK: - Taking in

  /// The selected rows of a batch, with what was computed of them.
  struct Rows {
    let batch: Batch
    /// How many rows each selected one stands for; nil where each stands for itself.
    let multiplicities: [Int64]?
    /// One vector a key.
    var keys: [Vector] = []
    /// For each aggregate its arguments.
    var arguments: [[Vector]] = []

    /// Some of the selected rows, by their places among them.
    func selected(_ places: Range<Int>) -> Rows {
      Rows(
        batch: batch.narrowed(to: Array(batch.selectedRows[places])), multiplicities: multiplicities.map { Array($0[places]) },
        keys: keys, arguments: arguments)
    }
  }

  func add(_ rows: Rows, _ context: ExecutionContext) throws(CypherError) {
    let batch = rows.batch
    var input = AggregateInput(rowCount: batch.rowCount, selection: batch.selection, multiplicities: rows.multiplicities)
    if keyCount > 0 {
      input.groups = table.groups(of: rows.keys, selection: batch.selection, rowCount: batch.rowCount)
      input.groupCount = table.count
    }
    for (index, accumulator) in accumulators.enumerated() {
      try CypherError.placing(at: aggregates[index].span) { () throws(CypherError) in
        try accumulator.accumulate(rows.arguments[index], input)
      }
    }
    try settle(context)
  }

  /// Adds groups without rows, for each value of the only key.
  func addEmpty(_ keys: Vector) { _ = table.groups(of: [keys], selection: nil, rowCount: keys.count) }

  /// Adds groups of rows that come after those here, all of them in memory.
  func merge(_ other: Groups, _ context: ExecutionContext) throws(CypherError) {
    try merge(other.table.keys(), other.count, other.accumulators, context)
    other.forget()
    try settle(context)
  }

  /// Adds groups that have been in temporary space.
  func take(_ groups: Batch, _ context: ExecutionContext) throws(CypherError) {
    var place = keyCount
    var states: [any Accumulator] = []
    for accumulator in accumulators {
      let end = place + accumulator.stateColumnCount
      states.append(try accumulator.restored(from: Array(groups.columns[place..<end])))
      place = end
    }
    try merge(Array(groups.columns.prefix(keyCount)), groups.rowCount, states, context)
    try settle(context)
  }

  private func merge(
    _ keys: [Vector], _ count: Int, _ others: [any Accumulator], _ context: ExecutionContext
  ) throws(CypherError) {
    let groups = keyCount == 0 ? [0] : table.groups(of: keys, selection: nil, rowCount: count)
    for (index, aggregate) in aggregates.enumerated() {
      if let own = accumulators[index] as? any SpillingAccumulator {
        try own.takeOverflow(of: others[index], groups: groups, context)
      }
      try CypherError.placing(at: aggregate.span) { () throws(CypherError) in
        try accumulators[index].merge(others[index], groups: groups, groupCount: self.count)
      }
    }
  }

  // MARK: - Temporary space

  /// Accounts for what is held, and lets it go where that is too much.
  private func settle(_ context: ExecutionContext) throws(CypherError) {
    if byteCount > context.spillShare {
      if table.count > 1 && level < RowPartitions.levelCount { return try spill(context) }
      // Small ones would hardly give room.
      for case let accumulator as any SpillingAccumulator in accumulators where accumulator.byteCount > context.spillShare / 4 {
        try accumulator.spill(context)
      }
    }
    do throws(CypherError) {
      try kept.set(self.byteCount, context)
    } catch {
      throw aggregateTooLarge(context) ?? error
    }
  }

  /// The error that the values of one aggregate of a single group need too much memory; nil where it is not that.
  private func aggregateTooLarge(_ context: ExecutionContext) -> CypherError? {
    let largest = accumulators.indices.max { accumulators[$0].byteCount < accumulators[$1].byteCount }
    guard table.count <= 1, let largest, accumulators[largest].byteCount > byteCount / 2 else { return nil }
    return context.memory.valueTooLarge("`\(aggregates[largest].function.name)`", at: aggregates[largest].span)
  }

  private func spill(_ context: ExecutionContext) throws(CypherError) {
    let keys = table.keys()
    var columns = keys
    for accumulator in accumulators { columns += accumulator.state(groupCount: count) }
    if partitions == nil { partitions = try RowPartitions(level: level, columnCount: columns.count, context) }
    try append(Batch(columns: columns, rowCount: count), context)
    for (index, accumulator) in accumulators.enumerated() {
      try (accumulator as? any SpillingAccumulator)?.forEachPart(context) { (part) throws(CypherError) in
        var states = Self.accumulators(self.aggregates)
        states[index] = part
        let count = part.groupCount
        let columns = keys.map { $0.gathered(Array(0..<UInt32(count))) } + states.flatMap { $0.state(groupCount: count) }
        try self.append(Batch(columns: columns, rowCount: count), context)
      }
    }
    forget()
  }

  private func append(_ groups: Batch, _ context: ExecutionContext) throws(CypherError) {
    let hashes = KeyHash.hashes(of: Array(groups.columns.prefix(keyCount)), rowCount: groups.rowCount)
    try partitions!.append(groups, hashes: hashes, context)
  }

  /// Lets everything go to temporary space; gives the partitions.
  func finishSpilling(_ context: ExecutionContext) throws(CypherError) -> [SpilledRows] {
    try spill(context)
    return try partitions!.finish(context)
  }

  private func forget() {
    table = GroupTable(columnCount: keyCount)
    accumulators = Self.accumulators(aggregates)
    kept.release()
  }

  // MARK: - Results

  /// One row a group: keys, then results.
  func results(_ context: ExecutionContext) throws(CypherError) -> Batch {
    var columns = table.keys()
    for (aggregate, accumulator) in zip(aggregates, accumulators) {
      try (accumulator as? any SpillingAccumulator)?.finish(groupCount: count, context)
      columns.append(
        try CypherError.placing(at: aggregate.span) { () throws(CypherError) in try accumulator.results(groupCount: count) })
    }
    return Batch(columns: columns, rowCount: count)
  }

  /// Gives back the memory that the groups were accounted with.
  func release() { kept.release() }
}
