import CFuzzer
import Cypher
import FuzzSupport
import GraphStorage
import Query

/// Any text is run as a statement over a small graph, with little time and memory: it ends with records or with an error, and
/// taken back, it leaves the graph as it was.
@main struct QueryFuzzer {
  static func main() {
    // Tables that are built once stay for ever, and are held by pointers with tags in them, which a leak checker does not know.
    __lsan_disable()
    GraphUnderTest().run("MATCH (n) RETURN n.list, toString(n.day), count(*)")
    __lsan_enable()
    _ = fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
      GraphUnderTest().run(String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self))
      return 0
    }
  }
}

/// A graph for one input, so that all memory that the input took must be free again behind it.
private struct GraphUnderTest {
  private static let script = """
    CREATE (a:A {id: 0, x: 1, name: 'a', list: [1, 2], day: date('2013-01-11')}), (b:B {id: 1, x: 2, name: 'b', f: 0.5}),
      (c:A:B {id: 2, x: 2, flag: true}), (d:C {id: 3}), (e {id: 4, x: 0, name: 'ab'}), (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c),
      (c)-[:S]->(a), (c)-[:S {w: 0}]->(d), (d)-[:T]->(d), (a)-[:R]->(b), (e)-[:T {w: 1}]->(a)
    """
  /// What one input may use.
  private static let timeoutSeconds = 1.0
  private static let memoryByteCount = 64 << 20
  private static let rowCount = 5_000

  private let engine = QueryEngine(store: GraphStore())

  init() {
    engine.limits.timeoutSeconds = Self.timeoutSeconds
    engine.limits.memoryByteCount = Self.memoryByteCount
    attempt(Self.script)
    precondition(isWhole, "the graph cannot be made")
  }

  private var isWhole: Bool { engine.store.snapshot.nodeCount == 5 && engine.store.snapshot.relationshipCount == 7 }

  func run(_ text: String) {
    attempt("BEGIN")
    attempt(text)
    // The input may have been a COMMIT.
    if engine.transactionState == .none { return }
    attempt("ROLLBACK")
    precondition(isWhole, "what was rolled back is still there")
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
