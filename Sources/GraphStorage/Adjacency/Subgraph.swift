import Graph

/// The nodes that have one of some labels and the relationships of some types among them, as algorithms want them: nodes
/// numbered from 0 without gaps, relationships as compressed rows.
///
/// Rows are copied straight from the segments, piece by piece on all threads.
public struct Subgraph: Sendable {
  /// The node that each vertex stands for, ascending.
  public let nodes: [NodeID]
  private let snapshot: GraphSnapshot
  private let types: [RelationshipTypeID]
  /// The vertex of each node, `UInt32.max` for those left out; nil where every node is its own vertex.
  private let vertices: [UInt32]?

  /// O(nodes).
  ///
  /// - Parameters:
  ///   - labels: of which a node has one; nil for all nodes.
  ///   - types: of which a relationship has one; nil for all.
  public init(of snapshot: GraphSnapshot, labels: [LabelID]?, types: [RelationshipTypeID]?) {
    self.snapshot = snapshot
    let known = (0..<UInt32(snapshot.relationshipTypes.count)).map { RelationshipTypeID($0) }
    var unique: [RelationshipTypeID] = []
    for type in types ?? known where !unique.contains(type) { unique.append(type) }
    self.types = unique
    nodes = Self.nodes(of: snapshot, labels)
    if nodes.count == snapshot.nodeCapacity {
      vertices = nil
    } else {
      var vertices = [UInt32](repeating: .max, count: snapshot.nodeCapacity)
      for (vertex, node) in nodes.enumerated() { vertices[Int(node.rawValue)] = UInt32(truncatingIfNeeded: vertex) }
      self.vertices = vertices
    }
  }

  private static func nodes(of snapshot: GraphSnapshot, _ labels: [LabelID]?) -> [NodeID] {
    let sets =
      labels.map { $0.map { Int($0.rawValue) }.filter { $0 < snapshot.nodes.labels.count }.map { snapshot.nodes.labels[$0] } }
      ?? [snapshot.nodes.existing]
    var rows: [UInt32] = []
    rows.reserveCapacity(min(sets.reduce(0) { $0 + $1.count }, snapshot.nodeCount))
    if sets.count == 1 {
      var cursor: UInt32 = 0
      sets[0].collect(from: &cursor, to: snapshot.nodes.capacity, limit: .max, into: &rows)
    } else {
      for row in 0..<snapshot.nodes.capacity where sets.contains(where: { $0.contains(row) }) { rows.append(row) }
    }
    return rows.map { NodeID($0) }
  }

  /// The relationships as compressed rows of the vertices that they leave or that they reach, numbered by their ids; parallel
  /// ones in the order of their types and then their ids. O(|V| + |E|), and log |E| for nodes with several types.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` or `.incoming`.
  ///   - poll: called now and then by the calling thread; ends the work by throwing.
  public func rows<Failure: Error>(
    _ direction: Direction, _ poll: () throws(Failure) -> Void
  ) throws(Failure) -> Adjacency {
    precondition(direction != .both, "rows of both directions are merged from those of each")
    let tables = types.isEmpty ? [] : snapshot.tables(types, direction).map(\.table)
    let reader = SubgraphReader(tables, nodes: nodes, vertices: vertices)
    let pieceCount = (nodes.count + SubgraphReader.pieceVertexCount - 1) / SubgraphReader.pieceVertexCount
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
    var numbers = targets
    try targets.withUnsafeMutableBufferPointer { (targets) throws(Failure) in
      try numbers.withUnsafeMutableBufferPointer { (numbers) throws(Failure) in
        guard let targets = targets.baseAddress, let numbers = numbers.baseAddress else { return }
        try offsets.withUnsafeBufferPointer { (offsets) throws(Failure) in
          let offsets = offsets.baseAddress!
          try WorkerPool.shared.run(pieceCount: pieceCount) { (piece, worker) throws(Failure) in
            if worker == 0 { try poll() }
            reader.fill(piece, offsets, targets, numbers)
          }
        }
      }
    }
    return Adjacency(offsets: offsets, targets: targets, weights: nil, numbers: numbers)
  }
}

/// Reads the rows of a subgraph from the adjacency tables of one direction. Several threads may use one at a time.
private final class SubgraphReader: @unchecked Sendable {
  static let pieceVertexCount = 4096

  private let tables: [AdjacencyTable]
  private let segmentCount: Int
  /// For each table the views of all its segments.
  private let views: UnsafeMutablePointer<AdjacencyView>
  private let nodes: [NodeID]
  private let vertices: [UInt32]?

  init(_ tables: [AdjacencyTable], nodes: [NodeID], vertices: [UInt32]?) {
    self.tables = tables
    self.nodes = nodes
    self.vertices = vertices
    let segmentCount = tables.map(\.segmentCount).max() ?? 0
    self.segmentCount = segmentCount
    let views = UnsafeMutablePointer<AdjacencyView>.allocate(capacity: max(tables.count * segmentCount, 1))
    views.initialize(repeating: .unknown, count: tables.count * segmentCount)
    self.views = views
    // Segments that stand in the file are read and decoded here.
    WorkerPool.shared.run(pieceCount: tables.count) { (table, _) throws(Never) in
      for segment in 0..<segmentCount { views[table * segmentCount + segment] = AdjacencyView(tables[table], segment) }
    }
  }

