// LET, FILTER, FOR, FINISH, SHOW, and ORDER BY with its companions.
extension SyntaxWriter {
  mutating func write(rowClause clause: Clause) {
    switch clause.kind {
    case .let(let items):
      write("LET ")
      write(items) { writer, item in
        writer.write(variable: item.variable)
        writer.write(" = ")
        writer.write(item.value)
      }
    case .filter(let condition):
      write("FILTER ")
      write(condition)
    case .for(let loop): write(loop)
    case .order(let order): write(order)
    case .finish: write("FINISH")
    default: preconditionFailure("only called for clauses that work on rows one by one")
    }
  }

  private mutating func write(_ loop: ForLoop) {
    write("FOR ")
    write(variable: loop.variable)
    write(" IN ")
    write(loop.list)
    guard let position = loop.position else { return }
    write(position.counting == .ordinality ? " WITH ORDINALITY " : " WITH OFFSET ")
    write(variable: position.variable)
  }

  /// ORDER BY, SKIP and LIMIT, as far as they are there.
  mutating func write(_ order: RowOrder) {
    var separator = ""
    if !order.items.isEmpty {
      write("ORDER BY ")
      write(order.items) { $0.write($1) }
      separator = " "
    }
    if let skip = order.skip {
      write("\(separator)SKIP ")
      write(skip)
      separator = " "
    }
    if let limit = order.limit {
      write("\(separator)LIMIT ")
      write(limit)
    }
  }

  private mutating func write(_ item: Projection.SortItem) {
    write(item.expression)
    if item.isDescending { write(" DESC") }
    if let nulls = item.nulls { write(nulls == .first ? " NULLS FIRST" : " NULLS LAST") }
  }

  mutating func write(_ command: ShowCommand) {
    write("SHOW ")
    if let restriction = command.restriction { write("\(restriction) ") }
    write(command.subject.rawValue)
    write(yield: command.yield, yieldsAll: command.yieldsAll)
    if !command.order.isEmpty {
      write(" ")
      write(command.order)
    }
    write(filter: command.filter)
  }
}
