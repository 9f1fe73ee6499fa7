import Graph

/// Vertices in sets that are united two by two (union–find).
///
/// Each set is named by its smallest vertex; paths are halved on the way (R. E. Tarjan and J. van Leeuwen, "Worst-case analysis
/// of set union algorithms", JACM 31, 1984). O(log |V|) an operation at worst, near-constant in practice.
struct DisjointSets {
  private var parents: [UInt32]

  init(count: Int) {
    parents = Array(0..<UInt32(count))
  }

  /// The smallest vertex of the set that `vertex` is in.
  mutating func root(of vertex: UInt32) -> UInt32 {
    var vertex = vertex
    while parents[Int(vertex)] != vertex {
      let grandparent = parents[Int(parents[Int(vertex)])]
      parents[Int(vertex)] = grandparent
      vertex = grandparent
    }
    return vertex
  }

  /// Makes two sets one; false if they were one already.
  @discardableResult mutating func unite(_ a: UInt32, _ b: UInt32) -> Bool {
    let (a, b) = (root(of: a), root(of: b))
    guard a != b else { return false }
    if a < b { parents[Int(b)] = a } else { parents[Int(a)] = b }
    return true
  }

  /// Puts each of `vertices` into one set with all in its row.
  mutating func uniteRows(of vertices: Range<Int>, in rows: AdjacencyRows) {
    parents.withUnsafeMutableBufferPointer { parents in
      let parents = parents.baseAddress!
      for vertex in vertices {
        var root = Self.root(of: UInt32(truncatingIfNeeded: vertex), parents)
        for place in rows.row(vertex) {
          let target = rows.targets[place]
          // Most neighbours of a large set hang from its root already.
          guard parents[Int(target)] != root else { continue }
          let other = Self.root(of: target, parents)
          parents[Int(max(root, other))] = min(root, other)
          root = min(root, other)
        }
      }
    }
  }

  /// The root of each vertex. Since a parent is smaller than its children, one ascending pass finds them: O(|V|).
  var roots: [UInt32] {
    var roots = parents
    for vertex in roots.indices { roots[vertex] = roots[Int(roots[vertex])] }
    return roots
  }

  @inline(__always)
  private static func root(of vertex: UInt32, _ parents: UnsafeMutablePointer<UInt32>) -> UInt32 {
    var vertex = vertex
    while parents[Int(vertex)] != vertex {
      let grandparent = parents[Int(parents[Int(vertex)])]
      parents[Int(vertex)] = grandparent
      vertex = grandparent
    }
    return vertex
  }
}
