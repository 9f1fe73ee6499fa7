import Graph

extension Adjacency {
  /// The graph whose vertices are groups of this one's, with one relationship at most from one to another, which weighs as much
  /// as all that it stands for. A relationship inside a group becomes a loop, which is there once and so gets half of the weight
  /// that both directions have together. O(|V| + |E|).
  ///
  /// For a graph with every relationship in both directions and no negative weight.
  ///
  /// - Parameters:
  ///   - groups: one a vertex, below `count`.
  ///   - count: the number of groups.
  func contracted(by groups: [UInt32], count: Int) -> Adjacency {
    let (offsets, targets, weights) = unsortedContraction(by: groups, count: count)
    // Both directions are there, so that the rows turned round are the rows themselves, and turning sorts them.
    var next = offsets
    var sortedWeights: [Double] = []
    let sortedTargets = [UInt32](unsafeUninitializedCapacity: targets.count) { sortedTargets, targetCount in
      sortedWeights = [Double](unsafeUninitializedCapacity: targets.count) { sortedWeights, weightCount in
        next.withUnsafeMutableBufferPointer { next in
          for group in 0..<count {
            for entry in offsets[group]..<offsets[group + 1] {
              let place = next[Int(targets[entry])]
              next[Int(targets[entry])] = place &+ 1
              sortedTargets[place] = UInt32(truncatingIfNeeded: group)
              sortedWeights[place] = weights[entry]
            }
          }
        }
        weightCount = targets.count
      }
      targetCount = targets.count
    }
    return Adjacency(offsets: offsets, targets: sortedTargets, weights: sortedWeights)
  }

  /// The same with rows in the order in which groups were met.
  private func unsortedContraction(
    by groups: [UInt32], count: Int
  ) -> (offsets: [Int], targets: [UInt32], weights: [Double]) {
    let members = Partition.members(of: groups, count: count)
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
    var targets: [UInt32] = []
    var weights: [Double] = []
    // Below zero for a group that was not met, since a weight may be 0.
    var sums = [Double](repeating: -1, count: count)
    withRows { rows in
      groups.withUnsafeBufferPointer { groups in
        sums.withUnsafeMutableBufferPointer { sums in
          for group in 0..<count {
            for member in members.starts[group]..<members.starts[group + 1] {
              let vertex = Int(members.vertices[member])
              for place in rows.row(vertex) {
                let target = Int(rows.targets[place])
                let other = Int(groups[target])
                let weight = other == group && target != vertex ? rows.weight(at: place) / 2 : rows.weight(at: place)
                if sums[other] < 0 {
                  targets.append(UInt32(truncatingIfNeeded: other))
                  sums[other] = weight
                } else {
                  sums[other] += weight
                }
              }
            }
            for entry in weights.count..<targets.count {
              weights.append(sums[Int(targets[entry])])
              sums[Int(targets[entry])] = -1
            }
            offsets.append(targets.count)
          }
        }
      }
    }
    return (offsets, targets, weights)
  }
}
