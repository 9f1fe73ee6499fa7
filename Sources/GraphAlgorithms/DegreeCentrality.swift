import Graph

/// How many relationships each vertex has.
///
///     0 → 1 ← 2      0: 1, 1: 0, 2: 1 along the arrows; 1, 2, 1 where the graph is undirected
///
/// O(|V|).
public enum DegreeCentrality {
  /// One count a vertex: the entries of its row.
  public static func counts(of graph: Adjacency) -> [Int64] {
    (0..<graph.vertexCount).map { Int64(graph.degree($0)) }
  }
}
