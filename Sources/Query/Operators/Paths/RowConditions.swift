import Cypher
import Graph

/// Conditions on things that are found for one row: compiled for the columns of the row followed by columns of their own.
struct RowConditions {
  private let predicates: [any CompiledPredicate]
  /// The columns of the row that the conditions mention; others are not copied.
  private let usedColumns: [Bool]

  /// - Parameters:
  ///   - predicates: compiled for `layout` with the conditions' own columns at its right.
  ///   - layout: that of the rows outside.
  ///   - mentioned: the variables that the conditions mention.
  init(_ predicates: [any CompiledPredicate], layout: RowLayout, mentioned: Set<String>) {
    self.predicates = predicates
    usedColumns = layout.columns.map { mentioned.contains($0.name) }
  }

  /// Which of `count` things found for `row` of `batch` meet all conditions; `own` has a row for each.
  func holds(
    for own: [Vector], count: Int, row: UInt32, of batch: Batch, _ context: EvaluationContext
  ) throws(CypherError) -> [UInt32] {
    var columns: [Vector] = []
    columns.reserveCapacity(usedColumns.count + own.count)
    for (index, isUsed) in usedColumns.enumerated() {
      columns.append(Vector(.constant(isUsed ? batch.columns[index][Int(row)] : .null, count: count)))
    }
    var candidates = Batch(columns: columns + own, rowCount: count)
    for predicate in predicates where candidates.selectedCount > 0 {
      candidates = candidates.narrowed(to: try predicate.select(candidates, context))
    }
    return candidates.selectedRows
  }
}
