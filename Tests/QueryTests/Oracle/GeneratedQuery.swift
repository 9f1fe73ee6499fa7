import Graph

/// A random statement and what its answer may be compared by.
struct GeneratedQuery: CustomStringConvertible {
  var text: String
  /// Statements that change the graph first, in the same transaction.
  var changes: [String] = []
  /// True if ORDER BY leaves no choice: the records are compared in their order.
  var isOrdered = false
  /// True if the statement changes the graph.
  var updates = false

  var description: String { (changes + [text]).joined(separator: ";\n") }

  /// What every statement is given beside it; some ask for it.
  static let parameters: [String: Value] = [
    "one": .integer(1), "half": .float(0.5), "word": .string("a"), "yes": .boolean(true), "nothing": .null,
    "many": .list([.integer(1), .string("a"), .null]),
  ]

  /// Columns whose name begins so hold lists whose order is nobody's promise.
  static let bagPrefix = "bag"
}
