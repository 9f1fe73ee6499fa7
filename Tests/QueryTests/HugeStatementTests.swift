import Cypher
import Foundation
import GraphStorage
import Query
import Testing

/// Machine-made and hostile statements, run whole: an answer or an error, in seconds, and never an overflowing stack.
///
/// What is only long is tried at a tenth of its size, which a debug build reads in time; `DOSSIER_HUGE=1` asks for all of it.
@Suite(.serialized) struct HugeStatementTests {
  private static let isWhole = ProcessInfo.processInfo.environment["DOSSIER_HUGE"] == "1"
  private static let hundredThousand = isWhole ? 100_000 : 10_000
  private static let million = isWhole ? 1_000_000 : 100_000
  private static let tenMillion = isWhole ? 10_000_000 : 1_000_000

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static func nested(_ open: String, _ inside: String, _ close: String, _ count: Int = 10_000) -> String {
    repeated(open, count) + inside + repeated(close, count)
  }

  // MARK: - Deep

  static let deep: [(name: String, text: String)] = [
    ("parentheses", "RETURN " + nested("(", "1", ")")),
    ("lists", "RETURN " + nested("[", "", "]")),
    ("maps", "RETURN " + nested("{a: ", "1", "}")),
    ("NOT", "RETURN " + nested("NOT ", "true", "")),
    ("NOT in parentheses", "RETURN " + nested("NOT (", "true", ")")),
    ("CASE", "RETURN " + nested("CASE WHEN true THEN ", "1", " END")),
    ("calls", "RETURN " + nested("abs(", "1", ")")),
    ("minus", "RETURN " + nested("-", "x", "")),
    ("subqueries", "MATCH (n) WHERE " + nested("EXISTS { MATCH (n) WHERE ", "true", " }") + " RETURN n"),
    ("COUNT", "RETURN " + nested("COUNT { MATCH () WHERE 1 = ", "1", " }")),
    ("pattern in parentheses", "MATCH " + nested("(", "n", ")") + " RETURN n"),
    ("path in parentheses", "MATCH " + nested("(", "(n)-->()", ")") + " RETURN n"),
    ("quantified pattern in parentheses", "MATCH " + nested("(", "(a)-->(b)", "){1,2}") + " RETURN 1"),
    ("label expression", "MATCH (n:" + nested("!", "A", "") + ") RETURN n"),
    ("label expression in parentheses", "MATCH (n:" + nested("(", "A", ")") + ") RETURN n"),
    ("label expression as a predicate", "MATCH (n) WHERE n:" + nested("!(", "A", ")") + " RETURN n"),
    ("inline conditions", "MATCH " + nested("(n WHERE EXISTS { MATCH ", "()", "})") + " RETURN 1"),
    ("comprehensions", "RETURN " + nested("[x IN ", "[]", " | x]")),
    ("subscripts", "WITH [] AS x RETURN x" + repeated("[0]", 10_000)),
    ("properties", "WITH {a: 1} AS x RETURN x" + repeated(".a", 10_000)),
    ("sums", "RETURN 1" + repeated(" + 1", 10_000)),
    ("powers", "RETURN 1" + repeated(" ^ 1", 10_000)),
    ("null tests", "RETURN 1" + repeated(" IS NULL", 10_000)),
    ("called subqueries", nested("CALL { ", "RETURN 1 AS x", " RETURN x }") + " RETURN x"),
    ("FOREACH", nested("FOREACH (x IN [1] | ", "CREATE ()", ")")),
    ("reduce", "RETURN " + nested("reduce(a = ", "0", ", x IN [1] | a)")),
    ("opening brackets only", "RETURN " + repeated("([{", 10_000)),
    ("closing brackets only", "RETURN " + repeated(")]}", 10_000)),
  ]

  @Test(arguments: deep.indices) func `ten thousand levels end with an error or an answer`(index: Int) throws {
    Self.expectAnEnd(Self.deep[index].name, Self.deep[index].text, withinSeconds: 30)
  }

