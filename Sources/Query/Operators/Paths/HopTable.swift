import Cypher
import Graph
import GraphStorage

/// Where one repetition of a chain leads from each node, as far as it was asked for: the inner plan runs over many nodes at a
/// time, and what it finds is kept.
///
/// A repetition has as many relationships as nodes that it comes to, all given in the order of walking. Memory: 4 bytes an
/// element and 12 a transition, accounted against the statement's limit.
final class HopTable {
  private let inner: Operator
  private let argument: Argument
  /// Where the node that a repetition begins at stands in the inner plan's rows.
  private let near: Int
  private let relationshipColumns: [Int]
  private let nodeColumns: [Int]
  /// The column of the rows outside that each column of the argument comes from; nil for the node.
  private let outerColumns: [Int?]
  private var outerRow: [Value] = []

  private var reached = ReachedNodes()
  /// For each node its first and its last transition; -1 where there is none.
  private var first: [Int32] = []
  private var last: [Int32] = []
  /// For each transition the next one of the same node.
  private var following: [Int32] = []
  /// The relationships of all transitions, one behind the other.
  private(set) var relationshipIDs: [RelationshipID] = []
  private var nodeIDs: [NodeID] = []
  private var byteCount = 0

  /// - Parameters:
  ///   - relationshipColumns: in the order of walking.
  ///   - nodeColumns: likewise, without `near`.
  init(
    inner: Operator, argument: Argument, near: Int, relationshipColumns: [Int], nodeColumns: [Int], outerColumns: [Int?]
  ) {
    self.inner = inner
    self.argument = argument
    self.near = near
    self.relationshipColumns = relationshipColumns
    self.nodeColumns = nodeColumns
    self.outerColumns = outerColumns
  }

  /// How many relationships a transition has.
  var length: Int { relationshipColumns.count }

  /// True if what is found depends on the row outside.
  var dependsOnRow: Bool { outerColumns.contains { $0 != nil } }

  /// Takes the row outside that the next questions are about.
  func turn(to row: UInt32, of batch: Batch, _ context: ExecutionContext) {
    guard dependsOnRow else { return }
    clear(context)
    outerRow = outerColumns.map { column in column.map { batch.columns[$0][Int(row)] } ?? .null }
  }

  /// Forgets everything.
  func clear(_ context: ExecutionContext) {
    context.release(byteCount: byteCount)
    byteCount = 0
    reached.removeAll()
    first.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
    following.removeAll(keepingCapacity: true)
    relationshipIDs.removeAll(keepingCapacity: true)
    nodeIDs.removeAll(keepingCapacity: true)
  }

  // MARK: - Asking

  func isLoaded(_ node: NodeID) -> Bool { reached.place(of: node) != nil }

  /// The first transition from a node that was loaded; nil where there is none.
  func firstTransition(from node: NodeID) -> Int32? {
    guard let place = reached.place(of: node) else { preconditionFailure("transitions are asked for before they were loaded") }
    return first[place] < 0 ? nil : first[place]
  }

  func transition(after transition: Int32) -> Int32? {
    let next = following[Int(transition)]
    return next < 0 ? nil : next
  }

  /// The node that a transition ends at.
  func target(of transition: Int32) -> NodeID { nodeIDs[(Int(transition) + 1) * length - 1] }

  func relationships(of transition: Int32) -> ArraySlice<RelationshipID> {
    relationshipIDs[Int(transition) * length..<(Int(transition) + 1) * length]
  }

  /// The nodes that a transition comes to, the last one is its target.
  func nodes(of transition: Int32) -> ArraySlice<NodeID> {
    nodeIDs[Int(transition) * length..<(Int(transition) + 1) * length]
  }

  // MARK: - Loading

  /// Finds the transitions from those of `nodes` that were not asked about yet.
  func load(_ nodes: some Sequence<NodeID>, _ context: ExecutionContext) throws(CypherError) {
    var new: [NodeID] = []
    for node in nodes where reached.insert(node).isNew {
      first.append(-1)
      last.append(-1)
      new.append(node)
      if new.count == Batch.capacity {
        try run(new, context)
        new.removeAll(keepingCapacity: true)
      }
    }
    if !new.isEmpty { try run(new, context) }
  }

  private func run(_ nodes: [NodeID], _ context: ExecutionContext) throws(CypherError) {
    inner.restart()
    var columns: [Vector] = []
    for (index, column) in outerColumns.enumerated() {
      columns.append(column == nil ? Vector(.nodes(nodes)) : Vector(.constant(outerRow[index], count: nodes.count)))
    }
    argument.batch = Batch(columns: columns, rowCount: nodes.count)
    let before = following.count
    while let found = try inner.next(context) { try add(found) }
    let added = (following.count - before) * (12 + 8 * length) + nodes.count * 16
    byteCount += added
    try context.keep(byteCount: added)
  }

  private func add(_ batch: Batch) throws(CypherError) {
    let starts = try NodeRows(batch.columns[near], batch)
    var relationships: [RelationshipRows] = []
    for column in relationshipColumns { relationships.append(try RelationshipRows(batch.columns[column], batch)) }
    var nodes: [NodeRows] = []
    for column in nodeColumns { nodes.append(try NodeRows(batch.columns[column], batch)) }
    for row in batch.selectedRows {
      guard let place = starts[row].flatMap({ reached.place(of: $0) }) else {
        preconditionFailure("a repetition begins at a node that was asked about")
      }
      let transition = Int32(following.count)
      following.append(-1)
      for column in relationships { relationshipIDs.append(column.ids[Int(row)]) }
      for column in nodes { nodeIDs.append(column.ids[Int(row)]) }
      if last[place] < 0 { first[place] = transition } else { following[Int(last[place])] = transition }
      last[place] = transition
    }
  }
}
