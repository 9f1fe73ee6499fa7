import Cypher
import Graph

/// A key of an order, compiled.
struct CompiledSortKey {
  let expression: any CompiledExpression
  let isDescending: Bool
  let placesNullsFirst: Bool
}

/// All rows in order; more than fit into its share of the memory are sorted in temporary space (`SortBuffer`).
final class Sort: Operator {
  private let keys: [CompiledSortKey]
  private var buffer: SortBuffer?
  private var sorted: SortedRows?

  init(input: Operator, keys: [CompiledSortKey]) {
    self.keys = keys
    super.init(layout: input.layout, inputs: [input])
  }

  override var maySpill: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if sorted == nil {
      buffer = SortBuffer(keys: keys, columnCount: layout.count)
      while let batch = try input.next(context) { try buffer!.append(batch, context) }
      sorted = try buffer!.finish(context)
    }
    return try sorted!.next(context)
  }

  override var isReusable: Bool { true }

  override func reset() {
    buffer?.release()
    (buffer, sorted) = (nil, nil)
  }
}
