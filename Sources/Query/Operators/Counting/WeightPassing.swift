import Cypher
import Graph
import GraphStorage
import Synchronization

/// Eliminates the variables that hang on another one by a single link each: a node of that variable counts as often as before
/// times, for each of them, the sum of the weights of its neighbours. All of them go in one pass over the nodes, a block of nodes
/// after the other, so that what is multiplied stays in the first cache.
///
/// Where every neighbour counts once the sum is the node's degree, for which no neighbour is read.
struct WeightPassing {
  /// Below this many places that are read one thread is faster than two.
  private static let smallestSharedCost = 50_000
  private static let pieceSize = 4096
  private static let blockSize = 512

  /// The weights of the variable so far.
  let own: NodeWeights
  let factors: [WeightFactor]

  private var pieceCount: Int { (own.count + Self.pieceSize - 1) / Self.pieceSize }

  /// The weights of the variable afterwards.
  ///
  /// - Complexity: O(nodes of the variable's range + entries of their rows).
  func weights(_ context: ExecutionContext) throws(CypherError) -> NodeWeights {
    if factors.isEmpty { return own }
    if own.bits != nil, factors.allSatisfy(\.keepsBits) { return try bits(context) }
    let result = NodeWeights(unsetFrom: own.first, count: own.count)
    let values = result.values!
    try run(context) { kernel, places, _ in kernel.run(places, values + places.lowerBound) }
    return result
  }

  private func bits(_ context: ExecutionContext) throws(CypherError) -> NodeWeights {
    let result = NodeWeights(bitsFrom: own.first, count: own.count)
    let bits = result.bits!
    try run(context) { kernel, places, _ in
      forEachBlock(places) { block, buffer in
        let overflow = kernel.run(block, buffer)
        for place in block where buffer[place &- block.lowerBound] != 0 {
          bits[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place & 63)
        }
        return overflow
      }
    }
    return result
  }

  /// The sum of the weights afterwards, without a place in memory for each.
  func total(_ context: ExecutionContext) throws(CypherError) -> Int64 {
    if factors.isEmpty, own.bits != nil { return Int64(own.support.count) }
    let totals = UnsafeMutablePointer<Int64>.allocate(capacity: max(pieceCount, 1))
    totals.initialize(repeating: 0, count: max(pieceCount, 1))
    defer { totals.deallocate() }
    try run(context) { kernel, places, piece in
      var total: Int64 = 0
      let overflow = forEachBlock(places) { block, buffer in
        var overflow = kernel.run(block, buffer)
        for place in 0..<block.count {
          let (sum, isTooLarge) = total.addingReportingOverflow(buffer[place])
          overflow = overflow || isTooLarge
          total = sum
        }
        return overflow
      }
      totals[piece] = total
      return overflow
    }
    var total: Int64 = 0
    for piece in 0..<pieceCount { total = try total.plus(totals[piece]) }
    return total
  }

  /// Runs `body`, which is true if a number did not fit, for pieces of the range, on all workers where there is enough to do.
  private func run(
    _ context: ExecutionContext, _ body: (_ kernel: Kernel, _ places: Range<Int>, _ piece: Int) -> Bool
  ) throws(CypherError) {
    try context.evaluation.poll()
    let kernel = Kernel(own, factors)
    let overflow = Atomic<Bool>(false)
    func run(_ piece: Int) {
      let places = (piece * Self.pieceSize)..<min((piece + 1) * Self.pieceSize, own.count)
      if body(kernel, places, piece) { overflow.store(true, ordering: .relaxed) }
    }
    if factors.reduce(own.count / 8, { $0 + $1.cost }) < Self.smallestSharedCost {
      for piece in 0..<pieceCount { run(piece) }
    } else {
      context.shareOut(pieceCount: pieceCount) { (piece, _) throws(Never) in run(piece) }
    }
    if overflow.load(ordering: .relaxed) { throw .countOverflow }
  }

  /// Hands a buffer to `body` for each block of a piece; true if any body was.
  @inline(__always)
  private func forEachBlock(
    _ places: Range<Int>, _ body: (_ block: Range<Int>, _ buffer: UnsafeMutablePointer<Int64>) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: Self.blockSize) { buffer in
      var result = false
      var start = places.lowerBound
      while start < places.upperBound {
        let end = min(start + Self.blockSize, places.upperBound)
        if body(start..<end, buffer.baseAddress!) { result = true }
        start = end
      }
      return result
    }
  }

  /// The weights and factors as bare pointers; whoever makes it keeps them alive.
  private struct Kernel {
    private let first: Int
    private let bits: UnsafeMutablePointer<UInt64>?
    private let values: UnsafeMutablePointer<Int64>?
    private let factors: [WeightFactorKernel]

    init(_ own: NodeWeights, _ factors: [WeightFactor]) {
      first = own.first
      bits = own.bits
      values = own.values
      self.factors = factors.map { WeightFactorKernel($0) }
    }

    /// Sets the weights of nodes at `places` of the range; true if a number does not fit.
    func run(_ places: Range<Int>, _ weights: UnsafeMutablePointer<Int64>) -> Bool {
      var overflow = false
      var start = places.lowerBound
      while start < places.upperBound {
        let end = min(start &+ WeightPassing.blockSize, places.upperBound)
        let block = weights + (start &- places.lowerBound)
        load(start..<end, block)
        for factor in factors {
          if factor.apply(to: block, count: end &- start, from: first &+ start) { overflow = true }
        }
        start = end
      }
      return overflow
    }

    private func load(_ places: Range<Int>, _ weights: UnsafeMutablePointer<Int64>) {
      if let values { return weights.update(from: values + places.lowerBound, count: places.count) }
      let bits = bits!
      for place in places {
        weights[place &- places.lowerBound] = Int64(
          truncatingIfNeeded: bits[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1)
      }
    }
  }
}
