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
    var offsets: [Int] = [0]
    offsets.reserveCapacity(vertexCount + 1)
    // A place of this graph, or behind them one of the reversed graph.
    var places: [UInt32] = []
    places.reserveCapacity(2 * entryCount)
    let shift = UInt32(entryCount)
    for vertex in 0..<vertexCount {
      var mirrored = reversed.offsets[vertex]
      let end = reversed.offsets[vertex + 1]
      for place in row(vertex) {
        while mirrored < end, reversed.targets[mirrored] < targets[place] {
          if reversed.targets[mirrored] != UInt32(vertex) { places.append(shift &+ UInt32(mirrored)) }
          mirrored += 1
        }
        places.append(UInt32(place))
      }
      while mirrored < end {
        if reversed.targets[mirrored] != UInt32(vertex) { places.append(shift &+ UInt32(mirrored)) }
        mirrored += 1
      }
      offsets.append(places.count)
    }
    func chosen<Element>(_ own: [Element], _ mirrored: [Element]) -> [Element] {
      places.map { $0 < shift ? own[Int($0)] : mirrored[Int($0 &- shift)] }
    }
    return Adjacency(
      offsets: offsets, targets: chosen(targets, reversed.targets),
      weights: weights.flatMap { own in reversed.weights.map { chosen(own, $0) } },
      numbers: numbers.flatMap { own in reversed.numbers.map { chosen(own, $0) } })
  }
}
