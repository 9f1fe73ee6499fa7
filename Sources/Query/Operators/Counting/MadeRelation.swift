import Cypher
import Graph
import GraphStorage

/// What a link follows that counting has made of other links.
final class MadeRelation: Hashable {
  /// A link seen from one of its ends, whose variable stands for nodes of a range.
  struct DirectedLink {
    var link: PatternTerm.Link
    var fromSource: Bool
    var nodes: Range<Int>
  }

  enum Kind {
    /// From each node where `second` leads from where `first` leads, through nodes that count. Both lead to one node at most.
    case composition(first: DirectedLink, second: DirectedLink, through: NodeWeights)
    /// The pairs of a link whose source and target are led to the same node by these.
    case restriction(PatternTerm.Link, source: DirectedLink, target: DirectedLink)
  }

  let kind: Kind

  init(_ kind: Kind) { self.kind = kind }

  static func == (a: MadeRelation, b: MadeRelation) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension PatternRelations {
  /// Tells rows that are made of the same ones in the same way, for the same nodes.
  enum Recipe: Hashable {
    case composition(ObjectIdentifier, ObjectIdentifier, through: ObjectIdentifier?, Range<Int>)
    case restriction(ObjectIdentifier, ObjectIdentifier, ObjectIdentifier, Range<Int>)
    case reversal(ObjectIdentifier)
  }

  /// The rows of the nodes at one end of a link that was made of others.
  func rows(_ made: MadeRelation, fromSource: Bool) throws(CypherError) -> NeighbourRows {
    switch made.kind {
    case .composition(let first, let second, let through):
      let forward = try composition(first, second, through)
      return fromSource ? forward : try rows(.reversal(ObjectIdentifier(forward)), of: forward) { forward.reversed() }
    case .restriction(let link, let source, let target):
      let (near, far) = fromSource ? (source, target) : (target, source)
      let (nearRows, farRows, all) = (try rows(near), try rows(far), try rows(link, fromSource: fromSource))
      let recipe = Recipe.restriction(
        ObjectIdentifier(all), ObjectIdentifier(nearRows), ObjectIdentifier(farRows), near.nodes)
      return try rows(recipe, of: all) {
        RowMapping.rows(all, of: near.nodes, Restriction(near: NodeFunction(nearRows), far: NodeFunction(farRows)))
      }
    }
  }

  private func composition(
    _ first: MadeRelation.DirectedLink, _ second: MadeRelation.DirectedLink, _ through: NodeWeights
  ) throws(CypherError) -> NeighbourRows {
    let (near, far) = (try rows(first), try rows(second))
    let isGiven = through.labels.map { areGiven($0, atNeighboursBy: first.link, fromSource: first.fromSource) } ?? false
    let recipe = Recipe.composition(
      ObjectIdentifier(near), ObjectIdentifier(far), through: isGiven ? nil : ObjectIdentifier(through), first.nodes)
    return try rows(recipe, of: through) {
      let weights = isGiven ? nil : NodeWeightPointers(through)
      return RowMapping.rows(near, of: first.nodes, Composition(next: NodeFunction(far), weights: weights))
    }
  }

  private func rows(_ directed: MadeRelation.DirectedLink) throws(CypherError) -> NeighbourRows {
    try rows(directed.link, fromSource: directed.fromSource)
  }

  /// True if all nodes that a link made of others leads to from one end have these labels.
  func areGiven(_ labels: [LabelID], atNeighboursBy made: MadeRelation, fromSource: Bool) -> Bool {
    switch made.kind {
    case .composition(let first, let second, _):
      let (link, isForward) = fromSource ? (second.link, second.fromSource) : (first.link, !first.fromSource)
      return areGiven(labels, atNeighboursBy: link, fromSource: isForward)
    case .restriction(let link, _, _): return areGiven(labels, atNeighboursBy: link, fromSource: fromSource)
    }
  }
}
