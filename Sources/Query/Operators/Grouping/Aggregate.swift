import Cypher
import Graph

/// One aggregate call, compiled.
struct CompiledAggregate {
  let function: AggregateFunction
  let isDistinct: Bool
  let arguments: [any CompiledExpression]
  /// The place of the call, for errors of its accumulator.
  let span: SourceSpan
}

/// One row for each group of rows with equivalent keys; without keys one row for all, even if there are none.
///
/// Groups come in the order of their first rows, unless they have been in temporary space: then one partition after the other.
final class Aggregate: Operator {
  /// Groups in temporary space: what several parts of the input have of one partition, in the order of the parts.
  private struct Partition {
    let groups: [SpilledRows]
    let level: Int
  }

  private let keys: [any CompiledExpression]
  private let aggregates: [CompiledAggregate]
  /// The column that says how many rows each row stands for.
  private let multiplicity: Int?
  /// Tells the results without a look at the rows, in most cases.
  private let summary: ColumnSummary?
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var isStarted = false
  /// The groups whose results are given out.
  @exclusivity(unchecked) private var finished: Groups?
  @exclusivity(unchecked) private var results: BatchSlicer?
  /// The next one last.
  @exclusivity(unchecked) private var partitions: [Partition] = []

  init(
    layout: RowLayout, input: Operator, keys: [any CompiledExpression], aggregates: [CompiledAggregate], multiplicity: Int? = nil,
    summary: ColumnSummary? = nil
  ) {
    self.summary = summary
    self.keys = keys
    self.aggregates = aggregates
    self.multiplicity = multiplicity
    super.init(layout: layout, inputs: [input])
  }

  override var maySpill: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if !isStarted {
      isStarted = true
      if let row = summary?.row(in: context.snapshot) { return row }
      try finish(try takeInput(context), level: 0, context)
    }
    while true {
      if let batch = results?.next() { return batch }
      finished?.release()
      (finished, results) = (nil, nil)
      guard let partition = partitions.popLast() else { return nil }
      let groups = Groups(keyCount: keys.count, aggregates: aggregates, level: partition.level)
      for rows in partition.groups {
        var reader = rows.reader()
        while let batch = try reader.next(context) { try groups.take(batch, context) }
      }
      try finish([groups], level: partition.level, context)
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

  /// The groups of all rows: one object, or several some of which are in temporary space.
  private func takeInput(_ context: ExecutionContext) throws(CypherError) -> [Groups] {
    let parts = try (input as? Gather)?.forEachPart(context) { (part, context) throws(CypherError) in try groups(part, context) }
    guard let parts else { return [try groups(input, context)] }
    var merged = [parts[0]]
    for part in parts.dropFirst() {
      if part.isSpilled { merged.append(part) } else { try merged[merged.count - 1].merge(part, context) }
    }
    return merged
  }

  private func groups(_ input: Operator, _ context: ExecutionContext) throws(CypherError) -> Groups {
    let groups = Groups(keyCount: keys.count, aggregates: aggregates)
    var batches = HalvedBatches()
    while let rows = try batches.next(input, context, { (batch) throws(CypherError) in try evaluate(batch, context.evaluation) })
    {
      if rows.multiplicities != nil { context.profile?.isFactorised = true }
      try groups.add(rows, context)
    }
    return groups
  }

  private func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Groups.Rows {
    var rows = Groups.Rows(batch: batch, multiplicities: multiplicities(of: batch))
    for key in keys { rows.keys.append(try key.evaluate(batch, context)) }
    for aggregate in aggregates {
      var arguments: [Vector] = []
      for argument in aggregate.arguments { arguments.append(try argument.evaluate(batch, context)) }
      rows.arguments.append(arguments)
    }
    return rows
  }

  private func multiplicities(of batch: Batch) -> [Int64]? {
    guard let multiplicity else { return nil }
    return batch.columns[multiplicity].multiplicities(batch.selection)
  }

  override var isReusable: Bool { true }

  override func reset() {
    finished?.release()
    (finished, results) = (nil, nil)
    isStarted = false
    partitions = []
  }
}

extension Vector {
  /// The numbers of a column that nothing but numbers can be in, those of the selected rows.
  fileprivate func multiplicities(_ selection: [UInt32]?) -> [Int64] {
    switch storage {
    case .integers(let counts): selection.map { rows in rows.map { counts[Int($0)] } } ?? counts
    case .constant(.integer(let number), let count): Array(repeating: number, count: selection?.count ?? count)
    case .values(let values):
      (selection?.map { values[Int($0)] } ?? values).map { value in
        guard case .integer(let number) = value else { preconditionFailure("how many rows a row stands for is an integer") }
        return number
      }
    default: preconditionFailure("how many rows a row stands for is an integer")
    }
  }
}
