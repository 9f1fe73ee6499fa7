import Graph

/// What expanding a batch of nodes gives: parallel arrays, one element for each relationship followed.
public struct Expansion: Sendable {
  /// Which of the batch's nodes the relationship was found at, ascending.
  public var rows: [UInt32] = []
  public var neighbours: [NodeID] = []
  public var relationships: [RelationshipID] = []

  public init() {}

  public var count: Int { rows.count }
}

// Relationships of one node come type by type, outgoing before incoming, each run sorted by neighbour and then relationship.
// `types` empty means every type. A loop is reported once, also for `.both`.
extension GraphSnapshot {
  /// The number of relationships that `expand` would report. O(types × log of the unmerged changes), O(loops) more for `.both`.
  public func degree(of node: NodeID, types: [RelationshipTypeID] = [], _ direction: Direction) -> Int {
    var degree = 0
    forEachTable(types, direction) { table, skipsLoops in
      degree += table.degree(of: node.rawValue)
      if skipsLoops {
        var loops: [RelationshipID] = []
        table.relationships(of: node.rawValue, to: node.rawValue, into: &loops)
        degree -= loops.count
      }
    }
    return degree
  }

  /// `degree` of every node of a batch.
  public func degrees(of batch: [NodeID], types: [RelationshipTypeID] = [], _ direction: Direction) -> [Int64] {
    expander(types: types, direction).degrees(of: batch)
  }

  /// Appends the neighbours of a node, and the relationships that lead to them.
  public func expand(
    _ node: NodeID, types: [RelationshipTypeID] = [], _ direction: Direction, into neighbours: inout [NodeID],
    relationships found: inout [RelationshipID]
  ) {
    var buffer = NeighbourBuffer()
    swap(&buffer.neighbours, &neighbours)
    swap(&buffer.relationships, &found)
    forEachTable(types, direction) { table, skipsLoops in
      table.expand(node.rawValue, skippingLoops: skipsLoops, into: &buffer)
    }
    swap(&buffer.neighbours, &neighbours)
    swap(&buffer.relationships, &found)
  }

  /// Expands a whole batch, node by node. For batch after batch, `expander` saves looking the segments up again.
  public func expand(_ batch: [NodeID], types: [RelationshipTypeID] = [], _ direction: Direction) -> Expansion {
    expander(types: types, direction).expand(batch)
  }

  /// Appends the relationships between two nodes: for `.outgoing` those from `source` to `target`, for `.incoming` those from
  /// `target` to `source`. O(types × log degree), at the end of smaller degree.
  public func relationships(
    from source: NodeID, to target: NodeID, types: [RelationshipTypeID] = [], _ direction: Direction,
    into found: inout [RelationshipID]
  ) {
    let count = relationships.outgoing.count
    for place in 0..<(types.isEmpty ? count : types.count) {
      let type = types.isEmpty ? place : Int(types[place].rawValue)
      guard type < count else { continue }
      if direction != .incoming { collect(type, from: source.rawValue, to: target.rawValue, into: &found) }
      if direction == .incoming || (direction == .both && source != target) {
        collect(type, from: target.rawValue, to: source.rawValue, into: &found)
      }
    }
  }

  private func collect(_ type: Int, from source: UInt32, to target: UInt32, into found: inout [RelationshipID]) {
    // The tables are asked where they stand: a copy of one would count references to all that it holds.
    if relationships.outgoing[type].degree(of: source) <= relationships.incoming[type].degree(of: target) {
      relationships.outgoing[type].relationships(of: source, to: target, into: &found)
    } else {
      relationships.incoming[type].relationships(of: target, to: source, into: &found)
    }
  }

  func tables(_ types: [RelationshipTypeID], _ direction: Direction) -> [(table: AdjacencyTable, skipsLoops: Bool)] {
    var tables: [(table: AdjacencyTable, skipsLoops: Bool)] = []
    forEachTable(types, direction) { tables.append(($0, $1)) }
    return tables
  }

  @inline(__always)
  private func forEachTable(
    _ types: [RelationshipTypeID], _ direction: Direction, _ body: (_ table: AdjacencyTable, _ skipsLoops: Bool) -> Void
  ) {
    if types.isEmpty {
      for index in relationships.outgoing.indices { visit(index, direction, body) }
    } else {
      for type in types where Int(type.rawValue) < relationships.outgoing.count { visit(Int(type.rawValue), direction, body) }
    }
  }

  @inline(__always)
  private func visit(_ index: Int, _ direction: Direction, _ body: (AdjacencyTable, Bool) -> Void) {
    switch direction {
    case .outgoing: body(relationships.outgoing[index], false)
    case .incoming: body(relationships.incoming[index], false)
    case .both:
      body(relationships.outgoing[index], false)
      body(relationships.incoming[index], true)
    }
  }
}
