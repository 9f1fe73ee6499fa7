import Cypher
import Graph

/// The common part of operators that turn each row of the input into none, one or many: it walks the input's rows, gathers what
/// `expand` finds for each until a batch is full, and joins it with the columns of the input that are kept.
class RowExpansion: Operator {
  /// The input's columns in the output, by their place in the input.
  let kept: [Int]
  // Only this class touches these, never two of its methods at a time, so no access needs to be tracked.
  @exclusivity(unchecked) private(set) var batch: Batch?
  @exclusivity(unchecked) private var selected: [UInt32] = []
  @exclusivity(unchecked) private var position = 0
  /// The input rows of what was found so far for the next batch.
  @exclusivity(unchecked) private var rows: [UInt32] = []

  init(layout: RowLayout, input: Operator, others: [Operator] = [], kept: [Int]) {
    self.kept = kept
    super.init(layout: layout, inputs: [input] + others)
  }

  // MARK: - What a subclass defines

  /// The next rows to expand, laid out as the input's; the input's own, unless a subclass has others.
  func nextBatch(_ context: ExecutionContext) throws(CypherError) -> Batch? { try input.next(context) }

  /// A new batch of the input has come.
  func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {}

  /// Finds results for `row`, at most `limit`, and keeps them until `takeColumns`.
  ///
  /// - Returns: how many, and whether that was all for this row; otherwise the row is asked for again.
  func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    preconditionFailure("an expansion must say what it finds")
  }

  /// The new columns of everything found since the last call.
  func takeColumns(_ context: ExecutionContext) throws(CypherError) -> [Vector] { [] }

  // MARK: - Pulling

  final override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if batch == nil {
        guard let next = try nextBatch(context) else { return nil }
        batch = next
        selected = next.selectedRows
        position = 0
        try begin(next, context)
      }
      try fill(context)
      let source = batch!
      if position == selected.count { batch = nil }
      guard !rows.isEmpty else { continue }
      let result = source.joined(kept, rows: rows, with: try takeColumns(context))
      rows.removeAll(keepingCapacity: true)
      return result
    }
  }

  /// Works on local copies, because a stored array is checked for exclusive access at every use.
  private func fill(_ context: ExecutionContext) throws(CypherError) {
    var rowsUntilPoll = 256
    let selected = self.selected
    var position = self.position
    var rows: [UInt32] = []
    swap(&rows, &self.rows)
    defer { (self.position, self.rows) = (position, rows) }
    while position < selected.count && rows.count < Batch.capacity {
      let row = selected[position]
      let found = try expand(row, limit: Batch.capacity - rows.count, context)
      if found.count == 1 { rows.append(row) } else { rows.append(contentsOf: repeatElement(row, count: found.count)) }
      if found.isDone { position += 1 }
      rowsUntilPoll -= 1
      if rowsUntilPoll == 0 {
        try context.evaluation.poll()
        rowsUntilPoll = 256
      }
    }
  }

  /// For a subclass to override that has other rows than the input's.
  override var isExhausted: Bool { batch == nil && input.isExhausted }

  override func reset() {
    batch = nil
    selected = []
    position = 0
    rows.removeAll(keepingCapacity: true)
  }
}
