/// A random statement and what its answer may be compared by.
struct GeneratedQuery {
  var text: String
  /// Statements that change the graph first, in the same transaction.
  var changes: [String] = []
  /// True if ORDER BY leaves no choice: the records are compared in their order.
  var isOrdered = false
  /// True if the statement changes the graph.
  var updates = false

  /// Columns whose name begins so hold lists whose order is nobody's promise.
  static let bagPrefix = "bag"
}
