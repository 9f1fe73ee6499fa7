import Cypher
import Graph
import GraphStorage

/// MERGE: for each row what the inner plan finds, or else a new pattern; row after row, so that what one row makes the next
/// finds.
final class MergePattern: Operator {
  struct Plan {
    /// Finds the pattern for the one row that is handed in.
    var finder: Operator
    var handedRows: [HandedRows]
    /// Where the pattern's new columns stand in what `finder` gives.
    var foundColumns: [Int]
    var creation: Creation
    /// The columns that `creation` makes, in the order of `foundColumns`.
    var createdColumns: [Int]
    var onCreate: PropertyUpdates
    var onMatch: PropertyUpdates
  }

  private let plan: Plan
  private let kept: [Int]

  /// The output has the kept columns of the input and then the pattern's new columns.
  init(layout: RowLayout, input: Operator, kept: [Int], plan: Plan) {
    self.plan = plan
    self.kept = kept
    super.init(layout: layout, inputs: [input, plan.finder])
  }

  private var results: BatchSlicer?

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if let batch = results?.next() { return batch }
      guard let batch = try input.next(context)?.compacted else { return nil }
      var rows = RowStore(columnCount: layout.count)
      for row in 0..<UInt32(batch.rowCount) { try merge(batch.row(row), into: &rows, context) }
      results = BatchSlicer(rows.finish())
    }
  }

  private func merge(_ row: Batch, into rows: inout RowStore, _ context: ExecutionContext) throws(CypherError) {
    try checkProperties(row, context)
    plan.finder.restart()
    for handed in plan.handedRows { handed.hand(row) }
    var found: [Batch] = []
    while let batch = try plan.finder.next(context) { found.append(batch.compacted) }
    for batch in found {
      let columns = plan.foundColumns.map { batch.columns[$0] }
      let result = row.joined(kept, rows: [UInt32](repeating: 0, count: batch.rowCount), with: columns)
      try plan.onMatch.run(result, context)
      rows.append(result)
    }
    guard found.isEmpty else { return }
    let made = try plan.creation.run(row, context)
    let result = row.joined(kept, rows: [0], with: plan.createdColumns.map { made[$0] })
    try plan.onCreate.run(result, context)
    rows.append(result)
  }

  /// A null property can be neither found nor created.
  private func checkProperties(_ row: Batch, _ context: ExecutionContext) throws(CypherError) {
    let nodes = plan.creation.nodes.map { ($0.properties, $0.span) }
    for (properties, span) in nodes + plan.creation.relationships.map({ ($0.properties, $0.propertySpan) }) {
      for entry in try properties.evaluate(row, context).entries(of: 0, context.snapshot) where entry.value.isNull {
        throw CypherError(
          .semanticError, "MergeReadOwnWrites", phase: .runtime,
          "MERGE cannot use null for property `\(entry.key)`: nothing ever equals it",
          at: span, hint: "leave the property out, or give another value for null with coalesce()")
      }
    }
  }

  override var isReusable: Bool { true }

  override func reset() { results = nil }
}
