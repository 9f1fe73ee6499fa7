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
    // ALL is what holds without DISTINCT, unless it is `all(x IN …)`.
    if !projection.isDistinct, at(.all), !isQuantifier, !atBoundWord { advance() }
    if accept(.star) {
      projection.includesAll = true
      while accept(.comma) { projection.items.append(try projectionItem()) }
    } else {
      repeat { projection.items.append(try projectionItem()) } while accept(.comma)
    }
    let order = try rowOrder()
    (projection.order, projection.skip, projection.limit) = (order.items, order.skip, order.limit)
    return projection
  }

  /// `Order`, `Skip` and `Limit`, each of which may be absent.
  mutating func rowOrder() throws(CypherError) -> RowOrder {
    var order = RowOrder()
    if accept(.order) {
      try expect(.by)
      repeat { order.items.append(try sortItem()) } while accept(.comma)
    }
    if accept(.skip) || (clauseBegins() && accept(.offset)) { order.skip = try expression() }
    if accept(.limit) { order.limit = try expression() }
    return order
  }

  private var isQuantifier: Bool {
    token(after: 1).kind == .leftParenthesis && isVariable(token(after: 2)) && token(after: 3).keyword == .in
  }

  /// `ProjectionItem`; the column of an item without an alias is called as it is written.
  private mutating func projectionItem() throws(CypherError) -> Projection.Item {
    let start = token.lowerBound
    let expression = try expression()
    let columnName = expression.columnName(asWritten: text(span(from: start)))
    guard accept(.as) else { return Projection.Item(expression: expression, alias: nil, columnName: columnName) }
    let alias = try variable(Self.columnName)
    return Projection.Item(expression: expression, alias: alias, columnName: alias.text)
  }

  /// `SortItem`.
  private mutating func sortItem() throws(CypherError) -> Projection.SortItem {
    let expression = try expression()
    let isDescending = accept(.descending) || accept(.descendingShort)
    if !isDescending, !accept(.ascending) { _ = accept(.ascendingShort) }
    return Projection.SortItem(expression: expression, isDescending: isDescending, nulls: try nullPlacement())
  }

  /// `NULLS FIRST` or `NULLS LAST`, as ISO GQL has it.
  private mutating func nullPlacement() throws(CypherError) -> Projection.SortItem.NullPlacement? {
    guard at(word: "nulls") else { return nil }
    advance()
    guard at(word: "first") || at(word: "last") else { throw unexpected("FIRST", "LAST") }
    let placement: Projection.SortItem.NullPlacement = at(word: "first") ? .first : .last
    advance()
    return placement
  }
}
