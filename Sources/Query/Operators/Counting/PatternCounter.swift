import Cypher
import Graph
import GraphStorage

/// Counts the matches of a pattern without enumerating them.
///
/// What the pattern must not be is taken away by inclusion and exclusion (`TermExpansion`). Each summand is a sum of products
/// over its variables and is evaluated by eliminating one variable after the other: one with a single link by passing its weights
/// to its neighbour (`TermCount`; Yannakakis, VLDB 1981), what is left, where each variable lies on a cycle, by intersecting rows
/// of neighbours (`PatternJoin`). See Abo Khamis, Ngo, Rudra, "FAQ", PODS 2016, and for counts over joins Olteanu, Závodný,
/// "Size Bounds for Factorised Representations of Query Results", TODS 2015.
///
/// - Complexity: O(nodes + relationships of the types) for a summand without cycles, worst-case optimal for a cyclic rest.
final class PatternCounter {
  private let compiled: CompiledPattern
  private let pattern: CountedPattern
  private let relations: PatternRelations
  private let context: ExecutionContext
  /// The only type of the link whose types are told apart.
  private let type: UInt32?
  /// True where a node's count only says whether there is a match.
  private let isExistence: Bool

  init(
    _ compiled: CompiledPattern, _ relations: PatternRelations, _ context: ExecutionContext, type: UInt32? = nil,
    isExistence: Bool = false
  ) {
    self.compiled = compiled
    self.type = type
    self.isExistence = isExistence
    pattern = compiled.pattern
    self.relations = relations
    self.context = context
  }

  /// The number of all matches.
  func total() throws(CypherError) -> Int64 {
    let variables = try nodeVariables()
    var total: Int64 = 0
    for (term, coefficient) in try terms(variables) {
      var count = try termCount(term, variables)
      total = try total.plus(try coefficient.times(try count.total()))
    }
    return total
  }

  /// The number of matches for each node of the root.
  func counts() throws(CypherError) -> NodeWeights {
    guard let root = pattern.root else { preconditionFailure("a pattern without a root has only a total") }
    let variables = try nodeVariables()
    let terms = try terms(variables)
    if terms.count == 1, let (term, coefficient) = terms.first, coefficient == 1 {
      var count = try termCount(term, variables)
      return try count.counts(of: term.representatives[root])
    }
    let counts = NodeWeights(valuesFrom: variables[root].weights.first, count: variables[root].weights.count)
    for (term, coefficient) in terms {
      var count = try termCount(term, variables)
      let summand = try count.counts(of: term.representatives[root])
      for place in 0..<counts.count {
        let value = summand[counts.first + place]
        if value != 0 { counts.values![place] = try counts.values![place].plus(try coefficient.times(value)) }
      }
    }
    return counts
  }

  /// How often the pattern matches between a node of its first variable and one of its second, to be asked pair by pair.
  func pairTerms() throws(CypherError) -> [PairTerm] {
    let variables = try nodeVariables()
    context.profile?.intersects = true
    var pairs: [PairTerm] = []
    for (term, coefficient) in try terms(variables) {
      let (first, second) = (term.representatives[0], term.representatives[1])
      var count = try termCount(term, variables)
      if first == second {
        pairs.append(PairTerm(coefficient: coefficient, counts: try count.counts(of: first)))
      } else {
        pairs.append(PairTerm(coefficient: coefficient, join: try count.join(of: first, second)))
      }
    }
    return pairs
  }

  // MARK: - Nodes

  /// For each variable which nodes it may stand for, and how often that counts.
  private func nodeVariables() throws(CypherError) -> [TermCount.Variable] {
    var all: [TermCount.Variable] = []
    for index in pattern.nodes.indices {
      var variable = TermCount.Variable(weights: try weights(ofNode: index))
      for (part, compiledPart) in zip(pattern.parts, compiled.parts) where part.node == index {
        variable.factors.append(try factor(of: part, compiledPart))
      }
      all.append(variable)
    }
    return all
  }

  private func weights(ofNode index: Int) throws(CypherError) -> NodeWeights {
    let weights = NodeWeights(labels: pattern.nodes[index].labels, in: context.snapshot)
    try relations.keep(byteCount: weights.byteCount)
    let conditions = compiled.nodeConditions[index]
    if !conditions.isEmpty { try weights.filter(conditions, context.evaluation) }
    return weights
  }

