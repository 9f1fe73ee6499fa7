import Graph

extension Adjacency {
  /// The graph whose vertices are groups of this one's, with one relationship at most from one to another, which weighs as much
  /// as all that it stands for. A relationship inside a group becomes a loop, which is there once and so gets half of the weight
  /// that both directions have together. O(|V| + |E| log |E|).
  ///
  /// - Parameters:
  ///   - groups: one a vertex, below `count`.
  ///   - count: the number of groups.
  func contracted(by groups: [UInt32], count: Int) -> Adjacency {
    let members = Partition.members(of: groups, count: count)
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
    var targets: [UInt32] = []
    var weights: [Double] = []
    var met: [UInt32] = []
    var sums = [Double](repeating: 0, count: count)
    // A weight may be 0, so that the sum does not tell whether a group was met.
    var isMet = [Bool](repeating: false, count: count)
    withRows { rows in
      groups.withUnsafeBufferPointer { groups in
        sums.withUnsafeMutableBufferPointer { sums in
          for group in 0..<count {
            for member in members.starts[group]..<members.starts[group + 1] {
              let vertex = Int(members.vertices[member])
              for place in rows.row(vertex) {
                let target = Int(rows.targets[place])
                let other = Int(groups[target])
                if !isMet[other] {
                  isMet[other] = true
                  met.append(UInt32(other))
                }
                sums[other] += other == group && target != vertex ? rows.weight(at: place) / 2 : rows.weight(at: place)
              }
            }
            met.sort()
            for other in met {
              targets.append(other)
              weights.append(sums[Int(other)])
              sums[Int(other)] = 0
              isMet[Int(other)] = false
            }
            met.removeAll(keepingCapacity: true)
            offsets.append(targets.count)
          }
        }
      }
    }
    return Adjacency(offsets: offsets, targets: targets, weights: weights)
  }
}
