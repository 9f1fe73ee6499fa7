import Cypher
import Graph

/// What each relationship of a chain must satisfy: `-[:T* {year: 1988}]->`, `-[r:T* WHERE r.year > 1980]->`.
struct RelationshipCheck {
  private let predicates: [any CompiledPredicate]
  private let rows: LocalRows
  private var batch = Batch.unit

  /// - Parameters:
  ///   - predicates: compiled for the rows before the chain with the relationship in a last column.
  ///   - layout: that of the rows before.
  ///   - mentioned: the variables that the predicates mention.
  init(_ predicates: [any CompiledPredicate], layout: RowLayout, mentioned: Set<String>) {
    self.predicates = predicates
    rows = LocalRows(layout: layout, mentioned: mentioned)
  }

  /// Takes the rows that the next calls are about.
  mutating func begin(_ batch: Batch) { self.batch = batch }

  /// Removes the relationships that `row` does not let pass, and the neighbours that they lead to.
  func filter(
    _ neighbours: inout [NodeID], _ relationships: inout [RelationshipID], row: UInt32, _ context: EvaluationContext
  ) throws(CypherError) {
    if relationships.isEmpty { return }
    let repeated = [UInt32](repeating: row, count: relationships.count)
    var candidates = rows.batch(batch, rows: repeated, adding: [Vector(.relationships(relationships))])
    for predicate in predicates { candidates = candidates.narrowed(to: try predicate.select(candidates, context)) }
    guard let kept = candidates.selection, kept.count < relationships.count else { return }
    neighbours = kept.map { neighbours[Int($0)] }
    relationships = kept.map { relationships[Int($0)] }
  }
}