  /// As deep as the parser lets it be: what each later stage, and the thread that it runs on, must bear.
  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("{a: ", "}"), ("NOT (", ")"), ("1 + (", ")"), ("coalesce(", ")"), ("CASE WHEN true THEN ", " END"),
    ("[x IN [1] | ", "]"), ("-(", ")"), ("reduce(a = 0, x IN [1] | ", ")"), ("COUNT { MATCH (n) WHERE true = ", " }"),
    ("EXISTS { MATCH (n) WHERE ", " }"), ("all(x IN [1] WHERE ", ")"), ("[(n)-->() | ", "]"),
  ])
  func `what is just not too deep runs on a plain thread`(open: String, close: String) throws {
    let outcome = Self.onPlainThread {
      var outcome = "never read"
      for levels in stride(from: 198, to: 20, by: -1) {
        let text = "MATCH (n) RETURN " + Self.nested(open, "null", close, levels) + " AS x"
        do throws(CypherError) {
          _ = try CypherParser.parse(text)
        } catch {
          continue
        }
        outcome = (try? QueryEngine.over().failure(text)) ?? "answered"
        break
      }
      return outcome
    }
    #expect(outcome != "never read")
  }

  private static func onPlainThread(_ body: @escaping @Sendable () -> String) -> String {
    final class Box: @unchecked Sendable { var text = "" }
    let box = Box()
    let done = DispatchSemaphore(value: 0)
    Thread {
      box.text = body()
      done.signal()
    }.start()
    done.wait()
    return box.text
  }

  // MARK: - Long

  static let long: [(name: String, text: String)] = [
    (
      "a list of 100,000 numbers to look in",
      "RETURN 99999 IN [" + (0..<hundredThousand).map(String.init).joined(separator: ",") + "] AS x"
    ),
    ("100,000 UNIONs", "RETURN 1 AS x" + repeated(" UNION ALL RETURN 1 AS x", hundredThousand)),
    ("100,000 WITHs", repeated("WITH 1 AS x ", hundredThousand) + "RETURN x"),
    ("100,000 CASE branches", "RETURN CASE 5 " + repeated("WHEN 1 THEN 2 ", hundredThousand) + "END AS x"),
    ("100,000 conditions", "RETURN true" + repeated(" AND true", hundredThousand) + " AS x"),
    ("100,000 alternatives", "UNWIND [1] AS y RETURN y = 0" + repeated(" OR y = 1", hundredThousand) + " AS x"),
    ("100,000 summands", "UNWIND [1] AS y RETURN y" + repeated(" + y", hundredThousand) + " AS x"),
    ("100,000 parts of a text", "UNWIND ['a'] AS y RETURN size('b'" + repeated(" || y", hundredThousand) + ") AS x"),
    ("100,000 comparisons of a variable", "UNWIND [1] AS y RETURN y" + repeated(" <= y", hundredThousand) + " AS x"),
    ("100,000 comparisons", "RETURN 1" + repeated(" <= 1", hundredThousand) + " AS x"),
    ("100,000 labels", "MATCH (n" + repeated(":A", hundredThousand) + ") RETURN n"),
    ("100,000 alternative labels", "MATCH (n:A" + repeated("|A", hundredThousand) + ") RETURN n"),
    ("100,000 columns", "RETURN " + (0..<hundredThousand).map { "1 AS c\($0)" }.joined(separator: ",")),
    ("100,000 paths", "MATCH " + (0..<hundredThousand).map { _ in "()" }.joined(separator: ",") + " RETURN 1"),
    ("a name of a million letters", "WITH 1 AS " + repeated("x", million) + " RETURN *"),
    ("a label of a million letters", "CREATE (:" + repeated("x", million) + " {" + repeated("k", million) + ": 1})"),
    ("an unknown name of a million letters", "RETURN " + repeated("x", million)),
    ("an unknown function of a million letters", "RETURN " + repeated("x", million) + "()"),
    ("a string of ten million letters", "RETURN size('" + repeated("x", tenMillion) + "') AS x"),
    ("a string of ten million letters without an end", "RETURN '" + repeated("x", tenMillion)),
    ("a comment of ten million letters", "RETURN 1 /*" + repeated("x", tenMillion) + "*/ AS x"),
    ("a number of a million digits", "RETURN " + repeated("1", million)),
    ("a million semicolons", "RETURN 1 AS x" + repeated(";", million)),
    ("a million line breaks", repeated("\n", million) + "RETURN y"),
  ]

  @Test(arguments: long.indices) func `what is only long ends with an error or an answer`(index: Int) throws {
    Self.expectAnEnd(Self.long[index].name, Self.long[index].text, withinSeconds: 60)
  }

  @Test func `chains of ten thousand operands are answered`() throws {
    let engine = try QueryEngine.over()
    #expect(try engine.column("RETURN false" + Self.repeated(" OR false", 10_000) + " AS x") == ["false"])
    #expect(try engine.column("RETURN true" + Self.repeated(" AND true", 10_000) + " AS x") == ["true"])
  }

  private static func expectAnEnd(_ name: String, _ text: String, withinSeconds limit: Double) {
    let started = Date()
    do throws(CypherError) {
      _ = try QueryEngine(store: GraphStore()).run(text, parameters: [:]).allRecords()
    } catch {
      #expect((error.span?.upperBound ?? 0) <= text.utf8.count, "\(name)")
      #expect(error.message.utf8.count < 10_000, "\(name) is told of at too great length")
      #expect(error.rendered(in: text).utf8.count < 20_000, "\(name) is shown at too great length")
    }
    let seconds = Date().timeIntervalSince(started)
    #expect(seconds < limit, "\(name) took \(seconds) seconds")
    if isWhole { print("\(name): \(seconds) seconds") }
  }
}
