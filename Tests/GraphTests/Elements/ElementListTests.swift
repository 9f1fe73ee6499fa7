import Graph
import TestSupport
import Testing

@Suite struct ElementListTests {
  @Test("elements come back from batches as they were, properties in their order", arguments: (1...20).map(UInt64.init))
  func roundTrip(seed: UInt64) {
    var random = RandomGraph(seed: seed)
    let elements = random.elements(nodeCount: 200, relationshipCount: 300)
    let list = ElementList(elements)
    func described(_ elements: some Sequence<GraphElement>) -> [String] {
      elements.map { element in
        let properties: PropertyMap =
          switch element {
          case .node(let node): node.properties
          case .relationship(let relationship): relationship.content!.properties
          }
        return element.text + properties.keys.joined(separator: "|")
      }
    }
    #expect(described(list.all) == described(elements), "seed \(seed)")
    #expect(list.batchCount < 500)
  }

  @Test func `a part of a batch has the properties of its rows`() {
    let list = ElementList(
      (0..<10).map { .node(Node(id: NodeID($0 * 3), labels: ["A"], properties: ["x": .integer(Int64($0))])) })
    var part = list.batch(0).selecting([2, 7])
    part.properties = list.properties(of: part)
    #expect(part.ids == [6, 21])
    #expect((0..<2).map { part.properties[0].values[$0].literal } == ["2", "7"])
  }

  @Test func `relationships without content are left out`() {
    #expect(ElementList([.relationship(Relationship(id: RelationshipID(1)))]).batchCount == 0)
  }
}
