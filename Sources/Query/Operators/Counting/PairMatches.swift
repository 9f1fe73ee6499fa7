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
      for place in (piece * Self.pieceSize)..<min((piece + 1) * Self.pieceSize, first.count) {
        var count: Int64 = 0
        for (term, join) in zip(terms, workers[worker]) {
          count = try count.plus(try term.coefficient.times(try term.count(first[place], second[place], join)))
        }
        (found + place).initialize(to: (count != 0) == isPresent)
      }
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

  func count(_ first: UInt32, _ second: UInt32, _ worker: JoinWorker?) throws(CypherError) -> Int64 {
    if let worker { return try worker.count(first, second) }
    return first == second ? counts![Int(first)] : 0
  }
}
