import Cypher
import Graph

/// Decides where to start in a pattern and in which order to follow its relationships.
///
/// From every promising start the pattern is walked greedily – the step that multiplies the rows least comes next – and the
/// walk with the fewest rows in sum wins. With m relationships that is O(m · relationships at a node) estimates for each start. A
/// pattern of few relationships is then searched for an order that is cheaper still (`SearchPatternOrders`).
struct OrderPatterns {
  static let name = "OrderPatterns"

  let graph: PatternGraph
  let known: Set<String>
  let scans: ChooseScans
  let context: OptimizerContext
  /// What the rows will be grouped by; see `GroupAlongScans`.
  private let groupKeys: [Expression]
  private let labels: [String: [String]]
  private let index: PatternIndex
  /// What a scan gives for the nodes about which no predicate speaks together with something else.
  private var fixedScans: [String: ScanEstimate] = [:]

  /// True where the degrees of nodes that were met by another relationship are sampled.
  private var samplesDegrees = false

  /// How many starts are tried: in a long pattern, those that a scan gives in the fewest rows.
  private static let largestStartCount = 16

  struct ScanEstimate {
    /// The nodes read for each row.
    var read: Double
    /// Those of them that pass every predicate which the scan makes ready.
    var kept: Double
  }

  init(
    graph: PatternGraph, known: Set<String>, scans: ChooseScans, groupKeys: [Expression] = [], context: OptimizerContext
  ) {
    self.groupKeys = groupKeys
    self.graph = graph
    self.known = known.union(graph.newColumns.map(\.name))
    self.scans = scans
    self.context = context
    var labels: [String: [String]] = [:]
    for predicate in graph.predicates {
      guard case .hasLabels(let owner, let written) = predicate.kind, case .variable(let name) = owner.kind else { continue }
      labels[name, default: []] += written.requiredNames.map(\.text)
    }
    self.labels = labels
    index = PatternIndex(graph, known: self.known)
    for name in graph.nodes.map(\.variable) where index.standsAlone(name) { fixedScans[name] = estimate(name, []) }
  }

  /// The same with sampled degrees.
  var samplingDegrees: OrderPatterns {
    var copy = self
    copy.samplesDegrees = true
    return copy
  }

  /// A walk under construction.
  struct Walk {
    var moves: [PatternMove] = []
    var bound: Set<String>
    /// The links with an end that is bound, or that are bound themselves, as far as they were not followed.
    var open: Set<Int>
    var followed: Set<Int> = []
    var rows = 1.0
    var cost = 0.0

    /// For each row `read` rows are read and `kept` of them stay.
    mutating func add(
      _ move: PatternMove, _ estimate: ScanEstimate, binding names: [String], opening links: [Int]
    ) {
      moves.append(move)
      bound.formUnion(names)
      open.formUnion(links.filter { !followed.contains($0) })
      cost += rows * (estimate.read + estimate.kept)
      rows *= estimate.kept
    }
  }

  func moves() -> [PatternMove] {
    let inputNames = known.subtracting(graph.newColumns.map(\.name))
    let boundLinks = graph.links.indices.filter { graph.links[$0].isBound }
    let boundNodes = graph.nodes.map(\.variable).filter { inputNames.contains($0) }
    let start = Walk(bound: inputNames, open: Set(boundLinks + boundNodes.flatMap { index.links(at: $0) }))
    var starts = graph.nodes.filter { !$0.isBound }.map(\.variable)
    if starts.count > Self.largestStartCount {
      let byRows = starts.map { (name: $0, rows: scan(of: $0, inputNames).kept) }.sorted { $0.rows < $1.rows }
      starts = byRows.prefix(Self.largestStartCount).map(\.name)
    }
    var begun = starts.map { name -> Walk in
      var walk = start
      addScan(name, &walk)
      return walk
    }
    for place in graph.links.indices {
      var walk = start
      if addSeek(place, &walk) { begun.append(walk) }
    }
    if graph.nodes.contains(where: \.isBound) || graph.links.contains(where: \.isBound) || starts.isEmpty {
      begun.append(start)
    }
    let best = searched(from: begun, orElse: greedyWalk(from: begun))
    let grouped = begun.filter(beginsWithGroup)
    if grouped.isEmpty || beginsWithGroup(best) { return best.moves }
    let orderly = searched(from: grouped, orElse: greedyWalk(from: grouped))
    return (orderly.cost < best.cost + best.rows * Self.groupingCost ? orderly : best).moves
  }

  /// What it costs more to group a row where the rows come in no order; in rows, as all costs.
  private static let groupingCost = 4.0