  deinit { views.deallocate() }

  private func vertexRange(_ piece: Int) -> Range<Int> {
    piece * Self.pieceVertexCount..<min((piece + 1) * Self.pieceVertexCount, nodes.count)
  }

  /// Writes the number of entries of each row of a piece.
  func count(_ piece: Int, into degrees: UnsafeMutablePointer<Int>) {
    var scratch = NeighbourBuffer()
    forEachRun(vertexRange(piece), &scratch) { vertex, neighbours, _, count in
      guard let vertices else {
        degrees[vertex] &+= count
        return
      }
      vertices.withUnsafeBufferPointer { vertices in
        for index in 0..<count { degrees[vertex] &+= vertices[Int(neighbours[index])] == .max ? 0 : 1 }
      }
    }
  }

  /// Writes the rows of a piece.
  func fill(
    _ piece: Int, _ offsets: UnsafePointer<Int>, _ targets: UnsafeMutablePointer<UInt32>,
    _ numbers: UnsafeMutablePointer<UInt32>
  ) {
    let range = vertexRange(piece)
    var scratch = NeighbourBuffer()
    var current = -1
    var place = 0
    var isUnsorted: [Int] = []
    forEachRun(range, &scratch) { vertex, neighbours, relationships, count in
      if vertex != current {
        current = vertex
        place = offsets[vertex]
      }
      let start = place
      if let vertices {
        vertices.withUnsafeBufferPointer { vertices in
          for index in 0..<count {
            let target = vertices[Int(neighbours[index])]
            guard target != .max else { continue }
            targets[place] = target
            numbers[place] = relationships[index]
            place &+= 1
          }
        }
      } else {
        (targets + place).update(from: neighbours, count: count)
        (numbers + place).update(from: relationships, count: count)
        place &+= count
      }
      if start > offsets[vertex], start < place, targets[start - 1] > targets[start], isUnsorted.last != vertex {
        isUnsorted.append(vertex)
      }
    }
    for vertex in isUnsorted {
      let row = offsets[vertex]..<offsets[vertex + 1]
      Self.sort(targets + row.lowerBound, numbers + row.lowerBound, count: row.count)
    }
  }

  /// Sorts a row by target; what has the same target keeps its order.
  private static func sort(_ targets: UnsafeMutablePointer<UInt32>, _ numbers: UnsafeMutablePointer<UInt32>, count: Int) {
    if count <= 24 {
      for index in 1..<count {
        let (target, number) = (targets[index], numbers[index])
        var gap = index
        while gap > 0, targets[gap - 1] > target {
          targets[gap] = targets[gap - 1]
          numbers[gap] = numbers[gap - 1]
          gap -= 1
        }
        targets[gap] = target
        numbers[gap] = number
      }
      return
    }
    let keys = (0..<count).map { UInt64(targets[$0]) << 32 | UInt64($0) }.sorted()
    let sorted = keys.map { numbers[Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF)] }
    for (index, key) in keys.enumerated() {
      targets[index] = UInt32(truncatingIfNeeded: key >> 32)
      numbers[index] = sorted[index]
    }
  }

  /// Calls `body` for each run that is not empty: vertex by vertex, table by table.
  @inline(__always)
  private func forEachRun(
    _ range: Range<Int>, _ scratch: inout NeighbourBuffer,
    _ body: (_ vertex: Int, _ neighbours: UnsafePointer<UInt32>, _ relationships: UnsafePointer<UInt32>, _ count: Int) -> Void
  ) {
    nodes.withUnsafeBufferPointer { nodes in
      for vertex in range {
        let row = nodes[vertex].rawValue
        let segment = SegmentGeometry.segment(of: row)
        guard segment < segmentCount else { continue }
        for table in 0..<tables.count {
          let view = views + (table &* segmentCount &+ segment)
          if view.pointee.kind == .changed {
            scratch.removeAll()
            tables[table].expand(row, skippingLoops: false, into: &scratch)
            scratch.withRawNumbers { neighbours, relationships, count in
              if count > 0 { body(vertex, neighbours, relationships, count) }
            }
          } else {
            let run = view.pointee.run(of: SegmentGeometry.offset(of: row))
            guard !run.isEmpty else { continue }
            body(vertex, view.pointee.neighbours + run.lowerBound, view.pointee.relationships + run.lowerBound, run.count)
          }
        }
      }
    }
  }
}

extension NeighbourBuffer {
  /// Calls `body` with what was found as bare numbers.
  fileprivate func withRawNumbers(
    _ body: (_ neighbours: UnsafePointer<UInt32>, _ relationships: UnsafePointer<UInt32>, _ count: Int) -> Void
  ) {
    guard count > 0 else { return }
    neighbours.withUnsafeBytes { neighbours in
      relationships.withUnsafeBytes { relationships in
        body(
          neighbours.baseAddress!.assumingMemoryBound(to: UInt32.self),
          relationships.baseAddress!.assumingMemoryBound(to: UInt32.self), count)
      }
    }
  }
}
