import Graph

/// Follows relationships of chosen types in one direction from many nodes of one snapshot: what an operator makes once and
/// asks for every row or batch.
///
/// It looks each segment up once and reads it through bare pointers from then on. Results come as `GraphSnapshot.expand`
/// gives them: type by type, outgoing before incoming, each run sorted by neighbour and then relationship; a loop once. Not
/// safe to share between threads; each makes its own.
public final class Expander {
  private let tables: [(table: AdjacencyTable, skipsLoops: Bool)]
  private let segmentCount: Int
  /// For each table the views of all its segments.
  private let views: UnsafeMutablePointer<AdjacencyView>
  private var runs: [Run] = []
  private var scratch = NeighbourBuffer()

  /// The neighbours of one row of a batch by one table: in a segment, or in `scratch` from `start` on.
  private struct Run {
    var row: UInt32
    var count: UInt32
    var start: Int
    var neighbours: UnsafePointer<UInt32>?
    var relationships: UnsafePointer<UInt32>?
  }

  init(tables: [(table: AdjacencyTable, skipsLoops: Bool)]) {
    self.tables = tables
    segmentCount = tables.map(\.table.segmentCount).max() ?? 0
    views = .allocate(capacity: max(tables.count * segmentCount, 1))
    views.initialize(repeating: .unknown, count: tables.count * segmentCount)
  }

  deinit { views.deallocate() }

  @inline(__always) private func view(_ table: Int, _ segment: Int) -> UnsafeMutablePointer<AdjacencyView> {
    let view = views + (table &* segmentCount &+ segment)
    if view.pointee.kind == .unknown { view.pointee = AdjacencyView(tables[table].table, segment) }
    return view
  }

  // MARK: - One node

  /// The number of relationships that `expand` appends.
  public func degree(of node: NodeID) -> Int {
    let index = SegmentGeometry.segment(of: node.rawValue)
    guard index < segmentCount else { return 0 }
    var degree = 0
    for table in 0..<tables.count {
      let view = view(table, index)
      if view.pointee.kind == .changed || tables[table].skipsLoops {
        let before = scratch.count
        tables[table].table.expand(node.rawValue, skippingLoops: tables[table].skipsLoops, into: &scratch)
        degree += scratch.count - before
        scratch.removeAll()
      } else {
        degree &+= view.pointee.run(of: SegmentGeometry.offset(of: node.rawValue)).count
      }
    }
    return degree
  }

  /// Appends the neighbours of a node, and the relationships that lead to them.
  public func expand(_ node: NodeID, into neighbours: inout [NodeID], relationships: inout [RelationshipID]) {
    let index = SegmentGeometry.segment(of: node.rawValue)
    guard index < segmentCount else { return }
    for table in 0..<tables.count {
      let view = view(table, index)
      if view.pointee.kind == .changed || tables[table].skipsLoops {
        tables[table].table.expand(node.rawValue, skippingLoops: tables[table].skipsLoops, into: &scratch)
        neighbours.append(contentsOf: scratch.neighbours)
        relationships.append(contentsOf: scratch.relationships)
        scratch.removeAll()
      } else {
        let run = view.pointee.run(of: SegmentGeometry.offset(of: node.rawValue))
        guard !run.isEmpty else { continue }
        let nodes = UnsafeRawPointer(view.pointee.neighbours + run.lowerBound).assumingMemoryBound(to: NodeID.self)
        neighbours.append(contentsOf: UnsafeBufferPointer(start: nodes, count: run.count))
        let edges = UnsafeRawPointer(view.pointee.relationships + run.lowerBound).assumingMemoryBound(to: RelationshipID.self)
        relationships.append(contentsOf: UnsafeBufferPointer(start: edges, count: run.count))
      }
    }
  }

  // MARK: - A batch

  /// `degree` of every node of a batch.
  public func degrees(of batch: [NodeID]) -> [Int64] { batch.map { Int64(degree(of: $0)) } }

  /// Expands a whole batch, node by node. The result is as long as the sum of the degrees: whoever has to bound memory asks
  /// `degrees` first and cuts the batch.
  public func expand(_ batch: [NodeID]) -> Expansion {
    runs.removeAll(keepingCapacity: true)
    var total = 0
    batch.withUnsafeBufferPointer { nodes in
      for row in 0..<nodes.count { total &+= collect(nodes[row].rawValue, row: UInt32(row)) }
    }
    let expansion = copy(total)
    scratch.removeAll()
    return expansion
  }

