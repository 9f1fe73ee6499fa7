// The same relationships followed another way.
extension Adjacency {
  /// The same relationships, each turned round. One counting sort: O(|V| + |E|).
  public var reversed: Adjacency {
    let count = vertexCount
    var offsets = [Int](repeating: 0, count: count + 1)
    let places = [UInt32](unsafeUninitializedCapacity: entryCount) { places, placeCount in
      withRows { rows in
        offsets.withUnsafeMutableBufferPointer { offsets in
          for place in 0..<entryCount { offsets[Int(rows.targets[place]) &+ 1] &+= 1 }
          for vertex in 0..<count { offsets[vertex &+ 1] &+= offsets[vertex] }
          // Each row begins where the one before ends; filling moves the beginnings to the ends, which shifts them by one.
          for place in 0..<entryCount {
            let target = Int(rows.targets[place])
            places[offsets[target]] = UInt32(truncatingIfNeeded: place)
            offsets[target] &+= 1
          }
          for vertex in stride(from: count, to: 0, by: -1) { offsets[vertex] = offsets[vertex &- 1] }
          offsets[0] = 0
        }
      }
      placeCount = entryCount
    }
    let sources = self.sources
    return Adjacency(
      offsets: offsets, targets: places.map { sources[Int($0)] },
      weights: weights.map { weights in places.map { weights[Int($0)] } },
      numbers: numbers.map { numbers in places.map { numbers[Int($0)] } })
  }

  /// Every relationship in both directions; a loop is there once. O(|V| + |E|).
  public var undirected: Adjacency { undirected(with: reversed) }

  /// The same, where what `reversed` gives is at hand.
  package func undirected(with reversed: Adjacency) -> Adjacency {
    precondition(reversed.vertexCount == vertexCount && reversed.entryCount == entryCount, "one is the other turned round")
    var offsets = [Int](repeating: 0, count: vertexCount + 1)
    // A place of this graph, or behind them one of the reversed graph.
    let places = [UInt32](unsafeUninitializedCapacity: 2 * entryCount) { places, count in
      count = offsets.withUnsafeMutableBufferPointer { mergeRows(with: reversed, into: places, endingAt: $0) }
    }
    let shift = UInt32(entryCount)
    func chosen<Element>(_ own: [Element], _ mirrored: [Element]) -> [Element] {
      own.withUnsafeBufferPointer { own in
        mirrored.withUnsafeBufferPointer { mirrored in
          places.map { $0 < shift ? own[Int($0)] : mirrored[Int($0 &- shift)] }
        }
      }
    }
    return Adjacency(
      offsets: offsets, targets: chosen(targets, reversed.targets),
      weights: weights.flatMap { own in reversed.weights.map { chosen(own, $0) } },
      numbers: numbers.flatMap { own in reversed.numbers.map { chosen(own, $0) } })
  }

  /// Writes the places of each vertex's entries in both graphs in the order of their targets, and where each row ends. What is
  /// at hand in both comes first from this graph.
  ///
  /// - Returns: how many places there are.
  private func mergeRows(
    with reversed: Adjacency, into places: UnsafeMutableBufferPointer<UInt32>, endingAt offsets: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    let shift = UInt32(entryCount)
    return withRows { own in
      reversed.withRows { other in
        var count = 0
        for vertex in 0..<vertexCount {
          var mirrored = other.offsets[vertex]
          let end = other.offsets[vertex &+ 1]
          // A loop is there once: from this graph.
          @inline(__always) func takeMirrored() {
            places[count] = shift &+ UInt32(truncatingIfNeeded: mirrored)
            count &+= other.targets[mirrored] == UInt32(truncatingIfNeeded: vertex) ? 0 : 1
            mirrored &+= 1
          }
          for place in own.offsets[vertex]..<own.offsets[vertex &+ 1] {
            let target = own.targets[place]
            while mirrored < end, other.targets[mirrored] < target { takeMirrored() }
            places[count] = UInt32(truncatingIfNeeded: place)
            count &+= 1
          }
          while mirrored < end { takeMirrored() }
          offsets[vertex &+ 1] = count
        }
        return count
      }
    }
  }
}
