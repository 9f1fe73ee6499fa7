import Cypher
import Foundation
import GraphStorage
import Query
import Testing

/// Statements on a thread with half a megabyte of stack, as programs make them: they end as they do on any other.
@Suite(.serialized) struct SmallStackTests {
  private static let stackByteCount = 512 << 10

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static let statements: [(name: String, text: String)] = [
    ("a pattern of 250 relationships", "MATCH (a)" + repeated("-->()", 250) + " RETURN count(*) AS x"),
    ("a pattern of 500 relationships", "MATCH (a)" + repeated("-->()", 500) + " RETURN count(*) AS x"),
    ("250 relationships to make", "CREATE (a)" + repeated("-[:R]->()", 250) + " RETURN 1 AS x"),
    ("500 clauses", repeated("WITH 1 AS x ", 500) + "RETURN x"),
    ("100 searches", repeated("MATCH (a) ", 100) + "RETURN count(*) AS x"),
    ("200 updates", "WITH 1 AS x " + repeated("MERGE (:A {x: x}) ", 200) + "RETURN x"),
    ("a sum of 5,000", "MATCH (n) RETURN n.x" + repeated(" + n.x", 5_000) + " AS x"),
    ("5,000 alternatives", "MATCH (n) WHERE n.x = 0" + repeated(" OR n.x = 1", 5_000) + " RETURN n.x AS x"),
    ("150 parentheses", "RETURN " + repeated("(", 150) + "1" + repeated(")", 150) + " AS x"),
    ("150 lists", "RETURN " + repeated("[", 150) + "1" + repeated("]", 150) + " AS x"),
    ("150 calls", "MATCH (n) RETURN " + repeated("coalesce(", 150) + "n.x" + repeated(")", 150) + " AS x"),
    ("90 NOTs", "RETURN " + repeated("NOT (", 90) + "true" + repeated(")", 90) + " AS x"),
    (
      "60 subqueries",
      "MATCH (n) WHERE " + repeated("EXISTS { MATCH (n) WHERE ", 60) + "true" + repeated(" }", 60) + " RETURN 1 AS x"
    ),
    ("60 called subqueries", repeated("CALL { ", 60) + "RETURN 1 AS x" + repeated(" } RETURN x", 60)),
    ("1,500 paths", "CREATE " + (0..<1_500).map { "(n\($0))" }.joined(separator: ", ") + " RETURN 1 AS x"),
    ("an error in a deep place", "RETURN " + repeated("(", 150) + "y" + repeated(")", 150) + " AS x"),
  ]

  @Test(arguments: statements.indices) func `a small stack is no matter`(index: Int) {
    let (name, text) = Self.statements[index]
    let expected = Self.outcome(text)
    #expect(Self.onSmallStack { Self.outcome(text) } == expected, "\(name)")
  }

  @Test(arguments: statements.indices) func `what is read is printed on a small stack too`(index: Int) {
    let text = Self.statements[index].text
    let isSame = Self.onSmallStack {
      guard let printed = (try? CypherParser.parse(text)).map({ CypherPrinter.text(of: $0) }) else { return "unread" }
      return (try? CypherParser.parse(printed)).map { CypherPrinter.text(of: $0) } == printed ? "same" : "other"
    }
    #expect(isSame == "same")
  }

  private static func outcome(_ text: String) -> String {
    do throws(CypherError) {
      let engine = QueryEngine(store: GraphStore())
      _ = try engine.run("CREATE (a {x: 1})-[:R]->({x: 2})-[:R]->(a)", parameters: [:])
      let result = try engine.run(text, parameters: [:])
      let records = try result.allRecords()
      _ = result.summary
      return records.map { $0.map(\.literal).joined() }.joined(separator: ", ")
    } catch {
      return error.message
    }
  }

  private static func onSmallStack(_ body: @escaping @Sendable () -> String) -> String {
    final class Box: @unchecked Sendable { var text = "" }
    let box = Box()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      box.text = body()
      done.signal()
    }
    thread.stackSize = stackByteCount
    thread.start()
    done.wait()
    return box.text
  }
}