  /// Expands the nodes of a batch from `position` on, and moves it on, until another one would make more than `limit` results; at
  /// least one node, whatever its degree.
  public func expand(_ batch: [NodeID], from position: inout Int, limit: Int, _ wanted: ExpansionPart) -> Expansion {
    runs.removeAll(keepingCapacity: true)
    var total = 0
    batch.withUnsafeBufferPointer { nodes in
      while position < nodes.count && total < limit {
        let runCount = runs.count
        let count = collect(nodes[position].rawValue, row: UInt32(truncatingIfNeeded: position))
        if total > 0 && total &+ count > limit {
          runs.removeSubrange(runCount...)
          break
        }
        total &+= count
        position &+= 1
      }
    }
    let expansion = copy(total, wanted)
    scratch.removeAll()
    return expansion
  }

  /// Notes where the neighbours of one node are; returns how many.
  @inline(__always) private func collect(_ node: UInt32, row: UInt32) -> Int {
    let index = SegmentGeometry.segment(of: node)
    guard index < segmentCount else { return 0 }
    var total = 0
    for table in 0..<tables.count {
      let view = view(table, index)
      if view.pointee.kind == .changed || tables[table].skipsLoops {
        let start = scratch.count
        tables[table].table.expand(node, skippingLoops: tables[table].skipsLoops, into: &scratch)
        let count = scratch.count - start
        if count > 0 { runs.append(Run(row: row, count: UInt32(count), start: start, neighbours: nil, relationships: nil)) }
        total &+= count
      } else {
        let run = view.pointee.run(of: SegmentGeometry.offset(of: node))
        guard !run.isEmpty else { continue }
        runs.append(
          Run(
            row: row, count: UInt32(run.count), start: 0, neighbours: view.pointee.neighbours + run.lowerBound,
            relationships: view.pointee.relationships + run.lowerBound))
        total &+= run.count
      }
    }
    return total
  }

  private func copy(_ total: Int, _ wanted: ExpansionPart = .all) -> Expansion {
    var expansion = Expansion()
    expansion.rows = [UInt32](unsafeUninitializedCapacity: total) { space, count in
      for run in runs {
        (space.baseAddress! + count).update(repeating: run.row, count: Int(run.count))
        count += Int(run.count)
      }
    }
    if wanted.contains(.neighbours) {
      expansion.neighbours = [NodeID](unsafeUninitializedCapacity: total) { space, count in
        Self.copy(runs, \.neighbours, scratch.neighbours, to: space, &count)
      }
    }
    if wanted.contains(.relationships) {
      expansion.relationships = [RelationshipID](unsafeUninitializedCapacity: total) { space, count in
        Self.copy(runs, \.relationships, scratch.relationships, to: space, &count)
      }
    }
    return expansion
  }

  @inline(__always)
  private static func copy<Identifier>(
    _ runs: [Run], _ source: (Run) -> UnsafePointer<UInt32>?, _ scratch: [Identifier],
    to space: UnsafeMutableBufferPointer<Identifier>, _ count: inout Int
  ) {
    scratch.withUnsafeBufferPointer { scratch in
      for run in runs {
        let target = space.baseAddress! + count
        if let start = source(run) {
          target.update(from: UnsafeRawPointer(start).assumingMemoryBound(to: Identifier.self), count: Int(run.count))
        } else {
          target.update(from: scratch.baseAddress! + run.start, count: Int(run.count))
        }
        count += Int(run.count)
      }
    }
  }
}

/// What an expansion is to find besides the rows.
public struct ExpansionPart: OptionSet, Sendable {
  public let rawValue: Int
  public static let neighbours = ExpansionPart(rawValue: 1)
  public static let relationships = ExpansionPart(rawValue: 2)
  public static let all: ExpansionPart = [.neighbours, .relationships]

  public init(rawValue: Int) { self.rawValue = rawValue }
}

extension GraphSnapshot {
  /// Something that follows relationships from many nodes; `types` empty means every type.
  public func expander(types: [RelationshipTypeID] = [], _ direction: Direction) -> Expander {
    Expander(tables: tables(types, direction))
  }
}
