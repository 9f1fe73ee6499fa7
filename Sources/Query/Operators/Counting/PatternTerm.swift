import Graph
import GraphStorage

/// A pattern without restrictions, one summand of a count: each restriction is what is counted without it less what violates it.
struct PatternTerm: Hashable {
  struct Link: Hashable {
    /// The numbers of the types, ascending.
    var types: [UInt32]
    var isDirected: Bool
    var conditions: Set<LinkCondition>
    var from: Int
    var to: Int
    /// True where it does not matter how many such relationships there are.
    var isExistence: Bool

    /// Links without a direction are the same from both ends, unless a condition tells the ends apart.
    var isSymmetric: Bool { !isDirected && !conditions.contains(where: \.readsNodes) }
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
/// restrictions is little: a match that violates one mostly violates another one or asks for a loop where there is none.
struct TermExpansion {
  private let facts: any RelationFacts
  /// How often each summand counts, negative ones included.
  private(set) var terms: [PatternTerm: Int64] = [:]

  init(_ draft: TermDraft, _ restrictions: [TermRestriction], facts: any RelationFacts) {
    self.facts = facts
    expand(draft, restrictions[...], 1)
  }

  private mutating func expand(_ draft: TermDraft, _ restrictions: ArraySlice<TermRestriction>, _ coefficient: Int64) {
    guard !isZero(draft, restrictions) else { return }
    guard let restriction = restrictions.first else {
      let term = draft.term(facts)
      let sum = terms[term, default: 0] + coefficient
      terms[term] = sum == 0 ? nil : sum
      return
    }
    expand(draft, restrictions.dropFirst(), coefficient)
    for (violation, sign) in draft.violations(of: restriction) {
      expand(violation, restrictions.dropFirst(), -coefficient * sign)
    }
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
struct TermDraft {
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
      draft.links.append(link)
      draft.linkGroups.append(draft.links.count - 1)
      return [(draft, 1)]
    case .sameRelationship(let a, let b): return violations(byIdentifying: link(a), link(b))
    }
  }

  /// A relationship followed in two places joins their nodes, source to source or, where one place has no direction, crosswise;
  /// a loop would be counted both ways.
  private func violations(byIdentifying a: Int, _ b: Int) -> [(TermDraft, sign: Int64)] {
    guard a != b, let first = links[a], let second = links[b] else { return [(self, 1)] }
    var merged = self
    merged.links[a] = first.isDirected ? first.joined(with: second) : second.joined(with: first)
    merged.links[a]!.isExistence = false
    merged.links[b] = nil
    for index in merged.linkGroups.indices where merged.linkGroups[index] == b { merged.linkGroups[index] = a }
    var along = merged
    along.identify(first.from, second.from)
    along.identify(first.to, second.to)
    guard !(first.isDirected && second.isDirected) else { return [(along, 1)] }
    var across = merged
    across.identify(first.from, second.to)
    across.identify(first.to, second.from)
    var loop = along
    loop.identify(first.from, first.to)
    return [(along, 1), (across, 1), (loop, -1)]
  }

  // MARK: - The finished term

  func term(_ facts: any RelationFacts) -> PatternTerm {
    var counts: [PatternTerm.Link: Int] = [:]
    for link in links {
      guard var link else { continue }
      (link.from, link.to) = (node(link.from), node(link.to))
      if link.isSymmetric && link.from > link.to { swap(&link.from, &link.to) }
      counts[link, default: 0] += 1
    }
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
  fileprivate func joined(with other: PatternTerm.Link) -> PatternTerm.Link {
    var link = self
    link.types = types.filter(other.types.contains)
    link.conditions.formUnion(other.conditions)
    return link
  }
}
