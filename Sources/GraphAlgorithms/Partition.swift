/// A division of vertices into groups: one name a vertex, the names below the number of vertices.
enum Partition {
  /// The same groups, each named by its smallest member. O(|V|).
  static func namedBySmallestMember(_ groups: [UInt32]) -> [UInt32] {
    var names = [UInt32](repeating: .max, count: groups.count)
    return groups.enumerated().map { vertex, group in
      if names[Int(group)] == .max { names[Int(group)] = UInt32(vertex) }
      return names[Int(group)]
    }
  }

  /// The same groups, numbered 0 ..< count in the order of their smallest members. O(|V|).
  static func compacted(_ groups: [UInt32]) -> (groups: [UInt32], count: Int) {
    var numbers = [UInt32](repeating: .max, count: groups.count)
    var count: UInt32 = 0
    let compacted = groups.map { group -> UInt32 in
      if numbers[Int(group)] == .max {
        numbers[Int(group)] = count
        count += 1
      }
      return numbers[Int(group)]
    }
    return (compacted, Int(count))
  }

  /// The members of each group side by side, ascending, and where each group begins; one more at the end. O(|V|).
  static func members(of groups: [UInt32], count: Int) -> (starts: [Int], vertices: [UInt32]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for group in groups { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var vertices = [UInt32](repeating: 0, count: groups.count)
    for (vertex, group) in groups.enumerated() {
      vertices[next[Int(group)]] = UInt32(vertex)
      next[Int(group)] += 1
    }
    return (starts, vertices)
  }
}
