import Cypher
import Graph

/// Every row of the left side with every row of the right side whose keys are equivalent and not null; without keys every pair.
/// The right side, which should be the smaller one, is kept in memory.
final class HashJoin: RowExpansion {
  private let right: Operator
  private let rightColumns: [Int]
  private let leftKeys: [any CompiledExpression]
  private let rightKeys: [any CompiledExpression]
  private var rightRows: Batch?
  private var table: GroupTable
  private var memory = KeptMemory()
  /// The right rows of each group.
  private var members: [[UInt32]] = []
  /// The members that go with each row of the left batch, by row.
  private var matches: [UInt32: Int] = [:]
  private var found: [UInt32] = []
  private var position = 0

  init(
    layout: RowLayout, left: Operator, right: Operator, kept: [Int], rightColumns: [Int], leftKeys: [any CompiledExpression],
    rightKeys: [any CompiledExpression]
  ) {
    self.right = right
    self.rightColumns = rightColumns
    self.leftKeys = leftKeys
    self.rightKeys = rightKeys
    table = GroupTable(columnCount: rightKeys.count)
    super.init(layout: layout, input: left, others: [right], kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    if rightRows == nil { try build(context) }
    let (keys, rows) = try Self.evaluate(leftKeys, batch, context)
    matches.removeAll(keepingCapacity: true)
    for (index, group) in table.existingGroups(of: keys, rows: rows).enumerated() {
      if let group { matches[rows[index]] = Int(group) }
    }
  }

  private func build(_ context: ExecutionContext) throws(CypherError) {
    var store = RowStore(columnCount: rightColumns.count)
    while let batch = try right.next(context) {
      let (keys, rows) = try Self.evaluate(rightKeys, batch, context)
      for (index, group) in table.groups(of: keys, rows: rows).enumerated() {
        if Int(group) == members.count { members.append([]) }
        members[Int(group)].append(UInt32(store.rowCount + index))
      }
      store.append(Batch(columns: rightColumns.map { batch.columns[$0] }, rowCount: batch.rowCount, selection: rows))
      try memory.set(store.byteCount + table.byteCount + members.count * 32 + store.rowCount * 4, context)
    }
    rightRows = store.finish()
  }

  /// The keys of a batch and the selected rows in which none of them is null.
  private static func evaluate(
    _ keys: [any CompiledExpression], _ batch: Batch, _ context: ExecutionContext
  ) throws(CypherError) -> ([Vector], [UInt32]) {
    var vectors: [Vector] = []
    for key in keys { vectors.append(try key.evaluate(batch, context.evaluation)) }
    let rows = batch.selectedRows.filter { row in !vectors.contains { $0.isNull(Int(row)) } }
    return (vectors, rows)
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    guard let group = matches[row] else { return (0, true) }
    let rows = members[group][position...].prefix(limit)
    found += rows
    position += rows.count
    let isDone = position == members[group].count
    if isDone { position = 0 }
    return (rows.count, isDone)
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { found = [] }
    return rightRows!.columns.map { $0.gathered(found) }
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    rightRows = nil
    memory.release()
    table = GroupTable(columnCount: rightKeys.count)
    members = []
    matches = [:]
    found = []
    position = 0
  }
}
