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
final class Aggregate: Operator {
  private let keys: [any CompiledExpression]
  private let aggregates: [CompiledAggregate]
  /// The column that says how many rows each row stands for.
  private let multiplicity: Int?
  private var results: BatchSlicer?
  private var kept = KeptMemory()

  init(
    layout: RowLayout, input: Operator, keys: [any CompiledExpression], aggregates: [CompiledAggregate], multiplicity: Int? = nil
  ) {
    self.keys = keys
    self.aggregates = aggregates
    self.multiplicity = multiplicity
    super.init(layout: layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if results == nil { results = BatchSlicer(try aggregate(context)) }
    return results!.next()
  }

  /// The groups of some of the rows, and for each aggregate what it has gathered of them.
  private struct Groups {
    var table: GroupTable
    var accumulators: [any Accumulator]

    var byteCount: Int { accumulators.reduce(table.byteCount) { $0 + $1.byteCount } }

    /// Adds groups of rows that come after those here.
    mutating func merge(_ other: Groups, _ aggregates: [CompiledAggregate]) throws(CypherError) {
      let keys = other.table.keys()
      let groups = keys.isEmpty ? [0] : table.groups(of: keys, selection: nil, rowCount: other.table.count)
      let groupCount = keys.isEmpty ? 1 : table.count
      for (index, aggregate) in aggregates.enumerated() {
        try CypherError.placing(at: aggregate.span) { () throws(CypherError) in
          try accumulators[index].merge(other.accumulators[index], groups: groups, groupCount: groupCount)
        }
      }
    }
  }

  private func aggregate(_ context: ExecutionContext) throws(CypherError) -> Batch {
    let parts = try (input as? Gather)?.forEachPart(context) { (part, context) throws(CypherError) in try groups(part, context) }
    var all: Groups
    if let parts {
      all = parts[0]
      for part in parts.dropFirst() { try all.merge(part, aggregates) }
    } else {
      all = try groups(input, context)
    }
    try kept.set(all.byteCount, context)
    return try results(all)
  }

  private func groups(_ input: Operator, _ context: ExecutionContext) throws(CypherError) -> Groups {
    var groups = Groups(
      table: GroupTable(columnCount: keys.count),
      accumulators: aggregates.map { $0.function.makeAccumulator(distinct: $0.isDistinct) })
    var kept = KeptMemory()
    defer { kept.release() }
    while let batch = try input.next(context) {
      let groupInput = try groupInput(batch, &groups.table, context)
      for (aggregate, accumulator) in zip(aggregates, groups.accumulators) {
        var arguments: [Vector] = []
        for argument in aggregate.arguments { arguments.append(try argument.evaluate(batch, context.evaluation)) }
        try CypherError.placing(at: aggregate.span) { () throws(CypherError) in
          try accumulator.accumulate(arguments, groupInput)
        }
      }
      try kept.set(groups.byteCount, context)
    }
    return groups
  }

  private func results(_ groups: Groups) throws(CypherError) -> Batch {
    let groupCount = keys.isEmpty ? 1 : groups.table.count
    var columns = groups.table.keys()
    for (aggregate, accumulator) in zip(aggregates, groups.accumulators) {
      columns.append(
        try CypherError.placing(at: aggregate.span) { () throws(CypherError) in try accumulator.results(groupCount: groupCount) })
    }
    return Batch(columns: columns, rowCount: groupCount)
  }

  private func groupInput(
    _ batch: Batch, _ table: inout GroupTable, _ context: ExecutionContext
  ) throws(CypherError) -> AggregateInput {
    let multiplicities = multiplicities(of: batch)
    if multiplicities != nil { context.profile?.isFactorised = true }
    if keys.isEmpty {
      return AggregateInput(rowCount: batch.rowCount, selection: batch.selection, multiplicities: multiplicities)
    }
    var vectors: [Vector] = []
    for key in keys { vectors.append(try key.evaluate(batch, context.evaluation)) }
    let groups = table.groups(of: vectors, selection: batch.selection, rowCount: batch.rowCount)
    return AggregateInput(
      rowCount: batch.rowCount, selection: batch.selection, groups: groups, groupCount: table.count,
      multiplicities: multiplicities)
  }

  private func multiplicities(of batch: Batch) -> [Int64]? {
    guard let multiplicity, case .integers(let counts) = batch.columns[multiplicity].storage else { return nil }
    return batch.selection.map { rows in rows.map { counts[Int($0)] } } ?? counts
  }

  override var isReusable: Bool { true }

  override func reset() {
    results = nil
    kept.release()
  }
}
