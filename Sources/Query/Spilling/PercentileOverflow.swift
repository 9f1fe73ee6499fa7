import Cypher
import Graph

/// Numbers of groups in temporary space, each with how often it counts, in the order of the groups and then of the numbers.
struct PercentileOverflow {
  /// The keys of the order come last.
  private enum Column { static let weight = 0, group = 1, number = 2 }

  private static let keys = [Column.group, Column.number].map {
    CompiledSortKey(expression: ColumnExpression(column: $0), isDescending: false, placesNullsFirst: false)
  }

  private var runs = SortedRuns(keys: keys, firstKey: Column.group)

  /// Adds numbers in any order.
  mutating func append(_ numbers: WeightedNumbers, _ context: ExecutionContext) throws(CypherError) {
    guard numbers.count > 0 else { return }
    let numbers = numbers.joined
    let weights = Vector(.integers(numbers.weights ?? Array(repeating: 1, count: numbers.count)))
    let groups = Vector(.integers(numbers.groups.map { Int64($0) }))
    let rows = Batch(columns: [weights, groups, numbers.numbers], rowCount: numbers.count)
    try runs.append(rows, order: numbers.order(), context)
  }

  /// Adds another one's numbers; its group n is group `groups[n]` here.
  mutating func append(
    contentsOf other: PercentileOverflow, groups: [UInt32], _ context: ExecutionContext
  ) throws(CypherError) {
    var other = other
    var pending = WeightedNumbers()
    try other.forEachBatch(context) { (numbers) throws(CypherError) in
      pending.append(numbers, groups: groups)
      guard pending.byteCount > context.spillShare / 4 else { return }
      try self.append(pending, context)
      pending = WeightedNumbers()
    }
    try append(pending, context)
  }

  /// Takes out the numbers in their order, a few at a time.
  mutating func forEachBatch(
    _ context: ExecutionContext, _ body: (WeightedNumbers) throws(CypherError) -> Void
  ) throws(CypherError) {
    var (merge, byteCount) = try runs.merge(context)
    var kept = KeptMemory()
    defer { kept.release() }
    try kept.set(byteCount, context)
    while let batch = try merge.next(context) {
      var numbers = WeightedNumbers()
      numbers.append(
        batch.columns[Column.number], groups: batch.columns[Column.group].integerState.map { UInt32($0) },
        weights: batch.columns[Column.weight].integerState)
      try body(numbers)
    }
  }
}
