import Cypher
import Graph
import GraphStorage

/// Counts the matches of one term by eliminating its variables.
struct TermCount {
  struct Edge {
    var link: PatternTerm.Link
    var isGone = false

    func joins(_ node: Int) -> Bool { !isGone && (link.from == node || link.to == node) }
    func other(_ node: Int) -> Int { link.from == node ? link.to : link.from }
  }

  /// One that is left.
  struct Variable {
    var weights: NodeWeights
    /// What the weights are still to be multiplied by; they wait for each other, to be taken in in one pass.
    var factors: [WeightFactor] = []
  }

  let relations: PatternRelations
  private let context: ExecutionContext
  /// Those that are left, by their numbers.
  var variables: [Int: Variable]
  /// The labels that the nodes of each variable have.
  let labels: [Int: [String]]
  var edges: [Edge]
  /// True where it only matters whether the term matches.
  private let isExistence: Bool
  /// How often the components that are counted already match.
  private var factor: Int64 = 1

  init(
    _ term: PatternTerm, _ variables: [Int: Variable], labels: [Int: [String]], isExistence: Bool,
    _ relations: PatternRelations, _ context: ExecutionContext
  ) {
    self.isExistence = isExistence
    self.labels = labels
    self.relations = relations
    self.context = context
    self.variables = variables
    edges = term.links.flatMap { link, count in Array(repeating: Edge(link: link), count: count) }
    // In an order that hangs on the pattern alone, so that every run does the same.
    edges.sort { ($0.link.from, $0.link.to, $0.link.types.count) < ($1.link.from, $1.link.to, $1.link.types.count) }
  }

  mutating func total() throws(CypherError) -> Int64 {
    if let stored = storedTotal { return stored }
    try eliminate(keeping: nil)
    return factor
  }

  /// The number of relationships, where the graph keeps it and nothing else matters.
  private var storedTotal: Int64? {
    guard edges.count == 1, variables.count == 2, variables.values.allSatisfy(\.factors.isEmpty) else { return nil }
    let link = edges[0].link
    guard link.isDirected, link.chainMinimum == nil, link.conditions.isEmpty, !link.isExistence, link.from != link.to,
      let from = variables[link.from]?.weights.labels, let to = variables[link.to]?.weights.labels,
      relations.areGiven(to, atNeighboursBy: link, fromSource: true),
      relations.areGiven(from, atNeighboursBy: link, fromSource: false)
    else { return nil }
    return relations.relationshipCount(link)
  }

  /// The number of matches for each node of one variable.
  mutating func counts(of root: Int) throws(CypherError) -> NodeWeights {
    try eliminate(keeping: root)
    let counts = try settled(root)
    if factor == 1 { return counts }
    let product = NodeWeights(unsetFrom: counts.first, count: counts.count)
    for place in 0..<counts.count { product.values![place] = try counts.weight(at: place).times(factor) }
    return product
  }

  /// What is left of the term between two variables, which all others hang together with.
  mutating func join(of first: Int, _ second: Int) throws(CypherError) -> PatternJoin {
    for index in edges.indices where edges[index].link.from == edges[index].link.to { try takeLoop(index) }
    try passLeaves(keeping: [first, second])
    var weights: [Int: NodeWeights] = [:]
    for node in variables.keys.sorted() { weights[node] = try settled(node) }
    let links = edges.filter { !$0.isGone }.map(\.link)
    return try PatternJoin(links, weights, labels: labels, pair: (first, second), relations, context)
  }

  private mutating func eliminate(keeping root: Int?) throws(CypherError) {
    let kept = Set([root].compactMap { $0 })
    for index in edges.indices where edges[index].link.from == edges[index].link.to { try takeLoop(index) }
    try passLeaves(keeping: kept)
    while let core = cyclicComponent() {
      if try followFunctions(in: core, keeping: root) {
        context.profile?.followsFunctions = true
      } else {
        try join(core, root)
      }
      try passLeaves(keeping: kept)
    }
    for (node, left) in variables.sorted(by: { $0.key < $1.key }) where node != root {
      factor = try factor.times(try WeightPassing(own: left.weights, factors: left.factors).total(context))
      variables[node] = nil
    }
  }

  /// The weights of a variable with all that they were to be multiplied by.
  mutating func settled(_ node: Int) throws(CypherError) -> NodeWeights {
    let variable = variables[node]!
    if variable.factors.isEmpty { return variable.weights }
    let weights = try WeightPassing(own: variable.weights, factors: variable.factors).weights(context)
    try relations.keep(byteCount: weights.byteCount)
    variables[node] = Variable(weights: weights)
    return weights
  }

