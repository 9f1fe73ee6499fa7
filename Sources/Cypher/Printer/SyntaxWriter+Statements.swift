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
    for next in query.continuations {
      write(clauseSeparator)
      write("NEXT")
      write(clauseSeparator)
      write(next)
    }
  }
}
