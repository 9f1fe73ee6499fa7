extension NeighbourRows {
  /// The rows with every pair of two nodes at only one of them: the one with fewer neighbours, or of two with as many the first.
  /// For rows that are the same in both directions. The longest row left is short even where there are hubs (Chiba and Nishizeki,
  /// "Arboricity and Subgraph Listing Algorithms", SIAM J. Comput. 1985). O(entries).
  package func towardsHubs() -> NeighbourRows {
    let offsets = UnsafeMutablePointer<UInt32>.allocate(capacity: rowCount + 1)
    let kept = UnsafeMutablePointer<UInt32>.allocate(capacity: max(entryCount, 1))
    let keptMultiplicities = multiplicities.map { _ in UnsafeMutablePointer<UInt32>.allocate(capacity: max(entryCount, 1)) }
    var count = 0
    var relationshipCount = 0
    for row in 0..<rowCount {
      offsets[row] = UInt32(count)
      let node = firstNode &+ row
      let degree = self.row(of: node).count
      for place in self.row(of: node) {
        let neighbour = Int(neighbours[place])
        let other = self.row(of: neighbour).count
        guard degree < other || (degree == other && node < neighbour) else { continue }
        kept[count] = UInt32(neighbour)
        if let keptMultiplicities { keptMultiplicities[count] = multiplicities![place] }
        relationshipCount &+= Int(multiplicities?[place] ?? 1)
        count &+= 1
      }
    }
    offsets[rowCount] = UInt32(count)
    return NeighbourRows(
      firstNode: firstNode, rowCount: rowCount, offsets: offsets, neighbours: kept, multiplicities: keptMultiplicities,
      relationshipCount: relationshipCount, hasLoops: false)
  }
}
