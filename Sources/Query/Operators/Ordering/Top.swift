import Cypher
import Graph

/// The first rows of an order, but for those to skip; keeps at most a few times as many as those are together, and looks at a row
/// no further once its first key comes after that of the last row kept.
final class Top: Operator {
  private let keys: [CompiledSortKey]
  private let skip: RowCountExpression?
  private let count: RowCountExpression
  private let isAboveUpdate: Bool
  private var buffer: SortBuffer?
  private var sorted: SortedRows?
  /// How many rows are still to be skipped, and how many are wanted after them.
  private var (toSkip, left) = (0, 0)

  /// At least so many rows are kept before those that are not wanted are sorted out.
  private static let smallestSurplus = Batch.capacity / 2

  init(
    input: Operator, keys: [CompiledSortKey], skip: RowCountExpression?, count: RowCountExpression, isAboveUpdate: Bool
  ) {
    self.keys = keys
    self.skip = skip
    self.count = count
    self.isAboveUpdate = isAboveUpdate
    super.init(layout: input.layout, inputs: [input])
  }

  override var maySpill: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if sorted == nil {
      left = try count.value(context)
      // As under LIMIT: rows that nobody asks for are not computed, unless computing them changes the graph.
      if left == 0 && !isAboveUpdate { return nil }
      toSkip = try skip?.value(context) ?? 0
      buffer = try allRows(toSkip.addingSaturated(left), context)
      sorted = try buffer!.finish(context)
    }
    while left > 0, let batch = try sorted!.next(context) {
      let skipped = min(toSkip, batch.rowCount)
      let given = min(left, batch.rowCount - skipped)
      toSkip -= skipped
      left -= given
      if given == batch.rowCount { return batch }
      if given > 0 { return batch.narrowed(to: Array(UInt32(skipped)..<UInt32(skipped + given))) }
    }
    return nil
  }

  private func allRows(_ wanted: Int, _ context: ExecutionContext) throws(CypherError) -> SortBuffer {
    let bound = SharedBound(isDescending: keys[0].isDescending)
    if wanted >= Self.leastSampledCount, let scan = Self.orderedScan(below: input), isPassedOn(from: input),
      let value = scan.sampledBound(wanted, keys[0], context)
    {
      bound.offer(value)
    }
    let parts = try (input as? Gather)?.forEachPart(context) { (part, context) throws(CypherError) in
      try collect(part, wanted, bound, context)
    }
    guard let parts else { return try collect(input, wanted, bound, context) }
    var rows = parts[0]
    for part in parts.dropFirst() { try rows.append(contentsOf: part, context) }
    return rows
  }

  private func collect(
    _ input: Operator, _ wanted: Int, _ bound: SharedBound, _ context: ExecutionContext
  ) throws(CypherError) -> SortBuffer {
    var rows = SortBuffer(keys: keys, columnCount: layout.count)
    let scan = Self.orderedScan(below: input)
    scan?.heed(bound)
    while let batch = try input.next(context) {
      try rows.append(batch, context)
      if rows.rowCount - Self.smallestSurplus > wanted && rows.rowCount / 2 > wanted {
        rows.keepFirst(max(wanted, 1))
        if scan != nil, let value = rows.orderBound { bound.offer(value) }
      }
    }
    rows.keepFirst(max(wanted, 1))
    return rows
  }

  /// Fewer rows than this show a bound themselves soon enough.
  private static let leastSampledCount = Batch.capacity

  /// True where every row of the scan comes up here.
  private func isPassedOn(from input: Operator) -> Bool {
    var step = input
    while !step.inputs.isEmpty {
      guard step is Project || step is Gather else { return false }
      step = step.input
    }
    return true
  }

  /// The scan that has been planned to give no row that comes too late (`BoundScansByOrder`).
  private static func orderedScan(below input: Operator) -> TestingScan? {
    var step = input
    while !step.inputs.isEmpty { step = step.input }
    return (step as? TestingScan).flatMap { $0.hasOrder ? $0 : nil }
  }

  override var isReusable: Bool { true }

  override func reset() {
    buffer?.release()
    (buffer, sorted) = (nil, nil)
    (toSkip, left) = (0, 0)
  }
}
