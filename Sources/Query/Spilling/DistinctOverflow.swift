import Cypher
import Graph

/// Arguments of an aggregate over DISTINCT values in temporary space, cut into partitions by their groups and values. Each row
/// keeps its place among all, so that what is new can be given in the order in which it came.
final class DistinctOverflow {
  /// Columns in front of the arguments.
  private enum Column { static let group = 0, place = 1, count = 2 }

  private let argumentCount: Int
  private let level: Int
  private let partitions: RowPartitions

  init(argumentCount: Int, level: Int = 0, _ context: ExecutionContext) throws(CypherError) {
    self.argumentCount = argumentCount
    self.level = level
    partitions = try RowPartitions(level: level, columnCount: Column.count + argumentCount, context)
  }

  /// - Parameter firstPlace: that of the first row; the others follow.
  func append(
    _ arguments: [Vector], groups: [UInt32], firstPlace: Int64, _ context: ExecutionContext
  ) throws(CypherError) {
    let places = Array(firstPlace..<firstPlace + Int64(groups.count))
    try append(
      Batch(columns: [Self.column(groups), Vector(.integers(places))] + arguments, rowCount: groups.count),
      context)
  }

  private func append(_ rows: Batch, _ context: ExecutionContext) throws(CypherError) {
    let keys = [rows.columns[Column.group], rows.columns[Column.count]]
    try partitions.append(rows, hashes: KeyHash.hashes(of: keys, rowCount: rows.rowCount), context)
  }

  /// Adds the rows of another one, which come after those here: each place is `shift` later, and group n is `groups[n]` here.
  func append(
    contentsOf other: DistinctOverflow, groups: [UInt32], shift: Int64, _ context: ExecutionContext
  ) throws(CypherError) {
    try other.forEachBatch(context) { (batch) throws(CypherError) in
      var batch = batch
      batch.columns[Column.group] = Self.column(Self.groups(of: batch).map { groups[Int($0)] })
      batch.columns[Column.place] = Vector(.integers(batch.columns[Column.place].integerState.map { $0 + shift }))
      try self.append(batch, context)
    }
  }

  /// Calls `body` with the arguments and groups of all rows, one partition after the other.
  func forEachBatch(
    _ context: ExecutionContext, _ body: (_ arguments: [Vector], _ groups: [UInt32]) throws(CypherError) -> Void
  ) throws(CypherError) {
    try forEachBatch(context) { (batch) throws(CypherError) in try body(Self.arguments(of: batch), Self.groups(of: batch)) }
  }

  private func forEachBatch(
    _ context: ExecutionContext, _ body: (Batch) throws(CypherError) -> Void
  ) throws(CypherError) {
    for partition in try partitions.finish(context) {
      var reader = partition.reader()
      while let batch = try reader.next(context) { try body(batch) }
    }
  }

  // MARK: - What is new

  /// Calls `body` with the arguments and groups of the rows whose first argument is the first of its kind in its group.
  ///
  /// - Parameter keepsOrder: true if they are to come in the order in which they came.
  func forEachFirst(
    keepsOrder: Bool, _ context: ExecutionContext,
    _ body: (_ arguments: [Vector], _ groups: [UInt32]) throws(CypherError) -> Void
  ) throws(CypherError) {
    guard keepsOrder else {
      return try forEachFirst(context) { (batch) throws(CypherError) in
        try body(Self.arguments(of: batch), Self.groups(of: batch))
      }
    }
    let order = CompiledSortKey(
      expression: ColumnExpression(column: Column.place), isDescending: false, placesNullsFirst: false)
    var buffer = SortBuffer(keys: [order], columnCount: Column.count + argumentCount)
    defer { buffer.release() }
    try forEachFirst(context) { (batch) throws(CypherError) in try buffer.append(batch, context) }
    var sorted = try buffer.finish(context)
    while let batch = try sorted.next(context) { try body(Self.arguments(of: batch), Self.groups(of: batch)) }
  }

  private func forEachFirst(
    _ context: ExecutionContext, _ body: (Batch) throws(CypherError) -> Void
  ) throws(CypherError) {
    let all = try partitions.finish(context)
    let rowCount = all.reduce(0) { $0 + $1.rowCount }
    for partition in all where partition.rowCount > 0 {
      var reader = partition.reader()
      let mayBeCut = partition.rowCount < rowCount && level + 1 < RowPartitions.levelCount
      if mayBeCut && partition.rowCount * Self.seenByteCount > context.spillShare {
        let cut = try DistinctOverflow(argumentCount: argumentCount, level: level + 1, context)
        while let batch = try reader.next(context) { try cut.append(batch, context) }
        try cut.forEachFirst(context, body)
        continue
      }
      var seen = DistinctRows()
      while let batch = try reader.next(context) {
        let groups = Self.groups(of: batch)
        var (new, newGroups): ([UInt32], [UInt32]) = ([], [])
        let input = AggregateInput(rowCount: batch.rowCount, groups: groups)
        try seen.insert(batch.columns[Column.count], input, rows: &new, groups: &newGroups)
        if !new.isEmpty { try body(batch.narrowed(to: new).compacted) }
      }
    }
  }

  /// About what a row that has been seen takes in memory.
  private static let seenByteCount = 64

  private static func arguments(of batch: Batch) -> [Vector] { Array(batch.columns.dropFirst(Column.count)) }

  private static func column(_ groups: [UInt32]) -> Vector { Vector(.integers(groups.map { Int64($0) })) }

  private static func groups(of batch: Batch) -> [UInt32] { batch.columns[Column.group].integerState.map { UInt32($0) } }
}
