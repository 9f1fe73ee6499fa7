import Cypher
import Graph

/// Gathers patterns, optional patterns and conditions into one `CountedPattern`, as long as it can say what they mean.
///
/// Every `add` gives false where it cannot; the builder is of no use afterwards.
struct CountedPatternBuilder {
  /// Those of seven relationships of one type.
  private static let largestRestrictionCount = 21

  private(set) var pattern = CountedPattern()
  private var nodes: [String: Int] = [:]
  private var links: [String: Int] = [:]
  /// Variables that conditions may not read: those of optional patterns, and those outside of a part.
  private(set) var hidden: Set<String>

  init(hidden: Set<String> = []) { self.hidden = hidden }

  /// A builder of a part that hangs on `nodes`, which become its first ones.
  private init(part nodes: [String], hidden: Set<String>) {
    self.hidden = hidden
    for node in nodes { _ = addNode(node) }
  }

  func node(_ variable: String) -> Int? { nodes[variable] }
  func isLink(_ variable: String) -> Bool { links[variable] != nil }
  func link(_ variable: String) -> Int? { links[variable] }

  /// The pattern, with what is known of a node told to the parts that hang on it.
  func finished(root: Int?, typed: Int? = nil) -> CountedPattern? {
    guard pattern.restrictions.count <= Self.largestRestrictionCount else { return nil }
    var pattern = self.pattern
    pattern.root = root
    pattern.typed = typed
    pattern.tellParts()
    return pattern
  }

  // MARK: - Patterns

  mutating func add(_ graph: PatternGraph) -> Bool {
    guard graph.restrictedPaths.isEmpty else { return false }
    hidden.formUnion(graph.paths.map(\.variable))
    for node in graph.nodes {
      if node.isBound != (nodes[node.variable] != nil) { return false }
      if !node.isBound { _ = addNode(node.variable) }
    }
    for link in graph.links { if !add(link) { return false } }
    for (place, link) in graph.links.enumerated() {
      for other in graph.links[..<place] where other.mayEqual(link) {
        if link.isChain || other.isChain { return false }
        pattern.restrictions.append(.sameRelationship(links[other.variable]!, links[link.variable]!))
      }
    }
    return graph.predicates.allSatisfy { add(condition: $0) }
  }

  private mutating func addNode(_ variable: String) -> Int {
    nodes[variable] = pattern.nodes.count
    pattern.nodes.append(CountedPattern.NodeElement(variable: variable))
    return pattern.nodes.count - 1
  }

  private mutating func add(_ link: PatternGraph.Link) -> Bool {
    guard !link.isBound, links[link.variable] == nil, let made = self.link(link) else { return false }
    if made.chainMinimum == nil { links[link.variable] = pattern.links.count } else { hidden.insert(link.variable) }
    pattern.links.append(made)
    return true
  }

  private func link(_ link: PatternGraph.Link) -> CountedPattern.Link? {
    guard case .chain(let chain) = link.body, !chain.isList || link.isUnboundedChain, chain.each == nil,
      let from = nodes[link.from], let to = nodes[link.to]
    else { return nil }
    let isReversed = chain.direction == .incoming
    return CountedPattern.Link(
      variable: link.variable, from: isReversed ? to : from, to: isReversed ? from : to, types: chain.types,
      isDirected: chain.direction != .both, chainMinimum: chain.isList ? chain.bounds.minimum : nil)
  }

  /// OPTIONAL MATCH of a pattern that hangs on one node.
  mutating func addOptional(_ graph: PatternGraph) -> Bool {
    guard addPart(graph, .optional) else { return false }
    hidden.formUnion(graph.newColumns.map(\.name))
    return true
  }

  private mutating func addPart(_ graph: PatternGraph, _ kind: CountedPattern.Part.Kind) -> Bool {
    let bound = graph.nodes.filter(\.isBound)
    guard bound.count == 1, let node = nodes[bound[0].variable] else { return false }
    guard let pattern = part(graph, on: [bound[0].variable], root: 0) else { return false }
    self.pattern.parts.append(CountedPattern.Part(node: node, kind: kind, pattern: pattern))
    return true
  }

