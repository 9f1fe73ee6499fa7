import Foundation
import Graph
import Testing

@testable import Interchange

/// What Graphviz makes of our drawings, against what we meant.
@Suite(.needsGraphviz) struct DOTGraphvizTests {
  private func dot(_ elements: [GraphElement], options: DOTOptions = DOTOptions()) throws -> Data {
    let output = ByteOutput()
    try DOTWriter(options: options).write(ElementList(elements), to: output)
    return Data(output.bytes)
  }

  /// What a label shows after Graphviz has turned runs of blanks into blanks that stay.
  private func visible(_ texts: [String]) -> String {
    texts.joined(separator: "\n").replacing("\u{A0}", with: " ").split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(
      separator: " ")
  }

  @Test func `labels, tooltips and links of hostile texts come out as they went in`() throws {
    // Graphviz lays out many small drawings faster than a large one.
    for (start, texts) in HostileStrings.portions {
      let elements = texts.enumerated().map { index, text in
        let name = "\(1_000 + start + index) " + text
        return SampleGraph.node(index, ["L"], ["name": .string(name), "uri": .string("https://example.org/?a=1&b=" + text)])
      }
      let source = try dot(elements)
      let outcome = try Graphviz.run("dot", ["-Tsvg"], input: source)
      #expect(outcome.status == 0)
      #expect(outcome.complaint == "")
      let drawing = Drawing(svg: outcome.output)
      #expect(drawing.isWellFormed)
      for (index, text) in texts.enumerated() {
        let name = "\(1_000 + start + index) " + text
        let item = try #require(drawing.items["n\(index)"], "no node for \(name.prefix(60).debugDescription)")
        let label = DOTText.cut(DOTText.clean(name), letters: DOTText.labelLetterCount)
        if label.utf8.count < 10_000 {
          #expect(visible(item.texts) == visible([label]), "label of \(name.prefix(60).debugDescription)")
        }
        let tooltip = try #require(item.tooltip)
        let expected = DOTText.clean(name).replacing("\\", with: "\u{29F5}")
        if expected.count < 900, expected.utf8.count < 2_000 {
          #expect(visible([tooltip]).contains(visible([expected])), "tooltip of \(name.prefix(60).debugDescription)")
        }
        if let link = item.link {
          let address = "https://example.org/?a=1&b=" + text
          let isSame = link.removingPercentEncoding == address.removingPercentEncoding
          #expect(isSame || address.contains("%"), "link of \(name.prefix(60).debugDescription)")
        } else {
          #expect(text.utf8.count > 5_000)
        }
      }
    }
  }

  @Test func `hostile types, keys and labels of clusters draw no complaint`() throws {
    for (start, texts) in HostileStrings.portions {
      var elements: [GraphElement] = []
      for (index, text) in texts.enumerated() {
        elements.append(SampleGraph.node(index, [text.isEmpty ? "x" : text], [text: .string("v"), "date": .string(text)]))
      }
      for (index, text) in texts.enumerated() {
        elements.append(SampleGraph.relationship(index, text, index, (index + 1) % texts.count, ["quote": .string(text)]))
      }
      for clustering in [DOTOptions.Clustering.label, .date] {
        let source = try dot(elements, options: DOTOptions(clustering: clustering))
        let outcome = try Graphviz.run("dot", ["-Tsvg", "-Gsplines=line"], input: source)
        #expect(outcome.status == 0 && outcome.complaint == "", "texts from \(start): \(outcome.complaint)")
        #expect(Drawing(svg: outcome.output).isWellFormed, "texts from \(start)")
      }
    }
  }

  static let smallGraphs: [(String, [GraphElement])] = [
    ("empty", []),
    ("one node", [.node(Node(id: NodeID(0), labels: [], properties: [:]))]),
    ("a label of no letters", [.node(Node(id: NodeID(0), labels: ["A"], properties: ["name": .string("")]))]),
    ("loops and parallels", looped),
  ]

  static let looped: [GraphElement] =
    (0..<3).map { SampleGraph.node($0, ["A"], ["name": .integer(Int64($0))]) }
    + [(0, 0), (0, 1), (0, 1), (1, 0), (2, 2)].enumerated().map { SampleGraph.relationship($0, "T", $1.0, $1.1) }

  @Test("Graphviz counts what we wrote, and its own printer leaves a drawing as it is", arguments: Self.smallGraphs)
  func shapes(name: String, elements: [GraphElement]) throws {
    let source = try dot(elements)
    let nodeCount = elements.count { if case .node = $0 { true } else { false } }
    let counts = try Graphviz.run("gvpr", ["BEG_G{int n=0; int e=0} N{n++} E{e++} END_G{print(n, \" \", e)}"], input: source)
    #expect(String(decoding: counts.output, as: UTF8.self) == "\(nodeCount) \(elements.count - nodeCount)\n")
    let once = try Graphviz.run("nop", input: source)
    let twice = try Graphviz.run("nop", input: once.output)
    #expect(once.status == 0 && once.output == twice.output)
    let svg = try Graphviz.run("dot", ["-Tsvg"], input: source)
    #expect(svg.status == 0 && svg.complaint == "" && Drawing(svg: svg.output).isWellFormed)
    #expect(try Graphviz.run("dot", ["-Tsvg"], input: once.output).output == svg.output)
    #expect(try Graphviz.run("gc", ["-a"], input: source).status == 0)
    #expect(try Graphviz.run("dot", ["-Tjson"], input: source).status == 0)
  }

  @Test(.timeLimit(.minutes(1))) func `a graph of a thousand nodes is drawn in time`() throws {
    var elements: [GraphElement] = (0..<1_000).map { SampleGraph.node($0, ["A"], ["name": .string("node \($0)")]) }
    for index in 0..<2_000 { elements.append(SampleGraph.relationship(index, "T", index * 7 % 1_000, index * 13 % 997)) }
    let outcome = try Graphviz.run("dot", ["-Tsvg"], input: try dot(elements))
    #expect(outcome.status == 0 && outcome.complaint == "")
    #expect(String(decoding: outcome.output, as: UTF8.self).contains("500 of 1000 nodes"))
  }
}
