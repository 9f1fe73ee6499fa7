import Cypher
import Graph

/// A key of an order, compiled.
struct CompiledSortKey {
  let expression: any CompiledExpression
  let isDescending: Bool
  let placesNullsFirst: Bool
}

/// All rows in order.
final class Sort: Operator {
  private let keys: [CompiledSortKey]
  private var sorted: BatchSlicer?
  private var kept = KeptMemory()

  init(input: Operator, keys: [CompiledSortKey]) {
    self.keys = keys
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if sorted == nil {
      var rows = KeyedRows(keys: keys, columnCount: layout.count)
      while let batch = try input.next(context) {
        try rows.append(batch, context)
        try kept.set(rows.byteCount, context)
      }
      let (all, order) = rows.takeSorted()
      sorted = BatchSlicer(Batch(columns: Array(all.columns.prefix(layout.count)), rowCount: all.rowCount), order: order)
    }
    return sorted!.next()
  }

  override var isReusable: Bool { true }

  override func reset() {
    sorted = nil
    kept.release()
  }
}
