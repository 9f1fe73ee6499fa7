import Graph

/// The nodes that have one of some labels and the relationships of some types among them, as algorithms want them: nodes
/// numbered from 0 without gaps, relationships as compressed rows.
///
/// Rows are copied straight from the segments, piece by piece on all threads.
public struct Subgraph: Sendable {
  /// The node that each vertex stands for, ascending.
  public let nodes: [NodeID]
  private let snapshot: GraphSnapshot
  private let labels: [LabelID]?
  private let types: [RelationshipTypeID]

  /// O(nodes).
  ///
  /// - Parameters:
  ///   - labels: of which a node has one; nil for all nodes.
  ///   - types: of which a relationship has one; nil for all.
  public init(of snapshot: GraphSnapshot, labels: [LabelID]?, types: [RelationshipTypeID]?) {
    self.snapshot = snapshot
    self.labels = labels
    let known = (0..<UInt32(snapshot.relationshipTypes.count)).map { RelationshipTypeID($0) }
    var unique: [RelationshipTypeID] = []
    for type in types ?? known where !unique.contains(type) { unique.append(type) }
    self.types = unique
    nodes = Self.nodes(of: snapshot, labels)
  }

  /// The vertex of each node, `UInt32.max` for those left out; nil where every node is its own vertex. O(nodes of the graph).
  private var vertices: [UInt32]? {
    if nodes.count == snapshot.nodeCapacity { return nil }
    var vertices = [UInt32](repeating: .max, count: snapshot.nodeCapacity)
    for (vertex, node) in nodes.enumerated() { vertices[Int(node.rawValue)] = UInt32(truncatingIfNeeded: vertex) }
    return vertices
  }

  /// Whether every relationship of a type leads to a vertex, as far as the statistics tell.
  private func isClosed(_ type: RelationshipTypeID, _ direction: Direction) -> Bool {
    guard let labels else { return true }
    return labels.contains {
      snapshot.relationshipCount(type, at: $0, isOutgoing: direction == .incoming) == snapshot.relationshipCount(type)
    }
  }

  private static func nodes(of snapshot: GraphSnapshot, _ labels: [LabelID]?) -> [NodeID] {
    let sets =
      labels.map { $0.map { Int($0.rawValue) }.filter { $0 < snapshot.nodes.labels.count }.map { snapshot.nodes.labels[$0] } }
      ?? [snapshot.nodes.existing]
    if sets.count == 1 {
      return [NodeID](unsafeUninitializedCapacity: sets[0].count) { rows, count in
        count = rows.withMemoryRebound(to: UInt32.self) {
          var cursor: UInt32 = 0
          return sets[0].collect(from: &cursor, to: snapshot.nodes.capacity, limit: $0.count, into: $0.baseAddress!)
        }
      }
    }
    var rows: [UInt32] = []
    for row in 0..<snapshot.nodes.capacity where sets.contains(where: { $0.contains(row) }) { rows.append(row) }
    return rows.map { NodeID($0) }
  }

  /// To be told where the rows of both directions are not of the same relationships.
  package func rememberContradiction() {
    snapshot.rememberContradiction("relationships leave nodes that do not reach the others")
  }

  /// The relationships as compressed rows of the vertices that they leave or that they reach, numbered by their ids; parallel
  /// ones in the order of their types and then their ids. O(|V| + |E|), and log |E| for nodes with several types.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` or `.incoming`.
  ///   - isNumbered: false where nobody will ask which relationships they are.
  ///   - keepsSegments: whether what has to be read from the file stays in memory, for the next time.
  ///   - poll: called now and then by the calling thread; ends the work by throwing.
  public func rows<Failure: Error>(
    _ direction: Direction, isNumbered: Bool = true, keepsSegments: Bool = false, _ poll: () throws(Failure) -> Void
  ) throws(Failure) -> Adjacency {
    precondition(direction != .both, "rows of both directions are merged from those of each")
    try poll()
    let known = types.filter { Int($0.rawValue) < snapshot.relationships.outgoing.count }
    let tables = known.isEmpty ? [] : snapshot.tables(known, direction).map(\.table)
    let reader = SubgraphReader(
      tables, isClosed: known.map { isClosed($0, direction) }, nodes: nodes, vertices: vertices, isNumbered: isNumbered,
      keepsSegments: keepsSegments)
    let pieceCount = reader.pieceCount
    var offsets = [Int](repeating: 0, count: nodes.count + 1)
    try offsets.withUnsafeMutableBufferPointer { (offsets) throws(Failure) in
      let degrees = offsets.baseAddress! + 1
      try WorkerPool.shared.run(pieceCount: pieceCount) { (piece, worker) throws(Failure) in
        if worker == 0 { try poll() }
        reader.count(piece, into: degrees)
      }
      for vertex in 0..<nodes.count { degrees[vertex] &+= offsets[vertex] }
    }
    let entryCount = offsets[nodes.count]
    var targets = [UInt32](unsafeUninitializedCapacity: entryCount) { $1 = entryCount }
    var numbers = isNumbered ? targets : []
    try targets.withUnsafeMutableBufferPointer { (targets) throws(Failure) in
      try numbers.withUnsafeMutableBufferPointer { (numbers) throws(Failure) in
        guard let targets = targets.baseAddress else { return }
        try offsets.withUnsafeBufferPointer { (offsets) throws(Failure) in
          let offsets = offsets.baseAddress!
          try WorkerPool.shared.run(pieceCount: pieceCount) { (piece, worker) throws(Failure) in
            if worker == 0 { try poll() }
            reader.fill(piece, offsets, targets, isNumbered ? numbers.baseAddress : nil)
          }
        }
      }
    }
    if reader.isMisled { snapshot.rememberContradiction("relationships lead to other nodes than the file's counts allow") }
    return Adjacency(offsets: offsets, targets: targets, weights: nil, numbers: isNumbered ? numbers : nil)
  }
}
