import Cypher
import Graph

/// Builds the steps of one pattern in a given order of moves, and puts each predicate as early as its variables allow.
struct PatternSolver {
  private let graph: PatternGraph
  private let scans: ChooseScans
  private var plan: LogicalPlan
  private var bound: Set<String>
  private var predicates: [Expression]
  private var pairs: [RelationshipPair]
  /// Every variable that the pattern or its rows have; others in a predicate are local to it.
  private let known: Set<String>

  init(graph: PatternGraph, input: LogicalPlan, scans: ChooseScans) {
    self.graph = graph
    self.scans = scans
    plan = input
    let inputNames = Set(input.columns.map(\.name))
    known = inputNames.union(graph.newColumns.map(\.name))
    bound = inputNames
    predicates = graph.predicates + Self.presenceChecks(graph)
    pairs = graph.distinctPairs
  }

  /// A bound node without a relationship matches only if it is not null; everywhere else walking it finds that out.
  private static func presenceChecks(_ graph: PatternGraph) -> [Expression] {
    graph.nodes.filter(\.isBound).map(\.variable).filter { name in
      !graph.relationships.contains { $0.from == name || $0.to == name }
    }.map { Expression(.isNotNull(.reference($0, SourceSpan(0, 0))), SourceSpan(0, 0)) }
  }

  mutating func solve(_ moves: [PatternMove]) -> LogicalPlan {
    addReadyPredicates()
    for move in moves {
      switch move {
      case .scan(let variable): scan(variable)
      case .walk(let index, let start): walk(graph.relationships[index], from: start)
      case .takeEnds(let index): takeEnds(of: graph.relationships[index])
      }
      addReadyPredicates()
    }
    for path in graph.paths {
      plan = LogicalPlan(.assemblePath(path), plan)
      bound.insert(path.variable)
    }
    addReadyPredicates()
    assert(predicates.isEmpty, "every predicate of a pattern must have found its place")
    return plan
  }

  private mutating func scan(_ variable: String) {
    let choice = scans.choose(for: variable, among: predicates, bound: bound, known: known)
    plan = LogicalPlan(.nodeScan(NodeScan(variable: variable, access: choice.access)), plan)
    predicates = choice.remaining
    bound.insert(variable)
  }

  private mutating func walk(_ relationship: PatternGraph.RelationshipElement, from start: String) {
    let isForward = start == relationship.from
    let end = isForward ? relationship.to : relationship.from
    let direction = isForward ? relationship.direction : relationship.direction.reversed
    let each = usableConditions(of: relationship)
    if relationship.shortest != nil {
      plan = LogicalPlan(.shortestPath(ShortestPath(relationship, each)), plan)
    } else if let length = relationship.length {
      let expand = VarLengthExpand(
        from: start, relationships: relationship.variable, types: relationship.types, direction: direction,
        minimum: length.minimum, maximum: length.maximum, to: end, isInto: bound.contains(end), listsBackwards: !isForward,
        each: each)
      plan = LogicalPlan(.varLengthExpand(expand), plan)
    } else {
      let expand = Expand(
        from: start, relationship: relationship.variable, types: relationship.types, direction: direction, to: end,
        isInto: bound.contains(end))
      plan = LogicalPlan(.expand(expand), plan)
    }
    bound.formUnion([relationship.variable, end])
  }

  /// What each relationship of a chain must satisfy, if the rows before it tell; otherwise it is asked of the whole chain later.
  private mutating func usableConditions(of relationship: PatternGraph.RelationshipElement) -> EachRelationship? {
    guard let each = relationship.each else { return nil }
    if each.readVariables.intersection(known).isSubset(of: bound) { return each }
    predicates.append(each.predicate(over: relationship.variable))
    return nil
  }

  private mutating func takeEnds(of relationship: PatternGraph.RelationshipElement) {
    let ends = RelationshipEnds(
      relationship: relationship.variable, isList: relationship.isList, types: relationship.types,
      direction: relationship.direction, minimum: relationship.length?.minimum ?? 1,
      maximum: relationship.length.map { $0.maximum } ?? 1, from: relationship.from, to: relationship.to,
      isFromBound: bound.contains(relationship.from), isToBound: bound.contains(relationship.to))
    plan = LogicalPlan(.relationshipEnds(ends), plan)
    bound.formUnion([relationship.variable, relationship.from, relationship.to])
    if let each = relationship.each { predicates.append(each.predicate(over: relationship.variable)) }
  }

  private mutating func addReadyPredicates() {
    let readyPairs = pairs.filter { bound.contains($0.first) && bound.contains($0.second) }
    if !readyPairs.isEmpty {
      plan = LogicalPlan(.distinctRelationships(readyPairs), plan)
      pairs.removeAll { bound.contains($0.first) && bound.contains($0.second) }
    }
    let ready = predicates.filter { isReady($0) }
    guard !ready.isEmpty else { return }
    predicates = predicates.filter { !isReady($0) }
    plan = LogicalPlan(.filter(ready), plan)
  }

  private func isReady(_ predicate: Expression) -> Bool {
    predicate.mentionedVariables.intersection(known).isSubset(of: bound)
  }
}

extension ShortestPath {
  init(_ relationship: PatternGraph.RelationshipElement, _ each: EachRelationship?) {
    self.init(
      from: relationship.from, relationships: relationship.variable, bindsSingleRelationship: relationship.length == nil,
      types: relationship.types, direction: relationship.direction, minimum: relationship.length?.minimum ?? 1,
      maximum: relationship.length.map { $0.maximum } ?? 1, to: relationship.to, each: each,
      findsAll: relationship.shortest == .all)
  }
}
