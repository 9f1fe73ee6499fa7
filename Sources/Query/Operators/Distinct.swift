import Cypher
import Graph

/// Of equivalent rows only the first.
final class Distinct: Operator {
  private let keys: [Int]
  private var table: GroupTable
  private var kept = KeptMemory()

  /// - Parameter keys: the columns that tell rows apart.
  init(input: Operator, keys: [Int]) {
    self.keys = keys
    table = GroupTable(columnCount: keys.count)
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let batch = try input.next(context) {
      let rows = batch.selectedRows
      var known = UInt32(table.count)
      var fresh: [UInt32] = []
      for (index, group) in table.groups(of: keys.map { batch.columns[$0] }, rows: rows).enumerated() where group == known {
        fresh.append(rows[index])
        known += 1
      }
      try kept.set(table.byteCount, context)
      if !fresh.isEmpty { return batch.narrowed(to: fresh) }
    }
    return nil
  }

  override var isReusable: Bool { true }

  override func reset() {
    table = GroupTable(columnCount: keys.count)
    kept.release()
  }
}
