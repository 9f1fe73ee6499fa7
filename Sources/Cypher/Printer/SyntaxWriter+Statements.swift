extension SyntaxWriter {
  mutating func write(_ statement: Statement) {
    switch statement.mode {
    case .run: break
    case .explain: write("EXPLAIN ")
    case .profile: write("PROFILE ")
    }
    switch statement.body {
    case .query(let query): write(query)
    case .schema(let command): write(command)
    case .transaction(.begin): write("BEGIN")
    case .transaction(.commit): write("COMMIT")
    case .transaction(.rollback): write("ROLLBACK")
    }
  }

  mutating func write(_ query: RegularQuery) {
    for (index, part) in query.parts.enumerated() {
      if index > 0 {
        write(clauseSeparator)
        write(query.unions[index - 1] == .all ? "UNION ALL" : "UNION")
        write(clauseSeparator)
      }
      let separator = clauseSeparator
      write(part.clauses, separator: separator) { $0.write($1) }
    }
  }

  private mutating func write(_ command: SchemaCommand) {
    switch command {
    case .createIndex(let name, let label, let key, let ifNotExists):
      write("CREATE INDEX ")
      write(name, ifNotExists)
      write("FOR (n:\(CypherPrinter.quoted(schemaName: label.text))) ON (n.\(CypherPrinter.quoted(schemaName: key.text)))")
    case .createUniqueConstraint(let name, let label, let key, let ifNotExists):
      write("CREATE CONSTRAINT ")
      write(name, ifNotExists)
      write("FOR (n:\(CypherPrinter.quoted(schemaName: label.text))) ")
      write("REQUIRE n.\(CypherPrinter.quoted(schemaName: key.text)) IS UNIQUE")
    case .dropIndex(let name, let ifExists):
      write("DROP INDEX \(CypherPrinter.quoted(variable: name.text))\(ifExists ? " IF EXISTS" : "")")
    case .dropConstraint(let name, let ifExists):
      write("DROP CONSTRAINT \(CypherPrinter.quoted(variable: name.text))\(ifExists ? " IF EXISTS" : "")")
    }
  }

  /// `FOR` and `IF` are names elsewhere, but would be taken for what follows here.
  private mutating func write(_ name: Name?, _ ifNotExists: Bool) {
    if let name {
      let isTaken = ["for", "if"].contains(name.text.lowercased())
      write(isTaken ? SyntaxWriter.inBackticks(name.text) : CypherPrinter.quoted(variable: name.text))
      write(" ")
    }
    if ifNotExists { write("IF NOT EXISTS ") }
  }
}
