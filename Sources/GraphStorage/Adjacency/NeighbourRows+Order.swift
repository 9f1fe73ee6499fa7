import Synchronization

extension NeighbourRows {
  /// The numbers of the rows that are not empty, each after those of its neighbours; nil where there is a cycle.
  ///
  /// - Complexity: O(rows + entries) when it is first asked for. A. B. Kahn, "Topological Sorting of Large Networks", CACM 1962.
  package var neighboursFirst: [UInt32]? {
    order.withLock { order in
      if case .known(let known) = order { return known }
      let made = makeNeighboursFirst()
      order = .known(made)
      return made
    }
  }

  /// What is known of `neighboursFirst`.
  enum Order: Sendable {
    case unknown
    case known([UInt32]?)
  }

  private func makeNeighboursFirst() -> [UInt32]? {
    // How often each row is a neighbour's of one that has not been taken yet.
    var counts = [UInt32](repeating: 0, count: rowCount)
    var order = [UInt32](repeating: 0, count: rowCount)
    var filledCount = 0
    let isAcyclic = counts.withUnsafeMutableBufferPointer { counts in
      order.withUnsafeMutableBufferPointer { order in
        for place in 0..<entryCount {
          let row = Int(neighbours[place]) &- firstNode
          if UInt(bitPattern: row) < UInt(bitPattern: rowCount) { counts[row] &+= 1 }
        }
        var (taken, found) = (0, 0)
        for row in 0..<rowCount where offsets[row] != offsets[row &+ 1] {
          filledCount &+= 1
          if counts[row] == 0 {
            order[found] = UInt32(truncatingIfNeeded: row)
            found &+= 1
          }
        }
        while taken < found {
          let next = Int(order[taken])
          taken &+= 1
          for place in Int(offsets[next])..<Int(offsets[next &+ 1]) {
            let row = Int(neighbours[place]) &- firstNode
            guard UInt(bitPattern: row) < UInt(bitPattern: rowCount) else { continue }
            counts[row] &-= 1
            if counts[row] == 0 && offsets[row] != offsets[row &+ 1] {
              order[found] = UInt32(truncatingIfNeeded: row)
              found &+= 1
            }
          }
        }
        return found == filledCount
      }
    }
    return isAcyclic ? order.prefix(filledCount).reversed() : nil
  }
}
