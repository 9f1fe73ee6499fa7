import Graph

/// How well connected the nodes of a graph are, and what else one look at all of it tells.
struct DOTDegrees {
  private(set) var nodeCount = 0
  private(set) var relationshipCount = 0
  private(set) var labels: Set<String> = []
  /// By id one more than the number of relationships at the node; 0 for a node that there is not.
  private var counts: [UInt32] = []
  /// What is to be left out; nil where nothing is.
  private(set) var overview: DOTOverview?

  /// Counts the relationships that may be drawn. O(|V| + |E| + the largest id).
  init(of elements: some ElementSource, leavingOut overview: DOTOverview?) {
    var overview = overview
    defer { self.overview = overview.flatMap { $0.isOfDocuments ? $0 : nil } }
    elements.forEachInOrder {
      elements.batch($0)
    } _: { batch in
      switch batch.kind {
      case .node: addNodes(batch)
      case .relationship:
        relationshipCount += batch.count
        let drawn = overview?.note(batch) ?? batch
        addEnds(drawn.sources)
        addEnds(drawn.targets)
      }
    }
  }

  private mutating func addNodes(_ batch: ElementBatch) {
    nodeCount += batch.count
    for names in batch.names { labels.formUnion(names) }
    reserve(batch.ids)
    for id in batch.ids { counts[Int(id)] = max(counts[Int(id)], 1) }
  }

  private mutating func addEnds(_ ids: [UInt32]) {
    reserve(ids)
    for id in ids { counts[Int(id)] = max(counts[Int(id)], 1) &+ 1 }
  }

  private mutating func reserve(_ ids: [UInt32]) {
    guard let largest = ids.max(), largest >= counts.count else { return }
    let count = max(Int(largest) + 1, counts.count * 2)
    counts.append(contentsOf: repeatElement(0, count: count - counts.count))
  }

  /// The number of relationships at a node.
  subscript(id: UInt32) -> Int { max(0, Int(counts[Int(id)]) - 1) }

  /// The degree of the node that is in place `count` by degree, 0 where there are no more.
  func smallest(ofLargest count: Int) -> Int {
    // How many nodes have a degree: the place is found by counting from above.
    var frequencies: [Int] = []
    for one in counts where one > 0 {
      let degree = Int(one) - 1
      if degree >= frequencies.count { frequencies.append(contentsOf: repeatElement(0, count: degree + 1 - frequencies.count)) }
      frequencies[degree] += 1
    }
    guard frequencies.reduce(0, +) > count else { return 0 }
    var left = count
    var degree = frequencies.count
    while left > 0 {
      degree -= 1
      left -= frequencies[degree]
    }
    return degree
  }
}
