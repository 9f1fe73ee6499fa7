// The child of the test of forged files: makes a graph file to be forged, and reads forged ones with everything that reads.
//
//     ForgedFileReader make FILE      a small graph of many kinds of content, with a checkpoint, commits in its journal and some
//                                     in its log; ends without closing it
//     ForgedFileReader read FILE...   for each file a line: `answered`, or `refused` and the first error of each kind of reading

import Graph
import GraphStorage
import Query

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@main
struct ForgedFileReader {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch arguments.count > 2 ? arguments[1] : "" {
    case "make": try make(arguments[2])
    case "read": for path in arguments.dropFirst(2) { say(read(path) + "\n") }
    default: exit(2)
    }
  }

  /// Not buffered: what was said is said when the process dies.
  private static func say(_ text: String) {
    _ = text.utf8.withContiguousStorageIfAvailable { write(1, $0.baseAddress, $0.count) }
  }

  // MARK: - Making

  private static func make(_ path: String) throws {
    let store = try GraphStore.open(path, mode: .create)
    let engine = QueryEngine(store: store)
    for statement in Statements.making { _ = try engine.run(statement, parameters: [:]).allRecords() }
    try store.checkpoint()
    for statement in Statements.journaled { _ = try engine.run(statement, parameters: [:]).allRecords() }
    // What a process that is killed leaves is in the journal and the log.
    exit(0)
  }

  // MARK: - Reading

  private static func read(_ path: String) -> String {
    var errors: [String] = []
    func attempt(_ what: String, _ body: () throws -> Void) {
      do { try body() } catch { errors.append("\(what): \(error)".split(separator: "\n").joined(separator: " ")) }
    }
    attempt("elements") { try readElements(GraphStore.open(path, mode: .readOnly).snapshot) }
    attempt("adjacency") { try readAdjacency(GraphStore.open(path, mode: .readOnly).snapshot) }
    attempt("indexes") { try readIndexes(GraphStore.open(path, mode: .readOnly).snapshot) }
    attempt("statements") {
      let store = try GraphStore.open(path, mode: .readOnly)
      try run(Statements.reading, QueryEngine(store: store))
    }
    attempt("check") {
      if let finding = try GraphStore.check(path).findings.first { throw finding }
    }
    attempt("updates") {
      let store = try GraphStore.open(path, mode: .readWrite)
      defer { try? store.close() }
      try run(Statements.updating, QueryEngine(store: store))
      try store.checkpoint()
    }
    return errors.isEmpty ? "answered" : "refused " + errors.joined(separator: " | ")
  }

  /// All of them, whether or not those before could be answered; throws the first error.
  private static func run(_ statements: [String], _ engine: QueryEngine) throws {
    var failure: (any Error)?
    for statement in statements {
      do {
        for record in try engine.run(statement, parameters: [:]).allRecords() { for value in record { _ = value.literal } }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private static func readElements(_ snapshot: GraphSnapshot) throws {
    let elements = snapshot.elements()
    for index in 0..<min(elements.batchCount, 64) {
      let batch = elements.batch(index)
      for column in elements.properties(of: batch) { for row in 0..<batch.rows.count { _ = column.values[row].literal } }
    }
    for kind in ElementKind.allCases { _ = elements.valueTypes(of: kind) }
    try snapshot.checkIntact()
  }

  private static func readAdjacency(_ snapshot: GraphSnapshot) throws {
    let nodes = snapshot.allNodes()
    for direction in [Direction.outgoing, .incoming, .both] {
      let expansion = snapshot.expand(nodes, direction)
      for relationship in expansion.relationships { _ = snapshot.relationship(relationship) }
      for node in expansion.neighbours { _ = snapshot.node(node) }
      _ = snapshot.degrees(of: nodes, direction)
    }
    for labels in [nil, snapshot.labels.first.flatMap { snapshot.labelID($0) }.map { [$0] }] {
      let subgraph = Subgraph(of: snapshot, labels: labels, types: nil)
      for direction in [Direction.outgoing, .incoming] {
        let rows = try subgraph.rows(direction) { () throws(StorageError) in }
        for target in rows.targets { _ = subgraph.nodes[Int(target)] }
      }
    }
    try snapshot.checkIntact()
  }

  private static func readIndexes(_ snapshot: GraphSnapshot) throws {
    for definition in snapshot.indexDefinitions {
      guard let label = snapshot.labelID(definition.owners[0]), let key = snapshot.propertyKeyID(definition.keys[0]) else {
        continue
      }
      for value in [Value.integer(0), .string(""), .boolean(false), .date(CalendarDate(daysSinceEpoch: 0))] {
        for node in snapshot.range(label, key, lower: RangeBound(value, isInclusive: true), upper: nil) ?? [] {
          _ = snapshot.node(node)
        }
        _ = snapshot.lookup(label, key, value)
      }
      _ = snapshot.strings(label, key, .contains, "1")
      _ = snapshot.distinctValueEstimate(label, key)
      if definition.kind == .fullText { _ = try snapshot.search(definition.name, "n1~ OR ship*") }
    }
    try snapshot.checkIntact()
  }
}