  private func termCount(_ term: PatternTerm, _ variables: [TermCount.Variable]) throws(CypherError) -> TermCount {
    var labels: [Int: [String]] = [:]
    var identified: [Int: TermCount.Variable] = [:]
    for (node, representative) in term.representatives.enumerated() {
      labels[representative, default: []] += pattern.nodes[node].labels
      // A variable that others are identified with has the product of all weights.
      if let known = identified[representative] {
        identified[representative] = TermCount.Variable(
          weights: try known.weights.multiplied(by: variables[node].weights), factors: known.factors + variables[node].factors)
      } else {
        identified[representative] = variables[node]
      }
    }
    return TermCount(term, identified, labels: labels, isExistence: isExistence, relations, context)
  }

  // MARK: - Parts

  /// What a part multiplies the weights of its node by.
  private func factor(of part: CountedPattern.Part, _ compiled: CompiledPattern) throws(CypherError) -> WeightFactor {
    let counter = PatternCounter(compiled, relations, context, isExistence: isExistence || part.kind != .optional)
    if let factor = try counter.factorOfLink(part.kind.factorKind, at: pattern.nodes[part.node]) { return factor }
    return WeightFactor(kind: part.kind.factorKind, rows: nil, weights: try counter.counts(), countsParallels: true)
  }

  /// The factor for a pattern of a single link at its root, which need not be counted before; nil for another.
  private func factorOfLink(
    _ kind: WeightFactor.Kind, at node: CountedPattern.NodeElement
  ) throws(CypherError) -> WeightFactor? {
    guard pattern.links.count == 1, pattern.nodes.count == 2, pattern.restrictions.isEmpty, pattern.equalNodes.isEmpty,
      pattern.parts.isEmpty, let root = pattern.root, compiled.nodeConditions[root].isEmpty, compiled.linkConditions[0] == nil,
      pattern.links[0].chainMinimum == nil,
      Set(pattern.nodes[root].labels).isSubset(of: node.labels), pattern.links[0].from != pattern.links[0].to
    else { return nil }
    let link = termLink(pattern.links[0], nil)
    context.profile?.passesCounts = true
    return try relations.factor(kind, link, fromSource: link.from == root, try weights(ofNode: 1 - root))
  }

  // MARK: - Terms

  private func terms(_ variables: [TermCount.Variable]) throws(CypherError) -> [(PatternTerm, Int64)] {
    var links: [PatternTerm.Link] = []
    for (index, link) in pattern.links.enumerated() {
      let condition = compiled.linkConditions[index]
      var made = termLink(link, condition)
      if let condition {
        try relations.evaluate(condition, made, from: variables[link.from].weights, to: variables[link.to].weights)
      }
      if let type, pattern.typed == index { made.types = [type] }
      links.append(made)
    }
    let draft = TermDraft(nodeCount: pattern.nodes.count, links: links, equalNodes: pattern.equalNodes)
    return TermExpansion(draft, restrictions, facts: relations).terms.map { ($0.key, $0.value) }
  }

  private func termLink(_ link: CountedPattern.Link, _ condition: LinkCondition?) -> PatternTerm.Link {
    PatternTerm.Link(
      types: relations.types(link.types), isDirected: link.isDirected,
      conditions: Set([condition].compactMap { $0 }.map { .init(condition: $0) }),
      from: link.from, to: link.to, isExistence: link.isExistence, chainMinimum: link.chainMinimum)
  }

  /// Those first whose violation most often violates one that comes later.
  private var restrictions: [TermRestriction] {
    var relationships: [TermRestriction] = []
    var related: [TermRestriction] = []
    var nodes: [TermRestriction] = []
    for restriction in pattern.restrictions {
      switch restriction {
      case .sameRelationship(let a, let b): relationships.append(.sameRelationship(a, b))
      case .related(let link): related.append(.related(termLink(link, nil)))
      case .sameNode(let a, let b): nodes.append(.sameNode(a, b))
      }
    }
    return relationships + related + nodes
  }
}

extension CountedPattern.Part.Kind {
  fileprivate var factorKind: WeightFactor.Kind {
    switch self {
    case .optional: .optional
    case .present: .present
    case .absent: .absent
    }
  }
}
