import Cypher
import Graph
import GraphStorage
import Synchronization

/// Eliminates a variable with a single link: each node of the target counts as often as before times the sum of the weights of
/// its neighbours.
struct WeightPassing {
  /// Below this many entries one thread is faster than two.
  private static let smallestSharedCount = 50_000
  private static let pieceSize = 4096

  /// The weights of the target so far.
  let own: NodeWeights
  /// From the target's nodes to the leaf's.
  let rows: NeighbourRows
  let leaf: NodeWeights
  /// False where it does not matter how many relationships lead to a neighbour.
  let countsParallels: Bool

  /// - Complexity: O(nodes of the target's range + entries of their rows).
  func run(_ context: ExecutionContext) throws(CypherError) -> NodeWeights {
    let result = NodeWeights(first: own.first, count: own.count)
    let start = max(own.first, rows.firstNode)
    let end = min(own.first + own.count, rows.firstNode + rows.rowCount)
    guard start < end else { return result }
    try context.evaluation.poll()
    let overflow = Atomic<Bool>(false)
    let kernel = Kernel(self, result)
    if rows.entryCount < Self.smallestSharedCount {
      if kernel.run(start..<end) { overflow.store(true, ordering: .relaxed) }
    } else {
      let pieceCount = (end - start + Self.pieceSize - 1) / Self.pieceSize
      context.shareOut(pieceCount: pieceCount) { (piece, _) throws(Never) in
        let first = start + piece * Self.pieceSize
        if kernel.run(first..<min(first + Self.pieceSize, end)) { overflow.store(true, ordering: .relaxed) }
      }
    }
    if overflow.load(ordering: .relaxed) { throw .countOverflow }
    return result
  }

  /// The arrays as bare pointers; whoever makes it keeps them alive.
  private struct Kernel {
    let own: UnsafeMutablePointer<Int64>
    let ownFirst: Int
    let result: UnsafeMutablePointer<Int64>
    let offsets: UnsafeMutablePointer<UInt32>
    let firstRow: Int
    let neighbours: UnsafeMutablePointer<UInt32>
    let multiplicities: UnsafeMutablePointer<UInt32>?
    let leaf: UnsafeMutablePointer<Int64>
    let leafFirst: Int
    let leafCount: UInt

    init(_ passing: WeightPassing, _ result: NodeWeights) {
      own = passing.own.values
      ownFirst = passing.own.first
      self.result = result.values
      offsets = passing.rows.offsets
      firstRow = passing.rows.firstNode
      neighbours = passing.rows.neighbours
      multiplicities = passing.countsParallels ? passing.rows.multiplicities : nil
      leaf = passing.leaf.values
      leafFirst = passing.leaf.first
      leafCount = UInt(passing.leaf.count)
    }

    /// True if a number does not fit.
    func run(_ nodes: Range<Int>) -> Bool {
      var overflow = false
      for node in nodes {
        let weight = own[node &- ownFirst]
        if weight == 0 { continue }
        let row = node &- firstRow
        let sum = sum(Int(offsets[row]), Int(offsets[row &+ 1]), &overflow)
        let (product, isTooLarge) = weight.multipliedReportingOverflow(by: sum)
        result[node &- ownFirst] = product
        overflow = overflow || isTooLarge
      }
      return overflow
    }

    @inline(__always)
    private func sum(_ start: Int, _ end: Int, _ overflow: inout Bool) -> Int64 {
      var sum: Int64 = 0
      if let multiplicities {
        for place in start..<end {
          let index = Int(neighbours[place]) &- leafFirst
          guard UInt(bitPattern: index) < leafCount else { continue }
          let (product, isProductTooLarge) = leaf[index].multipliedReportingOverflow(by: Int64(multiplicities[place]))
          let (next, isTooLarge) = sum.addingReportingOverflow(product)
          overflow = overflow || isTooLarge || isProductTooLarge
          sum = next
        }
      } else {
        var place = start
        while place < end {
          let index = Int(neighbours[place]) &- leafFirst
          place &+= 1
          guard UInt(bitPattern: index) < leafCount else { continue }
          let (next, isTooLarge) = sum.addingReportingOverflow(leaf[index])
          overflow = overflow || isTooLarge
          sum = next
        }
      }
      return sum
    }
  }
}
