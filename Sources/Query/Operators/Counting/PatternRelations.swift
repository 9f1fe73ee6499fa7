import Cypher
import Graph
import GraphStorage

/// The relationships that the links of a pattern follow, as rows of neighbours, each made once for a run.
final class PatternRelations: RelationFacts {
  private struct Key: Hashable {
    var types: [UInt32]
    var direction: Direction
    /// A link of either direction whose condition tells its ends apart is followed from one end, as a directed one is.
    var isDirected: Bool
    var conditions: Set<PatternTerm.AskedCondition>
  }

  /// Whether matches of patterns that look alike from several variables are looked for in one order only.
  let breaksSymmetries: Bool
  /// Whether cycles are made smaller where links lead to one node at most.
  let followsFunctions: Bool
  private let context: ExecutionContext
  private let snapshot: GraphSnapshot
  private var keptByteCount = 0
  private var known: [Key: NeighbourRows] = [:]
  private var ordered: [Key: NeighbourRows] = [:]
  /// Rows made of others, and what they were made of, which must stay as long as its identity tells it.
  private var made: [Recipe: (rows: NeighbourRows, parts: AnyObject)] = [:]
  private var satisfied: [LinkCondition: SatisfiedCondition] = [:]

  init(_ context: ExecutionContext, breaksSymmetries: Bool, followsFunctions: Bool) {
    self.breaksSymmetries = breaksSymmetries
    self.context = context
    self.followsFunctions = followsFunctions
    snapshot = context.snapshot
  }

