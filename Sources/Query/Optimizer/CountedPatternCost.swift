import Cypher
import Graph
import GraphStorage

/// What it costs to count a pattern, and what to enumerate its matches.
///
/// Counting is linear whatever the graph looks like, so the other estimate is a high one: it multiplies the average degrees along
/// the pattern and takes no label behind a relationship, and no relationship that closes a cycle, for a reason to find less.
struct CountedPatternCost {
  /// Looking at a relationship to evaluate conditions on it costs as much as looking at so many that have none; a plan's step
  /// would make a row of it and evaluate them as well.
  private static let conditionUnits = 12.0

  private static let stepsAfterMinimum = 12

  /// How many nodes and relationships are looked at when the pattern is counted.
  let countedUnits: Double
  /// How many rows the steps of a plan give.
  let enumeratedRows: Double

  init(_ pattern: CountedPattern, _ cardinality: Cardinality) {
    countedUnits = Self.units(pattern, cardinality)
    let scans = pattern.nodes.indices.map { Self.rows(pattern, from: $0, cardinality) }
    let seeks = pattern.links.compactMap { link in
      Self.soughtCount(link, pattern, cardinality).map { Self.rows(pattern, from: [link.from, link.to], $0, cardinality) }
    }
    enumeratedRows = (scans + seeks).min() ?? 0
  }

  /// About what counting keeps in memory: weights of a pattern's nodes, and for each kind of link rows of neighbours, beside the
  /// relationships that satisfy conditions. O(links × types).
  static func byteCount(_ pattern: CountedPattern, _ snapshot: GraphSnapshot) -> Int {
    let nodeCapacity = snapshot.nodeCapacity
    var kinds: Set<[UInt32]> = []
    var byteCount = 0
    for link in pattern.links {
      let types = link.types.numbers(in: snapshot)
      let relationshipCount = types.reduce(0) { $0 + snapshot.relationshipCount(RelationshipTypeID($1)) }
      if !link.predicates.isEmpty { byteCount += 16 * relationshipCount }
      guard kinds.insert(types + [link.isDirected ? 1 : 0]).inserted else { continue }
      byteCount += 4 * nodeCapacity + (link.isDirected ? 4 : 8) * relationshipCount
    }
    let parts = pattern.parts.map(\.pattern) + pattern.links.flatMap(\.parts).map(\.pattern)
    return parts.reduce(byteCount + 8 * nodeCapacity * pattern.nodes.count) { $0 + self.byteCount($1, snapshot) }
  }

  private static func units(_ pattern: CountedPattern, _ cardinality: Cardinality) -> Double {
    var links = pattern.links
    for restriction in pattern.restrictions { if case .related(let link) = restriction { links.append(link) } }
    let nodeUnits = pattern.nodes.reduce(0) { $0 + nodeCount($1, cardinality) }
    let linkUnits = links.reduce(0) { $0 + cardinality.degree(labels: [], types: $1.types, direction: $1.direction) }
    let conditionedUnits = pattern.links.filter { !$0.predicates.isEmpty }.reduce(0) {
      $0 + relationshipCount($1, of: pattern, cardinality) * conditionUnits
    }
    let units = nodeUnits + linkUnits * cardinality.nodeCount + conditionedUnits
    return (pattern.parts.map(\.pattern) + pattern.links.flatMap(\.parts).map(\.pattern)).reduce(units) {
      $0 + self.units($1, cardinality)
    }
  }

  /// How many relationships of a link begin at nodes that its first variable may stand for.
  private static func relationshipCount(
    _ link: CountedPattern.Link, of pattern: CountedPattern, _ cardinality: Cardinality
  ) -> Double {
    let from = pattern.nodes[link.from]
    return nodeCount(from, cardinality) * selectivity(from, cardinality)
      * cardinality.degree(labels: from.labels, types: link.types, direction: link.direction)
  }

  private static func nodeCount(_ node: CountedPattern.NodeElement, _ cardinality: Cardinality) -> Double {
    node.labels.reduce(cardinality.nodeCount) { min($0, cardinality.nodeCount(label: $1)) }
  }

