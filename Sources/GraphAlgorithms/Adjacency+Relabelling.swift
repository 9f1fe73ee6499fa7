import Graph

extension Adjacency {
  /// The vertices in the order in which breadth-first searches meet them, each begun at the lowest vertex that none has met.
  /// O(|V| + |E|).
  ///
  /// Neighbours lie closer together in this order than in that of most sources of graphs, and with them what an algorithm keeps
  /// for each vertex (E. Cuthill and J. McKee, "Reducing the bandwidth of sparse symmetric matrices", 1969).
  var breadthFirstOrder: [UInt32] {
    let count = vertexCount
    var isMet = [Bool](repeating: false, count: count)
    return [UInt32](unsafeUninitializedCapacity: count) { order, orderCount in
      withRows { rows in
        isMet.withUnsafeMutableBufferPointer { isMet in
          var end = 0
          var position = 0
          for start in 0..<count where !isMet[start] {
            isMet[start] = true
            order[end] = UInt32(truncatingIfNeeded: start)
            end &+= 1
            while position < end && end < count {
              for place in rows.row(Int(order[position])) {
                let target = rows.targets[place]
                order[end] = target
                end &+= isMet[Int(target)] ? 0 : 1
                isMet[Int(target)] = true
                if end == count { break }
              }
              position &+= 1
            }
            if end == count { break }
          }
        }
      }
      orderCount = count
    }
  }

  /// The same relationships, without weights and numbers, where vertex n is vertex `order[n]` of this graph.
  /// O(|V| + |E| log of the largest degree).
  ///
  /// - Parameter order: every vertex once.
  func relabelled(_ order: [UInt32]) -> Adjacency {
    precondition(order.count == vertexCount, "an order has every vertex once")
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, vertex) in order.enumerated() { places[Int(vertex)] = UInt32(truncatingIfNeeded: place) }
    var offsets = [Int](repeating: 0, count: order.count + 1)
    let targets = [UInt32](unsafeUninitializedCapacity: entryCount) { targets, targetCount in
      withRows { rows in
        places.withUnsafeBufferPointer { places in
          var next = 0
          for (vertex, old) in order.enumerated() {
            let start = next
            for place in rows.row(Int(old)) {
              targets[next] = places[Int(rows.targets[place])]
              next &+= 1
            }
            targets[start..<next].sort()
            offsets[vertex + 1] = next
          }
        }
      }
      targetCount = entryCount
    }
    return Adjacency(offsets: offsets, targets: targets, weights: nil)
  }
}
