import Cypher
import GraphStorage

/// Cycles made smaller where links lead to one node at most, as from a person to a home and from there to a country.
///
/// What two such links in a row lead to is a link itself, and the variable between them is gone. A variable that all its
/// neighbours lead to says no more than that they lead to the same node: the links between them are restricted to pairs that
/// do, and it is gone as well. So "friends in the same country" is a walk over some of the friendships instead of a search in
/// cycles. Functional dependencies make joins smaller than their relations tell: Abo Khamis, Ngo, Suciu, "Computing Join Queries
/// with Functional Dependencies", PODS 2016.
extension TermCount {
  /// Makes a cyclic component smaller where that costs less than joining it as it is; false where nothing can be done.
  mutating func followFunctions(in core: Set<Int>, keeping root: Int?) throws(CypherError) -> Bool {
    guard relations.followsFunctions else { return false }
    let order = try JoinOrder(
      coreEdges(core).map { edges[$0].link }, try supports(core), labels, relations)
    let joinCost = order.best(beginning: root.map { core.contains($0) ? [$0] : [] } ?? []).cost
    for node in core.sorted() where node != root {
      if try compose(through: node, joinCost) { return true }
    }
    for node in core.sorted() where node != root {
      if try restrict(to: node, core, joinCost) { return true }
    }
    return false
  }

  private func coreEdges(_ core: Set<Int>) -> [Int] {
    edges.indices.filter { !edges[$0].isGone && core.contains(edges[$0].link.from) && core.contains(edges[$0].link.to) }
  }

  private mutating func supports(_ core: Set<Int>) throws(CypherError) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for node in core.sorted() { counts[node] = try settled(node).support.count }
    return counts
  }

  /// Puts one link in the place of two in a row that a variable lies between.
  private mutating func compose(through node: Int, _ joinCost: Double) throws(CypherError) -> Bool {
    let own = edges.indices.filter { edges[$0].joins(node) }
    guard own.count == 2, edges[own[0]].other(node) != edges[own[1]].other(node) else { return false }
    for (first, last) in [(own[0], own[1]), (own[1], own[0])] {
      let (start, end) = (edges[first].other(node), edges[last].other(node))
      guard try mayBeFunction(edges[first], from: start, joinCost), try mayBeFunction(edges[last], from: node, joinCost),
        try isFunction(edges[first], from: start), try isFunction(edges[last], from: node)
      else { continue }
      let weights = try settled(node)
      guard weights.support.isPlain else { return false }
      let made = MadeRelation(
        .composition(first: seen(edges[first], from: start), second: seen(edges[last], from: node), through: weights))
      edges[first].isGone = true
      edges[last].isGone = true
      edges.append(
        Edge(
          link: PatternTerm.Link(
            types: [], isDirected: true, conditions: [], from: start, to: end, isExistence: false, made: made)))
      variables[node] = nil
      return true
    }
    return false
  }

  /// Takes away a variable that all its neighbours lead to; these must hang together without it.
  private mutating func restrict(to node: Int, _ core: Set<Int>, _ joinCost: Double) throws(CypherError) -> Bool {
    let own = edges.indices.filter { edges[$0].joins(node) }
    let neighbours = own.map { edges[$0].other(node) }
    let members = Set(neighbours)
    guard members.count == own.count, members.isSubset(of: core) else { return false }
    let inner = edges.indices.filter {
      !edges[$0].isGone && members.contains(edges[$0].link.from) && members.contains(edges[$0].link.to)
    }
    guard hangTogether(members, inner), try pairCount(inner) <= joinCost else { return false }
    for (edge, member) in zip(own, neighbours) {
      guard try mayBeFunction(edges[edge], from: member, joinCost) else { return false }
    }
    for (edge, member) in zip(own, neighbours) {
      guard try isFunction(edges[edge], from: member) else { return false }
    }
    let leads = Dictionary(uniqueKeysWithValues: zip(neighbours, own.map { edges[$0] }))
    for index in inner {
      let link = edges[index].link
      edges[index].link.made = MadeRelation(
        .restriction(link, source: seen(leads[link.from]!, from: link.from), target: seen(leads[link.to]!, from: link.to)))
    }
    // One of those that lead to the same node stands for it. Each of them leads somewhere, by the restriction.
    let (edge, member) = (edges[own[0]], neighbours[0])
    let factor = try relations.factor(.product, edge.link, fromSource: edge.link.from == member, try settled(node))
    if factor.weights != nil { variables[member]!.factors.append(factor) }
    for index in own { edges[index].isGone = true }
    variables[node] = nil
    return true
  }

  private func pairCount(_ inner: [Int]) throws(CypherError) -> Double {
    var count = 0
    for index in inner {
      let link = edges[index].link
      count += try relations.pairCount(link, from: labels[link.from] ?? [], to: labels[link.to] ?? [])
    }
    return Double(count)
  }

  private func hangTogether(_ members: Set<Int>, _ inner: [Int]) -> Bool {
    guard let first = members.min() else { return false }
    var found: Set<Int> = [first]
    while let next = inner.first(where: { found.contains(edges[$0].link.from) != found.contains(edges[$0].link.to) }) {
      found.formUnion([edges[next].link.from, edges[next].link.to])
    }
    return found == members
  }

  /// False where the numbers of nodes and relationships speak against it, or asking would cost more than the join. A function
  /// from fewer nodes to more is left aside: most are none, and the rows that tell are asked for by nobody else.
  private func mayBeFunction(_ edge: Edge, from node: Int, _ joinCost: Double) throws(CypherError) -> Bool {
    let (near, far) = (labels[node] ?? [], labels[edge.other(node)] ?? [])
    let link = edge.link
    let pairCount = try relations.pairCount(link, from: labels[link.from] ?? [], to: labels[link.to] ?? [])
    let nearCount = relations.nodeCount(labels: near)
    let farCount = far.isEmpty ? pairCount : relations.nodeCount(labels: far)
    return pairCount <= nearCount && farCount <= nearCount && Double(pairCount) <= joinCost
  }

  private func isFunction(_ edge: Edge, from node: Int) throws(CypherError) -> Bool {
    let rows = try relations.rows(edge.link, fromSource: edge.link.from == node)
    return rows.isFunction(of: seen(edge, from: node).nodes) && (rows.multiplicities == nil || edge.link.isExistence)
  }

  private func seen(_ edge: Edge, from node: Int) -> MadeRelation.DirectedLink {
    let weights = variables[node]!.weights
    return MadeRelation.DirectedLink(
      link: edge.link, fromSource: edge.link.from == node, nodes: weights.first..<(weights.first + weights.count))
  }
}
