import Cypher
import Graph

/// ORDER BY, SKIP and LIMIT among the rows of each row that was handed in, for many of them at a time.
///
/// Where an order and a limit are given, rows that come too late for theirs are forgotten whenever so many have gathered that it
/// is worth a look, so that memory is bounded by what is wanted.
final class RowsOfEachRow: Operator {
  private let number: Int
  /// The number first, then what orders the rows of each; empty where they keep the order in which they come.
  private let keys: [CompiledSortKey]
  private let skip: RowCountExpression?
  private let limit: RowCountExpression?
  private var sorted: SortedRows?
  private var buffer: SortBuffer?
  /// Which rows of each are wanted.
  private var wanted: Range<Int>?
  /// How many rows of each have been counted off.
  private var counts: [Int] = []

  /// At least so many rows are kept before those that are not wanted are sorted out.
  private static let smallestSurplus = 16 * Batch.capacity

  /// - Parameter number: the column with the number of the row handed in.
  init(input: Operator, number: Int, keys: [CompiledSortKey], skip: RowCountExpression?, limit: RowCountExpression?) {
    self.number = number
    self.keys = keys
    self.skip = skip
    self.limit = limit
    super.init(layout: input.layout, inputs: [input])
  }

  override var maySpill: Bool { !keys.isEmpty }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if wanted == nil {
      let first = try skip?.value(context) ?? 0
      wanted = first..<first.addingSaturated(try limit?.value(context) ?? .max)
    }
    guard let wanted, !wanted.isEmpty else { return nil }
    if sorted == nil && !keys.isEmpty { try sortInput(wanted.upperBound, context) }
    while let batch = try sorted == nil ? input.next(context) : sorted!.next(context) {
      let rows = countOff(batch, wanted)
      if rows.count == batch.selectedCount { return batch }
      if !rows.isEmpty { return batch.narrowed(to: rows) }
    }
    return nil
  }

  private func sortInput(_ end: Int, _ context: ExecutionContext) throws(CypherError) {
    buffer = SortBuffer(keys: keys, columnCount: layout.count)
    var mostRows = Self.smallestSurplus
    while let batch = try input.next(context) {
      try buffer!.append(batch, context)
      if end < .max, buffer!.rowCount > mostRows {
        buffer!.keepFirst(end, ofEach: number)
        mostRows = max(Self.smallestSurplus, 2 * buffer!.rowCount)
      }
    }
    sorted = try buffer!.finish(context)
  }

  /// The rows of a batch that are wanted, by how many of the same number came before.
  private func countOff(_ batch: Batch, _ wanted: Range<Int>) -> [UInt32] {
    guard case .integers(let numbers) = batch.columns[number].storage else {
      preconditionFailure("row numbers pass through a subquery unchanged")
    }
    return batch.rows { row in
      let number = Int(numbers[row])
      if number >= counts.count { counts.extend(to: number + 1, with: 0) }
      defer { counts[number] += 1 }
      return wanted.contains(counts[number])
    }
  }

  override var isReusable: Bool { true }

  override func reset() {
    buffer?.release()
    (buffer, sorted, wanted) = (nil, nil, nil)
    counts = []
  }
}
