import Graph

extension Adjacency {
  /// The graph whose vertices are groups of this one's. A relationship inside a group becomes a loop, which is there once and
  /// so gets half of the weight that both directions have together. O(|V| + |E|).
  ///
  /// - Parameters:
  ///   - groups: one a vertex, below `count`.
  ///   - count: the number of groups.
  func contracted(by groups: [UInt32], count: Int) -> Adjacency {
    let sources = self.sources
    let weights = targets.indices.map { place -> Double in
      let isHalf = sources[place] != targets[place] && groups[Int(sources[place])] == groups[Int(targets[place])]
      return isHalf ? weight(at: place) / 2 : weight(at: place)
    }
    return Adjacency(
      vertexCount: count, sources: sources.map { groups[Int($0)] }, targets: targets.map { groups[Int($0)] }, weights: weights
    ).summed
  }
}
