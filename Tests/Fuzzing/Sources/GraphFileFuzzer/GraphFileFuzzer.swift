import CFuzzer
import Cypher
import Foundation
import Graph
import GraphStorage
import Query

/// Any bytes are changes to a graph file, eight for each: where, four bytes, and what stands there, four more. What is damaged is
/// refused or answers as before, is found by the check, and stays so when it is opened for writing.
@main struct GraphFileFuzzer {
  private static let folder = NSTemporaryDirectory() + "dossier-file-fuzzer-\(getpid())"
  private static let path = folder + "/graph.dossier"
  private static let script = [
    """
    UNWIND range(1, 200) AS i
    CREATE (:A {id: i, name: 'n' + (i % 7), f: i / 4.0, day: date('2013-01-11'), list: [i, 'a']})-[:R {w: i}]->(:B {id: i})
    """,
    "CREATE INDEX FOR (n:A) ON (n.id)", "CREATE FULLTEXT INDEX words FOR (n:A) ON EACH [n.name]",
    "MATCH (a:A), (b:B) WHERE a.id = b.id + 1 CREATE (a)-[:S]->(b)",
  ]
  private static let queries = [
    "MATCH (n) RETURN count(n), sum(n.id), count(n.name), max(n.day)", "MATCH (a)-[r]->(b) RETURN count(*), sum(r.w)",
    "MATCH (a:A {id: 7})-[r]->(b) RETURN a, r, b", "MATCH (a)-[:R]->(b)<-[:S]-(c) RETURN count(*)",
  ]
  nonisolated(unsafe) private static var whole: [UInt8] = []
  nonisolated(unsafe) private static var answers: [[String]] = []

  static func main() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    __lsan_disable()
    let store = try GraphStore.open(path, mode: .create)
    let engine = QueryEngine(store: store)
    for statement in script { _ = try engine.run(statement, parameters: [:]).allRecords() }
    try store.close()
    whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    answers = try answer(.readOnly)
    __lsan_enable()
    _ = fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
      GraphFileFuzzer.run(UnsafeBufferPointer(start: data, count: size))
      return 0
    }
  }

  fileprivate static func run(_ changes: UnsafeBufferPointer<UInt8>) {
    var bytes = whole
    for change in 0..<(changes.count / 8) {
      let place = (0..<4).reduce(0) { $0 << 8 | Int(changes[change * 8 + $1]) } % (bytes.count - 4)
      for index in 0..<4 { bytes[place + index] = changes[change * 8 + 4 + index] }
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    precondition(FileManager.default.createFile(atPath: path, contents: Data(bytes)), "the temporary folder is full")
    _ = try? GraphStore.check(path)
    for mode in [GraphStore.OpenMode.readOnly, .readWrite] {
      guard let found = try? answer(mode) else { continue }
      precondition(found == answers, "a damaged file answers otherwise: \(found)")
    }
  }

  /// The records of all queries; an error is one that the file was refused with, sooner or later.
  private static func answer(_ mode: GraphStore.OpenMode) throws -> [[String]] {
    let store = try GraphStore.open(path, mode: mode)
    defer { try? store.close() }
    let engine = QueryEngine(store: store)
    return try queries.map { query in
      try engine.run(query, parameters: [:]).allRecords().map { $0.map(\.literal).joined(separator: " ") }
    }
  }
}
