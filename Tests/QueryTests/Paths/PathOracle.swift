import Graph
import GraphStorage
import Query
import TestSupport

/// A small random graph that is known to the test as well, so that paths can be found without the engine.
struct KnownGraph {
  struct Link {
    var source: Int
    var target: Int
    var type: String
    var weight: Int
  }

  /// The property `x` of each node; its place is the property `id`.
  private(set) var nodes: [Int] = []
  /// The place of a relationship is its property `id`.
  private(set) var links: [Link] = []

  init(using generator: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 2...5, using: &generator) { nodes.append(Int.random(in: 0...3, using: &generator)) }
    for _ in 0..<Int.random(in: 1...7, using: &generator) {
      links.append(
        Link(
          source: nodes.indices.randomElement(using: &generator)!, target: nodes.indices.randomElement(using: &generator)!,
          type: ["R", "S"].randomElement(using: &generator)!, weight: Int.random(in: 0...3, using: &generator)))
    }
  }

  var script: String {
    let nodeParts = nodes.enumerated().map { "(n\($0.offset) {id: \($0.offset), x: \($0.element)})" }
    let linkParts = links.enumerated().map {
      "(n\($0.element.source))-[:\($0.element.type) {id: \($0.offset), w: \($0.element.weight)}]->(n\($0.element.target))"
    }
    return "CREATE " + (nodeParts + linkParts).joined(separator: ", ")
  }
}

/// A random path pattern: its text, and hops that the test itself can walk.
struct KnownPattern {
  struct Step {
    var direction: Direction
    var type: String?
  }

  struct Hop {
    var steps: [Step]
    var minimum: Int
    var maximum: Int?
    /// What the weights and the `x` of the nodes of one repetition must satisfy.
    var condition: Condition
    var text: String
  }

  enum Condition: CaseIterable { case none, ascending, heavy }

  private(set) var hops: [Hop] = []
  /// What the node behind the first hop must have at least as `x`.
  let innerMinimum: Int?

  /// - Parameter isBounded: no hop without an upper limit.
  init(isBounded: Bool, using generator: inout SeededGenerator) {
    let count = [1, 1, 2].randomElement(using: &generator)!
    innerMinimum = count == 2 && Bool.random(using: &generator) ? Int.random(in: 0...2, using: &generator) : nil
    for index in 0..<count { hops.append(Self.hop(index, isBounded: isBounded, using: &generator)) }
  }

  var text: String {
    var text = "(a)"
    for (index, hop) in hops.enumerated() {
      let isLast = index == hops.count - 1
      let inner = innerMinimum.map { "(m WHERE m.x >= \($0))" } ?? "(m)"
      text += " \(hop.text) " + (isLast ? "(b)" : inner)
    }
    return text
  }

  /// The columns that say how a path was matched: the relationships of each hop.
  var columns: String {
    hops.indices.map { index in
      let lists = hops[index].steps.indices.map { "[r IN r\(index)_\($0) | r.id]" }
      return hops[index].text.hasPrefix("-") || hops[index].text.hasPrefix("<")
        ? (hops[index].text.hasSuffix("-") || hops[index].text.hasSuffix(">") ? "[r\(index)_0.id]" : lists[0])
        : lists.joined(separator: ", ")
    }.joined(separator: ", ")
  }

  private static func hop(_ index: Int, isBounded: Bool, using generator: inout SeededGenerator) -> Hop {
    let kind = Int.random(in: 0...3, using: &generator)
    let steps = (0..<(kind == 3 ? 2 : 1)).map { _ in
      Step(
        direction: [.outgoing, .incoming, .both].randomElement(using: &generator)!,
        type: [nil, nil, "R", "S"].randomElement(using: &generator)!)
    }
    let condition = kind < 2 ? Condition.none : Condition.allCases.randomElement(using: &generator)!
    let bounded: [(Int, Int?, String)] = [(1, 2, "{1,2}"), (0, 2, "{,2}"), (2, 2, "{2}"), (0, 3, "{0,3}"), (2, 3, "{2,3}")]
    let open: [(Int, Int?, String)] = [(1, nil, "+"), (0, nil, "*"), (2, nil, "{2,}")]
    let (minimum, maximum, quantifier) =
      kind == 0 ? (1, 1, "") : (isBounded ? bounded : bounded + open).randomElement(using: &generator)!
    let relationships = steps.enumerated().map { text(of: $0.element, "r\(index)_\($0.offset)") }
    guard kind >= 2 else {
      return Hop(
        steps: steps, minimum: minimum, maximum: maximum, condition: .none, text: relationships[0] + quantifier)
    }
    var inner = "(x\(index)_0)"
    for (offset, relationship) in relationships.enumerated() { inner += relationship + "(x\(index)_\(offset + 1))" }
    switch condition {
    case .none: break
    case .ascending: inner += " WHERE x\(index)_0.x <= x\(index)_\(steps.count).x"
    case .heavy: inner += " WHERE " + steps.indices.map { "r\(index)_\($0).w" }.joined(separator: " + ") + " > 1"
    }
    return Hop(steps: steps, minimum: minimum, maximum: maximum, condition: condition, text: "(\(inner))\(quantifier)")
  }

