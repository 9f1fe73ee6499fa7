import Cypher
import Graph
import GraphAlgorithms
import GraphStorage

/// A part of the graph made ready for algorithms: nodes numbered from 0 without gaps, the relationships among them as
/// compressed rows, numbered by their ids where that is asked for.
final class GraphProjection {
  /// The node that each vertex stands for, ascending.
  let nodes: [NodeID]
  /// Every relationship once, from source to target.
  let once: Adjacency
  private let subgraph: Subgraph
  private let isNumbered: Bool
  private let keepsSegments: Bool
  private var graphs: [Direction: Adjacency] = [:]
  private var lightestGraphs: [Direction: Adjacency] = [:]
  private var simpleGraph: Adjacency?

  /// The nodes that have one of the labels and the relationships of the types that begin and end at them.
  /// O(nodes + relationships of the nodes).
  ///
  /// - Parameter keepsSegments: whether what has to be read from the file stays in memory, for the next time.
  /// - Throws: an argument error for a weight that is no number or out of range.
  init(
    _ snapshot: GraphSnapshot, _ request: ProjectionRequest, keepsSegments: Bool, _ poll: () throws(CypherError) -> Void
  ) throws(CypherError) {
    subgraph = Subgraph(of: snapshot, labels: request.labels, types: request.types)
    nodes = subgraph.nodes
    isNumbered = request.isNumbered
    self.keepsSegments = keepsSegments
    let rows = try subgraph.rows(
      .outgoing, isNumbered: isNumbered || request.weight != nil, keepsSegments: keepsSegments, poll)
    guard let key = request.weight else {
      once = rows
      return
    }
    let weighted = rows.weighted(try Self.weights(rows.numbers ?? [], key, request, snapshot, poll))
    once =
      isNumbered ? weighted : Adjacency(offsets: weighted.offsets, targets: weighted.targets, weights: weighted.weights)
  }

  /// The relationships as they are followed one way, or every one in both directions.
  func graph(_ direction: Direction) -> Adjacency {
    if direction == .outgoing { return once }
    if let known = graphs[direction] { return known }
    let graph: Adjacency
    if direction == .both {
      let incoming = self.graph(.incoming)
      if once.weights != nil || once.isMirrored(by: incoming) {
        graph = once.undirected(with: incoming)
      } else {
        subgraph.rememberContradiction()
        graph = once.undirected
      }
    } else {
      graph =
        once.weights == nil
        ? subgraph.rows(.incoming, isNumbered: isNumbered, keepsSegments: keepsSegments) { () throws(Never) in } : once.reversed
    }
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

  /// Both directions without loops, parallel relationships, weights and numbers.
  var simple: Adjacency {
    if let simpleGraph { return simpleGraph }
    let graph = self.graph(.both).distinct
    simpleGraph = graph
    return graph
  }

  /// What all rows made so far keep in memory. Those that are the same share it.
  var byteCount: Int {
    let rows = [once] + graphs.values + lightestGraphs.values + [simpleGraph].compactMap { $0 }
    var seen: Set<UnsafeRawPointer?> = []
    return rows.reduce(MemoryLayout<NodeID>.stride * nodes.count) { sum, rows in
      let address = rows.targets.withUnsafeBytes { $0.baseAddress }
      return seen.insert(address).inserted ? sum + rows.byteCount : sum
    }
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

  private static func weights(
    _ numbers: [UInt32], _ key: PropertyKeyID, _ request: ProjectionRequest, _ snapshot: GraphSnapshot,
    _ poll: () throws(CypherError) -> Void
  ) throws(CypherError) -> [Double] {
    var weights: [Double] = []
    weights.reserveCapacity(numbers.count)
    for start in stride(from: 0, to: numbers.count, by: Batch.capacity) {
      try poll()
      let relationships = numbers[start..<min(start + Batch.capacity, numbers.count)].map { RelationshipID($0) }
      let column = snapshot.gather(key, of: relationships)
      for (row, relationship) in relationships.enumerated() {
        guard let weight = column.number(row, otherwise: request.defaultWeight) else {
          throw unusable(column[row], relationship, key, snapshot, "a number")
        }
        guard request.weightRange.contains(weight) else {
          throw unusable(column[row], relationship, key, snapshot, "a number that is \(request.weightRange.description)")
        }
        weights.append(weight)
      }
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

extension Vector {
  /// The number in a row, `standard` for null; nil for what is no number.
  fileprivate func number(_ row: Int, otherwise standard: Double) -> Double? {
    if isNull(row) { return standard }
    switch storage {
    case .floats(let numbers): return numbers[row]
    case .integers(let numbers): return Double(numbers[row])
    default: return self[row].asDouble
    }
  }
}
