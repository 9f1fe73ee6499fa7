import Cypher
import Graph
import GraphStorage
import Interchange
import Query

/// Runs the statements of a Cypher script, one after the other.
struct ScriptRun {
  private let engine: QueryEngine

  init(store: GraphStore) {
    engine = QueryEngine(store: store)
  }

  /// Runs a file; the first statement that fails ends it, and the message has its line.
  ///
  /// - Parameter isAtomic: runs it all in one transaction, so that a script that fails leaves the graph as it was.
  func run(file path: String, isAtomic: Bool = false, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(Failure)
  {
    let input = try reportingFailures { try InputBytes(path: path) }
    guard let text = String(validating: input.bytes, as: UTF8.self) else {
      throw Failure(.failed, "\(input.name): the script is not valid UTF-8; convert it to UTF-8")
    }
    let statements = Self.statements(of: text)
    if isAtomic { try run("BEGIN", place: path) }
    for (index, statement) in statements.enumerated() {
      try run(statement.text, place: "\(path), statement at line \(statement.line)")
      progress(index + 1, statements.count)
    }
    if isAtomic { try run("COMMIT", place: path) }
  }

  /// The statements of a script; the last one may lack its semicolon.
  private static func statements(of text: String) -> [StatementSplitter.Statement] {
    var splitter = StatementSplitter()
    return splitter.append(text + "\n;")
  }

  /// Runs one statement.
  func run(_ statement: String, place: String) throws(Failure) {
    do throws(CypherError) {
      let result = try engine.run(statement, parameters: [:])
      while try result.nextRecords() != nil {}
    } catch {
      throw Failure(error, in: statement, place: place)
    }
  }
}
