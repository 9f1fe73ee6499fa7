import Cypher
import Graph
import GraphStorage

/// CountByPassing and CountByIntersection: how often a pattern matches, in all or for each node of its root.
final class CountMatches: Operator {
  private let pattern: CompiledPattern
  private var counts: NodeWeights?
  /// How far `counts` have been given out.
  private var position = 0
  private var isStarted = false

  init(layout: RowLayout, pattern: CompiledPattern) {
    self.pattern = pattern
    super.init(layout: layout, inputs: [])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if !isStarted {
      isStarted = true
      let relations = PatternRelations(context)
      defer { relations.release() }
      let counter = PatternCounter(pattern, relations, context)
      guard pattern.pattern.root != nil else {
        let total = try counter.total()
        return total == 0 ? nil : Batch(columns: [Vector(.integers([total]))], rowCount: 1)
      }
      counts = try counter.counts()
    }
    return nextNodes()
  }

  private func nextNodes() -> Batch? {
    guard let counts else { return nil }
    var nodes: [NodeID] = []
    var multiplicities: [Int64] = []
    while position < counts.count && nodes.count < Batch.capacity {
      let count = counts.weight(at: position)
      if count != 0 {
        nodes.append(NodeID(UInt32(counts.first + position)))
        multiplicities.append(count)
      }
      position += 1
    }
    guard !nodes.isEmpty else { return nil }
    return Batch(columns: [Vector(.nodes(nodes)), Vector(.integers(multiplicities))], rowCount: nodes.count)
  }

  override var isReusable: Bool { true }

  override func reset() {
    counts = nil
    position = 0
    isStarted = false
  }
}
