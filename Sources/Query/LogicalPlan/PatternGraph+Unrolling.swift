import Cypher

extension PatternGraph {
  /// Longer chains are not unrolled.
  private static let longestChain = 4

  /// Patterns that together match as often as this one: each chain of bounded length is written out in every length that it may
  /// have; those of any length stay. Nil if one cannot be, or if something of the pattern mentions the list of its relationships.
  func unrolled() -> [PatternGraph]? {
    guard let index = links.firstIndex(where: { $0.isChain && !$0.isUnboundedChain }) else { return [self] }
    let link = links[index]
    guard case .chain(let chain) = link.body, !link.isBound, link.trail != nil, chain.restriction == .trail,
      let longest = chain.bounds.maximum, longest <= Self.longestChain, chain.bounds.minimum <= longest,
      chain.each.map(\.canBeCopied) ?? true, !predicates.contains(where: { $0.mentionedVariables.contains(link.variable) })
    else { return nil }
    var alternatives: [PatternGraph] = []
    for length in chain.bounds.minimum...longest {
      guard let unrolled = writingOut(index, chain, length: length).unrolled() else { return nil }
      alternatives += unrolled
    }
    return alternatives
  }

  private func writingOut(_ index: Int, _ chain: RelationshipChain, length: Int) -> PatternGraph {
    var graph = self
    let link = graph.links.remove(at: index)
    guard length > 0 else {
      let span = predicates.first?.span ?? SourceSpan(0, 0)
      graph.predicates.append(.equality(.reference(link.from, span), .reference(link.to, span)))
      return graph
    }
    var single = chain
    single.length = nil
    single.each = nil
    var from = link.from
    for step in 1...length {
      let to = step == length ? link.to : " \(link.variable) \(step) node"
      if step < length { graph.nodes.append(NodeElement(variable: to, isBound: false)) }
      let variable = " \(link.variable) \(step)"
      graph.links.append(
        Link(variable: variable, isBound: false, from: from, to: to, trail: link.trail, body: .chain(single)))
      graph.predicates += chain.each?.conditions(on: variable) ?? []
      from = to
    }
    return graph
  }
}

extension PatternGraph.Link {
  /// A chain, whatever its length.
  var isChain: Bool { if case .chain(let chain) = body { chain.isList } else { false } }

  /// So many relationships at least a chain that is counted may ask for: each is a pass over all of them.
  private static let longestChainMinimum = 8

  /// A chain of any length that asks nothing of its relationships but type and direction.
  var isUnboundedChain: Bool {
    guard case .chain(let chain) = body, chain.isList, chain.bounds.maximum == nil else { return false }
    return !isBound && trail != nil && chain.restriction == .trail && chain.direction != .both && chain.each == nil
      && chain.bounds.minimum <= Self.longestChainMinimum
  }
}

extension EachRelationship {
  /// True unless an expression may use the name for something else, or look for it where it is not replaced.
  fileprivate var canBeCopied: Bool {
    !conditions.contains { !$0.isMovable || $0.hasOwnScope }
  }

  /// What the relationship of another name must satisfy.
  fileprivate func conditions(on name: String) -> [Expression] {
    conditions.map { condition in
      condition.replacing { part in
        guard case .variable(variable) = part.kind else { return nil }
        return .reference(name, part.span)
      }
    }
  }
}
