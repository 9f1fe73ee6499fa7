import Graph
import GraphStorage

/// A pattern without restrictions, one summand of a count: each restriction is what is counted without it less what violates it.
struct PatternTerm: Hashable {
  struct Link: Hashable {
    /// The numbers of the types, ascending.
    var types: [UInt32]
    var isDirected: Bool
    var conditions: Set<AskedCondition>
    var from: Int
    var to: Int
    /// True where it does not matter how many such relationships there are.
    var isExistence: Bool
    /// Not nil for a chain of relationships, this many or more, which is on no cycle of links.
    var chainMinimum: Int?
    /// Not nil for what was made of other links, which it is followed instead of.
    var made: MadeRelation?

    /// Links without a direction are the same from both ends, unless a condition tells the ends apart.
    var isSymmetric: Bool { !isDirected && !conditions.contains(where: \.condition.readsNodes) }
  }

  /// A condition as a link asks it.
  struct AskedCondition: Hashable {
    var condition: LinkCondition
    /// True where the condition's first node is the link's second one.
    var isReversed = false

    /// The same seen from the link's other end.
    var reversed: Self { condition.readsNodes ? Self(condition: condition, isReversed: !isReversed) : self }
  }

  /// For each node variable the one that it is identified with.
  var representatives: [Int]
  var links: [Link: Int]
}

/// What the expansion of restrictions asks of the graph: with it most summands turn out to be 0 or the same as others.
protocol RelationFacts {
  /// True if a relationship of the link may begin where it ends.
  func mayHaveLoops(_ link: PatternTerm.Link) -> Bool
  /// True if relationships of the link may be parallel.
  func mayHaveParallels(_ link: PatternTerm.Link) -> Bool
}

/// Turns the restrictions of a pattern into summands, by inclusion and exclusion: `count(P, not R) = count(P) - count(P, R)`,
/// where `P, R` is the pattern with two nodes or two relationships identified, or with a relationship more. What is left of many
/// restrictions is little: a match that violates one mostly violates another one or asks for a loop where there is none, and
/// what different violations lead to is often the same.
struct TermExpansion {
  private let facts: any RelationFacts
  /// How often each summand counts, negative ones included.
  private(set) var terms: [PatternTerm: Int64] = [:]

  /// Nil if more than `limit` summands have to be kept at a time.
  init?(_ draft: TermDraft, _ restrictions: [TermRestriction], facts: any RelationFacts, limit: Int) {
    self.facts = facts
    var drafts: [TermDraft: Int64] = isZero(draft, restrictions[...]) ? [:] : [draft: 1]
    for index in restrictions.indices {
      drafts = expanded(drafts, restrictions[index], restrictions[(index + 1)...])
      if drafts.count > limit { return nil }
    }
    for (draft, coefficient) in drafts { terms[draft.term(facts), default: 0] += coefficient }
    terms = terms.filter { $0.value != 0 }
  }

  init(_ draft: TermDraft, _ restrictions: [TermRestriction], facts: any RelationFacts) {
    self.init(draft, restrictions, facts: facts, limit: .max)!
  }

  /// The drafts with one restriction less, each with how often it counts; none that is zero with `others`.
  private func expanded(
    _ drafts: [TermDraft: Int64], _ restriction: TermRestriction, _ others: ArraySlice<TermRestriction>
  ) -> [TermDraft: Int64] {
    var next: [TermDraft: Int64] = [:]
    for (draft, coefficient) in drafts {
      next[draft, default: 0] += coefficient
      for (violation, sign) in draft.violations(of: restriction) where !isZero(violation, others) {
        next[violation, default: 0] -= coefficient * sign
      }
    }
    return next.filter { $0.value != 0 }
  }

  /// True if it is plain that no match satisfies the draft and the restrictions.
  private func isZero(_ draft: TermDraft, _ restrictions: ArraySlice<TermRestriction>) -> Bool {
    for restriction in restrictions {
      switch restriction {
      case .sameNode(let a, let b): if draft.node(a) == draft.node(b) { return true }
      case .sameRelationship(let a, let b): if draft.link(a) == draft.link(b) { return true }
      case .related: break
      }
    }
    return draft.links.contains { link in
      guard let link else { return false }
      if link.types.isEmpty { return true }
      return draft.node(link.from) == draft.node(link.to) && !facts.mayHaveLoops(link)
    }
  }
}

