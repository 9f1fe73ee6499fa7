import Interchange
import Testing

@Suite struct GraphFormatTests {
  @Test(
    "a path's extension says its format",
    arguments: [
      ("a.dot", GraphFormat.dot), ("a.b.GV", .dot), ("x/y.jsonl", .jsonLines), ("y.cypher", .cypher), ("z.svg", .svg),
      ("noextension", nil),
      ("folder.dot/file", nil), ("a.dossier", nil), (".", nil),
    ])
  func extensions(path: String, format: GraphFormat?) {
    #expect(GraphFormat(path: path) == format)
  }

  @Test func `names, extensions and media types are each used once`() {
    let formats = GraphFormat.allCases
    #expect(Set(formats.map(\.name)).count == formats.count)
    #expect(Set(formats.map(\.mediaType)).count == formats.count)
    let extensions = formats.flatMap(\.fileExtensions)
    #expect(Set(extensions).count == extensions.count)
  }
}
