/// A column that a query gives: its name and what is known of its values.
struct ResultColumn {
  var name: String
  var type: StaticType
}

/// Where a query stands, which decides what it may do.
enum QueryKind {
  case statement
  /// In EXISTS, COUNT or COLLECT: it may not change the graph and need not return anything.
  case expression
  /// In CALL { … }: what it returns become variables.
  case call
}
