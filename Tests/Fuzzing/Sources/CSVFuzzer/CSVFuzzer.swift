import CFuzzer
import Foundation
import Graph
import GraphStorage
import Interchange

/// Any bytes are a file of nodes and, behind the first line that is empty, one of relationships: read in one piece and in chunks
/// of a few bytes, they give the same graph or are refused, and the graph is whole.
@main struct CSVFuzzer {
  private static let folder = NSTemporaryDirectory() + "dossier-csv-fuzzer-\(getpid())"
  /// The first one is that of real files; in the others a record mostly ends in another chunk than it begins in.
  private static let chunkByteCounts = [1 << 20, 64, 7]

  static func main() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
      CSVFuzzer.run(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  fileprivate static func run(_ bytes: [UInt8]) {
    let (nodes, relationships) = halves(of: bytes)
    let paths = ["nodes.csv", "relationships.csv"].map { "\(folder)/\($0)" }
    for (path, content) in zip(paths, [nodes, relationships]) {
      precondition(FileManager.default.createFile(atPath: path, contents: Data(content)), "the temporary folder is full")
    }
    let used = relationships.isEmpty ? [paths[0]] : paths
    let answers = chunkByteCounts.map { graph(used, chunkByteCount: $0) }
    precondition(answers.allSatisfy { $0 == answers[0] }, "chunks change what is read: \(answers)")
  }

  private static func halves(of bytes: [UInt8]) -> ([UInt8], [UInt8]) {
    let newline = UInt8(ascii: "\n")
    let gap = bytes.indices.dropLast().first { bytes[$0] == newline && bytes[$0 + 1] == newline }
    guard let gap else { return (bytes, []) }
    return (Array(bytes[...gap]), Array(bytes[(gap + 2)...]))
  }

  /// The elements of the graph, or that it was refused.
  private static func graph(_ paths: [String], chunkByteCount: Int) -> [String] {
    do {
      let store = GraphStore()
      let loader = try BulkLoader(store)
      var reader = try CSVReader(paths: paths, chunkByteCount: chunkByteCount)
      while let batch = try reader.next() {
        switch batch.columns {
        case .nodes(let columns): try loader.add(columns)
        case .relationships(let columns): try loader.add(columns)
        }
      }
      try loader.finish()
      return elements(of: store.snapshot)
    } catch {
      return ["refused"]
    }
  }

  /// As text, in an order that does not depend on how nodes are numbered: those of a batch come label by label.
  private static func elements(of snapshot: GraphSnapshot) -> [String] {
    let nodes = (0..<snapshot.nodeCount).map { place -> String in
      let node = NodeID(UInt32(place))
      let labels = snapshot.labels(of: node).map { snapshot.labelName($0) }.sorted()
      return "\(labels) \(Value.map(snapshot.properties(of: node)).literal)"
    }
    let relationships = (0..<snapshot.relationshipCount).map { place -> String in
      let relationship = RelationshipID(UInt32(place))
      let ends = [snapshot.source(of: relationship), snapshot.target(of: relationship)].map { nodes[Int($0.rawValue)] }
      let type = snapshot.relationshipTypeName(snapshot.type(of: relationship))
      return "\(type) \(ends) \(Value.map(snapshot.properties(of: relationship)).literal)"
    }
    return nodes.sorted() + relationships.sorted()
  }
}