  /// A pattern of its own that hangs on nodes of this one, and may read no other variable.
  private func part(_ graph: PatternGraph, on variables: [String], root: Int?) -> CountedPattern? {
    let outside = Set(nodes.keys).union(links.keys).subtracting(variables)
    var builder = CountedPatternBuilder(part: variables, hidden: hidden.union(outside))
    // Whether a chain leads from one node to another cannot be told by passing counts.
    return builder.add(graph) && (root != nil || builder.pattern.chainTypes.isEmpty) ? builder.finished(root: root) : nil
  }

  // MARK: - Conditions

  mutating func add(condition: Expression) -> Bool {
    if !condition.isMovable { return false }
    switch condition.kind {
    case .binary(.and, let left, let right): return add(condition: left) && add(condition: right)
    case .comparison(let operands, let symbols) where symbols.count == 1:
      let symbol = symbols[0]
      if symbol == .notEqual, let difference = addDifference(operands[0], operands[1]) { return difference }
      if symbol == .equal, let a = node(operands[0]), let b = node(operands[1]) {
        pattern.equalNodes.append((a, b))
        return true
      }
    case .unary(.not, let operand):
      if case .comparison(let operands, let symbols) = operand.kind, symbols == [.equal],
        let difference = addDifference(operands[0], operands[1])
      {
        return difference
      }
      if addExistence(operand, .absent) { return true }
    case .patternPredicate, .exists: if addExistence(condition, .present) { return true }
    case .isNotNull(let operand): if node(operand) != nil { return true }
    case .hasLabels(let owner, .name(let label)):
      if let node = node(owner) {
        pattern.nodes[node].labels.append(label.text)
        return true
      }
    default: break
    }
    return addPredicate(condition)
  }

  private func node(_ expression: Expression) -> Int? {
    if case .variable(let name) = expression.kind { nodes[name] } else { nil }
  }

  /// `a <> b` of two nodes or of two relationships; nil where it is something else.
  private mutating func addDifference(_ left: Expression, _ right: Expression) -> Bool? {
    guard case .variable(let a) = left.kind, case .variable(let b) = right.kind else { return nil }
    if let a = nodes[a], let b = nodes[b] {
      pattern.restrictions.append(.sameNode(a, b))
      return true
    }
    guard let a = links[a], let b = links[b] else { return nil }
    pattern.restrictions.append(.sameRelationship(a, b))
    return true
  }

  /// A condition on one node, or on one relationship and its nodes.
  private mutating func addPredicate(_ condition: Expression) -> Bool {
    let mentioned = condition.mentionedVariables
    guard mentioned.isDisjoint(with: hidden) else { return false }
    let nodes = mentioned.compactMap { self.nodes[$0] }
    let links = mentioned.compactMap { self.links[$0] }
    if links.isEmpty && nodes.count <= 1 {
      guard !pattern.nodes.isEmpty else { return false }
      pattern.nodes[nodes.first ?? 0].predicates.append(condition)
      return true
    }
    guard let link = links.first ?? pattern.links.firstIndex(where: { Set([$0.from, $0.to]) == Set(nodes) }), links.count <= 1,
      nodes.allSatisfy({ [pattern.links[link].from, pattern.links[link].to].contains($0) })
    else { return false }
    pattern.links[link].predicates.append(condition)
    if !nodes.isEmpty { pattern.links[link].readsNodes = true }
    return true
  }

