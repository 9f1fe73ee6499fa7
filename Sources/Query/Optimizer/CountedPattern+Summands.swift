import GraphStorage

extension CountedPattern {
  /// How many summands inclusion and exclusion make of the restrictions in a graph without loops; nil if more than `limit`.
  func summandCount(in snapshot: GraphSnapshot, limit: Int) -> Int? {
    let draft = TermDraft(nodeCount: nodes.count, links: links.map { termLink($0, snapshot) }, equalNodes: equalNodes)
    let restrictions = restrictions.map { restriction -> TermRestriction in
      switch restriction {
      case .sameRelationship(let a, let b): .sameRelationship(a, b)
      case .related(let link): .related(termLink(link, snapshot))
      case .sameNode(let a, let b): .sameNode(a, b)
      }
    }
    return TermExpansion(draft, restrictions, facts: LooplessGraph(), limit: limit)?.terms.count
  }

  private func termLink(_ link: Link, _ snapshot: GraphSnapshot) -> PatternTerm.Link {
    let condition = LinkCondition(predicates: [], readsNodes: link.readsNodes)
    return PatternTerm.Link(
      types: link.types.numbers(in: snapshot), isDirected: link.isDirected,
      conditions: link.predicates.isEmpty ? [] : [.init(condition: condition)],
      from: link.from, to: link.to, isExistence: link.isExistence, chainMinimum: link.chainMinimum)
  }
}

/// A graph in which no relationship begins where it ends.
private struct LooplessGraph: RelationFacts {
  func mayHaveLoops(_ link: PatternTerm.Link) -> Bool { false }
  func mayHaveParallels(_ link: PatternTerm.Link) -> Bool { false }
}
