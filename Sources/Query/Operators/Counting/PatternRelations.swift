import Cypher
import Graph
import GraphStorage

/// The relationships that the links of a pattern follow, as rows of neighbours, each made once for a run.
final class PatternRelations: RelationFacts {
  private struct Key: Hashable {
    var types: [UInt32]
    var direction: Direction
    var conditions: Set<LinkCondition>
  }

  private let context: ExecutionContext
  private let snapshot: GraphSnapshot
  private var keptByteCount = 0
  private var known: [Key: NeighbourRows] = [:]
  private var satisfied: [LinkCondition: SatisfiedCondition] = [:]

  init(_ context: ExecutionContext) {
    self.context = context
    snapshot = context.snapshot
  }

  /// The types that a pattern allows, ascending.
  func types(_ types: RelationshipTypes) -> [UInt32] {
    (types.ids(in: snapshot).map { $0.map(\.rawValue) } ?? Array(0..<UInt32(snapshot.relationshipTypes.count))).sorted()
  }

  /// Accounts for memory that is needed until the counting is over.
  func keep(byteCount: Int) throws(CypherError) {
    keptByteCount += byteCount
    try context.keep(byteCount: byteCount)
  }

  /// To be called when the counting is over.
  func release() {
    context.release(byteCount: keptByteCount)
    keptByteCount = 0
  }

  /// The rows of the nodes at one end of a link.
  func rows(_ link: PatternTerm.Link, fromSource: Bool) throws(CypherError) -> NeighbourRows {
    let direction: Direction = link.isSymmetric ? .both : fromSource ? .outgoing : .incoming
    let key = Key(types: link.types, direction: direction, conditions: link.conditions)
    if let rows = known[key] { return rows }
    let rows: NeighbourRows
    if link.types.isEmpty {
      rows = NeighbourRows(sources: [], neighbours: [])
    } else if link.conditions.isEmpty {
      rows = snapshot.neighbourRows(types: link.types.map { RelationshipTypeID($0) }, direction)
    } else {
      rows = try pairs(link, fromSource: fromSource)
    }
    try keep(byteCount: rows.byteCount)
    known[key] = rows
    return rows
  }

  /// About how many pairs of nodes a link joins whose ends have these labels. O(types × labels).
  func pairCount(_ link: PatternTerm.Link, from: [String], to: [String]) -> Int {
    let (from, to) = (from.compactMap { snapshot.labelID($0) }, to.compactMap { snapshot.labelID($0) })
    return link.types.reduce(0) { count, number in
      let type = RelationshipTypeID(number)
      let backwards = link.isDirected ? 0 : relationshipCount(type, sources: to, targets: from)
      return count + relationshipCount(type, sources: from, targets: to) + backwards
    }
  }

  private func relationshipCount(_ type: RelationshipTypeID, sources: [LabelID], targets: [LabelID]) -> Int {
    let ends =
      sources.map { snapshot.relationshipCount(type, at: $0, isOutgoing: true) }
      + targets.map { snapshot.relationshipCount(type, at: $0, isOutgoing: false) }
    return ends.reduce(snapshot.relationshipCount(type)) { min($0, $1) }
  }

  /// What the nodes at one end of a link are multiplied by for the other end, whose nodes have these weights.
  func factor(
    _ kind: WeightFactor.Kind, _ link: PatternTerm.Link, fromSource: Bool, _ leaf: NodeWeights
  ) throws(CypherError) -> WeightFactor {
    let isGiven = leaf.labels.map { areGiven($0, atNeighboursBy: link, fromSource: fromSource) } ?? false
    return WeightFactor(
      kind: kind, rows: try rows(link, fromSource: fromSource), weights: isGiven ? nil : leaf, countsParallels: !link.isExistence)
  }

  // MARK: - Facts

  /// True if all nodes that a link leads to from one end have these labels. O(types × labels).
  func areGiven(_ labels: [LabelID], atNeighboursBy link: PatternTerm.Link, fromSource: Bool) -> Bool {
    link.types.allSatisfy { number in
      let type = RelationshipTypeID(number)
      return labels.allSatisfy { label in
        (link.isDirected ? [!fromSource] : [true, false]).allSatisfy { isOutgoing in
          snapshot.relationshipCount(type, at: label, isOutgoing: isOutgoing) == snapshot.relationshipCount(type)
        }
      }
    }
  }

  func mayHaveLoops(_ link: PatternTerm.Link) -> Bool { plainRows(link)?.hasLoops ?? false }
  func mayHaveParallels(_ link: PatternTerm.Link) -> Bool { plainRows(link).map { $0.multiplicities != nil } ?? false }

  /// The rows without regard to conditions; nil for no types.
  private func plainRows(_ link: PatternTerm.Link) -> NeighbourRows? {
    var plain = link
    plain.conditions = []
    // Rows that do not fit into memory are asked for again, and missed, when the term is counted.
    return plain.types.isEmpty ? nil : try? rows(plain, fromSource: true)
  }

