import CFuzzer
import Cypher
import FuzzSupport
import GraphStorage
import Query

/// Any text is run as a statement over a small graph, with little time and memory: it ends with records or with an error, and
/// the next input finds the graph as this one did.
@main struct QueryFuzzer {
  static func main() {
    _ = fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
      GraphUnderTest.shared.run(String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self))
      return 0
    }
  }
}

/// The graph, and an engine over it. libFuzzer calls from one thread.
private final class GraphUnderTest {
  nonisolated(unsafe) static let shared = GraphUnderTest()

  private static let script = """
    CREATE (a:A {id: 0, x: 1, name: 'a', list: [1, 2], day: date('2013-01-11')}), (b:B {id: 1, x: 2, name: 'b', f: 0.5}),
      (c:A:B {id: 2, x: 2, flag: true}), (d:C {id: 3}), (e {id: 4, x: 0, name: 'ab'}), (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c),
      (c)-[:S]->(a), (c)-[:S {w: 0}]->(d), (d)-[:T]->(d), (a)-[:R]->(b), (e)-[:T {w: 1}]->(a)
    """
  /// What one input may use.
  private static let timeoutSeconds = 1.0
  private static let memoryByteCount = 64 << 20
  private static let rowCount = 5_000
  /// Names and values that inputs bring in are kept until a graph is given up.
  private static let runsPerGraph = 20_000

  private var engine = QueryEngine(store: GraphStore())
  private var runCount = 0

  private init() { fill() }

  private func fill() {
    engine = QueryEngine(store: GraphStore())
    engine.limits.timeoutSeconds = Self.timeoutSeconds
    engine.limits.memoryByteCount = Self.memoryByteCount
    do throws(CypherError) {
      _ = try engine.run(Self.script, parameters: [:]).allRecords()
    } catch {
      preconditionFailure(error.message)
    }
  }

  func run(_ text: String) {
    runCount += 1
    if runCount % Self.runsPerGraph == 0 { fill() }
    attempt("BEGIN")
    attempt(text)
    while engine.transactionState != .none { attempt("ROLLBACK") }
    let snapshot = engine.store.snapshot
    if snapshot.nodeCount != 5 || snapshot.relationshipCount != 7 || !snapshot.indexDescriptions.isEmpty { fill() }
  }

  private func attempt(_ text: String) {
    do throws(CypherError) {
      let result = try engine.run(text, parameters: ["p": .integer(1), "list": .list([.integer(1), .null, .string("a")])])
      var count = 0
      while count < Self.rowCount, let records = try result.nextRecords() { count += records.count }
      _ = result.summary
    } catch {
      precondition((error.span?.upperBound ?? 0) <= text.utf8.count, "the error lies outside the text")
      _ = error.rendered(in: text)
    }
  }
}
