import Cypher
import Graph
import GraphStorage

/// Whether a pattern matches between two nodes, asked for many pairs: its other variables are joined as in a count
/// (`PatternJoin`), those of a pair bound to begin with.
final class PairMatches {
  private static let pieceSize = 1024

  private let terms: [PairTerm]
  private let context: ExecutionContext

  init(_ compiled: CompiledPattern, _ relations: PatternRelations, _ context: ExecutionContext) throws(CypherError) {
    terms = try PatternCounter(compiled, relations, context).pairTerms()
    self.context = context
  }

  /// For each pair whether what is asked holds: that the pattern matches, or that it does not.
  func areFound(_ first: [UInt32], _ second: [UInt32], isPresent: Bool) throws(CypherError) -> [Bool] {
    let pieceCount = (first.count + Self.pieceSize - 1) / Self.pieceSize
    let workerCount = pieceCount < 4 ? 1 : WorkerPool.shared.workerCount
    let interruption = JoinInterruption(context.evaluation)
    let workers = (0..<workerCount).map { number in
      terms.map { $0.join?.worker(interruption, number) }
    }
    let found = UnsafeMutablePointer<Bool>.allocate(capacity: max(first.count, 1))
    defer { found.deallocate() }
    func run(_ piece: Int, _ worker: Int) throws(CypherError) {
      let places = (piece * Self.pieceSize)..<min((piece + 1) * Self.pieceSize, first.count)
      var counts = [Int64](repeating: 0, count: places.count)
      for (term, join) in zip(terms, workers[worker]) { try term.add(first[places], second[places], join, to: &counts) }
      for (place, count) in zip(places, counts) { (found + place).initialize(to: (count != 0) == isPresent) }
    }
    if workerCount == 1 {
      for piece in 0..<pieceCount { try run(piece, 0) }
    } else {
      try context.shareOut(pieceCount: pieceCount) { (piece, worker) throws(CypherError) in try run(piece, worker) }
    }
    try context.evaluation.poll()
    if workers.contains(where: { $0.contains { $0?.hasOverflown ?? false } }) { throw .countOverflow }
    return Array(UnsafeBufferPointer(start: found, count: first.count))
  }
}

/// One summand of how often a pattern matches between two nodes.
struct PairTerm {
  let coefficient: Int64
  /// For two nodes that may differ; nil where the summand identifies them.
  var join: PatternJoin?
  /// By node, where both must be the same.
  var counts: NodeWeights?

  /// Adds to `counts` how often the summand matches between each pair.
  func add(
    _ first: ArraySlice<UInt32>, _ second: ArraySlice<UInt32>, _ worker: JoinWorker?, to counts: inout [Int64]
  ) throws(CypherError) {
    for place in counts.indices {
      let (a, b) = (first[first.startIndex + place], second[second.startIndex + place])
      let count = if let worker { try worker.count(a, b) } else { a == b ? identifiedCount(of: a) : 0 }
      if count != 0 { counts[place] = try counts[place].plus(try coefficient.times(count)) }
    }
  }

  private func identifiedCount(of node: UInt32) -> Int64 { counts?[Int(node)] ?? 0 }
}