  /// True where a walk begins with a scan of nodes that the keys of the groups determine.
  private func beginsWithGroup(_ walk: Walk) -> Bool {
    guard case .scan(let name)? = walk.moves.first else { return false }
    return groupKeys.contains { $0.kind == .variable(name) }
      || labels[name, default: []].contains { groupKeys.uniqueProperty(of: name, $0, context) != nil }
  }

  func greedyWalk(from starts: [Walk]) -> Walk { starts.map { completed($0) }.min { $0.cost < $1.cost }! }

  private func completed(_ walk: Walk) -> Walk {
    var walk = walk
    while addCheapestRelationship(&walk) || addCheapestScan(&walk) || addCheapestRelationship(&walk, waits: false) {}
    return walk
  }

  /// - Parameter waits: true to pass over shortest paths whose conditions mention variables that are still to come.
  private func addCheapestRelationship(_ walk: inout Walk, waits: Bool = true) -> Bool {
    var best: (index: Int, from: String, read: Double, factor: Double)?
    for place in walk.open.sorted() {
      let link = graph.links[place]
      if link.isBound {
        take(place, &walk)
        return true
      }
      for (near, far) in [(link.from, link.to), (link.to, link.from)] where walk.bound.contains(near) {
        if waits && !link.searchedWith.intersection(known).isSubset(of: walk.bound) { continue }
        let (read, factor) = factors(of: link, near, far, walk)
        if best == nil || factor < best!.factor { best = (place, near, read, factor) }
      }
    }
    guard let best, best.factor <= 1 || !addBetterScan(than: best.factor, &walk) else { return best != nil }
    let link = graph.links[best.index]
    if link.isSearch, addFewEnds(of: link, from: best.from, &walk) { return true }
    add(best.index, from: best.from, ScanEstimate(read: best.read, kept: best.factor), &walk)
    return true
  }

  /// Follows a relationship from one of its ends.
  func add(_ place: Int, from near: String, _ walk: inout Walk) {
    let link = graph.links[place]
    let (read, factor) = factors(of: link, near, near == link.from ? link.to : link.from, walk)
    add(place, from: near, ScanEstimate(read: read, kept: factor), &walk)
  }

  private func add(_ place: Int, from near: String, _ estimate: ScanEstimate, _ walk: inout Walk) {
    let link = graph.links[place]
    follow(place, &walk)
    walk.add(
      .walk(place, from: near), estimate, binding: link.newColumns.map(\.name) + [link.from, link.to],
      opening: index.links(at: link.from) + index.links(at: link.to))
  }

  private func follow(_ place: Int, _ walk: inout Walk) {
    walk.open.remove(place)
    walk.followed.insert(place)
  }

  func take(_ place: Int, _ walk: inout Walk) {
    let link = graph.links[place]
    follow(place, &walk)
    walk.add(
      .takeEnds(place), ScanEstimate(read: 1, kept: 1), binding: [link.variable, link.from, link.to],
      opening: index.links(at: link.from) + index.links(at: link.to))
  }

  /// Begins with the relationships that an index gives; false where none serves the link.
  private func addSeek(_ place: Int, _ walk: inout Walk) -> Bool {
    let link = graph.links[place]
    let predicates = index.predicates(mentioning: link.variable)
    guard let choice = scans.choose(for: link, among: predicates, bound: walk.bound, known: known) else { return false }
    follow(place, &walk)
    var estimate = ScanEstimate(read: choice.rows, kept: choice.rows)
    if case .chain(let chain) = link.body, chain.direction == .both { estimate.kept *= 2 }
    for predicate in index.newlyReady(walk.bound, adding: [link.variable, link.from, link.to]) {
      if case .comparison = predicate.kind, predicate.mentionedVariables.contains(link.variable) { continue }
      estimate.kept *= context.cardinality.selectivity(of: predicate, labels: labels)
    }
    for end in Set([link.from, link.to]) where walk.bound.contains(end) {
      estimate.kept /= max(1, context.cardinality.nodeCount)
    }
    walk.add(
      .seek(place), estimate, binding: [link.variable, link.from, link.to],
      opening: index.links(at: link.from) + index.links(at: link.to))
    return true
  }

  /// Another end that a scan gives in at most one row is worth more than an expand that multiplies.
  private func addBetterScan(than factor: Double, _ walk: inout Walk) -> Bool {
    for node in graph.nodes where !walk.bound.contains(node.variable) && scan(of: node.variable, walk.bound).kept <= 1 {
      addScan(node.variable, &walk)
      return true
    }
    return false
  }

  /// Where the other end of a search can be one of a few nodes only, they are looked up before: then the search goes from both
  /// ends, and need not see everything that one end leads to.
  private func addFewEnds(of link: PatternGraph.Link, from start: String, _ walk: inout Walk) -> Bool {
    let end = start == link.from ? link.to : link.from
    guard !walk.bound.contains(end), scan(of: end, walk.bound).kept <= Self.fewEnds else { return false }
    addScan(end, &walk)
    return true
  }

