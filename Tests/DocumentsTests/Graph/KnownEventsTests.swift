import Graph
import Testing

@testable import Documents

@Suite struct KnownEventsTests {
  private let person = NodeID(100)
  private let place = NodeID(200)

  private func events(_ days: [(String?, String?)]) -> KnownEvents {
    var events = KnownEvents()
    for (index, day) in days.enumerated() {
      let node = NodeID(UInt32(index))
      events.add(KnownGraph.Event(node: node, type: "attack", days: DaySpan(first: day.0, last: day.1)))
      events.add(participant: person, to: node)
      events.add(place: place, to: node)
    }
    return events
  }

  private func found(_ events: KnownEvents, by node: NodeID, _ from: String, _ to: String) -> [UInt32] {
    let isPlace = node == place
    let nodes: Set<NodeReference> = [.existing(node)]
    return events.candidates(
      participants: isPlace ? [] : nodes, localities: [], places: isPlace ? nodes : [], days: DaySpan(first: from, last: to)
    ).map(\.node.rawValue)
  }

  @Test("an event is found by who took part in the months that it spans, and by its place on its day")
  func days() {
    let known = events([
      ("2024-06-02", "2024-06-02"), ("2024-06-20", "2024-07-03"), (nil, "2024-06-02"), (nil, nil), ("2001-01-01", "2024-12-31"),
    ])
    #expect(found(known, by: person, "2024-06-30", "2024-06-30") == [0, 1, 2, 4])
    #expect(found(known, by: person, "2024-07-01", "2024-07-01") == [1, 4])
    #expect(found(known, by: person, "2000-01-01", "2024-12-31") == [0, 1, 2, 4])
    #expect(found(known, by: place, "2024-06-02", "2024-06-02") == [0])
    #expect(found(known, by: place, "2024-06-02", "2024-06-03") == [])
    #expect(found(known, by: NodeID(7), "2024-06-02", "2024-06-02") == [])
  }

  @Test("an event of which only the last day is known is found in the two weeks before, where it was")
  func openDays() {
    let known = events([("2024-06-02", "2024-06-02"), (nil, "2024-07-08"), (nil, "2024-08-20")])
    func found(_ first: String?, _ last: String?) -> [UInt32] {
      known.candidates(
        participants: [], localities: [.existing(place)], places: [], days: DaySpan(first: first, last: last)
      ).map(\.node.rawValue)
    }
    #expect(found(nil, "2024-06-10") == [0, 1])
    #expect(found("2024-07-10", "2024-07-10") == [1])
    #expect(found("2024-05-30", "2024-05-30") == [])
    #expect(!DaySpan(first: nil, last: "2024-06-20").meets(DaySpan(first: "2024-06-02", last: "2024-06-02")))
    #expect(DaySpan(first: nil, last: "2024-06-16").meets(DaySpan(first: "2024-06-02", last: "2024-06-02")))
  }

  @Test("an event that was taken out is found no more; of claims that say the same the first one counts")
  func removal() {
    var known = events([("2024-06-02", "2024-06-02"), ("2024-06-02", "2024-06-02")])
    known.remove(NodeID(0))
    #expect(found(known, by: person, "2024-06-02", "2024-06-02") == [1])
    #expect(found(known, by: place, "2024-06-02", "2024-06-02") == [1])
    for claim in [9, 5, 7] { known.add(claim: NodeID(UInt32(claim)), saying: 1, to: NodeID(1)) }
    #expect(known[NodeID(1)]?.statements == [1: NodeID(5)])
  }
}
