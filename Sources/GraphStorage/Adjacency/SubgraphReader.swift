import Graph
import Synchronization

/// Reads the rows of a subgraph from the adjacency tables of one direction, segment by segment: a piece is the vertices of one
/// segment. Several threads may use one at a time, each for pieces of its own.
///
/// Every piece is counted once and then filled once. What has to be read from the file is read as far as it is needed and, unless
/// it is to be kept, given back with the piece.
final class SubgraphReader: @unchecked Sendable {
  private let tables: [AdjacencyTable]
  /// For each table whether all that it leads to is among the vertices.
  private let isClosed: [Bool]
  private let isNumbered: Bool
  private let keepsSegments: Bool
  /// The segments in which there are vertices, and where their vertices begin; one more for the end.
  private var segments: [Int] = []
  private var starts: [Int] = []
  /// For each piece the views of all tables, and what keeps them alive.
  private let views: UnsafeMutablePointer<AdjacencyView>
  private let owners: UnsafeMutablePointer<AdjacencySegment?>
  private let nodes: [NodeID]
  private let vertices: [UInt32]?
  /// Whether a table that is said to lead to vertices only has led elsewhere.
  private let hasStrays = Atomic<Bool>(false)

  init(
    _ tables: [AdjacencyTable], isClosed: [Bool], nodes: [NodeID], vertices: [UInt32]?, isNumbered: Bool, keepsSegments: Bool
  ) {
    self.isNumbered = isNumbered
    self.tables = tables
    self.isClosed = isClosed
    self.nodes = nodes
    self.vertices = vertices
    self.keepsSegments = keepsSegments
    for (vertex, node) in nodes.enumerated() {
      let segment = SegmentGeometry.segment(of: node.rawValue)
      if segments.last != segment {
        segments.append(segment)
        starts.append(vertex)
      }
    }
    starts.append(nodes.count)
    let viewCount = tables.count * segments.count
    views = .allocate(capacity: max(viewCount, 1))
    views.initialize(repeating: .unknown, count: viewCount)
    owners = .allocate(capacity: max(viewCount, 1))
    owners.initialize(repeating: nil, count: viewCount)
  }

  deinit {
    views.deallocate()
    owners.deinitialize(count: tables.count * segments.count)
    owners.deallocate()
  }

  var pieceCount: Int { segments.count }

  /// Whether what is filled in is wrong, because numbers that the graph keeps of itself are.
  var isMisled: Bool { hasStrays.load(ordering: .relaxed) }

  /// Looks the segments of a piece up; those that stand in the file are read and decoded.
  private func open(_ piece: Int, toCount isCounting: Bool) {
    for table in tables.indices {
      let (place, segment) = (piece * tables.count + table, segments[piece])
      guard !tables[table].isChanged(segment) else {
        views[place] = AdjacencyView(.changed)
        continue
      }
      // Neighbours that had to be looked at to be counted are there to be copied.
      if !isCounting, !isClosed[table] { continue }
      let part: AdjacencyPart = isCounting && isClosed[table] ? .degrees : isNumbered ? .whole : .neighbours
      owners[place] = tables[table].segments.segment(segment, part, keeps: keepsSegments)
      views[place] = AdjacencyView(owners[place])
    }
  }

  /// Lets go of what is read anew to be copied, or of all.
  private func close(_ piece: Int, all: Bool) {
    for table in tables.indices where all || isClosed[table] {
      let place = piece * tables.count + table
      views[place] = .unknown
      owners[place] = nil
    }
  }

  /// Writes the number of entries of each row of a piece.
  func count(_ piece: Int, into degrees: UnsafeMutablePointer<Int>) {
    open(piece, toCount: true)
    defer { close(piece, all: false) }
    var scratch = NeighbourBuffer()
    forEachRun(piece, &scratch) { table, vertex, neighbours, _, count in
      guard !isClosed[table], let vertices else {
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
    open(piece, toCount: false)
    defer { close(piece, all: true) }
    var scratch = NeighbourBuffer()
    var current = -1
    var place = 0
    var isUnsorted: [Int] = []
    forEachRun(piece, &scratch) { table, vertex, neighbours, relationships, count in
      if vertex != current {
        current = vertex
        place = offsets[vertex]
      }
      let start = place
      if let vertices {
        vertices.withUnsafeBufferPointer { vertices in
          for index in 0..<count {
            var target = vertices[Int(neighbours[index])]
            if target == .max {
              guard isClosed[table] else { continue }
              // It has been counted: there is a place for it, which must not stay unwritten.
              hasStrays.store(true, ordering: .relaxed)
              target = UInt32(truncatingIfNeeded: vertex)
            }
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
    _ piece: Int, _ scratch: inout NeighbourBuffer,
    _ body: (
      _ table: Int, _ vertex: Int, _ neighbours: UnsafePointer<UInt32>, _ relationships: UnsafePointer<UInt32>, _ count: Int
    ) -> Void
  ) {
    let tableCount = tables.count
    let views = self.views + piece &* tableCount
    nodes.withUnsafeBufferPointer { nodes in
      for vertex in starts[piece]..<starts[piece + 1] {
        let row = nodes[vertex].rawValue
        let offset = SegmentGeometry.offset(of: row)
        for table in 0..<tableCount {
          let view = views + table
          if view.pointee.kind == .changed {
            scratch.removeAll()
            tables[table].expand(row, skippingLoops: false, into: &scratch)
            scratch.withRawNumbers { neighbours, relationships, count in
              if count > 0 { body(table, vertex, neighbours, relationships, count) }
            }
          } else {
            let run = view.pointee.run(of: offset)
            guard !run.isEmpty else { continue }
            body(
              table, vertex, view.pointee.neighbours + run.lowerBound, view.pointee.relationships + run.lowerBound, run.count)
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
