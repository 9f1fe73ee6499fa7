import Foundation
import Graph
import Interchange
import TestSupport
import Testing

/// Export and import are each other's inverse, whatever the graph holds.
@Suite struct RoundTripTests {
  static let seeds = (0..<60).map { UInt64($0) * 7_919 + 1 }

  @Test("a graph read back from JSON Lines is the graph that was written", arguments: seeds)
  func jsonLines(seed: UInt64) throws {
    var random = RandomGraph(seed: seed)
    let elements = random.elements(nodeCount: 40, relationshipCount: 60)
    let output = ByteOutput()
    try JSONLinesWriter().write(ElementList(elements), to: output)
    var reader = JSONLinesReader(InputBytes(output.bytes, name: "graph.jsonl"))
    var read: [GraphElement] = []
    while let batch = try reader.next() { read += batch }
    #expect(read.map(\.text) == elements.map(\.text), "seed \(seed)")
  }

  @Test("a graph read back from a folder of CSV files is the graph that was written", arguments: seeds)
  func csv(seed: UInt64) throws {
    var random = RandomGraph(seed: seed)
    let elements = random.elements(nodeCount: 40, relationshipCount: 60)
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-csv-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try CSVWriter().write(ElementList(elements), toFolder: folder)
    var reader = try CSVReader(paths: [folder])
    var read: [String] = []
    while let batch = try reader.next() { read += Self.elements(of: batch).map(\.text) }
    #expect(read.sorted() == elements.map(\.text).sorted(), "seed \(seed)")
  }

  /// The rows of a batch as elements; external ids are node ids, as `CSVWriter` writes them.
  static func elements(of batch: CSVBatch) -> [GraphElement] {
    func properties(_ columns: [(key: String, values: Vector)], _ row: Int) -> PropertyMap {
      PropertyMap(columns.filter { !$0.values.isNull(row) }.map { ($0.key, $0.values[row]) })
    }
    func id(_ value: Value) -> NodeID {
      guard case .integer(let number) = value else { return NodeID(.max) }
      return NodeID(UInt32(number))
    }
    switch batch.columns {
    case .nodes(let columns):
      return (0..<columns.count).map { row in
        .node(Node(id: id(columns.externalIDs[row]), labels: columns.labels, properties: properties(columns.properties, row)))
      }
    case .relationships(let columns):
      return (0..<columns.count).map { row in
        .relationship(
          Relationship(
            id: RelationshipID(UInt32(row)), type: columns.type, source: id(columns.sourceIDs[row]),
            target: id(columns.targetIDs[row]),
            properties: properties(columns.properties, row)))
      }
    }
  }
}
