import CFuzzer
import Cypher
import FuzzSupport
import Graph
import GraphStorage
import Query

/// Any text is run as a statement over a small graph, with little time and memory: it ends with records or with an error, and
/// taken back, it leaves the graph as it was.
@main struct QueryFuzzer {
  /// How many inputs share a store. What is taken back leaves a few names and numbers behind, which a new store forgets.
  private static let runsPerStore = 2_000
  nonisolated(unsafe) private static var graph = GraphUnderTest()
  nonisolated(unsafe) private static var runCount = 0

  static func main() {
    // Tables that are built once stay for ever, and are held by pointers with tags in them, which a leak checker does not know.
    unchecked { graph.run("MATCH (n) RETURN n.list, toString(n.day), count(*)") }
    _ = fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
      QueryFuzzer.run(String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self))
      return 0
    }
  }

  fileprivate static func run(_ text: String) {
    runCount += 1
    // Its strings are held by pointers in memory that is mapped, where a leak checker does not look.
    if runCount % runsPerStore == 0 { unchecked { graph = GraphUnderTest() } }
    graph.run(text)
  }

  /// Runs `body`, whose memory may stay for ever.
  private static func unchecked(_ body: () -> Void) {
    __lsan_disable()
    body()
    __lsan_enable()
  }
}

/// A graph that each input leaves as it found it. The engine lives as long as one input, so that all memory that the input took
/// must be free again behind it.
private struct GraphUnderTest {
  private static let script = """
    CREATE (a:A {id: 0, x: 1, name: 'a', list: [1, 2], day: date('2013-01-11')}), (b:B {id: 1, x: 2, name: 'b', f: 0.5}),
      (c:A:B {id: 2, x: 2, flag: true}), (d:C {id: 3}), (e {id: 4, x: 0, name: 'ab'}), (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c),
      (c)-[:S]->(a), (c)-[:S {w: 0}]->(d), (d)-[:T]->(d), (a)-[:R]->(b), (e)-[:T {w: 1}]->(a)
    """
  /// What one input may use.
  private static let timeoutSeconds = 0.05
  private static let memoryByteCount = 16 << 20
  private static let rowCount = 500
  private static let parameters: [String: Value] = ["p": .integer(1), "list": .list([.integer(1), .null, .string("a")])]

  private let store = GraphStore()

  init() {
    let engine = QueryEngine(store: store)
    attempt(Self.script, engine)
    precondition(isWhole, "the graph cannot be made")
  }

  private var isWhole: Bool { store.snapshot.nodeCount == 5 && store.snapshot.relationshipCount == 7 }

  func run(_ text: String) {
    let engine = QueryEngine(store: store)
    engine.limits.timeoutSeconds = Self.timeoutSeconds
    engine.limits.memoryByteCount = Self.memoryByteCount
    attempt("BEGIN", engine)
    attempt(text, engine)
    // The input may have been a COMMIT.
    if engine.transactionState != .none { attempt("ROLLBACK", engine) }
    precondition(isWhole, "what was rolled back is still there")
  }

  private func attempt(_ text: String, _ engine: QueryEngine) {
    do throws(CypherError) {
      let result = try engine.run(text, parameters: Self.parameters)
      var count = 0
      while count < Self.rowCount, let records = try result.nextRecords() { count += records.count }
      _ = result.summary
    } catch {
      precondition((error.span?.upperBound ?? 0) <= text.utf8.count, "the error lies outside the text")
      _ = error.rendered(in: text)
    }
  }
}
