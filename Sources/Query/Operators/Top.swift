import Cypher
import Graph

/// The first rows of an order; keeps at most a few times as many as it gives, and looks at a row no further once its first key
/// comes after that of the last row kept.
final class Top: Operator {
  private let keys: [CompiledSortKey]
  private let count: RowCountExpression
  private let isAboveUpdate: Bool
  private var sorted: BatchSlicer?
  private var kept = KeptMemory()

  /// At least so many rows are kept before those that are not wanted are sorted out.
  private static let smallestSurplus = Batch.capacity / 2

  init(input: Operator, keys: [CompiledSortKey], count: RowCountExpression, isAboveUpdate: Bool) {
    self.keys = keys
    self.count = count
    self.isAboveUpdate = isAboveUpdate
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if sorted == nil {
      let wanted = try count.value(context)
      // As under LIMIT: rows that nobody asks for are not computed, unless computing them changes the graph.
      if wanted == 0 && !isAboveUpdate { return nil }
      var rows = try allRows(wanted, context)
      try kept.set(rows.byteCount, context)
      let (all, order) = rows.takeSorted()
      let columns = Array(all.columns.prefix(layout.count))
      sorted = BatchSlicer(Batch(columns: columns, rowCount: all.rowCount), order: Array(order.prefix(wanted)))
    }
    return sorted!.next()
  }

  private func allRows(_ wanted: Int, _ context: ExecutionContext) throws(CypherError) -> KeyedRows {
    let parts = try (input as? Gather)?.forEachPart(context) { (part, context) throws(CypherError) in
      try collect(part, wanted, context)
    }
    guard let parts else { return try collect(input, wanted, context) }
    var rows = parts[0]
    for part in parts.dropFirst() { rows.append(contentsOf: part) }
    return rows
  }

  private func collect(_ input: Operator, _ wanted: Int, _ context: ExecutionContext) throws(CypherError) -> KeyedRows {
    var rows = KeyedRows(keys: keys, columnCount: layout.count)
    var kept = KeptMemory()
    defer { kept.release() }
    while let batch = try input.next(context) {
      try rows.append(batch, context)
      try kept.set(rows.byteCount, context)
      if rows.rowCount - Self.smallestSurplus > wanted && rows.rowCount / 2 > wanted { rows.keepFirst(max(wanted, 1)) }
    }
    rows.keepFirst(max(wanted, 1))
    return rows
  }

  override var isReusable: Bool { true }

  override func reset() {
    sorted = nil
    kept.release()
  }
}
