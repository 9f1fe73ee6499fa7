import Cypher
import Graph

/// Builds the steps of one pattern in a given order of moves, and puts each predicate as early as its variables allow.
struct PatternSolver {
  private let graph: PatternGraph
  private let scans: ChooseScans
  /// Solves the patterns of a plan that runs inside another one.
  private let solveInner: (LogicalPlan) -> LogicalPlan
  private var plan: LogicalPlan
  private var bound: Set<String>
  /// Predicates that wait for variables.
  private var waiting: [Waiting] = []
  /// The links walked so far.
  private var walked: [PatternGraph.Link] = []
  /// Every variable that the pattern or its rows have; others in a predicate are local to it.
  private let known: Set<String>

  private struct Waiting {
    var predicate: Expression
    /// The variables of the pattern and its rows that it mentions.
    var needed: Set<String>
  }

  init(
    graph: PatternGraph, input: LogicalPlan, scans: ChooseScans, solveInner: @escaping (LogicalPlan) -> LogicalPlan
  ) {
    self.graph = graph
    self.scans = scans
    self.solveInner = solveInner
    plan = input
    let inputNames = Set(input.columns.map(\.name))
    known = inputNames.union(graph.newColumns.map(\.name))
    bound = inputNames
    wait(graph.predicates + Self.presenceChecks(graph))
  }

  private mutating func wait(_ predicates: [Expression]) {
    for predicate in predicates {
      waiting.append(Waiting(predicate: predicate, needed: predicate.mentionedVariables.intersection(known)))
    }
  }

  /// A bound node without a relationship matches only if it is not null; everywhere else walking it finds that out.
  private static func presenceChecks(_ graph: PatternGraph) -> [Expression] {
    let walked = Set(graph.links.flatMap { [$0.from, $0.to] })
    return graph.nodes.filter { $0.isBound && !walked.contains($0.variable) }.map {
      Expression(.isNotNull(.reference($0.variable, SourceSpan(0, 0))), SourceSpan(0, 0))
    }
  }

  mutating func solve(_ moves: [PatternMove]) -> LogicalPlan {
    addReadyPredicates()
    for move in moves {
      switch move {
      case .scan(let variable): scan(variable)
      case .walk(let index, let start): walk(graph.links[index], from: start)
      case .seek(let index): seek(graph.links[index])
      case .takeEnds(let index): takeEnds(of: graph.links[index])
      }
      addReadyPredicates()
    }
    assemblePaths()
    addReadyPredicates()
    assert(waiting.isEmpty, "every predicate of a pattern must have found its place")
    return plan
  }

  private mutating func assemblePaths() {
    for path in graph.paths {
      plan = LogicalPlan(.assemblePath(path), plan)
      bound.insert(path.variable)
    }
    for restricted in graph.restrictedPaths {
      if !bound.contains(restricted.path.variable) { plan = LogicalPlan(.assemblePath(restricted.path), plan) }
      plan = LogicalPlan(.restrictPath(restricted.path.variable, restricted.restriction), plan)
    }
  }

  private mutating func scan(_ variable: String) {
    let own = waiting.filter { $0.needed.contains(variable) }
    waiting.removeAll { $0.needed.contains(variable) }
    var choice = scans.choose(for: variable, among: own.map(\.predicate), bound: bound, known: known)
    if case .indexRange = choice.access, joinsLater(variable, own + waiting) {
      choice = scans.choose(for: variable, among: own.map(\.predicate), bound: [], known: known)
    }
    plan = LogicalPlan(.nodeScan(NodeScan(variable: variable, access: choice.access)), plan)
    wait(choice.remaining)
    bound.insert(variable)
  }

  /// True where an equality between what is bound and what is not can join a scan that asks for nothing of the rows before
  /// (`JoinIndependentParts`): that reads it once, where an index would be asked for half of the nodes by each row.
  private func joinsLater(_ variable: String, _ predicates: [Waiting]) -> Bool {
    guard !bound.isEmpty, scans.context.isEnabled(JoinIndependentParts.self) else { return false }
    return predicates.contains { waiting in
      guard case .comparison(let operands, [.equal]) = waiting.predicate.kind else { return false }
      let sides = operands.map { $0.mentionedVariables.intersection(known) }
      return [(0, 1), (1, 0)].contains { near, far in
        !sides[near].isEmpty && sides[near].isSubset(of: bound) && !sides[far].isEmpty && sides[far].isDisjoint(with: bound)
      }
    }
  }

  // MARK: - Links

  private mutating func walk(_ link: PatternGraph.Link, from start: String) {
    let isForward = start == link.from
    let end = isForward ? link.to : link.from
    switch link.body {
    case .chain(let chain): walk(link, isForward ? chain : chain.reversed, from: start, to: end)
    case .repetition(let repetition, let restriction): walk(link, repetition, restriction, from: start, to: end)
    case .search(let search): walk(search, isForward: isForward)
    }
    bound.formUnion(link.newColumns.map(\.name) + [end])
    keepTrail(link)
  }

