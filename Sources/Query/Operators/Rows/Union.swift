import Cypher
import Graph

/// The rows of each input after those of the one before, columns in the order of the first.
final class Union: Operator {
  /// For each input, where the output's columns stand in it.
  private let places: [[Int]]
  /// The inputs that are read: one of them in a part, all of them otherwise.
  private let wanted: Range<Int>
  private var current: Int

  init(inputs: [Operator], places: [[Int]], wanted: Range<Int>? = nil) {
    self.places = places
    self.wanted = wanted ?? inputs.indices
    current = self.wanted.lowerBound
    super.init(layout: RowLayout(places[0].map { .init(name: inputs[0].layout.columns[$0].name) }), inputs: inputs)
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while current < wanted.upperBound {
      if let batch = try inputs[current].next(context) {
        return Batch(
          columns: places[current].map { batch.columns[$0] }, rowCount: batch.rowCount, selection: batch.selection)
      }
      current += 1
    }
    return nil
  }

  override var isReusable: Bool { true }

  override func reset() { current = wanted.lowerBound }

  override func makePart(_ range: Range<Int>) -> Operator? {
    let place = range.lowerBound / Self.idsPerInput
    let shift = place * Self.idsPerInput
    guard let part = inputs[place].part(range.lowerBound - shift..<range.upperBound - shift) else { return nil }
    var inputs = self.inputs
    inputs[place] = part
    return Union(inputs: inputs, places: places, wanted: place..<place + 1)
  }
}

/// The inputs are cut one after the other: a range stands for those of one input, moved by the place of that.
extension Union: PartitionedScan {
  /// More than any scan has.
  private static let idsPerInput = 1 << 40

  func ranges(count: Int, _ context: ExecutionContext) -> [Range<Int>]? {
    var all: [Range<Int>] = []
    for (place, input) in inputs.enumerated() {
      guard let ranges = input.partitionedScan?.ranges(count: count, context) else { return nil }
      let shift = place * Self.idsPerInput
      for range in ranges {
        guard range.upperBound <= Self.idsPerInput else { return nil }
        all.append(range.lowerBound + shift..<range.upperBound + shift)
      }
    }
    return all
  }
}
