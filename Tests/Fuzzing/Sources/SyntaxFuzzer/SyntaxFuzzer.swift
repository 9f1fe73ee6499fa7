import CFuzzer
import Cypher
import FuzzSupport

/// Any bytes: they are cut into tokens and statements, read, checked and printed; what is printed is read as the same tree, and
/// an error points into the text.
@main struct SyntaxFuzzer {
  static func main() {
    _ = fuzz(CommandLine.argc, CommandLine.unsafeArgv) { data, size in
      SyntaxFuzzer.run(String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self))
      return 0
    }
  }

  fileprivate static func run(_ text: String) {
    _ = Tokenizer.tokens(of: text)
    _ = StatementSplitter.split(text).rest.open
    do throws(CypherError) {
      let statement = try CypherParser.parse(text)
      check(statement, text)
      try SemanticAnalyzer.check(statement)
    } catch {
      precondition((error.span?.upperBound ?? 0) <= text.utf8.count, "the error lies outside the text")
      _ = error.rendered(in: text)
    }
  }

  /// Columns without an alias are called as they were written, so the printer may have to name them; apart from that the trees
  /// are equal. Columns inside subqueries are not looked into.
  private static func check(_ statement: Statement, _ text: String) {
    let printed = CypherPrinter.text(of: statement)
    do throws(CypherError) {
      let reread = try CypherParser.parse(printed)
      let isSame = reread == statement || reread.named == statement.named || printed.contains(" { ")
      precondition(isSame, "printed as another statement:\n\(text)\n\(printed)")
      precondition(CypherPrinter.text(of: reread) == printed, "printed in another way again:\n\(text)\n\(printed)")
    } catch {
      preconditionFailure("cannot be read again:\n\(text)\n\(printed)\n\(error.rendered(in: printed))")
    }
  }
}

extension Statement {
  /// The statement with every column named.
  fileprivate var named: Statement {
    guard case .query(var query) = body else { return self }
    for part in query.parts.indices {
      for index in query.parts[part].clauses.indices { query.parts[part].clauses[index].nameColumns() }
    }
    return Statement(mode: mode, body: .query(query))
  }
}

extension Clause {
  fileprivate mutating func nameColumns() {
    switch kind {
    case .with(let projection, let filter): kind = .with(projection.named, filter: filter)
    case .return(let projection): kind = .return(projection.named)
    default: break
    }
  }
}

extension Projection {
  fileprivate var named: Projection {
    var projection = self
    for index in items.indices where items[index].alias == nil {
      projection.items[index].alias = Name(items[index].columnName, items[index].expression.span)
    }
    return projection
  }
}
