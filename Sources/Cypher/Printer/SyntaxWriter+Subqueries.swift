// Queries inside queries, which are written on one line.
extension SyntaxWriter {
  mutating func write(_ word: String, _ subquery: Subquery) {
    write(word)
    write(" { ")
    writeOnOneLine { writer in
      switch subquery {
      case .pattern(let pattern, let filter):
        writer.write(pattern)
        writer.write(filter: filter)
      case .query(let query): writer.write(query)
      }
    }
    write(" }")
  }

  mutating func write(_ call: SubqueryCall) {
    if call.isOptional { write("OPTIONAL ") }
    switch call.imports {
    case .leadingWith: write("CALL", .query(call.query))
    case .all: write("CALL (*)", .query(call.query))
    case .names(let names):
      write("CALL (")
      write(names) { $0.write(variable: $1) }
      write(")", .query(call.query))
    }
    guard let batches = call.batches else { return }
    write(" IN TRANSACTIONS")
    guard let rowCount = batches.rowCount else { return }
    write(" OF ")
    write(rowCount)
    write(" ROWS")
  }

  mutating func write(_ loop: Foreach) {
    write("FOREACH (")
    write(variable: loop.variable)
    write(" IN ")
    let outerGuard = guardsBars
    guardsBars = true
    write(loop.list)
    guardsBars = outerGuard
    write(" | ")
    writeOnOneLine { writer in writer.write(loop.clauses, separator: " ") { $0.write($1) } }
    write(")")
  }

  private mutating func writeOnOneLine(_ body: (inout SyntaxWriter) -> Void) {
    let outerSeparator = clauseSeparator
    clauseSeparator = " "
    body(&self)
    clauseSeparator = outerSeparator
  }
}