  /// A pattern that must, or must not, match between the two nodes of a link.
  private mutating func addPairPart(_ graph: PatternGraph, isPresent: Bool) -> Bool {
    let bound = graph.nodes.filter(\.isBound).map(\.variable)
    guard
      let link = pattern.links.firstIndex(where: { link in
        !link.isExistence && Set([link.from, link.to]) == Set(bound.map { nodes[$0]! })
      })
    else { return false }
    let ends = [pattern.links[link].from, pattern.links[link].to].map { pattern.nodes[$0].variable }
    guard let part = part(graph, on: ends, root: nil), part.parts.isEmpty, part.hangsTogether(with: [0, 1])
    else { return false }
    pattern.links[link].parts.append(CountedPattern.PairPart(isPresent: isPresent, pattern: part))
    pattern.links[link].readsNodes = true
    return true
  }

  /// A pattern that must, or must not, match: something that hangs on one node or on two that a link joins, or one relationship
  /// between two nodes.
  private mutating func addExistence(_ condition: Expression, _ kind: CountedPattern.Part.Kind) -> Bool {
    guard let (sought, filter) = condition.soughtPattern else { return false }
    let columns = nodes.keys.sorted().map { RowLayout.Column(name: $0, kind: .node) }
    let others = (Array(links.keys) + hidden).sorted().map { RowLayout.Column(name: $0) }
    // Names that the planner makes begin with more blanks than those around them.
    let depth = (columns + others).reduce(0) { max($0, $1.name.prefix { $0 == " " }.count) }
    var builder = LogicalPlanBuilder(
      procedures: ProcedureRegistry(), outer: columns + others, purpose: .expression, depth: depth)
    let graph = builder.patternGraph(sought, filter: filter)
    let bound = graph.nodes.filter(\.isBound)
    guard bound.allSatisfy({ nodes[$0.variable] != nil }) else { return false }
    if bound.count == 1 { return addPart(graph, kind) }
    guard bound.count == 2 else { return false }
    guard graph.nodes.count == 2, graph.links.count == 1, graph.predicates.isEmpty, graph.paths.isEmpty,
      !graph.links[0].isBound, !graph.links[0].isChain, var link = link(graph.links[0])
    else { return addPairPart(graph, isPresent: kind == .present) }
    link.isExistence = true
    if kind == .present { pattern.links.append(link) } else { pattern.restrictions.append(.related(link)) }
    return true
  }
}

extension CountedPattern {
  /// True if every node can be reached from one of `starts`.
  fileprivate func hangsTogether(with starts: Set<Int>) -> Bool {
    var reached = starts
    while let link = links.first(where: { reached.contains($0.from) != reached.contains($0.to) }) {
      reached.formUnion([link.from, link.to])
    }
    return reached.count == nodes.count
  }

  /// Parts ask only for nodes that can stand for the variable that they hang on.
  fileprivate mutating func tellParts() {
    for index in parts.indices {
      parts[index].pattern.nodes[0].labels += nodes[parts[index].node].labels
      parts[index].pattern.tellParts()
    }
  }
}

extension Expression {
  /// True if it may be evaluated for other rows than those that a pattern has, and in another number.
  var isMovable: Bool {
    !isVolatile
      && !containsAnywhere { part in
        switch part.kind {
        case .exists(let subquery): subquery.plainPattern == nil
        case .count, .collect: true
        default: false
        }
      }
  }

  /// The pattern of a pattern predicate or of a short EXISTS.
  fileprivate var soughtPattern: (Pattern, filter: Expression?)? {
    switch kind {
    case .patternPredicate(let path): (Pattern(paths: [path]), nil)
    case .exists(let subquery): subquery.plainPattern
    default: nil
    }
  }
}

extension Subquery {
  /// What is looked for, where it is a pattern and nothing else, written short or as a MATCH.
  fileprivate var plainPattern: (Pattern, filter: Expression?)? {
    switch self {
    case .pattern(let pattern, let filter): return (pattern, filter)
    case .query(let query):
      guard query.parts.count == 1, query.continuations.isEmpty, query.parts[0].clauses.count == 1,
        case .match(let match) = query.parts[0].clauses[0].kind, !match.isOptional
      else { return nil }
      return (match.pattern, match.filter)
    }
  }
}
