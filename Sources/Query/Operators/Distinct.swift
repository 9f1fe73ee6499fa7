import Cypher
import Graph

/// Of equivalent rows only the first.
final class Distinct: Operator {
  private let keys: [Int]
  private var table: GroupTable

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
      if fresh.isEmpty { continue }
      let result = batch.narrowed(to: fresh)
      try context.keep(result)
      return result
    }
    return nil
  }

  override var isReusable: Bool { true }

  override func reset() { table = GroupTable(columnCount: keys.count) }
}
