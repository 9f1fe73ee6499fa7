import Graph

extension Workload {
  /// Work on nodes alone.
  static func reading(_ graph: SampleGraph) -> [Workload] {
    [lookup(graph), filter(graph), text(graph), group(graph), top(graph)]
  }

  private static func lookup(_ graph: SampleGraph) -> Workload {
    let wanted = graph.some(500).map { graph.ids[$0] }
    let places = Dictionary(uniqueKeysWithValues: zip(graph.ids, graph.ids.indices))
    return Workload(name: "look-up by index", statementCount: wanted.count) {
      try wanted.flatMap { try graph.answer("MATCH (p:Person {id: $id}) RETURN p.age, p.points", ["id": .integer($0)]) }
    } naive: {
      wanted.flatMap { id in places[id].map { [graph.ages[$0], graph.points[$0]] } ?? [] }
    }
  }

  private static func filter(_ graph: SampleGraph) -> Workload {
    Workload(name: "filter and aggregate") {
      try graph.answer("MATCH (p:Person) WHERE p.age > 40 AND p.city <> 7 RETURN count(*), sum(p.points), max(p.age)")
    } naive: {
      var (count, sum, greatest): (Int64, Int64, Int64) = (0, 0, 0)
      for person in 0..<graph.personCount where graph.ages[person] > 40 && graph.cities[person] != 7 {
        count += 1
        sum += graph.points[person]
        greatest = max(greatest, graph.ages[person])
      }
      return [count, sum, greatest]
    }
  }

  private static func text(_ graph: SampleGraph) -> Workload {
    Workload(name: "find in texts") {
      try graph.answer("MATCH (p:Person) WHERE p.name CONTAINS 'anaru' RETURN count(*)")
    } naive: {
      let wanted = Array("anaru".utf8)
      var count: Int64 = 0
      for name in graph.names {
        let bytes = Array(name.utf8)
        guard bytes.count >= wanted.count else { continue }
        if (0...(bytes.count - wanted.count)).contains(where: { bytes[$0...].starts(with: wanted) }) { count += 1 }
      }
      return [count]
    }
  }

  private static func group(_ graph: SampleGraph) -> Workload {
    Workload(name: "group") {
      try graph.answer("MATCH (p:Person) RETURN p.city AS city, count(*), sum(p.age) ORDER BY city")
    } naive: {
      var groups: [Int64: (count: Int64, sum: Int64)] = [:]
      for person in 0..<graph.personCount {
        let group = groups[graph.cities[person], default: (0, 0)]
        groups[graph.cities[person]] = (group.count + 1, group.sum + graph.ages[person])
      }
      return groups.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value.count, $0.value.sum] }
    }
  }

  private static func top(_ graph: SampleGraph) -> Workload {
    Workload(name: "first of an order") {
      try graph.answer("MATCH (p:Person) RETURN p.id ORDER BY p.points DESC, p.id LIMIT 10")
    } naive: {
      let order = (0..<graph.personCount).sorted { a, b in
        graph.points[a] == graph.points[b] ? graph.ids[a] < graph.ids[b] : graph.points[a] > graph.points[b]
      }
      return order.prefix(10).map { graph.ids[$0] }
    }
  }
}
