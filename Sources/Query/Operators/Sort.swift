import Cypher
import Graph

/// A key of an order, compiled.
struct CompiledSortKey {
  let expression: any CompiledExpression
  let isDescending: Bool
  let placesNullsFirst: Bool
}

/// Rows kept together with their sort keys: the input's columns first, then one column a key.
struct KeyedRows {
  private let keys: [CompiledSortKey]
  private let columnCount: Int
  private var store: RowStore

  init(keys: [CompiledSortKey], columnCount: Int) {
    self.keys = keys
    self.columnCount = columnCount
    store = RowStore(columnCount: columnCount + keys.count)
  }

  var rowCount: Int { store.rowCount }

  mutating func append(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    var columns = Array(batch.columns.prefix(columnCount))
    for key in keys { columns.append(try key.expression.evaluate(batch, context.evaluation)) }
    store.append(Batch(columns: columns, rowCount: batch.rowCount, selection: batch.selection))
  }

  /// Takes out all rows and the order they are to have.
  mutating func takeSorted() -> (rows: Batch, order: [UInt32]) {
    let rows = store.finish()
    let columns = keys.enumerated().map { index, key in
      SortOrder.Column(
        values: rows.columns[columnCount + index], isDescending: key.isDescending, placesNullsFirst: key.placesNullsFirst)
    }
    return (rows, SortOrder(columns, rowCount: rows.rowCount).sortedRows())
  }

  /// Forgets all but the first `count` rows of the order.
  mutating func keepFirst(_ count: Int) {
    let (rows, order) = takeSorted()
    let first = Array(order.prefix(count))
    store.append(Batch(columns: rows.columns.map { $0.gathered(first) }, rowCount: first.count))
  }
}

/// All rows in order.
final class Sort: Operator {
  private let keys: [CompiledSortKey]
  private var sorted: BatchSlicer?

  init(input: Operator, keys: [CompiledSortKey]) {
    self.keys = keys
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if sorted == nil {
      var rows = KeyedRows(keys: keys, columnCount: layout.count)
      while let batch = try input.next(context) {
        try context.keep(batch)
        try rows.append(batch, context)
      }
      let (all, order) = rows.takeSorted()
      sorted = BatchSlicer(Batch(columns: Array(all.columns.prefix(layout.count)), rowCount: all.rowCount), order: order)
    }
    return sorted!.next()
  }

  override var isReusable: Bool { true }

  override func reset() { sorted = nil }
}

/// The first rows of an order; keeps at most a few times as many as it gives.
final class Top: Operator {
  private let keys: [CompiledSortKey]
  private let count: RowCountExpression
  private let isAboveUpdate: Bool
  private var sorted: BatchSlicer?

  /// At least so many rows are kept before those that are not wanted are sorted out.
  private static let smallestSurplus = 8 * Batch.capacity

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
      var rows = KeyedRows(keys: keys, columnCount: layout.count)
      while let batch = try input.next(context) {
        try rows.append(batch, context)
        if rows.rowCount > Self.smallestSurplus && rows.rowCount / 2 > wanted { rows.keepFirst(wanted) }
      }
      let (all, order) = rows.takeSorted()
      let columns = Array(all.columns.prefix(layout.count))
      sorted = BatchSlicer(Batch(columns: columns, rowCount: all.rowCount), order: Array(order.prefix(wanted)))
    }
    return sorted!.next()
  }

  override var isReusable: Bool { true }

  override func reset() { sorted = nil }
}
