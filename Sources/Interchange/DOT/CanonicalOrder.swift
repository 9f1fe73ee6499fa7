/// An order of a graph's nodes that depends on what the graph says and not on the order in which it was built.
///
/// Nodes are sorted by their content; nodes of the same content are told apart by their neighbours, those by theirs, and so on
/// (partition refinement, as in McKay's "Practical graph isomorphism", 1981, section 2). Nodes that no neighbourhood tells
/// apart are, but for regular graphs of nodes that are all alike, interchangeable, and one of them is put last at will.
struct CanonicalOrder {
  struct Edge {
    var source: Int
    var target: Int
    /// Type and properties, in a form in which equal means equal.
    var content: String
  }

  /// The nodes, first to last.
  private(set) var nodes: [Int]
  /// The place of each node; while nodes are not yet told apart, the place of the first of their class.
  private(set) var ranks: [Int]
  /// The size of the class that begins at a place.
  private var sizes: [Int]
  /// For each node its edges as (kind and direction, other end), the kinds numbered in the order of their content.
  private var neighbours: [[(kind: UInt64, node: Int)]]

  /// O((|V| + |E|) log |V|) where content tells nodes apart.
  init(contents: [String], edges: [Edge]) {
    nodes = contents.indices.sorted { contents[$0] < contents[$1] }
    ranks = [Int](repeating: 0, count: nodes.count)
    sizes = [Int](repeating: 0, count: nodes.count)
    neighbours = Self.neighbours(nodeCount: nodes.count, edges: edges)
    var start = 0
    for place in nodes.indices {
      if contents[nodes[place]] != contents[nodes[start]] { start = place }
      ranks[nodes[place]] = start
      sizes[start] += 1
    }
    refine(Set(nodes.filter { sizes[ranks[$0]] > 1 }))
    for place in nodes.indices {
      while sizes[place] > 1 { separateOne(at: place) }
    }
  }

  private static func neighbours(nodeCount: Int, edges: [Edge]) -> [[(kind: UInt64, node: Int)]] {
    let sorted = Set(edges.map(\.content)).sorted()
    let kinds = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, UInt64($0)) })
    var neighbours = [[(kind: UInt64, node: Int)]](repeating: [], count: nodeCount)
    for edge in edges {
      let kind = kinds[edge.content]! << 1
      neighbours[edge.source].append((kind, edge.target))
      neighbours[edge.target].append((kind | 1, edge.source))
    }
    return neighbours
  }

  /// Makes the last node of the class at `start` a class of its own.
  private mutating func separateOne(at start: Int) {
    let last = start + sizes[start] - 1
    sizes[start] -= 1
    sizes[last] = 1
    ranks[nodes[last]] = last
    refine(Set(neighbours[nodes[last]].map(\.node)))
  }

  /// Splits classes until the nodes of each have the same edges to the same classes; `affected` are the nodes whose
  /// neighbours changed. Every round looks at the ranks as the round before left them, so the outcome has no memory of the
  /// order in which nodes are looked at.
  private mutating func refine(_ affected: Set<Int>) {
    var affected = affected
    while !affected.isEmpty {
      let starts = Set(affected.map { ranks[$0] }).filter { sizes[$0] > 1 }
      let splits = starts.compactMap { start in split(classAt: start).map { (start, $0) } }
      affected = []
      for (start, groups) in splits {
        for node in apply(groups, at: start) { affected.formUnion(neighbours[node].map(\.node)) }
      }
    }
  }

  /// The nodes of a class in groups of equal neighbourhood, in an order that only the neighbourhoods decide; nil where the
  /// class stays whole.
  private func split(classAt start: Int) -> [[Int]]? {
    let members = nodes[start..<start + sizes[start]].map { (node: $0, signature: signature(of: $0)) }
      .sorted { $0.signature.lexicographicallyPrecedes($1.signature) }
    var groups: [[Int]] = []
    for (index, member) in members.enumerated() {
      if index > 0, members[index - 1].signature == member.signature {
        groups[groups.count - 1].append(member.node)
      } else {
        groups.append([member.node])
      }
    }
    return groups.count > 1 ? groups : nil
  }

  private func signature(of node: Int) -> [UInt64] {
    neighbours[node].map { $0.kind << 32 | UInt64(ranks[$0.node]) }.sorted()
  }

  /// Puts a class's groups in its place; the nodes whose rank changed.
  private mutating func apply(_ groups: [[Int]], at start: Int) -> [Int] {
    var changed: [Int] = []
    var place = start
    for group in groups {
      sizes[place] = group.count
      for (offset, node) in group.enumerated() {
        nodes[place + offset] = node
        if ranks[node] != place {
          ranks[node] = place
          changed.append(node)
        }
      }
      place += group.count
    }
    return changed
  }
}
