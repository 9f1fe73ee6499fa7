import Cypher
import Graph

/// One row for each group of rows with equivalent keys; without keys one row for all, even if there are none.
///
/// Groups come in the order of their first rows, unless they have been in temporary space: then one partition after the other.
/// Where the rows come node by node and the keys determine the node, groups are given out once the next node has come, so that
/// few are kept at a time, however many there are.
final class Aggregate: Operator {
  /// Groups in temporary space: what several parts of the input have of one partition, in the order of the parts.
  private struct Partition {
    let groups: [SpilledRows]
    let level: Int
  }

  private let grouping: Grouping
  /// Tells the results without a look at the rows, in most cases.
  private let summary: ColumnSummary?
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var isStarted = false
  @exclusivity(unchecked) private var batches = HalvedBatches()
  /// The groups of the nodes that have come and were not given out yet.
  @exclusivity(unchecked) private var pending: Groups?
  /// The groups whose results are given out.
  @exclusivity(unchecked) private var finished: Groups?
  @exclusivity(unchecked) private var results: BatchSlicer?
  /// The next one last.
  @exclusivity(unchecked) private var partitions: [Partition] = []

  /// So many groups are gathered at least before they are given out node by node: as many as the cache holds.
  private static let leastGroupCount = 4096

  init(layout: RowLayout, input: Operator, grouping: Grouping, summary: ColumnSummary? = nil) {
    self.summary = summary
    self.grouping = grouping
    super.init(layout: layout, inputs: [input])
  }

  override var maySpill: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if !isStarted, let row = summary?.row(in: context.snapshot) {
      isStarted = true
      return row
    }
    while true {
      if let batch = results?.next() { return batch }
      finished?.release()
      (finished, results) = (nil, nil)
      if let partition = partitions.popLast() {
        let groups = grouping.makeGroups(level: partition.level)
        for rows in partition.groups {
          var reader = rows.reader()
          while let batch = try reader.next(context) { try groups.take(batch, context) }
        }
        try finish([groups], level: partition.level, context)
      } else {
        guard let groups = try nextGroups(context) else { return nil }
        try finish(groups, level: 0, context)
      }
    }
  }

  /// Gives out the groups' results, or plans to work on the partitions that they lie in.
  private func finish(_ parts: [Groups], level: Int, _ context: ExecutionContext) throws(CypherError) {
    guard parts.count > 1 || parts[0].isSpilled else {
      finished = parts[0]
      results = BatchSlicer(try parts[0].results(context))
      return
    }
    var cut: [[SpilledRows]] = []
    for part in parts { cut.append(try part.finishSpilling(context)) }
    for index in (0..<RowPartitions.count).reversed() {
      partitions.append(Partition(groups: cut.map { $0[index] }, level: level + 1))
    }
  }

  // MARK: - Taking in

  /// Groups that are complete, one object or several some of which are in temporary space; nil at the end.
  private func nextGroups(_ context: ExecutionContext) throws(CypherError) -> [Groups]? {
    if let node = grouping.node { return try nextGroups(by: node, context).map { [$0] } }
    if isStarted { return nil }
    isStarted = true
    let parts = try (input as? Gather)?.forEachPart(context) { (part, context) throws(CypherError) in try groups(part, context) }
    guard let parts else { return [try groups(input, context)] }
    var merged = [parts[0]]
    for part in parts.dropFirst() {
      if part.isSpilled { merged.append(part) } else { try merged[merged.count - 1].merge(part, context) }
    }
    return merged
  }

  private func groups(_ input: Operator, _ context: ExecutionContext) throws(CypherError) -> Groups {
    let groups = grouping.makeGroups()
    var batches = HalvedBatches()
    while let rows = try nextRows(input, &batches, context) { try groups.add(rows, context) }
    return groups
  }

  /// The groups of the next nodes, of whom no more rows will come.
  private func nextGroups(by node: Int, _ context: ExecutionContext) throws(CypherError) -> Groups? {
    let groups = pending ?? grouping.makeGroups()
    pending = nil
    while let rows = try nextRows(input, &batches, context) {
      let cut = rows.batch.placeOfLastNode(in: node)
      guard cut > 0, groups.count + cut >= Self.leastGroupCount || groups.isSpilled else {
        try groups.add(rows, context)
        continue
      }
      try groups.add(rows.selected(0..<cut), context)
      let next = grouping.makeGroups()
      try next.add(rows.selected(cut..<rows.batch.selectedCount), context)
      pending = next
      return groups
    }
    return groups.count > 0 || groups.isSpilled ? groups : nil
  }

  private func nextRows(
    _ input: Operator, _ batches: inout HalvedBatches, _ context: ExecutionContext
  ) throws(CypherError) -> Groups.Rows? {
    let rows = try batches.next(input, context) { (batch) throws(CypherError) in
      try grouping.evaluate(batch, context.evaluation)
    }
    if rows?.multiplicities != nil { context.profile?.isFactorised = true }
    return rows
  }

  /// Parts of a scan have no node, and so no group, in common.
  override func makePart(_ range: Range<Int>) -> Operator? {
    guard grouping.node != nil else { return nil }
    return input.part(range).map { Aggregate(layout: layout, input: $0, grouping: grouping) }
  }

  override var isReusable: Bool { true }

  /// True of one group for all rows.
  override var isExhausted: Bool {
    isStarted && partitions.isEmpty && grouping.node == nil && (results?.isExhausted ?? true)
  }

  override func reset() {
    finished?.release()
    pending?.release()
    (finished, pending, results) = (nil, nil, nil)
    batches = HalvedBatches()
    isStarted = false
    partitions = []
  }
}