  private static let fewEnds = 4.0

  private func addCheapestScan(_ walk: inout Walk) -> Bool {
    var best: (name: String, kept: Double)?
    for node in graph.nodes where !walk.bound.contains(node.variable) {
      let kept = scan(of: node.variable, walk.bound).kept
      if best == nil || kept < best!.kept { best = (node.variable, kept) }
    }
    guard let best else { return false }
    addScan(best.name, &walk)
    return true
  }

  func addScan(_ name: String, _ walk: inout Walk) {
    walk.add(.scan(name), scan(of: name, walk.bound), binding: [name], opening: index.links(at: name))
  }

  // MARK: - Estimates

  func scan(of name: String, _ bound: Set<String>) -> ScanEstimate { fixedScans[name] ?? estimate(name, bound) }

  private func estimate(_ name: String, _ bound: Set<String>) -> ScanEstimate {
    let choice = scans.choose(for: name, among: index.predicates(mentioning: name), bound: bound, known: known)
    var estimate = ScanEstimate(read: choice.rows, kept: choice.rows)
    let isSeek = choice.access.narrowsByProperty
    for predicate in index.newlyReady(bound, adding: [name]) {
      if case .hasLabels = predicate.kind, choice.rows < context.cardinality.nodeCount { continue }
      if isSeek, case .comparison = predicate.kind { continue }
      estimate.kept *= context.cardinality.selectivity(of: predicate, labels: labels)
    }
    return estimate
  }

  /// For each row the relationships followed, and the rows that are left of them.
  private func factors(
    of link: PatternGraph.Link, _ near: String, _ far: String, _ walk: Walk
  ) -> (read: Double, kept: Double) {
    let cardinality = context.cardinality
    let isForward = near == link.from
    let bound = walk.bound
    var (factor, single) = rowsPerStart(of: link, near, isForward: isForward, walk)
    let read = bound.contains(far) && single != nil ? 1 : factor
    if bound.contains(far) { factor = link.isSearch ? 1 : min(0.9, factor / max(1, cardinality.nodeCount)) }
    for predicate in index.newlyReady(bound, adding: link.newColumns.map(\.name) + [far]) {
      if let single, case .hasLabels(let owner, let labels) = predicate.kind, owner.kind == .variable(far) {
        let direction = isForward ? single.direction : single.direction.reversed
        factor *= labels.share { cardinality.endSelectivity(label: $0, types: single.types, direction: direction) }
      } else {
        factor *= cardinality.selectivity(of: predicate, labels: labels)
      }
    }
    return (read, factor)
  }

  /// The degree of nodes that were met by another relationship; nil where none was followed there, or it is not known.
  private func degree(of types: RelationshipTypes, _ direction: Direction, at near: String, _ walk: Walk) -> Double? {
    guard samplesDegrees,
      let met = walk.followed.sorted().first(where: { graph.links[$0].from == near || graph.links[$0].to == near }),
      case .chain(let chain) = graph.links[met].body, chain.length == nil
    else { return nil }
    let metDirection = graph.links[met].from == near ? chain.direction : chain.direction.reversed
    return context.cardinality.degree(
      types: types, direction, at: labels[near] ?? [], metBy: chain.types, metDirection)
  }

  /// How often a link can be followed from a node, and the chain, where it is a single relationship.
  private func rowsPerStart(
    of link: PatternGraph.Link, _ near: String, isForward: Bool, _ walk: Walk
  ) -> (rows: Double, single: RelationshipChain?) {
    let cardinality = context.cardinality
    switch link.body {
    case .chain(let chain):
      let direction = isForward ? chain.direction : chain.direction.reversed
      let degree =
        degree(of: chain.types, direction, at: near, walk)
        ?? cardinality.degree(labels: labels[near] ?? [], types: chain.types, direction: direction)
      guard let length = chain.length else { return (degree, chain) }
      return (cardinality.chainDegree(degree, later: cardinality.degreeAtEnds(of: chain.types, direction), length), nil)
    case .repetition(let repetition, _):
      return (cardinality.chainDegree(cardinality.degree(of: repetition, isForward: isForward), repetition.bounds), nil)
    case .search: return (max(1, cardinality.nodeCount), nil)
    }
  }
}

extension NodeScan.Access {
  fileprivate var narrowsByProperty: Bool {
    switch self {
    case .indexSeek, .indexRange, .indexStrings, .identity: true
    case .allNodes, .label, .anyLabel: false
    }
  }
}
