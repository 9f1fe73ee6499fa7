import Cypher
import Graph
import GraphStorage
import Synchronization

/// Counts the matches of a pattern in which every variable lies on a cycle: binds one variable after the other to what the rows
/// of those bound before have in common. The last one is counted, not bound.
///
/// Generic join: Ngo, Porat, Ré, Rudra, "Worst-case optimal join algorithms", PODS 2012. Rows that are asked for many candidates
/// are kept as bitmaps: Aberger et al., "EmptyHeaded", SIGMOD 2016.
struct PatternJoin {
  /// Estimated places in memory below which one thread does it.
  private static let smallestSharedCost = 20_000
  private static let pieceCount = 256

  private let levels: [JoinLevel]
  private let probes: [JoinProbe]
  private let context: ExecutionContext
  private let output: Int?
  private let cost: Double
  /// How often each match that is found counts, because variables may change places.
  private let orderCount: Int64

  /// A join that counts for each node of `output`, if there is one.
  init(
    _ links: [PatternTerm.Link], _ weights: [Int: NodeWeights], labels: [Int: [String]], output: Int?,
    _ relations: PatternRelations, _ context: ExecutionContext
  ) throws(CypherError) {
    try self.init(links, weights, labels, beginning: output.map { [$0] } ?? [], output: output, relations, context)
  }

  /// A join that is asked for two nodes at a time.
  init(
    _ links: [PatternTerm.Link], _ weights: [Int: NodeWeights], labels: [Int: [String]], pair: (Int, Int),
    _ relations: PatternRelations, _ context: ExecutionContext
  ) throws(CypherError) {
    try self.init(links, weights, labels, beginning: [pair.0, pair.1], output: nil, relations, context)
  }

  private init(
    _ links: [PatternTerm.Link], _ weights: [Int: NodeWeights], _ labels: [Int: [String]], beginning: [Int], output: Int?,
    _ relations: PatternRelations, _ context: ExecutionContext
  ) throws(CypherError) {
    let supports = weights.mapValues(\.support)
    var given: Set<Int> = []
    let sizes = try JoinOrder(links, supports.mapValues(\.count), labels, relations)
    let (order, cost) = sizes.best(beginning: beginning)
    // Workers that are asked for two nodes give what they find, and it is not multiplied.
    let mayChangePlaces = relations.breaksSymmetries && beginning.count < 2
    let interchangeable = Interchangeable(
      links, weights, fixed: mayChangePlaces ? beginning : Array(weights.keys), mayHaveLoops: relations.mayHaveLoops)
    orderCount = interchangeable.orderCount
    var probes: [JoinProbe] = []
    for link in links {
      let isForward = order.firstIndex(of: link.from)! < order.firstIndex(of: link.to)!
      let (source, target) = isForward ? (link.from, link.to) : (link.to, link.from)
      let rows = try interchangeable.orders(link) ? relations.orderedRows(link) : relations.rows(link, fromSource: isForward)
      if let labels = weights[target]!.labels, relations.areGiven(labels, atNeighboursBy: link, fromSource: isForward) {
        given.insert(target)
      }
      let rowLength = Double(rows.entryCount) / max(1, Double(supports[source]!.count))
      let isMarked =
        beginning.count < 2 && (rows.multiplicities == nil || link.isExistence)
        ? sizes.probeCount(of: target, boundSince: source, in: order) * Self.searchCost(rowLength) >= rowLength : false
      probes.append(
        JoinProbe(
          rows: rows, source: order.firstIndex(of: source)!, target: order.firstIndex(of: target)!, isMarked: isMarked,
          countsParallels: !link.isExistence && rows.multiplicities != nil))
    }
    // The row of the variable bound last is walked: it would be marked for a single use.
    for level in order.indices.dropFirst() {
      let own = probes.indices.filter { probes[$0].target == level }
      if let last = own.max(by: { (probes[$0].source, $0) < (probes[$1].source, $1) }) { probes[last].isMarked = false }
    }
    self.probes = probes
    levels = order.enumerated().map { level, node in
      JoinLevel(
        weights: weights[node]!, isPlain: supports[node]!.isPlain, isGiven: given.contains(node),
        probes: probes.indices.filter { probes[$0].target == level },
        dependents: probes.indices.filter { probes[$0].source == level })
    }
    self.output = output
    self.context = context
    self.cost = cost
  }

