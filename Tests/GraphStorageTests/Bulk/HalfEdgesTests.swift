import TestSupport
import Testing

@testable import GraphStorage

@Suite struct HalfEdgesTests {
  enum Order: CaseIterable, Sendable { case bySource, byTarget, none }

  @Test(
    "both directions are sorted by node, neighbour and relationship, however the relationships come", arguments: Order.allCases)
  func sorting(order: Order) {
    var generator = SeededGenerator(seed: 5)
    for count in [1, 2, 50, 3000] {
      var ends = (0..<count).map { _ in
        (UInt32.random(in: 100...160, using: &generator), UInt32.random(in: 7...40, using: &generator))
      }
      switch order {
      case .bySource: ends.sort { $0.0 < $1.0 }
      case .byTarget: ends.sort { $0.1 < $1.1 }
      case .none: break
      }
      // In two parts, whose ids have a gap between them.
      let half = UInt32(count / 2)
      let numbers = (0..<UInt32(count)).map { $0 < half ? $0 + 10 : $0 + 1000 }
      var pending = PendingRelationships()
      for (rows, part) in [(10..<10 + half, ends[..<Int(half)]), (half + 1000..<UInt32(count) + 1000, ends[Int(half)...])] {
        guard !rows.isEmpty else { continue }
        pending.append(rows, sources: part.map(\.0), targets: part.map(\.1))
      }
      let triples = zip(ends, numbers).map { [$0.0, $0.1, $1] }
      let (outgoing, incoming) = HalfEdges.sorted(pending)
      #expect(Self.triples(outgoing) == triples.sorted { $0.lexicographicallyPrecedes($1) })
      #expect(Self.triples(incoming) == triples.map { [$0[1], $0[0], $0[2]] }.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  private static func triples(_ edges: HalfEdges) -> [[UInt32]] {
    (0..<edges.nodeCount).flatMap { place in
      edges.run(of: place).map {
        [edges.first + UInt32(place), UInt32(edges.entries[$0] >> 32), UInt32(truncatingIfNeeded: edges.entries[$0])]
      }
    }
  }
}
