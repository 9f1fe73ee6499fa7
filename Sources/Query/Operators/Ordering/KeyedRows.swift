import Cypher
import Graph
import GraphStorage

/// Rows kept together with their sort keys: the input's columns first, then one column a key.
struct KeyedRows {
  private let keys: [CompiledSortKey]
  private let columnCount: Int
  private var store: RowStore
  /// Where only so many rows of the order are wanted: what the last of them has as its first key, once that is known.
  private var bound: Bound?
  /// And as its second key, for rows whose first one is the same; nil where that is not known, or equal words of the first key do
  /// not mean equal keys.
  private var secondBound: Bound?

  private struct Bound {
    var word: UInt64
    var encoding: SortKeyColumn.Encoding
  }

  /// The bound as the value that it stands for; nil where there is none, or it is null, NaN or not a number or date.
  var orderBound: OrderBound? {
    bound.flatMap { SortKeyColumn.orderBound($0.word, $0.encoding, isDescending: keys[0].isDescending) }
  }

  init(keys: [CompiledSortKey], columnCount: Int) {
    self.keys = keys
    self.columnCount = columnCount
    store = RowStore(columnCount: columnCount + keys.count)
  }

  var rowCount: Int { store.rowCount }

  /// Roughly what the rows, their keys and putting them in order take in memory.
  var byteCount: Int { store.byteCount + store.rowCount * Self.orderByteCount }

  /// A word, its row twice while they are sorted, and the row's place.
  private static let orderByteCount = 8 + 2 * MemoryLayout<WordAndRow>.stride + 4

  /// Adds the selected rows of a batch, but for those that `keepFirst` has shown to come too late.
  mutating func append(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    var columns = Array(batch.columns.prefix(columnCount))
    for key in keys { columns.append(try key.expression.evaluate(batch, context.evaluation)) }
    let selection = rowsWithinBound(columns, batch) ?? batch.selection
    if selection?.isEmpty ?? false { return }
    store.append(Batch(columns: columns, rowCount: batch.rowCount, selection: selection))
  }

  /// Adds the rows of another part of the input, which come after those here.
  mutating func append(contentsOf other: KeyedRows) {
    var other = other
    store.append(other.store.finish())
  }

  /// Nil where there is no bound, or the column is of another type.
  private func rowsWithinBound(_ columns: [Vector], _ batch: Batch) -> [UInt32]? {
    guard let bound, let words = words(0, columns, bound) else { return nil }
    let rows = words.withUnsafeBufferPointer { words in batch.rows { words[$0] <= bound.word } }
    guard let secondBound, !rows.isEmpty, let second = self.words(1, columns, secondBound) else { return rows }
    return words.withUnsafeBufferPointer { words in
      second.withUnsafeBufferPointer { second in
        batch.narrowed(to: rows).rows { words[$0] < bound.word || second[$0] <= secondBound.word }
      }
    }
  }

  /// The words of a key, where a bound can be compared with them.
  private func words(_ index: Int, _ columns: [Vector], _ bound: Bound) -> [UInt64]? {
    let key = sortKey(index, columns[columnCount + index])
    return key.encoding == bound.encoding ? key.words : nil
  }

  private func sortKey(_ index: Int, _ values: Vector) -> SortKeyColumn {
    SortKeyColumn(column(index, values), rowCount: values.count)
  }

  private func column(_ index: Int, _ values: Vector) -> SortOrder.Column {
    SortOrder.Column(values: values, isDescending: keys[index].isDescending, placesNullsFirst: keys[index].placesNullsFirst)
  }

  /// Takes out all rows and the order they are to have.
  mutating func takeSorted() -> (rows: Batch, order: [UInt32]) {
    let rows = store.finish()
    let columns = keys.indices.map { column($0, rows.columns[columnCount + $0]) }
    return (rows, SortOrder(columns, rowCount: rows.rowCount).sortedRows())
  }

  /// Forgets most of the rows that are not among the first `count` of the order, at least one: those whose first key alone shows
  /// it, or all where that leaves too many.
  mutating func keepFirst(_ count: Int) {
    guard rowCount > count else { return }
    let rows = store.finish()
    let key = sortKey(0, rows.columns[columnCount])
    if let words = key.words, key.encoding != .none {
      let last = OrderStatistic.word(at: count - 1, of: words)
      let kept = words.withUnsafeBufferPointer { words in rows.rows { words[$0] <= last } }
      if kept.count <= count + count / 2 {
        store.append(rows.narrowed(to: kept))
        (bound, secondBound) = (Bound(word: last, encoding: key.encoding), nil)
        return
      }
    }
    store.append(rows)
    keepExactlyFirst(count)
  }

  /// Of the rows with the same number in a column, by which the order begins, forgets all but the first `count`.
  mutating func keepFirst(_ count: Int, ofEach column: Int) {
    let (rows, order) = takeSorted()
    guard case .integers(let numbers) = rows.columns[column].storage else {
      preconditionFailure("row numbers pass through a subquery unchanged")
    }
    var kept: [UInt32] = []
    var (last, found) = (Int64(-1), 0)
    for row in order {
      let number = numbers[Int(row)]
      found = number == last ? found + 1 : 1
      last = number
      if found <= count { kept.append(row) }
    }
    store.append(Batch(columns: rows.columns.map { $0.gathered(kept) }, rowCount: kept.count))
  }

  private mutating func keepExactlyFirst(_ count: Int) {
    let (rows, order) = takeSorted()
    let first = Array(order.prefix(count))
    let columns = rows.columns.map { $0.gathered(first) }
    store.append(Batch(columns: columns, rowCount: first.count))
    let last = UInt32(count - 1)
    let key = sortKey(0, columns[columnCount].gathered([last]))
    bound = Self.bound(key)
    secondBound =
      keys.count > 1 && key.isExact ? Self.bound(sortKey(1, columns[columnCount + 1].gathered([last]))) : nil
  }

  /// The bound that the only row of a key column makes.
  private static func bound(_ key: SortKeyColumn) -> Bound? {
    key.encoding == .none ? nil : key.words.map { Bound(word: $0[0], encoding: key.encoding) }
  }
}
