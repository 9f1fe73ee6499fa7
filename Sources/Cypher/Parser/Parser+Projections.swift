// WITH and RETURN (openCypher productions `With`, `Return`, `ProjectionBody`, `Order`, `Skip`, `Limit`).
extension Parser {
  /// `With`, behind its keyword.
  mutating func with() throws(CypherError) -> Clause.Kind {
    let projection = try projection()
    return .with(projection, filter: try filter())
  }

  /// `ProjectionBody`.
  mutating func projection() throws(CypherError) -> Projection {
    var projection = Projection(items: [])
    projection.isDistinct = accept(.distinct)
    if accept(.star) {
      projection.includesAll = true
      while accept(.comma) { projection.items.append(try projectionItem()) }
    } else {
      repeat { projection.items.append(try projectionItem()) } while accept(.comma)
    }
    if accept(.order) {
      try expect(.by)
      repeat { projection.order.append(try sortItem()) } while accept(.comma)
    }
    if accept(.skip) { projection.skip = try expression() }
    if accept(.limit) { projection.limit = try expression() }
    return projection
  }

  /// `ProjectionItem`; the column of an item without an alias is called as it is written.
  private mutating func projectionItem() throws(CypherError) -> Projection.Item {
    let start = token.lowerBound
    let expression = try expression()
    let columnName = expression.columnName(asWritten: text(span(from: start)))
    guard accept(.as) else { return Projection.Item(expression: expression, alias: nil, columnName: columnName) }
    let alias = try variable("a name for the column")
    return Projection.Item(expression: expression, alias: alias, columnName: alias.text)
  }

  /// `SortItem`.
  private mutating func sortItem() throws(CypherError) -> Projection.SortItem {
    let expression = try expression()
    if accept(.descending) || accept(.descendingShort) {
      return Projection.SortItem(expression: expression, isDescending: true)
    }
    if !accept(.ascending) { _ = accept(.ascendingShort) }
    return Projection.SortItem(expression: expression, isDescending: false)
  }
}
