import Cypher
import Graph

/// Merges sorted runs in temporary space into one order; of equal rows those of an earlier run come first.
///
/// Of what the runs have next, all that comes before the first of their last rows in memory is final: it is taken from each run,
/// put one behind the other and sorted as a whole, as rows in memory are. So a round takes in at least one run's batch, and no
/// row is compared on its own. External merge sort: Knuth, "The Art of Computer Programming" 3, 5.4.
struct RunMerge {
  /// What can be merged at a time, so that what the runs have in memory is bounded.
  static let largestRunCount = 16

  private struct Run {
    var reader: SpilledRows.Reader
    var rows: Batch
    /// How many of `rows` have been taken.
    var position = 0
  }

  private let keys: [CompiledSortKey]
  /// Where the keys' columns begin.
  private let firstKey: Int
  private var runs: [Run] = []

  /// - Parameter rows: each sorted by the columns from `firstKey` on, one a key; no more than `largestRunCount`.
  init(
    _ rows: [SpilledRows], keys: [CompiledSortKey], firstKey: Int, _ context: ExecutionContext
  ) throws(CypherError) {
    self.keys = keys
    self.firstKey = firstKey
    for rows in rows {
      var reader = rows.reader()
      if let batch = try reader.next(context) { runs.append(Run(reader: reader, rows: batch)) }
    }
  }

  /// The next rows in order, with their keys: up to a batch of each run. Nil at the end.
  mutating func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let bound = boundingRun else { return nil }
    var store = RowStore(columnCount: firstKey + keys.count)
    let last = (runs[bound].rows, runs[bound].rows.rowCount - 1)
    for index in runs.indices {
      let end = index == bound ? runs[index].rows.rowCount : end(in: runs[index], notAfter: last, includingEqual: index < bound)
      if end > runs[index].position { store.append(runs[index].rows.slice(runs[index].position..<end, of: nil)) }
      runs[index].position = end
    }
    try refill(context)
    let rows = store.finish()
    let columns = keys.indices.map { key in
      SortOrder.Column(
        values: rows.columns[firstKey + key], isDescending: keys[key].isDescending, placesNullsFirst: keys[key].placesNullsFirst)
    }
    let order = SortOrder(columns, rowCount: rows.rowCount).sortedRows()
    return Batch(columns: rows.columns.map { $0.gathered(order) }, rowCount: rows.rowCount)
  }

  /// The run whose last row in memory comes first.
  private var boundingRun: Int? {
    runs.indices.min { a, b in
      let order = compare((runs[a].rows, runs[a].rows.rowCount - 1), (runs[b].rows, runs[b].rows.rowCount - 1))
      return order != 0 ? order < 0 : a < b
    }
  }

  /// Where in the rows of a run those begin that come after a row of another run.
  private func end(in run: Run, notAfter bound: (Batch, Int), includingEqual: Bool) -> Int {
    var (low, high) = (run.position, run.rows.rowCount)
    while low < high {
      let middle = (low + high) / 2
      let order = compare((run.rows, middle), bound)
      if order < 0 || (order == 0 && includingEqual) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Gives new rows to the runs that have none left, and forgets those that are at their end.
  private mutating func refill(_ context: ExecutionContext) throws(CypherError) {
    var left: [Run] = []
    for var run in runs {
      if run.position == run.rows.rowCount {
        guard let batch = try run.reader.next(context) else { continue }
        run.rows = batch
        run.position = 0
      }
      left.append(run)
    }
    runs = left
  }

  /// Negative, zero or positive as row `a` comes before row `b`, has equal keys, or comes after it.
  private func compare(_ a: (rows: Batch, row: Int), _ b: (rows: Batch, row: Int)) -> Int {
    for (index, key) in keys.enumerated() {
      let (x, y) = (a.rows.columns[firstKey + index][a.row], b.rows.columns[firstKey + index][b.row])
      if x.isNull || y.isNull {
        if x.isNull && y.isNull { continue }
        return x.isNull == key.placesNullsFirst ? -1 : 1
      }
      let order = x.ordering(against: y)
      if order != .equal { return (order == .less) != key.isDescending ? -1 : 1 }
    }
    return 0
  }
}
