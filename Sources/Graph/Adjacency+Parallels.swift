// Many algorithms know only one relationship between two vertices: what becomes of the others is said here.
extension Adjacency {
  /// Of the relationships from one vertex to another only the lightest, and of those that weigh the same the one with the
  /// smallest number; loops stay. O(|V| + |E|); without new memory where no relationships are parallel.
  public var lightest: Adjacency {
    guard hasRepetitions(orLoops: false) else { return self }
    return mergingParallels { kept, place in
      guard let weights else { return precedes(place, kept) }
      return weights[place] < weights[kept] || (weights[place] == weights[kept] && precedes(place, kept))
    }
  }

  /// The rows without loops, parallel relationships, weights and numbers. O(|V| + |E|); without new memory where there are
  /// neither loops nor parallel relationships.
  public var distinct: Adjacency {
    guard hasRepetitions(orLoops: true) else { return Adjacency(offsets: offsets, targets: targets, weights: nil) }
    var offsets = [0]
    offsets.reserveCapacity(vertexCount + 1)
    var targets: [UInt32] = []
    targets.reserveCapacity(entryCount)
    for vertex in 0..<vertexCount {
      let start = targets.count
      for place in row(vertex) {
        let target = self.targets[place]
        guard target != UInt32(vertex), targets.count == start || targets[targets.count - 1] != target else { continue }
        targets.append(target)
      }
      offsets.append(targets.count)
    }
    return Adjacency(offsets: offsets, targets: targets, weights: nil)
  }

  /// The relationships from one vertex to another as one that weighs as much as all of them; loops stay, numbers go.
  /// O(|V| + |E|).
  public var summed: Adjacency {
    var offsets = [0]
    offsets.reserveCapacity(vertexCount + 1)
    var targets: [UInt32] = []
    var weights: [Double] = []
    for vertex in 0..<vertexCount {
      let start = targets.count
      for place in row(vertex) {
        if targets.count > start, targets[targets.count - 1] == self.targets[place] {
          weights[weights.count - 1] += weight(at: place)
        } else {
          targets.append(self.targets[place])
          weights.append(weight(at: place))
        }
      }
      offsets.append(targets.count)
    }
    return Adjacency(offsets: offsets, targets: targets, weights: weights)
  }

  /// Whether two relationships lead from one vertex to the same other one.
  private func hasRepetitions(orLoops countsLoops: Bool) -> Bool {
    withRows { rows in
      for vertex in 0..<rows.vertexCount {
        let row = rows.row(vertex)
        for place in row {
          let target = rows.targets[place]
          if place > row.lowerBound && rows.targets[place &- 1] == target { return true }
          if countsLoops && target == UInt32(truncatingIfNeeded: vertex) { return true }
        }
      }
      return false
    }
  }

  private func precedes(_ place: Int, _ other: Int) -> Bool { numbers.map { $0[place] < $0[other] } ?? false }

  /// - Parameter isBetter: whether an entry takes the place of the one kept so far.
  private func mergingParallels(_ isBetter: (_ kept: Int, _ place: Int) -> Bool) -> Adjacency {
    var offsets = [0]
    offsets.reserveCapacity(vertexCount + 1)
    var places: [Int] = []
    places.reserveCapacity(entryCount)
    for vertex in 0..<vertexCount {
      let start = places.count
      for place in row(vertex) {
        if places.count > start, targets[places[places.count - 1]] == targets[place] {
          if isBetter(places[places.count - 1], place) { places[places.count - 1] = place }
        } else {
          places.append(place)
        }
      }
      offsets.append(places.count)
    }
    return Adjacency(
      offsets: offsets, targets: places.map { targets[$0] }, weights: weights.map { weights in places.map { weights[$0] } },
      numbers: numbers.map { numbers in places.map { numbers[$0] } })
  }
}
