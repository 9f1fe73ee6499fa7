import Cypher
import Graph

/// Cuts the scan that the steps below begin with into parts, so that whoever takes in all rows may run them on all workers.
///
/// How it is cut depends on the graph alone, and the results of the parts are given in their order: so nothing depends on the
/// number of threads, not even the last digit of a sum or the order of a collected list. After Leis et al., "Morsel-Driven
/// Parallelism", SIGMOD 2014. Pulled like any other operator it keeps what all workers have found and gives it out then.
final class Gather: Operator {
  /// More parts than there are likely to be workers, so that all are busy to the end.
  private static let partCount = 8
  /// What the steps below and whoever takes their rows in evaluate once for all rows: before the workers begin.
  var valuesForAll: [OnceExpression] = []

  init(input: Operator) { super.init(layout: input.layout, inputs: [input]) }

  /// What the parts have given, where nobody took it in part by part; the next one last.
  @exclusivity(unchecked) private var found: [RowBuffer]?
  /// What is given out.
  @exclusivity(unchecked) private var given = RowBuffer()
  @exclusivity(unchecked) private var reader: RowBuffer.Reader?
  /// True where the rows cannot be read in parts.
  @exclusivity(unchecked) private var isWhole = false

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if found == nil && !isWhole {
      found = try forEachPart(context) { (part, context) throws(CypherError) in
        var rows = RowBuffer()
        while let batch = try part.next(context) { try rows.append(batch, context) }
        return rows
      }?.reversed()
      isWhole = found == nil
    }
    if isWhole { return try input.next(context) }
    while true {
      if let batch = try reader?.next() { return batch }
      given.release()
      guard let next = found!.popLast() else { return nil }
      given = next
      reader = given.reader()
    }
  }

  override var maySpill: Bool { true }

  override var isReusable: Bool { true }

  override func reset() {
    given.release()
    for place in (found ?? []).indices { found![place].release() }
    (found, reader, isWhole) = (nil, nil, false)
  }

  /// What `body` makes of the rows of each part, which it pulls from the operator given; nil where there are no parts.
  func forEachPart<Result>(
    _ context: ExecutionContext, _ body: (Operator, ExecutionContext) throws(CypherError) -> Result
  ) throws(CypherError) -> [Result]? {
    guard context.transaction == nil, let parts = parts(context) else { return nil }
    for value in valuesForAll { value.prepare(context.evaluation) }
    let workerCount = WorkerPool.shared.workerCount
    let contexts = (0..<workerCount).map { _ in context.forWorker(of: workerCount, partCount: Self.partCount) }
    let profiles = context.profile.map { _ in parts.map { _ in OperatorProfile() } }
    var results = [Result?](repeating: nil, count: parts.count)
    let places = UnsafeMutablePointer<Result?>.allocate(capacity: parts.count)
    places.initialize(repeating: nil, count: parts.count)
    defer {
      places.deinitialize(count: parts.count)
      places.deallocate()
    }
    let tally = WorkerTally()
    try WorkerPool.shared.run(pieceCount: parts.count) { (part, worker) throws(CypherError) in
      tally.note(worker)
      contexts[worker].profile = profiles?[part]
      places[part] = try body(parts[part], contexts[worker])
    }
    for part in parts.indices { results[part] = places[part] }
    profiles?.forEach { context.profile?.add($0) }
    context.profile?.note(tally)
    note(parts, tally)
    return results.map { $0! }
  }

  /// Adds up what was counted for the operators of the parts.
  private func note(_ parts: [Operator], _ tally: WorkerTally) {
    for part in parts { input.addProfiles(of: part, tally) }
    guard let profile, let below = input.profile else { return }
    profile.takeOver(below)
    profile.note(tally)
  }

  /// The operators below, once for each part of their scan; nil where there are not several.
  private func parts(_ context: ExecutionContext) -> [Operator]? {
    guard let ranges = input.partitionedScan?.ranges(count: Self.partCount, context), ranges.count > 1 else { return nil }
    var parts: [Operator] = []
    for range in ranges {
      guard let part = input.part(range) else { return nil }
      parts.append(part)
    }
    return parts
  }
}

/// A scan that can be cut into ranges of ids.
protocol PartitionedScan: Operator {
  /// About `count` ranges that cover all that is scanned; nil where it cannot be cut.
  func ranges(count: Int, _ context: ExecutionContext) -> [Range<Int>]?
}

extension Operator {
  /// What this operator and those below begin with, if that can be cut.
  var partitionedScan: (any PartitionedScan)? {
    var scan = self
    while !scan.inputs.isEmpty && !(scan is any PartitionedScan) { scan = scan.input }
    return scan as? any PartitionedScan
  }

  /// A copy of this operator and those below, at their beginning, over a range of the scan's ids; nil where one of them cannot be
  /// copied. Compiled expressions are shared.
  final func part(_ range: Range<Int>) -> Operator? {
    let part = makePart(range)
    if profile != nil { part?.profile = OperatorProfile() }
    return part
  }

  /// Adds what the operators of a part have counted.
  fileprivate func addProfiles(of part: Operator, _ tally: WorkerTally) {
    if let profile, let counted = part.profile {
      profile.add(counted)
      profile.note(tally)
    }
    for (input, counted) in zip(inputs, part.inputs) { input.addProfiles(of: counted, tally) }
  }
}
