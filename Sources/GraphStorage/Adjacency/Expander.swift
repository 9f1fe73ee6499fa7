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
  // The number of tables and what each skips once more: reading them from the array would count references for every node.
  private let tableCount: Int
  private let skipsLoops: UnsafeMutablePointer<Bool>
  /// For each table the views of all its segments.
  private let views: UnsafeMutablePointer<AdjacencyView>
  /// What `collect` found last: at most two runs a table, because a loop that is left out cuts one in two.
  private let found: UnsafeMutablePointer<NeighbourRun>
  /// The neighbours of nodes whose changes are not merged, as far as `found` refers to them.
  private var scratch = NeighbourBuffer()
  private var changed: UnsafeMutablePointer<UInt32>?
  private var changedCapacity = 0

  init(tables: [(table: AdjacencyTable, skipsLoops: Bool)]) {
    self.tables = tables
    segmentCount = tables.map(\.table.segmentCount).max() ?? 0
    views = .allocate(capacity: max(tables.count * segmentCount, 1))
    views.initialize(repeating: .unknown, count: tables.count * segmentCount)
    found = .allocate(capacity: max(2 * tables.count, 1))
    tableCount = tables.count
    skipsLoops = .allocate(capacity: max(tables.count, 1))
    for (index, table) in tables.enumerated() { (skipsLoops + index).initialize(to: table.skipsLoops) }
  }

  deinit {
    views.deallocate()
    skipsLoops.deallocate()
    found.deallocate()
    changed?.deallocate()
  }

  // MARK: - One node

  /// The neighbours of a node and the relationships that lead to them, as runs of bare numbers. Valid until the next question.
  public func runs(of node: NodeID) -> UnsafeBufferPointer<NeighbourRun> {
    UnsafeBufferPointer(start: found, count: collect(node.rawValue))
  }

  /// The number of relationships that `expand` appends.
  public func degree(of node: NodeID) -> Int { runs(of: node).reduce(0) { $0 &+ $1.count } }

  /// Appends the neighbours of a node, and the relationships that lead to them.
  public func expand(_ node: NodeID, into neighbours: inout [NodeID], relationships: inout [RelationshipID]) {
    for run in runs(of: node) {
      neighbours.append(contentsOf: run.nodeIDs)
      relationships.append(contentsOf: run.relationshipIDs)
    }
  }

  /// Writes the runs of a node to `found`; returns how many there are.
  private func collect(_ node: UInt32) -> Int {
    let index = SegmentGeometry.segment(of: node)
    guard index < segmentCount else { return 0 }
    var count = 0
    var isChanged = false
    for table in 0..<tableCount {
      let view = views + (table &* segmentCount &+ index)
      if view.pointee.kind == .unknown { look(up: view, table, index) }
      if view.pointee.kind == .changed {
        isChanged = true
        break
      }
      let run = view.pointee.run(of: SegmentGeometry.offset(of: node))
      guard !run.isEmpty else { continue }
      if skipsLoops[table] {
        let loops = view.pointee.places(of: node, in: run)
        note(view, run.lowerBound..<loops.lowerBound, &count)
        note(view, loops.upperBound..<run.upperBound, &count)
      } else {
        note(view, run, &count)
      }
    }
    return isChanged ? collectChanged(node) : count
  }

  @inline(never)
  private func look(up view: UnsafeMutablePointer<AdjacencyView>, _ table: Int, _ index: Int) {
    view.pointee = AdjacencyView(tables[table].table, index)
  }

  @inline(__always)
  private func note(_ view: UnsafeMutablePointer<AdjacencyView>, _ run: Range<Int>, _ count: inout Int) {
    guard !run.isEmpty else { return }
    (found + count).initialize(
      to: NeighbourRun(
        neighbours: view.pointee.neighbours + run.lowerBound, relationships: view.pointee.relationships + run.lowerBound,
        count: run.count))
    count &+= 1
  }

  /// The same for a node of a segment that has changes not merged: everything is copied together into one run.
  private func collectChanged(_ node: UInt32) -> Int {
    scratch.removeAll()
    for (table, skipsLoops) in tables { table.expand(node, skippingLoops: skipsLoops, into: &scratch) }
    let count = scratch.count
    guard count > 0 else { return 0 }
    if changedCapacity < count {
      changed?.deallocate()
      changedCapacity = 2 * count
      changed = .allocate(capacity: 2 * changedCapacity)
    }
    let neighbours = changed!
    let relationships = neighbours + changedCapacity
    for index in 0..<count {
      neighbours[index] = scratch.neighbours[index].rawValue
      relationships[index] = scratch.relationships[index].rawValue
    }
    found.initialize(to: NeighbourRun(neighbours: neighbours, relationships: relationships, count: count))
    return 1
  }

  // MARK: - A batch

  /// `degree` of every node of a batch.
  public func degrees(of batch: [NodeID]) -> [Int64] { batch.map { Int64(degree(of: $0)) } }

  /// Expands a whole batch, node by node. The result is as long as the sum of the degrees: whoever has to bound memory gives a
  /// limit.
  public func expand(_ batch: [NodeID]) -> Expansion {
    var position = 0
    return expand(batch, from: &position, limit: .max, .all)
  }

  /// Expands the nodes of a batch from `position` on, and moves it on, until another one would make more than `limit` results; at
  /// least one node, whatever its degree.
  public func expand(_ batch: [NodeID], from position: inout Int, limit: Int, _ wanted: ExpansionPart) -> Expansion {
    var expansion = Expansion()
    var total = 0
    while position < batch.count && total < limit {
      let runCount = collect(batch[position].rawValue)
      var count = 0
      for run in 0..<runCount { count &+= found[run].count }
      if total > 0 && total &+ count > limit { break }
      append(runCount, row: UInt32(truncatingIfNeeded: position), wanted, to: &expansion)
      total &+= count
      position &+= 1
    }
    return expansion
  }

  @inline(__always)
  private func append(_ runCount: Int, row: UInt32, _ wanted: ExpansionPart, to expansion: inout Expansion) {
    for run in UnsafeBufferPointer(start: found, count: runCount) {
      expansion.rows.append(contentsOf: repeatElement(row, count: run.count))
      if wanted.contains(.neighbours) { expansion.neighbours.append(contentsOf: run.nodeIDs) }
      if wanted.contains(.relationships) { expansion.relationships.append(contentsOf: run.relationshipIDs) }
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
