import Graph

/// The weight between a vertex and each community around it.
///
/// Two arrays as long as there are communities, of which a vertex uses as many elements as it has neighbours.
final class CommunityLinks {
  /// One a community; only those of `met` are not zero.
  private let sums: UnsafeMutablePointer<Double>
  private let metCommunities: UnsafeMutablePointer<UInt32>
  private var metCount = 0

  init(count: Int) {
    sums = .allocate(capacity: max(count, 1))
    sums.initialize(repeating: 0, count: count)
    metCommunities = .allocate(capacity: max(count, 1))
  }

  deinit {
    sums.deallocate()
    metCommunities.deallocate()
  }

  /// The communities of the vertex's neighbours, in the order in which they were met.
  var met: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: metCommunities, count: metCount) }

  @inline(__always) func weight(to community: UInt32) -> Double { sums[Int(community)] }

  /// Forgets the vertex before and looks at the neighbours of another, loops left out.
  func collect(of vertex: Int, in graph: Adjacency, _ communities: [UInt32]) {
    graph.withRows { rows in
      communities.withUnsafeBufferPointer { collect(of: vertex, in: rows, $0.baseAddress!) }
    }
  }

  @inline(__always)
  func collect(of vertex: Int, in rows: AdjacencyRows, _ communities: UnsafePointer<UInt32>) {
    for index in 0..<metCount { sums[Int(metCommunities[index])] = 0 }
    var count = 0
    for place in rows.row(vertex) {
      let target = Int(rows.targets[place])
      let weight = rows.weight(at: place)
      guard target != vertex, weight > 0 else { continue }
      let community = communities[target]
      let sum = sums[Int(community)]
      if sum == 0 {
        metCommunities[count] = community
        count &+= 1
      }
      sums[Int(community)] = sum + weight
    }
    metCount = count
  }
}
