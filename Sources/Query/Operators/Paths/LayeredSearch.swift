import Cypher
import Graph

/// The shortest paths of a pattern from one node, for each node that they end at, found by their length.
///
/// Where one length is wanted, the first visits of every state are enough, unless the shortest walk repeats something that a
/// path may not: then, and where more is wanted, walks are followed length by length until every end has what is wanted or no
/// longer path can exist. O(transitions) in the first case, O(transitions × length) in the second, besides writing paths out.
struct LayeredSearch {
  let hops: [PathLayers.Hop]
  let restriction: PathRestriction
  /// How many paths, or lengths, are wanted for each end.
  let count: Int
  let countsLengths: Bool
  let conditions: RowConditions?
  /// Reads the columns that `conditions` are about.
  let conditionReader: PathColumnReader
  let row: UInt32
  let batch: Batch

  /// - Parameters:
  ///   - end: nil for every node.
  ///   - isEnd: which nodes may be an end.
  func paths(
    from start: NodeID, to end: NodeID?, isEnd: (NodeID) -> Bool, _ context: ExecutionContext
  ) throws(CypherError) -> [WalkedPath] {
    var search = Search(self, start: start, end: end)
    if count == 1 {
      try search.run(firstVisitsOnly: true, isEnd, context)
      if search.unsatisfied.isEmpty { return search.found }
      let late = search.unsatisfied
      try search.run(firstVisitsOnly: false, { late.contains($0) }, context)
    } else {
      try search.run(firstVisitsOnly: false, isEnd, context)
    }
    return search.found
  }

  /// The state of one search.
  private struct Search {
    let plan: LayeredSearch
    let start: NodeID
    let end: NodeID?
    var found: [WalkedPath] = []
    /// How much is still wanted for each end met so far.
    private var wanted: [NodeID: Int] = [:]

    init(_ plan: LayeredSearch, start: NodeID, end: NodeID?) {
      self.plan = plan
      self.start = start
      self.end = end
    }

    /// The ends met so far that do not have all paths yet.
    var unsatisfied: Set<NodeID> { Set(wanted.lazy.filter { $0.value > 0 }.map(\.key)) }

    mutating func run(
      firstVisitsOnly: Bool, _ isEnd: (NodeID) -> Bool, _ context: ExecutionContext
    ) throws(CypherError) {
      var layers = PathLayers(hops: plan.hops, start: start, firstVisitsOnly: firstVisitsOnly)
      var largestLength: Int?
      var length = 0
      while length < layers.lengthCount, length <= largestLength ?? .max {
        try layers.advance(length, row: plan.row, of: plan.batch, context)
        for entry in layers.completeWalks(ofLength: length) {
          let node = layers.entries[Int(entry)].state.node
          if let end { guard node == end else { continue } }
          if isEnd(node) { try collect(entry, node, layers, context) }
        }
        if let end, wanted[end] == 0 { break }
        if !firstVisitsOnly, largestLength == nil, layers.isComplete(at: length) {
          let targets = unsatisfied
          if targets.isEmpty { break }
          layers.follow(onlyTo: targets)
          largestLength = self.largestLength(layers)
        }
        length += 1
      }
      context.release(byteCount: layers.byteCount)
    }

    private mutating func collect(
      _ entry: Int32, _ node: NodeID, _ layers: PathLayers, _ context: ExecutionContext
    ) throws(CypherError) {
      let left = wanted[node] ?? plan.count
      guard left > 0 else { return }
      wanted[node] = left
      var accepted = 0
      try WalkReader(layers, plan.restriction).forEachWalk(to: entry, context) { (path) throws(CypherError) -> Bool in
        guard try plan.accepts(path, context) else { return false }
        try context.keep(byteCount: 32 + 24 * path.steps.count)
        found.append(path)
        accepted += 1
        return !plan.countsLengths && accepted == left
      }
      wanted[node] = left - (plan.countsLengths ? min(accepted, 1) : accepted)
    }

    /// No path is longer. Where relationships may be repeated, walks that are longer only go round more often than wanted.
    private func largestLength(_ layers: PathLayers) -> Int {
      if plan.restriction.repeatsRelationships && plan.restriction.nodes == .repeatable {
        let longestHop = plan.hops.map(\.table.length).max() ?? 1
        return (layers.met.count + 1) * longestHop * (plan.count + 1)
      }
      let relationships = plan.hops.reduce(into: Set<RelationshipID>()) { $0.formUnion($1.table.relationshipIDs) }
      // Only a path back to its start over the same relationship can meet one twice.
      return plan.restriction.repeatsRelationships ? relationships.count + 1 : relationships.count
    }
  }

  private func accepts(_ path: WalkedPath, _ context: ExecutionContext) throws(CypherError) -> Bool {
    guard let conditions else { return true }
    let values = conditionReader.values(of: path).map { Vector(packing: CollectionOfOne($0)) }
    return try !conditions.holds(for: values, count: 1, row: row, of: batch, context.evaluation).isEmpty
  }
}
