extension SyntaxWriter {
  mutating func write(_ clause: Clause) {
    switch clause.kind {
    case .match(let match):
      write(match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
      write(match.pattern)
      write(filter: match.filter)
    case .unwind(let list, let variable):
      write("UNWIND ")
      write(list)
      write(" AS ")
      write(variable: variable)
    case .with(let projection, let filter):
      write("WITH ")
      write(projection)
      write(filter: filter)
    case .return(let projection):
      write("RETURN ")
      write(projection)
    case .create(let pattern):
      write("CREATE ")
      write(pattern)
    case .merge(let merge): write(merge)
    case .set(let items):
      write("SET ")
      write(items) { $0.write($1) }
    case .remove(let items):
      write("REMOVE ")
      write(items) { $0.write($1) }
    case .delete(let expressions, let detach):
      write(detach ? "DETACH DELETE " : "DELETE ")
      write(expressions) { $0.write($1) }
    case .call(let call): write(call)
    case .let, .filter, .for, .order, .finish: write(rowClause: clause)
    case .show(let command): write(command)
    case .loadCSV(let load): write(load)
    case .subquery(let call): write(call)
    case .foreach(let loop): write(loop)
    }
  }

  private mutating func write(_ load: LoadCSV) {
    write(load.hasHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ")
    write(load.source)
    write(" AS ")
    write(variable: load.variable)
    guard let terminator = load.fieldTerminator else { return }
    write(" FIELDTERMINATOR ")
    write(terminator)
  }

  mutating func write(filter: Expression?) {
    guard let filter else { return }
    write(" WHERE ")
    write(filter)
  }

  private mutating func write(_ projection: Projection) {
    if projection.isDistinct { write("DISTINCT ") }
    if projection.includesAll { write(projection.items.isEmpty ? "*" : "*, ") }
    write(projection.items) { $0.write($1) }
    let order = RowOrder(items: projection.order, skip: projection.skip, limit: projection.limit)
    guard !order.isEmpty else { return }
    write(" ")
    write(order)
  }

  private mutating func write(_ item: Projection.Item) {
    let expression = CypherPrinter.text(of: item.expression)
    write(expression)
    if let alias = item.alias {
      write(" AS ")
      write(variable: alias)
    } else if item.expression.columnName(asWritten: expression) != item.columnName {
      write(" AS ")
      write(CypherPrinter.quoted(variable: item.columnName))
    }
  }

  private mutating func write(_ merge: Merge) {
    write("MERGE ")
    write(merge.pattern)
    if !merge.onCreate.isEmpty {
      write(" ON CREATE SET ")
      write(merge.onCreate) { $0.write($1) }
    }
    if !merge.onMatch.isEmpty {
      write(" ON MATCH SET ")
      write(merge.onMatch) { $0.write($1) }
    }
  }

  private mutating func write(_ item: SetItem) {
    switch item {
    case .property(let owner, let key, let value):
      write(owner, .atom)
      write(".")
      write(schemaName: key)
      write(" = ")
      write(value)
    case .dynamicProperty(let owner, let key, let value):
      write(element: owner, at: key)
      write(" = ")
      write(value)
    case .replaceProperties(let variable, let value):
      write(variable: variable)
      write(" = ")
      write(value)
    case .mergeProperties(let variable, let value):
      write(variable: variable)
      write(" += ")
      write(value)
    case .labels(let variable, let labels):
      write(variable: variable)
      write(labels: labels)
    }
  }

  private mutating func write(_ item: RemoveItem) {
    switch item {
    case .property(let owner, let key):
      write(owner, .atom)
      write(".")
      write(schemaName: key)
    case .dynamicProperty(let owner, let key): write(element: owner, at: key)
    case .labels(let variable, let labels):
      write(variable: variable)
      write(labels: labels)
    }
  }

  mutating func write(_ call: ProcedureCall) {
    write(call.isOptional ? "OPTIONAL CALL " : "CALL ")
    write(callable: call.name)
    if let arguments = call.arguments {
      write("(")
      write(arguments) { $0.write($1) }
      write(")")
    }
    write(yield: call.yield, yieldsAll: call.yieldsAll)
    write(filter: call.filter)
  }

  mutating func write(yield: [ProcedureCall.YieldItem]?, yieldsAll: Bool) {
    if yieldsAll {
      write(" YIELD *")
    } else if let items = yield {
      write(items.isEmpty ? " YIELD -" : " YIELD ")
      write(items) { writer, item in
        writer.write(schemaName: item.field)
        guard let alias = item.alias else { return }
        writer.write(" AS ")
        writer.write(variable: alias)
      }
    }
  }
}