  private static func text(of step: Step, _ variable: String) -> String {
    let inside = "[\(variable)\(step.type.map { ":\($0)" } ?? "")]"
    switch step.direction {
    case .outgoing: return "-\(inside)->"
    case .incoming: return "<-\(inside)-"
    case .both: return "-\(inside)-"
    }
  }
}

/// Finds every way to match a pattern by trying all, as slowly and as plainly as it can be done.
struct PathOracle {
  struct Match: Hashable {
    var nodes: [Int]
    /// For each hop and each of its steps the relationships of all repetitions.
    var hops: [[[Int]]]

    var length: Int { hops.joined().reduce(0) { $0 + $1.count } }
    var links: [Int] { hops.joined().flatMap { $0 } }
    var ends: [Int] { [nodes[0], nodes[nodes.count - 1]] }

    /// As the engine answers.
    var row: String {
      ([ends[0], ends[1]].map { "\($0)" } + hops.joined().map { "[\($0.map { "\($0)" }.joined(separator: ", "))]" })
        .joined(separator: " | ")
    }
  }

  let graph: KnownGraph
  let pattern: KnownPattern
  let repeatsRelationships: Bool
  private(set) var matches: [Match] = []
  /// Where relationships may be repeated, so many matches are enough to see that there are too many to be compared.
  static let largestMatchCount = 3_000

  var hasTooManyMatches: Bool { matches.count > Self.largestMatchCount }

  init(_ graph: KnownGraph, _ pattern: KnownPattern, repeatsRelationships: Bool) {
    self.graph = graph
    self.pattern = pattern
    self.repeatsRelationships = repeatsRelationships
    for start in graph.nodes.indices {
      let empty = pattern.hops.map { [[Int]](repeating: [], count: $0.steps.count) }
      walk(Match(nodes: [start], hops: empty), hop: 0, count: 0)
    }
  }

  private mutating func walk(_ match: Match, hop index: Int, count: Int) {
    if repeatsRelationships && hasTooManyMatches { return }
    guard index < pattern.hops.count else { return matches.append(match) }
    let hop = pattern.hops[index]
    let node = match.nodes[match.nodes.count - 1]
    if count >= hop.minimum {
      let minimum = index == 0 && pattern.hops.count == 2 ? pattern.innerMinimum : nil
      if graph.nodes[node] >= minimum ?? .min { walk(match, hop: index + 1, count: 0) }
    }
    if count < hop.maximum ?? .max {
      for (links, nodes) in repetitions(of: hop, from: node) where isAllowed(links, besides: match) {
        var longer = match
        longer.nodes += nodes
        for (step, link) in links.enumerated() { longer.hops[index][step].append(link) }
        walk(longer, hop: index, count: count + 1)
      }
    }
  }

  private func isAllowed(_ links: [Int], besides match: Match) -> Bool {
    repeatsRelationships || (Set(links).count == links.count && Set(links).isDisjoint(with: match.links))
  }

  private func repetitions(of hop: KnownPattern.Hop, from start: Int) -> [(links: [Int], nodes: [Int])] {
    var chains: [(links: [Int], nodes: [Int])] = [([], [])]
    for step in hop.steps {
      chains = chains.flatMap { chain in
        neighbours(of: chain.nodes.last ?? start, step).map { (chain.links + [$0.link], chain.nodes + [$0.node]) }
      }
    }
    return chains.filter { chain in
      switch hop.condition {
      case .none: true
      case .ascending: graph.nodes[start] <= graph.nodes[chain.nodes[chain.nodes.count - 1]]
      case .heavy: chain.links.reduce(0) { $0 + graph.links[$1].weight } > 1
      }
    }
  }

  private func neighbours(of node: Int, _ step: KnownPattern.Step) -> [(link: Int, node: Int)] {
    graph.links.indices.flatMap { index -> [(link: Int, node: Int)] in
      let link = graph.links[index]
      guard step.type == nil || step.type == link.type else { return [] }
      var found: [(link: Int, node: Int)] = []
      if step.direction != .incoming, link.source == node { found.append((index, link.target)) }
      let isLoop = link.source == link.target
      if step.direction != .outgoing, link.target == node, !(isLoop && step.direction == .both) {
        found.append((index, link.source))
      }
      return found
    }
  }
}