  /// How many relationships an index gives for a link, nil where none serves it.
  private static func soughtCount(
    _ link: CountedPattern.Link, _ pattern: CountedPattern, _ cardinality: Cardinality
  ) -> Double? {
    guard !link.predicates.isEmpty, let types = link.types.names, types.count == 1 else { return nil }
    let nodes = Set(pattern.nodes.map(\.variable))
    let candidates = ScanCandidates(variable: link.variable, predicates: link.predicates, bound: [], known: nodes)
    let keys = Set(candidates.conditions.filter { $0.equal != nil }.map(\.key))
    let indexes = cardinality.indexes(type: types[0]).filter { keys.isSuperset(of: $0.keys) }
    return indexes.map { cardinality.rows(of: $0, onType: types[0]) }.min()
  }

  /// The rows of a plan that scans one variable.
  private static func rows(_ pattern: CountedPattern, from start: Int, _ cardinality: Cardinality) -> Double {
    let count = nodeCount(pattern.nodes[start], cardinality) * selectivity(pattern.nodes[start], cardinality)
    return rows(pattern, from: [start], count, cardinality)
  }

  /// The rows of a plan that begins with some variables and expands the links one after the other.
  private static func rows(
    _ pattern: CountedPattern, from start: Set<Int>, _ startCount: Double, _ cardinality: Cardinality
  ) -> Double {
    var bound = start
    var size = startCount
    var sizes = [size]
    while bound.count < pattern.nodes.count {
      guard let link = pattern.links.first(where: { bound.contains($0.from) != bound.contains($0.to) }) else {
        let next = pattern.nodes.indices.first { !bound.contains($0) }!
        size *= max(1, nodeCount(pattern.nodes[next], cardinality) * selectivity(pattern.nodes[next], cardinality))
        bound.insert(next)
        sizes.append(size)
        continue
      }
      let isForward = bound.contains(link.from)
      let (from, to) = isForward ? (link.from, link.to) : (link.to, link.from)
      let degree = degree(link, of: pattern.nodes[from], isForward: isForward, cardinality)
      size *= max(1, degree) * selectivity(pattern.nodes[to], cardinality)
      bound.insert(to)
      sizes.append(size)
    }
    let isFree =
      pattern.links.allSatisfy { $0.predicates.isEmpty && $0.parts.isEmpty && $0.chainMinimum == nil } && pattern.parts.isEmpty
    let isCountedByDegrees =
      isFree && pattern.isAcyclic && pattern.restrictions.isEmpty && pattern.root == nil && pattern.typed == nil
    let parts = pattern.parts.reduce(0) { $0 + size * rowsOfPart($1.pattern, cardinality) }
    return sizes.reduce(0, +) - (isCountedByDegrees ? size : 0) + parts
  }

  /// In how many ways a link leaves a node of one of its variables.
  private static func degree(
    _ link: CountedPattern.Link, of node: CountedPattern.NodeElement, isForward: Bool, _ cardinality: Cardinality
  ) -> Double {
    let direction = isForward ? link.direction : link.direction.reversed
    let first = cardinality.degree(labels: node.labels, types: link.types, direction: direction)
    guard let minimum = link.chainMinimum else { return first }
    // Ways through a graph without cycles multiply as far as it goes: some more steps are taken into account than for a search.
    let later = cardinality.degreeAtEnds(of: link.types, direction) ?? first
    var ways = 1.0
    var sum = minimum == 0 ? 1.0 : 0
    for step in 1...(minimum + stepsAfterMinimum) {
      ways *= step == 1 ? first : later
      if step >= minimum { sum += ways }
    }
    return sum
  }

  /// The rows of a part for one row of the pattern that it hangs on.
  private static func rowsOfPart(_ pattern: CountedPattern, _ cardinality: Cardinality) -> Double {
    let starts = nodeCount(pattern.nodes[0], cardinality)
    return starts == 0 ? 0 : rows(pattern, from: 0, cardinality) / starts
  }

  private static func selectivity(_ node: CountedPattern.NodeElement, _ cardinality: Cardinality) -> Double {
    let candidates = ScanCandidates(variable: node.variable, predicates: node.predicates, bound: [], known: [])
    if candidates.identity != nil { return 1 / max(1, nodeCount(node, cardinality)) }
    return node.predicates.reduce(1) { $0 * cardinality.selectivity(of: $1, labels: [node.variable: node.labels]) }
  }
}

extension CountedPattern.Link {
  fileprivate var direction: Direction { isDirected ? .outgoing : .both }
}
