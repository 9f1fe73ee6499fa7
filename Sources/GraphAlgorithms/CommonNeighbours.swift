import Graph

/// Two vertices and how much they have in common.
public struct VertexPair: Sendable, Equatable {
  public var source: UInt32
  public var target: UInt32
  public var score: Double

  public init(source: UInt32, target: UInt32, score: Double) {
    self.source = source
    self.target = target
    self.score = score
  }
}

/// Which neighbours two vertices share: the count, or a sum over them.
///
///     0   1
///     │ ╳ │      0 and 1 share 2 and 3; 2 and 3 share 0 and 1
///     2   3
///
/// What `NodeSimilarity` and `LinkPrediction` have in common: from a vertex to its neighbours and on to theirs. Loops and
/// parallel relationships do not count. The sum over the neighbours of a vertex of their degrees for each vertex asked about,
/// O(|V|) memory.
struct CommonNeighbours {
  /// Every vertex's neighbours, and of whom each vertex is a neighbour.
  let graph: Adjacency
  let reversed: Adjacency
  /// What each shared neighbour adds.
  private let contributions: [Double]
  private var sums: [Double]
  private var met: [UInt32] = []

  /// - Parameter contribution: what a shared neighbour adds, by the number of vertices that it is a neighbour of.
  init(_ graph: Adjacency, isDirected: Bool, contribution: (_ degree: Int) -> Double) {
    self.graph = isDirected ? graph.distinct : graph.simple
    let reversed = isDirected ? self.graph.reversed : self.graph
    self.reversed = reversed
    contributions = (0..<graph.vertexCount).map { contribution(reversed.degree($0)) }
    sums = [Double](repeating: 0, count: graph.vertexCount)
  }

  /// The vertices that share neighbours with `source`, ascending, each with the sum over those shared.
  mutating func pairs(of source: Int) -> [VertexPair] {
    for neighbour in graph.targets[graph.row(source)] {
      for other in reversed.targets[reversed.row(Int(neighbour))] where Int(other) != source {
        if sums[Int(other)] == 0 { met.append(other) }
        sums[Int(other)] += contributions[Int(neighbour)]
      }
    }
    let pairs = met.sorted().map { VertexPair(source: UInt32(source), target: $0, score: sums[Int($0)]) }
    for vertex in met { sums[Int(vertex)] = 0 }
    met.removeAll(keepingCapacity: true)
    return pairs
  }

  /// The sum over the neighbours that two vertices share, 0 where there are none.
  func sum(_ source: Int, _ target: Int) -> Double {
    let others = Set(graph.targets[graph.row(target)])
    return graph.targets[graph.row(source)].reduce(0) { $0 + (others.contains($1) ? contributions[Int($1)] : 0) }
  }

  func areJoined(_ source: Int, _ target: Int) -> Bool {
    graph.targets[graph.row(source)].contains(UInt32(target)) || reversed.targets[reversed.row(source)].contains(UInt32(target))
  }
}
