import Graph
import Interchange
import Testing

@Suite struct SchemaJSONTests {
  static let schema = SchemaDefinitions(
    indexes: [
      IndexDefinition(name: "a \"b\"", owners: ["Person"], keys: ["name", "born"]),
      IndexDefinition(name: "t", kind: .text, element: .relationship, owners: ["KNOWS"], keys: ["how"]),
      IndexDefinition(name: "w", kind: .fullText, owners: ["A", "B"], keys: ["x", "y"], analyzer: .english),
    ],
    constraints: [
      ConstraintDefinition(name: "u", requirement: .unique, owner: "A", keys: ["x", "y"]),
      ConstraintDefinition(name: "k", requirement: .key, element: .relationship, owner: "KNOWS", keys: ["id"]),
      ConstraintDefinition(name: "e", requirement: .exists, owner: "A", keys: ["x"]),
      ConstraintDefinition(
        name: "y", requirement: .type(PropertyType([.scalar(.zonedDateTime), .list(.string)])), owner: "A", keys: ["x"]),
    ])

  @Test func `indexes and constraints read back are those that were written`() throws {
    let output = ByteOutput()
    try JSONLinesWriter(schema: Self.schema).write(ElementList(SampleGraph.report), to: output)
    var reader = JSONLinesReader(InputBytes(output.bytes, name: "graph.jsonl"))
    var count = 0
    while let elements = try reader.next() { count += elements.count }
    #expect(count == SampleGraph.report.count)
    #expect(reader.schema == Self.schema)
  }

  @Test func `a file of nothing but a schema has no elements`() throws {
    let output = ByteOutput()
    try JSONLinesWriter(schema: Self.schema).write(ElementList([]), to: output)
    var reader = JSONLinesReader(InputBytes(output.bytes, name: "graph.jsonl"))
    let elements = try reader.next()
    #expect(elements == nil)
    #expect(reader.schema == Self.schema)
  }
}
