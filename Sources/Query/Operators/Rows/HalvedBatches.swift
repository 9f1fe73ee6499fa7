import Cypher
import Graph

/// Batches for an operator whose expressions may gather lists: one whose rows take too much memory together comes again in
/// halves.
struct HalvedBatches {
  /// The next one last.
  private var pending: [Batch] = []
  /// So many rows have been too many.
  private var excessiveRowCount = Int.max

  /// True where none of the input's rows wait to come again.
  var isEmpty: Bool { pending.isEmpty }

  /// What `work` makes of the next batch of the input, or of some of its rows; nil at the end.
  mutating func next<Result>(
    _ input: Operator, _ context: ExecutionContext, _ work: (Batch) throws(CypherError) -> Result
  ) throws(CypherError) -> Result? {
    while let batch = pending.isEmpty ? try input.next(context) : pending.removeLast() {
      if batch.selectedCount >= excessiveRowCount {
        halve(batch)
        continue
      }
      do throws(CypherError) {
        return try work(batch)
      } catch {
        guard context.evaluation.wouldNeedFewerRows, batch.selectedCount > 1 else { throw error }
        context.evaluation.wouldNeedFewerRows = false
        excessiveRowCount = batch.selectedCount
        halve(batch)
      }
    }
    return nil
  }

  private mutating func halve(_ batch: Batch) {
    let rows = batch.selectedRows
    pending.append(batch.narrowed(to: Array(rows[(rows.count / 2)...])))
    pending.append(batch.narrowed(to: Array(rows[..<(rows.count / 2)])))
  }
}
