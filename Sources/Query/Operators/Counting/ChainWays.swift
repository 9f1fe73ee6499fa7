import Cypher
import Graph
import GraphStorage

/// How often chains of relationships lead from each node to nodes that count, where the relationships form no cycle.
///
/// Each node takes the sum, over its relationships, of what the neighbour counts and of the chains that lead on from there; the
/// neighbours come first. So what is shared by many chains is counted once: the transitive closure's sum-product instead of an
/// enumeration of paths (after Agrawal, Borgida, Jagadish, "Efficient Management of Transitive Relationships in Large Data and
/// Knowledge Bases", SIGMOD 1989).
///
/// - Complexity: O(nodes + relationships) for each relationship that a chain must have at least.
struct ChainWays {
  /// So many rows are looked at before the statement is asked whether it should go on.
  private static let pieceSize = 1 << 16

  private let rows: NeighbourRows
  private let ends: NodeWeights
  private let nodeCapacity: Int
  /// True where it only matters whether there is a chain: more than one count as one.
  private let isExistence: Bool

  /// - Parameters:
  ///   - rows: of neighbours towards the nodes that count.
  ///   - ends: how often a node counts that a chain leads to.
  init(_ rows: NeighbourRows, to ends: NodeWeights, nodeCapacity: Int, isExistence: Bool) {
    self.rows = rows
    self.ends = ends
    self.nodeCapacity = nodeCapacity
    self.isExistence = isExistence
  }

  /// The number of chains of at least `minimum` relationships from each node.
  func weights(_ minimum: Int, _ context: ExecutionContext) throws(CypherError) -> NodeWeights {
    guard let order = rows.neighboursFirst else {
      preconditionFailure("a plan that counts chains of any length is made for a graph without cycles")
    }
    let counted = NodeWeights(valuesFrom: 0, count: nodeCapacity)
    for place in 0..<ends.count { counted.values![ends.first + place] = ends.weight(at: place) }
    var ways = NodeWeights(valuesFrom: 0, count: nodeCapacity)
    try sum(order, counted.values!, ways.values!, into: ways.values!, context)
    if minimum == 0 {
      for node in 0..<nodeCapacity { ways.values![node] = try ways.values![node].plus(counted.values![node]) }
    }
    for _ in 0..<max(0, minimum - 1) {
      let longer = NodeWeights(valuesFrom: 0, count: nodeCapacity)
      try sum(order, ways.values!, nil, into: longer.values!, context)
      ways = longer
    }
    return ways
  }

  /// Sums up, for one row after the other, what `numbers` and `others` say of each neighbour.
  private func sum(
    _ order: [UInt32], _ numbers: UnsafeMutablePointer<Int64>, _ others: UnsafeMutablePointer<Int64>?,
    into sums: UnsafeMutablePointer<Int64>, _ context: ExecutionContext
  ) throws(CypherError) {
    let (offsets, neighbours, multiplicities) = (rows.offsets, rows.neighbours, rows.multiplicities)
    var begun = 0
    while begun < order.count {
      try context.evaluation.poll()
      let end = min(begun + Self.pieceSize, order.count)
      var overflow = false
      for place in begun..<end {
        let row = Int(order[place])
        var sum: Int64 = 0
        for entry in Int(offsets[row])..<Int(offsets[row &+ 1]) {
          let neighbour = Int(neighbours[entry])
          var (number, isTooLarge) = numbers[neighbour].addingReportingOverflow(others?[neighbour] ?? 0)
          overflow = overflow || isTooLarge
          if let multiplicities {
            (number, isTooLarge) = number.multipliedReportingOverflow(by: Int64(multiplicities[entry]))
            overflow = overflow || isTooLarge
          }
          (sum, isTooLarge) = sum.addingReportingOverflow(number)
          overflow = overflow || isTooLarge
        }
        sums[row &+ rows.firstNode] = isExistence ? min(sum, 1) : sum
      }
      if overflow { throw .countOverflow }
      begun = end
    }
  }
}
