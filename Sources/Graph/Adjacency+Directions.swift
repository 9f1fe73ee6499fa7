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

  /// Whether `other` has the same relationships turned round, as far as a sum of hashes tells: for what has been read from two
  /// places that only should agree. O(|V| + |E|).
  package func isMirrored(by other: Adjacency) -> Bool {
    guard other.vertexCount == vertexCount, other.entryCount == entryCount else { return false }
    return hashSum { UInt64($0) << 32 | UInt64($1) } == other.hashSum { UInt64($1) << 32 | UInt64($0) }
  }

  @inline(__always)
  private func hashSum(_ pair: (_ vertex: UInt32, _ target: UInt32) -> UInt64) -> UInt64 {
    withRows { rows in
      var sum: UInt64 = 0
      for vertex in 0..<vertexCount {
        for place in rows.row(vertex) {
          let product = pair(UInt32(truncatingIfNeeded: vertex), rows.targets[place]) &* 0x9E37_79B9_7F4A_7C15
          sum &+= (product ^ product &>> 32) &* 0xA076_1D64_78BD_642F
        }
      }
      return sum
    }
  }

  /// Every relationship in both directions; a loop is there once. O(|V| + |E|).
  public var undirected: Adjacency { undirected(with: reversed) }

  /// The same, where what `reversed` gives is at hand.
  package func undirected(with reversed: Adjacency) -> Adjacency {
    precondition(reversed.vertexCount == vertexCount && reversed.entryCount == entryCount, "one is the other turned round")
    var offsets = [Int](repeating: 0, count: vertexCount + 1)
    if weights == nil && numbers == nil {
      let targets = [UInt32](unsafeUninitializedCapacity: 2 * entryCount) { targets, count in
        count = offsets.withUnsafeMutableBufferPointer { offsets in
          mergeRows(with: reversed, endingAt: offsets) { entry, _, target in targets[entry] = target }
        }
      }
      return Adjacency(offsets: offsets, targets: targets, weights: nil)
    }
    let shift = UInt32(entryCount)
    // A place of this graph, or behind them one of the reversed graph.
    let places = [UInt32](unsafeUninitializedCapacity: 2 * entryCount) { places, count in
      count = offsets.withUnsafeMutableBufferPointer { offsets in
        mergeRows(with: reversed, endingAt: offsets) { entry, place, _ in places[entry] = UInt32(truncatingIfNeeded: place) }
      }
    }
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

  /// Gives the entries of each vertex in both graphs in the order of their targets, and writes where each row ends. What is at
  /// hand in both comes first from this graph.
  ///
  /// - Parameter give: takes the number of an entry, its place in this graph – or, behind all of those, in the reversed one – and
  ///   its target. Called once more than is counted where a loop comes a second time, for the place of the next entry.
  /// - Returns: how many entries there are.
  @inline(__always)
  private func mergeRows(
    with reversed: Adjacency, endingAt offsets: UnsafeMutableBufferPointer<Int>,
    _ give: (_ entry: Int, _ place: Int, _ target: UInt32) -> Void
  ) -> Int {
    let shift = entryCount
    return withRows { own in
      reversed.withRows { other in
        var count = 0
        for vertex in 0..<vertexCount {
          var mirrored = other.offsets[vertex]
          let end = other.offsets[vertex &+ 1]
          // A loop is there once: from this graph.
          @inline(__always) func takeMirrored() {
            let target = other.targets[mirrored]
            give(count, shift &+ mirrored, target)
            count &+= target == UInt32(truncatingIfNeeded: vertex) ? 0 : 1
            mirrored &+= 1
          }
          for place in own.offsets[vertex]..<own.offsets[vertex &+ 1] {
            let target = own.targets[place]
            while mirrored < end, other.targets[mirrored] < target { takeMirrored() }
            give(count, place, target)
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
