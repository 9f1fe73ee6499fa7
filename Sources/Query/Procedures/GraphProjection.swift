import Graph
import GraphAlgorithms
import GraphStorage

/// A part of the graph made ready for algorithms: nodes numbered from 0 without gaps, the relationships among them as
/// compressed rows.
struct GraphProjection {
  /// The node that each vertex stands for, ascending.
  let nodes: [NodeID]
  /// Relationships from source to target.
  let adjacency: Adjacency

  private static let noVertex = UInt32.max

  /// The nodes that have one of `labels` (all nodes where it is nil) and the relationships of `types` (of every type where it
  /// is nil) that begin and end at them. O(nodes + relationships of the nodes).
  init(
    _ snapshot: GraphSnapshot, labels: [LabelID]?, types: [RelationshipTypeID]?,
    checkpoint: () throws(AlgorithmInterruption) -> Void
  ) throws(AlgorithmInterruption) {
    let nodes = Self.nodes(snapshot, labels)
    var vertices = [UInt32](repeating: Self.noVertex, count: snapshot.nodeCapacity)
    for (vertex, node) in nodes.enumerated() { vertices[Int(node.rawValue)] = UInt32(vertex) }
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for start in stride(from: 0, to: types?.isEmpty == true ? 0 : nodes.count, by: Batch.capacity) {
      try checkpoint()
      let batch = Array(nodes[start..<min(start + Batch.capacity, nodes.count)])
      let expansion = snapshot.expand(batch, types: types ?? [], .outgoing)
      for (row, neighbour) in zip(expansion.rows, expansion.neighbours) {
        let target = vertices[Int(neighbour.rawValue)]
        guard target != Self.noVertex else { continue }
        sources.append(UInt32(start) + row)
        targets.append(target)
      }
    }
    self.nodes = nodes
    adjacency = Adjacency(vertexCount: nodes.count, sources: sources, targets: targets)
  }

  private static func nodes(_ snapshot: GraphSnapshot, _ labels: [LabelID]?) -> [NodeID] {
    guard let labels else { return scan(snapshot, nil) }
    if labels.count == 1 { return scan(snapshot, labels[0]) }
    return Set(labels.flatMap { scan(snapshot, $0) }).sorted()
  }

  private static func scan(_ snapshot: GraphSnapshot, _ label: LabelID?) -> [NodeID] {
    var nodes: [NodeID] = []
    var cursor = ScanCursor()
    while true {
      let batch = snapshot.scanNodes(label: label, from: &cursor)
      if batch.isEmpty { return nodes }
      nodes += batch
    }
  }
}