  // MARK: - Conditions

  /// Finds what satisfies a condition among the relationships of `link` between nodes that count.
  func evaluate(
    _ condition: LinkCondition, _ link: PatternTerm.Link, from: NodeWeights, to: NodeWeights
  ) throws(CypherError) {
    guard satisfied[condition] == nil else { return }
    var found = SatisfiedCondition(relationshipCapacity: snapshot.relationshipCapacity)
    try forEachBatch(link, from, to) { (sources, relationships, targets) throws(CypherError) in
      var batch = Batch(
        columns: [
          Vector(.nodes(sources.map { NodeID($0) })), Vector(.relationships(relationships)),
          Vector(.nodes(targets.map { NodeID($0) })),
        ], rowCount: sources.count)
      for predicate in condition.predicates { batch.selection = try predicate.select(batch, self.context.evaluation) }
      for row in batch.selectedRows {
        if condition.readsNodes {
          found.sources.append(sources[Int(row)])
          found.targets.append(targets[Int(row)])
        } else {
          found.insert(relationships[Int(row)])
        }
      }
    }
    satisfied[condition] = found
  }

  private func forEachBatch(
    _ link: PatternTerm.Link, _ from: NodeWeights, _ to: NodeWeights,
    _ body: (_ sources: [UInt32], _ relationships: [RelationshipID], _ targets: [UInt32]) throws(CypherError) -> Void
  ) throws(CypherError) {
    guard !link.types.isEmpty else { return }
    let expander = snapshot.expander(
      types: link.types.map { RelationshipTypeID($0) }, link.isDirected ? .outgoing : .both)
    var sources: [UInt32] = []
    var relationships: [RelationshipID] = []
    var targets: [UInt32] = []
    var neighbours: [NodeID] = []
    var edges: [RelationshipID] = []
    for place in 0..<from.count where from.weight(at: place) != 0 {
      neighbours.removeAll(keepingCapacity: true)
      edges.removeAll(keepingCapacity: true)
      expander.expand(NodeID(UInt32(from.first + place)), into: &neighbours, relationships: &edges)
      for (index, neighbour) in neighbours.enumerated() where to[Int(neighbour.rawValue)] != 0 {
        sources.append(UInt32(from.first + place))
        relationships.append(edges[index])
        targets.append(neighbour.rawValue)
        guard sources.count == Batch.capacity else { continue }
        try context.evaluation.poll()
        try body(sources, relationships, targets)
        sources.removeAll(keepingCapacity: true)
        relationships.removeAll(keepingCapacity: true)
        targets.removeAll(keepingCapacity: true)
      }
    }
    if !sources.isEmpty { try body(sources, relationships, targets) }
  }

  /// The rows of relationships that satisfy all conditions, which were evaluated before.
  private func pairs(_ link: PatternTerm.Link, fromSource: Bool) throws(CypherError) -> NeighbourRows {
    let found = link.conditions.compactMap { satisfied[$0] }
    if let only = found.first, link.conditions.contains(where: \.readsNodes) {
      return fromSource
        ? NeighbourRows(sources: only.sources, neighbours: only.targets) : Self.rows(of: only.targets, only.sources)
    }
    let all = NodeWeights(labels: [], in: snapshot)
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    try forEachBatch(link, all, all) { (from, relationships, to) throws(CypherError) in
      for (index, relationship) in relationships.enumerated() where found.allSatisfy({ $0.contains(relationship) }) {
        sources.append(from[index])
        targets.append(to[index])
      }
    }
    return fromSource || link.isSymmetric
      ? NeighbourRows(sources: sources, neighbours: targets) : Self.rows(of: targets, sources)
  }

  private static func rows(of sources: [UInt32], _ neighbours: [UInt32]) -> NeighbourRows {
    let order = sources.indices.sorted { sources[$0] < sources[$1] }
    return NeighbourRows(sources: order.map { sources[$0] }, neighbours: order.map { neighbours[$0] })
  }
}

/// What satisfies a condition: relationships, or pairs of nodes where it reads the nodes.
private struct SatisfiedCondition {
  private var words: [UInt64]
  var sources: [UInt32] = []
  var targets: [UInt32] = []

  init(relationshipCapacity: Int) { words = [UInt64](repeating: 0, count: relationshipCapacity / 64 + 1) }

  func contains(_ relationship: RelationshipID) -> Bool {
    words[Int(relationship.rawValue) / 64] & (1 << UInt64(relationship.rawValue & 63)) != 0
  }

  mutating func insert(_ relationship: RelationshipID) {
    words[Int(relationship.rawValue) / 64] |= 1 << UInt64(relationship.rawValue & 63)
  }
}