  /// The types that a pattern allows, ascending.
  func types(_ types: RelationshipTypes) -> [UInt32] { types.numbers(in: snapshot) }

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
    if let made = link.made { return try rows(made, fromSource: fromSource) }
    let key = key(of: link, fromSource: fromSource)
    if let rows = known[key] { return rows }
    let rows: NeighbourRows
    if link.types.isEmpty {
      rows = NeighbourRows(sources: [], neighbours: [])
    } else if link.conditions.isEmpty {
      rows = snapshot.neighbourRows(types: link.types.map { RelationshipTypeID($0) }, key.direction)
    } else {
      rows = try pairs(link, fromSource: fromSource)
    }
    try keep(byteCount: rows.byteCount)
    known[key] = rows
    return rows
  }

  private func key(of link: PatternTerm.Link, fromSource: Bool) -> Key {
    let direction: Direction = link.isSymmetric ? .both : fromSource ? .outgoing : .incoming
    return Key(types: link.types, direction: direction, isDirected: link.isDirected, conditions: link.conditions)
  }

  /// The rows of a link that is the same from both ends, with each pair of nodes at one of them.
  func orderedRows(_ link: PatternTerm.Link) throws(CypherError) -> NeighbourRows {
    let key = key(of: link, fromSource: true)
    if let rows = ordered[key] { return rows }
    let rows = try rows(link, fromSource: true).towardsHubs()
    try keep(byteCount: rows.byteCount)
    ordered[key] = rows
    return rows
  }

  /// The rows that a recipe tells, made of `parts` unless they are known.
  func rows(_ recipe: Recipe, of parts: AnyObject, _ make: () -> NeighbourRows) throws(CypherError) -> NeighbourRows {
    if let (rows, _) = made[recipe] { return rows }
    try context.evaluation.poll()
    let rows = make()
    try keep(byteCount: rows.byteCount)
    made[recipe] = (rows, parts)
    return rows
  }

  /// How many nodes have all of these labels, at most. O(labels).
  func nodeCount(labels: [String]) -> Int {
    labels.reduce(snapshot.nodeCapacity) { least, label in
      min(least, snapshot.labelID(label).map { snapshot.nodeCount($0) } ?? 0)
    }
  }

  /// About how many pairs of nodes a link joins whose ends have these labels. O(types × labels).
  func pairCount(_ link: PatternTerm.Link, from: [String], to: [String]) throws(CypherError) -> Int {
    if link.made != nil { return try rows(link, fromSource: true).entryCount }
    let (from, to) = (from.compactMap { snapshot.labelID($0) }, to.compactMap { snapshot.labelID($0) })
    return link.types.reduce(0) { count, number in
      let type = RelationshipTypeID(number)
      let backwards = link.isDirected ? 0 : relationshipCount(type, sources: to, targets: from)
      return count + relationshipCount(type, sources: from, targets: to) + backwards
    }
  }

  /// How many relationships have one of the link's types.
  func relationshipCount(_ link: PatternTerm.Link) -> Int64 {
    link.types.reduce(0) { $0 + Int64(snapshot.relationshipCount(RelationshipTypeID($1))) }
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
    if let made = link.made { return areGiven(labels, atNeighboursBy: made, fromSource: fromSource) }
    return link.types.allSatisfy { number in
      let type = RelationshipTypeID(number)
      return labels.allSatisfy { label in
        (link.isDirected ? [!fromSource] : [true, false]).allSatisfy { isOutgoing in
          snapshot.relationshipCount(type, at: label, isOutgoing: isOutgoing) == snapshot.relationshipCount(type)
        }
      }
    }
  }

  // Rows that do not fit into memory tell nothing; they are asked for again, and missed, when the term is counted.
  func mayHaveLoops(_ link: PatternTerm.Link) -> Bool { plainRows(link)?.hasLoops ?? true }
  func mayHaveParallels(_ link: PatternTerm.Link) -> Bool { plainRows(link).map { $0.multiplicities != nil } ?? true }

  /// The rows without regard to conditions; nil where they do not fit into memory.
  private func plainRows(_ link: PatternTerm.Link) -> NeighbourRows? {
    var plain = link
    plain.conditions = []
    return try? rows(plain, fromSource: true)
  }

  // MARK: - Conditions

  /// Finds what satisfies a condition among the relationships of `link` between nodes that count.
  func evaluate(
    _ condition: LinkCondition, _ link: PatternTerm.Link, from: NodeWeights, to: NodeWeights
  ) throws(CypherError) {
    guard satisfied[condition] == nil else { return }
    var found = SatisfiedCondition(link, condition)
    try forEachBatch(link, fromSource: true, from, to) { (sources, relationships, targets) throws(CypherError) in
      var batch = Batch(
        columns: [
          Vector(.nodes(sources.map { NodeID($0) })), Vector(.relationships(relationships)),
          Vector(.nodes(targets.map { NodeID($0) })),
        ], rowCount: sources.count)
      for predicate in condition.predicates { batch.selection = try predicate.select(batch, self.context.evaluation) }
      found.insert(batch.selectedRows, sources, relationships, targets)
    }
    if link.isSymmetric {
      let (near, far) = (NodeWeightPointers(from), NodeWeightPointers(to))
      found.addReversals { source, target in near.weight(of: target) == 0 || far.weight(of: source) == 0 }
    }
    for part in condition.parts {
      let matches = try PairMatches(part.pattern, self, context)
      found.filter(try matches.areFound(found.sources, found.targets, isPresent: part.isPresent))
    }
    try keep(byteCount: found.byteCount)
    satisfied[condition] = found
  }

  /// The relationships of a link, in order of the nodes at the end that it is followed from, `near`.
  private func forEachBatch(
    _ link: PatternTerm.Link, fromSource: Bool, _ near: NodeWeights, _ far: NodeWeights,
    _ body: (_ near: [UInt32], _ relationships: [RelationshipID], _ far: [UInt32]) throws(CypherError) -> Void
  ) throws(CypherError) {
    guard !link.types.isEmpty else { return }
    let direction: Direction = link.isDirected ? (fromSource ? .outgoing : .incoming) : .both
    let expander = snapshot.expander(types: link.types.map { RelationshipTypeID($0) }, direction)
    var nearNodes: [UInt32] = []
    var relationships: [RelationshipID] = []
    var farNodes: [UInt32] = []
    var neighbours: [NodeID] = []
    var edges: [RelationshipID] = []
    let farWeights = NodeWeightPointers(far)
    for place in 0..<near.count where near.weight(at: place) != 0 {
      neighbours.removeAll(keepingCapacity: true)
      edges.removeAll(keepingCapacity: true)
      expander.expand(NodeID(UInt32(near.first + place)), into: &neighbours, relationships: &edges)
      for index in neighbours.indices where farWeights.weight(of: neighbours[index].rawValue) != 0 {
        nearNodes.append(UInt32(near.first + place))
        relationships.append(edges[index])
        farNodes.append(neighbours[index].rawValue)
      }
      guard nearNodes.count >= Batch.capacity else { continue }
      try context.evaluation.poll()
      try body(nearNodes, relationships, farNodes)
      nearNodes.removeAll(keepingCapacity: true)
      relationships.removeAll(keepingCapacity: true)
      farNodes.removeAll(keepingCapacity: true)
    }
    if !nearNodes.isEmpty { try body(nearNodes, relationships, farNodes) }
  }

  /// The rows of relationships that satisfy all conditions, which were evaluated before.
  private func pairs(_ link: PatternTerm.Link, fromSource: Bool) throws(CypherError) -> NeighbourRows {
    if link.conditions.count == 1, let only = link.conditions.first, let found = satisfied[only.condition],
      found.holdsPairs(of: link)
    {
      return fromSource != only.isReversed ? found.rows : found.reversedRows
    }
    var asked: [(SatisfiedCondition, isReversed: Bool)] = []
    for condition in link.conditions {
      let before = satisfied[condition.condition]!.byteCount
      satisfied[condition.condition]!.prepareForSearch()
      try keep(byteCount: satisfied[condition.condition]!.byteCount - before)
      asked.append((satisfied[condition.condition]!, condition.isReversed != !fromSource))
    }
    let all = NodeWeights(labels: [], in: snapshot)
    var sources: [UInt32] = []
    var neighbours: [UInt32] = []
    try forEachBatch(link, fromSource: fromSource, all, all) { (near, relationships, far) throws(CypherError) in
      for (index, relationship) in relationships.enumerated() {
        let holds = asked.allSatisfy { condition, isReversed in
          condition.contains(isReversed ? far[index] : near[index], relationship)
        }
        guard holds else { continue }
        sources.append(near[index])
        neighbours.append(far[index])
      }
    }
    return NeighbourRows(sources: sources, neighbours: neighbours)
  }
}
