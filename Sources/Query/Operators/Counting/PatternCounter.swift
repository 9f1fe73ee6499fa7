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

  init(_ compiled: CompiledPattern, _ relations: PatternRelations, _ context: ExecutionContext) {
    self.compiled = compiled
    pattern = compiled.pattern
    self.relations = relations
    self.context = context
  }

  /// The number of all matches.
  func total() throws(CypherError) -> Int64 {
    let weights = try nodeWeights()
    var total: Int64 = 0
    for (term, coefficient) in try terms(weights) {
      var count = try termCount(term, weights)
      total = try total.plus(try coefficient.times(try count.total()))
    }
    return total
  }

  /// The number of matches for each node of the root.
  func counts() throws(CypherError) -> NodeWeights {
    guard let root = pattern.root else { preconditionFailure("a pattern without a root has only a total") }
    let weights = try nodeWeights()
    let counts = NodeWeights(first: weights[root].first, count: weights[root].count)
    for (term, coefficient) in try terms(weights) {
      var count = try termCount(term, weights)
      let summand = try count.counts(of: term.representatives[root])
      for place in 0..<counts.count {
        let value = summand[counts.first + place]
        if value != 0 { counts.values[place] = try counts.values[place].plus(try coefficient.times(value)) }
      }
    }
    return counts
  }

  // MARK: - Nodes

  /// For each variable which nodes it may stand for, and how often that counts.
  private func nodeWeights() throws(CypherError) -> [NodeWeights] {
    var all: [NodeWeights] = []
    for (index, node) in pattern.nodes.enumerated() {
      var weights = NodeWeights(labels: node.labels, in: context.snapshot)
      try relations.keep(byteCount: weights.byteCount)
      let conditions = compiled.nodeConditions[index]
      if !conditions.isEmpty { try weights.filter(conditions, context.evaluation) }
      for (part, compiledPart) in zip(pattern.parts, compiled.parts) where part.node == index {
        weights = try weights.multiplied(by: part.kind, try PatternCounter(compiledPart, relations, context).counts())
      }
      all.append(weights)
    }
    return all
  }

  private func termCount(_ term: PatternTerm, _ weights: [NodeWeights]) throws(CypherError) -> TermCount {
    var labels: [Int: [String]] = [:]
    for (node, representative) in term.representatives.enumerated() {
      labels[representative, default: []] += pattern.nodes[node].labels
    }
    return TermCount(term, try Self.identified(weights, term), labels: labels, relations, context)
  }

  /// The weights of the variables of a term: a variable that others are identified with has the product of all.
  private static func identified(_ weights: [NodeWeights], _ term: PatternTerm) throws(CypherError) -> [Int: NodeWeights] {
    var result: [Int: NodeWeights] = [:]
    for (node, representative) in term.representatives.enumerated() {
      result[representative] = try result[representative]?.multiplied(by: weights[node]) ?? weights[node]
    }
    return result
  }

  // MARK: - Terms

  private func terms(_ weights: [NodeWeights]) throws(CypherError) -> [(PatternTerm, Int64)] {
    var links: [PatternTerm.Link] = []
    for (index, link) in pattern.links.enumerated() {
      let condition = compiled.linkConditions[index]
      let made = termLink(link, condition)
      if let condition { try relations.evaluate(condition, made, from: weights[link.from], to: weights[link.to]) }
      links.append(made)
    }
    let draft = TermDraft(nodeCount: pattern.nodes.count, links: links, equalNodes: pattern.equalNodes)
    return TermExpansion(draft, restrictions, facts: relations).terms.map { ($0.key, $0.value) }
  }

  private func termLink(_ link: CountedPattern.Link, _ condition: LinkCondition?) -> PatternTerm.Link {
    PatternTerm.Link(
      types: relations.types(link.types), isDirected: link.isDirected, conditions: Set([condition].compactMap { $0 }),
      from: link.from, to: link.to, isExistence: link.isExistence)
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

extension NodeWeights {
  /// These weights with a part's matches for each node counted as its kind says.
  fileprivate func multiplied(by kind: CountedPattern.Part.Kind, _ matches: NodeWeights) throws(CypherError) -> NodeWeights {
    let product = NodeWeights(first: first, count: count)
    for place in 0..<count where values[place] != 0 {
      let found = matches[first + place]
      switch kind {
      case .optional: product.values[place] = try values[place].times(max(1, found))
      case .present: product.values[place] = found == 0 ? 0 : values[place]
      case .absent: product.values[place] = found == 0 ? values[place] : 0
      }
    }
    return product
  }
}