  /// What searching a row costs, in bits of a bitmap that are set and cleared.
  private static func searchCost(_ rowLength: Double) -> Double { max(1, rowLength.log2Floor) / 2 }

  /// What one thread of a join works with.
  func worker(_ interruption: JoinInterruption, _ number: Int) -> JoinWorker {
    JoinWorker(levels, probes, nodeCapacity: context.snapshot.nodeCapacity, interruption, number)
  }

  /// The number of matches; for each node of the output, where there is one.
  func run() throws(CypherError) -> (counts: NodeWeights, total: Int64) {
    let first = levels[0].weights
    let counts = NodeWeights(valuesFrom: first.first, count: output == nil ? 0 : first.count)
    let interruption = JoinInterruption(context.evaluation)
    let workerCount = cost < Double(Self.smallestSharedCost) ? 1 : WorkerPool.shared.workerCount
    let workers = (0..<workerCount).map { worker(interruption, $0) }
    try context.keep(byteCount: workers.reduce(0) { $0 + $1.byteCount })
    defer { context.release(byteCount: workers.reduce(0) { $0 + $1.byteCount }) }
    let pieceSize = max(16, (first.count + Self.pieceCount - 1) / Self.pieceCount)
    let pieceCount = (first.count + pieceSize - 1) / pieceSize
    let totals = UnsafeMutablePointer<Int64>.allocate(capacity: max(pieceCount, 1))
    defer { totals.deallocate() }
    let hasOutput = output != nil
    func run(_ piece: Int, _ worker: Int) throws(CypherError) {
      let places = (piece * pieceSize)..<min((piece + 1) * pieceSize, first.count)
      totals[piece] = try workers[worker].run(places, into: hasOutput ? counts.values : nil)
    }
    if workerCount == 1 {
      for piece in 0..<pieceCount { try run(piece, 0) }
    } else {
      try context.shareOut(pieceCount: pieceCount) { (piece, worker) throws(CypherError) in try run(piece, worker) }
    }
    try context.evaluation.poll()
    if workers.contains(where: \.hasOverflown) { throw .countOverflow }
    var total: Int64 = 0
    for piece in 0..<pieceCount { total = try total.plus(totals[piece]) }
    if orderCount == 1 { return (counts, total) }
    if hasOutput {
      for place in 0..<first.count { counts.values![place] = try counts.weight(at: place).times(orderCount) }
    }
    return (counts, try total.times(orderCount))
  }
}

/// One variable of a join, in the order in which they are bound.
struct JoinLevel {
  let weights: NodeWeights
  /// True if no weight is more than 1.
  let isPlain: Bool
  /// True if whatever the probes tell counts, and once.
  let isGiven: Bool
  /// The probes that tell its candidates.
  let probes: [Int]
  /// The probes whose rows its binding chooses.
  let dependents: [Int]
}

/// One link of a join: rows that say which candidates for the variable at level `target` go with the one bound at `source`.
struct JoinProbe {
  let rows: NeighbourRows
  let source: Int
  let target: Int
  /// True where a bitmap is made of the row when it is chosen, because it is asked often.
  var isMarked: Bool
  let countsParallels: Bool
}

/// Ends the work of all threads: the statement may be asked only by the thread that runs it.
final class JoinInterruption: @unchecked Sendable {
  private let context: EvaluationContext
  private let isEnded = Atomic<Bool>(false)

  init(_ context: EvaluationContext) { self.context = context }

  /// False if the work is to end.
  func poll(_ worker: Int) throws(CypherError) -> Bool {
    if isEnded.load(ordering: .relaxed) { return false }
    guard worker == 0 else { return true }
    do throws(CypherError) {
      try context.poll()
    } catch {
      isEnded.store(true, ordering: .relaxed)
      throw error
    }
    return true
  }
}