  // MARK: - Leaves

  /// A relationship from a node to itself is a weight of that node.
  private mutating func takeLoop(_ index: Int) throws(CypherError) {
    let link = edges[index].link
    let rows = try relations.rows(link, fromSource: true)
    let own = try settled(link.from)
    let product = NodeWeights(valuesFrom: own.first, count: own.count)
    for place in 0..<own.count where own.weight(at: place) != 0 {
      let node = own.first + place
      guard let found = rows.place(of: UInt32(node), in: rows.row(of: node)) else { continue }
      let count = link.isExistence ? 1 : Int64(rows.multiplicities?[found] ?? 1)
      product.values![place] = try own.weight(at: place).times(count)
    }
    variables[link.from] = Variable(weights: product)
    edges[index].isGone = true
  }

  private mutating func passLeaves(keeping kept: Set<Int>) throws(CypherError) {
    while let index = nextLeafEdge(kept) {
      let edge = edges[index]
      let ends = [edge.link.from, edge.link.to].filter { !kept.contains($0) && degree($0) == 1 }
      // The smaller array is the one that is read at random.
      let leaf = ends.min { variables[$0]!.weights.count < variables[$1]!.weights.count }!
      try pass(leaf, over: edge)
      edges[index].isGone = true
    }
  }

  private func nextLeafEdge(_ kept: Set<Int>) -> Int? {
    edges.indices.first { index in
      let edge = edges[index]
      return !edge.isGone && [edge.link.from, edge.link.to].contains { !kept.contains($0) && degree($0) == 1 }
    }
  }

  private func degree(_ node: Int) -> Int { edges.reduce(0) { $0 + ($1.joins(node) ? 1 : 0) } }

  private mutating func pass(_ leaf: Int, over edge: Edge) throws(CypherError) {
    let target = edge.other(leaf)
    let weights = try settled(leaf)
    var factor = try relations.factor(.product, edge.link, fromSource: edge.link.from == target, weights)
    if let minimum = edge.link.chainMinimum {
      let chains = ChainWays(
        factor.rows!, to: weights, nodeCapacity: context.snapshot.nodeCapacity, isExistence: isExistence)
      let ways = try chains.weights(minimum, context)
      try relations.keep(byteCount: ways.byteCount)
      factor = WeightFactor(kind: .product, rows: nil, weights: ways, countsParallels: true)
    }
    variables[target]!.factors.append(factor)
    variables[leaf] = nil
    context.profile?.passesCounts = true
  }

  // MARK: - Cycles

  /// The variables of one component in which every one lies on a cycle or between two.
  private func cyclicComponent() -> Set<Int>? {
    var left = edges.filter { !$0.isGone }
    func degree(_ node: Int) -> Int { left.reduce(0) { $0 + ($1.joins(node) ? 1 : 0) } }
    while let index = left.firstIndex(where: { degree($0.link.from) == 1 || degree($0.link.to) == 1 }) { left.remove(at: index) }
    guard let first = left.first else { return nil }
    var component: Set<Int> = [first.link.from]
    while let next = left.first(where: { component.contains($0.link.from) != component.contains($0.link.to) }) {
      component.formUnion([next.link.from, next.link.to])
    }
    return component
  }

  /// Replaces a cyclic component by the one of its variables that leads to the root, or counts it where none does.
  private mutating func join(_ core: Set<Int>, _ root: Int?) throws(CypherError) {
    var links: [PatternTerm.Link] = []
    for index in edges.indices
    where !edges[index].isGone && core.contains(edges[index].link.from) && core.contains(edges[index].link.to) {
      links.append(edges[index].link)
      edges[index].isGone = true
    }
    let door = core.sorted().first { node in node == root || edges.contains { $0.joins(node) } }
    var weights: [Int: NodeWeights] = [:]
    for node in core.sorted() { weights[node] = try settled(node) }
    let join = try PatternJoin(links, weights, labels: labels, output: door, relations, context)
    let result = try join.run()
    context.profile?.intersects = true
    for node in core { variables[node] = nil }
    if let door { variables[door] = Variable(weights: result.counts) } else { factor = try factor.times(result.total) }
  }
}

extension NeighbourRows {
  /// Where `neighbour` stands in a row, nil if it does not. O(log of the row).
  func place(of neighbour: UInt32, in row: Range<Int>) -> Int? {
    var (low, high) = (row.lowerBound, row.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < neighbour { low = middle + 1 } else { high = middle }
    }
    return low < row.upperBound && neighbours[low] == neighbour ? low : nil
  }
}
