import Graph

/// How many relationships lie between one vertex and the others.
///
///     0 → 1 → 2      distances from 0: 0, 1, 2, 1, none
///     ↓       ↑
///     3 ──────┘  4
///
/// Level by level (E. F. Moore, "The shortest path through a maze", 1959). O(|V| + |E|) time, O(|V|) memory.
public enum BreadthFirstSearch {
  /// What a vertex that cannot be reached has for a distance.
  public static let unreachable = UInt32.max

  /// The distance of every vertex from `source`.
  ///
  /// - Parameter limit: how far to look; vertices beyond count as unreachable.
  public static func distances(from source: Int, in graph: Adjacency, limit: UInt32 = .max) -> [UInt32] {
    var distances = [UInt32](repeating: unreachable, count: graph.vertexCount)
    distances[source] = 0
    var frontier = [UInt32(source)]
    var distance: UInt32 = 0
    while !frontier.isEmpty, distance < limit {
      distance += 1
      var next: [UInt32] = []
      for vertex in frontier {
        for place in graph.row(Int(vertex)) {
          let target = graph.targets[place]
          guard distances[Int(target)] == unreachable else { continue }
          distances[Int(target)] = distance
          next.append(target)
        }
      }
      frontier = next
    }
    return distances
  }
}
