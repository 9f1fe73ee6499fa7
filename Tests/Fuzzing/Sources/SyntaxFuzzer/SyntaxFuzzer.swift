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
      // Equal trees are printed alike.
      if reread == statement { return }
      precondition(
        reread.named == statement.named || printed.contains(" { "), "printed as another statement:\n\(text)\n\(printed)")
      precondition(CypherPrinter.text(of: reread) == printed, "printed in another way again:\n\(text)\n\(printed)")
    } catch {
      preconditionFailure("cannot be read again:\n\(text)\n\(printed)\n\(error.rendered(in: printed))")
    }
  }
}

extension Statement {
  /// The statement with every column named, subqueries in expressions left out.
  fileprivate var named: Statement {
    guard case .query(let query) = body else { return self }
    return Statement(mode: mode, body: .query(query.named))
  }
}

extension RegularQuery {
  fileprivate var named: RegularQuery {
    RegularQuery(
      parts: parts.map { SingleQuery(clauses: $0.clauses.map(\.named)) }, unions: unions,
      continuations: continuations.map(\.named))
  }
}

extension Clause {
  fileprivate var named: Clause {
    var clause = self
    switch kind {
    case .with(let projection, let filter): clause.kind = .with(projection.named, filter: filter)
    case .return(let projection): clause.kind = .return(projection.named)
    case .foreach(var loop):
      loop.clauses = loop.clauses.map(\.named)
      clause.kind = .foreach(loop)
    case .subquery(var call):
      call.query = call.query.named
      clause.kind = .subquery(call)
    default: break
    }
    return clause
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