enum TermRestriction {
  case sameRelationship(Int, Int)
  case related(PatternTerm.Link)
  case sameNode(Int, Int)
}

/// A pattern in the course of expansion.
struct TermDraft: Hashable {
  private var nodeGroups: [Int]
  private var linkGroups: [Int]
  /// Nil for a link that was identified with another one.
  private(set) var links: [PatternTerm.Link?]

  init(nodeCount: Int, links: [PatternTerm.Link], equalNodes: [(Int, Int)]) {
    nodeGroups = Array(0..<nodeCount)
    linkGroups = Array(links.indices)
    self.links = links
    for (a, b) in equalNodes { identify(a, b) }
  }

  func node(_ node: Int) -> Int { nodeGroups[node] }
  func link(_ link: Int) -> Int { linkGroups[link] }

  private mutating func identify(_ a: Int, _ b: Int) {
    let (kept, gone) = (min(node(a), node(b)), max(node(a), node(b)))
    for index in nodeGroups.indices where nodeGroups[index] == gone { nodeGroups[index] = kept }
    for index in links.indices { links[index] = links[index].map { settled($0) } }
  }

  /// A link between the nodes that its own are identified with, in one form where it is the same from both ends.
  private func settled(_ link: PatternTerm.Link) -> PatternTerm.Link {
    var link = link
    (link.from, link.to) = (node(link.from), node(link.to))
    if link.isSymmetric && link.from > link.to { swap(&link.from, &link.to) }
    return link
  }

  // MARK: - Violations

  /// The drafts whose matches, counted with their signs, are those that violate a restriction.
  func violations(of restriction: TermRestriction) -> [(TermDraft, sign: Int64)] {
    switch restriction {
    case .sameNode(let a, let b):
      var draft = self
      draft.identify(a, b)
      return [(draft, 1)]
    case .related(let link):
      var draft = self
      draft.links.append(settled(link))
      draft.linkGroups.append(draft.links.count - 1)
      return [(draft, 1)]
    case .sameRelationship(let a, let b): return violations(byIdentifying: link(a), link(b))
    }
  }

  /// A relationship followed in two places joins their nodes, source to source or, where one place has no direction, crosswise;
  /// a loop would be counted both ways.
  private func violations(byIdentifying a: Int, _ b: Int) -> [(TermDraft, sign: Int64)] {
    guard a != b, let first = links[a], let second = links[b] else { return [(self, 1)] }
    let (kept, other) = first.isDirected ? (first, second) : (second, first)
    func merged(isCrosswise: Bool) -> TermDraft {
      var merged = self
      merged.links[min(a, b)] = kept.joined(with: other, isCrosswise: isCrosswise)
      merged.links[max(a, b)] = nil
      for index in merged.linkGroups.indices where merged.linkGroups[index] == max(a, b) { merged.linkGroups[index] = min(a, b) }
      merged.identify(kept.from, isCrosswise ? other.to : other.from)
      merged.identify(kept.to, isCrosswise ? other.from : other.to)
      return merged
    }
    let along = merged(isCrosswise: false)
    guard !(first.isDirected && second.isDirected) else { return [(along, 1)] }
    let across = merged(isCrosswise: true)
    var loop = along
    loop.identify(kept.from, kept.to)
    return [(along, 1), (across, 1), (loop, -1)]
  }

  // MARK: - The finished term

  func term(_ facts: any RelationFacts) -> PatternTerm {
    var counts: [PatternTerm.Link: Int] = [:]
    for case let link? in links { counts[settled(link), default: 0] += 1 }
    for (link, count) in counts where count > 1 {
      // A second relationship that is the only one between its nodes changes nothing.
      if link.isExistence || !facts.mayHaveParallels(link) { counts[link] = 1 }
    }
    for link in counts.keys where link.isExistence {
      var counted = link
      counted.isExistence = false
      if counts[counted] != nil { counts[link] = nil }
    }
    return PatternTerm(representatives: nodeGroups, links: counts)
  }
}

extension PatternTerm.Link {
  /// A link that is both; it runs as `self` does.
  ///
  /// - Parameter isCrosswise: whether the other one runs the other way.
  fileprivate func joined(with other: PatternTerm.Link, isCrosswise: Bool) -> PatternTerm.Link {
    var link = self
    link.types = types.filter(other.types.contains)
    link.conditions.formUnion(isCrosswise ? Set(other.conditions.map(\.reversed)) : other.conditions)
    link.isExistence = false
    return link
  }
}
