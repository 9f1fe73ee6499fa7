import Graph

extension Workload {
  /// Work along relationships.
  static func patterns(_ graph: SampleGraph) -> [Workload] {
    [twoHops(graph), chains(graph), triangles(graph), shortestPaths(graph)]
  }

  private static func twoHops(_ graph: SampleGraph) -> Workload {
    let people = graph.some(50)
    return Workload(name: "two hops, distinct") {
      try people.flatMap { person in
        try graph.answer(
          "MATCH (:Person {id: $id})-[:KNOWS]->()-[:KNOWS]->(other) RETURN count(DISTINCT other)",
          ["id": .integer(graph.ids[person])])
      }
    } naive: {
      people.map { person in
        var found: Set<Int> = []
        for friend in graph.known(by: person) { found.formUnion(graph.known(by: friend)) }
        return Int64(found.count)
      }
    }
  }

  private static func chains(_ graph: SampleGraph) -> Workload {
    Workload(name: "count chains of three") {
      try graph.answer("MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c)-[:KNOWS]->(d) WHERE a.age > 40 RETURN count(*)")
    } naive: {
      var count: Int64 = 0
      for a in 0..<graph.personCount where graph.ages[a] > 40 {
        for b in graph.known(by: a) {
          for c in graph.known(by: b) {
            // Back and forth and back again would be the same relationship twice.
            for d in graph.known(by: c) where !(c == a && d == b) { count += 1 }
          }
        }
      }
      return [count]
    }
  }

  private static func triangles(_ graph: SampleGraph) -> Workload {
    Workload(name: "count triangles") {
      try graph.answer("MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c)-[:KNOWS]->(a) RETURN count(*)")
    } naive: {
      var count: Int64 = 0
      for a in 0..<graph.personCount {
        for b in graph.known(by: a) {
          for c in graph.known(by: b) where graph.known(by: c).contains(a) { count += 1 }
        }
      }
      return [count]
    }
  }

  private static func shortestPaths(_ graph: SampleGraph) -> Workload {
    let pairs = Array(zip(graph.some(20), graph.some(40).suffix(20)))
    return Workload(name: "shortest paths") {
      try pairs.flatMap { pair in
        try graph.answer(
          "MATCH p = shortestPath((a:Person {id: $a})-[:KNOWS*..12]->(b:Person {id: $b})) RETURN length(p)",
          ["a": .integer(graph.ids[pair.0]), "b": .integer(graph.ids[pair.1])])
      }
    } naive: {
      pairs.compactMap { distance(from: $0.0, to: $0.1, graph) }
    }
  }

  private static func distance(from start: Int, to end: Int, _ graph: SampleGraph) -> Int64? {
    var distances = [Int64](repeating: -1, count: graph.personCount)
    distances[start] = 0
    var queue = [start]
    var head = 0
    while head < queue.count && distances[queue[head]] < 12 {
      for next in graph.known(by: queue[head]) where distances[next] < 0 {
        distances[next] = distances[queue[head]] + 1
        if next == end { return distances[next] }
        queue.append(next)
      }
      head += 1
    }
    return nil
  }
}
