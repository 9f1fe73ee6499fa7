import Graph
import GraphStorage
import Interchange
import Query

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Workload {
  /// Work that brings a graph in, writes it out, or keeps it.
  static func storing(_ graph: SampleGraph) throws -> [Workload] {
    [load(graph), export(graph), try commit()]
  }

  private static func load(_ graph: SampleGraph) -> Workload {
    Workload(name: "load") {
      let store = GraphStore()
      try graph.load(into: store)
      return [Int64(store.snapshot.nodeCount), Int64(store.snapshot.relationshipCount)]
    } naive: {
      var places: [Int64: Int] = [:]
      for person in 0..<graph.personCount { places[graph.ids[person]] = person }
      var (outgoing, incoming): ([[Int]], [[Int]]) = ([], [])
      for _ in 0..<graph.personCount {
        outgoing.append([])
        incoming.append([])
      }
      var count: Int64 = 0
      for source in 0..<graph.personCount {
        for known in graph.known(by: source) {
          guard let target = places[graph.ids[known]] else { continue }
          outgoing[source].append(target)
          incoming[target].append(source)
          count += 1
        }
      }
      return [Int64(outgoing.count), count]
    }
  }

  private static func export(_ graph: SampleGraph) -> Workload {
    Workload(name: "export") {
      let output = ByteOutput()
      try JSONLinesWriter().write(graph.store.snapshot.elements(), to: output)
      return [lineCount(output.bytes)]
    } naive: {
      var text = ""
      for person in 0..<graph.personCount {
        text += "{\"type\":\"node\",\"id\":\"\(person)\",\"labels\":[\"Person\"],\"properties\":{\"id\":\(graph.ids[person]),"
        text += "\"age\":\(graph.ages[person]),\"city\":\(graph.cities[person]),\"points\":\(graph.points[person]),"
        text += "\"name\":\"\(graph.names[person])\"}}\n"
      }
      var number = 0
      for source in 0..<graph.personCount {
        for target in graph.known(by: source) {
          text += "{\"type\":\"relationship\",\"id\":\"\(number)\",\"label\":\"KNOWS\",\"properties\":{},"
          text += "\"start\":{\"id\":\"\(source)\"},\"end\":{\"id\":\"\(target)\"}}\n"
          number += 1
        }
      }
      return [lineCount(Array(text.utf8))]
    }
  }

  private static func lineCount(_ bytes: [UInt8]) -> Int64 { bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }

  /// Statements that each are a durable commit, beside lines that are appended and synchronised one by one.
  private static func commit() throws -> Workload {
    let folder = try TemporaryFolder()
    let store = try GraphStore.open(folder.path + "/graph.dossier", mode: .create)
    let engine = QueryEngine(store: store)
    let line = [UInt8](repeating: 0x20, count: 4_096)
    let file = open(folder.path + "/lines", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    precondition(file >= 0, "a file can be made in a folder that was just made")
    let count: Int64 = 50
    return Workload(name: "durable commits", countsWaiting: true) {
      for number in 0..<count {
        _ = try engine.run("CREATE (:Note {number: $number})", parameters: ["number": .integer(number)])
      }
      return [count]
    } naive: {
      for _ in 0..<count {
        _ = write(file, line, line.count)
        fdatasync(file)
      }
      withExtendedLifetime(folder) {}
      return [count]
    }
  }
}

/// A folder that goes with its owner.
private final class TemporaryFolder {
  let path: String

  struct Unwritable: Error {}

  init() throws {
    var template = Array((String(cString: getenv("TMPDIR") ?? strdup("/tmp")) + "/benchmarks.XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw Unwritable() }
    path = String(cString: made)
  }

  deinit {
    for name in ["graph.dossier", "graph.dossier-wal", "graph.dossier-shm", "graph.dossier-log", "lines"] {
      unlink(path + "/" + name)
    }
    rmdir(path)
  }
}
