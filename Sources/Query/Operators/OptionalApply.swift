import Cypher
import Graph

/// Runs the inner plan over each batch of rows; a row for which it finds nothing is given out once, with null in the new columns.
///
/// The rows carry their number through the inner plan, so that a whole batch goes through it at a time.
final class OptionalApply: Operator {
  private let argument: Argument
  private let inner: Operator
  /// Where each column of the output comes from.
  private let sources: [Source]
  private let argumentColumns: [Int]
  private let rowNumber: Int
  private var outer: Batch?
  private var isMatched: [Bool] = []

  enum Source {
    /// A column of the rows that came in.
    case outer(Int)
    /// A column that the inner plan adds.
    case inner(Int)
  }

  /// - Parameters:
  ///   - argumentColumns: the columns of the input that `argument` has before the row number.
  ///   - rowNumber: where the row number stands in what `inner` gives.
  init(
    layout: RowLayout, input: Operator, inner: Operator, argument: Argument, argumentColumns: [Int], rowNumber: Int,
    sources: [Source]
  ) {
    self.inner = inner
    self.argumentColumns = argumentColumns
    self.argument = argument
    self.rowNumber = rowNumber
    self.sources = sources
    super.init(layout: layout, inputs: [input, inner])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if outer == nil {
        guard let batch = try input.next(context)?.compacted else { return nil }
        outer = batch
        isMatched = [Bool](repeating: false, count: batch.rowCount)
        inner.restart()
        argument.batch = batch.numbered(argumentColumns)
      }
      if let found = try inner.next(context) { return matched(outer!, found.compacted) }
      defer { outer = nil }
      if let rest = unmatched(outer!) { return rest }
    }
  }

  private func matched(_ outer: Batch, _ found: Batch) -> Batch {
    guard case .integers(let numbers) = found.columns[rowNumber].storage else {
      preconditionFailure("row numbers pass through the inner plan unchanged")
    }
    let rows = numbers.map { UInt32($0) }
    for row in rows { isMatched[Int(row)] = true }
    let columns = sources.map { source in
      switch source {
      case .outer(let index): outer.columns[index].gathered(rows)
      case .inner(let index): found.columns[index]
      }
    }
    return Batch(columns: columns, rowCount: found.rowCount)
  }

  private func unmatched(_ outer: Batch) -> Batch? {
    let rows = (0..<UInt32(outer.rowCount)).filter { !isMatched[Int($0)] }
    guard !rows.isEmpty else { return nil }
    let columns = sources.map { source in
      switch source {
      case .outer(let index): outer.columns[index].gathered(rows)
      case .inner: Vector.nulls(count: rows.count)
      }
    }
    return Batch(columns: columns, rowCount: rows.count)
  }

  override func reset() {
    outer = nil
    isMatched = []
  }
}

extension Batch {
  /// The columns `kept` of this batch, which has no selection, and the numbers of its rows as one more.
  func numbered(_ kept: [Int]) -> Batch {
    Batch(columns: kept.map { columns[$0] } + [Vector(.integers(Array(0..<Int64(rowCount))))], rowCount: rowCount)
  }
}
