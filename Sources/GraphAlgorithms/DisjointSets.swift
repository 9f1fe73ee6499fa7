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
}
