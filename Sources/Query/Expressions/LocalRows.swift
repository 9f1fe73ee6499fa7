import Cypher
import Graph

/// Rows for the body of a comprehension: one for each element of each row's list, with the outer variables beside it.
///
/// The lists of a whole batch are unrolled into chunks, so that a body runs over many elements at once however short the lists
/// are, and a list of millions never lies unrolled in memory as a whole.
struct LocalRows {
  /// Rows in a chunk, unless one call adds fewer.
  static let chunkRowCount = 4 * Batch.capacity

  /// One chunk: `outerRows[i]` is the row of the outer batch that row i comes from.
  struct Chunk {
    var batch: Batch
    var outerRows: [UInt32]
  }

  /// How the columns of the outer batch reach the body: those it does not mention are not copied.
  let usedColumns: [Bool]

  /// - Parameters:
  ///   - layout: the layout of the outer rows.
  ///   - names: the variables that the body mentions.
  init(layout: RowLayout, mentioned names: Set<String>) {
    usedColumns = layout.columns.map { names.contains($0.name) }
  }

  /// The outer columns at `rows`, `extra` columns after them.
  func batch(_ outer: Batch, rows: [UInt32], adding extra: [Vector]) -> Batch {
    var columns: [Vector] = []
    columns.reserveCapacity(outer.columns.count + extra.count)
    for (index, column) in outer.columns.enumerated() {
      let isUsed = index < usedColumns.count && usedColumns[index]
      columns.append(isUsed ? column.gathered(rows) : .nulls(count: rows.count))
    }
    return Batch(columns: columns + extra, rowCount: rows.count)
  }

  /// Calls `body` with the unrolled elements of `lists`, chunk by chunk; rows whose list is null have none.
  /// - Throws: InvalidArgumentType where a selected row holds something else than a list or null.
  func forEachChunk(
    of lists: Vector, _ outer: Batch, _ context: EvaluationContext, _ span: SourceSpan,
    _ body: (Chunk) throws(CypherError) -> Void
  ) throws(CypherError) {
    var rows: [UInt32] = []
    var elements = VectorBuilder()
    func flush() throws(CypherError) {
      guard !rows.isEmpty else { return }
      try context.poll()
      try body(Chunk(batch: batch(outer, rows: rows, adding: [elements.finish()]), outerRows: rows))
      rows.removeAll(keepingCapacity: true)
    }
    for row in outer.selectedRows {
      guard let list = try Self.list(lists[Int(row)], span) else { continue }
      for element in list {
        rows.append(row)
        elements.append(element)
        if rows.count == Self.chunkRowCount { try flush() }
      }
    }
    try flush()
  }

  /// The elements of a list, nil for null.
  static func list(_ value: Value, _ span: SourceSpan) throws(CypherError) -> [Value]? {
    switch value {
    case .list(let elements): return elements
    case .null: return nil
    default: throw .notList(value, at: span)
    }
  }
}
