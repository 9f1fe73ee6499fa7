import Cypher
import Graph

/// The rows of each input after those of the one before, columns in the order of the first.
final class Union: Operator {
  /// For each input, where the output's columns stand in it.
  private let places: [[Int]]
  private var current = 0

  init(inputs: [Operator], places: [[Int]]) {
    self.places = places
    super.init(layout: RowLayout(places[0].map { .init(name: inputs[0].layout.columns[$0].name) }), inputs: inputs)
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while current < inputs.count {
      if let batch = try inputs[current].next(context) {
        return Batch(
          columns: places[current].map { batch.columns[$0] }, rowCount: batch.rowCount, selection: batch.selection)
      }
      current += 1
    }
    return nil
  }

  override var isReusable: Bool { true }

  override func reset() { current = 0 }
}
