import Graph
import TestSupport
import Testing

@testable import Interchange

@Suite struct DOTWriterTests {
  private func dot(_ elements: [GraphElement], options: DOTOptions = DOTOptions()) throws -> String {
    let output = ByteOutput()
    try DOTWriter(options: options).write(ElementList(elements), to: output)
    return output.text
  }

  @Test("equal graphs give equal bytes in whatever order they were built", arguments: (1...30).map(UInt64.init))
  func isCanonical(seed: UInt64) throws {
    var random = RandomGraph(seed: seed)
    var elements = random.elements(nodeCount: 30, relationshipCount: 45)
    // Nodes that only their neighbours tell apart: two chains, one of them closed.
    for id in 100..<110 { elements.append(SampleGraph.node(id, ["Same"], [:])) }
    for (index, ends) in [(100, 101), (101, 102), (102, 103), (104, 105), (105, 106), (106, 104), (107, 108)].enumerated() {
      elements.append(SampleGraph.relationship(100 + index, "NEXT", ends.0, ends.1))
    }
    let rebuilt = Self.renumbered(elements, using: &random.generator)
    for clustering in [nil] + DOTOptions.Clustering.allCases.map(Optional.some) {
      let options = DOTOptions(clustering: clustering)
      #expect(try dot(elements, options: options) == dot(rebuilt, options: options), "seed \(seed)")
    }
  }

