import Graph
import Interchange
import Testing

@Suite struct JSONLinesReaderTests {
  private func read(_ text: String) throws -> [String] {
    var reader = JSONLinesReader(InputBytes(text.utf8, name: "graph.jsonl"))
    var elements: [GraphElement] = []
    while let batch = try reader.next() { elements += batch }
    return elements.map(\.text)
  }

  @Test func `ids are numbers or strings, and elements are numbered as they come`() throws {
    let text = """
      \u{FEFF}{"kind":"node","id":"x","labels":["B","A","B"],"properties":{"n":1,"f":1.0,"gone":null}}

      {"id":7,"kind":"node"}\r
      {"kind":"relationship","id":"r","type":"T","source":"x","target":7,"properties":{"w":"2013-01-11"},"types":{"w":"Date"}}
      """
    #expect(
      try read(text) == [
        "(0 [\"A\", \"B\"] f=Float:1.0|n=Integer:1)", "(1 [] )", "[0 T 1 w=Date:'2013-01-11']",
      ])
  }

  static let broken: [(String, String)] = [
    ("{", "graph.jsonl, line 1, column 2: the text ends, expected a key in double quotes"),
    ("[1]", "graph.jsonl, line 1: found no object, expected {\"kind\": …}"),
    ("{\"kind\":\"edge\"}", "graph.jsonl, line 1: the kind is 'edge', expected 'node' or 'relationship'"),
    ("{\"kind\":\"node\"}", "graph.jsonl, line 1: the id is missing, expected a number or a string"),
    ("{\"kind\":\"node\",\"id\":1.5}", "graph.jsonl, line 1: the id is 1.5, expected a number or a string"),
    (
      "{\"kind\":\"node\",\"id\":1}\n{\"kind\":\"node\",\"id\":1}",
      "graph.jsonl, line 2: the node id 1 comes a second time; give every node an id of its own"
    ),
    (
      "{\"kind\":\"node\",\"id\":1}\n{\"kind\":\"relationship\",\"type\":\"T\",\"source\":1,\"target\":2}",
      "graph.jsonl, line 2: the target 2 is no node read so far; put every node before the relationships that use it"
    ),
    ("{\"kind\":\"node\",\"id\":1,\"labels\":\"A\"}", "graph.jsonl, line 1: labels is 'A', expected a list of strings"),
    (
      "{\"kind\":\"node\",\"id\":1,\"properties\":{\"d\":\"soon\"},\"types\":{\"d\":\"Date\"}}",
      "graph.jsonl, line 1: the property d is 'soon', which is no 'Date'"
    ),
    (
      "{\"kind\":\"node\",\"id\":1}\n{\"kind\":\"relationship\",\"source\":1,\"target\":1}",
      "graph.jsonl, line 2: the type is missing, expected a string"
    ),
  ]

  @Test("a broken line is refused with its place and a remedy", arguments: broken)
  func errors(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) { try read(text) }
    #expect(error?.description == message)
  }
}
