import Cypher
import Graph
import GraphAlgorithms
import GraphStorage

/// A part of the graph made ready for algorithms: nodes numbered from 0 without gaps, the relationships among them as
/// compressed rows, numbered by their ids.
final class GraphProjection {
  /// The node that each vertex stands for, ascending.
  let nodes: [NodeID]
  /// Every relationship once, from source to target.
  let once: Adjacency
  private var graphs: [Direction: Adjacency] = [:]
  private var lightestGraphs: [Direction: Adjacency] = [:]

  /// The nodes that have one of the labels and the relationships of the types that begin and end at them.
  /// O(nodes + relationships of the nodes).
  ///
  /// - Throws: an argument error for a weight that is no number or out of range.
  init(_ snapshot: GraphSnapshot, _ request: ProjectionRequest, _ poll: () throws(CypherError) -> Void) throws(CypherError) {
    let nodes = Self.nodes(snapshot, request.labels)
    var vertices = [UInt32](repeating: .max, count: snapshot.nodeCapacity)
    for (vertex, node) in nodes.enumerated() { vertices[Int(node.rawValue)] = UInt32(vertex) }
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var relationships: [RelationshipID] = []
    var weights: [Double] = []
    let expander = snapshot.expander(types: request.types ?? [], .outgoing)
    for start in stride(from: 0, to: request.types?.isEmpty == true ? 0 : nodes.count, by: Batch.capacity) {
      try poll()
      let batch = Array(nodes[start..<min(start + Batch.capacity, nodes.count)])
      let expansion = expander.expand(batch)
      let first = relationships.count
      for (index, neighbour) in expansion.neighbours.enumerated() {
        let target = vertices[Int(neighbour.rawValue)]
        guard target != .max else { continue }
        sources.append(UInt32(start) + expansion.rows[index])
        targets.append(target)
        relationships.append(expansion.relationships[index])
      }
      if request.weight != nil { weights += try Self.weights(Array(relationships[first...]), request, snapshot) }
    }
    self.nodes = nodes
    once = Adjacency(
      vertexCount: nodes.count, sources: sources, targets: targets, weights: request.weight == nil ? nil : weights,
      numbers: relationships.map(\.rawValue))
  }

  /// The relationships as they are followed one way, or every one in both directions.
  func graph(_ direction: Direction) -> Adjacency {
    if direction == .outgoing { return once }
    if let known = graphs[direction] { return known }
    let graph = direction == .incoming ? once.reversed : once.undirected
    graphs[direction] = graph
    return graph
  }

  /// The same with one relationship at most from one node to another: the lightest, of those the one with the smallest id.
  func lightest(_ direction: Direction) -> Adjacency {
    if let known = lightestGraphs[direction] { return known }
    let graph = self.graph(direction).lightest
    lightestGraphs[direction] = graph
    return graph
  }

  /// The vertex that stands for a node, nil if it is not in the projection. O(log |V|).
  func vertex(of node: NodeID) -> Int? {
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] == node ? low : nil
  }

  // MARK: - Reading the graph

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

  private static func weights(
    _ relationships: [RelationshipID], _ request: ProjectionRequest, _ snapshot: GraphSnapshot
  ) throws(CypherError) -> [Double] {
    guard let key = request.weight else { return [] }
    let column = snapshot.gather(key, of: relationships)
    var weights: [Double] = []
    weights.reserveCapacity(relationships.count)
    for (row, relationship) in relationships.enumerated() {
      let weight: Double
      switch column[row] {
      case .null: weight = request.defaultWeight
      case .integer(let number): weight = Double(number)
      case .float(let number): weight = number
      case let value: throw unusable(value, relationship, key, snapshot, "a number")
      }
      guard request.weightRange.contains(weight) else {
        throw unusable(column[row], relationship, key, snapshot, "a number that is \(request.weightRange.description)")
      }
      weights.append(weight)
    }
    return weights
  }

  private static func unusable(
    _ value: Value, _ relationship: RelationshipID, _ key: PropertyKeyID, _ snapshot: GraphSnapshot, _ expected: String
  ) -> CypherError {
    let type = snapshot.relationshipTypeName(snapshot.type(of: relationship))
    let name = snapshot.propertyKeyName(key)
    return CypherError(
      .argumentError, .invalidArgumentValue, phase: .runtime,
      "the weight `\(name)` of relationship \(relationship.rawValue), a `\(type)`, must be \(expected), found \(value.literal)",
      hint: "choose relationships with `types`, or another property with `weight`")
  }
}
