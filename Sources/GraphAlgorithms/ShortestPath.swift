import Graph

/// One path of fewest relationships between two vertices.
///
///     0 ─ 1 ─ 2
///     │       │      from 0 to 2: 0, 1, 2 (or 0, 3, 2: any one of the shortest)
///     └── 3 ──┘
///
/// Searches from both ends, always going on at the smaller frontier (I. Pohl, "Bi-directional search", 1971).
/// O(|V| + |E|) at worst; where degrees are near d and the distance is k, about d^(k/2) instead of d^k.
public struct ShortestPath {
  private let forward: Adjacency
  private let backward: Adjacency

  /// - Parameters:
  ///   - graph: the relationships as they may be followed.
  ///   - reversed: `graph.reversed`; `graph` itself where that is undirected.
  public init(graph: Adjacency, reversed: Adjacency) {
    precondition(graph.vertexCount == reversed.vertexCount, "both directions are of one graph")
    forward = graph
    backward = reversed
  }

  /// The vertices of a shortest path, `source` and `target` included; nil where there is none of at most `limit` relationships.
  public func path(from source: Int, to target: Int, limit: Int = .max) -> [Int]? {
    if source == target { return [source] }
    var start = Side(root: source)
    var end = Side(root: target)
    while !start.frontier.isEmpty, !end.frontier.isEmpty, start.depth + end.depth < limit {
      let meeting =
        start.frontier.count <= end.frontier.count
        ? start.advance(in: forward, towards: end) : end.advance(in: backward, towards: start)
      if let meeting { return start.chain(from: meeting).reversed() + end.chain(from: meeting).dropFirst() }
    }
    return nil
  }

  /// One of the two searches.
  private struct Side {
    /// The vertex from which each vertex was reached; the root has itself.
    private(set) var parents: [UInt32: UInt32]
    private(set) var frontier: [UInt32]
    private(set) var depth = 0

    init(root: Int) {
      parents = [UInt32(root): UInt32(root)]
      frontier = [UInt32(root)]
    }

    /// Takes one more level; the first vertex found that the other side knows.
    mutating func advance(in graph: Adjacency, towards other: Side) -> UInt32? {
      depth += 1
      var next: [UInt32] = []
      for vertex in frontier {
        for place in graph.row(Int(vertex)) {
          let target = graph.targets[place]
          guard parents[target] == nil else { continue }
          parents[target] = vertex
          if other.parents[target] != nil { return target }
          next.append(target)
        }
      }
      frontier = next
      return nil
    }

    /// From `vertex` back to the root.
    func chain(from vertex: UInt32) -> [Int] {
      var chain = [Int(vertex)]
      var current = vertex
      while let parent = parents[current], parent != current {
        chain.append(Int(parent))
        current = parent
      }
      return chain
    }
  }
}