  /// The same graph, built in another order and so with other ids.
  private static func renumbered(_ elements: [GraphElement], using generator: inout SeededGenerator) -> [GraphElement] {
    var nodes: [Node] = []
    var relationships: [Relationship] = []
    for element in elements {
      switch element {
      case .node(let node): nodes.append(node)
      case .relationship(let relationship): relationships.append(relationship)
      }
    }
    nodes.shuffle(using: &generator)
    relationships.shuffle(using: &generator)
    let ids = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, NodeID(UInt32($0))) })
    func shuffled(_ properties: PropertyMap) -> PropertyMap {
      PropertyMap(properties.entries.shuffled(using: &generator).map { ($0.key, $0.value) })
    }
    return nodes.map { .node(Node(id: ids[$0.id]!, labels: $0.labels, properties: shuffled($0.properties))) }
      + relationships.enumerated().map { index, one in
        .relationship(
          Relationship(
            id: RelationshipID(UInt32(index)), type: one.content!.type, source: ids[one.content!.source]!,
            target: ids[one.content!.target]!,
            properties: shuffled(one.content!.properties)))
      }
  }

  @Test func `up to five parallel relationships are drawn, more are counted`() throws {
    let nodes = [SampleGraph.node(0, ["A"], ["name": .string("a")]), SampleGraph.node(1, ["A"], ["name": .string("b")])]
    let five = try dot(nodes + (0..<5).map { SampleGraph.relationship($0, "T", 0, 1) })
    #expect(five.matches(of: /->/).count == 5)
    let six = try dot(nodes + (0..<6).map { SampleGraph.relationship($0, "T", 0, 1) })
    #expect(six.matches(of: /->/).count == 1)
    #expect(six.contains("label=\"T ×6\""))
  }

  @Test func `a hundred nodes are drawn in layers, more by springs and without labels on relationships`() throws {
    func chain(_ count: Int) -> [GraphElement] {
      (0..<count).map { SampleGraph.node($0, ["A"], ["name": .string("node \($0)")]) }
        + (1..<count).map { SampleGraph.relationship($0, "T", $0 - 1, $0) }
    }
    #expect(try dot(chain(100)).contains("layout=\"dot\""))
    let large = try dot(chain(101))
    #expect(large.contains("layout=\"sfdp\", overlap=\"prism\""))
    #expect(!large.contains("label=\"T\""))
    #expect(!large.contains("splines"))
  }

  @Test func `of more than five hundred nodes the best connected are drawn and the caption says so`() throws {
    var elements = (0..<600).map { SampleGraph.node($0, ["A"], ["name": .string("node \($0)")]) }
    for id in 1..<600 { elements.append(SampleGraph.relationship(id, "T", id, id / 2)) }
    let output = ByteOutput()
    let summary = try DOTWriter().write(ElementList(elements), to: output)
    #expect(
      summary
        == DOTSummary(nodeCount: 500, relationshipCount: 499, omittedNodeCount: 100, omittedRelationshipCount: 100, isCut: true))
    #expect(output.text.contains("label=\"500 of 600 nodes and 499 of 599 relationships drawn, the best connected\""))
    #expect(output.text.contains("label=\"node 0\""))
    #expect(try dot(elements, options: DOTOptions(extent: .all)).matches(of: #/ -> /#).count == 599)
  }

  @Test func `an overview of documents shows who says what, and not where everything stands`() throws {
    let name = { (text: String) -> PropertyMap in ["name": .string(text)] }
    let elements =
      [
        SampleGraph.node(0, ["Document"], ["title": .string("Quay Post")]),
        SampleGraph.node(1, ["Sentence"], ["text": .string("…")]),
        SampleGraph.node(2, ["Entity", "Person"], name("Ana")), SampleGraph.node(3, ["Entity", "Organization"], name("Board")),
        SampleGraph.node(4, ["Entity", "Place"], name("Bare")), SampleGraph.node(5, ["Loose"], name("Loose")),
        SampleGraph.node(6, ["Claim"], ["text": .string("own"), "certainty": .string("confirmed")]),
        SampleGraph.node(7, ["Claim"], ["text": .string("rumour"), "certainty": .string("rumoured")]),
        SampleGraph.node(8, ["Claim"], ["text": .string("hers"), "certainty": .string("confirmed")]),
        SampleGraph.node(9, ["Claim"], ["text": .string("disputed"), "certainty": .string("confirmed")]),
        SampleGraph.relationship(0, "LEADS", 2, 3), SampleGraph.relationship(1, "SENTENCE_OF", 1, 0),
        SampleGraph.relationship(2, "MENTIONED_IN", 2, 0), SampleGraph.relationship(3, "MENTIONED_IN", 4, 0),
        SampleGraph.relationship(4, "SAID_BY", 8, 2), SampleGraph.relationship(5, "CONTRADICTS", 8, 9),
        SampleGraph.relationship(6, "ABOUT", 6, 2), SampleGraph.relationship(7, "ABOUT", 7, 3),
        SampleGraph.relationship(8, "ABOUT", 9, 3),
      ] + (6..<10).map { SampleGraph.relationship($0 + 10, "STATED_IN", $0, 0) }
    let overview = try dot(elements, options: DOTOptions(extent: .overview))
    for drawn in ["Ana", "Board", "Loose", "rumour", "hers", "disputed"] {
      #expect(overview.contains("label=\"\(drawn)"), "\(drawn)")
    }
    for hidden in ["Quay Post", "…\"", "Bare", "own"] { #expect(!overview.contains("label=\"\(hidden)"), "\(hidden)") }
    #expect(overview.contains("label=\"6 of 10 nodes and 5 of 13 relationships drawn, without passages, mentions and what"))
    #expect(!(try dot(elements)).contains("drawn"))
    let framed = try dot(elements, options: DOTOptions(clustering: .document, extent: .overview))
    #expect(framed.contains("label=\"9 of 10 nodes and 12 of 13 relationships drawn\""))
  }

  @Test func `an overview of a text that only mentions draws what it mentions`() throws {
    let elements = [
      SampleGraph.node(0, ["Document"], ["title": .string("Quay Post")]),
      SampleGraph.node(1, ["Entity"], ["name": .string("Ana")]),
      SampleGraph.relationship(0, "MENTIONED_IN", 1, 0),
    ]
    #expect(try dot(elements, options: DOTOptions(extent: .overview)).contains("label=\"Ana\""))
  }

  @Test func `a happening says when it was and how many it struck`() throws {
    let facts: [(PropertyMap, String)] = [
      (
        [
          "dateFrom": .string("2013-02-20"), "dateTo": .string("2013-02-28"), "killedQualifier": .string("at least"),
          "killed": .integer(93),
        ], "2013-02-20 to 2013-02-28, at least 93 killed"
      ),
      (
        [
          "dateFrom": .string("2013-03-03"), "dateTo": .string("2013-03-03"), "injuredMin": .integer(8),
          "injuredMax": .integer(9),
        ],
        "2013-03-03, 8 to 9 injured"
      ),
      (["dateTo": .string("2013-03-03"), "amount": .integer(42), "amountUnit": .string("GBP")], "by 2013-03-03, 42 GBP"),
      (["dateFrom": .string("2013"), "detained": .integer(2)], "since 2013, 2 detained"),
    ]
    for (properties, expected) in facts {
      #expect(try dot([SampleGraph.node(0, ["Event"], properties)]).contains("label=\"Event\\n\(expected)\""))
      #expect(!(try dot([SampleGraph.node(0, ["Thing"], properties)]).contains("label=\"Thing\\n")))
    }
  }

  @Test func `clusters hold each node once`() throws {
    for clustering in DOTOptions.Clustering.allCases {
      let text = try dot(SampleGraph.report, options: DOTOptions(clustering: clustering))
      let statements = text.split(separator: "\n").map { $0.drop { $0 == " " } }
      for id in 0..<5 { #expect(statements.count { $0.hasPrefix("\"n\(id)\" [") } == 1) }
    }
    let byDocument = try dot(SampleGraph.report, options: DOTOptions(clustering: .document))
    #expect(
      byDocument.contains("subgraph \"cluster_0\" {\n    graph [id=\"c0\", label=\"Quay Post\", style=\"rounded\"];\n    \"n0\""))
  }

  @Test(
    "only addresses that are safe to follow become links",
    arguments: [
      ("https://example.org/a b\"c\\d&e", "\"https://example.org/a%20b%22c%5Cd&amp;e\""), ("HTTP://x", "\"HTTP://x\""),
      ("mailto:a@b.c", "\"mailto:a@b.c\""), ("#n1", "\"#n1\""), ("javascript:alert(1)", nil), ("file:///etc/passwd", nil),
      ("", nil),
      ("https://example.org/é", "\"https://example.org/%C3%A9\""),
    ])
  func links(address: String, expected: String?) {
    #expect(DOTText.url(address) == expected)
  }
}
