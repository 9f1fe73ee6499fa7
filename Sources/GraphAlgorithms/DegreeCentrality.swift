import Graph

/// How many relationships each vertex has, or how much they weigh.
///
///     0 → 1 ← 2      0: 1, 1: 0, 2: 1 along the arrows; 1, 2, 1 both ways
///
/// Parallel relationships count each; both ways a loop counts twice, since it begins and ends there. O(|V| + |E|).
public enum DegreeCentrality {
  /// One count a vertex: the entries of its row.
  public static func counts(of graph: Adjacency) -> [Int64] {
    (0..<graph.vertexCount).map { Int64(graph.degree($0)) }
  }

  /// One sum a vertex: the weights of its row.
  public static func strengths(of graph: Adjacency) -> [Double] {
    guard graph.weights != nil else { return (0..<graph.vertexCount).map { Double(graph.degree($0)) } }
    return (0..<graph.vertexCount).map { vertex in graph.row(vertex).reduce(0) { $0 + graph.weight(at: $1) } }
  }
}