  private mutating func walk(_ link: PatternGraph.Link, _ chain: RelationshipChain, from start: String, to end: String) {
    guard chain.isList else {
      let expand = Expand(
        from: start, relationship: link.variable, types: chain.types, direction: chain.direction, to: end,
        isInto: bound.contains(end))
      plan = LogicalPlan(.expand(expand), plan)
      return
    }
    var chain = chain
    chain.each = usableConditions(of: chain, link.variable)
    let expand = VarLengthExpand(
      from: start, relationships: link.variable, chain: chain, to: end, isInto: bound.contains(end),
      listsBackwards: start != link.from)
    plan = LogicalPlan(.varLengthExpand(expand), plan)
  }

  /// What each relationship of a chain must satisfy, if the rows before it tell; otherwise it is asked of the whole chain later.
  private mutating func usableConditions(of chain: RelationshipChain, _ variable: String) -> EachRelationship? {
    guard let each = chain.each else { return nil }
    if each.readVariables.intersection(known).isSubset(of: bound) { return each }
    wait([each.predicate(over: variable)])
    return nil
  }

  private mutating func seek(_ link: PatternGraph.Link) {
    let choice = scans.choose(for: link, among: waiting.map(\.predicate), bound: bound, known: known)
    guard let choice else { preconditionFailure("only a relationship that an index serves is sought") }
    plan = LogicalPlan(.relationshipSeek(choice.seek), plan)
    bound.insert(link.variable)
    addReadyPredicates()
    takeEnds(of: link)
  }

  private mutating func takeEnds(of link: PatternGraph.Link) {
    guard case .chain(let chain) = link.body else { preconditionFailure("only relationships can be bound before") }
    let ends = RelationshipEnds(
      relationship: link.variable, chain: chain, from: link.from, to: link.to, isFromBound: bound.contains(link.from),
      isToBound: bound.contains(link.to))
    plan = LogicalPlan(.relationshipEnds(ends), plan)
    bound.formUnion([link.variable, link.from, link.to])
    keepTrail(link)
    if let each = chain.each { wait([each.predicate(over: link.variable)]) }
  }

  /// Leaves out rows in which a relationship of `link` was met on another one before.
  private mutating func keepTrail(_ link: PatternGraph.Link) {
    let pairs = walked.filter { $0.mayEqual(link) }.map { RelationshipPair(first: $0.variable, second: link.variable) }
    if !pairs.isEmpty { plan = LogicalPlan(.distinctRelationships(pairs), plan) }
    walked.append(link)
  }

  // MARK: - Repetitions

  private mutating func walk(
    _ link: PatternGraph.Link, _ repetition: PathRepetition, _ restriction: PathRestriction, from start: String, to end: String
  ) {
    let path = RepeatedPath(
      from: start, to: end, isInto: bound.contains(end), isBackwards: start != link.from, relationships: link.variable,
      repetition: repetition, restriction: restriction)
    plan = LogicalPlan(.repeatPath(path), plan, innerPlan(of: repetition, from: path.near))
  }

  /// A plan of one repetition for rows that bind its node at one end, and whatever it mentions of the rows so far.
  private func innerPlan(of repetition: PathRepetition, from near: String) -> LogicalPlan {
    let pattern = repetition.pattern(from: near)
    let own = Set(pattern.newColumns.map(\.name) + [near])
    let mentioned = pattern.predicates.reduce(into: Set<String>()) { $0.formUnion($1.mentionedVariables) }
    let outer = mentioned.intersection(bound).subtracting(own).sorted()
    let columns = [RowLayout.Column(name: near, kind: .node)] + outer.map { .init(name: $0, kind: plan.kind(of: $0)) }
    return solveInner(LogicalPlan(.match(pattern), LogicalPlan(.argument(columns))))
  }

  private mutating func walk(_ search: PathSearch, isForward: Bool) {
    var search = search
    search.isBackwards = !isForward
    search.isInto = bound.contains(search.far)
    var conditions = SearchConditions(search, bound: bound, known: known)
    wait(conditions.late)
    if !search.isInto {
      let far = search.far
      let before = bound
      for condition in waiting where condition.needed.subtracting(before) == [far] {
        conditions.add(onEnd: condition.predicate)
      }
      waiting.removeAll { $0.needed.subtracting(before) == [far] }
    }
    search = conditions.search
    search.isBidirectional = search.mayGoFromBothEnds
    var inputs = [plan]
    for hop in search.hops {
      let nodes = hop.repetition.nodes
      inputs.append(innerPlan(of: hop.repetition, from: search.isBackwards ? nodes[nodes.count - 1] : nodes[0]))
    }
    if search.isBidirectional {
      let nodes = search.hops[0].repetition.nodes
      inputs.append(innerPlan(of: search.hops[0].repetition, from: search.isBackwards ? nodes[0] : nodes[nodes.count - 1]))
    }
    plan = LogicalPlan(.searchPaths(search), inputs: inputs)
  }

  // MARK: - Predicates

  private mutating func addReadyPredicates() {
    let before = bound
    let ready = waiting.filter { $0.needed.isSubset(of: before) }.map(\.predicate)
    guard !ready.isEmpty else { return }
    waiting.removeAll { $0.needed.isSubset(of: before) }
    plan = LogicalPlan(.filter(ready), plan)
  }
}

extension PathSearch {
  /// True if shortest paths of the pattern meet no node twice, whatever they may repeat, and are judged step by step.
  fileprivate var mayGoFromBothEnds: Bool {
    guard isInto, start != end, hops.count == 1, conditions.isEmpty else { return false }
    return hops[0].repetition.relationships.count == 1 && hops[0].repetition.bounds.minimum <= 1
  }
}
