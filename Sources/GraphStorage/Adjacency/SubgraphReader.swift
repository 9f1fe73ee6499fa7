import Graph

/// Reads the rows of a subgraph from the adjacency tables of one direction. Several threads may use one at a time.
final class SubgraphReader: @unchecked Sendable {
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

  /// Writes the rows of a piece, and the numbers of their relationships where there is room for them.
  func fill(
    _ piece: Int, _ offsets: UnsafePointer<Int>, _ targets: UnsafeMutablePointer<UInt32>,
    _ numbers: UnsafeMutablePointer<UInt32>?
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
            if let numbers { numbers[place] = relationships[index] }
            place &+= 1
          }
        }
      } else {
        (targets + place).update(from: neighbours, count: count)
        if let numbers { (numbers + place).update(from: relationships, count: count) }
        place &+= count
      }
      if start > offsets[vertex], start < place, targets[start - 1] > targets[start], isUnsorted.last != vertex {
        isUnsorted.append(vertex)
      }
    }
    for vertex in isUnsorted {
      let row = offsets[vertex]..<offsets[vertex + 1]
      Self.sort(targets + row.lowerBound, numbers.map { $0 + row.lowerBound }, count: row.count)
    }
  }

  /// Sorts a row by target; what has the same target keeps its order.
  private static func sort(_ targets: UnsafeMutablePointer<UInt32>, _ numbers: UnsafeMutablePointer<UInt32>?, count: Int) {
    guard let numbers else {
      var row = UnsafeMutableBufferPointer(start: targets, count: count)
      return row.sort()
    }
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
