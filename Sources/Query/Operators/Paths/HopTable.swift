import Cypher
import Graph
import GraphStorage

/// Where one repetition of a chain leads from each node, as far as it was asked for: the inner plan runs over many nodes at a
/// time, and what it finds is kept. Where a repetition is one relationship of which nothing more is asked, there is no inner plan
/// and the graph's adjacency is read instead.
///
/// A repetition has as many relationships as nodes that it comes to, all given in the order of walking. Memory: 4 bytes an
/// element and 12 a transition, accounted against the statement's limit.
final class HopTable {
  /// The plan of one repetition, run over rows that give the node it begins at.
  struct InnerPlan {
    let plan: Operator
    let argument: Argument
    /// Where the node that a repetition begins at stands in the plan's rows.
    let near: Int
    /// In the order of walking.
    let relationshipColumns: [Int]
    /// Likewise, without `near`.
    let nodeColumns: [Int]
    /// The column of the rows outside that each column of the argument comes from; nil for the node.
    let outerColumns: [Int?]
  }

  /// One relationship as a repetition.
  struct AdjacentHop {
    let types: RelationshipTypes
    /// As it is walked.
    let direction: Direction
  }

  enum Source {
    case plan(InnerPlan)
    case adjacency(AdjacentHop)
  }

  /// The room for so many transitions is kept for the next search.
  private static let largestIdleCount = 1 << 14

  private let source: Source
  private var expander: Expander?
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
  private var kept = KeptMemory()

  init(_ source: Source) {
    self.source = source
    switch source {
    case .plan(let inner): length = inner.relationshipColumns.count
    case .adjacency: length = 1
    }
  }

  /// How many relationships a transition has.
  let length: Int

  private var outerColumns: [Int?] {
    if case .plan(let inner) = source { inner.outerColumns } else { [] }
  }

  /// True if what is found depends on the row outside.
  var dependsOnRow: Bool { outerColumns.contains { $0 != nil } }

  /// What follows the relationship that a repetition is; nil where that takes a plan, or where the graph has none of its types.
  func adjacency(_ context: ExecutionContext) -> Expander? {
    guard case .adjacency(let hop) = source else { return nil }
    if expander == nil {
      expander = RelationshipTypeFilter(hop.types, context.snapshot).expander(hop.direction, context.snapshot)
    }
    return expander
  }

  /// Takes the row outside that the next questions are about.
  func turn(to row: UInt32, of batch: Batch) {
    guard dependsOnRow else { return }
    clear()
    outerRow = outerColumns.map { column in column.map { batch.columns[$0][Int(row)] } ?? .null }
  }

  /// Forgets everything.
  func clear() {
    kept.release()
    expander = nil
    outerRow = []
    if following.capacity > Self.largestIdleCount {
      (reached, first, last) = (ReachedNodes(), [], [])
      (following, relationshipIDs, nodeIDs) = ([], [], [])
    } else {
      removeTransitions()
    }
    if case .plan(let inner) = source { inner.argument.rows = .batch(.unit) }
  }

  private func removeTransitions() {
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

  /// Adds a transition that was found elsewhere and is not looked for here; those of the last search are forgotten.
  func note(_ walk: [(relationship: RelationshipID, node: NodeID)]) -> [Int32] {
    removeTransitions()
    return walk.map { relationship, node in
      following.append(-1)
      relationshipIDs.append(relationship)
      nodeIDs.append(node)
      return Int32(following.count - 1)
    }
  }

  private func run(_ nodes: [NodeID], _ context: ExecutionContext) throws(CypherError) {
    let before = following.count
    switch source {
    case .adjacency:
      if let expander = adjacency(context) { for node in nodes { add(node, expander) } }
    case .plan(let inner):
      inner.plan.restart()
      var columns: [Vector] = []
      for (index, column) in inner.outerColumns.enumerated() {
        columns.append(column == nil ? Vector(.nodes(nodes)) : Vector(.constant(outerRow[index], count: nodes.count)))
      }
      inner.argument.rows = .batch(Batch(columns: columns, rowCount: nodes.count))
      while let found = try inner.plan.next(context) { try add(found, inner) }
    }
    let added = (following.count - before) * (12 + 8 * length) + nodes.count * 16
    try kept.set(kept.byteCount + added, context)
  }

  /// The transitions of a node from its adjacency.
  private func add(_ node: NodeID, _ expander: Expander) {
    let start = following.count
    expander.expand(node, into: &nodeIDs, relationships: &relationshipIDs)
    guard nodeIDs.count > start, let place = reached.place(of: node) else { return }
    for transition in start..<nodeIDs.count { following.append(Int32(transition + 1)) }
    following[nodeIDs.count - 1] = -1
    first[place] = Int32(start)
    last[place] = Int32(nodeIDs.count - 1)
  }

  private func add(_ batch: Batch, _ inner: InnerPlan) throws(CypherError) {
    let starts = try NodeRows(batch.columns[inner.near], batch)
    var relationships: [RelationshipRows] = []
    for column in inner.relationshipColumns { relationships.append(try RelationshipRows(batch.columns[column], batch)) }
    var nodes: [NodeRows] = []
    for column in inner.nodeColumns { nodes.append(try NodeRows(batch.columns[column], batch)) }
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
